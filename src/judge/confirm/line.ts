/** Command lines that show a finding by hand, with names and addresses that were validated before. */
import { quote, type SafeText } from "../../text/quote.ts";
import type { Confirmation, ConfirmationSubject } from "./confirmation.ts";
import { endpointLine } from "./endpoint-line.ts";
import { SHELL_SAFE } from "./shell-words.ts";

/**
 * The command line for a confirmation, or undefined where the subject lacks what it needs or holds anything
 * that a shell might not take literally.
 */
export function confirmationLine(kind: Confirmation, subject: ConfirmationSubject): SafeText | undefined {
  const { domain, host, address } = subject;
  const { question } = subject;
  // Only what goes into the line has to be harmless: an MX host may be no host name at all.
  const values = kind === "dig-mx" ? [domain] : [domain, host, address, question?.name];
  if (!values.every((value) => value === undefined || SHELL_SAFE.test(value))) return undefined;
  if (kind === "dig-mx") return domain === undefined ? undefined : quote(`${DIG} MX ${domain}.`);
  if (kind === "dig-authoritative")
    return domain === undefined ? undefined : quote(`dig +nssearch ${domain}.`);
  if (kind === "dig-host") return host === undefined ? undefined : quote(`${DIG} ${host}. A ${host}. AAAA`);
  if (kind === "dig-question" || kind === "dig-bogus" || kind === "dig-resolver") {
    if (question === undefined) return undefined;
    const server = serverWords(question.server);
    const words = `${server}${question.type} ${question.name === "." ? "." : `${question.name}.`}`;
    const line = `${DIG} ${words}`;
    const more = {
      "dig-question": "",
      "dig-bogus": `; ${DIG} +cd ${words}`,
      "dig-resolver": `; ${DIG} ${server}NS .`,
    };
    return quote(line + more[kind]);
  }
  if (address === undefined || subject.port === undefined) return undefined;
  const line = endpointLine(kind, subject, address, subject.port);
  return line === undefined ? undefined : quote(line);
}

const DIG = "dig +noall +comments +answer";

/** `@192.0.2.53 -p 5353 ` for a name server other than the system's usual port; nothing where none answered. */
function serverWords(server: string | undefined): string {
  const match = /^\[?([0-9a-f:.]+?)\]?:(\d+)$/i.exec(server ?? "");
  if (match?.[1] === undefined) return "";
  return `@${match[1]} ${match[2] === "53" ? "" : `-p ${match[2] ?? ""} `}`;
}
