/** Large files: line by line, so that no more than a line is in memory at once, and never larger than can be read again. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Octets that are read at once. */
const PIECE = 1 << 20;
const LINE_BREAK = 0x0a;

export interface LineBounds {
  /** Octets of one line. */
  readonly line: number;
  /** Octets of the file. */
  readonly octets: number;
  readonly lines: number;
}

/** A file that has more of something than is read. */
export class UnboundedFile extends Error {
  constructor(what: string) {
    super(what);
    this.name = "UnboundedFile";
  }
}

/**
 * The lines of a file, each with its line break; the last one may lack it. The file is open as long as they are read.
 * @throws UnboundedFile where there is more than the bounds allow, while they are read; what the system says
 */
export function linesOf(file: string, bounds: LineBounds): Generator<string> {
  const opened = openSync(file, "r");
  return linesIn(opened, bounds);
}

function* linesIn(opened: number, bounds: LineBounds): Generator<string> {
  try {
    if (fstatSync(opened).size > bounds.octets) tooLarge(bounds);
    yield* split(pieces(opened), bounds);
  } finally {
    closeSync(opened);
  }
}

function* pieces(opened: number): Generator<Buffer> {
  for (;;) {
    const buffer = Buffer.allocUnsafe(PIECE);
    const read = readSync(opened, buffer);
    if (read === 0) return;
    yield buffer.subarray(0, read);
  }
}

/** Puts pieces of any size together to lines. */
export function* split(given: Iterable<Buffer>, bounds: LineBounds): Generator<string> {
  let begun: Buffer[] = [];
  let length = 0;
  let octets = 0;
  let lines = 0;
  const count = (added: number): void => {
    length += added;
    if (length > bounds.line) {
      throw new UnboundedFile(`line ${String(lines + 1)} is longer than ${String(bounds.line)} octets`);
    }
  };
  const line = (): string => {
    lines += 1;
    if (lines > bounds.lines) throw new UnboundedFile(`it has more than ${String(bounds.lines)} lines`);
    // Most lines lie in one piece.
    const [first = Buffer.alloc(0), ...others] = begun;
    const text = (others.length === 0 ? first : Buffer.concat(begun)).toString("utf8");
    begun = [];
    length = 0;
    return text;
  };
  for (const piece of given) {
    octets += piece.length;
    // What is no regular file has no size beforehand.
    if (octets > bounds.octets) tooLarge(bounds);
    let from = 0;
    for (let at = piece.indexOf(LINE_BREAK); at >= 0; at = piece.indexOf(LINE_BREAK, from)) {
      count(at + 1 - from);
      begun.push(piece.subarray(from, at + 1));
      from = at + 1;
      yield line();
    }
    count(piece.length - from);
    if (from < piece.length) begun.push(piece.subarray(from));
  }
  if (length > 0) yield line();
}

function tooLarge({ octets }: LineBounds): never {
  throw new UnboundedFile(`it is larger than ${String(octets)} octets`);
}

/** A file that would be larger than what could be read again, so that it is not written. */
export class TooLargeToRead extends Error {
  constructor(octets: number, instead: string) {
    super(`it would have more than ${String(octets)} octets, and could not be read again: ${instead}`);
    this.name = "TooLargeToRead";
  }
}

/**
 * The same text, up to so many octets.
 * @param instead what to do about it, for the error
 * @throws TooLargeToRead where there is more
 */
export function* atMost(octets: number, chunks: Iterable<string>, instead: string): Generator<string> {
  let left = octets;
  for (const chunk of chunks) {
    left -= Buffer.byteLength(chunk);
    if (left < 0) throw new TooLargeToRead(octets, instead);
    yield chunk;
  }
}
