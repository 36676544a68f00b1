/** The files that a policy consists of: the policy file, the zone files, the baseline. */
import { baselineOf, type Baseline } from "../../judge/baseline.ts";
import { failureReason } from "../../system/files.ts";
import { POLICY_CHARACTERS, REPORT_OCTETS } from "../bounds.ts";
import { ConfigurationError, type ConfigurationProblem } from "../../text/configuration-error.ts";
import { defaultSettings, type ReadSettings } from "../given.ts";
import { againWords, readingDomains, type FiledDomains } from "../domains-file.ts";
import { makePolicy, positionIn, type Layers } from "./in-force.ts";
import type { PolicyFile, PolicyReader, ReadPolicyFile } from "./file.ts";
import { leadsUp, type Workspace } from "../../system/workspace.ts";
import type { Steps } from "../../system/steps.ts";
import type { FileSearch } from "../../zone/find.ts";
import { readingZones, type ZoneSet } from "../../zone/set.ts";
import { judge } from "../../judge/judge.ts";
import type { Recorded } from "../../recorded/reading.ts";
import type { LineBounds } from "../../system/lines.ts";
import type { RecordedReader } from "../recorded-file.ts";
import { silencesOf } from "./silences.ts";

/** Octets of a character of UTF-8 that is one of JavaScript's. */
const OCTETS_OF_A_CHARACTER = 3;

export interface PlanSources {
  /** The moment of the run, or of judging again, milliseconds since the epoch. */
  readonly now: number;
  /** A file's text; undefined where there is none. @throws where it cannot be read, or has more octets than `most` */
  readFile(path: string, most?: number): string | undefined;
  /** A file's lines; undefined where there is none. @throws as `readFile` does, also while they are read */
  readLines(path: string, bounds: LineBounds): Iterable<string> | undefined;
  /** Where zone files are; absent where there are none to be had. */
  readonly workspace?: Workspace | undefined;
  /** Lines of standard input, where `domains-file` asks for it and there is one. */
  readonly standardInput?: Iterable<string> | undefined;
  /** Told what belongs to no finding. */
  note(text: string): void;
}

/** No files at all: what is given is all there is. */
export const NO_SOURCES: PlanSources = {
  now: 0,
  readFile: () => undefined,
  readLines: () => undefined,
  note: () => undefined,
};

export interface LoadedPolicy {
  readonly file: PolicyFile | undefined;
  readonly problems: readonly ConfigurationProblem[];
  domainsOf(layers: Layers): Steps<FiledDomains>;
  zonesOf(layers: Layers): Steps<ZoneSet | undefined>;
  /** `reading` is there where the settings name a baseline. */
  baselineOf(layers: Layers, reading: RecordedReader | undefined): Steps<LoadedBaseline>;
}

