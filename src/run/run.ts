/** The whole program on one screen: load -> observe -> judge -> report -> deliver. */
import { ConfigurationError } from "../text/configuration-error.ts";
import { readSettings, type Door, type GivenSetting } from "../config/given.ts";
import { planning, type Plan } from "../config/plan.ts";
import { failureReason } from "../system/files.ts";
import type { Host } from "../host.ts";
import { probeNeeds } from "../judge/checks/all.ts";
import { boundSentence } from "../judge/findings/coverage.ts";
import { judging } from "../judge/judge.ts";
import type { Report } from "../judge/report.ts";
import { loadingDaneKeys } from "./dane-keys.ts";
import { load } from "./loading.ts";
import { findingReports } from "./reports.ts";
import { makeNetwork, roomFor } from "./network.ts";
import { memoised } from "../observe/dns/resolver.ts";
import { zoneFilesOf } from "./zone-files.ts";
import { withZoneFiles } from "../zone/resolver.ts";
import type { Observations, ObserveProgress, PolitenessBound } from "../observe/observation.ts";
import { observe } from "../observe/observe.ts";
import { loadTrustStores, type TrustStores } from "../observe/trust/paths.ts";
import { adviseOnRefusal } from "./refusals.ts";
import { prepareToRead } from "../judge/replies/meaning.ts";
import { WaitRounds } from "./wait.ts";
import { isRecording } from "../recorded/lines.ts";
import { deliver } from "./deliver.ts";
import { plural } from "../text/plural.ts";
import { standardInput } from "./standard-input.ts";
import { paced } from "../system/pace.ts";
import { sourcesOf } from "./sources.ts";
import { rejudge } from "./replay.ts";
import { TOOL } from "../version.ts";
import { openRecorder, Recorder, type NoRecorder } from "./recorder.ts";
import type { Signal } from "../system/signal.ts";

/** Operators that the log names before probing begins. */
const NOTED_OPERATORS = 3;

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
  const plan = await load(planning(given, door, sources), host, deadline);
  const { settings, policy, zones } = plan;
  const daneKeys = await load(loadingDaneKeys(settings["dane-keys"], plan.daneKeySearch), host, deadline);
  for (const { owner, file, line } of zones?.untested ?? []) {
    host.note(`${file}:${String(line)} ${owner} has an MX record, but is not a name that can be tested.`);
  }
  for (const secret of plan.secrets) host.mask?.(secret);
  const caFile = settings["ca-file"];
  const trust = openTrustStores(caFile, caFile === null ? undefined : readGiven(caFile, host, "ca-file: "));
  const controls = settings["egress-control"];
  const room = roomFor(settings, host.machine.filesLeft);
  if (room.connections < settings.concurrency) {
    host.note(
      `This process may open ${String(host.machine.filesLeft)} more files (ulimit -n): ${String(room.connections)} endpoints at once instead of ${String(settings.concurrency)}.`,
    );
  }
  const needs = probeNeeds(settings.checks);
  const asked = {
    domains: plan.subjects,
    checks: settings.checks,
    probes: needs !== undefined,
    searchesIssuers: needs?.issuers === true,
    rulesFor: plan.rulesFor,
    heloName: settings["helo-name"] === "" ? undefined : settings["helo-name"],
    allowPrivateAddresses: settings["allow-private-addresses"],
    concurrency: room.connections,
    aside: room.aside,
    connectTo: settings["connect-to"],
    egress: { hosts: controls, named: plan.given.has("egress-control") && controls.length > 0 },
    issuerTimeout: settings["fetch-issuers"] ? settings.timeout : undefined,
    published: {
      mtaSts: settings.checks.includes("mta-sts"),
      tlsRpt: settings.checks.includes("tls-rpt"),
      timeout: settings.timeout,
    },
    waits: settings.wait > 0,
    shard: plan.shard,
    ...(zones !== undefined && { zoneFiles: zoneFilesOf(zones) }),
    ...(daneKeys.length > 0 && { daneKeys: [...daneKeys] }),
  };
  if (plan.subjects.length >= MANY)
    host.note(
      `Testing ${plural(plan.subjects.length, "domain or server", "domains and servers")}; the deadline is ${String(settings.deadline)} s from the start.`,
    );
  const recorder = await recorderFor(plan, host);
  const network = makeNetwork(room, settings, trust, host, needs?.dane === true);
  let goodbyes = Promise.resolve();
  const tools = {
    clock: host.clock,
    route: network.route,
    createResolver: (signal: Signal) => {
      const live = network.createResolver(signal);
      return zones === undefined ? live : memoised(withZoneFiles(zones.zones, live));
    },
    trust,
    interrupt: host.interrupt,
    random: host.machine.random,
    machineName: host.machine.name,
    adviseOn: adviseOnRefusal,
    prepareAdvice: prepareToRead,
    interfaces: host.machine.interfaces,
    onProgress: (progress: ObserveProgress) => host.progress(progress),
    onBounds: (bounds: readonly PolitenessBound[]) => noteBounds(bounds, host),
    sink: recorder instanceof Recorder ? recorder : undefined,
    onGoodbyes: (over: Promise<void>) => {
      goodbyes = over;
    },
  };
  const judgeNow = (observations: Observations): Promise<Report> =>
    paced(judging(observations, { policy, now: Date.parse(observations.finished), tool: TOOL }));
  const rounds = new WaitRounds(settings, plan.given.has("deadline"), host);
  let report = await judgeNow(await observe({ ...asked, deadline: rounds.secondsLeft() }, tools));
  // `wait`: neither observing nor judging knows of it.
  for (;;) {
    const earlier = await rounds.nextRound(report, policy.gate);
    if (earlier === undefined) break;
    await goodbyes;
    report = await judgeNow(await observe({ ...asked, earlier, deadline: rounds.secondsLeft() }, tools));
  }
  // Whoever needs no transcript has the verdict before the last servers have said goodbye.
  if (host.showsTranscripts !== false || settings["report-file"] !== null) await goodbyes;
  return await deliver(report, settings, host, { recorder });
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

/** Tells at once, and not when the deadline is over, that politeness makes the run too slow for it. */
function noteBounds(bounds: readonly PolitenessBound[], host: Pick<Host, "note">): void {
  for (const bound of bounds.slice(0, NOTED_OPERATORS)) host.note(boundSentence(bound));
}

function openTrustStores(caFile: string | null, caFilePem: string | undefined): TrustStores {
  const opened = loadTrustStores({ caFilePem, caFile: caFile ?? undefined });
  if (!("problem" in opened)) return opened;
  const problems = {
    "no-certificate": "There is no PEM certificate in it (-----BEGIN CERTIFICATE-----).",
    "unreadable-certificate": "This is not a readable certificate.",
    "no-self-signed-certificate":
      "It holds no self-signed certificate; a chain is trusted only up to a root.",
  };
  const place = {
    ...(caFile !== null && { file: caFile }),
    ...(opened.line !== undefined && { line: opened.line }),
  };
  throw new ConfigurationError([{ ...place, message: `ca-file: ${problems[opened.problem]}` }]);
}

/** @param label which setting names the file, for an error; empty for a report that was named on its own */
function readGiven(file: string, host: Host, label = ""): string {
  let text: string | undefined;
  try {
    text = host.readFile(file);
  } catch (error) {
    const reason = failureReason(error);
    if (reason === undefined) throw error;
    throw new ConfigurationError([{ message: `${label}${file} cannot be read: ${reason}.` }]);
  }
  if (text === undefined) throw new ConfigurationError([{ message: `${label}${file} does not exist.` }]);
  return text;
}
