/** The labels of the bed for authenticated transport against what real senders and tools say. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runIsolated } from "../namespace.ts";
import { fetchPackages } from "../packages.ts";
import { table as tableSchema } from "./answers.ts";
import type { Row, Table } from "./answers.ts";
import { disagreements, settle } from "./labels.ts";
import { MISTAKES } from "./mistakes.ts";
import type { Target } from "./target.ts";
import { TARGETS } from "./targets.ts";
import { NAMES } from "./signed-zones.ts";

/** How long starting and asking may take, in seconds. */
const PATIENCE = 280;

let table: Table;
before(async () => {
  fetchPackages();
  const script = fileURLToPath(new URL("run-bed.ts", import.meta.url));
  table = tableSchema.parse(JSON.parse(await runIsolated(script, [], PATIENCE)));
});

function rowOf({ name }: Target): Row {
  return table.rows.find((row) => row.name === name) ?? assert.fail(`nobody was asked about ${name}`);
}

/** Oracles that have to have something to say about a target. */
function wanted({ label, nextHop, sts }: Target): (keyof Row)[] {
  return [
    ...(label.delivery === undefined ? [] : (["postfix", "finger"] as const)),
    ...(label.delivery === undefined || nextHop !== undefined ? [] : (["exim"] as const)),
    ...(label.stsDelivery === undefined ? [] : (["sts"] as const)),
    ...(sts?.policy === undefined ? [] : (["fetch"] as const)),
  ];
}

describe("labels", () => {
  test("there are at least 90 targets, each with a name of its own", () => {
    assert.ok(TARGETS.length >= 90);
    assert.equal(new Set(TARGETS.map(({ name }) => name)).size, TARGETS.length);
  });

  test("each mistake of peers has a target", () => {
    const shown = new Set(TARGETS.map(({ mistake }) => mistake));
    assert.deepEqual(
      MISTAKES.filter((mistake) => !shown.has(mistake)),
      [],
    );
  });

  test("mail waits where DANE fails at every host, and nowhere else", () => {
    for (const { name, label, hosts } of TARGETS) {
      const outcomes = Object.values(label.dane ?? {});
      if (label.delivery === undefined || outcomes.length === 0) continue;
      const all = outcomes.every((outcome) => outcome.startsWith("fail"));
      assert.equal(label.delivery === "deferred", all, `${name} ${JSON.stringify(Object.keys(hosts ?? {}))}`);
    }
  });
});

describe("name servers", () => {
  test("one resolver says AD of the root's name servers, and the other does not", () => {
    assert.deepEqual(table.control, { [NAMES.resolver]: true, [NAMES.unvalidating]: false });
  });
});

describe("oracles say what the label says, or the difference is explained", () => {
  for (const target of TARGETS) {
    test(`${target.name}: ${target.rule}`, () => {
      const row = rowOf(target);
      assert.deepEqual(
        wanted(target).filter((oracle) => row[oracle] === undefined),
        [],
        "oracles that say nothing",
      );
      const { unexplained, idle } = settle(target, disagreements(target, row));
      assert.deepEqual(unexplained, []);
      assert.deepEqual(idle, [], "differences that are not there");
    });
  }
});
