/**
 * Counts the round trips of a whole probe on the wire: a proxy on loopback between the engine and a lab server
 * that speaks TLS 1.3 and PIPELINING sees every change of direction. Another one before the name server keeps each answer
 * back for a while, so that questions which wait for one another show. With DANE and without, the same must come.
 *
 *     node bench/round-trips.ts
 */
import { createSocket, type Socket as Datagrams } from "node:dgram";
import { connect, createServer } from "node:net";
import { once } from "node:events";
import { readTextFile, writeTextFile } from "../src/system/files.ts";
import { thisMachine } from "../src/system/machine.ts";
import { systemClock } from "../src/system/clock.ts";
import { CHECK_IDS } from "../src/judge/checks/all.ts";
import { check } from "../src/run/run.ts";
import { startLab } from "../test/support/lab/embedded-lab.ts";
import { NO_RECORDINGS } from "../test/support/run/recording-host.ts";

const PROXY = "127.0.0.200";
const SERVER = "mx2.healthy.test";

/** The turns of one connection: each is a run of packets from the server that answers a run from the client. */
interface Counted {
  /** Moment of its coming, in milliseconds. */
  readonly at: number;
  turns: number;
  toServer: number;
}

/** How long an answer of DNS is kept back, in milliseconds: longer than all that happens in between. */
const DNS_DELAY = 1000;

const lab = await startLab({ only: ["healthy.test"] });
const server = [...lab.servers].find(([place]) => place.startsWith(`${SERVER} `));
if (server === undefined) throw new Error(`The lab has no ${SERVER}.`);
const address = server[0].split(" ")[1] ?? "";
let connections: Counted[] = [];
let questions = 0;

const proxy = createServer((client) => {
  const counted: Counted = { at: performance.now(), turns: 0, toServer: 0 };
  connections.push(counted);
  let lastWasServer = false;
  const upstream = connect({ host: address, port: lab.port, noDelay: true });
  client.setNoDelay(true);
  client.on("data", (bytes) => {
    lastWasServer = false;
    counted.toServer += bytes.length;
    upstream.write(bytes);
  });
  upstream.on("data", (bytes) => {
    if (!lastWasServer) counted.turns++;
    lastWasServer = true;
    client.write(bytes);
  });
  client.on("end", () => upstream.end()).on("error", () => upstream.destroy());
  upstream.on("end", () => client.end()).on("error", () => client.destroy());
});
proxy.listen(lab.port, PROXY);
await once(proxy, "listening");

/** A name server that answers as the lab's does, and later. */
async function startSlowNames(): Promise<Datagrams> {
  const front = createSocket("udp4");
  front.on("message", (question, from) => {
    questions++;
    const back = createSocket("udp4");
    back.on("message", (answer) => {
      back.close();
      setTimeout(() => front.send(answer, from.port, from.address), DNS_DELAY);
    });
    back.send(question, lab.dns.port, lab.dns.host);
  });
  front.bind(0, "127.0.0.1");
  await once(front, "listening");
  return front;
}

const names = await startSlowNames();
lab.dns.set("healthy.test", { MX: [[10, SERVER]] });
lab.dns.set(SERVER, { A: [PROXY] });

/** Runs these checks and tells the round trips of each connection, and those of DNS before the first of them. */
async function count(checks: readonly string[]): Promise<void> {
  connections = [];
  questions = 0;
  const given = Object.entries({
    ...lab.settings,
    "dns-server": `127.0.0.1:${String(names.address().port)}`,
    domains: "healthy.test",
    checks: checks.join(","),
  }).map(([name, value]) => ({ name, value, label: name }));
  const began = performance.now();
  const report = await check(given, "command", {
    clock: systemClock,
    machine: thisMachine(),
    interrupt: new AbortController().signal,
    started: systemClock.monotonic(),
    readFile: readTextFile,
    writeFile: writeTextFile,
    ...NO_RECORDINGS,
    note: () => undefined,
    progress: () => undefined,
    deliver: () => Promise.resolve(),
  });
  const [endpoint] = Object.values(report.observations.endpoints);
  console.log(`result: ${report.result}, connections: ${String(connections.length)}`);
  const before = Math.floor(((connections[0]?.at ?? Infinity) - began) / DNS_DELAY);
  console.log(
    `DNS: ${String(before)} round trips before the first connection; ${String(questions)} questions`,
  );
  for (const [index, { turns, toServer }] of connections.entries()) {
    const connection = endpoint?.connections[index];
    const version = connection?.tls?.version ?? connection?.tls?.outcome ?? "no TLS";
    // The answer to QUIT comes when every verdict is there already.
    const quit = connection?.tls?.outcome === "done" ? 1 : 0;
    console.log(
      `${connection?.purpose ?? "?"} (${version}): ${String(1 + turns - quit)} round trips to the last verdict ` +
        `(1 TCP, ${String(turns - quit)} turns of the server)${quit === 1 ? ", 1 more for QUIT" : ""}; ${String(toServer)} octets sent`,
    );
  }
}

await count(CHECK_IDS);
console.log("\nWithout DANE:");
await count(CHECK_IDS.filter((id: string) => id !== "dane"));
proxy.close();
names.close();
await lab.close();
