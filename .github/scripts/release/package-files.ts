/**
 * What the npm package `mx-gate` consists of: the command's bundle as it is committed, the pages and schemas that it names,
 * the manual page, licences. All that the command needs is in the bundle: the package depends on nothing.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { publisherOf, type Publisher } from "./publisher.ts";
import { tarball, type Packed } from "./tarball.ts";

const manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  keywords: z.array(z.string()),
  license: z.string(),
  author: z.string(),
  engines: z.record(z.string(), z.string()),
  bin: z.record(z.string(), z.string()),
});

/** Files of the checkout, as they are. */
const FILES = [
  "CHANGELOG.md",
  "LICENSE",
  "SECURITY.md",
  "dist/cli/**/*",
  "docs/codes/*.md",
  "man/*.1",
  "schema/*.json",
] as const;

/** package.json of the package: what is said of the command, without what is for development alone. */
function packageJson(root: string, publisher: Publisher): string {
  const { name, version, description, keywords, license, author, engines, bin } = manifest.parse(
    JSON.parse(readFileSync(join(root, "package.json"), "utf8")),
  );
  const published = {
    name,
    version,
    description,
    keywords,
    license,
    author,
    homepage: `${publisher.url}#readme`,
    repository: { type: "git", url: `git+${publisher.url}.git` },
    bugs: { url: `${publisher.url}/issues` },
    type: "module",
    engines,
    bin,
    man: ["man/mx-gate.1"],
    files: ["dist", "docs", "man", "schema", "CHANGELOG.md", "SECURITY.md"],
    publishConfig: { access: "public", provenance: true },
  };
  return `${JSON.stringify(published, undefined, 2)}\n`;
}

/** The README with links that lead somewhere from npm's pages, too: to the files of this version. */
function packageReadme(readme: string, { url }: Publisher, version: string): string {
  const absolute = (path: string): string =>
    path.endsWith(".png")
      ? `${url.replace("//github.com/", "//raw.githubusercontent.com/")}/v${version}/${path}`
      : `${url}/blob/v${version}/${path}`;
  return readme
    .replaceAll(/(?<=\]\()(?![a-z]+:|#)([^)\s]+)/g, absolute)
    .replaceAll(/(?<=(?:src|srcset)=")(?![a-z]+:)([^"]+)/g, absolute);
}

/** The files of the package by path, package.json first. */
export function packageFiles(root: string): Packed[] {
  const publisher = publisherOf(root);
  const { version, bin } = manifest.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const paths = FILES.flatMap((pattern) => globSync(pattern, { cwd: root, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
  const readme = packageReadme(readFileSync(join(root, "README.md"), "utf8"), publisher, version);
  const made: Packed[] = [
    { path: "package.json", content: Buffer.from(packageJson(root, publisher)) },
    { path: "README.md", content: Buffer.from(readme) },
  ];
  const taken = paths.map((path) => ({
    path,
    content: readFileSync(join(root, path)),
    executable: Object.values(bin).includes(path),
  }));
  return [...made, ...taken].map((file) => ({ ...file, path: `package/${file.path}` }));
}

/** The npm package, as it is published: the same bytes for the same commit, on any machine. */
export function packageTarball(root: string): Uint8Array {
  return tarball(packageFiles(root));
}
