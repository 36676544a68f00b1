/** The command's host: the report on stdout, everything else on stderr. */
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import { folderWorkspace } from "../system/workspace.ts";
import { failureReason, filesIn } from "../system/files.ts";
import type { Host } from "../host.ts";
import { renderConfigurationErrors, type Undone } from "../report/configuration-errors.ts";
import { exitCode, gateRules } from "../report/gate-rules.ts";
import { renderJson } from "../report/json.ts";
import { progressBlock, progressLine } from "../report/progress.ts";
import { blockLines, renderTerminal } from "../report/terminal/terminal.ts";
import { cut } from "../text/layout.ts";
import { outputTo, wantsColour } from "../system/streams.ts";
import type { OutputStream, ProcessLike } from "../system/streams.ts";
import { terminal } from "../text/escape.ts";
import { asOptions } from "./option-words.ts";
import { PROGRAM } from "./program.ts";

export interface TerminalHostOptions
  extends Pick<Host, "clock" | "machine" | "interrupt">, Partial<Pick<Host, "started">> {
  /** The report as JSON on stdout, and nothing else there. */
  readonly json?: boolean;
  readonly verbose?: boolean;
  readonly transcripts?: boolean;
  readonly quiet?: boolean;
  /** What the reader types to start the command. */
  readonly program?: string;
}

export interface TerminalHost extends Host {
  /** Tells what is wrong with the configuration, on stderr. @param undone what the command would have done */
  refuse(problems: readonly ConfigurationProblem[], undone: Undone | undefined): void;
  /** Whether everything that was asked for is there. */
  complete(): boolean;
}

/** Cells of a line where the stream does not know. */
const DEFAULT_WIDTH = 100;
/** What a table takes at least; a narrower terminal wraps lines itself. */
const MIN_WIDTH = 60;
/** Seconds before anything is said of progress: most runs are over by then. */
const PROGRESS_WAIT = 1;
/** Seconds between two states of the progress line, and between two lines where lines cannot be rewritten. */
const REDRAW = 0.1;
const SPARSE = 15;

const CLEAR_LINE = "\r\u001b[K";
const LINE_UP = "\u001b[1A";

function widthOf(stream: OutputStream): number {
  return Math.max(MIN_WIDTH, stream.columns ?? DEFAULT_WIDTH);
}

/** What is wrong on the command line, in its options; what is wrong in a file stays in the words of the file. */
function asTyped(problem: ConfigurationProblem): ConfigurationProblem {
  return problem.file === undefined ? { ...problem, message: asOptions(problem.message) } : problem;
}

/** The command's host. `process` is the real one, or a test's. */
export function terminalHost(process: ProcessLike, options: TerminalHostOptions): TerminalHost {
  const {
    clock,
    machine,
    interrupt,
    json = false,
    verbose = false,
    transcripts = false,
    quiet = false,
    program = PROGRAM,
  } = options;
  const { stdout, stderr, env } = process;
  const out = outputTo(stdout);
  const err = outputTo(stderr);
  const rewritable = stderr.isTTY === true && env["TERM"] !== "dumb";
  const workspace = folderWorkspace(".");
  const now = clock.monotonic();
  const { started = now } = options;
  let reportedAt = rewritable ? now + PROGRESS_WAIT - REDRAW : now;
  let openLines = 0;
  const lost: string[] = [];

  /** What takes the lines of progress away, so that what follows stands on a line of its own. */
  const clearing = (): string =>
    openLines === 0 ? "" : CLEAR_LINE + (LINE_UP + CLEAR_LINE).repeat(openLines - 1);
  const clearProgress = (): void => {
    if (openLines > 0) err.write(clearing());
    openLines = 0;
  };

  const missing = (what: string, reason: string): void =>
    void lost.push(`${what} could not be written: ${reason}.`);

  /** Writes to stdout; a disk that is full is told, and takes nothing away from what was found. */
  const show = async (writing: Promise<void>): Promise<void> => {
    try {
      await writing;
    } catch (error) {
      const reason = failureReason(error);
      if (reason === undefined) throw error;
      missing("The report on stdout", reason);
    }
  };

  /** Below the report, where it is seen. */
  const tellMissing = (): void => {
    for (const line of lost) err.write(`${terminal(line)}\n`);
  };

  return {
    clock,
    machine,
    interrupt,
    started,
    ...filesIn(workspace),
    workspace,
    input: () => process.stdin,
    missing,
    showsTranscripts: json || verbose,
    complete: () => lost.length === 0,
    note(text) {
      if (quiet) return;
      clearProgress();
      err.write(`${terminal(text)}\n`);
    },
    progress(progress) {
      if (quiet) return;
      const now = clock.monotonic();
      if (now - reportedAt < (rewritable ? REDRAW : SPARSE)) return;
      reportedAt = now;
      if (!rewritable) {
        err.write(`${progressLine(progress)}\n`);
        return;
      }
      // A line that fills the width would take two, and the second would stay.
      const lines = progressBlock(progress).map((line) => cut(line, (stderr.columns ?? DEFAULT_WIDTH) - 1));
      err.write((openLines === 0 ? CLEAR_LINE : clearing()) + lines.join("\n"));
      openLines = lines.length;
    },
    async deliver(report, written) {
      clearProgress();
      if (json) {
        await show(out.writeAll(renderJson(report)));
        tellMissing();
        return;
      }
      const rules = gateRules(report);
      const lines = blockLines(
        renderTerminal(report, rules, {
          width: widthOf(stdout),
          colour: wantsColour(process, stdout),
          verbose,
          transcripts,
          quiet,
          program,
          speak: asOptions,
          written,
          // An interrupted run has the status of its signal.
          ...(!interrupt.aborted && { exitCode: exitCode(report, rules) }),
        }),
      );
      await show(out.writeLines(lines));
      tellMissing();
    },
    refuse(problems, undone) {
      clearProgress();
      for (const line of renderConfigurationErrors(problems.map(asTyped), widthOf(stderr), undone))
        err.write(`${line}\n`);
    },
  };
}
