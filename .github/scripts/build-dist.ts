/**
 * Bundles the program twice: dist/ for the Action, dist/cli/ for the command, each with its door (index.js), the bundle
 * that it loads, what the bundle loads late (its numbered chunks), package.json and the licences of what is inside. The same sources and lockfile give the same bytes in every
 * folder and on every machine; check:dist rests on that.
 *
 *     node .github/scripts/build-dist.ts
 */
import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { BUNDLE, doorText } from "./door.ts";
import { hasNotice, mergedNotices, missingNotices } from "./licence-notices.ts";

/** What is bundled, where it lands in dist/, and its door; the command's is started by its name. */
const DOORS = [
  { entry: "action.js", folder: ".", kind: "action" },
  { entry: "cli.js", folder: "cli", kind: "command" },
] as const;

const root = dirname(dirname(import.meta.dirname));
const require = createRequire(import.meta.url);

/** Runs one of the pinned build tools with this Node; what it prints is shown only where it fails. */
function runTool(module: string, ...args: readonly string[]): void {
  try {
    execFileSync(process.execPath, [require.resolve(module), ...args], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (error) {
    if (error instanceof Error && "stdout" in error && "stderr" in error) {
      process.stderr.write(`${String(error.stdout)}${String(error.stderr)}`);
    }
    throw new Error(`${module} failed: dist/ is left as it was.`, { cause: error });
  }
}

/** Reads a file that a build tool wrote, with line ends as Git keeps them. */
function readText(path: string): string {
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
}

/**
 * Throws where a bundle carries what exists on one machine only: the folder of the build, or what lies in this
 * checkout. The checkout's own name is not enough to tell: in a checkout at /app it is a path of GitHub's API, too.
 */
function refuseMachinePaths(name: string, code: string, workshop: string): void {
  const checkouts = new Set([root, realpathSync(root)]);
  const paths = [...checkouts].flatMap((folder) => readdirSync(folder).map((entry) => join(folder, entry)));
  for (const path of [workshop, realpathSync(workshop), ...paths]) {
    for (const written of new Set([path, JSON.stringify(path).slice(1, -1)])) {
      const at = code.indexOf(written);
      if (at >= 0) {
        const around = code.slice(Math.max(0, at - 80), at + 120);
        throw new Error(`${name} contains a path of this machine: ${JSON.stringify(around)}`);
      }
    }
  }
}

/** Names that ncc gives to what is loaded late. */
const CHUNK = /^\d+\.index\.js$/;
/** ncc writes the licences of each chunk; under one name, the last chunk's would be all that is left. */
const LICENCES = "[id].licenses.txt";
const LICENCES_OF_CHUNK = /^\d+\.licenses\.txt$/;

/**
 * A bundle as it starts fastest. Builtin modules are asked for by name, not through a `require` of each module, and the
 * text is ASCII: V8 keeps and scans it in half the octets. An escape means the same in text, templates and regular
 * expressions, unless a backslash stands before it, or `String.raw`.
 */
function swift(code: string, name: string): string {
  const literal = /\\[^\0-\x7f]|\.raw`[^`]*[^\0-\x7f`]/.exec(code);
  if (literal !== null) {
    const around = code.slice(Math.max(0, literal.index - 80), literal.index + 80);
    throw new Error(`${name} has a character that no escape can stand for: ${JSON.stringify(around)}`);
  }
  return code
    .replaceAll(
      /__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\(("[a-z0-9_:/]+")\)/g,
      "process.getBuiltinModule($1)",
    )
    .replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Throws where the licences lack a dependency that stands in the code: in chunks ncc could have missed it. */
function demandNotices(code: string, licenses: string): void {
  const inside = new Set(
    Array.from(code.matchAll(/\bnode_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g), ([, name = ""]) => name),
  );
  for (const name of [...inside].filter((name) => !hasNotice(licenses, name))) {
    throw new Error(`licenses.txt has no notice of ${name}, which stands in the bundle.`);
  }
}

/** Bundles one of them into `target`, which then holds exactly its door, the bundle, package.json and licenses.txt. */
function bundle(door: (typeof DOORS)[number], workshop: string, target: string): void {
  const raw = join(workshop, `ncc-${door.entry}`);
  runTool(
    "@vercel/ncc/dist/ncc/cli.js",
    ...["build", join("lib", door.entry), "--out", raw, "--license", LICENCES, "--no-cache", "--quiet"],
  );
  const made = readdirSync(raw);
  const chunks = made.filter((name) => CHUNK.test(name));
  const ofChunks = made.filter((name) => LICENCES_OF_CHUNK.test(name));
  const expected = ["index.js", "package.json", ...ofChunks, ...chunks];
  const unexpected = made.filter((name) => !expected.includes(name));
  if (unexpected.length > 0) {
    throw new Error(`The bundle of ${door.entry} has an asset: ${unexpected.join(", ")}.`);
  }

  const ofNcc = mergedNotices(
    root,
    ofChunks.map((name) => readText(join(raw, name))),
  );
  const licenses = ofNcc + missingNotices(root, ofNcc);
  mkdirSync(target, { recursive: true });
  for (const file of ["index.js", ...chunks]) {
    const code = readText(join(raw, file));
    const name = file === "index.js" ? BUNDLE : file;
    refuseMachinePaths(join("dist", door.folder, name), code, workshop);
    demandNotices(code, licenses);
    writeFileSync(join(target, name), swift(code, name));
  }
  writeFileSync(join(target, "index.js"), doorText(door.kind), {
    mode: door.kind === "command" ? 0o755 : 0o644,
  });
  writeFileSync(join(target, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(target, "licenses.txt"), licenses);
}

const workshop = mkdtempSync(join(tmpdir(), "mx-gate-dist-"));
try {
  rmSync(join(root, "lib"), { recursive: true, force: true });
  runTool("typescript/bin/tsc", "-p", "tsconfig.build.json");
  const built = join(workshop, "dist");
  for (const door of DOORS) bundle(door, workshop, join(built, door.folder));

  rmSync(join(root, "dist"), { recursive: true, force: true });
  cpSync(built, join(root, "dist"), { recursive: true });
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
