/** What the program sees of DNSSEC and DANE against unbound-host and openssl, at every target of the bed. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { askTwice, differing, withThoseOf } from "../second-lab.ts";
import { askBed } from "./ask-bed.ts";
import type { EndpointFacts } from "./facts.ts";
import {
  compareBases,
  compareRecords,
  compareServers,
  compareStatuses,
  endpointsOf,
  factsFaults,
  outcomeOf,
  placeOf,
  unboundSays,
} from "./facts-faults.ts";
import { factsTable, opensslKey, type FactsTable } from "./run-facts.ts";
import { TARGETS } from "./targets.ts";

let table: FactsTable;
before(async () => {
  table = await askTwice<FactsTable>({
    ask: (only) => askBed("run-facts.ts", factsTable, only),
    differences: (seen) => {
      const faults = factsFaults(seen);
      return differing(TARGETS, (own) => faults.filter(({ name }) => name === own).map(({ says }) => says));
    },
    replace: (first, second, targets) => ({
      ...first,
      facts: withThoseOf(second.facts, first.facts, targets),
      unseen: withThoseOf(second.unseen, first.unseen, targets),
      // Names and records are each target's own.
      unbound: { ...first.unbound, ...second.unbound },
      openssl: { ...first.openssl, ...second.openssl },
    }),
  });
});

describe("DNSSEC", () => {
  test("is seen with the resolver that validates, and not with the other one", () => {
    const { control, unseenControl } = table;
    assert.deepEqual([control.validates, control.asksBy, control.answers.length], [true, "ad", 1]);
    assert.deepEqual([unseenControl.validates, unseenControl.answers.length], [false, 4]);
  });

  test("has at every name the status that unbound-host says", () => {
    const { compared, faults } = compareStatuses(table);
    assert.deepEqual(faults, []);
    assert.ok(compared > 500, String(compared));
    const statuses = table.facts.flatMap((facts) => Object.entries(facts.statuses));
    const seen = new Set(
      statuses.filter(([question]) => unboundSays(table, question) !== undefined).map(([, status]) => status),
    );
    const all = ["bogus", "failed", "insecure", "insecure none", "secure", "secure none"];
    assert.deepEqual([...seen].sort(), all);
  });

  test("is never said to be there, or not there, by a resolver that does not validate", () => {
    const statuses = new Set(table.unseen.flatMap((facts) => Object.values(facts.statuses)));
    assert.deepEqual([...statuses].sort(), ["failed", "unseen", "unseen none"]);
  });
});

describe("TLSA records", () => {
  test("are seen at every server whose label needs them, of all families and ports", () => {
    const { compared, faults } = compareServers(table);
    assert.deepEqual(faults, []);
    assert.ok(compared > 90, String(compared));
  });

  test("are those of the base domain that the label names", () => {
    assert.deepEqual(compareBases(table).faults, []);
  });

  test("match what openssl says they match, one by one", () => {
    const { compared, faults } = compareRecords(table);
    assert.deepEqual(faults, []);
    assert.ok(compared > 120, String(compared));
  });

  test("that match no certificate are refused by openssl", () => {
    const strays = endpointsOf(table.facts).flatMap((endpoint) =>
      endpoint.records
        .filter(({ matches, signs }) => matches.length + signs.length === 0)
        .flatMap(({ data }) => table.openssl[opensslKey(endpoint, data)] ?? []),
    );
    assert.ok(strays.length > 20, String(strays.length));
    assert.ok(!strays.includes("verified"));
  });

  test("are the same ones where DNSSEC is not seen, and the same certificates match", () => {
    const compared = (facts: FactsTable["facts"]): Map<string, unknown> =>
      new Map(
        endpointsOf(facts)
          .filter((endpoint) => endpoint.addresses !== "insecure" && endpoint.records.length > 0)
          .map((endpoint) => [placeOf(endpoint), recordsOf(endpoint)]),
      );
    const secure = compared(table.facts.filter(({ statuses }) => Object.values(statuses).every(isSecure)));
    const unseen = compared(table.unseen);
    for (const [place, records] of secure) assert.deepEqual(unseen.get(place), records, place);
    assert.ok(secure.size > 60, String(secure.size));
  });
});

/** In one order: name servers give them in any. */
function recordsOf({ base, records }: EndpointFacts): unknown {
  return [base, records.map(({ data, matches }) => `${data} ${matches.join()}`).sort()];
}

function isSecure(status: string): boolean {
  return status.startsWith("secure");
}

describe("a second handshake", () => {
  test("names the base domain where that is not the MX host, and comes nowhere else", () => {
    const all = endpointsOf(table.facts);
    const named = all.filter(({ purposes }) => purposes.includes("dane-name"));
    for (const endpoint of named) assert.notEqual(endpoint.target.label.base, undefined, placeOf(endpoint));
    const judged = all.filter(
      (endpoint) =>
        endpoint.target.label.base?.[endpoint.server.split("#")[0] ?? ""] !== undefined &&
        /^(?:pass|fail: dane-mismatch|fail: dane-name)/.test(outcomeOf(endpoint)),
    );
    assert.deepEqual(judged.filter(({ purposes }) => !purposes.includes("dane-name")).map(placeOf), []);
    assert.ok(judged.length > 3, String(judged.length));
  });

  test("is the only connection beside the dialog at sound servers", () => {
    const sound = endpointsOf(table.facts).filter((endpoint) => outcomeOf(endpoint) === "pass");
    const others = sound.filter(({ purposes }) =>
      purposes.some((each) => !["dialog", "dane-name"].includes(each)),
    );
    assert.deepEqual(others.map(placeOf), []);
  });
});
