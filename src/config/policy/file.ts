/** The policy file: settings, rules for some domains or hosts, waivers, each with its line. */
import { createHash } from "node:crypto";
import { atOnce, type Steps } from "../../system/steps.ts";
import type { ConfigurationProblem } from "../../text/configuration-error.ts";
import { normaliseHostName } from "../../text/host-name.ts";
import { readingOverrides, readingWaivers, type PlacedOverride } from "./rules.ts";
import { isOfFile, readingSettingEntries } from "./settings.ts";
import type { Placed, Waiver } from "./values.ts";
import { readingYaml, type PlacedProblem } from "./yaml.ts";
import { ALL_SETTING_NAMES } from "../settings.ts";
import { withoutComment } from "../values.ts";
import type { FilePosition } from "../../text/file-position.ts";

export interface PolicyFile {
  readonly file: string;
  /** Digest of the text, as hexadecimal digits. */
  readonly sha256: string;
  /** Values at the top of the file, by setting. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Line of a setting at the top, of `severity CODE`, or of `domains NAME`. */
  readonly positions: ReadonlyMap<string, FilePosition>;
  readonly overrides: readonly PlacedOverride[];
  readonly waivers: readonly Placed<Waiver>[];
}

export interface ReadPolicyFile {
  readonly policy: PolicyFile;
  /** In the order of the file. */
  readonly problems: readonly ConfigurationProblem[];
}

/** Names that may stand at the top of the file. */
export const FILE_NAMES = ALL_SETTING_NAMES.filter(isOfFile);

/**
 * Reads a policy file, at once. All problems are gathered; the policy is of use only where there is none.
 * @param now moment of the run, which waivers may lie a year ahead of, milliseconds since the epoch
 */
export function readPolicyFile(file: string, text: string, now: number): ReadPolicyFile {
  return atOnce(readingPolicyFile(file, text, now));
}

/** Reads a policy file as {@link readingPolicyFile} does. */
export type PolicyReader = typeof readingPolicyFile;

/** The same in steps. */
export function* readingPolicyFile(file: string, text: string, now: number): Steps<ReadPolicyFile> {
  const { root, problems: yamlProblems } = yield* readingYaml(text);
  const problems: PlacedProblem[] = [...yamlProblems];
  const entries = root?.entries ?? [];
  if (root !== undefined && root.entries === undefined) {
    // What stands there is not quoted: whoever can place a link may make another file the policy.
    const message = 'This is not a policy. Write settings, one to a line: min-tls-version: "1.3"';
    problems.push({ ...root.position, message });
  }
  const valueOf = (name: string) => entries.find((entry) => entry.key === name)?.value;
  const isRule = (name: string): boolean => name === "overrides" || name === "waivers";
  const read = yield* readingSettingEntries(
    entries.filter(({ key }) => !isRule(key)),
    { file, known: FILE_NAMES, complaint: () => undefined },
  );
  problems.push(...read.problems);
  yield;
  const context = { file, now, problems };
  const overrides = valueOf("overrides");
  const waivers = valueOf("waivers");
  const policy: PolicyFile = {
    file,
    sha256: createHash("sha256").update(text).digest("hex"),
    values: read.values,
    positions: withDomains(read.positions),
    overrides: overrides === undefined ? [] : yield* readingOverrides(overrides, context),
    waivers: waivers === undefined ? [] : yield* readingWaivers(waivers, context),
  };
  const inOrder = problems.sort((a, b) => a.line - b.line || a.column - b.column);
  return { policy, problems: inOrder.map((problem) => ({ file, ...problem })) };
}

/** The lines of domains under the names that they are known by later, A-labels in lower case. */
function withDomains(positions: ReadonlyMap<string, FilePosition>): ReadonlyMap<string, FilePosition> {
  const all = new Map(positions);
  for (const [key, position] of positions) {
    if (!key.startsWith("domains ")) continue;
    for (const written of key.slice("domains ".length).split(",")) {
      const name = normaliseHostName(withoutComment(written));
      if (name !== undefined) all.set(`domains ${name}`, position);
    }
  }
  return all;
}
