/**
 * Scenes of mail on loopback: one domain, its name server, one mail server. They are observed over real sockets and
 * judged under real settings, so that what a test asserts is what a user would read.
 */
import { makePlan } from "../support/run/made-plan.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Policy } from "../../src/judge/policy.ts";
import type { Report } from "../../src/judge/report.ts";
import { systemClock, type Clock } from "../../src/system/clock.ts";
import { abortSignalOf } from "../../src/system/signal.ts";
import { SECOND_LOOK_PAUSES } from "../../src/observe/endpoint.ts";
import { memoised } from "../../src/observe/dns/resolver.ts";
import { createStubResolver } from "../../src/observe/dns/stub-resolver.ts";
import type { Observations } from "../../src/observe/observation.ts";
import { observe } from "../../src/observe/observe.ts";
import type { Subject } from "../../src/observe/targets.ts";
import { hostPort } from "../../src/text/address.ts";
import { directRoute, type Route } from "../../src/observe/route/route.ts";
import { adviseOnRefusal } from "../../src/run/refusals.ts";
import { createTrustStores, type StoreSource } from "../../src/observe/trust/stores.ts";
import { startDnsServer } from "../support/dns/zone-server.ts";
import type { Zones } from "../support/dns/zone-records.ts";
import { openAuthority } from "../support/certificates/authority.ts";
import type { Stage } from "../support/lab/lab-plan.ts";
import type { Issued } from "../support/certificates/issue.ts";
import {
  listen,
  startRawServer,
  type Place,
  type RawServer,
  type Script,
} from "../support/tcp/raw-server.ts";
import { startScriptedServer } from "../support/smtp/scripted-server.ts";
import { startPolicyHost, type PolicyHostPlan } from "../support/web/policy-host.ts";
import type { ServerTls } from "../support/smtp/server-tls.ts";
import { onlyFor, type SmtpScript } from "../support/smtp/smtp-script.ts";

export const DOMAIN = "case.test";
export const HOST = "mx.case.test";
/** Public by the registries of IANA. Nothing is ever sent there: `homeward` leads to loopback instead. */
export const PUBLIC_ADDRESS = "203.0.112.25";

/** What a certificate of a scene is made with. */
export type Authority = Stage & { readonly root: Issued };

export interface Scene {
  /** What DNS knows; where absent, the domain has one MX host at 127.0.0.1. */
  readonly zones?: Zones;
  /** Domains that are tested before it, on the same server. */
  readonly before?: readonly string[];
  /** The server is tested in place of the domain, named by its address. */
  readonly byAddress?: true;
  /** Where the sound server differs. */
  readonly script?: Partial<Omit<SmtpScript, "tls">>;
  readonly tls?: (authority: Authority) => Partial<ServerTls>;
  /** Played instead of the sound server, one script for each connection. */
  readonly raw?: readonly [Script, ...Script[]];
  /** No server at all: its port is closed. */
  readonly deserted?: true;
  /** What is listening on port 443 of every address: a sound policy host of the domain that says this. */
  readonly policyHost?: Pick<PolicyHostPlan, "says"> & {
    readonly chain?: (authority: Authority) => readonly Issued[];
  };
  /** Starts what stands before the server and is connected to in its place. */
  readonly inFront?: (server: Place) => Promise<RawServer>;
  /** Settings by name beside those of the scene. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly route?: Route;
  /** Makes the route once the server's port is known. */
  readonly routeFor?: (port: number) => Promise<Route>;
  /** Address of the server where it is not 127.0.0.1. */
  readonly at?: string;
  /** Roots of each store; where absent, the scene's root is in all of them. */
  readonly stores?: (authority: Authority) => readonly StoreSource[];
  readonly interrupt?: AbortSignal;
  /** Changes what cannot be had on loopback in the observations. */
  readonly change?: (observations: Observations) => void;
}

export interface Played {
  readonly report: Report;
  readonly observations: Observations;
  readonly policy: Policy;
  readonly port: number;
  readonly dnsPort: number;
}

/** Settings of a scene with a server that falls silent: nobody else is ever given up, and the silent one is at once. */
export const PATIENT = { timeout: "40", "reply-timeout": "40" } as const;

/** Whether a wait is one for an answer under {@link PATIENT} settings, or what is left of it. */
function isForAnswer(seconds: number): boolean {
  return seconds > 20 && seconds <= Number(PATIENT.timeout);
}

/** Turns of the event loop in which what a server has said arrives: both ends are in this process. */
const TURNS_TO_ARRIVE = 20;

interface ImpatientClock extends Clock {
  /** Lets whoever waits for an answer give up: there will be none. */
  giveUp(): Promise<void>;
}

/**
 * The machine's clock, but the pauses before second looks are over at once, and waits for a server that has fallen silent
 * are, too. No other wait is cut short, however slow the machine is.
 */
function impatientClock(): ImpatientClock {
  let silence = new AbortController();
  const { now, monotonic } = systemClock;
  // How busy the machine of the test is changes no scene: both ends are in this process.
  return {
    now,
    monotonic,
    async sleep(seconds, signal) {
      if (SECOND_LOOK_PAUSES.some((pause) => pause === seconds)) return;
      await systemClock.sleep(
        seconds,
        isForAnswer(seconds) ? AbortSignal.any([abortSignalOf(signal), silence.signal]) : signal,
      );
    },
    async giveUp() {
      for (let turn = 0; turn < TURNS_TO_ARRIVE; turn++)
        await new Promise((resolve) => setImmediate(resolve));
      silence.abort();
      // The next connection is waited for anew.
      silence = new AbortController();
    },
  };
}

