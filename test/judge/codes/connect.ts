import { directRoute, type Route } from "../../../src/observe/route/route.ts";
import type { ConnectStep } from "../../../src/observe/observation.ts";
import { CONFIRM, type CodeCase } from "../code-case.ts";
import { DOMAIN, HOST } from "../scene.ts";

/** A route on which no connection comes about; `family` limits that to one address family. */
function deadEnd(step: ConnectStep, family?: 4 | 6): Route {
  return {
    description: "dead end",
    dial: ({ address, ...destination }, options) => {
      const dead = family === undefined || (family === 6) === address.includes(":");
      return dead ? Promise.resolve({ step }) : directRoute.dial({ address, ...destination }, options);
    },
  };
}

/** A route that takes its time, or so it says. */
const slowRoute: Route = {
  description: "slow",
  dial: async (destination, options) => {
    const { step, ...dialled } = await directRoute.dial(destination, options);
    return { ...dialled, step: { ...step, seconds: 6.234 } };
  },
};

/** A route on which the user interrupts the run: before the first connection is made, or once it is there. */
function interruptedRoute(when: "before" | "after"): { route: Route; interrupt: AbortSignal } {
  const interruption = new AbortController();
  return {
    interrupt: interruption.signal,
    route: {
      description: "interrupted",
      dial: async (destination, options) => {
        if (when === "before") interruption.abort();
        const dialled = await directRoute.dial(destination, options);
        setImmediate(() => interruption.abort());
        return dialled;
      },
    },
  };
}

/** DNS of a host with one address of each family. */
const BOTH_FAMILIES = {
  [DOMAIN]: { MX: [[10, HOST]] },
  [HOST]: { A: ["127.0.0.1"], AAAA: ["2001:db8::25"] },
} as const;
const IPV6_ONLY = { [DOMAIN]: { MX: [[10, HOST]] }, [HOST]: { AAAA: ["2001:db8::25"] } } as const;

const error = { check: "connect", verdict: "fail", severity: "error", confirm: CONFIRM.connect } as const;
const unseen = { check: "connect", verdict: "inconclusive", severity: "inconclusive" } as const;

