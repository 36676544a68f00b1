/** The finding of the run for recordings that have no end: what is missing in them is missing in the report. */
import type { Observations } from "../../observe/observation.ts";
import { isOrAre, plural } from "../../text/plural.ts";
import { words, type SafeText } from "../../text/quote.ts";
import { raise } from "../outcome.ts";
import type { Policy } from "../policy.ts";
import type { Finding } from "../report.ts";
import type { Waivers } from "../waivers.ts";
import { findingOfRun } from "./settle.ts";

/** One finding, however many recordings were merged; none where each has its end. */
export function cutOffFindings(observations: Observations, policy: Policy, waivers: Waivers): Finding[] {
  const runs = observations.runs ?? [observations];
  // Of shards, shard-missing tells how many domains it concerns.
  const cutOff = runs.filter(({ ended, shard }) => ended === "cut-off" && shard === undefined);
  if (cutOff.length === 0) return [];
  const absent = cutOff.reduce((sum, run) => sum + (run.absent ?? 0), 0);
  const details = { recordings: recordingWords(cutOff.length, runs.length), missing: missingWords(absent) };
  const finding = findingOfRun(raise("recording-cut-off", details), policy, undefined);
  return [waivers.apply(finding, { domain: "", host: undefined, port: undefined, check: "mx" })];
}

function recordingWords(cutOff: number, all: number): SafeText {
  if (all === 1) return words`The recording has no end`;
  const verb = cutOff === 1 ? words`has` : words`have`;
  return words`${cutOff} of ${plural(all, "recording")} ${verb} no end`;
}

function missingWords(absent: number): SafeText {
  if (absent === 0) return words`what was seen of the way out is missing`;
  return words`${plural(absent, "domain or server", "domains and servers")} ${isOrAre(absent)} missing`;
}
