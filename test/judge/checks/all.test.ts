/** The list of checks, and what derives from it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  CHECK_IDS,
  CHECKS,
  ENDPOINT_CHECKS,
  endpointChecksOf,
  probeNeeds,
} from "../../../src/judge/checks/all.ts";
import { CODES, describe as describeCode, isCode } from "../../../src/judge/diagnostics/registry.ts";

describe("the list of checks", () => {
  test("names each once, those of the domain first", () => {
    assert.deepEqual([...new Set(CHECK_IDS)], CHECK_IDS);
    const scopes = CHECKS.map(({ scope }) => scope);
    assert.deepEqual(scopes, scopes.toSorted());
  });

  test("shares the whole score among the checks of an endpoint", () => {
    assert.equal(
      ENDPOINT_CHECKS.reduce((sum, { weight }) => sum + weight, 0),
      100,
    );
  });

  for (const id of CHECK_IDS) {
    test(`has codes for ${id}`, () => {
      assert.ok(CODES.some((code) => isCode(code) && describeCode(code).check === id));
    });
  }
});

describe("the checks of endpoints among some", () => {
  test("stand in the order of the list; other ids count as none", () => {
    const found = endpointChecksOf(["relay", "mx", "connect", "of-a-later-version"]);
    assert.deepEqual(
      found.map(({ id }) => id),
      ["connect", "relay"],
    );
  });
});

describe("what must be probed", () => {
  test("is nothing where DNS is enough", () => {
    assert.equal(probeNeeds(["mx"]), undefined);
  });

  const cases = [
    [
      ["connect"],
      { depth: "connect", relay: false, delivery: false, floor: false, issuers: false, dane: false },
    ],
    [
      ["ehlo", "banner"],
      { depth: "ehlo", relay: false, delivery: false, floor: false, issuers: false, dane: false },
    ],
    [
      ["banner", "starttls"],
      { depth: "starttls", relay: false, delivery: false, floor: true, issuers: false, dane: false },
    ],
    [
      ["certificate"],
      { depth: "starttls", relay: false, delivery: false, floor: false, issuers: true, dane: false },
    ],
    [
      ["delivery"],
      { depth: "starttls", relay: false, delivery: true, floor: false, issuers: false, dane: false },
    ],
    [
      ["mx", "relay", "connect"],
      { depth: "starttls", relay: true, delivery: false, floor: false, issuers: false, dane: false },
    ],
    [
      ["dane"],
      { depth: "starttls", relay: false, delivery: false, floor: false, issuers: false, dane: true },
    ],
  ] as const;
  for (const [ids, expected] of cases) {
    test(`for ${ids.join(" and ")} is what the deepest needs, and what any needs`, () => {
      assert.deepEqual(probeNeeds(ids), expected);
    });
  }
});
