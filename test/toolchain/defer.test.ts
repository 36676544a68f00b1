/** Compiled modules are rewritten so that what they make is made when it is first asked for. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { before, describe, test } from "node:test";
import { deferWork } from "../../.github/scripts/defer.ts";
import { newFolder } from "../support/run/folders.ts";

/** Each module notes on `globalThis.made` what it makes. */
const MODULES: Readonly<Record<string, string>> = {
  "note.js": "export function note(name, value) { globalThis.made.push(name); return value; }",
  "values.js": `
import { note } from "./note.js";
const table = note("table", { sum: 3, list: [1, 2] });
export const doubled = [...table.list, ...table.list];
export const { sum, list: numbers } = note("parts", { sum: table.sum, list: table.list });
export class Shape { constructor(size) { this.size = size; } }
export const shapes = note("shapes", { Shape });
export const short = "as it is";
const [first, ...others] = doubled;
export const ends = { first, last: others.at(-1) };`,
  "uses.js": `
import { isIP } from "node:net";
import * as values from "./values.js";
import { doubled, numbers, shapes, short, sum as total } from "./values.js";
import * as os from "node:os";
import { createHash, Hash } from "node:crypto";
export { doubled as again } from "./values.js";
export const named = () => ({ doubled, numbers, total, short });
export const inPlace = (doubled) => doubled;
export const made = () => new shapes.Shape(new values.shapes.Shape(4).size).size;
export const both = () => values.doubled === doubled;
export const hashed = (text) => createHash("sha256").update(text).digest("hex").slice(0, 8);
export const isHash = (it) => it instanceof Hash;
export const newline = () => os.EOL;
export const ends = () => values.ends;
export const family = (text) => isIP(text);`,
  "cli.js": `import { note } from "./note.js"; const started = note("started", 1); export { started };`,
  "config/settings.js": `
import { note } from "../note.js";
export const settings = { port: { schema: note("port", 25), list: note("list", []) } };
export const row = () => settings.port;`,
};

/** What the modules say of themselves, once they are rewritten. */
interface Uses {
  named(): unknown;
  inPlace(value: number): number;
  made(): number;
  both(): boolean;
  hashed(text: string): string;
  isHash(it: unknown): boolean;
  newline(): string;
  ends(): unknown;
  family(text: string): number;
}

const lib = join(newFolder("defer"), "lib");
const made: string[] = [];
const load = async (name: string): Promise<unknown> => await import(pathToFileURL(join(lib, name)).href);
let uses: Uses;

before(async () => {
  for (const [name, text] of Object.entries({ ...MODULES, "package.json": '{ "type": "module" }' })) {
    mkdirSync(dirname(join(lib, name)), { recursive: true });
    writeFileSync(join(lib, name), text);
  }
  deferWork(lib);
  Object.assign(globalThis, { made });
  uses = (await load("uses.js")) as Uses;
});

describe("what a module makes", () => {
  test("is made when it is first asked for, and once", () => {
    assert.equal(made.includes("parts"), false);
    assert.deepEqual(uses.named(), { doubled: [1, 2, 1, 2], numbers: [1, 2], total: 3, short: "as it is" });
    uses.named();
    assert.deepEqual(
      made.filter((name) => name === "table" || name === "parts"),
      ["table", "parts"],
    );
  });

  test("is the same for all who ask for it", () => {
    assert.equal(uses.both(), true);
  });

  test("is not taken for what has its name inside a function", () => {
    assert.equal(uses.inPlace(7), 7);
  });

  test("makes instances, under its own name and as a member of its module", () => {
    assert.equal(uses.made(), 4);
  });

  test("is made at once where it is taken apart in a way that needs its order", () => {
    assert.deepEqual(uses.ends(), { first: 1, last: 2 });
  });

  test("is made at once where a module starts something", async () => {
    await load("cli.js");
    assert.equal(made.at(-1), "started");
  });

  test("is made row by row where it is the schema of a setting", async () => {
    const { row } = (await load("config/settings.js")) as { row: () => { schema: number } };
    const port = row();
    assert.equal(made.at(-1), "list");
    assert.equal(port.schema + port.schema, 50);
    assert.deepEqual(
      made.filter((name) => name === "port"),
      ["port"],
    );
  });
});

describe("a module of Node's", () => {
  test("is loaded when it is first called", () => {
    assert.doesNotMatch(readFileSync(join(lib, "uses.js"), "utf8"), /from "node:(crypto|os)"/);
    assert.equal(uses.hashed("x"), "2d711642");
    assert.equal(uses.isHash({}), false);
    assert.match(uses.newline(), /^\r?\n$/);
  });

  test("that every run needs stays as it is", () => {
    assert.match(readFileSync(join(lib, "uses.js"), "utf8"), /from "node:net"/);
    assert.equal(uses.family("192.0.2.1"), 4);
  });
});
