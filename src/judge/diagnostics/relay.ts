/** Codes of the check `relay`: whether the server forwards mail of strangers to strangers. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

type Recipient = { readonly recipient: SafeText };
type Reason = { readonly reason: SafeText };

export const relayDiagnostics = {
  "relay-open": diagnostic<Recipient>({
    check: "relay",
    severity: "error",
    message: ({ recipient }) =>
      words`The server accepts mail from a stranger to the foreign recipient ${recipient}: it is an open relay.`,
    remedy: words`Relay only for authenticated clients and your own networks (Postfix: smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination), and check that mynetworks is not too wide.`,
    confirm: "relay",
    reference: "RFC 5321 7.9, RFC 2505 2.1",
  }),
  "relay-open-to-us": diagnostic<Recipient>({
    check: "relay",
    severity: "error",
    message: ({ recipient }) =>
      words`The server accepts mail from this client to the foreign recipient ${recipient}; this client may be a trusted one.`,
    remedy: words`Confirm from a machine outside your network with the line below. If it is accepted there, too, relay only for authenticated clients and your own networks (Postfix: smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination). If only this machine may relay, and is meant to, say so: severity: relay-open-to-us:notice.`,
    confirm: "relay",
    reference: "RFC 5321 7.9",
  }),
  "relay-odd-forms": diagnostic<{ readonly forms: SafeText }>({
    check: "relay",
    severity: "warning",
    message: ({ forms }) =>
      words`The server refuses the plain foreign recipient and accepts it in unusual forms: ${forms}.`,
    remedy: words`Find out what happens to such a message: an unusual local part that bounces is harmless, one that is sent on is a relay. Refuse percent signs, bangs and source routes in recipients (Postfix: swap_bangpath = no, allow_percent_hack = no).`,
    confirm: "relay",
    reference: "RFC 5321 C, RFC 2505 2.1",
  }),
  "relay-not-tested": diagnostic<Reason>({
    check: "relay",
    severity: "warning",
    message: ({ reason }) => words`This run could not test whether the server is an open relay: ${reason}.`,
    remedy: words`Set helo-name, relay-sender or relay-recipient to names that the server has no reason to refuse, or test from another machine.`,
    confirm: "relay",
    reference: "RFC 5321 7.9",
  }),
  "relay-deferred": diagnostic<{ readonly code: number; readonly why: SafeText }>({
    check: "relay",
    severity: "warning",
    message: ({ code, why }) =>
      words`The foreign recipient was deferred with ${code}${why}: it was neither accepted nor refused.`,
    remedy: words`Run again later. If it persists, read in the server's log why it does not refuse for good (Postfix: relay_domains and access tables that cannot be read).`,
    confirm: "relay",
    reference: "RFC 5321 4.2.1",
  }),
  "relay-rejected-otherwise": diagnostic<{ readonly code: number }>({
    check: "relay",
    severity: "notice",
    message: ({ code }) =>
      words`The foreign recipient was refused with ${code}, but not with a reply about relaying.`,
    remedy: words`Nothing to fix. Set relay-recipient to an address that exists elsewhere for a clearer answer.`,
    confirm: "relay",
    reference: "RFC 5321 7.9",
  }),
  "relay-greylisted": diagnostic<{ readonly code: number }>({
    check: "relay",
    severity: "notice",
    message: ({ code }) =>
      words`The foreign recipient was deferred with ${code} (greylisting), so the answer behind it was not seen.`,
    remedy: words`Nothing to fix. To see the answer, let this machine past the greylist.`,
    confirm: "relay",
    reference: "RFC 6647 2",
  }),
} as const;