export const connectCases: readonly CodeCase[] = [
  {
    ...error,
    code: "connect-refused",
    where: "nothing listens on the port",
    scene: { deserted: true },
    says: ["is refused", "a firewall rejects it"],
    advises: "Start the mail server",
  },
  {
    ...error,
    code: "connect-timeout",
    where: "packets vanish",
    scene: { route: deadEnd({ outcome: "timeout", seconds: 1.004 }) },
    says: ["within 1 s."],
    advises: "firewall",
  },
  {
    ...error,
    code: "connect-timeout",
    where: "packets of one family vanish",
    scene: { zones: BOTH_FAMILIES, route: deadEnd({ outcome: "timeout", seconds: 15.02 }, 6) },
    says: ["within 15 s; IPv4 of the same host does."],
    advises: "take the address out of DNS",
    confirm: "nc -v -z -w 15 2001:db8::25 PORT",
  },
  {
    ...error,
    code: "connect-unreachable",
    where: "a router on the way says so",
    scene: { route: deadEnd({ outcome: "unreachable", code: "EHOSTUNREACH", seconds: 0.01 }) },
    says: ["EHOSTUNREACH"],
    advises: "firewall",
  },
  {
    ...unseen,
    code: "connect-unreachable",
    where: "the firewall of this machine forbids it",
    scene: { route: deadEnd({ outcome: "unreachable", code: "EACCES", seconds: 0 }) },
    says: ["EACCES"],
    advises: "network",
    confirm: CONFIRM.connect,
  },
  {
    ...unseen,
    code: "connect-unreachable",
    where: "this machine has no route for IPv4",
    scene: { route: deadEnd({ outcome: "no-route", code: "ENETUNREACH", seconds: 0 }) },
    says: ["ENETUNREACH"],
    advises: "network",
    confirm: CONFIRM.connect,
  },
  {
    ...error,
    code: "connect-reset",
    where: "the connection is reset before it is there",
    scene: { route: deadEnd({ outcome: "reset", code: "ECONNRESET", seconds: 0.01 }) },
    says: ["reset", "port"],
    advises: "connection limit",
  },
  {
    code: "connect-slow",
    where: "three SYNs are lost",
    scene: { route: slowRoute },
    check: "connect",
    verdict: "warn",
    severity: "warning",
    says: ["6.2 s"],
    advises: "packet loss",
    confirm: CONFIRM.connect,
  },
  {
    ...unseen,
    code: "egress-intercepted",
    where: "a firewall masks the greeting",
    scene: {
      // Whatever else is seen is the firewall's: neither the nameless greeting nor the missing STARTTLS counts.
      script: { greeting: `220 ${"*".repeat(78)}2${"*".repeat(10)}0*00\r\n`, starttls: "missing" },
    },
    says: ["asterisks"],
    advises: "inspect esmtp",
    confirm: CONFIRM.greetingOnceMore,
    quotes: "220 ******",
  },
  {
    ...unseen,
    code: "egress-intercepted",
    where: "a firewall masks STARTTLS in the answer to EHLO",
    scene: { script: { ehlo: "250-mx.case.test\r\n250-PIPELINING\r\n250 XXXXXXXA", starttls: "missing" } },
    says: ["EHLO", "masked with X"],
    advises: "inspect esmtp",
    confirm: CONFIRM.ehlo,
    quotes: "250 XXXXXXXA",
  },
  {
    code: "ipv6-unavailable",
    where: "this machine has no IPv6 and the host has IPv4, too",
    scene: {
      zones: BOTH_FAMILIES,
      route: deadEnd({ outcome: "no-route", code: "ENETUNREACH", seconds: 0 }, 6),
    },
    check: "connect",
    verdict: "skip",
    severity: "notice",
    says: ["no IPv6"],
    advises: "ip-family: 4",
    confirm: "nc -v -z -w 15 2001:db8::25 PORT",
  },
  {
    ...unseen,
    code: "ipv6-unavailable",
    where: "this machine has no IPv6 and the host nothing else",
    scene: {
      zones: IPV6_ONLY,
      route: deadEnd({ outcome: "no-route", code: "ENETUNREACH", seconds: 0 }),
    },
    says: ["no IPv6"],
    advises: "machine with IPv6",
    confirm: "nc -v -z -w 15 2001:db8::25 PORT",
  },
  {
    ...unseen,
    code: "egress-blocked",
    where: "neither an endpoint nor a control host answers",
    scene: {
      route: deadEnd({ outcome: "timeout", seconds: 1 }),
      change: (observations) => {
        const controls = [{ host: "control.test", address: "127.0.0.9", port: 25 }].map((control) => {
          return { ...control, connect: { outcome: "timeout" as const, seconds: 1 } };
        });
        observations.egress = Object.values(observations.endpoints).map(({ port }) => {
          return { port, family: 4, blocked: true, noRoute: false, controls };
        });
      },
    },
    says: ["cannot reach", "1 control host"],
    advises: "self-hosted runner",
    confirm: CONFIRM.connect,
  },
  {
    ...unseen,
    code: "proxy-failed",
    where: "the proxy refuses us",
    scene: { route: deadEnd({ outcome: "proxy-failed", detail: "wrong password", seconds: 0 }) },
    says: ["proxy", "wrong password"],
    advises: "credentials",
  },
  {
    ...unseen,
    code: "local-limit",
    where: "this machine is out of files",
    scene: { route: deadEnd({ outcome: "local-limit", code: "EMFILE", seconds: 0 }) },
    says: ["EMFILE"],
    advises: "ulimit -n",
  },
  {
    ...unseen,
    code: "not-probed",
    where: "the run is interrupted before the first connection is there",
    scene: { ...interruptedRoute("before") },
    says: ["interrupted"],
    advises: "Raise deadline",
  },
  {
    ...unseen,
    code: "not-probed",
    where: "the run is interrupted while the greeting is awaited",
    scene: { script: { greeting: [] }, ...interruptedRoute("after") },
    check: "banner",
    says: ["the run, or the time for one endpoint, ended before this step"],
    advises: "deadline",
  },
];
