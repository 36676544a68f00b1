/** What has to hold of the files of a release: the npm package, the bills of materials, the licences. */
import { execFileSync, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { hasNotice } from "../licence-notices.ts";
import { billsOf, lockOf, releaseFiles } from "./artifacts.ts";
import { schemaFaults } from "./bill-schema.ts";
import { packageFiles, packageTarball } from "./package-files.ts";
import { readFile, type Checkout, type Rule } from "./rule.ts";

/** Octets of the packed npm package, at most. */
const MAX_PACKAGE = 3_000_000;

/** Files without which the package is none; what the command reads of them is tested by running it. */
const NEEDED = [
  "LICENSE",
  "README.md",
  "dist/cli/licenses.txt",
  "man/mx-gate.1",
  "schema/report-v1.schema.json",
];

/** Installs the package in an empty folder, without a registry, and asks the command for its version. */
function installFaults(root: string, command: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "mx-gate-install-"));
  const options = { cwd: folder, encoding: "utf8" } as const;
  try {
    writeFileSync(join(folder, "mx-gate.tgz"), packageTarball(root));
    writeFileSync(join(folder, "package.json"), "{}");
    const words = ["install", "--offline", "--no-audit", "--no-fund", "./mx-gate.tgz"];
    const installed = spawnSync("npm", words, { ...options, shell: process.platform === "win32" });
    if (installed.status !== 0) return [`npm does not install the package: ${installed.stderr.trim()}`];
    const program = join(folder, "node_modules/mx-gate", command);
    const { status, stderr } = spawnSync(process.execPath, [program, "--version"], options);
    return status === 0 ? [] : [`The installed command does not start: ${stderr.trim()}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const npmPackage: Rule = {
  name: "the npm package is small and whole",
  faults({ root }) {
    const paths = packageFiles(root).map(({ path }) => path);
    const size = packageTarball(root).length;
    const { bin } = z
      .looseObject({ bin: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    return [
      ...[...NEEDED, ...Object.values(bin)]
        .filter((file) => !paths.includes(`package/${file}`))
        .map((file) => `The npm package lacks ${file}.`),
      ...(size > MAX_PACKAGE
        ? [`The npm package has ${String(size)} octets, more than ${String(MAX_PACKAGE)}.`]
        : []),
      ...Object.values(bin).flatMap((command) => installFaults(root, command)),
    ];
  },
};

/** Names of packages of the lockfile whose code or notice stands in a bundle. */
function bundled(checkout: Checkout, folder: string): Set<string> {
  const licenses = readFile(checkout, `${folder}/licenses.txt`);
  const scripts = globSync(`${folder}/*.js`, { cwd: checkout.root }).map((file) => readFile(checkout, file));
  const inCode = scripts.flatMap((code) =>
    Array.from(code.matchAll(/\bnode_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g), ([, name = ""]) => name),
  );
  const installed = Object.keys(lockOf(checkout.root).packages)
    .filter((path) => path !== "")
    .map((path) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length))
    .filter((name) => hasNotice(licenses, name));
  return new Set([...inCode, ...installed]);
}

export const bills: Rule = {
  name: "the bills of materials are valid and complete",
  faults: (checkout) =>
    billsOf(checkout.root).flatMap(({ folder, name, text, components }) => {
      const listed = new Set(components.map((component) => component.name));
      return [
        ...schemaFaults(JSON.parse(text)).map((fault) => `${name} is no CycloneDX 1.5: ${fault}.`),
        ...[...bundled(checkout, folder)]
          .filter((each) => !listed.has(each))
          .map((each) => `${name} lacks ${each}, which is in ${folder}: add it to dependencies.`),
        ...components
          .filter(({ license, integrity }) => license === "" || !integrity.startsWith("sha512-"))
          .map((each) => `package-lock.json has no licence or no SHA-512 of ${each.name}: lock it again.`),
      ];
    }),
};

export const licences: Rule = {
  name: "every package in a bundle has its licence there",
  faults: (checkout) =>
    billsOf(checkout.root).flatMap(({ folder, components }) => {
      const licenses = readFile(checkout, `${folder}/licenses.txt`);
      // A package of types alone leaves nothing in a bundle.
      const hasCode = (name: string): boolean =>
        globSync("**/*.{js,cjs,mjs}", { cwd: join(checkout.root, "node_modules", name) }).length > 0;
      return components
        .filter(({ name }) => !hasNotice(licenses, name) && hasCode(name))
        .map(
          ({ name }) =>
            `${folder}/licenses.txt has no notice of ${name}: add what carries it to .github/scripts/licence-notices.ts.`,
        );
    }),
};

export const reproducible: Rule = {
  name: "the commit gives the same files in another folder",
  faults({ root }) {
    const folder = mkdtempSync(join(tmpdir(), "mx-gate-elsewhere-"));
    try {
      execFileSync("git", ["checkout-index", "--all", `--prefix=${folder}/a b/`], { cwd: root });
      const elsewhere = new Map(
        releaseFiles(join(folder, "a b")).map(({ name, content }) => [name, Buffer.from(content)]),
      );
      return releaseFiles(root)
        .filter(({ name, content }) => elsewhere.get(name)?.equals(content) !== true)
        .map(
          ({ name }) => `${name} has other octets when it is made of what is committed: commit all of it.`,
        );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
