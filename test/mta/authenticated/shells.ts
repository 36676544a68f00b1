/**
 * Shells that stay and run one command after the other. Starting a thousand commands from a process as large as
 * Node's costs more than running them.
 */
import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import type { Readable, Writable } from "node:stream";

/** How long one command may take, in seconds; the slowest waits for a name server that never answers. */
const PATIENCE = 120;

/** No command says this. */
const END = "\u001eend of answer\u001e";

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

export interface Answer {
  readonly status: number;
  /** All that it said. */
  readonly words: string;
}

export class Shell {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #limit: readonly string[];
  #heard = "";
  #answer: ((answer: Answer) => void) | undefined;

  /** @param limited whether a command that takes too long is ended: that is one more process for each */
  constructor({ limited = true }: { readonly limited?: boolean } = {}) {
    this.#limit = limited ? ["timeout", String(PATIENCE)] : [];
    const env = { PATH: process.env["PATH"], LC_ALL: "C" };
    this.#process = spawn("bash", ["--norc"], { env, stdio: ["pipe", "pipe", "ignore"] });
    this.#process.stdout.on("data", (chunk: Buffer) => {
      this.#heard += chunk.toString("latin1");
      const [said = "", status] = this.#heard.split(END);
      if (status?.endsWith("\n") !== true) return;
      this.#heard = "";
      this.#answer?.({ status: Number(status), words: said.trim() });
    });
  }

  /** Runs a command without input. Only one at a time. */
  run(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const settings = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}`);
    const command = [...this.#limit, ...words].map(quoted);
    const line = [...settings, ...command].join(" ");
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#process.stdin.write(`${line} </dev/null 2>&1\nprintf '%s%s\\n' ${quoted(END)} $?\n`);
    });
  }

  /** The same where only words are a verdict, and exit codes are none. */
  async heard(words: readonly string[], environment?: Readonly<Record<string, string>>): Promise<string> {
    return (await this.run(words, environment)).words;
  }

  close(): void {
    this.#process.stdin.end();
  }
}
