/** The bundle of the command loads its chunks as scripts, with what V8 compiled of them in earlier runs. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { asScripts, LATE } from "../../.github/scripts/chunks.ts";
import { newFolder } from "../support/run/folders.ts";

/** A bundle as webpack writes it, in few lines: it loads chunk 7 and runs module 70 of it with the words of the process. */
const BUNDLE = `import "node:fs";
const __webpack_modules__ = {};
function __nccwpck_require__(moduleId) {
  const module = { exports: {} };
  __webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
  return module.exports;
}
__nccwpck_require__.u = (chunkId) => chunkId + ".index.js";
__nccwpck_require__.e = async (chunkId) => {
  const { modules } = await import("./" + __nccwpck_require__.u(chunkId));
  Object.assign(__webpack_modules__, modules);
};
__nccwpck_require__.e(7).then(__nccwpck_require__.bind(__nccwpck_require__, 70)).then((run) => run(process.argv[2]));
`;
const CHUNK = `export const id = 7;
export const ids = [7];
export const modules = {

/***/ 70:
/***/ (module, exports, __nccwpck_require__) => {

const loaders = __nccwpck_require__(71);
const said = __nccwpck_require__(72);
module.exports = (word) => console.log(said, word === "late" ? loaders["./x.js"]() : "");

/***/ },

/***/ 71:
/***/ (module, exports, __nccwpck_require__) => {

exports["./x.js"] = () => __nccwpck_require__(73);

/***/ },

/***/ 72:
/***/ (module) => {

module.exports = "early";

/***/ },

/***/ 73:
/***/ (module) => {

module.exports = "late";

/***/ }

};
`;

/** A folder with the bundle, and one for what is compiled. */
function built(): { run(word: string): string; kept(): string[]; folder: string; cache: string } {
  const folder = newFolder("chunks");
  const cache = newFolder("compiled");
  const { bundle, scripts } = asScripts(BUNDLE, new Map([["7.index.js", CHUNK]]));
  for (const [name, text] of [["bundle.mjs", bundle], ...scripts] as const)
    writeFileSync(join(folder, name), text);
  return {
    folder,
    cache,
    run: (word) =>
      execFileSync(process.execPath, [join(folder, "bundle.mjs"), word], {
        encoding: "utf8",
        env: { NODE_COMPILE_CACHE: cache },
      }).trim(),
    kept: () =>
      readdirSync(cache, { recursive: true, encoding: "utf8" })
        .map((path) =>
          /(\d+\.index|late)\.js-[0-9a-f]{16}-\d+$/.exec(path)?.[0].replace(/-[0-9a-f]{16}-/, " "),
        )
        .filter((name) => name !== undefined)
        .sort(),
  };
}

describe("modules that are asked for late", () => {
  test("are a script of their own, which others do without", () => {
    const { scripts } = asScripts(BUNDLE, new Map([["7.index.js", CHUNK]]));
    assert.match(scripts.get(LATE) ?? "", /^\/\*{3}\/ 73:$/m);
    assert.doesNotMatch(scripts.get(LATE) ?? "", /^\/\*{3}\/ 7[0-2]:$/m);
    assert.doesNotMatch(scripts.get("7.index.js") ?? "", /^\/\*{3}\/ 73:$/m);
  });

  test("are there when they are asked for", () => {
    const { run } = built();
    assert.equal(run("early"), "early");
    assert.equal(run("late"), "early late");
  });
});

describe("what was compiled", () => {
  test("is kept after each of the first runs, and after as many that ask for late modules", () => {
    const { run, kept } = built();
    const after = ["early", "early", "early", "early", "late", "late", "late", "late"].map((word) => {
      run(word);
      return kept();
    });
    assert.deepEqual(after, [
      ["7.index.js 1"],
      ["7.index.js 2"],
      ["7.index.js 3"],
      ["7.index.js 3"],
      ["7.index.js 4", "late.js 4"],
      ["7.index.js 5", "late.js 5"],
      ["7.index.js 6", "late.js 6"],
      ["7.index.js 6", "late.js 6"],
    ]);
  });

  test("is of no use, and made anew, where it is not whole", () => {
    const { run, kept, cache } = built();
    for (let runs = 0; runs < 3; runs++) run("early");
    const path =
      readdirSync(cache, { recursive: true, encoding: "utf8" }).find((name) => name.endsWith("-3")) ?? "";
    const whole = readFileSync(join(cache, path));
    writeFileSync(join(cache, path), whole.subarray(0, whole.length / 2));
    assert.equal(run("early"), "early");
    assert.deepEqual(kept(), ["7.index.js 1"]);
  });

  test("of another version of the program is not taken, and goes", () => {
    const { run, kept, folder } = built();
    run("early");
    const other = asScripts(BUNDLE, new Map([["7.index.js", CHUNK.replace('"early"', '"other"')]]));
    for (const [name, text] of [["bundle.mjs", other.bundle], ...other.scripts] as const) {
      writeFileSync(join(folder, name), text);
    }
    assert.equal(run("early"), "other");
    assert.deepEqual(kept(), ["7.index.js 1"]);
  });
});

test("a bundle that webpack has written in another way is refused", () => {
  assert.throws(
    () => asScripts(BUNDLE, new Map([["7.index.js", "export default 1;\n"]])),
    /7\.index\.js is no chunk/,
  );
  assert.throws(
    () => asScripts("import(chunk);", new Map([["7.index.js", CHUNK]])),
    /The bundle does not have/,
  );
});
