/**
 * A network of its own for a lab: all ports of 127.0.0.0/8 and ::1 are free in it, its mounts and processes are
 * its own, and everything in it ends with it. Nothing outside is touched or reached.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
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

/**
 * Runs a script inside a new namespace and gives what it wrote to its standard output; the standard error goes
 * where ours goes. The script ends at once where this process does.
 * @param timeoutSeconds seconds after which it is ended.
 * @throws Error where namespaces cannot be had, or the script ends with another status than 0.
 */
export async function runIsolated(
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
    const child = spawn(command, rest, { env: environment, stdio: ["pipe", "pipe", "inherit"] });
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
  run("ip", "link", "set", "lo", "up");
  run("mount", "-t", "tmpfs", "-o", "mode=755", "mx-gate-lab", folder);
  return folder;
}

/** Runs a command of the system. @throws Error with what it said where it fails. */
export function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** Ends this process, and with it everything in its namespace, once `output` is written. */
export function leaveWith(output: string): void {
  process.stdout.write(output, () => process.exit(0));
}
