import { always, onlyFor, type RecipientRule } from "../../support/smtp/smtp-script.ts";
import { CONFIRM, type CodeCase } from "../code-case.ts";
import { DOMAIN, HOST, homeward, PATIENT, PUBLIC_ADDRESS, type Scene } from "../scene.ts";

/** A server that says one thing to strangers' mailboxes and another to its own. */
function says(foreign: string, own = "250 2.1.5 Ok"): Scene {
  const rcpt: RecipientRule = ({ recipient }) => (recipient.endsWith(`@${DOMAIN}`) ? own : foreign);
  return { script: { rcpt } };
}

/** The same server at an address that counts as public. */
function inPublic(scene: Scene): Scene {
  return {
    ...scene,
    zones: { [DOMAIN]: { MX: [[10, HOST]] }, [HOST]: { A: [PUBLIC_ADDRESS] } },
    route: homeward,
  };
}

/** RCPT for the foreign recipient. */
const STRANGER = /@example\.com>/;
const DENIED = "554 5.7.1 <mx-gate-relay-test@example.com>: Relay access denied";
const common = { check: "relay", confirm: CONFIRM.relay } as const;
const error = { ...common, verdict: "fail", severity: "error" } as const;
const warning = { ...common, verdict: "warn", severity: "warning" } as const;
const notice = { ...common, verdict: "pass", severity: "notice" } as const;

