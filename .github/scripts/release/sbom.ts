/**
 * The software bill of materials (CycloneDX 1.5, JSON) of what is bundled, from package-lock.json: the packages that
 * `npm sbom --omit dev --omit optional` names, without its clock, its random number and the version of npm.
 */
import { createHash } from "node:crypto";
import { z } from "zod";

const lockedPackage = z.looseObject({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
  peerDependencies: z.record(z.string(), z.string()).default({}),
});
type LockedPackage = z.infer<typeof lockedPackage>;

export const lockfile = z.looseObject({
  name: z.string(),
  version: z.string(),
  packages: z.record(z.string(), lockedPackage),
});
export type Lockfile = z.infer<typeof lockfile>;

export interface Component {
  readonly name: string;
  readonly version: string;
  /** SPDX expression, as the package says it. */
  readonly license: string;
  readonly purl: string;
  readonly integrity: string;
  /** Purls of what it depends on. */
  readonly dependsOn: readonly string[];
}

function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

/** The path in the lockfile of what Node takes for `name` when a module of the package at `from` asks for it. */
function resolved({ packages }: Lockfile, from: string, name: string): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === "") throw new Error(`package-lock.json has no ${name} for ${from}.`);
  }
}

/** The packages that these dependencies bring in, themselves included, by purl. */
export function componentsOf(lock: Lockfile, roots: readonly string[]): Component[] {
  const found = new Map<string, Component>();
  const visit = (path: string): string => {
    const locked: LockedPackage = lock.packages[path] ?? { dependencies: {}, peerDependencies: {} };
    const { version = "", license = "", integrity = "", dependencies, peerDependencies } = locked;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const purl = purlOf(name, version);
    if (found.has(purl)) return purl;
    const component = { name, version, license, purl, integrity, dependsOn: new Array<string>() };
    found.set(purl, component);
    for (const dependency of Object.keys({ ...dependencies, ...peerDependencies }).sort())
      component.dependsOn.push(visit(resolved(lock, path, dependency)));
    return purl;
  };
  for (const root of roots) visit(resolved(lock, "", root));
  return [...found.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
}

/** `sha512-…` of npm, as CycloneDX writes it. */
function hashOf(integrity: string): { alg: string; content: string } {
  const [, algorithm = "", digest = ""] = /^(sha\d+)-(.+)$/.exec(integrity) ?? [];
  return { alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(digest, "base64").toString("hex") };
}

/** The text of the bill of materials of what `roots`, dependencies of the lockfile's own package, are bundled into. */
export function sbom(lock: Lockfile, roots: readonly string[]): string {
  const components = componentsOf(lock, roots);
  const own = purlOf(lock.name, lock.version);
  const body = {
    metadata: {
      component: {
        type: "application",
        "bom-ref": own,
        name: lock.name,
        version: lock.version,
        purl: own,
        licenses: [{ license: { id: lock.packages[""]?.license } }],
      },
    },
    components: components.map(({ name, version, license, purl, integrity }) => ({
      type: "library",
      "bom-ref": purl,
      name,
      version,
      purl,
      hashes: [hashOf(integrity)],
      licenses: [/[ (]/.test(license) ? { expression: license } : { license: { id: license } }],
    })),
    dependencies: [
      { ref: own, dependsOn: roots.map((root) => ownPurl(components, lock, root)).sort() },
      ...components.map(({ purl, dependsOn }) => ({ ref: purl, dependsOn: [...dependsOn].sort() })),
    ],
  };
  return `${JSON.stringify(
    { bomFormat: "CycloneDX", specVersion: "1.5", serialNumber: serialNumber(body), version: 1, ...body },
    undefined,
    2,
  )}\n`;
}

function ownPurl(components: readonly Component[], lock: Lockfile, root: string): string {
  const version = lock.packages[`node_modules/${root}`]?.version ?? "";
  const found = components.find(({ purl }) => purl === purlOf(root, version));
  if (found === undefined) throw new Error(`${root} is not in the bill of materials.`);
  return found.purl;
}

/** A UUID that follows from the content (RFC 9562, version 8). */
function serialNumber(body: object): string {
  const digest = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  const variant = ((parseInt(digest.slice(16, 17), 16) & 0b11) | 0b1000).toString(16);
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return `urn:uuid:${parts.join("-")}`;
}
