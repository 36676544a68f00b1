/** What two answers of one server make of relay and delivery: the contract's table, row by row. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compareAnswers, saysTheSame, type Comparison } from "../../../src/judge/replies/comparison.ts";
import { replyOf, toForeign, toMail, toOwn } from "./answered.ts";

const OK = "250 2.1.5 Ok";
const RELAYING = "554 5.7.1 Relay access denied";

const compare = (foreign: string, own: string): Comparison =>
  compareAnswers({
    foreign: { reply: replyOf(foreign), asked: toForeign },
    own: { reply: replyOf(own), asked: toOwn },
  });

const words = (outcome: Comparison["relay"] | Comparison["delivery"]): string =>
  outcome === undefined
    ? "not answered"
    : [outcome.result === "finding" ? "" : outcome.result, outcome.code ?? ""].join(" ").trim();

interface Row {
  readonly title: string;
  readonly foreign: string;
  readonly own: string;
  readonly relay: string;
  readonly delivery: string;
}

const ROWS: readonly Row[] = [
  { title: "2xx", foreign: OK, own: OK, relay: "relay-open", delivery: "pass" },
  {
    title: "252 and 251",
    foreign: "252 Maybe",
    own: "251 Will forward",
    relay: "relay-open",
    delivery: "pass",
  },
  { title: "relaying, 5xx", foreign: RELAYING, own: RELAYING, relay: "pass", delivery: "domain-not-served" },
  {
    title: "relaying, 4xx",
    foreign: "454 4.7.1 Relay access denied",
    own: "454 4.7.1 Relay access denied",
    relay: "pass",
    delivery: "delivery-deferred",
  },
  {
    title: "login",
    foreign: "530 5.7.1 Authentication required",
    own: "530 5.7.1 Authentication required",
    relay: "pass",
    delivery: "login-required",
  },
  {
    title: "tls",
    foreign: "530 Must issue a STARTTLS command first",
    own: "530 Must issue a STARTTLS command first",
    relay: "relay-not-tested",
    delivery: "delivery-not-tested",
  },
  {
    title: "client",
    foreign: "554 Client host rejected",
    own: "554 Client host rejected",
    relay: "relay-not-tested",
    delivery: "delivery-not-tested",
  },
  {
    title: "domain, 5xx",
    foreign: "550 <relay-test@foreign.example>: Domain not found",
    own: "550 <postmaster@own.example>: Domain not found",
    relay: "relay-not-tested",
    delivery: "domain-not-served",
  },
  {
    title: "domain, 4xx",
    foreign: RELAYING,
    own: "450 4.1.2 <postmaster@own.example>: Domain not found",
    relay: "pass",
    delivery: "delivery-deferred",
  },
  {
    title: "domain of nobody named, said to both: it may be the sender's",
    foreign: "550 Domain not found",
    own: "550 Domain not found",
    relay: "relay-not-tested",
    delivery: "delivery-unclear",
  },
  {
    title: "mailbox",
    foreign: RELAYING,
    own: "550 User unknown",
    relay: "pass",
    delivery: "pass postmaster-refused",
  },
  {
    title: "mailbox in the words that refused the stranger",
    foreign: "550 5.1.1 <relay-test@foreign.example>... User unknown",
    own: "550 5.1.1 <postmaster@own.example>... User unknown",
    relay: "pass relay-rejected-otherwise",
    delivery: "delivery-unclear",
  },
  {
    title: "trouble",
    foreign: "451 4.3.0 Temporary lookup failure",
    own: "451 4.3.0 Temporary lookup failure",
    relay: "relay-deferred",
    delivery: "delivery-failing",
  },
  {
    title: "greylisting",
    foreign: "450 Greylisted for 299 seconds",
    own: "450 Greylisted for 298 seconds",
    relay: "skip relay-greylisted",
    delivery: "skip delivery-greylisted",
  },
  {
    title: "other 4xx",
    foreign: "450 No",
    own: "450 No",
    relay: "relay-deferred",
    delivery: "delivery-deferred",
  },
  {
    title: "unclear 5xx, own accepted",
    foreign: "550 No",
    own: OK,
    relay: "pass relay-rejected-otherwise",
    delivery: "pass",
  },
  {
    title: "unclear 5xx for the own",
    foreign: RELAYING,
    own: "550 No",
    relay: "pass",
    delivery: "delivery-unclear",
  },
  {
    title: "unclear 5xx, the same",
    foreign: "550 No",
    own: "550 No",
    relay: "relay-not-tested",
    delivery: "delivery-unclear",
  },
  {
    title: "unclear 5xx, where the client was refused for the own: that was no answer",
    foreign: "550 No",
    own: "554 5.7.1 Client host rejected",
    relay: "relay-not-tested",
    delivery: "delivery-not-tested",
  },
  {
    title: "421",
    foreign: "421 Bye",
    own: "421 Bye",
    relay: "session-deferred",
    delivery: "session-deferred",
  },
  {
    title: "words that leave it open of our own postmaster leave it open of a stranger's",
    foreign: "550 No such local user, relaying denied",
    own: "550 No such local user, relaying denied",
    relay: "relay-not-tested",
    delivery: "delivery-unclear",
  },
  {
    title: "no relaying for a cause of the client's, alike",
    foreign: "451 4.7.1 <relay not permitted: reverse DNS lookup failed>",
    own: "451 4.7.1 <relay not permitted: reverse DNS lookup failed>",
    relay: "relay-not-tested",
    delivery: "delivery-not-tested",
  },
  {
    title: "words of no language that is known",
    foreign: "550 Ezin da",
    own: OK,
    relay: "pass relay-rejected-otherwise",
    delivery: "pass",
  },
];

describe("relay and delivery", () => {
  for (const { title, foreign, own, relay, delivery } of ROWS) {
    test(title, () => {
      const compared = compare(foreign, own);
      assert.deepEqual([words(compared.relay), words(compared.delivery)], [relay, delivery]);
    });
  }

  test("a refusal of MAIL answers both", () => {
    const answer = { reply: replyOf("530 Authentication required"), asked: toMail };
    const compared = compareAnswers({ foreign: answer, own: answer });
    assert.deepEqual([words(compared.relay), words(compared.delivery)], ["pass", "login-required"]);
  });

  test("an unclear refusal without the other answer is no pass", () => {
    const foreign = { reply: replyOf("550 No"), asked: toForeign };
    assert.equal(words(compareAnswers({ foreign, own: undefined }).relay), "relay-not-tested");
    assert.equal(compareAnswers({ foreign, own: undefined }).delivery, undefined);
  });

  test("a mailbox that no word names takes the other answer to be claimed", () => {
    const own = { reply: replyOf("550 Invalid recipient"), asked: toOwn };
    assert.equal(words(compareAnswers({ foreign: undefined, own }).delivery), "delivery-unclear");
    const same = compare("550 Invalid recipient", "550 Invalid recipient");
    assert.equal(words(same.relay), "relay-not-tested");
    assert.equal(words(same.delivery), "delivery-unclear");
    assert.equal(words(compare(RELAYING, "550 Invalid recipient").delivery), "delivery-unclear");
    assert.equal(words(compare(RELAYING, "550 Unknown address").delivery), "pass postmaster-refused");
  });

  test("what is not served is refused in other words, so that the user is what is unknown", () => {
    assert.equal(words(compare(RELAYING, "550 Unrouteable address").delivery), "pass postmaster-refused");
    assert.equal(words(compare(RELAYING, "550 not deliverable").delivery), "pass postmaster-refused");
    assert.equal(words(compare("550 Access denied", "550 Unrouteable address").delivery), "delivery-unclear");
    assert.equal(words(compare("550 User unknown", "550 Unrouteable address").delivery), "delivery-unclear");
    assert.equal(words(compare(RELAYING, "550 Access denied").delivery), "delivery-unclear");
    assert.equal(words(compare(RELAYING, "550 not deliverable: policy").delivery), "delivery-unclear");
    assert.equal(words(compare(RELAYING, "450 Unrouteable address").delivery), "delivery-deferred");
  });

  test("a user of a stranger's that is unknown passes, and the notice says that relaying was not named", () => {
    const { relay } = compare("550 User unknown", "250 OK");
    assert.equal(words(relay), "pass relay-rejected-otherwise");
  });

  test("an unclear refusal of a stranger's recipient tells nothing where it may be of the client", () => {
    const relayOf = (foreign: string): string => words(compare(foreign, "250 OK").relay);
    assert.equal(relayOf("550 Fnord"), "pass relay-rejected-otherwise");
    assert.equal(relayOf("550 Fnord reputation"), "relay-not-tested");
    assert.equal(relayOf("550 Unroutable fnord of sender"), "relay-not-tested");
  });

  test("a 4xx never says that the domain is not served", () => {
    for (const own of [
      "450 Relaying denied",
      "450 Domain <postmaster@own.example> unknown",
      "451 4.1.2",
      "450 4.7.1 No",
    ]) {
      assert.notEqual(compare(RELAYING, own).delivery?.code, "domain-not-served", own);
    }
  });
});

describe("two replies say the same", () => {
  const alike: readonly (readonly [string, string, string])[] = [
    ["but for the recipients", "550 <relay-test@foreign.example> no", "550 <postmaster@own.example> no"],
    ["but for the domains", "550 foreign.example no", "550 own.example no"],
    ["but for the local parts", "550 relay-test: no", "550 postmaster: no"],
    ["but for an address and a domain", "550 relay-test@foreign.example no", "550 own.example no"],
    ["but for ids", "550 no 1782325033-abcDEF", "550 no 1782325039-xyzGHI"],
    ["but for times", "450 in 1 hour 3 minutes", "450 in 59 minutes"],
    ["but for URLs", "550 no, https://a.example/?q=foreign", "550 no, https://a.example/?q=own"],
  ];
  for (const [title, foreign, own] of alike) {
    test(title, () => {
      assert.ok(
        saysTheSame({ reply: replyOf(foreign), asked: toForeign }, { reply: replyOf(own), asked: toOwn }),
      );
    });
  }

  const different: readonly (readonly [string, string, string])[] = [
    ["another word", "550 no", "550 never"],
    ["another code", "550 no", "551 no"],
    ["another enhanced code", "550 5.7.1", "550 5.1.1"],
  ];
  for (const [title, foreign, own] of different) {
    test(`not with ${title}`, () => {
      assert.ok(
        !saysTheSame({ reply: replyOf(foreign), asked: toForeign }, { reply: replyOf(own), asked: toOwn }),
      );
    });
  }
});
