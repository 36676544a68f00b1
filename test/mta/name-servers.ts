/** The DNS of the lab: a signed root of its own, Knot for its zones, and Unbound, which validates, before them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as packet from "dns-packet";
import { RCODES } from "../support/dns/zone-records.ts";
import { startDaemon } from "./daemon.ts";
import { startKnot, trustedKey } from "./knot.ts";
import type { KnotZone } from "./knot.ts";

/** Where the name servers are. */
export const NAME_SERVERS = {
  /** Unbound: the resolver that everybody in the lab asks. */
  resolver: "127.0.0.53",
  /** Knot, authoritative for the root and everything below. */
  authority: "127.0.2.1",
  /** Knot, authoritative for nothing that anybody delegates to it: it refuses. */
  other: "127.0.2.2",
  /** Nothing listens here. */
  dead: "127.0.2.3",
  /** Packets to it vanish. */
  silent: "127.0.2.4",
  /** A third Knot, behind one that is slow. */
  slow: "127.0.2.5",
  /** The same behind one that spoils its AAAA answers. */
  faulty: "127.0.2.7",
  behind: "127.0.2.8",
  /** Knot whose root zone is lost: it says SERVFAIL to everything. */
  failing: "127.0.2.6",
  /** Knot with a root zone in which there is nothing: it says NXDOMAIN to everything, as in a closed network. */
  empty: "127.0.2.9",
} as const;

const SLOWNESS_MILLISECONDS = 1200;

/** A domain to which the relay test is addressed by default; as in reality it takes no mail (RFC 7505). */
const ELSEWHERE = "example.com. MX 0 .";

/** Starts every name server. @param zones those below .test, and .test itself, without DS records. */
export async function startNameServers(folder: string, zones: readonly KnotZone[]): Promise<void> {
  const root: KnotZone = {
    name: ".",
    records: [ELSEWHERE, "test NS ns"],
    signed: true,
    delegates: ["test"],
  };
  const { authority, behind } = NAME_SERVERS;
  // Whoever is asked for a parent and serves the child, too, answers for the child at once.
  const own = zones.filter(({ servedAt }) => servedAt === undefined);
  const others = zones.filter(({ servedAt }) => servedAt !== undefined);
  const knot = await startKnot({ folder, address: authority, zones: [root, ...own] });
  await startKnot({ folder, address: behind, zones: others });
  await startKnot({ folder, address: NAME_SERVERS.other, zones: [{ name: "elsewhere.test", records: [] }] });
  await startKnot({ folder, address: NAME_SERVERS.failing, zones: [{ name: ".", lost: true, records: [] }] });
  await startKnot({ folder, address: NAME_SERVERS.empty, zones: [{ name: ".", records: [] }] });
  await startRelay(NAME_SERVERS.slow, SLOWNESS_MILLISECONDS, () => "pass");
  await startRelay(NAME_SERVERS.faulty, 0, spoilAaaa);
  await startUnbound(folder, trustedKey(knot, "."));
}

async function startUnbound(folder: string, anchor: string): Promise<void> {
  const home = join(folder, "unbound");
  mkdirSync(home);
  const hints = join(home, "hints");
  writeFileSync(hints, `. 3600 NS ns.\nns. 3600 A ${NAME_SERVERS.authority}\n`);
  const settings = [
    `interface: ${NAME_SERVERS.resolver}`,
    "access-control: 127.0.0.0/8 allow",
    "do-not-query-localhost: no",
    `root-hints: "${hints}"`,
    `trust-anchor: "${anchor}"`,
    'username: ""',
    'chroot: ""',
    `directory: "${home}"`,
    'pidfile: ""',
    "use-syslog: no",
    "do-daemonize: no",
    "ede: yes",
    // Both are Unbound's own zones by default.
    "local-zone: test. nodefault",
    "local-zone: 127.in-addr.arpa. nodefault",
    "local-zone: refused-by-resolver.test. refuse",
    "local-zone: silent-resolver.test. deny",
  ];
  const lines = [
    "server:",
    ...settings.map((setting) => `  ${setting}`),
    "remote-control:",
    "  control-enable: no",
  ];
  const configuration = join(home, "unbound.conf");
  writeFileSync(configuration, [...lines, ""].join("\n"));
  const daemon = startDaemon("Unbound", "/usr/sbin/unbound", ["-d", "-c", configuration]);
  await daemon.untilListening(NAME_SERVERS.resolver, 53);
}

/** What becomes of an answer on its way. */
type Fate = "pass" | "vanish";

/** Puts a wrong code into negative answers about AAAA records, as some load balancers do: by name of the zone. */
function spoilAaaa(message: Buffer): Fate {
  const { questions, answers } = packet.decode(message);
  const question = questions?.[0];
  if (question?.type !== "AAAA" || answers?.length !== 0) return "pass";
  const [, spoiled = ""] = /(?:^|\.)aaaa-([a-z]+)\.test$/.exec(question.name.toLowerCase()) ?? [];
  if (spoiled === "silent") return "vanish";
  const code = Object.entries(RCODES).find(([name]) => name === spoiled.toUpperCase())?.[1];
  if (code === undefined) throw new Error(`${question.name} says no code.`);
  message.writeUInt8((message.readUInt8(3) & 0xf0) | code, 3);
  return "pass";
}

/** Passes datagrams on to the Knot behind, and its answers back after a while and with changes. */
async function startRelay(
  address: string,
  milliseconds: number,
  change: (answer: Buffer) => Fate,
): Promise<void> {
  const relay = createSocket("udp4");
  relay.on("message", (question, client) => {
    const upstream = createSocket("udp4");
    upstream.on("message", (answer) => {
      upstream.close();
      if (change(answer) === "vanish") return;
      void sleep(milliseconds).then(() => relay.send(answer, client.port, client.address));
    });
    upstream.send(question, 53, NAME_SERVERS.behind);
  });
  relay.bind(53, address);
  await once(relay, "listening");
}
