/** Recorded runs made by hand: endpoints in every state that a run may leave them in, for judging and merging. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { makeReplayPolicy } from "../support/run/made-plan.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Policy } from "../../src/judge/policy.ts";
import type { Report } from "../../src/judge/report.ts";
import {
  endpointKey,
  type ConnectionObservation,
  type EgressObservation,
  type EndpointObservation,
  type Observations,
} from "../../src/observe/observation.ts";
import { parseReport } from "../../src/recorded/report.ts";

const TEXT = readFileSync(new URL("../fuzz/recorded-report.json", import.meta.url), "utf8");
const recorded = (): Report => parseReport(TEXT, "recorded-report.json");

/** States of an endpoint. The sound one is a whole dialog that was really recorded. */
export const STATES = [
  "sound",
  "open-relay",
  "no-starttls",
  "expired",
  "refused",
  "timeout",
  "deferred",
  "not-probed",
  "not-reached",
] as const;
export type State = (typeof STATES)[number];

export interface RecordedRun {
  /** Minute of the day at which it ended. */
  readonly minute: number;
  readonly ended?: "interrupted" | "deadline";
  readonly checks: readonly string[];
  /** Nothing gets out at port 25. */
  readonly blocked: boolean;
  /** State of each endpoint, by domain and host. */
  readonly endpoints: readonly { readonly domain: string; readonly host: string; readonly state: State }[];
}

/** Hosts that the recorded certificate is made to name. */
const HOSTS = ["mx1.test", "mx2.test", "other-mx1.test", "other-mx2.test"];
const ADDRESS = "192.0.2.25";
const PORT = 25;

function connectionOf(state: State, sound: readonly ConnectionObservation[]): ConnectionObservation[] {
  const all = structuredClone([...sound]);
  const [dialog] = all;
  if (dialog === undefined) throw new Error("the recorded report has no dialog");
  const failed = (connect: ConnectionObservation["connect"]): ConnectionObservation[] => [
    { purpose: "dialog", at: 0, connect, transcript: [] },
  ];
  switch (state) {
    case "sound":
    case "expired":
      return all;
    case "open-relay":
      for (const { recipients } of dialog.relay?.transactions ?? [])
        for (const recipient of recipients.filter(({ kind }) => kind === "foreign"))
          recipient.reply = { code: 250, lines: ["250 2.1.5 Ok"], seconds: 0 };
      return all;
    case "no-starttls":
      return [
        {
          purpose: "dialog",
          at: 0,
          connect: dialog.connect,
          ...(dialog.greeting !== undefined && { greeting: dialog.greeting }),
          ...(dialog.ehlo !== undefined && { ehlo: { ...dialog.ehlo, extensions: [] } }),
          starttls: { announced: false, sent: false },
          transcript: [],
        },
      ];
    case "refused":
      return failed({ outcome: "refused", code: "ECONNREFUSED", seconds: 0 });
    case "timeout":
      return failed({ outcome: "timeout", seconds: 15 });
    case "deferred":
      return [
        {
          purpose: "dialog",
          at: 0,
          connect: dialog.connect,
          greeting: { reply: { code: 450, lines: ["450 4.7.1 later"], seconds: 0 } },
          transcript: [],
        },
      ];
    case "not-probed":
    case "not-reached":
      return [];
  }
}

const BLOCKED: EgressObservation = {
  port: PORT,
  family: 4,
  blocked: true,
  noRoute: false,
  controls: [
    {
      host: "control.test",
      address: "192.0.2.1",
      port: PORT,
      connect: { outcome: "timeout", seconds: 15 },
    },
  ],
};

/** Observations of a run that met these endpoints. */
export function observationsOf(run: RecordedRun): Observations {
  const { observations } = recorded();
  const [sound] = Object.values(observations.endpoints);
  const [host] = observations.domains[0]?.mx?.hosts ?? [];
  const question = observations.domains[0]?.mx?.question;
  if (sound === undefined || host === undefined || question === undefined)
    throw new Error("nothing recorded");
  const certificates = structuredClone(observations.certificates);
  for (const facts of Object.values(certificates)) facts.dnsNames = [...HOSTS];
  const endpoints: Observations["endpoints"] = {};
  const byDomain = Map.groupBy(run.endpoints, ({ domain }) => domain);
  const domains = [...byDomain].map(([name, listed]): Observations["domains"][number] => ({
    name,
    kind: "domain",
    mx: {
      question: { ...question, name },
      hosts: listed.map((each) => ({
        ...structuredClone(host),
        host: each.host,
        addresses: [{ address: ADDRESS, family: 4, scope: "public" }],
      })),
      implicit: false,
      seconds: 0,
    },
    endpoints: listed.map((each) => endpointKey({ host: each.host, address: ADDRESS, port: PORT })),
  }));
  for (const { host: name, state } of run.endpoints) {
    const endpoint: EndpointObservation = {
      ...structuredClone(sound),
      host: name,
      address: ADDRESS,
      scope: "public",
      port: PORT,
      connections: connectionOf(state, sound.connections),
      ...(state === "not-probed" && { notProbed: "deadline" as const }),
    };
    if (state === "expired") serveExpired(endpoint, certificates);
    endpoints[endpointKey(endpoint)] = endpoint;
  }
  const finished = new Date(Date.parse(observations.finished) + run.minute * 60_000).toISOString();
  return {
    ...observations,
    started: finished,
    finished,
    ...(run.ended !== undefined && { ended: run.ended }),
    checks: [...run.checks],
    domains,
    endpoints,
    certificates,
    ...(run.blocked && { egress: [BLOCKED] }),
  };
}

/** The leaf again, as another one that ended long ago. */
function serveExpired(endpoint: EndpointObservation, certificates: Observations["certificates"]): void {
  for (const { tls } of endpoint.connections) {
    const [leaf, ...others] = tls?.chain ?? [];
    const facts = leaf === undefined ? undefined : certificates[leaf.sha256];
    if (tls === undefined || leaf === undefined || facts === undefined) continue;
    const der = Buffer.from(`expired ${leaf.sha256}`);
    const sha256 = createHash("sha256").update(der).digest("hex");
    certificates[sha256] = {
      ...facts,
      der: der.toString("base64"),
      notBefore: "2001-01-01T00:00:00.000Z",
      notAfter: "2002-01-01T00:00:00.000Z",
    };
    const renamed = (list: readonly string[]): string[] =>
      list.map((each) => (each === leaf.sha256 ? sha256 : each));
    tls.chain = [{ sha256, issuedBy: renamed(leaf.issuedBy) }, ...others];
    if (tls.paths !== undefined)
      tls.paths = tls.paths.map((path) => ({ ...path, certificates: renamed(path.certificates) }));
  }
}

/** The policy of the command with these options, such as `severity`. */
export function policyOf(settings: Readonly<Record<string, string>> = {}): Policy {
  return makeReplayPolicy(Object.entries(settings).map(([name, value]) => ({ name, value, label: name })))
    .policy;
}

/** Judges as `judge` does without `--at`. */
export function judgeRecorded(observations: Observations, policy: Policy): Report {
  return judge(observations, {
    policy,
    now: Date.parse(observations.finished),
    momentOf: (run) => Date.parse(run.finished),
    tool: { name: "mx-gate", version: "0.0.0" },
  });
}
