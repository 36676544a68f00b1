/** What the network does to packets: firewalls, routers, and servers that accept no more. */
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { run } from "./namespace.ts";
import type { Obstacle } from "./plan.ts";

export interface Hindered {
  readonly address: string;
  readonly obstacle: Obstacle | "lossy";
}

/** What a firewall does with packets (nftables), for obstacles that are a firewall's. */
const STATEMENTS: Readonly<Partial<Record<Hindered["obstacle"], string>>> = {
  // A SYN has 60 octets, so three of them are lost; see LINEAR_TIMEOUTS.
  lossy: "quota until 181 bytes drop",
  dropped: "drop",
  "port-unreachable": "reject with icmp type port-unreachable",
  "host-unreachable": "reject with icmp type host-unreachable",
  "admin-prohibited": "reject with icmp type admin-prohibited",
  "net-prohibited": "reject with icmp type net-prohibited",
};

/** How many SYNs Linux sends a second apart before the pauses double; with none the fourth comes after 7 s. */
const LINEAR_TIMEOUTS = "/proc/sys/net/ipv4/tcp_syn_linear_timeouts";

/** The firewall's rules, in the lab's folder. */
const RULES = "rules.nft";

/** Puts every obstacle in its place; where there is none to put, nothing listens. */
export async function raiseObstacles(folder: string, hindered: readonly Hindered[]): Promise<void> {
  const rules = hindered.flatMap(({ address, obstacle }) => {
    const statement = STATEMENTS[obstacle];
    return statement === undefined
      ? []
      : [`${address.includes(":") ? "ip6" : "ip"} daddr ${address} ${statement}`];
  });
  const file = join(folder, RULES);
  const chain = [
    "table inet lab {",
    "chain arriving {",
    "type filter hook input priority 0;",
    ...rules,
    "}",
    "}",
    "",
  ];
  writeFileSync(file, chain.join("\n"));
  run("nft", "-f", file);
  // Kernels before 6.5 know no other way.
  if (existsSync(LINEAR_TIMEOUTS)) writeFileSync(LINEAR_TIMEOUTS, "0");
  for (const { address, obstacle } of hindered) {
    if (obstacle === "own-prohibition") run("ip", "route", "add", "prohibit", address, "table", "local");
    if (obstacle === "full-backlog") await fillBacklog(address);
  }
}

/** Makes the firewall forget which packets it has seen. */
export function renewObstacles(folder: string): void {
  run("nft", "delete", "table", "inet", "lab");
  run("nft", "-f", join(folder, RULES));
}

/** A server whose backlog is full: it is never at work, and as many as fit are waiting already. */
async function fillBacklog(address: string): Promise<void> {
  const worker = new Worker(new URL("deaf-server.ts", import.meta.url), { workerData: address });
  await once(worker, "message");
  worker.unref();
  // A backlog of one takes two; the third is a spare, which waits like everybody else.
  const waiting = [connect({ host: address, port: 25 }), connect({ host: address, port: 25 })];
  await Promise.all(waiting.map((socket) => once(socket, "connect")));
  connect({ host: address, port: 25 }).on("error", () => undefined);
}
