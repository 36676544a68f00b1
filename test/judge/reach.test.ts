/** How far mail gets, in numbers and in the sentence that comes first. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { reachSentence, sumReach, type ReachContext } from "../../src/judge/reach.ts";
import type { Reach, Result } from "../../src/judge/report.ts";
import { always, onlyFor } from "../support/smtp/smtp-script.ts";
import { DOMAIN, HOST, play, type Scene } from "./scene.ts";

describe("the sentence", () => {
  const sentence = (reach: Reach, context: Partial<ReachContext> = {}): string =>
    reachSentence({ reach, results: [], depth: "starttls", nullMx: false, addresses: "known", ...context });
  const of = (endpoints: number, accepting: number, authenticated: number): Reach => ({
    endpoints,
    connected: accepting,
    accepting,
    encrypted: authenticated,
    authenticated,
  });
  const unseen = (...results: Result[]): Partial<ReachContext> => ({ results });
  const cases: readonly { reach: Reach; context?: Partial<ReachContext>; says: string }[] = [
    { reach: of(4, 3, 2), says: "Mail still arrives through 3 of 4 endpoints; 2 would satisfy MTA-STS." },
    { reach: of(4, 4, 3), says: "Mail arrives through all 4 endpoints; 3 would satisfy MTA-STS." },
    { reach: of(4, 4, 0), says: "Mail arrives through all 4 endpoints; none would satisfy MTA-STS." },
    { reach: of(4, 4, 4), says: "Mail arrives through all 4 endpoints; all would satisfy MTA-STS." },
    { reach: of(4, 0, 0), says: "Mail arrives through none of 4 endpoints." },
    { reach: of(1, 1, 1), says: "Mail arrives through its one endpoint; it would satisfy MTA-STS." },
    { reach: of(1, 1, 0), says: "Mail arrives through its one endpoint; it would not satisfy MTA-STS." },
    { reach: of(1, 0, 0), says: "Mail does not arrive: its one endpoint does not take it." },
    {
      reach: of(1, 0, 0),
      context: unseen("inconclusive"),
      says: "Its one endpoint could not be tested from here.",
    },
    {
      reach: of(4, 2, 2),
      context: unseen("inconclusive", "pass", "pass", "fail"),
      says: "Mail still arrives through 2 of 4 endpoints; 2 would satisfy MTA-STS; 1 could not be tested from here.",
    },
    {
      reach: of(2, 0, 0),
      context: unseen("inconclusive", "skip"),
      says: "Mail arrives through none of 2 endpoints; 2 could not be tested from here.",
    },
    // An inconclusive check of an endpoint that takes mail is no doubt about its arrival.
    {
      reach: of(2, 2, 2),
      context: unseen("inconclusive", "pass"),
      says: "Mail arrives through all 2 endpoints; all would satisfy MTA-STS.",
    },
    {
      reach: of(0, 0, 0),
      context: { nullMx: true, addresses: "none" },
      says: "The domain says that it takes no mail (null MX).",
    },
    {
      reach: of(0, 0, 0),
      context: { addresses: "none" },
      says: "There is no endpoint that mail could be delivered to.",
    },
    {
      reach: of(0, 0, 0),
      context: { addresses: "unresolved" },
      says: "Where its mail goes could not be found out from here.",
    },
    { reach: of(0, 0, 0), says: "None of its endpoints was tested." },
    {
      reach: of(0, 0, 0),
      context: { depth: "none" },
      says: "Only DNS was looked at; no endpoint was tested.",
    },
    {
      reach: of(2, 2, 0),
      context: { certificates: false },
      says: "Mail arrives through all 2 endpoints.",
    },
    { reach: of(2, 2, 0), context: { depth: "connect" }, says: "2 of 2 endpoints took a connection." },
    { reach: of(2, 1, 0), context: { depth: "banner" }, says: "1 of 2 endpoints took a connection." },
    { reach: of(2, 2, 0), context: { depth: "ehlo" }, says: "Mail arrives through all 2 endpoints." },
  ];
  for (const { reach, context, says } of cases)
    test(says, () => assert.equal(sentence(reach, context), says));
});

describe("an endpoint", () => {
  const cases: readonly { that: string; scene: Scene; counts: Partial<Reach> }[] = [
    { that: "is sound", scene: {}, counts: { connected: 1, accepting: 1, encrypted: 1, authenticated: 1 } },
    { that: "has nothing listening", scene: { deserted: true }, counts: {} },
    {
      that: "refuses us in place of a greeting",
      scene: { script: { greeting: "554 no\r\n" } },
      counts: { connected: 1 },
    },
    { that: "refuses EHLO", scene: { script: { ehlo: "550 no" } }, counts: { connected: 1 } },
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
      counts: { connected: 1, encrypted: 1, authenticated: 1 },
    },
    {
      that: "is behind a device that rewrites the dialog, which says nothing of it",
      scene: {
        script: { greeting: `220 ${"*".repeat(20)}\r\n` },
        tls: ({ selfSigned }) => ({ chain: [selfSigned(HOST)] }),
      },
      counts: { connected: 1 },
    },
    {
      that: "has a certificate that nobody asked for",
      scene: { settings: { checks: "connect,banner,ehlo,starttls" } },
      counts: { connected: 1, accepting: 1, encrypted: 1 },
    },
    {
      that: "is a greylist's, which takes mail later",
      scene: { script: { rcpt: always("451 4.7.1 Greylisting in action") } },
      counts: { connected: 1, accepting: 1, encrypted: 1, authenticated: 1 },
    },
  ];
  for (const { that, scene, counts } of cases) {
    test(`that ${that} counts as ${Object.keys(counts).join(", ") || "nothing"}`, async () => {
      const { report } = await play(scene);
      const nothing = { endpoints: 1, connected: 0, accepting: 0, encrypted: 0, authenticated: 0 };
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
    assert.equal(
      report.domains[0].reachSummary,
      "Mail arrives through its one endpoint; it would not satisfy MTA-STS.",
    );
  });
});

test("endpoints are added up one by one", () => {
  const yes = { connected: true, accepting: true, encrypted: true, authenticated: true };
  const sum = sumReach([
    yes,
    { ...yes, authenticated: false },
    { connected: true, accepting: false, encrypted: false, authenticated: false },
  ]);
  assert.deepEqual(sum, { endpoints: 3, connected: 3, accepting: 2, encrypted: 2, authenticated: 1 });
  assert.deepEqual(sumReach([]), {
    endpoints: 0,
    connected: 0,
    accepting: 0,
    encrypted: 0,
    authenticated: 0,
  });
});

test(`the sentence of a report is that of its numbers (${DOMAIN})`, async () => {
  const { report } = await play({ settings: { checks: "mx" }, deserted: true });
  assert.equal(report.domains[0]?.reachSummary, "Only DNS was looked at; no endpoint was tested.");
});