/** A route on which every address leads to 127.0.0.1. */
export const homeward: Route = {
  description: "to loopback",
  dial: (destination, options) => directRoute.dial({ ...destination, address: "127.0.0.1" }, options),
};

/** The same route, but web servers are all at one port of loopback. */
function withWeb(route: Route, port: number): Route {
  return {
    ...route,
    dial: (destination, options) =>
      destination.port === 443
        ? directRoute.dial({ ...destination, address: "127.0.0.1", port }, options)
        : route.dial(destination, options),
  };
}

function namedByAddress(host: string, port: number): Subject {
  const service = { port, tlsMode: "starttls", submission: false } as const;
  return {
    name: hostPort(host, port),
    kind: "server",
    server: { host, ...service, allowPrivateAddresses: true },
  };
}

const TOOL = { name: "mx-gate", version: "0.0.0" } as const;

const NEIGHBOUR: Zones = {
  [DOMAIN]: { MX: [[10, HOST]] },
  [HOST]: { A: ["127.0.0.1"] },
};

/** The sound neighbour's zones, with these domains on its server. */
function zonesOf(domains: readonly string[]): Zones {
  const others: Zones = Object.fromEntries(domains.map((name) => [name, { MX: [[10, HOST]] }]));
  return { ...NEIGHBOUR, ...others };
}

/** Plays a scene: starts its servers, observes, judges at the moment at which the observation ended. */
export async function play(scene: Scene): Promise<Played> {
  const { stage, root } = openAuthority(new Date());
  const authority = { ...stage, root };
  const dns = await startDnsServer(scene.zones ?? zonesOf(scene.before ?? []));
  const clock = impatientClock();
  const server = await startServer(scene, authority, () => void clock.giveUp());
  const front = await scene.inFront?.(server);
  const { says, chain } = scene.policyHost ?? { says: [] };
  const web = await startPolicyHost({
    says,
    chain: chain?.(authority) ?? authority.chainFor(`mta-sts.${DOMAIN}`),
  });
  const { port } = front ?? server;
  const everywhere: readonly StoreSource[] = (["bundled", "system"] as const).map((store) => ({
    store,
    read: () => [root.pem],
  }));
  try {
    const plan = planOf({ port: String(port), "dns-server": dns.address, ...scene.settings });
    const observations = await observe(
      {
        domains: [
          ...[...(scene.before ?? []), ...(scene.byAddress ? [] : [DOMAIN])].map((name): Subject => ({
            name,
            kind: "domain",
          })),
          ...(scene.byAddress ? [namedByAddress(scene.at ?? "127.0.0.1", port)] : []),
        ],
        checks: plan.settings.checks,
        probes: true,
        searchesIssuers: true,
        rulesFor: plan.rulesFor,
        allowPrivateAddresses: plan.settings["allow-private-addresses"],
        concurrency: plan.settings.concurrency,
        deadline: plan.settings.deadline,
        published: {
          mtaSts: plan.settings.checks.includes("mta-sts"),
          tlsRpt: plan.settings.checks.includes("tls-rpt"),
          timeout: plan.settings.timeout,
        },
      },
      {
        clock,
        createResolver: (signal) =>
          memoised(
            createStubResolver({
              servers: plan.settings["dns-server"].filter((server) => "address" in server),
              timeout: plan.settings.timeout,
              clock,
              signal,
              random: () => 0.5,
            }),
          ),
        route: withWeb(scene.route ?? (await scene.routeFor?.(port)) ?? directRoute, web.port),
        trust: createTrustStores(scene.stores?.(authority) ?? everywhere),
        interrupt: scene.interrupt ?? new AbortController().signal,
        adviseOn: adviseOnRefusal,
        random: () => 0.5,
        machineName: "nobody",
        interfaces: {},
        onProgress: () => undefined,
      },
    );
    scene.change?.(observations);
    return {
      report: judgeAgain(observations, plan.policy),
      observations,
      policy: plan.policy,
      port,
      dnsPort: dns.port,
    };
  } finally {
    await Promise.all([dns.close(), server.close(), front?.close(), web.close()]);
  }
}

/** Judges at the moment at which the observation ended, or so many seconds later. */
export function judgeAgain(observations: Observations, policy: Policy, secondsLater = 0): Report {
  const now = Date.parse(observations.finished) + secondsLater * 1000;
  return judge(observations, { policy, now, tool: TOOL });
}

/** The plan of a scene's run: what it sets, and patience with a busy machine, which no pause before a second look has for its length. */
export function planOf(settings: Readonly<Record<string, string>>) {
  const values: Record<string, string> = {
    domains: DOMAIN,
    timeout: "18",
    "reply-timeout": "18",
    retries: "0",
    "allow-private-addresses": "true",
    ...settings,
  };
  return makePlan(
    Object.entries(values).map(([name, value]) => ({ name, value, label: name })),
    "command",
  );
}

async function startServer(
  scene: Scene,
  authority: Authority,
  onSilence: () => void,
): Promise<Place & { port: number; close(): Promise<void> }> {
  const place = { host: scene.at ?? "127.0.0.1" };
  if (scene.raw !== undefined) return startRawServer(place, ...scene.raw);
  if (scene.deserted === true) {
    const server = await listen(place, (socket) => socket.destroy());
    await server.close();
    return { ...place, port: server.port, close: () => Promise.resolve() };
  }
  return startScriptedServer(place, {
    name: HOST,
    rcpt: onlyFor([DOMAIN]),
    onSilence,
    ...scene.script,
    tls: { chain: authority.chainFor(HOST), ...scene.tls?.(authority) },
  });
}
