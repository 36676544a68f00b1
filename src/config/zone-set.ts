/** The zone files of a run: found by pattern, read, and taken together. */
import path from "node:path";
import type { FilePosition } from "../judge/report.ts";
import { ZONE_CHARACTERS } from "./bounds.ts";
import type { ConfigurationProblem } from "./configuration-error.ts";
import { normaliseHostName } from "./host-name.ts";
import { isBelow, leadsUp, type Workspace } from "./workspace.ts";
import { readZoneFile, type IncludedFile, type ReadZone, type Zone } from "./zone-file.ts";

export interface ZoneSet {
  readonly zones: readonly Zone[];
  /** Domains with an MX record, each with the line of its first one. */
  readonly domains: ReadonlyMap<string, FilePosition>;
  /** Owners of MX records that are no names to test: wildcards, names with underscores. */
  readonly untested: readonly ({ readonly owner: string } & FilePosition)[];
  readonly problems: readonly ConfigurationProblem[];
}

export interface ZoneSearch {
  /** Where files are; without one there are none to be had. */
  readonly workspace: Workspace | undefined;
  /** Whoever runs this named the files; a policy file that a pull request may edit names those of the workspace only. */
  readonly anywhere: boolean;
  /** Line of the policy file that has the pattern. */
  readonly positionOf: (pattern: string) => FilePosition | undefined;
}

/** Finds and reads zone files. Files that others include are not read on their own. */
export function readZones(patterns: readonly string[], search: ZoneSearch): ZoneSet {
  const problems: ConfigurationProblem[] = [];
  const { workspace } = search;
  const files = new Map<string, string>();
  for (const pattern of patterns) {
    if (!search.anywhere && leadsUp(pattern)) {
      // Not even searched for: what is there is nobody's business, and it may be a whole machine.
      problems.push({
        ...search.positionOf(pattern),
        message: `zone-files: ${pattern} leads out of the workspace.`,
      });
      continue;
    }
    const found = workspace?.find(pattern) ?? [];
    if (found.length === 0) {
      problems.push({ ...search.positionOf(pattern), message: `zone-files: ${pattern} matches no file.` });
    }
    for (const file of found) {
      const real = workspace?.realPath(file);
      if (real === undefined || workspace === undefined) continue;
      if (search.anywhere || workspace.holds(real)) files.set(real, files.get(real) ?? file);
      else
        problems.push({
          ...search.positionOf(pattern),
          message: `zone-files: ${file} leads out of the workspace.`,
        });
    }
  }
  const included = new Set<string>();
  const read = [...files].map(([real, file]) => ({ real, result: readOne(file, real, included, workspace) }));
  const own = read.filter(({ real }) => !included.has(real)).map(({ result }) => result);
  const zones = own.map(({ zone }) => zone);
  return { zones, ...targetsOf(zones), problems: [...problems, ...own.flatMap((each) => each.problems)] };
}

function readOne(
  file: string,
  real: string,
  included: Set<string>,
  workspace: Workspace | undefined,
): ReadZone {
  const nothing: Zone = { file, apex: undefined, records: [] };
  const found = readText(file, workspace);
  if ("problem" in found)
    return { zone: nothing, problems: [{ file, message: `The file ${found.problem}` }] };
  return readZoneFile(file, found.text, {
    origin: originOfName(file),
    include: (written, from) => include(written, from, real, included, workspace),
  });
}

function readText(file: string, workspace: Workspace | undefined): IncludedFile {
  try {
    const text = workspace?.read(file);
    if (text === undefined) return { problem: "is not there." };
    if (text.length > ZONE_CHARACTERS)
      return { problem: `is longer than ${String(ZONE_CHARACTERS)} characters.` };
    return { file, text };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return { problem: `cannot be read (${code}).` };
  }
}

/** Looks beside the including file, then at the root of the workspace; never outside, whatever links say. */
function include(
  written: string,
  from: string,
  top: string,
  included: Set<string>,
  workspace: Workspace | undefined,
): IncludedFile {
  const beside = path.join(path.dirname(from), written);
  const candidates = path.isAbsolute(written) ? [written] : [beside, written];
  for (const candidate of candidates) {
    const real = workspace?.realPath(candidate);
    if (real === undefined || workspace === undefined) continue;
    // A file from elsewhere that was named for this run may include what lies beside it.
    const inside = workspace.holds(real) || (!workspace.holds(top) && isBelow(path.dirname(top), real));
    if (!inside) return { problem: "leads out of the workspace, and files from outside are not read." };
    included.add(real);
    return readText(candidate, workspace);
  }
  return { problem: "is not there." };
}

/** The zone that a file is named after: `example.com.zone`, `db.example.com`; undefined where it has no such name. */
function originOfName(file: string): string | undefined {
  const bare = path
    .basename(file)
    .replace(/^(?:db|zone|named|pri|master)\./i, "")
    .replace(/\.(?:zone|db|hosts|bind|dns|txt|conf)$/i, "");
  return bare.includes(".") ? normaliseHostName(bare) : undefined;
}

function targetsOf(zones: readonly Zone[]): Pick<ZoneSet, "domains" | "untested"> {
  const domains = new Map<string, FilePosition>();
  const untested = new Map<string, { owner: string } & FilePosition>();
  for (const { owner, type, file, line } of zones.flatMap((zone) => zone.records)) {
    if (type !== "MX") continue;
    if (normaliseHostName(owner) === owner) domains.set(owner, domains.get(owner) ?? { file, line });
    else untested.set(owner, untested.get(owner) ?? { owner, file, line });
  }
  return { domains, untested: [...untested.values()] };
}
