/** Recorded runs, judged again: no packet is sent. */
import { isSettingName, type Door, type GivenSetting } from "../config/given.ts";
import { asking, openSettings, planningReplay } from "../config/plan.ts";
import type { RecordedReader } from "../config/recorded-file.ts";
import { isReplaySetting } from "../config/settings.ts";
import type { Host } from "../host.ts";
import { judging } from "../judge/judge.ts";
import type { Policy } from "../judge/policy.ts";
import type { Report } from "../judge/report.ts";
import { mergeObservations } from "../recorded/merge.ts";
import type { Recorded } from "../recorded/reading.ts";
import type { HistoryPoint } from "../report/html/history.ts";
import { paced } from "../system/pace.ts";
import type { Steps } from "../system/steps.ts";
import { ConfigurationError } from "../text/configuration-error.ts";
import { TOOL } from "../version.ts";
import { deliver } from "./deliver.ts";
import { loadBaselineReaderFor, loadPage, loadPolicyReaderFor, loadRecordedReader } from "./late.ts";
import { load } from "./loading.ts";
import { filesOf, sourcesOf } from "./sources.ts";

type InForce = Report["policy"]["settings"];

/**
 * Judges recorded reports again, under the given policy, and delivers the new report. No packet is sent.
 * @param at moment of judging; the recorded one, if left out
 * @param reportsAt the door, where the setting `reports` names the files
 * @throws ConfigurationError where a file is no report or a setting is wrong
 */
export async function rejudge(
  files: readonly string[],
  given: readonly GivenSetting[],
  at: Date | undefined,
  host: Host,
  reportsAt?: Door,
): Promise<Report> {
  const recorded = await load(readingAll(files, host, await loadRecordedReader()), host, Infinity);
  const observations = mergeObservations(recorded.map((each) => each.observations));
  const now = at?.getTime() ?? Date.parse(observations.finished);
  const sources = sourcesOf(host, now);
  const opened = openSettings(given, reportsAt ?? "command", sources);
  const asked = await load(asking(opened, sources, await loadPolicyReaderFor(opened)), host, Infinity);
  const { policy, settings } = await load(
    planningReplay(asked, await loadBaselineReaderFor(asked), reportsAt),
    host,
    Infinity,
  );
  const inForce = { ...policy.inForce, settings: settingsInForce(policy.inForce.settings, recorded) };
  const report = await paced(
    judging(observations, {
      policy: { ...policy, inForce },
      now,
      // Each run is judged at its own end: another one's must not make a certificate valid.
      ...(at === undefined && { momentOf: (run) => Date.parse(run.finished) }),
      tool: TOOL,
      gathered: { allowPartial: settings["allow-partial"] },
    }),
  );
  const history = settings["html-file"] === null ? [] : await historyUnder(policy, recorded);
  return await deliver(report, settings, host, { history });
}

/** How the recorded runs went, each judged at its own end under the policy of today: a new policy is no new fault. */
async function historyUnder(policy: Policy, recorded: readonly Recorded[]): Promise<HistoryPoint[]> {
  if (recorded.length < 2) return [];
  const reports: Report[] = [];
  for (const { observations } of recorded) {
    const now = Date.parse(observations.finished);
    reports.push(await paced(judging(observations, { policy, now, tool: TOOL })));
  }
  const { historyOf } = await loadPage();
  return historyOf(reports);
}

/** What earlier runs have left. @throws ConfigurationError at the first file that is not there, or is none of ours */
function* readingAll(files: readonly string[], host: Host, reading: RecordedReader): Steps<Recorded[]> {
  const all: Recorded[] = [];
  for (const file of files) {
    const recorded = yield* reading(file, filesOf(host));
    if (recorded === undefined) throw new ConfigurationError([{ message: `${file} does not exist.` }]);
    all.push(recorded);
  }
  return all;
}

/** What rules a replay is the given policy; of how it was probed, what the recorded runs agree on. */
function settingsInForce(replayed: InForce, recorded: readonly Recorded[]): InForce {
  const [first, ...others] = recorded.map((each) => each.settings);
  const agreed = (name: string): boolean =>
    others.every((settings) => JSON.stringify(settings[name]) === JSON.stringify(first?.[name]));
  return Object.fromEntries(
    Object.entries(replayed).flatMap(([name, setting]) => {
      // What only a policy file can say is about judging, too.
      if (!isSettingName(name) || isReplaySetting(name)) return [[name, setting]];
      const recorded = agreed(name) ? first?.[name] : undefined;
      return recorded === undefined ? [] : [[name, recorded]];
    }),
  );
}
