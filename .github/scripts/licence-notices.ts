/**
 * Licence notices that ncc cannot see: packages that were inlined into a published file of another package
 * before it came to us, and so have no module of their own in the bundle.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";

/** Dependencies whose published file carries their own dependencies inside. */
const INLINING = ["junit-report-builder", "tldts-icann"];

const manifest = z.object({
  name: z.string(),
  license: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** The folder that Node takes `name` from when a module in `folder` asks for it. */
function resolvePackage(name: string, folder: string): string {
  const folders = createRequire(join(folder, "package.json")).resolve.paths(name) ?? [];
  const found = folders
    .map((place) => join(place, name))
    .find((place) => existsSync(join(place, "package.json")));
  if (found === undefined) throw new Error(`${name} is not installed, and ${folder} needs it.`);
  return found;
}

/** Whether a licences file as ncc writes it has a notice of the package: its name, then its licence. */
export function hasNotice(licenses: string, name: string): boolean {
  return `\n${licenses}`.includes(`\n${name}\n`);
}

/** Adds the notice of each package that `folder` depends on, however deep, to `notices`, by name. */
function collect(folder: string, notices: Map<string, string>): void {
  const { dependencies } = manifest.parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  for (const dependency of Object.keys(dependencies)) {
    if (notices.has(dependency)) continue;
    const place = resolvePackage(dependency, folder);
    const { name, license } = manifest.parse(JSON.parse(readFileSync(join(place, "package.json"), "utf8")));
    const file = readdirSync(place).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence file in ${place}.`);
    const text = readFileSync(join(place, file), "utf8").replaceAll("\r\n", "\n").trimEnd();
    notices.set(dependency, `${name}\n${license}\n${text}\n`);
    collect(place, notices);
  }
}

/** A package's name as the first line of its notice. */
const NAME = /^(?:@[\w.-]+\/)?[\w.-]+$/;

/** The licence of a package that is installed at the root; undefined where there is no such package. */
function licenceAt(root: string, name: string): string | undefined {
  if (!NAME.test(name)) return undefined;
  const file = join(root, "node_modules", name, "package.json");
  return existsSync(file)
    ? manifest.partial().parse(JSON.parse(readFileSync(file, "utf8"))).license
    : undefined;
}

/**
 * The notices of several licences files, each package once, by name. ncc writes one file for each chunk of a bundle.
 * @param root folder with the node_modules that the bundle was made from
 */
export function mergedNotices(root: string, files: readonly string[]): string {
  const notices = new Map<string, string[]>();
  for (const text of files) {
    let notice: string[] = [];
    const lines = text.split("\n");
    for (const [index, line] of lines.entries()) {
      // A package's name, then its licence: no line of a licence is followed by that.
      if (lines[index + 1] !== undefined && licenceAt(root, line) === lines[index + 1]) {
        notice = [];
        notices.set(line, notice);
      }
      notice.push(line);
    }
  }
  return [...notices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, lines]) => `${lines.join("\n").trimEnd()}\n`)
    .join("\n");
}

/**
 * The notices that a bundle's licences file lacks, sorted by name, to be put behind it.
 * @param root folder with the node_modules that the bundle was made from
 * @param licenses what ncc wrote
 */
export function missingNotices(root: string, licenses: string): string {
  const notices = new Map<string, string>();
  for (const name of INLINING) {
    if (hasNotice(licenses, name)) collect(resolvePackage(name, root), notices);
  }
  return [...notices.keys()]
    .filter((name) => !hasNotice(licenses, name))
    .sort()
    .map((name) => `\n${notices.get(name) ?? ""}`)
    .join("");
}
