/** The checks `relay` and `delivery`: what MAIL, the foreign recipient and the own postmaster come to together. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Verdict } from "../../../src/judge/report.ts";
import { DOMAIN, play, type Played, type Scene } from "../scene.ts";

const OK = "250 2.1.5 Ok";
const DENIED = "554 5.7.1 <probe@example.com>: Relay access denied";
const LOGIN = "530 5.7.0 Authentication required";
const GREY = "451 4.7.1 Greylisting in action, please come back in 00:05:00";
const BLOCKED = "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org";
const UNKNOWN =
  "550 5.1.1 <probe@example.com>: Recipient address rejected: User unknown in local recipient table";

/** A server that answers MAIL, strangers' mailboxes and its own so. */
function answering(foreign: string, own: string, mail: (sender: string) => string = () => OK): Scene {
  return { script: { mail, rcpt: ({ recipient }) => (recipient.endsWith(`@${DOMAIN}`) ? own : foreign) } };
}

/** What a check came to: its verdict, then its codes. */
function outcomeOf({ report }: Played, id: "relay" | "delivery"): string {
  const checks = report.domains[0]?.servers[0]?.endpoints[0]?.checks;
  const check = checks?.find((each) => each.check === id) ?? assert.fail();
  return [check.verdict, ...check.findings.map(({ code }) => code)].join(" ");
}

const relayOf = (played: Played): string => outcomeOf(played, "relay");

/** The contract's table: what each meaning of a reply makes of the two questions. */
describe("the answers to RCPT", () => {
  const TROUBLE = "451 4.3.5 Server configuration error";
  const TLS_FIRST = "530 5.7.0 Must issue a STARTTLS command first";
  const MYSTERY = "550 xyzzy";
  const UNKNOWN_OWN = "550 5.1.1 <postmaster@case.test>: Recipient address rejected: User unknown";
  const NO_DOMAIN = "550 5.1.2 <probe@example.com>: Recipient address rejected: Domain not found";
  type Is = Verdict | `${Verdict} ${string}`;
  const cases: readonly { foreign: string; own: string; relay: Is; delivery: Is }[] = [
    // 2xx
    { foreign: DENIED, own: OK, relay: "pass", delivery: "pass" },
    { foreign: DENIED, own: "252 Cannot VRFY user", relay: "pass", delivery: "pass" },
    { foreign: OK, own: OK, relay: "fail relay-open-to-us", delivery: "pass" },
    { foreign: OK, own: UNKNOWN_OWN, relay: "fail relay-open-to-us", delivery: "pass postmaster-refused" },
    // relaying
    { foreign: DENIED, own: DENIED, relay: "pass", delivery: "fail domain-not-served" },
    {
      foreign: "454 4.7.1 <probe@example.com>: Relay access denied",
      own: "454 4.7.1 <postmaster@case.test>: Relay access denied",
      relay: "pass",
      delivery: "fail delivery-deferred",
    },
    {
      foreign: DENIED,
      own: "454 4.7.1 <postmaster@case.test>: Relay access denied",
      relay: "pass",
      delivery: "warn delivery-deferred",
    },
    // what says itself that it passes is no word of the domains that the server has
    ...[
      "452 4.3.1 Relay queue full, mail not accepted for relaying",
      "451 4.4.3 Unable to resolve recipient domain for relay",
      "450 Domain not accepted at this time",
    ].map((both): { foreign: string; own: string; relay: Is; delivery: Is } => {
      return { foreign: both, own: both, relay: "pass", delivery: "warn delivery-deferred" };
    }),
    { foreign: "551 User not local", own: OK, relay: "pass", delivery: "pass" },
    // login
    { foreign: LOGIN, own: LOGIN, relay: "pass", delivery: "fail login-required" },
    { foreign: LOGIN, own: OK, relay: "pass", delivery: "pass" },
    // tls
    {
      foreign: TLS_FIRST,
      own: TLS_FIRST,
      relay: "warn relay-not-tested",
      delivery: "warn delivery-not-tested",
    },
    // client
    { foreign: BLOCKED, own: BLOCKED, relay: "warn relay-not-tested", delivery: "warn delivery-not-tested" },
    { foreign: DENIED, own: BLOCKED, relay: "pass", delivery: "warn delivery-not-tested" },
    // domain
    { foreign: NO_DOMAIN, own: OK, relay: "warn relay-not-tested", delivery: "pass" },
    // mailbox
    { foreign: UNKNOWN, own: OK, relay: "pass relay-rejected-otherwise", delivery: "pass" },
    { foreign: DENIED, own: UNKNOWN_OWN, relay: "pass", delivery: "pass postmaster-refused" },
    {
      foreign: UNKNOWN,
      own: "550 5.1.1 <postmaster@case.test>: Recipient address rejected: User unknown in local recipient table",
      relay: "pass relay-rejected-otherwise",
      delivery: "inconclusive delivery-unclear",
    },
    // trouble
    { foreign: TROUBLE, own: TROUBLE, relay: "warn relay-deferred", delivery: "fail delivery-failing" },
    { foreign: DENIED, own: TROUBLE, relay: "pass", delivery: "fail delivery-failing" },
    // greylisting
    { foreign: GREY, own: GREY, relay: "skip relay-greylisted", delivery: "skip delivery-greylisted" },
    { foreign: DENIED, own: GREY, relay: "pass", delivery: "skip delivery-greylisted" },
    { foreign: GREY, own: OK, relay: "skip relay-greylisted", delivery: "pass" },
    { foreign: GREY, own: DENIED, relay: "skip relay-greylisted", delivery: "fail domain-not-served" },
    // another 4xx
    {
      foreign: "450 xyzzy",
      own: "450 plugh",
      relay: "warn relay-deferred",
      delivery: "warn delivery-deferred",
    },
    // an unclear 5xx
    { foreign: MYSTERY, own: OK, relay: "pass relay-rejected-otherwise", delivery: "pass" },
    { foreign: DENIED, own: MYSTERY, relay: "pass", delivery: "inconclusive delivery-unclear" },
    {
      foreign: MYSTERY,
      own: MYSTERY,
      relay: "warn relay-not-tested",
      delivery: "inconclusive delivery-unclear",
    },
    // what is no answer to RCPT
    {
      foreign: "354 End data with <CR><LF>.<CR><LF>",
      own: OK,
      relay: "warn relay-not-tested",
      delivery: "pass",
    },
  ];
  for (const { foreign, own, relay, delivery } of cases) {
    test(`${foreign.slice(0, 50)} and ${own.slice(0, 50)}: ${relay}, ${delivery}`, async () => {
      const played = await play(answering(foreign, own));
      assert.deepEqual([outcomeOf(played, "relay"), outcomeOf(played, "delivery")], [relay, delivery]);
    });
  }
});

