/** The bills of materials: valid by the schema of CycloneDX, and what npm says of the same lockfile. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { z } from "zod";
import { billsOf } from "../../../.github/scripts/release/artifacts.ts";
import { schemaFaults } from "../../../.github/scripts/release/bill-schema.ts";
import { ROOT } from "../../support/run/locations.ts";

const bill = z.looseObject({
  components: z.array(
    z.looseObject({
      "bom-ref": z.string(),
      purl: z.string(),
      hashes: z.array(z.unknown()).optional(),
      licenses: z.array(z.unknown()),
      externalReferences: z.array(z.looseObject({ hashes: z.array(z.unknown()).optional() })).default([]),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
  metadata: z.looseObject({ component: z.looseObject({ "bom-ref": z.string(), purl: z.string() }) }),
});

/** Components with hashes and licences, and edges, all by purl and sorted. */
function contentOf(text: string): unknown {
  const { components, dependencies, metadata } = bill.parse(JSON.parse(text));
  const purls = new Map([metadata.component, ...components].map((each) => [each["bom-ref"], each.purl]));
  const purl = (ref: string): string => purls.get(ref) ?? `unknown ${ref}`;
  return {
    components: components
      .map(({ purl, hashes, licenses, externalReferences }) => ({
        purl,
        // npm has the hash where it says whence the package comes.
        hashes: hashes ?? externalReferences.flatMap((reference) => reference.hashes ?? []),
        licenses,
      }))
      .sort((a, b) => (a.purl < b.purl ? -1 : 1)),
    edges: dependencies
      .flatMap(({ ref, dependsOn }) => dependsOn.map((to) => `${purl(ref)} -> ${purl(to)}`))
      .sort(),
  };
}

const [ofAction, ofCommand] = billsOf(ROOT).map(({ text }) => text);
assert.ok(ofAction !== undefined && ofCommand !== undefined);

describe("the schema of CycloneDX 1.5", () => {
  for (const { name, text } of billsOf(ROOT)) {
    test(`takes ${name}`, () => assert.deepEqual(schemaFaults(JSON.parse(text)), []));
  }

  const broken: readonly { name: string; with: readonly [string, string]; fault: RegExp }[] = [
    { name: "a licence that SPDX does not know", with: ['"id": "MIT"', '"id": "MIT-ish"'], fault: /license/ },
    {
      name: "a hash of another length",
      with: [/[0-9a-f]{128}/.exec(ofAction)?.[0] ?? "", "ab"],
      fault: /hashes/,
    },
    { name: "a serial number that is no UUID", with: ["urn:uuid:", "urn:"], fault: /serialNumber/ },
  ];
  for (const {
    name,
    with: [from, to],
    fault,
  } of broken) {
    test(`refuses ${name}`, () => {
      assert.ok(from !== "" && ofAction.includes(from));
      assert.match(schemaFaults(JSON.parse(ofAction.replace(from, to))).join("\n"), fault);
    });
  }
});

test("the Action's has the packages, hashes, licences and edges that npm finds", () => {
  const words = ["sbom", "--omit", "dev", "--omit", "optional", "--sbom-format", "cyclonedx"];
  const said = execFileSync("npm", words, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.deepEqual(contentOf(ofAction), contentOf(said));
});

test("the command's is a part of it, without what talks to GitHub", () => {
  const purlsOf = (text: string): string[] => bill.parse(JSON.parse(text)).components.map(({ purl }) => purl);
  const [all, own] = [purlsOf(ofAction), purlsOf(ofCommand)];
  assert.deepEqual(
    own.filter((purl) => !all.includes(purl)),
    [],
  );
  assert.ok(own.some((purl) => purl.startsWith("pkg:npm/zod@")));
  assert.ok(!own.some((purl) => purl.includes("actions") || purl.includes("octokit")));
});
