/**
 * How the domains of the topic "Delivery" are set up: what servers say of their own postmaster, and products
 * whose dialogs are played in their own words, with the source of the words beside them.
 */
import type { SmtpScript } from "../support/smtp/smtp-script.ts";
import { exim, one, postfix, postfixWith, script } from "./plan.ts";
import type { DomainPlan, PostfixPlan, Stage } from "./plan.ts";
import { STRICT_POSTGREY } from "./postgrey.ts";

/** What one product says: to its own recipients, to all others, and in the rest of the dialog. */
interface Product extends Partial<Omit<SmtpScript, "greeting" | "rcpt">> {
  /** Greeting without line end. */
  readonly greeting: string;
  readonly own: string;
  readonly foreign: string;
}

/** A product's dialog; `HOST` is the server's name, `RECIPIENT` the address that it is asked about. */
function product(of: Product | ((stage: Stage) => Product)): DomainPlan {
  return one(
    script((stage) => {
      const { greeting, own, foreign, ...more } = typeof of === "function" ? of(stage) : of;
      return {
        greeting: `${greeting.replace("HOST", stage.host)}\r\n`,
        rcpt: ({ recipient }) =>
          (recipient.endsWith(`@${stage.domain}`) ? own : foreign).replaceAll("RECIPIENT", recipient),
        ...more,
      };
    }),
  );
}

/** Refuses every connection in place of the greeting. */
function turnsAway(reply: string): DomainPlan {
  return one(script({ troubles: [{ at: "greeting", reply, then: "close" }] }));
}

/** Postfix that says so of its own recipients. */
function aboutOwn(answer: string): PostfixPlan {
  return postfix({
    settings: (stage) => ({
      smtpd_recipient_restrictions: `reject_unauth_destination, check_recipient_access regexp:${stage.file("own", `/./ ${answer}\n`)}`,
    }),
  });
}

/** A table that nobody has built. */
const MISSING_TABLE = "hash:/nonexistent/recipients";

/** Seconds for which a played greylister defers; it remembers who has asked by sender and recipient. */
const GREYLISTED_SECONDS = 5;

/** Defers every pair of sender and recipient for a while, as Mimecast does for a minute. */
function greylisting(
  deferred: string,
  accepted: string,
): (envelope: { sender: string; recipient: string }) => string {
  const firstSeen = new Map<string, number>();
  return ({ sender, recipient }) => {
    const now = performance.now();
    const pair = `${sender} ${recipient}`;
    const first = firstSeen.get(pair) ?? now;
    firstSeen.set(pair, first);
    return now - first < GREYLISTED_SECONDS * 1000 ? deferred : accepted;
  };
}

const EXCHANGE = {
  greeting: "220 HOST Microsoft ESMTP MAIL Service ready at Sun, 29 Nov 2026 01:00:00 +0000",
  announce: ["SIZE 37748736", "PIPELINING", "DSN", "ENHANCEDSTATUSCODES", "8BITMIME"],
  mail: () => "250 2.1.0 Sender OK",
  own: "250 2.1.5 Recipient OK",
} as const;

const HARAKA = {
  greeting: "220 HOST ESMTP Haraka/3.1.0 ready",
  announce: ["PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE 0"],
  mail: (sender: string) => `250 sender <${sender}> OK`,
} as const;

const MOX = {
  greeting: "220 HOST ESMTP mox",
  announce: ["8BITMIME", "ENHANCEDSTATUSCODES", "PIPELINING", "SIZE 104857600", "SMTPUTF8"],
  mail: () => "250 2.1.0 looking good",
} as const;

const HMAILSERVER = {
  greeting: "220 HOST ESMTP",
  announce: ["SIZE 20480000"],
  mail: () => "250 OK",
} as const;

const PROOFPOINT = {
  greeting: "220 HOST ESMTP mfa-m0000001",
  announce: ["ENHANCEDSTATUSCODES", "PIPELINING", "8BITMIME", "SIZE 75000000"],
} as const;

