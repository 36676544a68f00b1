/** Runs inside a namespace of its own: disks, ports and packets as they are really refused by the kernel. */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect, isIPv6, type Socket } from "node:net";
import { join } from "node:path";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { startDnsServer } from "../support/dns/zone-server.ts";
import type { Records } from "../support/dns/zone-records.ts";
import { listen } from "../support/tcp/raw-server.ts";
import { codesOf, readReport } from "../support/run/product.ts";
import { SPECIAL_RANGES } from "../observe/dns/special-addresses.ts";
import { leaveWith, run, settleIn } from "./namespace.ts";

const CLI = join(import.meta.dirname, "..", "..", "src", "cli.ts");

/** What a run left: its status, what it said on stderr, and what lies in a folder then, with the content. */
export interface Left {
  readonly status: number | null;
  readonly stderr: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface FaultScenes {
  readonly fullDisk: Left;
  readonly readOnlyFolder: Left;
  readonly mountedFile: Left;
  readonly noPorts: Omit<Left, "files"> & { readonly codes: readonly string[] };
  /** Packets that open a TCP connection, sent while every address that is not public was given by DNS. */
  readonly openings: number;
  /** The same where private addresses are allowed: the counter counts. */
  readonly openingsAllowed: number;
}

const folder = settleIn();

const server = await listen({ host: "0.0.0.0", port: 25 }, (socket) => {
  socket.write("220 mx.own.test ESMTP\r\n");
  socket.on("data", () => socket.end("221 bye\r\n"));
});
const zones: Record<string, Records> = {
  "own.test": { MX: [[10, "mx.own.test"]] },
  "mx.own.test": { A: ["127.0.0.1"] },
};
const addresses = [...new Set(SPECIAL_RANGES.flatMap(({ first, last }) => [first, last]))];
const privateDomains = addresses.map((address, index) => {
  const name = `d${String(index)}.test`;
  zones[name] = { MX: [[10, `mx.${name}`]] };
  zones[`mx.${name}`] = { [isIPv6(address) ? "AAAA" : "A"]: [address] };
  return name;
});
const dns = await startDnsServer(zones);

async function gate(domains: readonly string[], ...words: readonly string[]) {
  const child = spawn(
    process.execPath,
    [
      CLI,
      ...domains,
      `--dns-server=${dns.address}`,
      "--checks=mx,connect,banner",
      "--egress-control=off",
      "--timeout=5",
      ...words,
    ],
    { cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const [stderr] = await Promise.all([text(child.stderr), once(child, "close")]);
  return { status: child.exitCode, stderr };
}

/** Runs with the report in a new folder below ours, that `prepare` has made difficult. */
async function written(name: string, prepare: (place: string) => void): Promise<Left> {
  const place = join(folder, name);
  mkdirSync(place);
  prepare(place);
  const done = await gate(["own.test"], "--allow-private-addresses", `--report-file=${name}/report.json`);
  const files = readdirSync(place).map((file) => [
    file,
    readFileSync(join(place, file), "utf8").slice(0, 40),
  ]);
  return { ...done, files: Object.fromEntries(files) as Record<string, string> };
}

const fullDisk = await written("full", (place) => {
  run("mount", "-t", "tmpfs", "-o", "size=8k", "small", place);
  writeFileSync(join(place, "report.json"), "former");
});
const readOnlyFolder = await written("closed", (place) => {
  writeFileSync(join(place, "report.json"), "former");
  run("mount", "--bind", place, place);
  run("mount", "-o", "remount,bind,ro", place);
});
const mountedFile = await written("one-file", (place) => {
  writeFileSync(join(folder, "elsewhere.json"), "former");
  writeFileSync(join(place, "report.json"), "");
  run("mount", "--bind", join(folder, "elsewhere.json"), join(place, "report.json"));
});

// Every local port is in use for connections to that server.
writeFileSync("/proc/sys/net/ipv4/ip_local_port_range", "40000 40063");
const held: Socket[] = [];
for (let each = 0; each < 64; each++) {
  const socket = connect({ host: "127.0.0.1", port: 25 });
  await once(socket, "connect");
  held.push(socket);
}
mkdirSync(join(folder, "ports"));
const withoutPorts = await gate(["own.test"], "--allow-private-addresses", "--report-file=ports/report.json");
const noPorts = { ...withoutPorts, codes: codesOf(readReport(folder, "ports/report.json")) };
for (const socket of held) socket.destroy();
writeFileSync("/proc/sys/net/ipv4/ip_local_port_range", "32768 60999");

// There is a way to every address, and it ends here.
run("ip", "route", "add", "local", "0.0.0.0/0", "dev", "lo");
run("ip", "-6", "route", "add", "local", "::/0", "dev", "lo");
run("nft", "add table inet count; add chain inet count out { type filter hook output priority 0; }");
run("nft", "add rule inet count out tcp flags & (syn | ack) == syn counter");
const counted = (): number =>
  Number(/packets (\d+)/.exec(run("nft", "list", "table", "inet", "count"))?.[1] ?? Number.NaN);
await gate(privateDomains);
const openings = counted();
await gate(privateDomains, "--allow-private-addresses");
const openingsAllowed = counted();

await server.close();
await dns.close();
const scenes: FaultScenes = { fullDisk, readOnlyFolder, mountedFile, noPorts, openings, openingsAllowed };
leaveWith(JSON.stringify(scenes));
