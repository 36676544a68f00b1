/** Servers that run as processes of their own, in the foreground, until they are told to end. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** How long a server may take until it listens, in seconds. */
const START_SECONDS = 30;

const LAST_WORDS = 4000;

export class Daemon {
  readonly name: string;
  #said = "";
  #failed: string | undefined;

  constructor(name: string, child: ChildProcess) {
    this.name = name;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.#said = (this.#said + chunk.toString("utf8")).slice(-LAST_WORDS);
      });
    }
    child.on("error", (error) => {
      this.#failed = error.message;
    });
    child.on("exit", (status, signal) => {
      this.#failed ??= `it ended with ${String(signal ?? status)}`;
    });
  }

  /** The end of what it has printed. */
  get said(): string {
    return this.#said;
  }

  /**
   * Waits until it listens at `address`.
   * @throws Error with its last words where it has ended or takes too long.
   */
  async untilListening(address: string, port: number): Promise<void> {
    for (let waited = 0; waited < START_SECONDS; waited += 0.1) {
      if (this.#failed !== undefined) break;
      if (await accepts(address, port)) return;
      await sleep(100);
    }
    const reason = this.#failed ?? `nothing listens at ${address} port ${String(port)}`;
    throw new Error(`${this.name} does not start: ${reason}.\n${this.#said}`);
  }
}

/** Starts a server, which must stay in the foreground. */
export function startDaemon(
  name: string,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Daemon {
  const env = { PATH: process.env["PATH"], LC_ALL: "C", ...environment };
  return new Daemon(name, spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] }));
}

async function accepts(address: string, port: number): Promise<boolean> {
  const socket = connect({ host: address, port });
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
