/**
 * How the bundle of the command loads its chunks: as scripts, with what V8 has compiled of them in earlier runs. Node's own
 * cache keeps what V8 compiles before a module runs; this one is written when a run is over, so that it has the
 * functions that a run calls, and those alone. What is asked for late (defer.ts) is a script of its own.
 */
import { createHash } from "node:crypto";
import { MEMORY_FLAGS } from "../../src/system/machine.ts";

/** The script of all that is asked for late. */
export const LATE = "late.js";

/** Runs after which what they have compiled is kept: so many that ask for nothing late, and as many that do. */
const RUNS = 3;
/** Seconds after which V8 may have thrown away what it compiled at the start: a longer run replaces no cache. */
const SHORT = 30;

/** How webpack loads a chunk and runs a module, and how that is done here. */
const REPLACED = [
  ['import("./" + __nccwpck_require__.u(chunkId))', "loadChunk(__nccwpck_require__.u(chunkId))"],
  ["__webpack_modules__[moduleId](", "(__webpack_modules__[moduleId] ?? lateModule(moduleId))("],
] as const;

/** How a chunk of webpack begins, and how a module in it does. */
const HEAD = /^export const id = (?<id>\d+);\nexport const ids = \[[\d,]*\];\nexport const modules = \{\n/;
const MODULE = /^(?=\/\*{3}\/ \d+:\n)/m;
const ASKED = /\b__(?:nccwpck|webpack)_require__\((\d+)\)/g;
/** The module that asks for others late (defer.ts). */
const LOADERS = /^exports\["[^"]+"\] = \(\) => __/m;
/** The chunks that the bundle asks for, and the module of them that it runs then. */
const CHUNK = /__nccwpck_require__\.e\((\d+)\)/g;
const ROOT = /__nccwpck_require__\.bind\(__nccwpck_require__, (\d+)\)/g;

/** Modules of a chunk, by number. */
function modulesOf(chunk: string, name: string): Map<number, string> {
  const [, ...modules] = chunk.replace(/\n\};\s*$/, "\n").split(MODULE);
  if (!HEAD.test(chunk) || modules.length === 0) throw new Error(`${name} is no chunk as webpack writes it.`);
  // The last one of a chunk has no comma.
  return new Map(
    modules.map((text) => [Number(/\d+/.exec(text)?.[0]), text.trimEnd().replace(/\},?$/, "},\n\n")]),
  );
}

function numbersIn(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), ([, id]) => Number(id));
}

/** The modules that some lead to, if those are left out that are asked for late. */
function reached(roots: readonly number[], modules: ReadonlyMap<number, string>): Set<number> {
  const found = new Set<number>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const text = modules.get(id);
    if (text === undefined || found.has(id)) continue;
    found.add(id);
    if (!LOADERS.test(text)) open.push(...numbersIn(text, ASKED));
  }
  return found;
}

/**
 * The bundle and its scripts: each chunk as one that has the same members, without the modules that are asked for late.
 * @param chunks text of each chunk by name
 */
export function asScripts(
  bundle: string,
  chunks: ReadonlyMap<string, string>,
): { readonly bundle: string; readonly scripts: ReadonlyMap<string, string> } {
  const scripts = new Map<string, string>();
  const late: (readonly [number, string])[] = [];
  const first = new Set(numbersIn(bundle, CHUNK));
  const modules = new Map([...chunks].map(([name, text]) => [name, modulesOf(text, name)]));
  const all = new Map([...modules.values()].flatMap((each) => [...each]));
  const early = reached(numbersIn(bundle, ROOT), all);
  for (const [name, each] of modules) {
    const id = Number.parseInt(name, 10);
    const own = [...each].filter(([module]) => early.has(module) || !first.has(id));
    late.push(...[...each].filter(([module]) => !early.has(module) && first.has(id)));
    scripts.set(name, scriptOf(own, `id: ${String(id)}, ids: [${String(id)}]`));
  }
  scripts.set(LATE, scriptOf(late, "id: 0, ids: []"));
  let loading = bundle;
  for (const [from, to] of REPLACED) {
    if (!loading.includes(from)) throw new Error(`The bundle does not have ${from}.`);
    loading = loading.replace(from, to);
  }
  return { bundle: loading + loaderText(scripts), scripts };
}

function scriptOf(modules: readonly (readonly [number, string])[], members: string): string {
  return `({ ${members}, modules: {\n\n${modules.map(([, text]) => text).join("")}}})\n`;
}

/**
 * The loader. V8 compares the length of the text with what it has compiled, and nothing else, so that the name of a cache has
 * the sum of the script. Nor does it find out that a cache is damaged: one that is there is whole, for it gets its name
 * when the disk has it. What was compiled is kept after each of the first runs, since one calls other functions than the next.
 * V8 takes nothing that was compiled under other flags, and the command sets some when it is loaded.
 */
function loaderText(scripts: ReadonlyMap<string, string>): string {
  const sums = Object.fromEntries(
    [...scripts].map(([name, text]) => [name, createHash("sha256").update(text).digest("hex").slice(0, 16)]),
  );
  return `
// Written by .github/scripts/chunks.ts.
async function loadChunk(name) {
  return loadScript(name);
}
var asksLate, flags;
function underFirstFlags(work) {
  const v8 = process.getBuiltinModule("node:v8");
  flags ??= v8.cachedDataVersionTag();
  const changed = flags !== v8.cachedDataVersionTag();
  if (changed) for (const [flag, , first] of ${JSON.stringify(MEMORY_FLAGS)}) v8.setFlagsFromString(flag + "=" + first);
  const result = work();
  if (changed) for (const [flag, value] of ${JSON.stringify(MEMORY_FLAGS)}) v8.setFlagsFromString(flag + "=" + value);
  return result;
}
function lateModule(id) {
  asksLate = true;
  Object.assign(__webpack_modules__, loadScript("${LATE}").modules);
  return __webpack_modules__[id];
}
function loadScript(name) {
  const fs = process.getBuiltinModule("node:fs");
  const vm = process.getBuiltinModule("node:vm");
  const filename = import.meta.dirname + "/" + name;
  const folder = process.getBuiltinModule("node:module").getCompileCacheDir();
  const files = folder === undefined ? [] : fs.readdirSync(folder).filter((file) => file.startsWith(name + "-"));
  const kept = name + "-" + ${JSON.stringify(sums)}[name] + "-";
  let runs = Math.max(0, ...files.map((file) => (file.startsWith(kept) ? Number(file.slice(kept.length)) : 0)));
  let cachedData;
  try {
    if (runs > 0) cachedData = fs.readFileSync(folder + "/" + kept + runs);
  } catch {}
  const text = fs.readFileSync(filename, "latin1");
  const script = underFirstFlags(() => new vm.Script(text, { filename, cachedData }));
  if (cachedData === undefined || script.cachedDataRejected) runs = 0;
  process.on("exit", () => {
    const most = asksLate ? ${String(2 * RUNS)} : ${String(RUNS)};
    if (folder === undefined || runs >= most || (runs > 0 && process.uptime() > ${String(SHORT)})) return;
    try {
      const begun = folder + "/" + name + "-" + process.pid + ".new";
      const file = fs.openSync(begun, "w", 0o600);
      fs.writeSync(file, underFirstFlags(() => script.createCachedData()));
      fs.fsyncSync(file);
      fs.closeSync(file);
      const written = kept + (Math.max(runs, most - ${String(RUNS)}) + 1);
      fs.renameSync(begun, folder + "/" + written);
      for (const file of files) if (file !== written) fs.unlinkSync(folder + "/" + file);
    } catch {}
  });
  return script.runInThisContext();
}
`;
}
