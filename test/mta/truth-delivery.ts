/**
 * The truth about the topic "Delivery": whether mail arrives, and what the product is to say.
 *
 * `delivery` is what the check of that name is to come to by the contract; it is compared with nothing as long as
 * there is no such check. What its absence makes of the other checks stands in the fourth column: findings about
 * the own postmaster are the check `relay`'s, and go from there when `delivery` comes.
 */
import { FOUND, endsAt, fails, noTls, notes, unclear, warns } from "./expectation.ts";
import type { DeliveryExpectation, Deviations, Row } from "./expectation.ts";
import type { Arrival } from "./senders/arrivals.ts";

type Target = readonly [
  name: string,
  says: string,
  arrives: Arrival,
  delivery: DeliveryExpectation,
  today?: Deviations,
];

const PASSES: DeliveryExpectation = { verdict: "pass", codes: [] };

/** An expectation with codes that are still to come. */
function delivery(verdict: DeliveryExpectation["verdict"], code: string): DeliveryExpectation {
  return { verdict, codes: [code] };
}

/** The server refuses the client before there is a dialog. */
const UNSEEN: DeliveryExpectation = { verdict: "skip", codes: [] };

const REFUSED: Deviations = { relay: notes("relay-rejected-otherwise") };
const OWN_REFUSED: Deviations = { relay: notes("postmaster-refused") };
const BOTH_REFUSED: Deviations = { relay: notes("postmaster-refused", "relay-rejected-otherwise") };
const NOT_TESTED: Deviations = { relay: warns("relay-not-tested") };
const TURNED_AWAY = endsAt("banner", unclear("banner-refused"));

const TARGETS: readonly Target[] = [
  ["haraka", "Haraka: 550 I cannot deliver mail for", "yes", PASSES, REFUSED],
  [
    "haraka-unserved",
    "Haraka, domain not in its list",
    "no",
    delivery("fail", "domain-not-served"),
    BOTH_REFUSED,
  ],
  ["hmailserver", "hMailServer: 550 Delivery is not allowed to this address", "yes", PASSES, REFUSED],
  [
    "hmailserver-login",
    "hMailServer demands a login for its own domain",
    "no",
    delivery("fail", "login-required"),
    REFUSED,
  ],
  ["exchange", "Exchange: 550 5.7.54 Unable to relay recipient in non-accepted domain", "yes", PASSES],
  [
    "exchange-unserved",
    "Exchange, no accepted domain",
    "no",
    delivery("fail", "domain-not-served"),
    { relay: fails("domain-not-served") },
  ],
  ["exchange-reserved", "Exchange: 550 5.1.5 Recipient address reserved by RFC 2606", "yes", PASSES, REFUSED],
  [
    "exchange-no-postmaster",
    "Exchange, postmaster unknown: 550 5.1.10 RecipientNotFound",
    "no",
    delivery("pass", "postmaster-refused"),
    OWN_REFUSED,
  ],
  ["mox", "mox: 550 5.1.1 not accepting email for domain", "yes", PASSES, REFUSED],
  ["mox-unserved", "mox, domain not configured", "no", delivery("fail", "domain-not-served"), BOTH_REFUSED],
  ["coremail", "Coremail: takes no null sender (553 at MAIL), 550 User not found", "yes", PASSES, REFUSED],
  [
    "laposte-deferred",
    "laposte.net: 450 4.7.1 Client host rejected: Service refuse (LPN027_503), to everybody",
    "deferred",
    delivery("warn", "delivery-not-tested"),
    NOT_TESTED,
  ],
  [
    "laposte-refused",
    "laposte.net: 550 5.5.0 Service refuse (LPN007_510), to everybody",
    "no",
    delivery("inconclusive", "delivery-unclear"),
    BOTH_REFUSED,
  ],
  ["web-de", "web.de: 550-Requested action not taken: mailbox unavailable", "yes", PASSES, REFUSED],
  ["web-de-blocked", "web.de: 554- No SMTP service, in place of the greeting", "varies", UNSEEN, TURNED_AWAY],
  // The words speak of trouble; that it is greylisting stands in the documentation, and shows at a second look.
  [
    "mimecast",
    "Mimecast's greylisting: 451 Internal resources are temporarily unavailable",
    "greylisted",
    delivery("skip", "delivery-greylisted"),
    REFUSED,
  ],
  ["proofpoint-blocked", "Proofpoint: 554 Blocked, in place of the greeting", "varies", UNSEEN, TURNED_AWAY],
  [
    "proofpoint-reputation",
    "Proofpoint: 550 5.7.1 client blocked using Proofpoint Dynamic Reputation, to everybody",
    "no",
    delivery("warn", "delivery-not-tested"),
    NOT_TESTED,
  ],
  [
    "proofpoint-essentials",
    "Proofpoint Essentials: 550 5.7.1 User email address is marked as invalid",
    "no",
    delivery("pass", "postmaster-refused"),
    OWN_REFUSED,
  ],
  [
    "greylister",
    "postgrey in front of every recipient: who comes again is let in",
    "greylisted",
    delivery("skip", "delivery-greylisted"),
  ],
  [
    "table-unreadable",
    "Postfix cannot read a table: 451 4.3.0 to its own recipients",
    "deferred",
    delivery("fail", "delivery-failing"),
  ],
  [
    "misconfigured",
    "Postfix lacks a table: 451 4.3.5 to its own recipients",
    "deferred",
    delivery("fail", "delivery-failing"),
  ],
  [
    "misconfigured-for-all",
    "Postfix lacks a table: 451 4.3.5 to everybody",
    "deferred",
    delivery("fail", "delivery-failing"),
    { relay: notes("relay-deferred") },
  ],
  [
    "login-at-mail",
    "Exim demands a login: 530 5.7.0 at MAIL",
    "no",
    delivery("fail", "login-required"),
    NOT_TESTED,
  ],
  [
    "login-for-postmaster",
    "Exim demands a login for its own postmaster: 530 5.7.0 at RCPT",
    "no",
    delivery("fail", "login-required"),
  ],
  [
    "blocked-at-rcpt-exim",
    "client on a block list, told so at RCPT, whoever the recipient",
    "no",
    delivery("warn", "delivery-not-tested"),
    NOT_TESTED,
  ],
  [
    "domain-unknown",
    "550 5.1.2 we know of no such domain, to its own recipients",
    "no",
    delivery("fail", "domain-not-served"),
    OWN_REFUSED,
  ],
  ["takes-own-252", "252 to its own recipients", "yes", PASSES],
  [
    "one-recipient",
    "takes one recipient of a bounce and refuses the second RCPT",
    "yes",
    PASSES,
    OWN_REFUSED,
  ],
  [
    "own-deferred",
    "450 4.7.1 not now, to its own recipients",
    "deferred",
    delivery("warn", "delivery-deferred"),
  ],
  [
    "tls-demanded",
    "530 5.7.0 Must issue a STARTTLS command first, and there is no STARTTLS",
    "no",
    delivery("warn", "delivery-not-tested"),
    { ...noTls(fails("starttls-not-offered")), ...NOT_TESTED },
  ],
];

export const DELIVERY: readonly Row[] = TARGETS.map(([name, says, arrives, expected, today = {}]) => ({
  name,
  topic: "Delivery",
  says,
  mx: FOUND,
  endpoints: { mx: today },
  run: "default",
  arrives,
  delivery: expected,
}));
