/** The command: words in, report out, exit status. */
import { dirname } from "node:path";
import { ConfigurationError } from "./text/configuration-error.ts";
import { readTextFile } from "./system/files.ts";
import {
  collectLessOften,
  keepMemorySmall,
  thisMachine,
  watchSignals,
  type Interruption,
} from "./system/machine.ts";
import { PROCESS_STARTED, systemClock } from "./system/clock.ts";
import type { Undone } from "./report/configuration-errors.ts";
import { exitCode, gateRules } from "./report/gate-rules.ts";
import { rejudge } from "./run/replay.ts";
import { check } from "./run/run.ts";
import type { ProcessLike } from "./system/streams.ts";
import { commandName, parseCommandLine, type Command } from "./terminal/arguments.ts";
import { bugReport } from "./terminal/bug.ts";
import { completionScript } from "./terminal/completion.ts";
import { BUG, UNWRITTEN, USAGE } from "./terminal/exit-status.ts";
import { explain } from "./terminal/explain.ts";
import { helpPage } from "./terminal/help.ts";
import { briefHelpPage } from "./terminal/brief-help.ts";
import { terminalHost } from "./terminal/host.ts";
import { PROGRAM, programName } from "./terminal/program.ts";
import { printPage, withInertStreams } from "./terminal/streams.ts";
import { versionPage } from "./terminal/version-page.ts";

interface CommandLine {
  readonly words: readonly string[];
  /** Path of the running script: the pages of the codes lie near it. */
  readonly script: string;
  /** How the script was called (`process.argv[1]`) and where: messages name commands that the reader has. */
  readonly called?: string;
  readonly folder?: string;
  readonly process: ProcessLike;
  readonly interruption: Interruption;
}

/** Runs the command for this process, which may be interrupted by signals, and returns its exit status. */
export async function startCommand(
  given: Pick<CommandLine, "words" | "script" | "called" | "folder">,
  process: NodeJS.Process,
): Promise<number> {
  keepMemorySmall();
  return await runCommand({ ...given, process, interruption: watchSignals(process, systemClock) });
}

/** Runs the command and returns its exit status. Never throws. */
async function runCommand({ words, script, interruption, ...given }: CommandLine): Promise<number> {
  const process = withInertStreams(given.process);
  const { called, folder = "/" } = given;
  const program = called === undefined ? PROGRAM : programName({ called, folder, env: process.env });
  const bare = {
    program,
    clock: systemClock,
    machine: thisMachine(),
    interrupt: interruption.signal,
    started: PROCESS_STARTED,
  };
  let host = terminalHost(process, bare);
  try {
    const command = parseCommandLine(words, program);
    if (command.name === "judge") collectLessOften();
    if (command.name === "check" || command.name === "judge") {
      host = terminalHost(process, { ...bare, ...command.display });
      const report = await (command.name === "check"
        ? check(command.given, "command", host)
        : rejudge(command.files, command.given, command.at, host));
      const status = interruption.exitStatus() ?? exitCode(report, gateRules(report));
      return status === 0 && !host.complete() ? UNWRITTEN : status;
    }
    const page = pageOf(command, script, program, process.stdout.columns ?? 100);
    return await printPage(page, process);
  } catch (error) {
    if (error instanceof ConfigurationError) {
      host.refuse(error.problems, undoneBy(commandName(words, program)));
      return interruption.exitStatus() ?? USAGE;
    }
    process.stderr.write(bugReport(error));
    return BUG;
  }
}

/** What a command does to mail servers or reports; nothing where it shows a page. */
function undoneBy(name: Command["name"]): Undone | undefined {
  if (name === "check") return "probed";
  return name === "judge" ? "judged" : undefined;
}

function pageOf(
  command: Exclude<Command, { name: "check" | "judge" }>,
  script: string,
  program: string,
  width: number,
): string {
  switch (command.name) {
    case "help":
      return command.brief ? briefHelpPage(program) : helpPage(Math.min(Math.max(width, 60), 110), program);
    case "version":
      return versionPage();
    case "explain":
      return explain(command.word, dirname(script), readTextFile, program);
    case "completion":
      return completionScript(command.shell);
  }
}
