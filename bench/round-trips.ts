/**
 * Counts the round trips of a whole probe on the wire: a proxy on loopback between the engine and a lab server
 * that speaks TLS 1.3 and PIPELINING sees every change of direction.
 *
 *     node bench/round-trips.ts
 */
import { connect, createServer } from "node:net";
import { once } from "node:events";
import { readTextFile, writeTextFile } from "../src/system/files.ts";
import { thisMachine } from "../src/system/machine.ts";
import { systemClock } from "../src/system/clock.ts";
import { check } from "../src/run/run.ts";
import { startLab } from "../test/support/lab/embedded-lab.ts";

const PROXY = "127.0.0.200";
const SERVER = "mx2.healthy.test";

/** The turns of one connection: each is a run of packets from the server that answers a run from the client. */
interface Counted {
  turns: number;
  toServer: number;
}

const lab = await startLab({ only: ["healthy.test"] });
const server = [...lab.servers].find(([place]) => place.startsWith(`${SERVER} `));
if (server === undefined) throw new Error(`The lab has no ${SERVER}.`);
const address = server[0].split(" ")[1] ?? "";
const connections: Counted[] = [];

const proxy = createServer((client) => {
  const counted: Counted = { turns: 0, toServer: 0 };
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

lab.dns.set("healthy.test", { MX: [[10, SERVER]] });
lab.dns.set(SERVER, { A: [PROXY] });
const given = Object.entries({ ...lab.settings, domains: "healthy.test" }).map(([name, value]) => ({
  name,
  value,
  label: name,
}));
const report = await check(given, "command", {
  clock: systemClock,
  machine: thisMachine(),
  interrupt: new AbortController().signal,
  started: systemClock.monotonic(),
  readFile: readTextFile,
  writeFile: writeTextFile,
  note: () => undefined,
  progress: () => undefined,
  deliver: () => Promise.resolve(),
});
proxy.close();
await lab.close();

const [endpoint] = Object.values(report.observations.endpoints);
console.log(`result: ${report.result}, connections: ${String(connections.length)}`);
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
