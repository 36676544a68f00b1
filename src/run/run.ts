/** The whole program on one screen: load -> observe -> judge -> report -> deliver. */
import { readSettings, type Door, type GivenSetting } from "../config/given.ts";
import { asking, openSettings, planning, type Plan } from "../config/plan.ts";
import type { Host } from "../host.ts";
import { judging } from "../judge/judge.ts";
import type { Report } from "../judge/report.ts";
import type { Observations } from "../observe/observation.ts";
import { observe } from "../observe/observe.ts";
import { isRecording } from "../recorded/recording.ts";
import { paced } from "../system/pace.ts";
import { plural } from "../text/plural.ts";
import { TOOL } from "../version.ts";
import { loadingDaneKeys } from "./dane-keys.ts";
import { deliver } from "./deliver.ts";
import { loadBaselineReaderFor, loadPolicyReaderFor } from "./late.ts";
import { load } from "./loading.ts";
import { roomFor, type Room } from "./network.ts";
import { observePlanOf, observeToolsOf } from "./observing.ts";
import { openRecorder, Recorder, type NoRecorder } from "./recorder.ts";
import { rejudge } from "./replay.ts";
import { findingReports } from "./reports.ts";
import { sourcesOf } from "./sources.ts";
import { standardInput } from "./standard-input.ts";
import { openTrustStores } from "./trust-stores.ts";
import { WaitRounds } from "./wait.ts";

/** Domains and servers from which on a run says at once what it is about to do: others are over before that is read. */
const MANY = 100;

/**
 * Tests what the settings ask for, or judges the recorded reports that they name, and delivers the report.
 * @throws ConfigurationError where a setting is wrong; nothing is probed then
 */
export async function check(given: readonly GivenSetting[], door: Door, host: Host): Promise<Report> {
  // What is wrong with the others is told when all are read; the deadline holds from before.
  const { deadline, reports } = readSettings(
    given.filter(({ name }) => name === "deadline" || name === "reports"),
    door,
  ).settings;
  if (reports.length > 0) {
    const files = await load(findingReports(reports, host), host, deadline);
    const others = given.filter(({ name }) => name !== "reports");
    return await rejudge(files, others, undefined, host, door);
  }
  const input = door === "command" ? await standardInput(given, host, deadline) : undefined;
  const sources = { ...sourcesOf(host, host.clock.now()), standardInput: input };
  const opened = openSettings(given, door, sources);
  const asked = await load(asking(opened, sources, await loadPolicyReaderFor(opened)), host, deadline);
  const plan = await load(planning(asked, sources, await loadBaselineReaderFor(asked)), host, deadline);
  const { settings, policy } = plan;
  const daneKeys = await load(loadingDaneKeys(settings["dane-keys"], plan.daneKeySearch), host, deadline);
  for (const secret of plan.secrets) host.mask?.(secret);
  const trust = openTrustStores(settings["ca-file"], host);
  const room = roomFor(settings, host.machine.filesLeft);
  announce(plan, room, host);
  const recorder = await recorderFor(plan, host);
  const sink = recorder instanceof Recorder ? recorder : undefined;
  let goodbyes = Promise.resolve();
  const onGoodbyes = (over: Promise<void>): void => {
    goodbyes = over;
  };
  const observed = observePlanOf(plan, room, daneKeys);
  const tools = observeToolsOf(plan, { room, trust, sink, onGoodbyes }, host);
  const judgeNow = (observations: Observations): Promise<Report> =>
    paced(judging(observations, { policy, now: Date.parse(observations.finished), tool: TOOL }));
  const rounds = new WaitRounds(settings, plan.given.has("deadline"), host);
  let report = await judgeNow(await observe({ ...observed, deadline: rounds.secondsLeft() }, tools));
  // `wait`: neither observing nor judging knows of it.
  for (;;) {
    const earlier = await rounds.nextRound(report, policy.gate);
    if (earlier === undefined) break;
    await goodbyes;
    report = await judgeNow(await observe({ ...observed, earlier, deadline: rounds.secondsLeft() }, tools));
  }
  // Whoever needs no transcript has the verdict before the last servers have said goodbye.
  if (host.showsTranscripts !== false || settings["report-file"] !== null) await goodbyes;
  return await deliver(report, settings, host, { recorder });
}

/** Says what is worth knowing before anything is probed. */
function announce({ settings, subjects, zones }: Plan, room: Room, host: Host): void {
  for (const { owner, file, line } of zones?.untested ?? []) {
    host.note(`${file}:${String(line)} ${owner} has an MX record, but is not a name that can be tested.`);
  }
  if (room.connections < settings.concurrency) {
    host.note(
      `This process may open ${String(host.machine.filesLeft)} more files (ulimit -n): ${String(room.connections)} endpoints at once instead of ${String(settings.concurrency)}.`,
    );
  }
  if (subjects.length >= MANY) {
    host.note(
      `Testing ${plural(subjects.length, "domain or server", "domains and servers")}; the deadline is ${String(settings.deadline)} s from the start.`,
    );
  }
}

/** Begins the recording that `report-file` asks for; undefined where it asks for none. */
async function recorderFor(
  { settings, policy, subjects, shard }: Pick<Plan, "settings" | "policy" | "subjects" | "shard">,
  host: Host,
): Promise<Recorder | NoRecorder | undefined> {
  const path = settings["report-file"];
  if (path === null || !isRecording(path)) return undefined;
  const run = {
    tool: TOOL,
    policy: policy.inForce,
    checks: [...settings.checks],
    subjects: subjects.length,
    ...(shard !== undefined && { shard }),
  };
  return await openRecorder(path, `report-file ${path}`, run, host);
}