describe("the answer to MAIL", () => {
  const toNull = (refusal: string) => (sender: string) => (sender === "" ? refusal : OK);
  const cases: readonly {
    where: string;
    mail: (sender: string) => string;
    foreign?: string;
    relay: string;
    delivery: string;
  }[] = [
    { where: "a login is asked for", mail: () => LOGIN, relay: "pass", delivery: "fail login-required" },
    {
      where: "a login is asked for, and the second sender is refused for its form",
      mail: (sender) => (sender === "" ? LOGIN : "501 5.1.7 Bad sender address syntax"),
      relay: "pass",
      delivery: "fail login-required",
    },
    {
      where: "every sender is put off",
      mail: () => GREY,
      relay: "skip relay-greylisted",
      delivery: "skip delivery-greylisted",
    },
    {
      where: "the server is in trouble",
      mail: () => "451 4.3.0 Temporary lookup failure",
      relay: "warn relay-deferred",
      delivery: "fail delivery-failing",
    },
    {
      where: "every sender is refused",
      mail: () => "553 5.1.8 Sender address rejected: Domain not found",
      relay: "warn relay-not-tested",
      delivery: "warn delivery-not-tested",
    },
    {
      where: "this client is refused",
      mail: () => BLOCKED,
      relay: "warn relay-not-tested",
      delivery: "warn delivery-not-tested",
    },
    {
      where: "it is refused for no known reason",
      mail: () => "550 No",
      relay: "warn relay-not-tested",
      delivery: "warn delivery-not-tested",
    },
    {
      where: "the null sender is refused and the relay is closed",
      mail: toNull("550 5.7.1 Null sender refused"),
      relay: "pass",
      delivery: "warn null-sender-refused",
    },
    {
      where: "the null sender is refused and the relay is open",
      mail: toNull("550 5.7.1 Null sender refused"),
      foreign: OK,
      relay: "fail relay-open-to-us",
      delivery: "warn null-sender-refused",
    },
    {
      where: "the null sender is put off and the relay is open",
      mail: toNull(GREY),
      foreign: OK,
      relay: "fail relay-open-to-us",
      delivery: "pass",
    },
    {
      where: "the server has had enough",
      mail: () => "421 4.7.0 Too many errors",
      relay: "inconclusive session-deferred",
      delivery: "inconclusive session-deferred",
    },
  ];
  for (const { where, mail, foreign = DENIED, relay, delivery } of cases) {
    test(`where ${where}: ${relay}, ${delivery}`, async () => {
      const played = await play(answering(foreign, OK, mail));
      assert.deepEqual([outcomeOf(played, "relay"), outcomeOf(played, "delivery")], [relay, delivery]);
    });
  }
});

