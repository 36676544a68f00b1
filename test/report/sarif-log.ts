/** Reads SARIF: valid by the schema of OASIS, and as far as the tests look into it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { z } from "zod";

const require = createRequire(import.meta.url);
const SCHEMA = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");

const result = z.object({
  ruleId: z.string(),
  ruleIndex: z.int(),
  level: z.enum(["error", "warning", "note"]),
  message: z.object({ text: z.string() }),
  locations: z
    .array(
      z.object({
        physicalLocation: z
          .object({
            artifactLocation: z.object({ uri: z.string() }),
            region: z.object({ startLine: z.int() }),
          })
          .optional(),
        logicalLocations: z.array(z.object({ fullyQualifiedName: z.string(), kind: z.string() })),
      }),
    )
    .length(1),
  partialFingerprints: z.record(z.string(), z.string()),
  suppressions: z.array(z.object({ justification: z.string() })).optional(),
});
export type SarifResult = z.infer<typeof result>;

const rule = z.object({
  id: z.string(),
  name: z.string(),
  helpUri: z.string(),
  help: z.object({ text: z.string(), markdown: z.string() }),
  properties: z.object({ "security-severity": z.string() }),
});
const sarif = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(rule) }) }),
      invocations: z.tuple([
        z.object({
          toolExecutionNotifications: z.array(z.object({ message: z.object({ text: z.string() }) })),
        }),
      ]),
      properties: z.object({ results: z.int(), counts: z.unknown(), gate: z.string(), result: z.string() }),
      results: z.array(result),
    }),
  ]),
});
export type SarifRun = z.infer<typeof sarif>["runs"][0];

/** Gives a reader that fails where a text is no valid SARIF. */
export function sarifReader(): (text: string) => SarifRun {
  const { $schema, id, ...schema } = z.looseObject({}).parse(JSON.parse(readFileSync(SCHEMA, "utf8")));
  // A validator of today takes what the draft of the schema and that of today have in common.
  assert.deepEqual([typeof $schema, typeof id], ["string", "string"]);
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return (text) => {
    const json: unknown = JSON.parse(text);
    assert.ok(validate(json), JSON.stringify(validate.errors?.slice(0, 3)));
    const [run] = sarif.parse(json).runs;
    for (const { ruleId, ruleIndex } of run.results) {
      assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
    }
    return run;
  };
}