export const relayCases: readonly CodeCase[] = [
  {
    ...error,
    code: "relay-open",
    where: "a server at a public address takes a stranger's mail to a stranger",
    scene: inPublic(says("250 2.1.5 Ok")),
    says: ["mx-gate-relay-test@example.com", "open relay"],
    advises: "reject_unauth_destination",
    confirm: CONFIRM.relay.replace("127.0.0.1", PUBLIC_ADDRESS),
    quotes: "250 2.1.5 Ok",
  },
  {
    ...error,
    code: "relay-open",
    where: "the server says that it will forward",
    scene: inPublic(says("251 User not local; will forward")),
    says: ["mx-gate-relay-test@example.com"],
    advises: "mynetworks",
    confirm: CONFIRM.relay.replace("127.0.0.1", PUBLIC_ADDRESS),
  },
  {
    ...error,
    code: "relay-open",
    where: "STARTTLS is broken and the relay is open in the clear",
    scene: inPublic({ script: { rcpt: always("250 Ok"), starttls: "plaintext" } }),
    says: ["open relay"],
    advises: "Relay only for authenticated clients",
    confirm: CONFIRM.relay.replace("127.0.0.1", PUBLIC_ADDRESS).replace(" --tls-optional", ""),
    beside: ["tls-handshake-failed"],
  },
  {
    ...error,
    code: "relay-open-to-us",
    where: "the null sender is refused and another one is not",
    scene: {
      script: {
        mail: (sender) => (sender === "" ? "550 5.7.1 Null sender is not allowed" : "250 Ok"),
        rcpt: always("250 Ok"),
      },
      settings: { "helo-name": "ci.example.org" },
    },
    says: ["mx-gate-relay-test@example.com"],
    advises: "outside your network",
    confirm: CONFIRM.relay
      .replace("'[127.0.0.1]'", "ci.example.org")
      .replace("'<>'", "postmaster@ci.example.org"),
    beside: ["null-sender-refused"],
  },
  {
    ...error,
    code: "relay-open-to-us",
    where: "the server is in a network of its own",
    scene: says("250 2.1.5 Ok"),
    says: ["mx-gate-relay-test@example.com", "trusted"],
    advises: "from a machine outside your network",
    quotes: "250 2.1.5 Ok",
  },
  {
    ...error,
    code: "relay-open",
    where: "the plain form is refused to strangers and taken from a sender of the tested domain",
    scene: inPublic({
      script: {
        rcpt: ({ sender, recipient }) =>
          `${sender} ${recipient}`.includes(`@${DOMAIN}`) ? "250 Ok" : DENIED,
      },
      settings: { "relay-test": "thorough" },
    }),
    says: ["mx-gate-relay-test@example.com"],
    advises: "reject_unauth_destination",
    confirm: CONFIRM.relay.replace("127.0.0.1", PUBLIC_ADDRESS).replace("'<>'", `postmaster@${DOMAIN}`),
    quotes: "sender of the tested domain",
  },
  {
    ...warning,
    code: "relay-odd-forms",
    where: "the plain forms are refused and the percent hack is not",
    scene: {
      script: {
        rcpt: ({ recipient }) =>
          /^postmaster@case\.test$|%.*@mx\.case\.test$/.test(recipient) ? "250 Ok" : DENIED,
      },
      settings: { "relay-test": "thorough" },
    },
    says: ["percent hack by name"],
    advises: "allow_percent_hack",
    confirm: CONFIRM.relay
      .replace("'<>'", "'mx-gate@[127.0.0.1]'")
      .replace("mx-gate-relay-test@example.com", "'mx-gate-relay-test%example.com@mx.case.test'"),
    quotes: "<mx-gate-relay-test%example.com@mx.case.test>",
  },
  {
    ...warning,
    code: "relay-not-tested",
    where: "this client is on a block list",
    scene: {
      script: {
        rcpt: always("554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org"),
      },
    },
    says: ["refuses this client", "554"],
    advises: "another machine",
    quotes: "blocked using zen.spamhaus.org",
    confirm: CONFIRM.relay.replace("'<>'", "'postmaster@[127.0.0.1]'"),
    beside: ["delivery-not-tested"],
  },
  {
    ...warning,
    code: "relay-not-tested",
    where: "the recipient's domain takes no mail",
    scene: says(
      "556 5.1.10 <mx-gate-relay-test@example.com>: Recipient address rejected: Domain example.com does not accept mail (nullMX)",
    ),
    says: ["the domain of mx-gate-relay-test@example.com", "556", "set relay-recipient"],
    advises: "relay-recipient",
  },
  {
    ...warning,
    code: "relay-not-tested",
    where: "every sender is refused",
    scene: {
      script: { mail: () => "550 5.7.1 Sender refused" },
      settings: { "helo-name": "ci.example.org" },
    },
    says: ["the sender <>", "550"],
    advises: "relay-sender",
    confirm:
      "swaks --server 127.0.0.1 --port PORT --ehlo ci.example.org --tls-optional --from '<>' --quit-after FROM",
    beside: ["delivery-not-tested"],
  },
  {
    ...warning,
    code: "relay-not-tested",
    where: "the server hangs up at the foreign recipient, and takes its own",
    scene: {
      script: { rcpt: onlyFor([DOMAIN]), troubles: [{ at: "RCPT", line: STRANGER, then: "close" }] },
      settings: { retries: "1" },
    },
    says: ["closed the connection at the foreign recipient", "answers for its own"],
    advises: "server's log",
  },
  {
    ...warning,
    code: "relay-not-tested",
    where: "the server does not answer for the foreign recipient, and takes its own",
    scene: {
      script: { rcpt: onlyFor([DOMAIN]), troubles: [{ at: "RCPT", line: STRANGER, then: "silence" }] },
      settings: { ...PATIENT, retries: "1" },
    },
    says: ["did not answer at the foreign recipient", "answers for its own"],
    advises: "server's log",
  },
  {
    ...warning,
    code: "relay-deferred",
    where: "the server is in trouble at every look",
    scene: says("451 4.3.5 Server configuration error"),
    says: ["451", "a fault of the server"],
    advises: "server's log",
    quotes: "Server configuration error",
  },
  {
    ...notice,
    code: "relay-rejected-otherwise",
    where: "the recipient is refused in words that say nothing of relaying",
    scene: says("550 5.1.1 <mx-gate-relay-test@example.com>: Recipient address rejected: User unknown"),
    says: ["550"],
    advises: "relay-recipient",
    quotes: "User unknown",
  },
  {
    ...notice,
    verdict: "skip",
    code: "relay-greylisted",
    where: "a greylist puts everybody off",
    scene: { script: { rcpt: always("451 4.7.1 Greylisting in action, please come back in 00:05:00") } },
    says: ["451"],
    advises: "past the greylist",
    quotes: "Greylisting in action",
  },
];
