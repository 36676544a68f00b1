/** Codes of the check `delivery`: whether the server takes mail for the domain that names it as MX. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

type Refused = { readonly domain: SafeText; readonly code: number };
type Reason = { readonly domain: SafeText; readonly reason: SafeText };

export const deliveryDiagnostics = {
  "domain-not-served": diagnostic<Refused>({
    check: "delivery",
    severity: "error",
    message: ({ domain, code }) =>
      words`The server refuses mail to ${domain} with ${code}: it does not serve the domain that names it as MX.`,
    remedy: words`Add the domain to the server (Postfix: mydestination, virtual_mailbox_domains or relay_domains; Exchange: accepted domains), or take the MX record out.`,
    confirm: "own-postmaster",
    reference: "RFC 5321 5.1",
    senders: words`every sender returns the mail to its author as undeliverable`,
  }),
  "login-required": diagnostic<Refused>({
    check: "delivery",
    severity: "error",
    message: ({ domain, code }) =>
      words`The server demands a login (${code}) before it takes mail to ${domain}. Other mail servers have none, so their mail does not arrive.`,
    remedy: words`Take mail to your own domains on port 25 without authentication, and demand it on ports 587 and 465 only; or point the MX record at the server that takes mail from outside.`,
    confirm: "own-postmaster",
    reference: "RFC 4954 4, RFC 6409 4.3",
    senders: words`no sender can log in: the mail is returned to its author as undeliverable`,
  }),
  "delivery-failing": diagnostic<Refused>({
    check: "delivery",
    severity: "error",
    message: ({ domain, code }) =>
      words`The server cannot take mail to ${domain} because of trouble of its own (${code}), also at the last look.`,
    remedy: words`Read the server's log at the time of this run: a table, database, disk or content filter that it needs is missing or does not work.`,
    confirm: "own-postmaster",
    reference: "RFC 3463 3.4, RFC 5321 4.2.1",
    senders: words`senders keep the mail, try again for days, and return it to its author if the trouble persists`,
  }),
  "delivery-not-tested": diagnostic<Reason>({
    check: "delivery",
    severity: "warning",
    message: ({ domain, reason }) =>
      words`Whether the server takes mail to ${domain} could not be tested: ${reason}.`,
    remedy: words`Test from a machine that is allowed to send mail: a public address with a reverse name that is on no block list; set helo-name to that name.`,
    confirm: "own-postmaster",
    reference: "RFC 5321 5.1",
  }),
  "delivery-deferred": diagnostic<Refused>({
    check: "delivery",
    severity: "warning",
    message: ({ domain, code }) => words`The server puts off mail to ${domain} with ${code}.`,
    remedy: words`Run again later. If it persists, read in the server's log why it does not take mail for the domain now.`,
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
      words`Whether the server takes mail was not asked for ${count} of the domains that name it as MX: ${reason}.`,
    remedy: words`Fix the domains that it refuses and run again; test fewer domains in one run, or set delivery-test to sample.`,
    reference: "RFC 5321 5.1",
  }),
  "postmaster-refused": diagnostic<Refused>({
    check: "delivery",
    severity: "notice",
    message: ({ domain, code }) =>
      words`The server serves ${domain}, but refuses postmaster@${domain} with ${code}, which every domain must accept.`,
    remedy: words`Create the mailbox or an alias for it: others write there when your mail misbehaves.`,
    confirm: "own-postmaster",
    reference: "RFC 5321 4.5.1, RFC 2142 5",
    senders: words`mail to postmaster is returned to its author; other recipients were not asked for`,
  }),
  "delivery-greylisted": diagnostic<Refused>({
    check: "delivery",
    severity: "notice",
    message: ({ domain, code }) =>
      words`The server puts off mail to ${domain} with ${code} because it does not know this client (greylisting).`,
    remedy: words`Nothing to fix. To see the answer behind it, let this machine past the greylist.`,
    confirm: "own-postmaster",
    reference: "RFC 6647 2",
    senders: words`senders come again after some minutes and are let in`,
  }),
} as const;
