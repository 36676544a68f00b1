import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { z } from "zod";

const root = dirname(dirname(import.meta.dirname));
const script = join(root, ".github/scripts/require-node.cjs");
const complaint = createRequire(import.meta.url)(script) as (version: string) => string | undefined;

describe("the Node that runs the scripts", () => {
  for (const version of ["0.10.48", "8.17.0", "18.19.0", "20.20.2", "23.11.1"]) {
    test(`${version} is too old, and one sentence says so`, () => {
      assert.equal(
        complaint(version),
        `MX Gate needs Node 24 or newer; this is ${version}. Install Node 24 (https://nodejs.org); ` +
          "on Linux x64 `npm ci` brings it along.",
      );
    });
  }

  for (const version of ["24.0.0", "24.21.0", "26.1.0", "100.0.0"]) {
    test(`${version} will do`, () => assert.equal(complaint(version), undefined));
  }

  test("nothing is printed where all is well", () => {
    assert.equal(execFileSync(process.execPath, [script], { encoding: "utf8", stdio: "pipe" }), "");
  });

  test("every npm script that starts TypeScript or the tests asks first", () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    const direct = Object.entries(scripts).filter(([, command]) => /^node |&& node [^&]*\.ts$/.test(command));
    assert.ok(direct.length > 0);
    for (const [name, command] of direct) {
      assert.match(command, /^(node \.github\/scripts\/require-node\.cjs|npm run build --silent) && /, name);
    }
  });
});
