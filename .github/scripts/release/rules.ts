/** What has to hold of a checkout before it is released. Each rule says of each fault what it is and what to do. */
import { execFileSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { lockOf } from "./artifacts.ts";
import { sectionOf } from "./changelog.ts";
import { bills, licences, npmPackage, reproducible } from "./file-rules.ts";
import { DOCUMENTS, formerRepository, publishedText, publisherOf } from "./publisher.ts";
import { readFile, type Checkout, type Rule } from "./rule.ts";

/** Characters of the Action's description in the Marketplace, at most. */
const MAX_DESCRIPTION = 125;
/** What `branding` may say: GitHub's colours, and those of its icons that fit. */
const COLOURS = ["white", "black", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark"];
const ICONS = ["mail", "inbox", "send", "at-sign", "shield", "check-circle", "check-square"];

function versionOf(checkout: Checkout): string {
  return z.looseObject({ version: z.string() }).parse(JSON.parse(readFile(checkout, "package.json"))).version;
}

/** Files that are not as they are committed. */
function changed({ root }: Checkout, ...paths: readonly string[]): string[] {
  const words = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ...paths];
  const said = execFileSync("git", words, { cwd: root, encoding: "utf8" });
  return said
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry) => entry.slice(3));
}

const clean: Rule = {
  name: "the work tree is clean",
  faults: (checkout) =>
    changed(checkout, ".", ":!dist").map((file) => `${file} is not as committed: commit it or undo it.`),
};

const dist: Rule = {
  name: "dist/ is what the sources build",
  faults: (checkout) =>
    changed(checkout, "dist").map((file) => `${file} was out of date and is built anew: commit it.`),
};

const version: Rule = {
  name: "every file names the same version",
  faults(checkout) {
    const expected = versionOf(checkout);
    const lock = lockOf(checkout.root);
    const named = {
      "package-lock.json": lock.version,
      'package-lock.json, packages[""]': lock.packages[""]?.version,
      "src/version.ts": /VERSION = "([^"]*)"/.exec(readFile(checkout, "src/version.ts"))?.[1],
      ".github/published.json": publisherOf(checkout.root).version,
    };
    const section = sectionOf(readFile(checkout, "CHANGELOG.md"), expected);
    return [
      ...Object.entries(named)
        .filter(([, found]) => found !== expected)
        .map(([file, found]) => `${file} has version ${String(found)}, package.json ${expected}.`),
      ...(section === undefined || section.text === ""
        ? [`CHANGELOG.md says nothing of ${expected}: write its section.`]
        : []),
    ];
  },
};

const tag: Rule = {
  name: "the tag says what is in it",
  faults(checkout) {
    const { tag, root, repository } = checkout;
    if (tag === undefined) return [];
    const expected = versionOf(checkout);
    const changelog = readFile(checkout, "CHANGELOG.md");
    const { date = "" } = sectionOf(changelog, expected) ?? {};
    const waiting = sectionOf(changelog, "Unreleased")?.text ?? "";
    const publisher = publisherOf(root);
    const faults: [boolean, string][] = [
      [tag !== `v${expected}`, `The tag is ${tag}, the version ${expected}: tag it v${expected}.`],
      [!/^\d{4}-\d\d-\d\d$/.test(date), `CHANGELOG.md has no day for ${expected}: put it in its heading.`],
      [waiting !== "", `CHANGELOG.md has more under [Unreleased]: move it to [${expected}].`],
      [
        publisher.action !== `${publisher.repository}@${tag}`,
        `.github/published.json names another release or a commit: it has to be ${expected} with null.`,
      ],
      [
        repository?.toLowerCase() !== publisher.repository.toLowerCase(),
        `package.json says that ${publisher.repository} publishes this; the repository is ${repository ?? "unknown (no remote origin)"}: correct \`repository\`, then npm run generate.`,
      ],
    ];
    return faults.filter(([broken]) => broken).map(([, said]) => said);
  },
};

const documents: Rule = {
  name: "every document names the publisher and the release",
  faults(checkout) {
    const { root } = checkout;
    const publisher = publisherOf(root);
    const former = formerRepository(readFile(checkout, "schema/policy-v1.schema.json"));
    const stale = DOCUMENTS.flatMap((pattern) => globSync(pattern, { cwd: root })).filter((file) => {
      const text = readFile(checkout, file);
      return publishedText(text, former, publisher) !== text;
    });
    const schemas = globSync("schema/*.json", { cwd: root }).filter(
      (file) =>
        z.looseObject({ $id: z.string() }).parse(JSON.parse(readFile(checkout, file))).$id !==
        publisher.schema(file.replaceAll("\\", "/").slice("schema/".length)),
    );
    return [...stale, ...schemas].sort().map((file) => `${file} names another one: npm run generate.`);
  },
};

const actionFile = z.looseObject({
  name: z.string().default(""),
  description: z.string().default(""),
  branding: z.looseObject({ icon: z.string().default(""), color: z.string().default("") }).default({
    icon: "",
    color: "",
  }),
  runs: z.looseObject({ using: z.string(), main: z.string() }),
});

const marketplace: Rule = {
  name: "action.yml is fit for the Marketplace",
  faults(checkout) {
    const { name, description, branding, runs } = actionFile.parse(parse(readFile(checkout, "action.yml")));
    const there = (file: string): boolean => existsSync(join(checkout.root, file));
    const faults: [boolean, string][] = [
      [name === "", "action.yml has no name."],
      [description === "", "action.yml has no description."],
      [
        description.length > MAX_DESCRIPTION,
        `action.yml's description has ${String(description.length)} characters: shorten it to ${String(MAX_DESCRIPTION)}.`,
      ],
      [!ICONS.includes(branding.icon), `branding.icon of action.yml: take one of ${ICONS.join(", ")}.`],
      [!COLOURS.includes(branding.color), `branding.color of action.yml: take one of ${COLOURS.join(", ")}.`],
      [runs.using !== "node24", `action.yml runs on ${runs.using}: the bundle needs node24.`],
      [!there(runs.main), `action.yml starts ${runs.main}, which is not there.`],
      [there("action.yaml"), "There is an action.yaml beside action.yml: remove it."],
      [!there("README.md"), "README.md is missing, and the Marketplace shows it."],
    ];
    return faults.filter(([broken]) => broken).map(([, said]) => said);
  },
};

export const RULES: readonly Rule[] = [
  ...[clean, dist, version, tag, documents, marketplace, npmPackage, bills, licences, reproducible],
];

/** What breaks a rule, one line each; what it cannot even read is a fault, too. */
export function faultsOf(rule: Rule, checkout: Checkout): string[] {
  try {
    return rule.faults(checkout);
  } catch (error) {
    return [`It cannot be told: ${error instanceof Error ? error.message : String(error)}`];
  }
}
