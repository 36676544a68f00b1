/** Files of a run that a setting names by pattern: its zone files, and others that are found in the same way. */
import { SEARCHED_ENTRIES } from "../system/bounds.ts";
import { LED_OUT } from "../system/files.ts";
import type { Steps } from "../system/steps.ts";
import { leadsUp, type Workspace } from "../system/workspace.ts";
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import { normalName } from "../text/dns-name.ts";
import type { FilePosition } from "../text/file-position.ts";
import { normaliseHostName } from "../text/host-name.ts";

/** What is searched for files that a setting names by pattern. */
export interface FileSearch {
  /** Where files are; without one there are none to be had. */
  readonly workspace: Workspace | undefined;
  /** Whoever runs this named the files; a policy file that a pull request may edit names those of the workspace only. */
  readonly anywhere: boolean;
  /** Line of the policy file that has the pattern. */
  readonly positionOf: (pattern: string) => FilePosition | undefined;
}

/** What is said of a pattern that finds nothing. */
export function noFile(
  setting: string,
  pattern: string,
  { positionOf }: Pick<FileSearch, "positionOf">,
): ConfigurationProblem {
  return { ...positionOf(pattern), message: `${setting}: ${pattern} matches no file.` };
}

/** Files by one pattern, and why others are not read. */
interface FoundByPattern {
  readonly files: readonly { readonly file: string; readonly real: string }[];
  readonly problems: readonly ConfigurationProblem[];
}

/**
 * The files that a pattern of a setting names.
 * @param written the pattern as it stands in the setting, by which its line is known
 */
function* findByPattern(
  setting: string,
  { written, pattern }: { readonly written: string; readonly pattern: string },
  workspace: Workspace,
  search: Pick<FileSearch, "anywhere" | "positionOf">,
): Steps<FoundByPattern> {
  const { anywhere, positionOf } = search;
  const problem = (what: string): ConfigurationProblem => ({
    ...positionOf(written),
    message: `${setting}: ${what}`,
  });
  // Not even searched for: what is there is nobody's business, and it may be a whole machine.
  if (!anywhere && leadsUp(pattern))
    return { files: [], problems: [problem(`${pattern} leads out of the workspace.`)] };
  const found = yield* workspace.find(pattern, anywhere);
  const problems = found.refused.map(({ path, why }) => problem(`${path} ${why}.`));
  if (found.tooMany)
    problems.push(
      problem(`${pattern} makes us look at more than ${String(SEARCHED_ENTRIES)} files and folders.`),
    );
  else if (found.files.length + found.refused.length === 0) problems.push(noFile(setting, written, search));
  const files: { file: string; real: string }[] = [];
  for (const file of found.files) {
    const real = workspace.realPath(file);
    // Whoever runs this named the file, but whoever writes the checkout may have made it a link.
    if (workspace.isLedOut(file)) problems.push(problem(`${file}: ${LED_OUT}. Name its target.`));
    else if (real !== undefined) files.push({ file, real });
    yield;
  }
  return { files, problems };
}

/** The files that the patterns of a setting name, each once, by the path that was found first. */
export function* findFiles(
  setting: string,
  patterns: readonly string[],
  search: FileSearch,
): Steps<{ readonly files: FoundByPattern["files"]; readonly problems: ConfigurationProblem[] }> {
  const { workspace } = search;
  if (workspace === undefined)
    return { files: [], problems: patterns.map((pattern) => noFile(setting, pattern, search)) };
  const problems: ConfigurationProblem[] = [];
  const files = new Map<string, FoundByPattern["files"][number]>();
  for (const pattern of patterns) {
    const found = yield* findByPattern(setting, { written: pattern, pattern }, workspace, search);
    problems.push(...found.problems);
    for (const each of found.files) if (!files.has(each.real)) files.set(each.real, each);
  }
  return { files: [...files.values()], problems };
}

const SETTING = "zone-files";

export interface FoundFile {
  readonly file: string;
  /** Its path without links. */
  readonly real: string;
  /** The zone that zone-files names it, as this product spells names. */
  readonly zone: string | undefined;
}

/** Takes `NAME=path` apart; a path alone has no name. */
export function namedPattern(written: string): {
  readonly pattern: string;
  readonly zone: string | undefined;
} {
  const [, name = "", pattern = ""] = /^([^=/\\*?]+)=(.+)$/s.exec(written) ?? [];
  const zone = name.includes("/") ? undefined : normalName(normaliseHostName(name) ?? name);
  return zone === undefined ? { pattern: written, zone } : { pattern, zone };
}

/** The zone files that the patterns name, each once. */
export function* findZoneFiles(
  patterns: readonly string[],
  workspace: Workspace,
  search: FileSearch,
): Steps<{ files: readonly FoundFile[]; problems: ConfigurationProblem[] }> {
  const files = new Map<string, FoundFile>();
  const problems: ConfigurationProblem[] = [];
  for (const written of patterns) {
    const { pattern, zone } = namedPattern(written);
    const found = yield* findByPattern(SETTING, { written, pattern }, workspace, search);
    problems.push(...found.problems);
    for (const { file, real } of found.files) {
      const known = files.get(real);
      if (known?.zone !== undefined && zone !== undefined && known.zone !== zone) {
        const message = `${SETTING}: ${file} is named ${known.zone} and ${zone}. A file has one zone.`;
        problems.push({ ...search.positionOf(written), message });
      }
      // A name counts, whatever patterns find the file beside it.
      if (known === undefined || zone !== undefined)
        files.set(real, { file: known?.file ?? file, real, zone });
    }
  }
  return { files: [...files.values()], problems };
}
