/** The process as the rooms that deliver see it, and its streams. */
import { batched } from "./files.ts";

/** A stream for people or programs; a terminal where `isTTY` says so. */
export interface OutputStream {
  write(text: string, done?: () => void): unknown;
  on(event: "error", listener: (error: NodeJS.ErrnoException) => void): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** A stream that is read, such as standard input. */
export interface InputStream extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean | undefined;
  /** Ends reading, whatever is still to come. */
  destroy(): unknown;
}

/** What of `process` is used; tests pass their own. */
export interface ProcessLike {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly stdin?: InputStream | undefined;
  exitCode?: number | string | null | undefined;
}

export interface Output {
  write(text: string): void;
  /** Writes all of it, as fast as the reader takes it. Rejects where the stream broke; a reader who left is no error. */
  writeAll(chunks: Iterable<string>): Promise<void>;
  /** The same with a line break behind each. */
  writeLines(lines: Iterable<string>): Promise<void>;
}

/** Codes of a reader who has left: `mx-gate … | head`. */
const READER_LEFT = ["EPIPE", "ERR_STREAM_DESTROYED"];

function* withLineBreaks(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

/** Writes to a stream; from the moment its reader left, nothing more. */
export function outputTo(stream: OutputStream): Output {
  let left = false;
  let broken: Error | undefined;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (READER_LEFT.includes(error.code ?? "")) left = true;
    else broken ??= error;
  });
  const writeAll = async (chunks: Iterable<string>): Promise<void> => {
    for (const piece of batched(chunks)) {
      if (left) return;
      await new Promise<void>((resolve) => {
        stream.write(piece, () => resolve());
      });
      if (broken !== undefined) throw broken;
    }
  };
  return {
    write(text) {
      if (!left) stream.write(text);
    },
    writeAll,
    writeLines: (lines) => writeAll(withLineBreaks(lines)),
  };
}

/** Whether a stream gets ANSI colours: a terminal that can, unless NO_COLOR says no; FORCE_COLOR says yes to a pipe. */
export function wantsColour({ env }: ProcessLike, stream: OutputStream): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
