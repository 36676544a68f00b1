/** Codes of the check `banner`: the greeting (RFC 5321 3.1, 4.3.1). */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic, type NoDetails } from "./diagnostic.ts";

type Code = { readonly code: number };
type Seconds = { readonly seconds: number };

const NEXT_HOST = words`senders try the next address or MX host, or keep the mail and try again`;

export const bannerDiagnostics = {
  "banner-timeout": diagnostic<Seconds>({
    check: "banner",
    severity: "error",
    message: ({ seconds }) =>
      words`The server accepted the connection and sent no greeting within ${seconds} s.`,
    remedy: words`Look for a mail server that hangs, waits for DNS or has no free process; a proxy in front may have lost its backend.`,
    confirm: "smtp-greeting-slow",
    reference: "RFC 5321 4.5.3.2.1",
    senders: NEXT_HOST,
  }),
  "banner-closed": diagnostic<{ readonly how: SafeText }>({
    check: "banner",
    severity: "error",
    message: ({ how }) => words`The server accepted the connection and ${how} it without a greeting.`,
    remedy: words`Check the server's log: a process that crashes, access rules (hosts.allow), a connection limit, or a proxy without a backend.`,
    confirm: "smtp-greeting",
    reference: "RFC 5321 3.1",
    senders: NEXT_HOST,
  }),
  "banner-malformed": diagnostic<NoDetails>({
    check: "banner",
    severity: "error",
    message: () => words`The service on this port does not speak SMTP: its first line is not a greeting.`,
    remedy: words`Check which service listens on this port. TLS from the first byte belongs on port 465, not on 25.`,
    confirm: "raw-greeting",
    reference: "RFC 5321 4.2",
  }),
  "banner-too-long": diagnostic<{ readonly limit: SafeText }>({
    check: "banner",
    severity: "error",
    message: ({ limit }) => words`The greeting exceeds the limit of ${limit}.`,
    remedy: words`Shorten the greeting to one line of at most 512 octets.`,
    confirm: "raw-greeting",
    reference: "RFC 5321 4.5.3.1.5",
  }),
  "banner-slow": diagnostic<{ readonly seconds: number; readonly allowed: number }>({
    check: "banner",
    severity: "warning",
    message: ({ seconds, allowed }) => words`The greeting took ${seconds} s (${allowed} s allowed).`,
    remedy: words`Look for DNS lookups that time out, an overloaded server, or a greeting delay that is longer than you want.`,
    confirm: "smtp-greeting-slow",
    reference: "RFC 5321 4.5.3.2.1",
    askedBy: "max-banner-seconds",
  }),
  "banner-no-hostname": diagnostic<NoDetails>({
    check: "banner",
    severity: "warning",
    message: () => words`The greeting does not contain the server's host name.`,
    remedy: words`Begin it with the fully qualified name (Postfix: smtpd_banner = $myhostname ESMTP; Exim: smtp_banner; Exchange: Set-ReceiveConnector -Banner).`,
    confirm: "smtp-greeting",
    reference: "RFC 5321 4.3.1",
  }),
  "banner-refused": diagnostic<Code>({
    check: "banner",
    severity: "inconclusive",
    message: ({ code }) => words`The server refuses this client with ${code} instead of a greeting.`,
    remedy: words`The reply usually gives the reason. Allow this machine's address at the server, or test from another machine.`,
    confirm: "smtp-greeting",
    reference: "RFC 5321 3.1",
    senders: words`some senders (Postfix) try the next address or MX host, or again later, others (Exim) bounce the mail`,
  }),
  "banner-deferred": diagnostic<Code & { readonly again: SafeText }>({
    check: "banner",
    severity: "inconclusive",
    message: ({ code, again }) =>
      words`The server defers this client with ${code} instead of a greeting${again}.`,
    remedy: words`Run again later. If it persists, allow this machine's address at the server, or raise its connection limit.`,
    confirm: "smtp-greeting",
    reference: "RFC 5321 3.8",
    senders: NEXT_HOST,
  }),
  "greylister-in-front": diagnostic<NoDetails>({
    check: "banner",
    severity: "inconclusive",
    message: () => words`OpenBSD spamd answers in place of the mail server, which it hides from new clients.`,
    remedy: words`Let this machine's address through to the mail server (spamd whitelist), or test from a machine that it knows.`,
    confirm: "smtp-greeting",
  }),
} as const;
