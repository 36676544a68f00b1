/** How far mail gets, in numbers and in the sentence that comes first. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reachSentence, sumReach, type EndpointReach, type ReachContext } from "../../src/judge/reach.ts";
import type { Reach } from "../../src/judge/report.ts";
import { always, onlyFor } from "../support/smtp/smtp-script.ts";
import { DOMAIN, HOST, play, type Scene } from "./scene.ts";

/** An endpoint that connects and encrypts, and of which delivery came to this. */
function reached(delivery: EndpointReach["delivery"], encrypted = true): EndpointReach {
  return { connected: true, delivery, encrypted, authenticated: encrypted };
}

const times = (count: number, each: EndpointReach): EndpointReach[] =>
  Array.from({ length: count }, () => each);

describe("the sentence", () => {
  const sentence = (endpoints: readonly EndpointReach[], context: Partial<ReachContext> = {}): string =>
    reachSentence({ endpoints, depth: "starttls", nullMx: false, addresses: "known", ...context });
  const yes = reached("accepting");
  const inClear = reached("accepting", false);
  const no = reached("refusing");
  const dead: EndpointReach = {
    connected: false,
    delivery: "refusing",
    encrypted: false,
    authenticated: false,
  };
  const unseen = reached("unseen", false);
  const notAsked = reached("not-asked");
  const cases: readonly { of: EndpointReach[]; context?: Partial<ReachContext>; says: string }[] = [
    {
      of: [yes, yes, no, unseen],
      says: "Mail arrives through 2 of 4 endpoints; 1 refuses it, 1 could not be seen; 3 encrypt.",
    },
    { of: times(4, yes), says: "Mail arrives through all 4 endpoints; all encrypt." },
    { of: [yes, inClear], says: "Mail arrives through both endpoints; 1 encrypts." },
    { of: times(2, inClear), says: "Mail arrives through both endpoints; none encrypt." },
    { of: times(4, dead), says: "None of 4 endpoints was seen to accept its mail; 4 refuse it." },
    {
      of: [dead, unseen],
      says: "None of 2 endpoints was seen to accept its mail; 1 refuses it, 1 could not be seen; none encrypt.",
    },
    {
      of: times(2, reached("deferring")),
      says: "None of 2 endpoints was seen to accept its mail; 2 defer it; both encrypt.",
    },
    {
      of: times(2, reached("unseen")),
      says: "Whether mail arrives through any of 2 endpoints could not be seen; both encrypt.",
    },
    { of: [reached("deferring")], says: "Its one endpoint defers its mail; it encrypts." },
    { of: [yes], says: "Mail arrives through its one endpoint; it encrypts." },
    { of: [inClear], says: "Mail arrives through its one endpoint; it does not encrypt." },
    { of: [dead], says: "Mail does not arrive: its one endpoint does not accept it." },
    {
      of: [unseen],
      says: "Whether mail arrives through its one endpoint could not be seen; it does not encrypt.",
    },
    {
      of: [reached("serving")],
      says: "Its one endpoint serves the domain, and refuses mail to its postmaster; it encrypts.",
    },
    {
      of: [yes, reached("serving"), unseen],
      says: "Mail arrives through 1 of 3 endpoints; 1 serves the domain without a postmaster, 1 could not be seen; 2 encrypt.",
    },
    {
      of: times(2, notAsked),
      says: "2 of 2 endpoints took a connection; both encrypt; whether mail arrives was not asked.",
    },
    {
      of: [notAsked, dead].map((each) => ({ ...each, delivery: "not-asked" as const })),
      context: { depth: "banner" },
      says: "1 of 2 endpoints took a connection.",
    },
    {
      of: [],
      context: { nullMx: true, addresses: "none" },
      says: "The domain says that it accepts no mail (null MX).",
    },
    { of: [], context: { addresses: "none" }, says: "There is no endpoint that mail could be delivered to." },
    {
      of: [],
      context: { addresses: "unresolved" },
      says: "Where its mail goes is unknown: not visible from here.",
    },
    { of: [], says: "None of its endpoints was tested." },
    { of: [], context: { depth: "none" }, says: "Only DNS was tested, and no mail server." },
    {
      of: [],
      context: { depth: "none", policyRead: true },
      says: "Only DNS and the MTA-STS policy were tested, and no mail server.",
    },
    ...(
      [
        [1, 1, 1, "it satisfies"],
        [1, 0, 1, "it does not satisfy"],
        [4, 4, 4, "all satisfy"],
        [4, 3, 4, "3 of 4 satisfy"],
        [4, 1, 4, "1 of 4 satisfies"],
        [4, 0, 4, "none of 4 satisfy"],
        [4, 3, 3, "the 3 that were seen satisfy"],
        [4, 1, 3, "1 of the 3 that were seen satisfies"],
        [4, 1, 1, "the one that was seen satisfies"],
        [4, 0, 1, "the one that was seen does not satisfy"],
      ] as const
    ).map(([endpoints, satisfying, seen, said]) => ({
      of: times(endpoints, notAsked),
      context: { depth: "starttls" as const, mtaSts: { satisfying, seen } },
      says: [
        `${String(endpoints)} of ${endpoints === 1 ? "1 endpoint" : `${String(endpoints)} endpoints`} took a connection`,
        endpoints === 1 ? "it encrypts" : "all encrypt",
        `${said} the MTA-STS policy`,
        "whether mail arrives was not asked.",
      ].join("; "),
    })),
  ];
  for (const { of, context, says } of cases) test(says, () => assert.equal(sentence(of, context), says));
});

