/** The doors of dist/ on a Node that is too old: one sentence, whatever that Node can parse. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { describe, test } from "node:test";
import { doorText } from "../../.github/scripts/door.ts";
import { newFolder } from "../support/run/folders.ts";

const DIST = join(dirname(dirname(import.meta.dirname)), "dist");
const SENTENCE = /^(::error title=Mail gate::)?MX Gate needs Node 24 or newer; this is (\d+\.\d+\.\d+)\.\n$/;

const DOORS = [
  { kind: "action", file: "index.js" },
  { kind: "command", file: join("cli", "index.js") },
] as const;

function run(node: string, words: readonly string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(node, words, { encoding: "utf8", env: {} });
  return { status, said: stdout + stderr };
}

/** What makes this Node say that it is another version. */
function pretending(version: string): string[] {
  const file = join(newFolder("node"), "version.cjs");
  const versions = `{ ...process.versions, node: ${JSON.stringify(version)} }`;
  writeFileSync(file, `Object.defineProperty(process, "versions", { value: ${versions} });`);
  return ["--require", file];
}

/** Node programs of this machine that are older than what we need. */
function oldNodes(): string[] {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin"];
  const programs = folders.map((folder) => join(folder, "node")).filter((program) => existsSync(program));
  return [...new Set(programs.map((program) => realpathSync(program)))].filter(
    (program) => Number.parseInt(run(program, ["-p", "process.versions.node"]).said, 10) < 24,
  );
}

/** A folder with a door and this text as its bundle. */
function doorTo(kind: "action" | "command", bundle: string): string {
  const folder = newFolder("door");
  cpSync(join(DIST, "package.json"), join(folder, "package.json"));
  writeFileSync(join(folder, "index.js"), doorText(kind));
  writeFileSync(join(folder, "mx-gate.js"), bundle);
  return join(folder, "index.js");
}

for (const { kind, file } of DOORS) {
  describe(`the door of the ${kind}`, () => {
    const refused = (node: string, words: readonly string[], version?: string): void => {
      const { status, said } = run(node, words);
      const [, mark, found] = SENTENCE.exec(said) ?? assert.fail(said);
      assert.deepEqual([status, mark !== undefined], [2, kind === "action"]);
      if (version !== undefined) assert.equal(found, version);
    };

    test("stands in dist/ as it is written", () => {
      assert.equal(readFileSync(join(DIST, file), "utf8"), doorText(kind));
    });

    for (const version of ["20.20.2", "23.11.1", "9.0.0"]) {
      test(`is shut for Node ${version}, in words that it knows`, () => {
        refused(process.execPath, [...pretending(version), join(DIST, file), "example.com"], version);
      });
    }

    test("is shut before the bundle is parsed", () => {
      const door = doorTo(kind, "this @@ is no JavaScript");
      refused(process.execPath, [...pretending("20.20.2"), door]);
      for (const node of oldNodes()) refused(node, [door]);
    });

    test("is shut for every old Node of this machine", () => {
      for (const node of oldNodes()) refused(node, [join(DIST, file), "example.com"]);
    });

    test("is open for this one, and hands on how the bundle ends", () => {
      assert.deepEqual(run(process.execPath, [doorTo(kind, "process.exitCode = 3;")]), {
        status: 3,
        said: "",
      });
      assert.equal(run(process.execPath, [...pretending("100.0.0"), doorTo(kind, "")]).status, 0);
    });

    for (const [what, bundle] of [
      ["never ends", "await new Promise(() => {});"],
      ["throws", "throw new Error();"],
      ["is not there", "import './nowhere.js';"],
    ] as const) {
      test(`a bundle that ${what} is no success`, () => {
        assert.notEqual(run(process.execPath, [doorTo(kind, bundle)]).status, 0);
      });
    }
  });
}
