/** The quick check of a form, held against Zod, which it stands in for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { z } from "zod";
import { formOf } from "../../src/recorded/form.ts";
import { recordingLine } from "../../src/recorded/lines.ts";
import { mergeObservations } from "../../src/recorded/merge.ts";
import { renderRecording } from "../../src/recorded/recording.ts";
import { severalRuns } from "./random-runs.ts";
import { judgeRecorded, policyOf } from "./reports.ts";

const isLine = formOf(recordingLine);

/** Places of a value: each member of each list and object in it. */
function* placesOf(value: unknown): Generator<{ holder: Record<string, unknown>; name: string }> {
  if (typeof value !== "object" || value === null) return;
  for (const name of Object.keys(value)) {
    const holder = value as Record<string, unknown>;
    yield { holder, name };
    yield* placesOf(holder[name]);
  }
}

/** What may stand where something else is expected. */
const ODD = [null, true, 0, -1, 0.5, 1e300, "", "answer", [], [1], {}, { reply: 1 }];

/** One change to a value, by two numbers of any size. */
function changed(text: string, at: number, how: number): unknown {
  const value: unknown = JSON.parse(text);
  const places = [...placesOf(value)];
  const { holder, name } = places[at % places.length] ?? assert.fail("a line without members");
  const kind = how % (ODD.length + 2);
  if (kind === ODD.length) Reflect.deleteProperty(holder, name);
  else if (kind === ODD.length + 1) holder[`${name}2`] = holder[name];
  else holder[name] = ODD[kind];
  // As a text would have it: lists have no holes.
  return JSON.parse(JSON.stringify(value));
}

test("what is written has the form, and what has the form is a line to Zod, whatever was changed in it", () => {
  let refused = 0;
  fc.assert(
    fc.property(severalRuns, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 20 }), (runs, changes) => {
      for (const text of renderRecording(judgeRecorded(mergeObservations(runs), policyOf()))) {
        const { record } = JSON.parse(text) as { readonly record: string };
        // The others have moments and base64, whose form is left to Zod.
        if (record === "endpoint" || record === "domain") assert.ok(isLine(JSON.parse(text)), record);
        for (const [at, how] of changes) {
          const line = changed(text, at, how);
          const right = recordingLine.safeParse(line).success;
          if (!right) refused += 1;
          if (isLine(line)) assert.ok(right, JSON.stringify(recordingLine.safeParse(line).error?.issues));
        }
      }
    }),
    { numRuns: 8 },
  );
  assert.ok(refused > 50, String(refused));
});

test("bounds, names and what Zod alone can say", () => {
  const all = [
    { schema: z.int().positive().max(5), yes: [1, 5], no: [0, 6, 1.5, "1", 2 ** 60] },
    { schema: z.number().nonnegative(), yes: [0, 0.5], no: [-1, Infinity, NaN] },
    { schema: z.number().gt(1).lt(3), yes: [2], no: [1, 3] },
    {
      schema: z.strictObject({ a: z.int(), b: z.string().optional() }),
      yes: [{ a: 1 }],
      no: [{}, { b: "" }, [], null],
    },
    { schema: z.record(z.string(), z.boolean()), yes: [{}, { a: true }], no: [{ a: 1 }, [], null] },
    { schema: z.union([z.literal(4), z.array(z.string())]), yes: [4, ["a"]], no: [6, [1]] },
  ];
  for (const { schema, yes, no } of all) {
    for (const value of yes) assert.ok(formOf(schema)(value), JSON.stringify(value));
    for (const value of no) assert.equal(formOf(schema)(value), false, JSON.stringify(value));
  }
  const own = JSON.parse('{"__proto__":{"a":1}}') as unknown;
  assert.equal(formOf(z.strictObject({ a: z.int() }))(own), false);
  assert.equal(formOf(z.record(z.string(), z.unknown()))(own), false);
  const asking = [
    z.string().min(2),
    z.iso.datetime(),
    z.object({}),
    z.array(z.string()).max(3),
    z.int32(),
    z.number().multipleOf(2),
  ];
  for (const schema of asking)
    assert.equal(formOf(schema)(schema.safeParse("2026-01-01T00:00:00Z").data), false);
});
