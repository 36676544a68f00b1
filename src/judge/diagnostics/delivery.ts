/** Codes of the check `delivery`: whether the server takes mail for the domain that names it as MX. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

type Refused = { readonly domain: SafeText; readonly code: number };
type Reason = { readonly domain: SafeText; readonly reason: SafeText };

export const deliveryDiagnostics = {
  "domain-not-served": diagnostic<Refused & { readonly reason: SafeText }>({
    check: "delivery",
    severity: "error",
    message: ({ domain, code, reason }) =>
      words`The server refuses mail to ${domain} with ${code}: ${reason}.`,
    remedy: words`Add the domain to the server (Postfix: mydestination, virtual_mailbox_domains or relay_domains; Exchange: accepted domains), or take the MX record out.`,
    confirm: "own-postmaster",
    reference: "RFC 5321 5.1",
    senders: words`every sender bounces the mail`,
  }),
  "login-required": diagnostic<Refused>({
    check: "delivery",
    severity: "error",
    message: ({ domain, code }) =>
      words`The server requires a login (${code}) before it accepts mail to ${domain}. Other mail servers have none, so their mail does not arrive.`,
    remedy: words`Accept mail to your own domains on port 25 without authentication, and require it on ports 587 and 465 only; or point the MX record at the server that accepts mail from outside.`,
    confirm: "own-postmaster",
    reference: "RFC 4954 4, RFC 6409 4.3",
    senders: words`no sender can log in: the mail bounces`,
  }),
  "delivery-failing": diagnostic<Refused & { readonly again: SafeText }>({
    check: "delivery",
    severity: "error",
    message: ({ domain, code, again }) =>
      words`A fault of the server stops it from accepting mail to ${domain} (${code})${again}.`,
    remedy: words`Read the server's log at the time of this run: a table, database, disk or content filter that it needs is missing or does not work.`,
    confirm: "own-postmaster",
    reference: "RFC 3463 3.4, RFC 5321 4.2.1",
    senders: words`senders keep the mail, try again for days, and bounce it if the fault persists`,
  }),
  "delivery-not-tested": diagnostic<Reason>({
    check: "delivery",
    severity: "warning",
    message: ({ domain, reason }) =>
      words`This run could not test whether the server accepts mail to ${domain}: ${reason}.`,
    remedy: words`Test from a machine that is allowed to send mail: a public address with a reverse name that is on no block list; set helo-name to that name.`,
    confirm: "own-postmaster",
    reference: "RFC 5321 5.1",
  }),
  "delivery-deferred": diagnostic<Refused & { readonly why: SafeText }>({
    check: "delivery",
    severity: "warning",
    message: ({ domain, code, why }) => words`The server defers mail to ${domain} with ${code}${why}.`,
    remedy: words`Run again later. If it persists, read in the server's log why it does not accept mail for the domain now.`,
    confirm: "own-postmaster",
    reference: "RFC 5321 4.2.1",
    senders: words`senders keep the mail and try again`,
  }),
  "delivery-unclear": diagnostic<Refused & { readonly reason: SafeText }>({
    check: "delivery",
    severity: "inconclusive",
    message: ({ domain, code, reason }) =>
      words`The server refuses mail to ${domain} with ${code}, ${reason}: it refuses this client, or does not serve the domain.`,
    remedy: words`Send a message to the domain from elsewhere. If that arrives, the server refuses this client: test from another machine.`,
    confirm: "own-postmaster",
    reference: "RFC 5321 5.1",
  }),
  "delivery-not-asked": diagnostic<{ readonly count: number; readonly reason: SafeText }>({
    check: "delivery",
    severity: "inconclusive",
    message: ({ count, reason }) =>
      words`This run did not ask the server about ${count} of the domains that name it as MX: ${reason}.`,
    remedy: words`Fix the domains that it refuses and run again; test fewer domains in one run, or set delivery-test to sample.`,
    reference: "RFC 5321 5.1",
  }),
  "null-sender-refused": diagnostic<{ readonly code: number }>({
    check: "delivery",
    severity: "warning",
    message: ({ code }) =>
      words`The server refuses the null sender <> with ${code} and accepts another sender. Bounces, delivery reports and automatic replies come from the null sender.`,
    remedy: words`Accept the null sender (MAIL FROM:<>) for every recipient that exists: take out the rule that refuses it (Postfix: smtpd_sender_restrictions; Exim: acl_smtp_mail, acl_smtp_rcpt).`,
    confirm: "own-postmaster",
    reference: "RFC 5321 4.5.5, RFC 3834 3.3",
    senders: words`bounces and delivery reports are lost, so nobody learns that mail from the domain did not arrive; servers that verify senders by a callout refuse its mail`,
  }),
  "postmaster-refused": diagnostic<Refused>({
    check: "delivery",
    severity: "notice",
    message: ({ domain, code }) =>
      words`The server serves ${domain}, but refuses postmaster@${domain}, which every domain must accept, with ${code}.`,
    remedy: words`Create the mailbox or an alias for it, or make room in it if it is full: others write there when your mail misbehaves.`,
    confirm: "own-postmaster",
    reference: "RFC 5321 4.5.1, RFC 2142 5",
    senders: words`mail to postmaster bounces; other recipients were not asked for`,
  }),
  "delivery-greylisted": diagnostic<Refused>({
    check: "delivery",
    severity: "notice",
    message: ({ domain, code }) =>
      words`The server defers mail to ${domain} with ${code} because it does not know this client (greylisting).`,
    remedy: words`Nothing to fix. To see the answer behind it, let this machine past the greylist.`,
    confirm: "own-postmaster",
    reference: "RFC 6647 2",
    senders: words`senders try again after some minutes and are accepted`,
  }),
} as const;
