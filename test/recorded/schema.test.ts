/** The published JSON Schema of a recording's line, held against what is written. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { mergeObservations } from "../../src/recorded/merge.ts";
import { renderRecording } from "../../src/recorded/recording.ts";
import { severalRuns } from "./random-runs.ts";
import { judgeRecorded, policyOf } from "./reports.ts";

const ajv = new Ajv2020({ strict: false, formats: { base64: true } });
addFormats.default(ajv);
const url = new URL("../../schema/recording-v1.schema.json", import.meta.url);
const validate = ajv.compile(JSON.parse(readFileSync(url, "utf8")) as object);

test("every line that is written is valid, and nothing else of it is", () => {
  fc.assert(
    fc.property(severalRuns, (runs) => {
      for (const text of renderRecording(judgeRecorded(mergeObservations(runs), policyOf()))) {
        const line: unknown = JSON.parse(text);
        assert.ok(validate(line), JSON.stringify(validate.errors));
        assert.equal(validate({ ...(line as object), strange: 1 }), false);
      }
    }),
    { numRuns: 20 },
  );
  assert.equal(validate({ record: "secret" }), false);
});
