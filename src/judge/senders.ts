/** What sending servers do with an endpoint whose TLS does not come about, by what was seen of that very endpoint. */
import { words, type SafeText } from "../text/quote.ts";
import { replyOf, answerTo } from "./answers.ts";
import type { Code } from "./diagnostics/registry.ts";
import type { DialogView } from "./dialog-view.ts";

/** Codes after which there is no TLS, or no session inside it. */
const WITHOUT_TLS: ReadonlySet<Code> = new Set<Code>([
  "starttls-not-offered",
  "starttls-refused",
  "tls-handshake-failed",
  "tls-timeout",
  "session-closed",
  "ehlo-closed",
  "ehlo-timeout",
]);

/** Words for a code of the check `starttls`; undefined where senders take no notice. */
export function sendersWithoutTls(code: Code, dialog: DialogView): SafeText | undefined {
  if (!WITHOUT_TLS.has(code)) return undefined;
  const { starttls, attempts } = dialog;
  // Postfix and Exim go on in the clear after a refusal and after a failed handshake, not where nothing came at all.
  if (starttls?.announced === true && starttls.ended !== undefined)
    return words`senders that meet no answer to STARTTLS do not go on in the clear: they keep the mail and try again`;
  const inClear = [...attempts.own.values()].flatMap((each) => {
    const answered = answerTo(each);
    const code = answered?.attempt.inTls === false ? replyOf(answered)?.code : undefined;
    return code === undefined ? [] : [code];
  });
  const demanding = words`senders that require TLS do not deliver`;
  if (inClear.length === 0) return words`senders that can do without TLS go on in the clear; ${demanding}`;
  if (inClear.some((code) => code < 300))
    return words`senders that can do without TLS deliver in the clear; ${demanding}`;
  return words`senders that can do without TLS go on in the clear, where the server does not accept the mail; ${demanding}`;
}