export const DELIVERY_PLANS: Readonly<Record<string, DomainPlan>> = {
  // Haraka, connection.js: no plugin has taken the recipient, which is what rcpt_to.in_host_list is for.
  haraka: product({
    ...HARAKA,
    own: "250 recipient <RECIPIENT> OK",
    foreign: "550 I cannot deliver mail for <RECIPIENT>",
  }),
  "haraka-unserved": product({
    ...HARAKA,
    own: "550 I cannot deliver mail for <RECIPIENT>",
    foreign: "550 I cannot deliver mail for <RECIPIENT>",
  }),
  // hMailServer, SMTPConnection.cpp: relaying is off for the client's range; 530 where a login would allow it.
  hmailserver: product({
    ...HMAILSERVER,
    own: "250 OK",
    foreign: "550 Delivery is not allowed to this address.",
  }),
  "hmailserver-login": product({
    ...HMAILSERVER,
    own: "530 SMTP authentication is required.",
    foreign: "550 Delivery is not allowed to this address.",
  }),
  // Exchange's own codes: learn.microsoft.com, "NDRs and SMTP errors in Exchange Server".
  exchange: product({
    ...EXCHANGE,
    foreign: "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
  }),
  "exchange-unserved": product({
    ...EXCHANGE,
    own: "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
    foreign: "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
  }),
  // RejectReservedSecondLevelRecipientDomains of the receive connector.
  "exchange-reserved": product({
    ...EXCHANGE,
    foreign: "550 5.1.5 Recipient address reserved by RFC 2606",
  }),
  "exchange-no-postmaster": product({
    ...EXCHANGE,
    own: "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
    foreign: "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
  }),
  // mox, smtpserver/server.go: ErrDomainNotFound, with the connection's id behind every error.
  mox: product({
    ...MOX,
    own: "250 2.1.0 now on the list",
    foreign: "550 5.1.1 not accepting email for domain (5b2c4d1a)",
  }),
  "mox-unserved": product({
    ...MOX,
    own: "550 5.1.1 not accepting email for domain (5b2c4d1a)",
    foreign: "550 5.1.1 not accepting email for domain (5b2c4d1a)",
  }),
  // Coremail's list of refusals (icoremail.vip, 163.com): it takes no null sender, and knows no foreign users.
  coremail: product({
    greeting: "220 HOST Anti-spam GT for Coremail System",
    announce: ["PIPELINING", "SIZE 73400320", "8BITMIME"],
    mail: (sender) =>
      sender === "" ? "553 Requested action not taken: NULL sender is not allowed" : "250 Mail OK",
    own: "250 Mail OK",
    foreign: "550 User not found: RECIPIENT",
  }),
  // laposte.net: LPN027_503 is about the client's host, LPN007_510 says no more than that service is refused.
  "laposte-deferred": product({
    greeting: "220 HOST ESMTP",
    own: "450 4.7.1 <unknown[127.0.0.1]>: Client host rejected: Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN027_503",
    foreign:
      "450 4.7.1 <unknown[127.0.0.1]>: Client host rejected: Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN027_503",
  }),
  "laposte-refused": product({
    greeting: "220 HOST ESMTP",
    own: "550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN007_510",
    foreign:
      "550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN007_510",
  }),
  // postmaster.web.de and postmaster.gmx.net, "error messages": several lines, the last one with a link.
  "web-de": product({
    greeting: "220 web.de (mxweb012) Nemesis ESMTP Service ready",
    announce: ["8BITMIME", "SIZE 157286400"],
    mail: () => "250 Requested mail action okay, completed",
    own: "250 OK",
    foreign:
      "550-Requested action not taken: mailbox unavailable\r\n550 For explanation visit https://postmaster.web.de/en/case?c=r0501&i=ip&v=127.0.0.1&r=1MNcgj-1ue23t3pyV-00S2YR",
  }),
  "web-de-blocked": turnsAway(
    [
      "554-web.de (mxweb012) Nemesis ESMTP Service not available",
      "554-No SMTP service",
      "554-IP address is block listed.",
      "554 For explanation visit https://postmaster.web.de/en/case?c=r0201&i=ip&v=127.0.0.1&r=1MNcgj-1ue23t3pyV-00S2YR",
    ].join("\r\n"),
  ),
  // mimecastsupport.zendesk.com, "Mimecast SMTP Error Codes": this 451 is what its greylisting says.
  mimecast: one(
    script(({ host, domain }) => {
      const id = "[Aj3QXapeMpqZYaeFwWhjzw.us32]";
      const greylist = greylisting(
        `451 Internal resources are temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 ${id}`,
        `250 Recipient OK ${id}`,
      );
      return {
        greeting: `220 ${host} ESMTP; Sun, 29 Nov 2026 01:00:00 +0000\r\n`,
        announce: ["SIZE 104857600"],
        mail: () => `250 Sender OK ${id}`,
        rcpt: (envelope) =>
          envelope.recipient.endsWith(`@${domain}`)
            ? greylist(envelope)
            : `550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 ${id}`,
      };
    }),
  ),
  // Proofpoint: in place of the greeting, from its reputation service, and Essentials' closed relay.
  "proofpoint-blocked": turnsAway("554 Blocked - see https://ipcheck.proofpoint.com/?ip=127.0.0.1"),
  "proofpoint-reputation": product({
    ...PROOFPOINT,
    own: "550 5.7.1 Service unavailable; client [127.0.0.1] blocked using Proofpoint Dynamic Reputation",
    foreign: "550 5.7.1 Service unavailable; client [127.0.0.1] blocked using Proofpoint Dynamic Reputation",
  }),
  "proofpoint-essentials": product({
    ...PROOFPOINT,
    own: "550 5.7.1 <RECIPIENT>: Recipient address rejected: User email address is marked as invalid.",
    foreign: "554 5.7.1 <RECIPIENT>: Relay access denied",
  }),

  greylister: one(
    postfixWith({
      smtpd_recipient_restrictions: `reject_unauth_destination, check_policy_service inet:${STRICT_POSTGREY.address}:${String(STRICT_POSTGREY.port)}`,
    }),
  ),
  // What looks up recipients says 4.3.0 where it cannot, and what is a restriction's table 4.3.5.
  "table-unreadable": one(postfixWith({ relay_recipient_maps: MISSING_TABLE })),
  misconfigured: one(
    postfixWith({
      smtpd_recipient_restrictions: `reject_unauth_destination, check_recipient_access ${MISSING_TABLE}`,
    }),
  ),
  "misconfigured-for-all": one(
    postfixWith({
      smtpd_relay_restrictions: `check_recipient_access ${MISSING_TABLE}, reject_unauth_destination`,
    }),
  ),
  "login-at-mail": one(exim({ acl: { mail: ["deny message = 530 5.7.0 Authentication required"] } })),
  "login-for-postmaster": one(
    exim({
      acl: { rcpt: ["deny local_parts = postmaster", "  message = 530 5.7.0 Authentication required"] },
    }),
  ),
  "blocked-at-rcpt-exim": one(
    exim({
      acl: {
        rcpt: [
          "deny dnslists = dnsbl.test",
          "  message = rejected because $sender_host_address is in a black list at $dnslist_domain",
        ],
      },
    }),
  ),
  "domain-unknown": one(aboutOwn("550 5.1.2 we know of no such domain")),
  "takes-own-252": product({
    greeting: "220 HOST ESMTP",
    own: "252 2.1.5 Cannot VRFY user, but will accept message and attempt delivery",
    foreign: "554 5.7.1 <RECIPIENT>: Relay access denied",
  }),
  // A bounce has one recipient, however it is answered.
  "one-recipient": one(
    exim({
      acl: {
        rcpt: [
          "deny senders = :",
          "  condition = ${if >{$rcpt_count}{1}}",
          "  message = only one recipient is accepted for a bounce",
        ],
      },
    }),
  ),
  "own-deferred": one(aboutOwn("450 4.7.1 not now")),
  "tls-demanded": one(
    exim({
      chain: null,
      acl: { mail: ["deny message = 530 5.7.0 Must issue a STARTTLS command first"] },
    }),
  ),
};
