/**
 * The truth about the topic "Delivery": whether mail arrives, and what the product is to say.
 *
 * What `delivery` is to come to was written by the contract and the products' documentation before there was such a check.
 */
import { FOUND, PASS, SKIP, endsAt, fails, noTls, notes, unclear, warns } from "./expectation.ts";
import type { Expectation, Deviations, Row } from "./expectation.ts";
import type { Arrival } from "./senders/arrivals.ts";

type Target = readonly [
  name: string,
  says: string,
  arrives: Arrival,
  delivery: Expectation,
  today?: Deviations,
];

/** The server refuses the client before there is a dialog. */
const UNSEEN = SKIP;

const GREYLISTED: Expectation = { verdict: "skip", codes: ["delivery-greylisted"] };

const REFUSED: Deviations = { relay: notes("relay-rejected-otherwise") };
const NOT_TESTED: Deviations = { relay: warns("relay-not-tested") };
const TURNED_AWAY = endsAt("banner", unclear("banner-refused"));

const TARGETS: readonly Target[] = [
  ["haraka", "Haraka: 550 I cannot deliver mail for", "yes", PASS],
  ["haraka-unserved", "Haraka, domain not in its list", "no", fails("domain-not-served")],
  ["hmailserver", "hMailServer: 550 Delivery is not allowed to this address", "yes", PASS],
  ["hmailserver-login", "hMailServer demands a login for its own domain", "no", fails("login-required")],
  ["exchange", "Exchange: 550 5.7.54 Unable to relay recipient in non-accepted domain", "yes", PASS],
  ["exchange-unserved", "Exchange, no accepted domain", "no", fails("domain-not-served")],
  [
    "exchange-reserved",
    "Exchange: 550 5.1.5 Recipient address reserved by RFC 2606",
    "yes",
    PASS,
    NOT_TESTED,
  ],
  [
    "exchange-no-postmaster",
    "Exchange, postmaster unknown: 550 5.1.10 RecipientNotFound",
    "no",
    notes("postmaster-refused"),
  ],
  ["mox", "mox: 550 5.1.1 not accepting email for domain", "yes", PASS],
  ["mox-unserved", "mox, domain not configured", "no", fails("domain-not-served")],
  [
    "coremail",
    "Coremail: takes no null sender (553 at MAIL), 550 User not found",
    "yes",
    warns("null-sender-refused"),
    REFUSED,
  ],
  [
    "laposte-deferred",
    "laposte.net: 450 4.7.1 Client host rejected: Service refuse (LPN027_503), to everybody",
    "deferred",
    warns("delivery-not-tested"),
    NOT_TESTED,
  ],
  [
    "laposte-refused",
    "laposte.net: 550 5.5.0 Service refuse (LPN007_510), to everybody",
    "no",
    warns("delivery-not-tested"),
    NOT_TESTED,
  ],
  ["web-de", "web.de: 550-Requested action not taken: mailbox unavailable", "yes", PASS, REFUSED],
  ["web-de-blocked", "web.de: 554- No SMTP service, in place of the greeting", "varies", UNSEEN, TURNED_AWAY],
  // The words speak of trouble; that it is greylisting stands in the documentation.
  [
    "mimecast",
    "Mimecast's greylisting: 451 Internal resources are temporarily unavailable",
    "greylisted",
    GREYLISTED,
    REFUSED,
  ],
  ["proofpoint-blocked", "Proofpoint: 554 Blocked, in place of the greeting", "varies", UNSEEN, TURNED_AWAY],
  [
    "proofpoint-reputation",
    "Proofpoint: 550 5.7.1 client blocked using Proofpoint Dynamic Reputation, to everybody",
    "no",
    warns("delivery-not-tested"),
    NOT_TESTED,
  ],
  [
    "proofpoint-essentials",
    "Proofpoint Essentials: 550 5.7.1 User email address is marked as invalid",
    "no",
    notes("postmaster-refused"),
  ],
  ["greylister", "postgrey in front of every recipient: who comes again is let in", "greylisted", GREYLISTED],
  [
    "table-unreadable",
    "Postfix cannot read a table: 451 4.3.0 to its own recipients",
    "deferred",
    fails("delivery-failing"),
  ],
  [
    "misconfigured",
    "Postfix lacks a table: 451 4.3.5 to its own recipients",
    "deferred",
    fails("delivery-failing"),
  ],
  [
    "misconfigured-for-all",
    "Postfix lacks a table: 451 4.3.5 to everybody",
    "deferred",
    fails("delivery-failing"),
    { relay: warns("relay-deferred") },
  ],
  ["login-at-mail", "Exim demands a login: 530 5.7.0 at MAIL", "no", fails("login-required")],
  [
    "login-for-postmaster",
    "Exim demands a login for its own postmaster: 530 5.7.0 at RCPT",
    "no",
    fails("login-required"),
  ],
  [
    "blocked-at-rcpt-exim",
    "client on a block list, refused for it at RCPT, whoever the recipient",
    "no",
    warns("delivery-not-tested"),
    NOT_TESTED,
  ],
  [
    "domain-unknown",
    "550 5.1.2 we know of no such domain, to its own recipients",
    "no",
    fails("domain-not-served"),
  ],
  ["takes-own-252", "252 to its own recipients", "yes", PASS],
  ["one-recipient", "takes one recipient of a bounce and refuses the second RCPT", "yes", PASS],
  ["own-deferred", "450 4.7.1 not now, to its own recipients", "deferred", warns("delivery-deferred")],
  [
    "tls-demanded",
    "530 5.7.0 Must issue a STARTTLS command first, and there is no STARTTLS",
    "no",
    warns("delivery-not-tested"),
    { ...noTls(fails("starttls-not-offered")), ...NOT_TESTED },
  ],
];

export const DELIVERY: readonly Row[] = TARGETS.map(([name, says, arrives, expected, relay = {}]) => ({
  name,
  topic: "Delivery",
  says,
  mx: FOUND,
  endpoints: { mx: { ...relay, delivery: expected } },
  run: "default",
  arrives,
}));
