/**
 * A network of its own for the tests of how a run reaches its servers: a test starts a scene in a new namespace of
 * the kernel, where port 25 of any address is free, firewalls can be set up, and nothing outside is touched.
 */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Host } from "../../src/host.ts";
import type { Report } from "../../src/judge/report.ts";
import { systemClock } from "../../src/system/clock.ts";
import { renderTerminal } from "../../src/report/terminal/terminal.ts";
import { exitCode, gateRules } from "../../src/report/gate-rules.ts";
import { check } from "../../src/run/run.ts";
import { startDnsServer, type DnsServer } from "../support/dns/zone-server.ts";
import type { Records } from "../support/dns/zone-records.ts";
import { readTextFile } from "../../src/system/files.ts";
import { openAuthority } from "../support/certificates/authority.ts";
import { startScriptedServer, type ScriptedServer } from "../support/smtp/scripted-server.ts";
import { onlyFor, type SmtpScript } from "../support/smtp/smtp-script.ts";
import { NO_RECORDINGS } from "../support/run/recording-host.ts";

const UNSHARE = ["--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--"];

/** Seconds that a scene may take. */
const SCENE_SECONDS = 240;

/** Plays a scene of `reach-scenes.ts` in a namespace of its own, and gives what it found. */
export async function play<Result>(scene: string): Promise<Result> {
  const script = join(import.meta.dirname, "reach-scenes.ts");
  const env = { ...process.env, MX_GATE_SCENE: scene };
  Reflect.deleteProperty(env, "NODE_TEST_CONTEXT");
  const child = spawn("unshare", [...UNSHARE, process.execPath, script], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const killer = setTimeout(() => child.kill("SIGKILL"), SCENE_SECONDS * 1000);
  const said = await text(child.stdout);
  clearTimeout(killer);
  if (said === "") throw new Error(`The scene "${scene}" broke off. It needs root for its namespace.`);
  return JSON.parse(said) as Result;
}

/** Runs a command of the system; throws with what it said where it fails. */
export function run(command: string, ...words: readonly string[]): string {
  return execFileSync(command, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** True while a process runs: what has ended and is still in the table of processes does not. */
function isRunning(id: number): boolean {
  try {
    return !readFileSync(`/proc/${String(id)}/stat`, "utf8").includes(") Z ");
  } catch {
    // One look, for between two of them it may be gone.
    return false;
  }
}

/** What a scene is played with. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), "mx-gate-reach-"));
  readonly authority = openAuthority(new Date());
  readonly #children: ChildProcess[] = [];
  readonly #mounts: string[] = [];

  constructor() {
    run("ip", "link", "set", "lo", "up");
  }

  /** Gives this machine addresses, public ones for all that it knows. */
  own(...addresses: readonly string[]): void {
    for (const address of addresses) {
      const bits = address.includes(":") ? "128" : "32";
      run("ip", "address", "add", `${address}/${bits}`, "dev", "lo");
    }
  }

  /** A route to all of 11.0.0.0/8, which this machine then answers for; what the firewall drops, it does not. */
  route(): void {
    run("ip", "route", "add", "local", "11.0.0.0/8", "dev", "lo");
  }

  /** Lines of nftables for what leaves this machine. */
  firewall(...rules: readonly string[]): void {
    run("nft", "add table inet lab; add chain inet lab out { type filter hook output priority 0; }");
    for (const rule of rules) run("nft", `add rule inet lab out ${rule}`);
  }

  dns(zones: Readonly<Record<string, Records>>): Promise<DnsServer> {
    return startDnsServer(zones);
  }

  /** A sound server, but for what the script says. */
  mail(address: string, name: string, script: Partial<SmtpScript> = {}, port = 25): Promise<ScriptedServer> {
    const chain = this.authority.stage.chainFor(name);
    const domain = name.slice(name.indexOf(".") + 1);
    return startScriptedServer(
      { host: address, port },
      { name, rcpt: onlyFor([domain]), tls: { chain }, ...script },
    );
  }

  /** A program of the system, until the scene is over; waits until it listens. */
  async program(
    place: readonly [string, number],
    command: string,
    ...words: readonly string[]
  ): Promise<void> {
    const child = spawn(command, words, { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    this.#children.push(child);
    for (let waited = 0; waited < 20; waited += 0.1) {
      if (await listens(...place)) return;
      await sleep(100);
    }
    throw new Error(`${command} does not listen at ${place.join(" port ")}: ${said}`);
  }

  /** Puts a file or folder of the scene in the place of one of the system, in this namespace only. */
  replace(own: string, path: string): void {
    run("mount", "--bind", own, path);
    this.#mounts.push(path);
  }

  /** Ends a process that something here has started, and waits until it is gone. */
  async end(id: number): Promise<void> {
    process.kill(id, "SIGTERM");
    while (isRunning(id)) await sleep(50);
  }

  /** Runs the product with these settings. */
  async check(settings: Readonly<Record<string, string>>): Promise<Run> {
    const caFile = "/lab/ca.pem";
    const written = { timeout: "3", "reply-timeout": "5", "ca-file": caFile, ...settings };
    const notes: string[] = [];
    const masked: string[] = [];
    const host: Host = {
      clock: systemClock,
      machine: { name: "runner", interfaces: {}, random: Math.random },
      interrupt: new AbortController().signal,
      started: systemClock.monotonic(),
      readFile: (path) => (path === caFile ? this.authority.root.pem : readTextFile(path)),
      writeFile: () => undefined,
      mask: (secret) => void masked.push(secret),
      ...NO_RECORDINGS,
      note: (line) => void notes.push(line),
      progress: () => undefined,
      deliver: () => Promise.resolve(),
    };
    const given = Object.entries(written).map(([name, value]) => ({ name, value, label: `--${name}` }));
    const started = performance.now();
    const report = await check(given, "command", host);
    return summarise(report, (performance.now() - started) / 1000, notes, masked);
  }

  /** Takes everything down. */
  close(): void {
    for (const child of this.#children) child.kill("SIGKILL");
    for (const path of this.#mounts.reverse()) run("umount", "--lazy", path);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a test wants to know of a run. */
export interface Run {
  readonly exit: number;
  readonly seconds: number;
  readonly result: string;
  /** `code severity: message` of the run's own findings. */
  readonly ofRun: readonly string[];
  /** By `host address port`, each check as `check verdict codes`. */
  readonly endpoints: Readonly<Record<string, readonly string[]>>;
  /** By domain, the mx check as `verdict codes`. */
  readonly domains: Readonly<Record<string, string>>;
  readonly passedAfter: readonly number[];
  readonly screen: string;
  /** The whole report as JSON. */
  readonly json: string;
  readonly notes: readonly string[];
  readonly masked: readonly string[];
}

function summarise(report: Report, seconds: number, notes: string[], masked: string[]): Run {
  const rules = gateRules(report);
  const exit = exitCode(report, rules);
  const endpoints: Record<string, string[]> = {};
  const passedAfter: number[] = [];
  const wordsOf = (verdict: string, codes: readonly string[]): string =>
    [verdict, ...new Set(codes)].join(" ");
  for (const { host, endpoints: each } of report.domains.flatMap(({ servers }) => servers)) {
    for (const endpoint of each) {
      endpoints[`${host} ${endpoint.address} ${String(endpoint.port)}`] = endpoint.checks.map(
        (one) =>
          `${one.check} ${wordsOf(
            one.verdict,
            one.findings.map(({ code }) => code),
          )}`,
      );
      if (endpoint.passedAfter !== undefined) passedAfter.push(endpoint.passedAfter);
    }
  }
  const blocks = [...renderTerminal(report, rules, { width: 100, colour: false, exitCode: exit })];
  return {
    exit,
    seconds,
    result: report.result,
    ofRun: report.findings.map(({ code, severity, message }) => `${code} ${severity}: ${message}`),
    endpoints,
    domains: Object.fromEntries(
      report.domains.map(({ name, checks: [mx] }) => [
        name,
        wordsOf(mx?.verdict ?? "none", mx?.findings.map(({ code }) => code) ?? []),
      ]),
    ),
    passedAfter,
    screen: blocks.flatMap(({ lines }) => [...lines, ""]).join("\n"),
    json: JSON.stringify(report),
    notes,
    masked,
  };
}

function listens(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
