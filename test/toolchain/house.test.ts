/** `npm run house` holds the laws that take the whole of src/ to see; each is broken here on purpose. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brokenLaws, housePage, readHouse, type House } from "../../.github/scripts/house.ts";

const ROOT = dirname(dirname(import.meta.dirname));
const SCRIPT = join(ROOT, ".github/scripts/house.ts");

test("every law holds in src/", () => {
  const house = readHouse(ROOT);
  assert.ok(house.imports.length > house.files.length, "it has read the imports");
  assert.deepEqual(brokenLaws(house), []);
});

/** A house of a few files in which every law holds. */
const SOUND: House = {
  files: [
    ...["action.ts", "cli.ts", "command.ts", "host.ts", "version.ts"],
    ...[
      "judge/judge.ts",
      "observe/dns/mx.ts",
      "observe/observation.ts",
      "observe/observe.ts",
      "text/quote.ts",
    ],
  ],
  imports: [
    { from: "cli.ts", to: "command.ts", typeOnly: false },
    { from: "judge/judge.ts", to: "observe/observation.ts", typeOnly: true },
    { from: "observe/dns/mx.ts", to: "observe/observation.ts", typeOnly: true },
    { from: "observe/observe.ts", to: "observe/dns/mx.ts", typeOnly: false },
  ],
  unresolved: [],
};

describe("a broken law is named:", () => {
  const cases: readonly { law: string; house: Partial<House>; lines: readonly (string | RegExp)[] }[] = [
    { law: "none", house: {}, lines: [] },
    {
      law: "an import that the list of the room does not have",
      house: { imports: [{ from: "judge/judge.ts", to: "observe/dns/mx.ts", typeOnly: true }] },
      lines: [/^judge\/judge\.ts -> observe\/dns\/mx\.ts: judge may not import observe\/dns\/mx\.ts/],
    },
    {
      law: "a value where only types may come in",
      house: { imports: [{ from: "host.ts", to: "text/quote.ts", typeOnly: false }] },
      lines: [/^host\.ts -> text\/quote\.ts: host\.ts takes only types/],
    },
    {
      law: "two rooms that import each other",
      house: {
        imports: [
          { from: "judge/judge.ts", to: "text/quote.ts", typeOnly: false },
          { from: "text/quote.ts", to: "judge/judge.ts", typeOnly: true },
        ],
      },
      lines: [
        /^text\/quote\.ts -> judge/,
        "judge and text import each other",
        "These rooms lead in a circle: judge, text",
      ],
    },
    {
      law: "a circle of three rooms",
      house: {
        imports: [
          { from: "judge/judge.ts", to: "text/quote.ts", typeOnly: false },
          { from: "text/quote.ts", to: "observe/observe.ts", typeOnly: false },
          { from: "observe/observe.ts", to: "judge/judge.ts", typeOnly: false },
          // Stands on the circle, and is not in it.
          { from: "command.ts", to: "text/quote.ts", typeOnly: false },
        ],
      },
      lines: [
        /^text\/quote\.ts -> observe/,
        /^observe\/observe\.ts -> judge/,
        "These rooms lead in a circle: judge, observe, text",
      ],
    },
    {
      law: "a file of the ground that imports what stands on it",
      house: {
        imports: [
          ...SOUND.imports,
          { from: "observe/observation.ts", to: "observe/dns/mx.ts", typeOnly: false },
        ],
      },
      lines: [
        "observe/dns and observe/observation.ts import each other",
        /^These rooms lead in a circle: .*observe\/dns, observe\/observation\.ts/,
      ],
    },
    {
      law: "a folder with seventeen files",
      house: { files: [...SOUND.files, ...Array.from({ length: 16 }, (_, i) => `judge/${String(i)}.ts`)] },
      lines: ["src/judge has 17 files, more than 16"],
    },
    {
      law: "a sixth file in the root",
      house: { files: [...SOUND.files, "helpers.ts"] },
      lines: [/^src\/helpers\.ts stands in the root/],
    },
    {
      law: "a door that is missing",
      house: { files: SOUND.files.filter((file) => file !== "cli.ts"), imports: [] },
      lines: ["src/cli.ts is missing"],
    },
    {
      law: "a file in no room",
      house: { imports: [{ from: "lost/x.ts", to: "text/quote.ts", typeOnly: false }] },
      lines: [/^lost\/x\.ts -> text\/quote\.ts: lost\/x\.ts stands in no room/],
    },
    {
      law: "an import that leads nowhere",
      house: { unresolved: ["judge/judge.ts -> ./gone.ts"] },
      lines: ["judge/judge.ts -> ./gone.ts: there is no such file"],
    },
  ];
  for (const { law, house, lines } of cases) {
    test(law, () => {
      const broken = brokenLaws({ ...SOUND, ...house });
      assert.equal(broken.length, lines.length, broken.join("\n"));
      for (const [index, line] of lines.entries()) {
        if (typeof line === "string") assert.equal(broken[index], line);
        else assert.match(broken[index] ?? "", line);
      }
      const page = housePage({ ...SOUND, ...house }, true);
      if (lines.length === 0) assert.match(page, /^Every law holds\.$/m);
      else for (const line of broken) assert.ok(page.includes(`  ${line}\n`));
    });
  }
});

