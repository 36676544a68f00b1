/** The command: words in, report out, exit status. */
import { dirname } from "node:path";
import { ConfigurationError } from "./text/configuration-error.ts";
import { failureReason, readTextFile } from "./system/files.ts";
import { thisMachine, type Interruption } from "./system/machine.ts";
import { PROCESS_STARTED, systemClock } from "./system/clock.ts";
import { exitCode, gateRules } from "./report/gate-rules.ts";
import { check, rejudge } from "./run/run.ts";
import { outputTo, type ProcessLike, type OutputStream } from "./system/streams.ts";
import { VERSION } from "./version.ts";
import { parseCommandLine, type Command } from "./terminal/arguments.ts";
import { explain } from "./terminal/explain.ts";
import { helpPage } from "./terminal/help.ts";
import { terminalHost } from "./terminal/host.ts";
import { terminalLines, inertLines } from "./text/escape.ts";

/** Exit status for what the user got wrong, and for what we got wrong (sysexits.h EX_SOFTWARE). */
const USAGE = 2;
export const BUG = 70;
/** The gate is open, but something that was asked for could not be written (sysexits.h EX_IOERR). */
const UNWRITTEN = 74;

export interface CommandLine {
  readonly words: readonly string[];
  /** Path of the running script: the pages of the codes lie near it. */
  readonly script: string;
  readonly process: ProcessLike;
  readonly interruption: Interruption;
}

/** Runs the command and returns its exit status. Never throws. */
export async function runCommand({ words, script, interruption, ...given }: CommandLine): Promise<number> {
  const process = withInertStreams(given.process);
  const bare = {
    clock: systemClock,
    machine: thisMachine(),
    interrupt: interruption.signal,
    started: PROCESS_STARTED,
  };
  let host = terminalHost(process, bare);
  try {
    const command = parseCommandLine(words);
    if (command.name === "check" || command.name === "judge") {
      host = terminalHost(process, { ...bare, ...command.display });
      const report = await (command.name === "check"
        ? check(command.given, "command", host)
        : rejudge(command.files, command.given, command.at, host));
      const status = interruption.exitStatus() ?? exitCode(report, gateRules(report));
      return status === 0 && !host.complete() ? UNWRITTEN : status;
    }
    const page = pageOf(command, script, process.stdout.columns ?? 100);
    return await printPage(page, process);
  } catch (error) {
    if (error instanceof ConfigurationError) {
      host.refuse(error.problems);
      return interruption.exitStatus() ?? USAGE;
    }
    process.stderr.write(bugReport(error));
    return BUG;
  }
}

async function printPage(page: string, { stdout, stderr }: ProcessLike): Promise<number> {
  try {
    await outputTo(stdout).writeAll([page]);
    return 0;
  } catch (error) {
    const reason = failureReason(error);
    if (reason === undefined) throw error;
    stderr.write(`Nothing could be written to stdout: ${reason}.\n`);
    return UNWRITTEN;
  }
}

function pageOf(
  command: Exclude<Command, { name: "check" | "judge" }>,
  script: string,
  width: number,
): string {
  switch (command.name) {
    case "help":
      return helpPage(Math.min(Math.max(width, 60), 110));
    case "version":
      return `mx-gate ${VERSION}\n`;
    case "explain":
      return explain(command.code, dirname(script), readTextFile);
  }
}

/** What to tell of a failure that is neither the user's nor the world's. */
export function bugReport(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // Messages of errors may quote what a server has said.
  return `mx-gate ${VERSION} failed; this is a bug, and nothing is claimed about any server.\n${terminalLines(what)}\n`;
}

export function inertStream(stream: OutputStream): OutputStream {
  return {
    write: (text, done) => stream.write(inertLines(text), done),
    on: (event, listener) => stream.on(event, listener),
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
  };
}

/**
 * The process with streams that no CI runner obeys, for a program without commands of its own: runners read the output
 * of every step for commands, and ours quotes what strangers say. Always, since no variable tells every runner.
 * Each text is taken for the start of a line.
 */
export function withInertStreams(process: ProcessLike): ProcessLike {
  return {
    env: process.env,
    stdout: inertStream(process.stdout),
    stderr: inertStream(process.stderr),
    // Node makes the stream where it is looked at first, which most runs never do.
    get stdin() {
      return process.stdin;
    },
  };
}
