/** How much time must be left of a certificate, by its lifetime and by the policy. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Code } from "../../src/judge/diagnostics/registry.ts";
import { judgeAgain, planOf, play, type Played } from "./scene.ts";

const DAY = 86_400_000;

let played: Played;
before(async () => {
  played = await play({});
});

/** The codes of a leaf that lives so many days, so many of which are left; a negative number is over. */
function codesOf(lifetime: number, left: number, settings: Readonly<Record<string, string>> = {}): string[] {
  const observations = structuredClone(played.observations);
  const [endpoint] = Object.values(observations.endpoints);
  const leaf = observations.certificates[endpoint?.connections[0]?.tls?.chain?.[0]?.sha256 ?? ""];
  assert.ok(leaf);
  const notAfter = Date.parse(observations.finished) + left * DAY;
  leaf.notAfter = new Date(notAfter).toISOString();
  leaf.notBefore = new Date(notAfter - lifetime * DAY).toISOString();
  const report = judgeAgain(observations, planOf(settings).policy);
  const checks = report.domains[0]?.servers[0]?.endpoints[0]?.checks ?? [];
  return checks.flatMap((check) => check.findings).map(({ code }) => code);
}

const SOON: Code[] = ["cert-expiring-soon"];
const TOO_SOON: Code[] = ["cert-expiring"];
const OVER: Code[] = ["cert-expired"];

/** For each lifetime, the days left at which something changes, and what holds just above and just below. */
const DEFAULTS: readonly { lifetime: number; name: string; warnsUnder: number; failsUnder: number }[] = [
  { name: "a year", lifetime: 365, warnsUnder: 30, failsUnder: 14 },
  { name: "120 days", lifetime: 120, warnsUnder: 30, failsUnder: 14 },
  { name: "90 days", lifetime: 90, warnsUnder: 22.5, failsUnder: 14 },
  { name: "64 days", lifetime: 64, warnsUnder: 16, failsUnder: 64 / 6 },
  { name: "45 days", lifetime: 45, warnsUnder: 11.25, failsUnder: 7.5 },
  { name: "160 hours", lifetime: 160 / 24, warnsUnder: 160 / 24 / 4, failsUnder: 160 / 24 / 6 },
  { name: "6 days", lifetime: 6, warnsUnder: 1.5, failsUnder: 1 },
  { name: "one day", lifetime: 1, warnsUnder: 0.25, failsUnder: 1 / 6 },
];

describe("a certificate under the defaults", () => {
  const A_MOMENT = 1 / 24 / 60;
  for (const { name, lifetime, warnsUnder, failsUnder } of DEFAULTS) {
    test(`that lives ${name} warns under ${String(warnsUnder)} days and fails under ${String(failsUnder)}`, () => {
      assert.deepEqual(codesOf(lifetime, lifetime), []);
      assert.deepEqual(codesOf(lifetime, warnsUnder + A_MOMENT), []);
      assert.deepEqual(codesOf(lifetime, warnsUnder - A_MOMENT), SOON);
      assert.deepEqual(codesOf(lifetime, failsUnder + A_MOMENT), SOON);
      assert.deepEqual(codesOf(lifetime, failsUnder - A_MOMENT), TOO_SOON);
      assert.deepEqual(codesOf(lifetime, A_MOMENT / 2), TOO_SOON);
      assert.deepEqual(codesOf(lifetime, 0), OVER);
    });
  }

  const everyDay: readonly [left: number, codes: Code[]][] = [
    [6, []],
    [5, []],
    [4, []],
    [3, []],
    [2, []],
    [1.25, SOON],
    [0.5, TOO_SOON],
    [-0.5, OVER],
  ];
  for (const [left, codes] of everyDay) {
    test(`that lives 6 days has ${codes.join() || "nothing"} with ${String(left)} days left`, () => {
      assert.deepEqual(codesOf(6, left), codes);
    });
  }

  test("that is renewed as certbot does never warns: at a third of the lifetime, at half of it under 10 days", () => {
    for (const lifetime of [398, 90, 64, 45, 10])
      assert.deepEqual(codesOf(lifetime, lifetime / 3 - 0.5), [], String(lifetime));
    for (const lifetime of [160 / 24, 6])
      assert.deepEqual(codesOf(lifetime, lifetime / 2 - 0.5), [], String(lifetime));
  });

  test("that begins tomorrow is not yet valid, and nothing else", () => {
    assert.deepEqual(codesOf(90, 91), ["cert-not-yet-valid"]);
  });
});

describe("a policy", () => {
  const cases: readonly {
    settings: Record<string, string>;
    lifetime: number;
    left: number;
    codes: Code[];
  }[] = [
    // Days that somebody has written hold for every lifetime.
    { settings: { "min-days-to-expiry": "21" }, lifetime: 90, left: 20, codes: TOO_SOON },
    { settings: { "min-days-to-expiry": "21" }, lifetime: 90, left: 22, codes: SOON },
    { settings: { "min-days-to-expiry": "21" }, lifetime: 90, left: 23, codes: [] },
    { settings: { "min-days-to-expiry": "3" }, lifetime: 6, left: 2, codes: TOO_SOON },
    { settings: { "warn-days-to-expiry": "60" }, lifetime: 90, left: 59, codes: SOON },
    { settings: { "warn-days-to-expiry": "60" }, lifetime: 90, left: 61, codes: [] },
    { settings: { "warn-days-to-expiry": "5" }, lifetime: 90, left: 6, codes: [] },
    { settings: { "min-days-to-expiry": "10%" }, lifetime: 90, left: 8.9, codes: TOO_SOON },
    { settings: { "min-days-to-expiry": "10%" }, lifetime: 90, left: 9.1, codes: SOON },
    { settings: { "min-days-to-expiry": "10%" }, lifetime: 6, left: 0.59, codes: TOO_SOON },
    { settings: { "min-days-to-expiry": "10%" }, lifetime: 6, left: 0.61, codes: SOON },
    {
      settings: { "min-days-to-expiry": "10%", "warn-days-to-expiry": "50%" },
      lifetime: 6,
      left: 2.9,
      codes: SOON,
    },
    {
      settings: { "min-days-to-expiry": "0", "warn-days-to-expiry": "0" },
      lifetime: 90,
      left: 0.01,
      codes: [],
    },
    {
      settings: { "min-days-to-expiry": "0", "warn-days-to-expiry": "0" },
      lifetime: 90,
      left: -0.01,
      codes: OVER,
    },
  ];
  for (const { settings, lifetime, left, codes } of cases) {
    const asked = Object.entries(settings).map(([name, value]) => `${name}: ${value}`);
    test(`with ${asked.join(", ")}: ${String(left)} of ${String(lifetime)} days left is ${codes.join() || "fine"}`, () => {
      assert.deepEqual(codesOf(lifetime, left, settings), codes);
    });
  }
});
