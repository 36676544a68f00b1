/** Every rule of a release holds for this checkout as it would be committed, and each is broken here on purpose. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { PUBLISHER } from "../../../.github/scripts/release/publisher.ts";
import type { Checkout } from "../../../.github/scripts/release/rule.ts";
import { faultsOf, RULES } from "../../../.github/scripts/release/rules.ts";
import { ROOT } from "../../support/run/locations.ts";

/** What rules look at. */
const PARTS = [
  ...[".github", "dist", "docs", "man", "schema", "src", "templates"],
  ...[".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "Dockerfile", "LICENSE", "README.md", "SECURITY.md"],
  ...["SUPPORT.md", "action.yml", "package.json", "package-lock.json"],
];
const tag = `v${PUBLISHER.version}`;
const repository = PUBLISHER.repository;

let root = "";
const git = (...words: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...words], {
    cwd: root,
    encoding: "utf8",
    stdio: "pipe",
  });
before(() => {
  root = mkdtempSync(join(tmpdir(), "mx-gate-release-"));
  for (const part of PARTS) cpSync(join(ROOT, part), join(root, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  writeFileSync(join(root, ".git-exclude"), "node_modules\n.git-exclude\n");
  git("init", "--quiet");
  git("config", "core.excludesFile", join(root, ".git-exclude"));
  git("add", ".");
  git("commit", "--quiet", "--no-verify", "--message", "first");
});
afterEach(() => {
  git("reset", "--quiet", "--hard", "HEAD");
  git("clean", "--quiet", "-d", "--force");
});
after(() => rmSync(root, { recursive: true, force: true }));

/** Changes a file of the checkout: what is replaced has to be there. */
function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(root, file), "utf8");
  const changed = text.replace(from, to);
  assert.ok(changed !== text, `${file} has ${String(from)}`);
  writeFileSync(join(root, file), changed);
}

function faults(name: string, of: Partial<Checkout> = {}): string[] {
  const rule = RULES.find((each) => each.name === name);
  assert.ok(rule !== undefined, name);
  return faultsOf(rule, { root, ...of });
}

