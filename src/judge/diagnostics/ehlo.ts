/** Codes of the check `ehlo`: the answer to EHLO and the extensions in it. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic, type NoDetails } from "./diagnostic.ts";

type Where = { readonly where: SafeText };
type Keyword = { readonly keyword: SafeText };

export const ehloDiagnostics = {
  "ehlo-refused": diagnostic<{ readonly code: number }>({
    check: "ehlo",
    severity: "error",
    message: ({ code }) => words`The server understands neither EHLO nor HELO (${code}).`,
    remedy: words`Check which software answers on this port: every mail server must know both.`,
    confirm: "smtp-ehlo",
    reference: "RFC 5321 4.1.1.1, 4.5.1",
  }),
  "ehlo-malformed": diagnostic<Where>({
    check: "ehlo",
    severity: "error",
    message: ({ where }) => words`The answer to EHLO${where} is not an SMTP reply.`,
    remedy: words`Look for a proxy or filter in front of the mail server that breaks its replies.`,
    confirm: "raw-ehlo",
    reference: "RFC 5321 4.2",
  }),
  "ehlo-timeout": diagnostic<Where & { readonly seconds: number }>({
    check: "ehlo",
    severity: "error",
    message: ({ where, seconds }) => words`No answer to EHLO${where} within ${seconds} s.`,
    remedy: words`Look for name lookups or content filters that hang in the server's EHLO stage.`,
    confirm: "smtp-ehlo",
    reference: "RFC 5321 4.5.3.2",
  }),
  "ehlo-closed": diagnostic<Where & { readonly how: SafeText; readonly again: SafeText }>({
    check: "ehlo",
    severity: "error",
    message: ({ where, how, again }) => words`The server ${how} the connection after EHLO${where}${again}.`,
    remedy: words`Check the server's log for a process that crashes or for rules on the EHLO name.`,
    confirm: "smtp-ehlo",
    reference: "RFC 5321 3.8",
  }),
  "ehlo-missing-extension": diagnostic<Keyword>({
    check: "ehlo",
    severity: "error",
    message: ({ keyword }) => words`The server does not offer ${keyword}, which the policy requires.`,
    remedy: words`Switch the extension on at the server, or take it out of require-extensions.`,
    confirm: "smtp-ehlo",
    reference: "RFC 5321 4.1.1.1",
    askedBy: "require-extensions",
  }),
  "ehlo-forbidden-extension": diagnostic<Keyword & Where>({
    check: "ehlo",
    severity: "error",
    message: ({ keyword, where }) => words`The server offers ${keyword}${where}, which the policy forbids.`,
    remedy: words`Switch the extension off at the server, or take it out of forbid-extensions.`,
    confirm: "smtp-ehlo",
    reference: "RFC 5321 4.1.1.1",
    askedBy: "forbid-extensions",
  }),
  "ehlo-helo-only": diagnostic<NoDetails>({
    check: "ehlo",
    severity: "warning",
    message: () => words`The server understands only HELO, so no extensions and no STARTTLS are possible.`,
    remedy: words`Switch ESMTP on; a firewall's SMTP inspection may have switched it off.`,
    confirm: "smtp-ehlo",
    reference: "RFC 5321 3.2",
  }),
  "ehlo-auth-in-clear": diagnostic<{ readonly mechanisms: SafeText }>({
    check: "ehlo",
    severity: "warning",
    message: ({ mechanisms }) =>
      words`The server offers ${mechanisms} before TLS, so clients may send passwords in the clear.`,
    remedy: words`Offer AUTH only inside TLS (Postfix: smtpd_tls_auth_only = yes; Exim: auth_advertise_hosts with tls_in_cipher), and not at all on port 25.`,
    confirm: "smtp-ehlo",
    reference: "RFC 4954 4, RFC 8314 4.1",
  }),
  "ehlo-client-refused": diagnostic<{ readonly code: number }>({
    check: "ehlo",
    severity: "inconclusive",
    message: ({ code }) =>
      words`The server refuses this client at EHLO with ${code}: its name or its address.`,
    remedy: words`Set helo-name to a name that resolves to this machine's address, or test from a machine that the server accepts.`,
    confirm: "smtp-ehlo",
    reference: "RFC 5321 4.1.4",
  }),
} as const;
