/** Command lines that show a finding by hand, with names and addresses that were validated before. */
import { quote, type SafeText } from "../text/quote.ts";
import { endpointLine } from "./confirm-endpoint.ts";
import { SHELL_SAFE } from "./shell-words.ts";

export type Confirmation =
  | "dig-mx"
  | "dig-question"
  /** The question, and the one for the root: whether it is the resolver. */
  | "dig-resolver"
  | "dig-bogus"
  | "dig-host"
  | "dig-authoritative"
  | "tcp-connect"
  | "smtp-greeting"
  /** The same, as long as senders wait. */
  | "smtp-greeting-slow"
  /** What comes as it comes, of servers that a mail client can make nothing of. */
  | "raw-greeting"
  | "smtp-ehlo"
  | "smtp-ehlo-in-tls"
  | "raw-ehlo"
  | "raw-ehlo-in-tls"
  | "smtp-starttls"
  | "starttls"
  /** The same, ten times. */
  | "starttls-again"
  /** The same, with time for an alert behind the handshake. */
  | "handshake"
  | "any-version"
  | "any-cipher"
  | "large-hello"
  | "starttls-legacy"
  | "certificate-dates"
  | "certificate-names"
  | "certificate-details"
  | "certificate-chain"
  | "relay"
  /** The same dialog for what happens on its way: STARTTLS, too, whatever came of it. */
  | "session"
  | "own-postmaster";

export interface ConfirmationSubject {
  readonly domain?: string | undefined;
  readonly host?: string | undefined;
  readonly address?: string | undefined;
  readonly port?: number | undefined;
  readonly relaySender?: string | undefined;
  readonly relayRecipient?: string | undefined;
  readonly implicitTls?: boolean | undefined;
  /** The relay test was made in the clear: its line leaves STARTTLS out, which may break the connection. */
  readonly relayInClear?: boolean | undefined;
  /** The name that was given in EHLO. */
  readonly heloName?: string | undefined;
  /** A DNS question, with the name server that answered it (`address:port`) where one did. */
  readonly question?:
    { readonly name: string; readonly type: string; readonly server?: string | undefined } | undefined;
}

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