describe("imports are found by tsc's resolution, in every form:", () => {
  let project = "";
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  };
  before(() => {
    project = mkdtempSync(join(tmpdir(), "mx-gate-house-"));
    const compilerOptions = { module: "nodenext", allowImportingTsExtensions: true, noEmit: true };
    write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["src"] }));
    for (const file of SOUND.files) write(`src/${file}`, "export const a = 1;\n");
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  const forms: readonly { code: string; typeOnly: boolean }[] = [
    { code: `import { a } from "../text/quote.ts";`, typeOnly: false },
    { code: `import a from "../text/quote.ts";`, typeOnly: false },
    { code: `import * as a from "../text/quote.ts";`, typeOnly: false },
    { code: `import a, { type b } from "../text/quote.ts";`, typeOnly: false },
    { code: `import { a, type b } from "../text/quote.ts";`, typeOnly: false },
    { code: `import "../text/quote.ts";`, typeOnly: false },
    { code: `import {} from "../text/quote.ts";`, typeOnly: false },
    { code: `export { a } from "../text/quote.ts";`, typeOnly: false },
    { code: `export * from "../text/quote.ts";`, typeOnly: false },
    { code: `export const a = () => import("../text/quote.ts");`, typeOnly: false },
    { code: `import type { a } from "../text/quote.ts";`, typeOnly: true },
    { code: `import { type a } from "../text/quote.ts";`, typeOnly: true },
    { code: `export type { a } from "../text/quote.ts";`, typeOnly: true },
    { code: `export type A = typeof import("../text/quote.ts").a;`, typeOnly: true },
    { code: `import { a } from "../text/../text/quote.ts";`, typeOnly: false },
  ];
  for (const { code, typeOnly } of forms) {
    test(code, () => {
      write("src/judge/judge.ts", `${code}\n`);
      assert.deepEqual(readHouse(project).imports, [
        { from: "judge/judge.ts", to: "text/quote.ts", typeOnly },
      ]);
    });
  }

  test("what leads nowhere is kept", () => {
    write("src/judge/judge.ts", `import { a } from "./gone.ts";\nimport { b } from "node:fs";\n`);
    assert.deepEqual(readHouse(project).unresolved, ["judge/judge.ts -> ./gone.ts"]);
  });

  test("the command exits 1 and names what is broken, 0 where nothing is", () => {
    write("src/judge/judge.ts", `import { a } from "../observe/observe.ts";\n`);
    const broken = spawnSync(process.execPath, [SCRIPT, project], { encoding: "utf8" });
    assert.equal(broken.status, 1, broken.stderr);
    assert.match(
      broken.stdout,
      /^Broken:\n {2}judge\/judge\.ts -> observe\/observe\.ts: judge may not import/m,
    );
    write("src/judge/judge.ts", `import { a } from "../text/quote.ts";\n`);
    const sound = execFileSync(process.execPath, [SCRIPT, "--files", project], { encoding: "utf8" });
    assert.match(sound, /^ {2}judge -> text {2}1, types alone 0\n {6}judge\/judge\.ts -> text\/quote\.ts$/m);
    assert.match(sound, /^Every law holds\.$/m);
  });
});
