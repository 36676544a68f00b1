/** The streams of the command: no CI runner obeys what is written to them. */
import { failureReason } from "../system/files.ts";
import { outputTo, type OutputStream, type ProcessLike } from "../system/streams.ts";
import { inertLines } from "../text/escape.ts";
import { UNWRITTEN } from "./exit-status.ts";

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

/** Prints a page on stdout and returns the exit status. */
export async function printPage(page: string, { stdout, stderr }: ProcessLike): Promise<number> {
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