/** The checkout on the day of its release. */
function released(): void {
  const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8")
    .replace(/^## \[Unreleased\]\n[\s\S]*?(?=^## )/m, "## [Unreleased]\n\n")
    .replace(/^(## \[[\d.]+\] - )Unreleased$/m, "$12026-12-01");
  writeFileSync(join(root, "CHANGELOG.md"), changelog);
  const published = JSON.stringify({ version: PUBLISHER.version, commit: null }, undefined, 2);
  writeFileSync(join(root, ".github/published.json"), `${published}\n`);
}

describe("of this checkout,", () => {
  for (const rule of RULES) test(rule.name, () => assert.deepEqual(faultsOf(rule, { root }), []));

  test("a tag of its version, on the day, in the publisher's repository", () => {
    released();
    assert.deepEqual(faults("the tag says what is in it", { tag, repository }), []);
  });
});

describe("it is found where", () => {
  const cases: readonly {
    rule: string;
    name: string;
    change: () => void;
    of?: Partial<Checkout>;
    fault: RegExp;
  }[] = [
    {
      rule: "the work tree is clean",
      name: "a file is not committed",
      change: () => writeFileSync(join(root, "new.txt"), ""),
      fault: /^new\.txt is not as committed/,
    },
    {
      rule: "dist/ is what the sources build",
      name: "the build has changed the bundle",
      change: () => edit("dist/mx-gate.js", "import", "/* */import"),
      fault: /^dist\/mx-gate\.js was out of date/,
    },
    ...["package-lock.json", "src/version.ts", ".github/published.json"].map((file) => ({
      rule: "every file names the same version",
      name: `${file} has another version`,
      change: () => edit(file, PUBLISHER.version, "9.9.9"),
      fault: new RegExp(`^${file.replaceAll(".", "\\.")} has version 9\\.9\\.9`),
    })),
    {
      rule: "every file names the same version",
      name: "the changelog says nothing of it",
      change: () => edit("CHANGELOG.md", `[${PUBLISHER.version}]`, "[0.0.1]"),
      fault: /^CHANGELOG\.md says nothing/,
    },
    {
      rule: "the tag says what is in it",
      name: "the tag is that of another version",
      change: released,
      of: { tag: "v9.9.9", repository },
      fault: /^The tag is v9\.9\.9/,
    },
    {
      rule: "the tag says what is in it",
      name: "the changelog has no day",
      change: () => edit("CHANGELOG.md", new RegExp(`(?<=\\[${PUBLISHER.version}\\] - ).*`), "soon"),
      of: { tag, repository },
      fault: /no day/,
    },
    {
      rule: "the tag says what is in it",
      name: "something is under [Unreleased] still",
      change: () => {
        released();
        edit("CHANGELOG.md", "## [Unreleased]\n", "## [Unreleased]\n\n- More.\n");
      },
      of: { tag, repository },
      fault: /^CHANGELOG\.md has more under/,
    },
    {
      rule: "the tag says what is in it",
      name: "published.json has a commit already",
      change: () => {
        released();
        edit(".github/published.json", /"commit": .*/, `"commit": "${"a".repeat(40)}"`);
      },
      of: { tag, repository },
      fault: /^\.github\/published\.json/,
    },
    {
      rule: "the tag says what is in it",
      name: "it is somebody else's repository",
      change: released,
      of: { tag, repository: "octo/mail" },
      fault: /the repository is octo\/mail/,
    },
    {
      rule: "the tag says what is in it",
      name: "nobody knows whose repository it is",
      change: released,
      of: { tag },
      fault: /the repository is unknown/,
    },
    {
      rule: "every document names the publisher and the release",
      name: "the publisher is another one, and nothing was generated",
      change: () => edit("package.json", /"github:[^"]*"/, '"github:octo/mail"'),
      fault: /^README\.md names another one: npm run generate\./m,
    },
    {
      rule: "every document names the publisher and the release",
      name: "a schema has another address",
      change: () => edit("schema/report-v1.schema.json", `v${PUBLISHER.version}`, "v9.9.9"),
      fault: /^schema\/report-v1\.schema\.json names another one/,
    },
    ...(
      [
        ["no name", /^name: .*\n/m, "", /no name/],
        ["no description", /^description: .*\n/m, "", /no description/],
        ["a description too long", /^description: .*/m, `description: ${"a".repeat(126)}`, /126 characters/],
        ["an icon that GitHub has not", "icon: mail", "icon: gate", /branding\.icon/],
        ["a colour that GitHub has not", "color: blue", "color: pink", /branding\.color/],
        ["a Node that is too old", "using: node24", "using: node20", /needs node24/],
        ["a bundle that is not there", "main: dist/", "main: lib/", /lib\/index\.js, which is not there/],
        ["no YAML", /^/, "[", /^It cannot be told/],
      ] as const
    ).map(([name, from, to, fault]) => ({
      rule: "action.yml is fit for the Marketplace",
      name: `action.yml has ${name}`,
      change: () => edit("action.yml", from, to),
      fault,
    })),
    {
      rule: "action.yml is fit for the Marketplace",
      name: "there are two files of an Action",
      change: () => writeFileSync(join(root, "action.yaml"), ""),
      fault: /action\.yaml beside/,
    },
    {
      rule: "the npm package is small and whole",
      name: "a page of the package is missing",
      change: () => rmSync(join(root, "man/mx-gate.1")),
      fault: /^The npm package lacks man\/mx-gate\.1/,
    },
    {
      rule: "the npm package is small and whole",
      name: "the command does not start",
      change: () => writeFileSync(join(root, "dist/cli/mx-gate.js"), "throw new Error('broken');\n"),
      fault: /^The installed command does not start: [\s\S]*broken/,
    },
    {
      rule: "the bills of materials are valid and complete",
      name: "a package is bundled that is no dependency",
      change: () => edit("dist/cli/licenses.txt", /^/, "ajv\nMIT\n"),
      fault: /^mx-gate-[\d.]+\.cdx\.json lacks ajv/,
    },
    {
      rule: "the bills of materials are valid and complete",
      name: "a package has no hash",
      change: () => edit("package-lock.json", /("node_modules\/zod": \{[^}]*"integrity": ")[^"]*/, "$1"),
      fault: /no SHA-512 of zod/,
    },
    {
      rule: "every package in a bundle has its licence there",
      name: "a notice is gone",
      change: () => edit("dist/licenses.txt", "\ntldts-core\n", "\n"),
      fault: /^dist\/licenses\.txt has no notice of tldts-core/,
    },
    {
      rule: "the commit gives the same files in another folder",
      name: "a page of the package is not committed",
      change: () => writeFileSync(join(root, "docs/codes/new.md"), "# new\n"),
      fault: /\.tgz has other octets/,
    },
  ];
  for (const { rule, name, change, of, fault } of cases) {
    test(`${name} (${rule})`, () => {
      change();
      assert.match(faults(rule, of).join("\n"), fault);
    });
  }

  test("each rule is broken above", () => {
    assert.deepEqual(
      RULES.map(({ name }) => name).filter((name) => !cases.some(({ rule }) => rule === name)),
      [],
    );
  });
});
