import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { report as schema } from "../../src/judge/schemas/report.ts";
import { samples } from "./samples.ts";

describe("a sample is a report that the schema takes", () => {
  for (const [name, report] of Object.entries(samples())) {
    test(name, () => assert.deepEqual(schema.parse(report), report));
  }
});
