/** The zone files of a run: found by pattern, read, and taken together. */
import path from "node:path";
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import { atOnce, type Steps } from "../system/steps.ts";
import { isBelow, LargeFile, type Workspace } from "../system/workspace.ts";
import { ZoneBudget } from "./budget.ts";
import { readingZone, type IncludedFile, type ReadZone } from "./file/file.ts";
import { zoneOfFileName } from "./file-name.ts";
import { findZoneFiles, noFile, type FoundFile, type FileSearch } from "./find.ts";
import { otherFormat } from "./other-formats.ts";
import { NO_ORIGIN } from "./file/values.ts";
import { targetsOf, type ZoneTargets } from "./targets.ts";
import { emptyZone, type Zone } from "./zone.ts";
import { ZONE_CHARACTERS } from "./bounds.ts";

export interface ZoneSet extends ZoneTargets {
  readonly zones: readonly Zone[];
  readonly problems: readonly ConfigurationProblem[];
}

/** Finds and reads zone files. Files that others include are not read on their own. */
export function readZones(patterns: readonly string[], search: FileSearch): ZoneSet {
  return atOnce(readingZones(patterns, search));
}

/** The same in steps. */
export function* readingZones(patterns: readonly string[], search: FileSearch): Steps<ZoneSet> {
  const { workspace } = search;
  if (workspace === undefined) {
    const problems = patterns.map((pattern) => noFile("zone-files", pattern, search));
    return { zones: [], domains: new Map(), untested: [], problems };
  }
  const found = yield* findZoneFiles(patterns, workspace, search);
  const library = new Library(workspace);
  const read: { readonly real: string; readonly result: ReadZone; readonly includes: ReadonlySet<string> }[] =
    [];
  for (const file of found.files) {
    const includes = new Set<string>();
    read.push({ real: file.real, result: yield* readingOne(file, includes, library), includes });
  }
  const own = withoutIncluded(read).map(({ result }) => result);
  const zones = own.map(({ zone }) => zone);
  const problems = [...found.problems, ...own.flatMap((each) => each.problems)];
  return { zones, ...(yield* targetsOf(zones)), problems };
}

/** Those that no other one includes; of a circle one is kept, which tells of it. */
function withoutIncluded<Read extends { readonly real: string; readonly includes: ReadonlySet<string> }>(
  read: readonly Read[],
): Read[] {
  const includers = new Map<string, Read[]>();
  for (const each of read) {
    for (const real of each.includes) {
      const known = includers.get(real);
      if (known === undefined) includers.set(real, [each]);
      else known.push(each);
    }
  }
  const dropped = new Set<Read>();
  return read.filter((each) => {
    const others = includers.get(each.real) ?? [];
    const drop = others.some((other) => other !== each && !dropped.has(other));
    if (drop) dropped.add(each);
    return !drop;
  });
}

/** The texts of zone files: each file is read once, however many others include it. */
class Library {
  readonly workspace: Workspace;
  readonly budget = new ZoneBudget();
  readonly #texts = new Map<string, { readonly text: string } | { readonly problem: string }>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** @param real the file's path without links */
  read(file: string, real: string): IncludedFile {
    const known = this.#texts.get(real) ?? this.#load(real);
    this.#texts.set(real, known);
    return { ...known, file };
  }

  #load(real: string): { readonly text: string } | { readonly problem: string } {
    try {
      return { text: this.workspace.read(real, ZONE_CHARACTERS) };
    } catch (error) {
      if (error instanceof LargeFile) return { problem: `is not read: ${error.message}.` };
      const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
      return { problem: `cannot be read (${code}).` };
    }
  }
}

function* readingOne(
  { file, real, zone }: FoundFile,
  includes: Set<string>,
  library: Library,
): Steps<ReadZone> {
  const found = library.read(file, real);
  if ("problem" in found)
    return { zone: emptyZone(file), problems: [{ file, message: `The file ${found.problem}` }] };
  const read = yield* readingZone(file, found.text, {
    origin: zone ?? zoneOfFileName(file),
    originFrom: zone === undefined ? "file name" : "zone-files",
    budget: library.budget,
    include: (written, from) => include(written, from, real, includes, library),
  });
  if (read.problems.length === 0) return read;
  const message = otherFormat(file, found.text);
  if (message !== undefined) return { zone: emptyZone(file), problems: [{ file, line: 1, message }] };
  return { ...read, problems: read.problems.map((problem) => withFileName(problem, file)) };
}

/** Says how to name this very file's zone, where nothing else says it. */
function withFileName(problem: ConfigurationProblem, file: string): ConfigurationProblem {
  if (problem.message !== NO_ORIGIN) return problem;
  const message = `This name is relative, and the file's name does not say for certain which zone it is. Name the zone in zone-files (example.com=${file}), or start the file with $ORIGIN and the zone's name.`;
  return { ...problem, message };
}

/** Looks beside the including file, then at the root of the workspace; never outside, whatever links say. */
function include(
  written: string,
  from: string,
  top: string,
  includes: Set<string>,
  library: Library,
): IncludedFile {
  const { workspace } = library;
  const beside = path.join(path.dirname(from), written);
  const candidates = path.isAbsolute(written) ? [written] : [beside, written];
  for (const candidate of candidates) {
    const real = workspace.realPath(candidate);
    if (real === undefined) continue;
    // A file from elsewhere that was named for this run may include what lies beside it.
    const own = !workspace.isInside(top) && isBelow(path.dirname(top), real);
    const why = own ? undefined : workspace.refusal(real);
    if (why !== undefined) return { problem: `${why}, so it is not read.` };
    includes.add(real);
    return library.read(candidate, real);
  }
  return { problem: "is not there." };
}
