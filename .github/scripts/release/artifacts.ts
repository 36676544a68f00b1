/**
 * Writes the files of a release to release/, the same bytes from the same commit on any machine: the npm package, a bill of
 * materials for each bundle, their checksums with those of dist/, and the notes.
 *
 *     node .github/scripts/release/artifacts.ts
 */
import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { hasNotice } from "../licence-notices.ts";
import { sectionOf } from "./changelog.ts";
import { packageTarball } from "./package-files.ts";
import { publisherOf } from "./publisher.ts";
import { componentsOf, lockfile, sbom, type Component, type Lockfile } from "./sbom.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** What a release consists of beside the bundles, by name below release/. */
export interface ReleaseFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** One of the two bundles, and what it is made of. */
export interface Bill {
  /** Folder of the bundle. */
  readonly folder: "dist" | "dist/cli";
  readonly name: string;
  readonly text: string;
  readonly components: readonly Component[];
}

const manifest = z.looseObject({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

function read(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

export function lockOf(root: string): Lockfile {
  return lockfile.parse(JSON.parse(read(root, "package-lock.json")));
}

/** The bills of materials: everything that is bundled is in the Action; the command has no need of some of it. */
export function billsOf(root: string): Bill[] {
  const { version, dependencies } = manifest.parse(JSON.parse(read(root, "package.json")));
  const lock = lockOf(root);
  const licenses = read(root, "dist/cli/licenses.txt");
  const roots = Object.keys(dependencies);
  const bundled = [
    { folder: "dist", name: `mx-gate-action-${version}.cdx.json`, roots },
    {
      folder: "dist/cli",
      name: `mx-gate-${version}.cdx.json`,
      roots: roots.filter((name) => hasNotice(licenses, name)),
    },
  ] as const;
  return bundled.map(({ folder, name, roots }) => ({
    folder,
    name,
    text: sbom(lock, roots),
    components: componentsOf(lock, roots),
  }));
}

/** What the release's page says: its section of the changelog, and how to see who built the files. */
function notesOf(root: string, version: string): string {
  const { repository } = publisherOf(root);
  const section = sectionOf(read(root, "CHANGELOG.md"), version);
  if (section === undefined) throw new Error(`CHANGELOG.md has no section [${version}].`);
  return `${section.text}\n\n### Verify\n\n    gh attestation verify FILE --repo ${repository}\n`;
}

/** Every file of a release of this checkout, with its dist/ as it is. */
export function releaseFiles(root: string): ReleaseFile[] {
  const { version } = manifest.parse(JSON.parse(read(root, "package.json")));
  const files = [
    { name: `mx-gate-${version}.tgz`, content: packageTarball(root) },
    ...billsOf(root).map(({ name, text }) => ({ name, content: Buffer.from(text) })),
  ];
  const bundles = globSync("dist/**/*", { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: path.slice(root.length + 1).replaceAll("\\", "/"), content: readFileSync(path) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const sums = [...files, ...bundles].map(
    ({ name, content }) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`,
  );
  return [
    ...files,
    { name: "SHA256SUMS", content: Buffer.from(sums.join("")) },
    { name: "NOTES.md", content: Buffer.from(notesOf(root, version)) },
  ];
}

if (import.meta.main) {
  const folder = join(ROOT, "release");
  const files = releaseFiles(ROOT);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const { name, content } of files) writeFileSync(join(folder, name), content);
  console.log(`Written to release/: ${files.map(({ name }) => name).join(", ")}.`);
}
