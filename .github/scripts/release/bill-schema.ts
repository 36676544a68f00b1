/** The JSON Schema of CycloneDX 1.5, as its own library brings it along. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { z } from "zod";

const LIBRARY = dirname(createRequire(import.meta.url).resolve("@cyclonedx/cyclonedx-library/package.json"));
let validator: ValidateFunction | undefined;

function schema(name: string): object {
  const text = readFileSync(join(LIBRARY, "res/schema", `${name}.SNAPSHOT.schema.json`), "utf8");
  return z.looseObject({}).parse(JSON.parse(text));
}

function compiled(): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  // As the library itself does: no package checks these two here.
  for (const format of ["idn-email", "iri-reference"]) ajv.addFormat(format, true);
  for (const name of ["spdx", "jsf-0.82"])
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  return ajv.compile(schema("bom-1.5"));
}

/** What the schema has against a bill of materials, one line each. */
export function schemaFaults(bill: unknown): string[] {
  validator ??= compiled();
  if (validator(bill)) return [];
  return (validator.errors ?? []).map(
    ({ instancePath, message = "" }) => `${instancePath || "/"} ${message}`,
  );
}
