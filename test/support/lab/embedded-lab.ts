/**
 * The embedded lab: a name server, a certificate authority and some twenty mail servers, all on loopback and
 * one unprivileged port, with the truth about each. It needs loopback addresses beyond 127.0.0.1, which Linux has.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDnsServer } from "../dns/zone-server.ts";
import type { DnsServer } from "../dns/zone-server.ts";
import type { Records } from "../dns/zone-records.ts";
import { openAuthority } from "../certificates/authority.ts";
import { DOMAINS } from "./lab-domains.ts";
import type { DomainPlan, EndpointCheck, Expectation, HostPlan, ServerPlan } from "./lab-plan.ts";
import { startMailServer } from "../smtp/mail-server.ts";
import type { MailServer } from "../smtp/mail-server.ts";
import { listen } from "../tcp/raw-server.ts";
import type { Place } from "../tcp/raw-server.ts";
import { startScriptedServer } from "../smtp/scripted-server.ts";
import type { SeenSession } from "../smtp/smtp-script.ts";

export type { EndpointCheck, Expectation } from "./lab-plan.ts";

/** What is true of one domain. */
export interface Truth {
  domain: string;
  result: "pass" | "warn" | "fail";
  mx: Expectation;
  /** By rising preference; what is said of a host holds at each of its addresses. */
  hosts: readonly {
    host: string;
    preference: number;
    addresses: readonly string[];
    checks: Readonly<Record<EndpointCheck, Expectation>>;
  }[];
}

/** A server of the lab; scripted ones know what their visitors did. */
export interface LabServer extends MailServer {
  sessions?: readonly SeenSession[];
  mostAtOnce?: number;
}

export interface Lab {
  /** `address:port` of the name server. */
  dnsServer: string;
  dns: DnsServer;
  /** Port of every mail server. */
  port: number;
  /** The lab's root certificate in PEM, in a folder that `close` removes. */
  caFile: string;
  domains: readonly string[];
  truth: readonly Truth[];
  /** Servers by `host address`; none where nothing listens. */
  servers: ReadonlyMap<string, LabServer>;
  /** Settings under which the truth holds, by their names as inputs and options. */
  settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface LabOptions {
  /** The moment that certificates refer to; the machine's time where absent. */
  now?: Date;
  /** Whether to include what needs ::1; where absent, as this machine has it. */
  ipv6?: boolean;
  /** The domains to start; all where absent. */
  only?: readonly string[];
}

const PASS: Expectation = { verdict: "pass", codes: [] };
/** Ports are tried until one is free on all addresses; others on this machine take some, too. */
const PORT_ATTEMPTS = 50;

interface Located {
  plan: DomainPlan;
  hosts: { plan: HostPlan; preference: number; addresses: string[] }[];
}

/** Whether this machine has ::1. */
async function hasLoopback6(): Promise<boolean> {
  try {
    const server = await listen({ host: "::1" }, (socket) => socket.destroy());
    await server.close();
    return true;
  } catch {
    return false;
  }
}

/** Gives every host an address of its own, from 127.0.0.2 on, and ::1 to those with two. */
function locate(plans: readonly DomainPlan[]): Located[] {
  let last = 1;
  return plans.map((plan) => ({
    plan,
    hosts: plan.hosts.map((host, index) => {
      last += 1;
      const addresses = [`127.0.0.${String(last)}`, ...(host.dualStack === true ? ["::1"] : [])];
      return { plan: host, preference: (index + 1) * 10, addresses };
    }),
  }));
}

function truthOf({ plan, hosts }: Located): Truth {
  return {
    domain: plan.domain,
    result: plan.result,
    mx:
      hosts.length === 0
        ? { verdict: "fail", codes: ["mx-null"] }
        : { verdict: "pass", codes: ["mx-private-address"] },
    hosts: hosts.map(({ plan: { host, deviations }, preference, addresses }) => ({
      host,
      preference,
      addresses,
      checks: {
        connect: PASS,
        banner: PASS,
        ehlo: PASS,
        starttls: PASS,
        certificate: PASS,
        relay: PASS,
        delivery: PASS,
        dane: { verdict: "skip", codes: [] },
        ...deviations,
      },
    })),
  };
}

function zonesOf(located: readonly Located[]): Record<string, Records> {
  const zones: Record<string, Records> = {};
  for (const { plan, hosts } of located) {
    zones[plan.domain] = {
      MX:
        hosts.length === 0
          ? [[0, "."]]
          : hosts.map(({ preference, plan: { host } }) => [preference, host] as const),
    };
    for (const { plan: host, addresses } of hosts) {
      zones[host.host] = {
        A: addresses.filter((address) => !address.includes(":")),
        AAAA: addresses.filter((address) => address.includes(":")),
      };
    }
  }
  return zones;
}

/** Starts what is planned at one place; nothing where nothing is to listen, but then it makes sure of that. */
async function startServer(place: Place, plan: ServerPlan): Promise<LabServer | undefined> {
  if (plan === "nothing listens") {
    const server = await listen(place, (socket) => socket.destroy());
    await server.close();
    return undefined;
  }
  return "peer" in plan ? startMailServer(place, plan.peer) : startScriptedServer(place, plan.script);
}

/** Starts every server, the first one on any free port and all others on the same one. */
async function startServers(locations: readonly { key: string; host: string; plan: ServerPlan }[]): Promise<{
  port: number;
  servers: Map<string, LabServer>;
}> {
  for (let attempt = 1; ; attempt += 1) {
    const probe = await listen({ host: "127.0.0.2" }, (socket) => socket.destroy());
    const { port } = probe;
    await probe.close();
    const servers = new Map<string, LabServer>();
    try {
      for (const { key, host, plan } of locations) {
        const server = await startServer({ host, port }, plan);
        if (server !== undefined) servers.set(key, server);
      }
      return { port, servers };
    } catch (error) {
      await Promise.all([...servers.values()].map((server) => server.close()));
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!taken || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

/** Starts the lab; `close` ends every server and connection, and removes its files. */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const ipv6 = options.ipv6 ?? (await hasLoopback6());
  const plans = DOMAINS.filter(
    ({ domain, hosts }) =>
      (options.only?.includes(domain) ?? true) && (ipv6 || hosts.every((host) => host.dualStack !== true)),
  );
  const located = locate(plans);
  const { stage, root } = openAuthority(options.now ?? new Date());
  const { port, servers } = await startServers(
    located.flatMap(({ hosts }) =>
      hosts.flatMap(({ plan, addresses }) => {
        const server = plan.setUp(stage);
        return addresses.map((host) => ({ key: `${plan.host} ${host}`, host, plan: server }));
      }),
    ),
  );
  const dns = await startDnsServer(zonesOf(located));
  const folder = await mkdtemp(join(tmpdir(), "mx-gate-lab-"));
  const caFile = join(folder, "ca.pem");
  await writeFile(caFile, root.pem);

  return {
    dnsServer: dns.address,
    dns,
    port,
    caFile,
    domains: plans.map(({ domain }) => domain),
    truth: located.map(truthOf),
    servers,
    settings: {
      port: String(port),
      "dns-server": dns.address,
      "ca-file": caFile,
      "allow-private-addresses": "true",
      "max-banner-seconds": "2",
      // The lab reaches nobody outside.
      "egress-control": "off",
    },
    async close() {
      await Promise.all([dns.close(), ...[...servers.values()].map((server) => server.close())]);
      await rm(folder, { recursive: true });
    },
  };
}
