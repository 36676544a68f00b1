/**
 * How long the command takes for one domain whose name server and MX hosts are 100 ms away, beside the bound that the protocols
 * set, and beside other programs on this machine that look at mail servers, one host after the other as their
 * users do. It is the bundle that is measured: npm run build
 *
 *     node bench/rtt.ts [HOSTS...]      1, 5 and 50 MX hosts, if none are given
 *
 * The time of the command is the one to the verdict on its standard output; the process ends when the last server has answered
 * QUIT. Programs that are not installed are left out.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { tell } from "./figure.ts";
import { startFarFleet, wordsFor } from "./fleet-place.ts";
import { COMMAND } from "./measured-command.ts";
import { addressOf } from "../test/hostile/stage.ts";

/** Milliseconds. */
const ROUND_TRIP = 100;
/** DNS: the MX records, then the addresses (RFC 5321 5.1). */
const OF_DNS = 2;
/** So many MX records are too long for a datagram, and are asked for again: TCP, and the question (RFC 7766 5). */
const LONG = 50;
const OF_LONG_DNS = 2;
/** TCP, greeting, EHLO, STARTTLS, TLS 1.3, EHLO, MAIL and what is pipelined behind it. */
const OF_DIALOG = 7;
/** The floor test: greeting, EHLO, STARTTLS and a refused ClientHello, and TCP; behind the answer to QUIT. */
const OF_FLOOR = 6;
const ROUNDS = 3;
const BAR = 1.05;

const given = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "mx-gate-bench-"));

/** Seconds until a program has said everything, and until it has ended. */
async function timed(
  file: string,
  args: readonly string[],
): Promise<{ said: number; ended: number; status: number | null }> {
  const began = performance.now();
  const since = (): number => (performance.now() - began) / 1000;
  const child = spawn(file, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  let said = Number.NaN;
  child.stdout.on("data", () => (said = since()));
  const [status] = (await once(child, "close")) as [number | null];
  return { said, ended: since(), status };
}

async function least(measure: () => Promise<number>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) all.push(await measure());
  return Math.min(...all);
}

/** What others do for one host: a line for the shell, in which the port is $P and the address $A. */
const PEERS: Readonly<Record<string, string>> = {
  openssl: "openssl s_client -starttls smtp -connect $A:$P -CAfile ca.pem -verify_return_error",
  "posttls-finger": "posttls-finger -c -l verify -F ca.pem -o inet_protocols=ipv4 [$A]:$P",
  swaks: "swaks --server $A --port $P --tls --to probe@foreign.test --from '<>' --quit-after RCPT",
  nmap: "nmap -Pn -n -p $P --script smtp-commands,ssl-cert,smtp-open-relay $A",
  testssl: "testssl --quiet --color 0 -t smtp --ip $A mx.h0.test:$P",
};

/** The guide's own script: the MX records, a look at port 25, and the certificate. */
const GUIDE = `dig +short -p $D @127.0.0.1 d0.test MX; for A in $HOSTS; do dig +short -p $D @127.0.0.1 mx.h0.test A;
(sleep 0.3; echo QUIT) | telnet $A $P; openssl s_client -starttls smtp -connect $A:$P -CAfile ca.pem </dev/null; done`;

function installed(program: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((path) => existsSync(join(path, program)));
}

for (const hosts of given.length > 0 ? given : [1, 5, 50]) {
  const fleet = await startFarFleet(hosts, ROUND_TRIP);
  // With --quiet it has nothing to say of servers that pass.
  const words = [COMMAND, ...wordsFor(folder, fleet, 1).filter((word) => word !== "--quiet")];
  const bound = (trips: number): number => (trips * ROUND_TRIP) / 1000;
  const compare = async (what: string, without: number, bar: number | undefined, ...more: string[]) => {
    const seconds = await least(async () => {
      const { said, status } = await timed(process.execPath, [...words, ...more]);
      if (status !== 0) throw new Error(`exit ${String(status)}`);
      return said;
    });
    const trips = without + (hosts < LONG ? 0 : OF_LONG_DNS);
    const beside = `${bound(trips).toFixed(2)} s (${String(trips)} round trips)`;
    tell({
      what: `${what}, ${String(hosts)} MX at ${String(ROUND_TRIP)} ms`,
      measured: `${seconds.toFixed(2)} s`,
      beside,
      ratio: seconds / bound(trips),
      ...(bar !== undefined && { bar }),
    });
    return seconds;
  };
  // Once before: the second start of a program is the usual one.
  await timed(process.execPath, words);
  const own = await compare(
    "verdict without the floor test",
    OF_DNS + OF_DIALOG,
    BAR,
    "--tls-floor-test=false",
  );
  await compare("verdict with the floor test", OF_DNS + OF_DIALOG + OF_FLOOR, undefined);
  const addresses = Array.from({ length: hosts }, (_, index) => addressOf(index + 1)).join(" ");
  const setting = `P=${String(fleet.port)}; D=${fleet.dnsServer.split(":").at(-1) ?? ""}; HOSTS="${addresses}"; `;
  const others = Object.entries(PEERS).filter(([program]) => installed(program));
  const lines: [string, string][] = others.map(([name, line]) => [
    name,
    `for A in $HOSTS; do ${line} </dev/null; done`,
  ]);
  if (installed("telnet") && installed("dig")) lines.push(["dig, telnet and openssl", GUIDE]);
  for (const [name, line] of lines) {
    // Some take minutes; once, and not for many hosts.
    if (hosts > 5 && name !== "openssl") continue;
    const { ended } = await timed("sh", ["-c", setting + line]);
    tell({
      what: `${name}, ${String(hosts)} MX at ${String(ROUND_TRIP)} ms`,
      measured: `${ended.toFixed(2)} s`,
      beside: `${own.toFixed(2)} s of this command without the floor test`,
      ratio: ended / own,
    });
  }
  await fleet.close();
}
rmSync(folder, { recursive: true });
