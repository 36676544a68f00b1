/** A fleet (fleet.ts) in another process, and the words with which the command tests it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

export interface Place {
  /** Port of every mail server. */
  readonly port: number;
  /** Port at the same addresses that speaks TLS from the first octet, and nothing else. */
  readonly tlsPort: number;
  /** `address:port` of the name server. */
  readonly dnsServer: string;
  /** The root of every certificate, in PEM. */
  readonly ca: string;
}

export interface Fleet extends Place {
  /** Ends it; gives the processor time, in seconds, that its servers took since it was there. */
  close(): Promise<number>;
}

/** A program that says something in one line of JSON, runs until it is closed, and may say something more then. */
async function start(
  file: string,
  words: readonly number[],
): Promise<{ said: unknown; close: () => Promise<unknown> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...words.map(String)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const line = await lines.next();
    return line.done === true ? undefined : JSON.parse(line.value);
  };
  const said = await next();
  if (said === undefined) throw new Error(`${file} did not start.`);
  return {
    said,
    close: async () => {
      child.stdin.end();
      const last = await next();
      await ended;
      return last;
    },
  };
}

/** Starts so many domains on so many endpoints that think for so many milliseconds before each reply. */
export async function startFleet(domains: number, endpoints: number, think: number): Promise<Fleet> {
  const { said, close } = await start("fleet.ts", [domains, endpoints, think]);
  return { ...(said as Place), close: async () => Number(await close()) };
}

/** Starts a domain with so many MX hosts that are so many milliseconds of round trip away (far.ts). */
export async function startFarFleet(hosts: number, roundTrip: number): Promise<Fleet> {
  const fleet = await startFleet(1, hosts, 0);
  const dnsPort = Number(fleet.dnsServer.split(":").at(-1));
  const far = await start("far.ts", [roundTrip, fleet.port, dnsPort]);
  const ports = far.said as { readonly port: number; readonly dnsPort: number };
  return {
    ...fleet,
    port: ports.port,
    dnsServer: `127.0.0.1:${String(ports.dnsPort)}`,
    async close() {
      const [seconds] = await Promise.all([fleet.close(), far.close()]);
      return seconds;
    },
  };
}

/** Words for the command; writes what they name into the folder. */
export function wordsFor(folder: string, { port, dnsServer, ca }: Place, domains: number): string[] {
  const names = Array.from({ length: domains }, (_, index) => `d${String(index)}.test`);
  writeFileSync(join(folder, "ca.pem"), ca);
  writeFileSync(join(folder, "policy.yml"), `domains: [${names.join(", ")}]\n`);
  return [
    "--config-file=policy.yml",
    `--port=${String(port)}`,
    `--dns-server=${dnsServer}`,
    "--ca-file=ca.pem",
    "--allow-private-addresses=true",
    "--egress-control=off",
    "--quiet",
  ];
}
