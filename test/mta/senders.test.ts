/** Real senders against the lab: what they log of every target is what the truth about it says. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { disagreements } from "./senders/agreement.ts";
import { arrivalAt, NAMED } from "./senders/arrivals.ts";
import type { Delivery } from "./senders/deliveries.ts";
import { askSenders } from "./senders/oracle.ts";
import { TRUTH } from "./truth.ts";

let deliveries: readonly Delivery[];
before(async () => {
  const result = await askSenders();
  deliveries = result.deliveries;
  const { startSeconds, queueSeconds, sendSeconds } = result;
  process.stdout.write(
    `The lab stood after ${startSeconds.toFixed(1)} s; queueing took ${queueSeconds.toFixed(1)} s, and ${sendSeconds.toFixed(1)} s until all was settled.\n`,
  );
});

for (const topic of new Set(TRUTH.map((row) => row.topic))) {
  describe(topic, () => {
    for (const row of TRUTH.filter((each) => each.topic === topic)) {
      test(`mail to ${row.name}.test: ${arrivalAt(row)}, as both senders say`, () => {
        assert.deepEqual(disagreements(row, deliveries), []);
      });
    }
  });
}

describe("the truth about arrival", () => {
  test("is about targets that there are", () => {
    const names = new Set(TRUTH.map(({ name }) => name));
    assert.deepEqual(
      NAMED.filter((name) => !names.has(name)),
      [],
    );
  });

  test("is about endpoints over IPv4 and over IPv6", () => {
    const places = deliveries.flatMap(({ tries }) => tries.flatMap(({ address }) => address ?? []));
    for (const family of [/^\d+\./, /^fd00:/]) assert.ok(places.some((address) => family.test(address)));
  });
});
