/** The labels of the bed for authenticated transport against what real senders and tools say. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { askTwice, differing, withThoseOf } from "../second-lab.ts";
import { table as tableSchema } from "./answers.ts";
import type { Row, Table } from "./answers.ts";
import { askBed } from "./ask-bed.ts";
import { disagreements, settle } from "./labels.ts";
import { MISTAKES } from "./mistakes.ts";
import type { Target } from "./target.ts";
import { TARGETS } from "./targets.ts";
import { NAMES } from "./signed-zones.ts";

/** In what the oracles differ from a label without a reason, each in a line. */
function faultsOf(target: Target, rows: readonly Row[]): string[] {
  const row = rows.find(({ name }) => name === target.name);
  if (row === undefined) return ["nobody was asked about it"];
  const { unexplained, idle } = settle(target, disagreements(target, row));
  return [
    ...wanted(target)
      .filter((oracle) => row[oracle] === undefined)
      .map((oracle) => `${oracle} says nothing`),
    ...unexplained.map(
      ({ oracle, expected, answer, words }) => `${oracle}: expected ${expected}, got ${answer}: ${words}`,
    ),
    ...idle.map((oracle) => `${oracle}: a difference is explained that is not there`),
  ];
}

let table: Table;
before(async () => {
  table = await askTwice<Table>({
    ask: (only) => askBed("run-bed.ts", tableSchema, only),
    differences: ({ rows }) =>
      differing(TARGETS, (name) =>
        TARGETS.filter((target) => target.name === name).flatMap((target) => faultsOf(target, rows)),
      ),
    replace: (first, second, targets) => ({
      ...first,
      rows: withThoseOf(second.rows, first.rows, targets),
    }),
  });
});

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
      assert.deepEqual(faultsOf(target, table.rows), []);
    });
  }
});