describe("the null sender that is refused at RCPT", () => {
  const REFUSED = "550 5.7.1 <>: Sender address rejected: null sender is not allowed";
  test("gives way to a second one, whose answers count", async () => {
    const rcpt = ({ sender, recipient }: { sender: string; recipient: string }): string => {
      if (sender === "") return REFUSED;
      return recipient.endsWith(`@${DOMAIN}`) ? OK : DENIED;
    };
    const played = await play({ script: { rcpt } });
    assert.deepEqual(
      [outcomeOf(played, "relay"), outcomeOf(played, "delivery")],
      ["pass", "warn null-sender-refused"],
    );
  });
});

describe("trouble that is over at the second look", () => {
  test("is not told", async () => {
    let answers = 0;
    const rcpt = ({ recipient }: { recipient: string }): string => {
      if (!recipient.endsWith(`@${DOMAIN}`)) return DENIED;
      answers++;
      return answers === 1 ? "451 4.3.0 Temporary lookup failure" : OK;
    };
    const played = await play({ script: { rcpt }, settings: { retries: "1" } });
    assert.equal(outcomeOf(played, "delivery"), "pass");
    assert.deepEqual(played.report.domains[0]?.servers[0]?.endpoints[0]?.secondLooks, ["retry"]);
  });
});

describe("the test is made", () => {
  const insideOf = ({ observations }: Played): (boolean | undefined)[] =>
    Object.values(observations.endpoints).flatMap(({ connections }) =>
      connections.flatMap(({ relay }) => (relay === undefined ? [] : [relay.inTls])),
    );

  const cases: readonly { where: string; scene: Scene; inTls: boolean; looks: string[] }[] = [
    { where: "TLS works", scene: {}, inTls: true, looks: [] },
    {
      where: "STARTTLS is not offered, in the clear on the same connection",
      scene: { script: { starttls: "missing" } },
      inTls: false,
      looks: [],
    },
    {
      where: "the handshake breaks, in the clear on a new one",
      scene: { script: { starttls: "plaintext" } },
      inTls: false,
      looks: ["relay-in-clear"],
    },
    {
      where: "the session ends inside TLS, in the clear on a new one",
      scene: { script: { troubles: [{ at: "EHLO in TLS", then: "close" }] } },
      inTls: false,
      looks: ["relay-in-clear"],
    },
  ];
  for (const { where, scene, inTls, looks } of cases) {
    test(`once, where ${where}`, async () => {
      const played = await play(scene);
      assert.deepEqual(insideOf(played), [inTls]);
      assert.deepEqual(played.report.domains[0]?.servers[0]?.endpoints[0]?.secondLooks, looks);
      assert.equal(relayOf(played), "pass");
    });
  }
});

describe("the thorough test", () => {
  const thorough = (scene: Scene): Scene => ({ ...scene, settings: { "relay-test": "thorough" } });
  const evidenceOf = ({ report }: Played): string =>
    report.domains[0]?.servers[0]?.endpoints[0]?.checks.find(({ check }) => check === "relay")?.findings[0]
      ?.evidence ?? "";

  test("finds nothing more at a closed relay, and ends with the six connections that are allowed", async () => {
    const played = await play(thorough(answering(DENIED, UNKNOWN)));
    assert.equal(relayOf(played), "pass");
    const looks = played.report.domains[0]?.servers[0]?.endpoints[0]?.secondLooks ?? [];
    assert.deepEqual(new Set(looks), new Set(["relay-thorough"]));
    assert.ok(looks.length <= 6);
  });

  test("says of odd forms that are taken whether everything is", async () => {
    const rcpt = (randomToo: boolean) => ({
      script: {
        rcpt: ({ recipient }: { recipient: string }) => {
          if (recipient.endsWith("@example.com")) return DENIED;
          return recipient.endsWith(`@${DOMAIN}`) && !recipient.startsWith("postmaster") && !randomToo
            ? UNKNOWN
            : OK;
        },
      },
    });
    const picky = await play(thorough(rcpt(false)));
    const catchAll = await play(thorough(rcpt(true)));
    assert.deepEqual([relayOf(picky), relayOf(catchAll)], ["warn relay-odd-forms", "warn relay-odd-forms"]);
    assert.doesNotMatch(evidenceOf(picky), /random local part/);
    assert.match(evidenceOf(catchAll), /a random local part of its own is accepted, too$/);
  });

  test("is not made where the plain form is taken already", async () => {
    const played = await play(thorough(answering(OK, OK)));
    assert.equal(relayOf(played), "fail relay-open-to-us");
    assert.deepEqual(played.report.domains[0]?.servers[0]?.endpoints[0]?.secondLooks, []);
  });
});
