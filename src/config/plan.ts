/** What is asked of a run, put together from everything the user has set. */
import type { ShardFacts, TargetNote } from "../observe/observation.ts";
import type { Subject, ProbeRules } from "../observe/targets.ts";
import type { Policy } from "../judge/policy.ts";
import { RUN_TARGETS } from "./bounds.ts";
import { ConfigurationError } from "../text/configuration-error.ts";
import { contradictions } from "./contradictions.ts";
import { probeRules } from "./probe-rules.ts";
import { foreignRecipient, recipientProblems, subjectsOf } from "./targets.ts";
import { planHash } from "./shard.ts";
import { readSettings, type Door, type GivenSetting, type ReadSettings } from "./given.ts";
import type { PolicyReader } from "./policy/file.ts";
import type { RecordedReader } from "./recorded-file.ts";
import { layer, makePolicy, probeSettings, runChecks, type Layers } from "./policy/in-force.ts";
import {
  findPolicy,
  type FoundPolicy,
  loadingPolicy,
  searchFor,
  type LoadedPolicy,
  type PlanSources,
} from "./policy/sources.ts";
import { secretsOf } from "./addresses.ts";
import { silencesOf } from "./policy/silences.ts";
import { targetNotes } from "./policy/target-notes.ts";
import { loadStsFiles } from "./policy/sts-files.ts";
import type { Steps } from "../system/steps.ts";
import { isForActionOnly, isReplaySetting, type SettingName, type Settings } from "./settings.ts";
import type { FileSearch } from "../zone/find.ts";
import type { ZoneSet } from "../zone/set.ts";

export interface Plan {
  readonly settings: Settings;
  readonly domains: readonly string[];
  /** Domains and servers, as they are observed. */
  readonly subjects: readonly Subject[];
  /** The part of the run that this one is; undefined: all of it. */
  readonly shard: ShardFacts | undefined;
  /** The settings that the user has set. */
  readonly given: ReadonlySet<SettingName>;
  /** What nobody should see in a log. */
  readonly secrets: readonly string[];
  readonly rulesFor: (host: string) => ProbeRules;
  readonly policy: Policy;
  /** What is to be said of what is tested. */
  readonly targetNotes: readonly TargetNote[];
  /** Zone files that stand in for live DNS, where there are any. */
  readonly zones: ZoneSet | undefined;
  /** Where the files of `dane-keys` are looked for. */
  readonly daneKeySearch: FileSearch;
}

/** What the user has set, with the text of the policy file. */
export interface Opened {
  readonly read: ReadSettings;
  readonly door: Door;
  readonly found: FoundPolicy;
}

/** Reads the settings, and looks for the policy file that they name. */
export function openSettings(written: readonly GivenSetting[], door: Door, sources: PlanSources): Opened {
  const read = readSettings(written, door);
  return { read, door, found: findPolicy(read, sources) };
}

/** Everything that is set, before anything is made of it. */
export interface Asked {
  readonly read: ReadSettings;
  readonly loaded: LoadedPolicy;
  /** Inputs, policy file and defaults together. */
  readonly layers: Layers;
}

/**
 * Reads the policy file in steps: it may be long.
 * @param reading is there where a policy file was found
 */
export function* asking(
  { read, door, found }: Opened,
  sources: PlanSources,
  reading: PolicyReader | undefined,
): Steps<Asked> {
  const loaded = yield* loadingPolicy(found, sources, reading);
  yield;
  const layers = layer(read, loaded.file, door);
  yield;
  return { read, loaded, layers };
}

/**
 * Puts the plan of a run together, in steps: zone files may be many and long.
 * @param reading reads the baseline, where the settings name one
 * @throws ConfigurationError with every problem at once
 */
