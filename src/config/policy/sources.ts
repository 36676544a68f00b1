/** The files that a policy consists of: the policy file, the zone files, the baseline. */
import { baselineOf, type Baseline } from "../../judge/baseline.ts";
import { failureReason } from "../../system/files.ts";
import { BASELINE_OCTETS, POLICY_CHARACTERS } from "../bounds.ts";
import { ConfigurationError, type ConfigurationProblem } from "../../text/configuration-error.ts";
import { defaultSettings, type ReadSettings } from "../given.ts";
import { positionIn, type Layers } from "./in-force.ts";
import { readPolicyFile, type PolicyFile } from "./file.ts";
import { leadsUp, type Workspace } from "../../system/workspace.ts";
import type { Steps } from "../../system/steps.ts";
import type { FileSearch } from "../../zone/find.ts";
import { readingZones, type ZoneSet } from "../../zone/set.ts";
import { parseReport } from "../../recorded/report.ts";

/** Octets of a character of UTF-8 that is one of JavaScript's. */
const OCTETS_OF_A_CHARACTER = 3;

export interface PlanSources {
  /** The moment of the run, or of judging again, milliseconds since the epoch. */
  readonly now: number;
  /** A file's text; undefined where there is none. @throws where it cannot be read, or has more octets than `most` */
  readFile(path: string, most?: number): string | undefined;
  /** Where zone files are; absent where there are none to be had. */
  readonly workspace?: Workspace | undefined;
  /** Told what belongs to no finding. */
  note(text: string): void;
}

/** No files at all: what is given is all there is. */
export const NO_SOURCES: PlanSources = { now: 0, readFile: () => undefined, note: () => undefined };

export interface LoadedPolicy {
  readonly file: PolicyFile | undefined;
  readonly problems: readonly ConfigurationProblem[];
  zonesOf(layers: Layers): Steps<ZoneSet | undefined>;
  baselineOf(layers: Layers): { baseline: Baseline | undefined; problems: readonly ConfigurationProblem[] };
}

/** Reads the policy file that the settings name; the other files follow from what it says. */
export function loadPolicy(read: ReadSettings, sources: PlanSources): LoadedPolicy {
  const path = read.given.has("config-file")
    ? read.settings["config-file"]
    : defaultSettings("command")["config-file"];
  const { file, problems } = readPolicy(path, read.given.has("config-file"), sources);
  return {
    file,
    problems,
    zonesOf: (layers) => zonesOf(layers, sources),
    baselineOf: (layers) => loadBaseline(layers, sources),
  };
}

function readPolicy(path: string | null, named: boolean, sources: PlanSources) {
  const nothing = { file: undefined, problems: [] };
  if (path === null) return nothing;
  const text = readText(path, sources, POLICY_CHARACTERS * OCTETS_OF_A_CHARACTER);
  if (typeof text === "object") return { file: undefined, problems: [text] };
  if (text === undefined) {
    if (!named) return nothing;
    return { file: undefined, problems: [{ message: `config-file: ${path} does not exist.` }] };
  }
  const { policy, problems } = readPolicyFile(path, text, sources.now);
  return { file: policy, problems };
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

function* zonesOf(layers: Layers, sources: PlanSources): Steps<ZoneSet | undefined> {
  const patterns = layers.settings["zone-files"];
  if (patterns.length === 0) return undefined;
  return yield* readingZones(patterns, searchFor("zone-files", layers, sources));
}

/** Where the files of a setting may be: a policy file, which a pull request may edit, names those of the workspace. */
export function searchFor(
  setting: "zone-files" | "dane-keys",
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
function loadBaseline(layers: Layers, sources: PlanSources): ReturnType<LoadedPolicy["baselineOf"]> {
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
  const text = readText(path, sources, BASELINE_OCTETS);
  if (typeof text === "object") return { baseline: undefined, problems: [text] };
  if (text === undefined) {
    sources.note(`There is no baseline ${path}, so everything that is found is new.`);
    return { baseline: baselineOf({ domains: [] }, path), problems: [] };
  }
  try {
    return { baseline: baselineOf(parseReport(text, path), path), problems: [] };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return { baseline: undefined, problems: error.problems };
  }
}