describe("an endpoint", () => {
  const cases: readonly { that: string; scene: Scene; counts: Partial<Reach> }[] = [
    { that: "is sound", scene: {}, counts: { connected: 1, accepting: 1, encrypted: 1, authenticated: 1 } },
    { that: "has nothing listening", scene: { deserted: true }, counts: { refusing: 1 } },
    {
      that: "refuses us in place of a greeting",
      scene: { script: { greeting: "554 no\r\n" } },
      counts: { connected: 1, unseen: 1 },
    },
    { that: "refuses EHLO", scene: { script: { ehlo: "550 no" } }, counts: { connected: 1, unseen: 1 } },
    {
      that: "knows HELO only",
      scene: { script: { ehlo: "502 no", starttls: "missing" } },
      counts: { connected: 1, accepting: 1 },
    },
    {
      that: "has no STARTTLS",
      scene: { script: { starttls: "missing" } },
      counts: { connected: 1, accepting: 1 },
    },
    {
      that: "hides STARTTLS, which no sender will use then",
      scene: { script: { starttls: "hidden" } },
      counts: { connected: 1, accepting: 1 },
    },
    {
      that: "breaks STARTTLS",
      scene: { script: { starttls: "plaintext" } },
      counts: { connected: 1, accepting: 1 },
    },
    {
      that: "signs its certificate itself",
      scene: { tls: ({ selfSigned }) => ({ chain: [selfSigned(HOST)] }) },
      counts: { connected: 1, accepting: 1, encrypted: 1 },
    },
    {
      that: "has its name as a common name only, which MTA-STS does not look at",
      scene: { tls: ({ chainFor }) => ({ chain: chainFor(HOST, { dnsNames: [] }) }) },
      counts: { connected: 1, accepting: 1, encrypted: 1 },
    },
    {
      that: "has a certificate that ends soon, which is still one",
      scene: {
        tls: ({ chainFor, now }) => ({
          chain: chainFor(HOST, { notAfter: new Date(now.getTime() + 3_600_000) }),
        }),
      },
      counts: { connected: 1, accepting: 1, encrypted: 1, authenticated: 1 },
    },
    {
      that: "does not serve the domain",
      scene: { script: { rcpt: onlyFor(["moved.test"]) } },
      counts: { connected: 1, refusing: 1, encrypted: 1, authenticated: 1 },
    },
    {
      that: "is behind a device that rewrites the dialog, which says nothing of it",
      scene: {
        script: { greeting: `220 ${"*".repeat(20)}\r\n` },
        tls: ({ selfSigned }) => ({ chain: [selfSigned(HOST)] }),
      },
      counts: { connected: 1, unseen: 1 },
    },
    {
      that: "has a certificate that nobody asked for",
      scene: { settings: { checks: "connect,banner,ehlo,starttls,delivery" } },
      counts: { connected: 1, accepting: 1, encrypted: 1 },
    },
    {
      that: "was not asked whether it takes mail",
      scene: { settings: { "delivery-test": "off" } },
      counts: { connected: 1, unseen: 1, encrypted: 1, authenticated: 1 },
    },
    {
      that: "hangs up at RCPT",
      scene: { script: { troubles: [{ at: "RCPT", then: "close" }] }, settings: { retries: "1" } },
      counts: { connected: 1, refusing: 1, encrypted: 1, authenticated: 1 },
    },
    {
      that: "does not answer STARTTLS, after which senders do not go on",
      scene: { script: { troubles: [{ at: "STARTTLS", then: "close" }] } },
      counts: { connected: 1, refusing: 1 },
    },
    {
      that: "breaks STARTTLS, and turns the look in the clear away, after which senders may still deliver",
      scene: {
        script: {
          starttls: "plaintext",
          troubles: [
            { at: "greeting", connections: 1 },
            { at: "greeting", reply: "421 busy" },
          ],
        },
      },
      counts: { connected: 1, unseen: 1 },
    },
    {
      that: "refuses STARTTLS, and hangs up on the second look before it is asked whether it takes mail",
      scene: {
        script: {
          troubles: [
            { at: "STARTTLS", reply: "454 TLS not available" },
            { at: "greeting", connections: 1 },
            { at: "greeting", then: "close" },
          ],
        },
        settings: { retries: "1" },
      },
      counts: { connected: 1, unseen: 1 },
    },
    {
      that: "signs its certificate itself, and is busy inside TLS",
      scene: {
        script: { troubles: [{ at: "EHLO in TLS", reply: "421 busy" }] },
        tls: ({ selfSigned }) => ({ chain: [selfSigned(HOST)] }),
      },
      counts: { connected: 1, unseen: 1, encrypted: 1 },
    },
    {
      that: "refuses its postmaster alone",
      scene: {
        script: { rcpt: always("550 5.1.1 <postmaster@case.test>: User unknown") },
        settings: { "relay-test": "off" },
      },
      counts: { connected: 1, unseen: 1, encrypted: 1, authenticated: 1 },
    },
    {
      that: "is a greylist's, which takes mail later",
      scene: { script: { rcpt: always("451 4.7.1 Greylisting in action") } },
      counts: { connected: 1, unseen: 1, encrypted: 1, authenticated: 1 },
    },
  ];
  for (const { that, scene, counts } of cases) {
    test(`that ${that} counts as ${Object.keys(counts).join(", ") || "nothing"}`, async () => {
      const { report } = await play(scene);
      const nothing = {
        endpoints: 1,
        connected: 0,
        accepting: 0,
        refusing: 0,
        unseen: 0,
        encrypted: 0,
        authenticated: 0,
      };
      assert.deepEqual(report.domains[0]?.reach, { ...nothing, ...counts });
    });
  }

  test("is counted whatever the policy makes of it", async () => {
    const scene: Scene = {
      tls: ({ selfSigned }) => ({ chain: [selfSigned(HOST)] }),
      settings: { severity: "cert-self-signed: off" },
    };
    const { report } = await play(scene);
    assert.equal(report.domains[0]?.result, "pass");
    assert.equal(report.domains[0].reach.authenticated, 0);
    assert.equal(report.domains[0].reachSummary, "Mail arrives through its one endpoint; it encrypts.");
  });
});

test("endpoints are added up one by one", () => {
  const sum = sumReach([
    reached("accepting"),
    { ...reached("accepting"), authenticated: false },
    reached("refusing", false),
    reached("serving", false),
    reached("not-asked", false),
  ]);
  const nothing = { connected: 0, accepting: 0, refusing: 0, unseen: 0, encrypted: 0, authenticated: 0 };
  assert.deepEqual(sum, {
    ...{ endpoints: 5, connected: 5, accepting: 2, refusing: 1, unseen: 2, encrypted: 2 },
    authenticated: 1,
  });
  assert.deepEqual(sumReach([]), { endpoints: 0, ...nothing });
});

test(`the sentence of a report is that of its numbers (${DOMAIN})`, async () => {
  const { report } = await play({ settings: { checks: "mx" }, deserted: true });
  assert.equal(report.domains[0]?.reachSummary, "Only DNS was tested, and no mail server.");
});