export function* planning(
  { read, loaded, layers }: Asked,
  sources: PlanSources,
  reading: RecordedReader | undefined,
): Steps<Plan> {
  const filed = yield* loaded.domainsOf(layers);
  const zones = yield* loaded.zonesOf(layers);
  const named = [...layers.settings.domains, ...filed.domains.keys(), ...(zones?.domains.keys() ?? [])];
  const domains = [...new Set(named)];
  const policies = loadStsFiles(layers, domains, sources);
  yield;
  const ofFiles = [...filed.problems, ...(zones?.problems ?? [])];
  const problems = [...read.problems, ...loaded.problems, ...ofFiles, ...policies.problems];
  // What a file with errors would have said is not known: nothing is said against it but its errors.
  const readable = loaded.problems.length + ofFiles.length === 0;
  if (readable) problems.push(...contradictions(layers, read.wrong), ...recipientProblems(layers, domains));
  const baseline = yield* loaded.baselineOf(layers, reading);
  problems.push(...baseline.problems);
  const targets = domains.length + layers.settings.servers.length;
  if (
    readable &&
    baseline.problems.length === 0 &&
    targets === 0 &&
    !read.wrong.has("domains") &&
    !read.wrong.has("servers")
  ) {
    problems.push({
      message: "There is nothing to test. Give at least one domain, server, file of domains or zone file.",
    });
  }
  if (targets > RUN_TARGETS) {
    const message = `There are ${String(targets)} domains and servers; one run takes at most ${String(RUN_TARGETS)}. Test them in several runs.`;
    problems.push({ message });
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  yield;
  const recipient = foreignRecipient(layers.settings, domains);
  const checks = runChecks(layers);
  const settings = { ...layers.settings, checks, "relay-recipient": recipient };
  const rules = new Map<object, ProbeRules>();
  const asked = { ...layers, settings: { ...layers.settings, "relay-recipient": recipient } };
  const settingsFor = probeSettings(asked);
  const subjects = subjectsOf(layers, domains, { filed, zones, policies });
  yield;
  return {
    settings,
    domains,
    subjects,
    shard:
      settings.shard === null
        ? undefined
        : { ...settings.shard, plan: planHash(asked, subjects, zones), subjects: subjects.length },
    given: read.given,
    secrets: secretsOf(settings.proxy),
    rulesFor: (host) => {
      const own = settingsFor(host);
      const known = rules.get(own) ?? probeRules(own, checks);
      rules.set(own, known);
      return known;
    },
    policy: makePolicy(asked, baseline.baseline, silencesOf(layers, true)),
    targetNotes: targetNotes(layers, domains, zones),
    zones,
    daneKeySearch: searchFor("dane-keys", layers, sources),
  };
}

/** What a replay is judged under. */
export interface ReplayPlan {
  readonly policy: Policy;
  readonly settings: Settings;
}

/**
 * The policy alone, for judging recorded observations, in steps: a baseline may be long.
 * @param reading reads the baseline, where the settings name one
 * @param reportsAt the door, where the setting `reports` asks for it and not the command's `judge`
 */
export function* planningReplay(
  { read, loaded, layers }: Asked,
  reading: RecordedReader | undefined,
  reportsAt?: Door,
): Steps<ReplayPlan> {
  const misplaced = [...read.given].filter(
    (name) => !isReplaySetting(name) && !(reportsAt === "action" && isForActionOnly(name)),
  );
  const baseline = yield* loaded.baselineOf(layers, reading);
  const problems = [
    ...read.problems,
    ...misplaced.map((name) => ({
      message:
        reportsAt !== undefined
          ? `${name} does not go with reports: nothing is probed. Set it where the reports are made.`
          : `--${name} is not an option of judge: nothing is probed, and only files are written.`,
    })),
    ...loaded.problems,
    ...(loaded.problems.length === 0 ? contradictions(layers, read.wrong) : []),
    ...baseline.problems,
  ];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return {
    policy: makePolicy(layers, baseline.baseline, silencesOf(layers, false)),
    settings: layers.settings,
  };
}
