/** Endpoints probed in a test, on a clock on which the pauses before second looks take no time. */
import type { Socket } from "node:net";
import { systemClock } from "../../../src/system/clock.ts";
import type { Clock } from "../../../src/system/clock.ts";
import { probeEndpoint, SECOND_LOOK_PAUSES } from "../../../src/observe/endpoint.ts";
import type { EndpointPlan, EndpointTarget, EndpointTools } from "../../../src/observe/endpoint.ts";
import { createLimiter } from "../../../src/observe/limiter.ts";
import { endpointObservation } from "../../../src/observe/schemas/observation.ts";
import type { EndpointObservation } from "../../../src/observe/observation.ts";
import { directRoute } from "../../../src/observe/route/route.ts";
import type { Destination, Dialled, DialOptions, Route } from "../../../src/observe/route/route.ts";
import { dialogTools } from "./conversing.ts";

export interface RestlessClock extends Clock {
  /** The pauses that were asked for, in seconds. */
  readonly pauses: readonly number[];
}

/** A clock that records the pauses before second looks; other waits take their time. */
export function restlessClock(): RestlessClock {
  const pauses: number[] = [];
  return {
    ...systemClock,
    pauses,
    sleep(seconds, signal) {
      if (!SECOND_LOOK_PAUSES.some((pause) => pause === seconds)) return systemClock.sleep(seconds, signal);
      pauses.push(seconds);
      return Promise.resolve();
    },
  };
}

export interface WatchedRoute extends Route {
  /** Most connections that were open, or about to be, at the same moment. */
  readonly mostAtOnce: number;
  /** The same, to one address. */
  readonly mostAtOneAddress: number;
}

/** The direct route, watched. A connection counts until this side has let go of it. */
export function watchedRoute(): WatchedRoute {
  const open: { address: string; socket?: Socket | undefined }[] = [];
  const route = {
    description: "watched",
    mostAtOnce: 0,
    mostAtOneAddress: 0,
    async dial(destination: Destination, options: DialOptions): Promise<Dialled> {
      const connection: (typeof open)[number] = { address: destination.address };
      const now = [...open.filter(({ socket }) => socket?.destroyed !== true), connection];
      open.splice(0, open.length, ...now);
      const there = now.filter(({ address }) => address === destination.address);
      route.mostAtOnce = Math.max(route.mostAtOnce, now.length);
      route.mostAtOneAddress = Math.max(route.mostAtOneAddress, there.length);
      const dialled = await directRoute.dial(destination, options);
      connection.socket = dialled.socket;
      if (dialled.socket === undefined) open.splice(open.indexOf(connection), 1);
      return dialled;
    },
  };
  return route;
}

/** An endpoint at this place, of which everything is asked. */
export function endpointPlan(
  { host, port }: { readonly host: string; readonly port: number },
  target: Partial<EndpointTarget> = {},
  plan: Partial<EndpointPlan> = {},
): EndpointPlan {
  return {
    target: {
      host: "mx.own.test",
      address: host,
      family: 4,
      scope: "loopback",
      port,
      sharesOurNetwork: true,
      tlsMode: "starttls",
      asked: { depth: "starttls", relay: "basic", delivery: "all", floor: true },
      replyTimeout: 20,
      ...target,
    },
    serverName: "mx.own.test",
    sender: "",
    foreign: "probe@foreign.test",
    domains: ["own.test"],
    sampled: false,
    relayForms: [],
    retries: 1,
    ...plan,
  };
}

export function endpointTools(differing: Partial<EndpointTools> = {}): EndpointTools {
  return {
    ...dialogTools(),
    limiter: createLimiter(64),
    claimFloor: (host) => host,
    onConnection: () => undefined,
    ...differing,
  };
}

/** Probes an endpoint; what was seen is known to be in the form of an observation. */
export async function probe(plan: EndpointPlan, tools: EndpointTools): Promise<EndpointObservation> {
  return endpointObservation.parse(await probeEndpoint(plan, tools));
}

export function purposes({ connections }: EndpointObservation): string[] {
  return connections.map(({ purpose }) => purpose);
}
