/** Codes that any step of the dialog may raise. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

/** `again` tells of the second look, where there was one. */
type At = { readonly step: SafeText; readonly again: SafeText };

export const sessionDiagnostics = {
  "session-closed": diagnostic<At & { readonly how: SafeText }>({
    check: "session",
    severity: "error",
    message: ({ step, how, again }) => words`The server ${how} the connection at ${step}${again}.`,
    remedy: words`Check the server's log for a process that crashes at this command, or for a limit on errors or commands.`,
    confirm: "session",
    reference: "RFC 5321 3.8",
  }),
  "session-limit": diagnostic<{ readonly does: SafeText }>({
    check: "session",
    severity: "error",
    message: ({ does }) => words`The server ${does}.`,
    remedy: words`Look for a server or proxy that loops or hangs at this command.`,
    confirm: "session",
    reference: "RFC 5321 4.5.3",
  }),
  "session-deferred": diagnostic<At & { readonly said: SafeText }>({
    check: "session",
    severity: "inconclusive",
    message: ({ step, again, said }) =>
      words`The server ended the dialog at ${step} with 421${again}: ${said}.`,
    remedy: words`Run again later. If it persists, look up in the server's log whether it was shutting down, was busy, or limits this machine's address.`,
    confirm: "session",
    reference: "RFC 5321 3.8",
    senders: words`senders keep the mail and try again`,
  }),
} as const;
