import { always, onlyFor, type RecipientRule } from "../../support/smtp/smtp-script.ts";
import { CONFIRM, type CodeCase } from "../code-case.ts";
import { DOMAIN, type Scene } from "../scene.ts";

const DENIED = "554 5.7.1 <mx-gate-relay-test@example.com>: Relay access denied";

/** A closed relay that says this to its own postmaster. */
function toOwn(own: string): Scene {
  const rcpt: RecipientRule = ({ recipient }) => (recipient.endsWith(`@${DOMAIN}`) ? own : DENIED);
  return { script: { rcpt } };
}

const common = { check: "delivery", confirm: CONFIRM.postmaster } as const;
const error = { ...common, verdict: "fail", severity: "error" } as const;
const warning = { ...common, verdict: "warn", severity: "warning" } as const;
const unclear = { ...common, verdict: "inconclusive", severity: "inconclusive" } as const;
const notice = { ...common, severity: "notice" } as const;

export const deliveryCases: readonly CodeCase[] = [
  {
    ...error,
    code: "domain-not-served",
    where: "the own postmaster is refused as relaying",
    scene: { script: { rcpt: onlyFor(["moved.test"]) } },
    says: ["case.test", "554", "the domain that names it as MX"],
    advises: "relay_domains",
    quotes: "Relay access denied",
  },
  {
    ...error,
    code: "domain-not-served",
    where: "a host was typed for a domain, and its server knows no domain of that name",
    scene: {
      zones: { [DOMAIN]: { A: ["127.0.0.1"] } },
      tls: ({ chainFor }) => ({ chain: chainFor(DOMAIN) }),
      script: { rcpt: onlyFor(["moved.test"]) },
    },
    says: ["case.test", "554", "this name has an address but no MX record"],
    advises: "servers: case.test",
    quotes: "Relay access denied",
    beside: ["mx-implicit"],
  },
  {
    ...error,
    code: "login-required",
    where: "the own postmaster gets mail from logged-in users only",
    scene: toOwn("530 5.7.0 Authentication required"),
    says: ["case.test", "530"],
    advises: "ports 587 and 465",
    quotes: "Authentication required",
  },
  {
    ...error,
    code: "delivery-failing",
    where: "a table cannot be read, at the second look neither",
    scene: { ...toOwn("451 4.3.0 Temporary lookup failure"), settings: { retries: "1" } },
    says: ["case.test", "451", "on the second look as well"],
    advises: "server's log",
    quotes: "Temporary lookup failure",
  },
  {
    ...warning,
    code: "delivery-not-tested",
    where: "this client is on a block list",
    scene: toOwn("554 5.7.1 Service unavailable; Client host [127.0.0.1] blocked using zen.spamhaus.org"),
    says: ["case.test", "refuses this client", "554"],
    advises: "helo-name",
    quotes: "blocked using zen.spamhaus.org",
    confirm: CONFIRM.postmaster.replace("'<>'", "'postmaster@[127.0.0.1]'"),
  },
  {
    ...warning,
    code: "delivery-not-tested",
    where: "the server takes nothing without TLS, and breaks it off",
    scene: { script: { starttls: "close", rcpt: always("530 5.7.0 Must issue a STARTTLS command first") } },
    says: ["case.test", "requires TLS, which failed"],
    advises: "Fix STARTTLS first",
    quotes: "Must issue a STARTTLS command first",
    confirm: CONFIRM.postmaster.replace(" --tls-optional", ""),
    beside: ["tls-handshake-failed", "relay-not-tested"],
  },
  {
    ...unclear,
    code: "delivery-not-tested",
    where: "the server hangs up at the foreign recipient, and there is no second look",
    scene: { script: { troubles: [{ at: "RCPT", then: "close" }] } },
    says: ["closed the connection at the foreign recipient", "before the domain's postmaster was asked for"],
    advises: "retries",
    beside: ["session-closed"],
  },
  {
    ...error,
    code: "delivery-deferred",
    where: "the own postmaster is refused as relaying, for now, as everybody is",
    scene: {
      script: { rcpt: ({ recipient }) => `454 4.7.1 <${recipient}>: Relay access denied` },
    },
    says: ["case.test", "454", "does not relay for the domain", "foreign recipient"],
    advises: "relay_domains",
    quotes: "Relay access denied",
  },
  {
    ...warning,
    code: "delivery-deferred",
    where: "mail is put off for no known reason",
    scene: toOwn("450 xyzzy"),
    says: ["case.test", "450"],
    advises: "Run again later",
    quotes: "450 xyzzy",
  },
  {
    ...unclear,
    code: "delivery-unclear",
    where: "mail is refused for no known reason",
    scene: toOwn("550 xyzzy"),
    says: ["case.test", "550", "or does not serve the domain"],
    advises: "from elsewhere",
    quotes: "550 xyzzy",
  },
  {
    ...warning,
    code: "null-sender-refused",
    where: "the null sender is refused at MAIL and another one is not",
    scene: {
      script: { mail: (sender) => (sender === "" ? "553 NULL sender is not allowed" : "250 2.1.0 Ok") },
    },
    says: ["null sender <> with 553", "Bounces"],
    advises: "smtpd_sender_restrictions",
    quotes: "553 NULL sender is not allowed",
  },
  {
    ...notice,
    verdict: "pass",
    code: "postmaster-refused",
    where: "the domain has no postmaster",
    scene: toOwn("550 5.1.1 <postmaster@case.test>: Recipient address rejected: User unknown"),
    says: ["postmaster@case.test", "550"],
    advises: "alias",
    quotes: "User unknown",
  },
  {
    ...notice,
    verdict: "pass",
    code: "postmaster-refused",
    where: "the postmaster's mailbox is full",
    scene: toOwn("452 4.2.2 <postmaster@case.test>: Recipient address rejected: over quota"),
    says: ["postmaster@case.test", "452"],
    advises: "make room",
    quotes: "over quota",
  },
  {
    ...notice,
    verdict: "skip",
    code: "delivery-greylisted",
    where: "a greylist puts the own postmaster off",
    scene: toOwn("450 4.2.0 <postmaster@case.test>: Recipient address rejected: Greylisted"),
    says: ["case.test", "450", "greylisting"],
    advises: "past the greylist",
    quotes: "Greylisted",
  },
  {
    ...error,
    code: "domain-not-served",
    where: "a stranger's domain and the own one are unknown",
    scene: {
      script: {
        rcpt: always("550 5.1.2 <postmaster@case.test>: Recipient address rejected: Domain not found"),
      },
    },
    says: ["case.test"],
    advises: "virtual_mailbox_domains",
    beside: ["relay-not-tested"],
  },
  {
    check: "delivery",
    verdict: "inconclusive",
    severity: "inconclusive",
    code: "delivery-not-asked",
    where: "five other domains are not served",
    scene: {
      before: ["a.test", "b.test", "c.test", "d.test", "e.test", "f.test"],
      script: { rcpt: onlyFor([DOMAIN]) },
    },
    says: ["2 of the domains", "refused five others"],
    advises: "sample",
    beside: ["domain-not-served"],
  },
];
