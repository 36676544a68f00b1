/** Command lines that show a finding by hand, with names and addresses that were validated before. */
import { quote, type SafeText } from "../../text/quote.ts";
import type { Confirmation, ConfirmationSubject } from "./confirmation.ts";
import { endpointLine } from "./endpoint-line.ts";
import { digLine, isDig } from "./dig-line.ts";
import { isPolicyLine, policyLine } from "./policy-line.ts";
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
  if (isDig(kind)) {
    const line = digLine(kind, subject);
    return line === undefined ? undefined : quote(line);
  }
  if (isPolicyLine(kind)) {
    const line = policyLine(kind, subject);
    return line === undefined ? undefined : quote(line);
  }
  if (address === undefined || subject.port === undefined) return undefined;
  const line = endpointLine(kind, subject, address, subject.port);
  return line === undefined ? undefined : quote(line);
}
