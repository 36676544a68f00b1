/**
 * A network of its own for a lab: all ports of 127.0.0.0/8 and ::1 are free in it, its mounts and processes are
 * its own, and everything in it ends with it. Nothing outside is touched or reached.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** Set in what runs inside, to the path of the folder that is the lab's own. */
const FOLDER_VARIABLE = "MX_GATE_MTA_FOLDER";

const UNSHARE = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "--"];

/** The command that may make namespaces: root may, and whoever can become root without a password. */
function privileged(): readonly string[] {
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync("sudo", ["-n", "true"], { stdio: "ignore" });
    return ["sudo", "-n", "--preserve-env"];
  } catch {
    throw new Error("The lab of real servers needs root for its network namespace: run it as root.");
  }
}

/** The locks: this file for labs that run, and another one where whoever is to run alone waits, and those behind it. */
const FILES = [import.meta.filename, join(import.meta.dirname, "second-lab.ts")] as const;

/** Shell words that take the locks and answer what is typed; flock(1) itself lets any number overtake one that waits. */
const LOCKS = {
  beside: `flock --shared "$2" true && exec flock --shared "$1" cat`,
  alone: `exec flock --exclusive "$2" flock --exclusive "$1" cat`,
} as const;

/**
 * Does some work while labs of other processes may run beside it, or, with `alone`, while none does: waits until those
 * that run are over, and none begins before it. What is locked are files of the project, so there is nothing to clear away.
 * @param files locked while labs run, and while one waits to run alone
 * @throws Error where the lock cannot be had.
 */
export async function besideOthers<Result>(
  alone: boolean,
  work: () => Promise<Result>,
  files: readonly [running: string, waiting: string] = FILES,
): Promise<Result> {
  const words = ["-c", LOCKS[alone ? "alone" : "beside"], "sh", ...files];
  const holder = spawn("sh", words, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(holder, "exit");
  // It answers once it has the lock, and gives it back when its input ends: also where this process does.
  holder.stdin.write("\n");
  const answered = await Promise.race([once(holder.stdout, "data"), ended.then(() => undefined)]);
  if (answered === undefined) throw new Error("flock(1) gives no lock on the labs.");
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await ended;
  }
}

/** How a lab is started. */
export interface Isolation {
  /** Seconds after which it is ended. */
  readonly patience: number;
  /** No other lab runs beside it. */
  readonly alone?: boolean;
}

/**
 * Runs a script inside a new namespace and gives what it wrote to its standard output; the standard error goes
 * where ours goes. The script ends at once where this process does.
 * @throws Error where namespaces cannot be had, or the script ends with another status than 0.
 */
export function runIsolated(
  script: string,
  args: readonly string[],
  { patience, alone = false }: Isolation,
): Promise<string> {
  return besideOthers(alone, () => runInNamespace(script, args, patience));
}

async function runInNamespace(
  script: string,
  args: readonly string[],
  timeoutSeconds: number,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mx-gate-mta-"));
  try {
    const [command = "", ...rest] = [...privileged(), ...UNSHARE, process.execPath, script, ...args];
    const environment = { ...process.env, [FOLDER_VARIABLE]: folder };
    // The child is no test of the runner's, but a program that a test starts.
    Reflect.deleteProperty(environment, "NODE_TEST_CONTEXT");
    const child = spawn(command, rest, {
      env: environment,
      stdio: ["pipe", "pipe", "inherit"],
      // A session of its own, which may go before others.
      detached: true,
    });
    const killer = setTimeout(() => child.kill("SIGKILL"), timeoutSeconds * 1000);
    const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
    clearTimeout(killer);
    const ending = child.signalCode ?? child.exitCode;
    if (ending !== 0) throw new Error(`${script} ended with ${String(ending)} in its namespace.`);
    return output;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Makes the namespace that this process runs in ready: loopback is up, and the lab's folder is in memory.
 * @returns the folder.
 * @throws Error where this process was not started by {@link runIsolated}.
 */
export function settleIn(): string {
  const folder = process.env[FOLDER_VARIABLE];
  if (folder === undefined)
    throw new Error("This runs inside a namespace only: start it with runIsolated().");
  // Our starter holds the other end: it closes when the starter ends, however that happens.
  process.stdin.resume().on("end", () => process.exit(1));
  process.stdin.unref();
  goFirst(true);
  run("ip", "link", "set", "lo", "up");
  run("mount", "-t", "tmpfs", "-o", "mode=755", "mx-gate-lab", folder);
  return folder;
}

/** Where Linux keeps the priority of a session as a whole (sched(7), autogroup). */
const SESSION_PRIORITY = "/proc/self/autogroup";

/**
 * Lets this process, and all that it starts from now on, have the processor before the machine's other work: what is late
 * in a lab looks like a fault. Where that is not allowed, nothing changes.
 * @param ownSession the session is this process's own, and has nothing else in it
 */
export function goFirst(ownSession: boolean): void {
  const priority = constants.priority.PRIORITY_HIGH;
  try {
    setPriority(priority);
    if (ownSession && existsSync(SESSION_PRIORITY)) writeFileSync(SESSION_PRIORITY, String(priority));
  } catch {
    // A container may keep even root from it.
  }
}

/** Runs a command of the system. @throws Error with what it said where it fails. */
export function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Ends this process, and with it everything in its namespace, once `output` is written. */
export function leaveWith(output: string): void {
  process.stdout.write(output, () => process.exit(0));
}
