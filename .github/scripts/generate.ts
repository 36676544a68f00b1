/**
 * Writes what follows from the code: action.yml, the tables of README.md and docs/inputs.md, the JSON Schemas of report, recording and policy,
 * the pages of the policy file and of the bounds, the index of codes, what rooms may import, the manual page; and in
 * every document who publishes this and which release it names. With --check it writes nothing and fails where a
 * committed file differs.
 */
import { globSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { actionYaml } from "./action-yaml.ts";
import { boundsPage } from "./bounds-page.ts";
import { codesIndex } from "./codes-index.ts";
import { manPage } from "./man-page.ts";
import { policyPage } from "./policy-page.ts";
import { policySchema } from "./policy-schema.ts";
import { fillInputs, fillReadme } from "./readme-tables.ts";
import { DOCUMENTS, formerRepository, publishedText, PUBLISHER } from "./release/publisher.ts";
import { recordingSchema, reportSchema } from "./report-schema.ts";
import { roomPages } from "./room-pages.ts";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

/** Every document that names the publisher or the release, as it should name them. */
function documents(): Readonly<Record<string, string>> {
  const former = formerRepository(read("schema/policy-v1.schema.json"));
  const files = DOCUMENTS.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort();
  return Object.fromEntries(
    files.map((file) => [file, publishedText(read(file), former, PUBLISHER)] as const),
  );
}

/** Every generated file with the text that it should have. */
export function generatedFiles(): Readonly<Record<string, string>> {
  const written = documents();
  return {
    ...written,
    "action.yml": actionYaml(),
    "README.md": fillReadme(written["README.md"] ?? read("README.md")),
    "docs/inputs.md": fillInputs(written["docs/inputs.md"] ?? read("docs/inputs.md")),
    "man/mx-gate.1": manPage(),
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
