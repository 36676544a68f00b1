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
  close(): Promise<void>;
}

/** Starts so many domains on so many endpoints that think for so many milliseconds before each reply. */
export async function startFleet(domains: number, endpoints: number, think: number): Promise<Fleet> {
  const words = [domains, endpoints, think].map(String);
  const child = spawn(process.execPath, [join(import.meta.dirname, "fleet.ts"), ...words], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    lines.close();
    return {
      ...(JSON.parse(line) as Place),
      async close() {
        child.stdin.end();
        if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      },
    };
  }
  throw new Error("The fleet did not start.");
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
