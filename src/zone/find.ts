/** The zone files of a run, found by pattern. */
import { SEARCHED_ENTRIES } from "../system/bounds.ts";
import type { Steps } from "../system/steps.ts";
import { leadsUp, type Workspace } from "../system/workspace.ts";
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import { normalName } from "../text/dns-name.ts";
import type { FilePosition } from "../text/file-position.ts";
import { normaliseHostName } from "../text/host-name.ts";

export interface ZoneSearch {
  /** Where files are; without one there are none to be had. */
  readonly workspace: Workspace | undefined;
  /** Whoever runs this named the files; a policy file that a pull request may edit names those of the workspace only. */
  readonly anywhere: boolean;
  /** Line of the policy file that has the pattern. */
  readonly positionOf: (pattern: string) => FilePosition | undefined;
}

/** What is said of a pattern that finds nothing. */
export function noFile(pattern: string, { positionOf }: ZoneSearch): ConfigurationProblem {
  return { ...positionOf(pattern), message: `zone-files: ${pattern} matches no file.` };
}

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

/** The files that the patterns name, each once. */
export function* findZoneFiles(
  patterns: readonly string[],
  workspace: Workspace,
  search: ZoneSearch,
): Steps<{ files: readonly FoundFile[]; problems: ConfigurationProblem[] }> {
  const { anywhere, positionOf } = search;
  const files = new Map<string, FoundFile>();
  const problems: ConfigurationProblem[] = [];
  for (const written of patterns) {
    const { pattern, zone } = namedPattern(written);
    const tell = (what: string): void =>
      void problems.push({ ...positionOf(written), message: `zone-files: ${what}` });
    if (!anywhere && leadsUp(pattern)) {
      // Not even searched for: what is there is nobody's business, and it may be a whole machine.
      tell(`${pattern} leads out of the workspace.`);
      continue;
    }
    const found = yield* workspace.find(pattern, anywhere);
    for (const { path: file, why } of found.refused) tell(`${file} ${why}.`);
    if (found.tooMany)
      tell(`${pattern} makes us look at more than ${String(SEARCHED_ENTRIES)} files and folders.`);
    else if (found.files.length + found.refused.length === 0) problems.push(noFile(written, search));
    for (const file of found.files) {
      const real = workspace.realPath(file);
      if (real === undefined) continue;
      const known = files.get(real);
      if (known?.zone !== undefined && zone !== undefined && known.zone !== zone)
        tell(`${file} is named ${known.zone} and ${zone}. A file has one zone.`);
      // A name counts, whatever patterns find the file beside it.
      if (known === undefined || zone !== undefined)
        files.set(real, { file: known?.file ?? file, real, zone });
    }
  }
  return { files: [...files.values()], problems };
}
