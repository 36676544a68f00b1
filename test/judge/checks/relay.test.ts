/** The relay check as a whole: what MAIL, the foreign recipient and the own postmaster come to together. */
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

function relayOf({ report }: Played): string {
  const check = report.domains[0]?.servers[0]?.endpoints[0]?.checks.at(-1) ?? assert.fail();
  return [check.verdict, ...check.findings.map(({ code }) => code)].join(" ");
}

describe("the answers to RCPT", () => {
  const cases: readonly { foreign: string; own: string; is: Verdict | `${Verdict} ${string}` }[] = [
    { foreign: DENIED, own: OK, is: "pass" },
    { foreign: DENIED, own: GREY, is: "pass" },
    { foreign: "354 End data with <CR><LF>.<CR><LF>", own: OK, is: "warn relay-not-tested" },
    { foreign: DENIED, own: UNKNOWN, is: "pass postmaster-refused" },
    { foreign: DENIED, own: DENIED, is: "fail domain-not-served" },
    { foreign: DENIED, own: BLOCKED, is: "pass" },
    {
      foreign: "454 4.7.1 <probe@example.com>: Relay access denied",
      own: "454 4.7.1 <postmaster@case.test>: Relay access denied",
      is: "fail domain-not-served",
    },
    // A backup MX that knows the mailboxes does serve the domain.
    {
      foreign: DENIED,
      own: "550 5.1.1 <postmaster@case.test>: Recipient address rejected: User unknown in relay recipient table",
      is: "pass postmaster-refused",
    },
    // Who wants a login from everybody says nothing of the domain.
    { foreign: LOGIN, own: LOGIN, is: "pass" },
    { foreign: GREY, own: GREY, is: "pass relay-deferred" },
    { foreign: GREY, own: OK, is: "pass relay-deferred" },
    { foreign: GREY, own: DENIED, is: "fail relay-deferred domain-not-served" },
    { foreign: BLOCKED, own: BLOCKED, is: "warn relay-not-tested" },
    { foreign: UNKNOWN, own: OK, is: "pass relay-rejected-otherwise" },
    { foreign: OK, own: OK, is: "fail relay-open-to-us" },
    { foreign: OK, own: UNKNOWN, is: "fail relay-open-to-us postmaster-refused" },
  ];
  for (const { foreign, own, is } of cases) {
    test(`${foreign.slice(0, 60)} and ${own.slice(0, 60)}: ${is}`, async () => {
      assert.equal(relayOf(await play(answering(foreign, own))), is);
    });
  }
});

describe("the answer to MAIL", () => {
  const toNull = (refusal: string) => (sender: string) => (sender === "" ? refusal : OK);
  const cases: readonly { where: string; mail: (sender: string) => string; foreign?: string; is: string }[] =
    [
      { where: "a login is asked for", mail: () => LOGIN, is: "pass" },
      { where: "relaying is refused already", mail: () => "550 5.7.1 Relaying denied", is: "pass" },
      { where: "every sender is put off", mail: () => GREY, is: "pass relay-deferred" },
      {
        where: "every sender is refused",
        mail: () => "553 5.1.8 Sender address rejected: Domain not found",
        is: "warn relay-not-tested",
      },
      { where: "this client is refused", mail: () => BLOCKED, is: "warn relay-not-tested" },
      { where: "it is refused for no known reason", mail: () => "550 No", is: "warn relay-not-tested" },
      {
        where: "the null sender is refused and the relay is closed",
        mail: toNull("550 5.7.1 Null sender refused"),
        is: "pass",
      },
      {
        where: "the null sender is refused and the relay is open",
        mail: toNull("550 5.7.1 Null sender refused"),
        foreign: OK,
        is: "fail relay-open-to-us",
      },
      {
        where: "the null sender is put off and the relay is open",
        mail: toNull(GREY),
        foreign: OK,
        is: "fail relay-open-to-us",
      },
      {
        where: "the server has had enough",
        mail: () => "421 4.7.0 Too many errors",
        is: "inconclusive session-deferred",
      },
    ];
  for (const { where, mail, foreign = DENIED, is } of cases) {
    test(`where ${where}: ${is}`, async () =>
      assert.equal(relayOf(await play(answering(foreign, OK, mail))), is));
  }
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
    report.domains[0]?.servers[0]?.endpoints[0]?.checks.at(-1)?.findings[0]?.evidence ?? "";

  test("finds nothing more at a closed relay, and ends with the six connections that are allowed", async () => {
    const played = await play(thorough(answering(DENIED, UNKNOWN)));
    assert.equal(relayOf(played), "pass postmaster-refused");
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