export interface LoadedBaseline {
  readonly baseline: Baseline | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/** The policy file that the settings name, not read yet. */
export interface FoundPolicy {
  readonly path: string;
  /** Undefined where there is no file, or it cannot be read. */
  readonly text: string | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

/** Looks for the policy file that the settings name. */
export function findPolicy(read: ReadSettings, sources: PlanSources): FoundPolicy {
  const named = read.given.has("config-file");
  const path = named ? read.settings["config-file"] : defaultSettings("command")["config-file"];
  if (path === null) return { path: "", text: undefined, problems: [] };
  const text = readText(path, sources, POLICY_CHARACTERS * OCTETS_OF_A_CHARACTER);
  if (typeof text === "object") return { path, text: undefined, problems: [text] };
  const missing = { message: `config-file: ${path} does not exist.` };
  return { path, text, problems: text === undefined && named ? [missing] : [] };
}

/**
 * Reads the policy file that was found; the other files follow from what it says.
 * @param reading is there where a file was found
 */
export function* loadingPolicy(
  { path, text, problems }: FoundPolicy,
  sources: PlanSources,
  reading: PolicyReader | undefined,
): Steps<LoadedPolicy> {
  let read: ReadPolicyFile | undefined;
  if (text !== undefined) {
    if (reading === undefined) throw new Error("There is a policy file, and nobody reads it.");
    read = yield* reading(path, text, sources.now);
  }
  return {
    file: read?.policy,
    problems: read?.problems ?? problems,
    domainsOf: (layers) => domainsOf(layers, sources),
    zonesOf: (layers) => zonesOf(layers, sources),
    baselineOf: (layers, recorded) => loadingBaseline(layers, sources, recorded),
  };
}

/** A file's text, or what is wrong with it. */
function readText(
  path: string,
  sources: PlanSources,
  most: number,
): string | undefined | ConfigurationProblem {
  try {
    return sources.readFile(path, most);
  } catch (error) {
    const reason = failureReason(error) ?? (error instanceof Error ? error.message : String(error));
    return { file: path, message: `It cannot be read: ${reason}.` };
  }
}

function* domainsOf(layers: Layers, sources: PlanSources): Steps<FiledDomains> {
  const search = searchFor("domains-file", layers, sources);
  const { standardInput } = sources;
  const filed = yield* readingDomains(layers.settings["domains-file"], { ...search, standardInput });
  const again = againWords(filed);
  if (again !== undefined) sources.note(again);
  return filed;
}

function* zonesOf(layers: Layers, sources: PlanSources): Steps<ZoneSet | undefined> {
  const patterns = layers.settings["zone-files"];
  if (patterns.length === 0) return undefined;
  return yield* readingZones(patterns, searchFor("zone-files", layers, sources));
}

/** Where the files of a setting may be: a policy file, which a pull request may edit, names those of the workspace. */
export function searchFor(
  setting: "domains-file" | "zone-files" | "dane-keys",
  layers: Layers,
  { workspace }: PlanSources,
): FileSearch {
  return {
    workspace,
    anywhere: layers.origins.get(setting) !== "file",
    positionOf: (pattern) => positionIn(layers, `${setting} ${pattern}`) ?? positionIn(layers, setting),
  };
}

/** A baseline that is not there is no error: then everything is new, which is said. */
function* loadingBaseline(
  layers: Layers,
  sources: PlanSources,
  reading: RecordedReader | undefined,
): Steps<LoadedBaseline> {
  const path = layers.settings.baseline;
  if (path === null) return { baseline: undefined, problems: [] };
  const position = positionIn(layers, "baseline");
  const { workspace } = sources;
  const real = workspace?.realPath(path);
  // Whoever edits the policy file may commit a link as well.
  const led = leadsUp(path) ? "leads out of the workspace" : undefined;
  const why = led ?? (real === undefined ? undefined : workspace?.refusal(real));
  if (why !== undefined) {
    const message = `baseline: ${path} ${why}. Name another file of the workspace.`;
    return { baseline: undefined, problems: [{ ...position, message }] };
  }
  if (reading === undefined) throw new Error("A baseline is named, and nobody reads it.");
  try {
    const recorded = yield* reading(path, sources, REPORT_OCTETS);
    if (recorded !== undefined)
      return { baseline: baselineOf(foundIn(recorded, layers), path), problems: [] };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { baseline: undefined, problems: error.problems };
  }
  sources.note(`There is no baseline ${path}, so everything that is found is new.`);
  return { baseline: baselineOf({ domains: [] }, path), problems: [] };
}

/** What was found at the time; of a recording, which has facts alone, what today's policy would have found then. */
function foundIn({ report, observations, tool }: Recorded, layers: Layers): Parameters<typeof baselineOf>[0] {
  if (report !== undefined) return report;
  const policy = makePolicy(layers, undefined, silencesOf(layers, true));
  return judge(observations, {
    policy,
    tool,
    now: Date.parse(observations.finished),
    momentOf: (run) => Date.parse(run.finished),
  });
}
