/**
 * Writes what follows from the code: action.yml, the tables of the README, the JSON Schemas of report, recording and policy,
 * the pages of the policy file and of the bounds, the index of codes, what rooms may import. With --check it writes
 * nothing and fails where a committed file differs.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { actionYaml } from "./action-yaml.ts";
import { boundsPage } from "./bounds-page.ts";
import { codesIndex } from "./codes-index.ts";
import { policyPage } from "./policy-page.ts";
import { policySchema } from "./policy-schema.ts";
import { fillReadme } from "./readme-tables.ts";
import { recordingSchema, reportSchema } from "./report-schema.ts";
import { roomPages } from "./room-pages.ts";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** Every generated file with the text that it should have. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    "action.yml": actionYaml(),
    "README.md": fillReadme(read("README.md")),
    "schema/report-v1.schema.json": reportSchema(),
    "schema/recording-v1.schema.json": recordingSchema(),
    "schema/policy-v1.schema.json": policySchema(),
    "docs/policy.md": policyPage(),
    "docs/codes/README.md": codesIndex(),
    "docs/bounds.md": boundsPage(),
    ...roomPages(read),
  };
}

function main(checkOnly: boolean): void {
  const stale: string[] = [];
  for (const [file, text] of Object.entries(generatedFiles())) {
    let current: string | undefined;
    try {
      current = read(file);
    } catch {
      current = undefined;
    }
    if (current === text) continue;
    stale.push(file);
    if (!checkOnly) writeFileSync(path.join(ROOT, file), text);
  }
  if (checkOnly && stale.length > 0) {
    console.error(`Out of date: ${stale.join(", ")}. Run npm run generate and commit the result.`);
    process.exitCode = 1;
  } else {
    console.log(stale.length === 0 ? "Generated files are up to date." : `Written: ${stale.join(", ")}.`);
  }
}

if (import.meta.main) main(process.argv.includes("--check"));
