/**
 * Who publishes MX Gate, and which release the documents name. Two facts, each at one place:
 *
 * - `repository` in package.json: owner and name on GitHub. Action, image, schema addresses and links follow from it.
 * - .github/published.json: the last release, and its commit once the tag exists. No document can name the commit that it
 *   is part of: whoever publishes writes it down afterwards (docs/publishing.md).
 *
 * `npm run generate` writes both into every document.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../../..");

const manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  repository: z.string().regex(/^github:[\w.-]+\/[\w.-]+$/),
});

const published = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  commit: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .nullable(),
});

export interface Publisher {
  /** `owner/name` on GitHub. */
  readonly repository: string;
  /** Address of the repository, without a slash at its end. */
  readonly url: string;
  /** The container image, without a tag. */
  readonly image: string;
  /** The release that the documents name. */
  readonly version: string;
  /** What stands behind `uses:`, with the comment that Dependabot reads. */
  readonly action: string;
  /** Address of a schema of that release. */
  schema(file: string): string;
}

function read(root: string, file: string): unknown {
  return JSON.parse(readFileSync(join(root, file), "utf8"));
}

/** The publisher that a checkout names. @throws z.ZodError where one of the two files is not as it should be */
export function publisherOf(root: string): Publisher {
  const { repository: written } = manifest.parse(read(root, "package.json"));
  const { version, commit } = published.parse(read(root, ".github/published.json"));
  const repository = written.replace("github:", "");
  return {
    repository,
    url: `https://github.com/${repository}`,
    image: `ghcr.io/${repository.toLowerCase()}`,
    version,
    action: `${repository}@${commit === null ? `v${version}` : `${commit} # v${version}`}`,
    schema: (file) => `https://raw.githubusercontent.com/${repository}/v${version}/schema/${file}`,
  };
}

export const PUBLISHER: Publisher = publisherOf(ROOT);

/** Documents that people copy from, or that GitHub reads. Changelogs tell history and stay as they are. */
export const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "SUPPORT.md",
  "Dockerfile",
  "docs/*.md",
  "docs/{ci,migrate}/*",
  "docs/examples/*.yml",
  "docs/examples/gitlab/*.yml",
  "templates/*.yml",
  ".github/CODEOWNERS",
  ".github/workflows/sharded.yml",
  ".github/ISSUE_TEMPLATE/*",
] as const;

/** A name as a pattern that finds it: names of GitHub have dots, and nothing else that patterns read. */
function inPattern(name: string): string {
  return name.replaceAll(".", "\\.");
}

/**
 * A document as this publisher would have written it.
 * @param text as it stands, written for `former`
 * @param former `owner/name` that it names now
 */
export function publishedText(text: string, former: string, publisher: Publisher): string {
  const { repository, image, version, action } = publisher;
  const [formerOwner = ""] = former.split("/");
  const [owner = ""] = repository.split("/");
  const escaped = inPattern(former);
  const actionAt = action.slice(repository.length);
  const formerImage = inPattern(`ghcr.io/${former.toLowerCase()}`);
  return text
    .replaceAll(
      new RegExp(`(?<=uses: )${escaped}((?:/[\\w./-]+)?)@\\S+(?: # v\\d+\\.\\d+\\.\\d+)?$`, "gm"),
      `${repository}$1${actionAt}`,
    )
    .replaceAll(
      new RegExp(`(?<=raw\\.githubusercontent\\.com/)${escaped}/v[\\d.]+(?=/)`, "g"),
      `${repository}/v${version}`,
    )
    .replaceAll(new RegExp(`${formerImage}:[\\d.]+`, "g"), `${image}:${version}`)
    .replaceAll(new RegExp(`(?<=[/ "]mx-gate@)\\d+\\.\\d+\\.\\d+`, "g"), version)
    .replaceAll(new RegExp(`(?<=github\\.com/)${escaped}(?=[/"'\\s)]|$)`, "gm"), repository)
    .replaceAll(`@${formerOwner}/maintainers`, `@${owner}/maintainers`);
}

/** `owner/name` for which the documents are written now: the policy's schema, which is generated, records it. */
export function formerRepository(policySchema: string): string {
  const { $id = "" } = z.looseObject({ $id: z.string().optional() }).parse(JSON.parse(policySchema));
  return /^https:\/\/raw\.githubusercontent\.com\/([^/]+\/[^/]+)\//.exec($id)?.[1] ?? PUBLISHER.repository;
}
