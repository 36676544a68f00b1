/** Reads SMTP replies by line, however the bytes are cut into packets (RFC 5321 4.2.1). */
import {
  MAX_CONNECTION_OCTETS,
  MAX_EVIDENCE_OCTETS,
  MAX_LINE_OCTETS,
  MAX_REPLY_LINES,
  REMEMBERED_TEXT_LENGTH,
  REMEMBERED_TEXTS,
} from "../bounds.ts";
import { Memory } from "../../text/memory.ts";

export interface ParsedReply {
  readonly code: number;
  /** The very same list for the same line alone; it must not be changed. */
  readonly lines: string[];
}

/** Why the bytes are no reply. */
export type ReplyProblem = "malformed" | "line-limit" | "lines-limit" | "bytes-limit";

/** The bounds behind the problems that are one. */
export const REPLY_LIMITS: Readonly<Record<Exclude<ReplyProblem, "malformed">, number>> = {
  "line-limit": MAX_LINE_OCTETS,
  "lines-limit": MAX_REPLY_LINES,
  "bytes-limit": MAX_CONNECTION_OCTETS,
};

/** Three digits, then a hyphen before the next line, or a space, or nothing (RFC 5321 4.2: text is optional). */
const REPLY_LINE = /^([2-5]\d\d)(?:([- ])[^]*)?$/;

/** A line and what it is in a reply. */
interface Line {
  readonly text: string;
  /** A list of it alone. */
  readonly alone: string[];
  /** Undefined where it is no line of a reply. */
  readonly code: number | undefined;
  readonly isLast: boolean;
}

/** Servers use the same lines again and again, and a run keeps them all: equal ones are one text, read once. */
const known = new Memory<Line>(REMEMBERED_TEXTS, REMEMBERED_TEXT_LENGTH);

function readLine(text: string): Line {
  const match = REPLY_LINE.exec(text);
  const code = match === null ? undefined : Number(match[1]);
  return { text, alone: [text], code, isLast: match?.[2] !== "-" };
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * The first octets of these texts, as evidence. It is a copy: a slice would keep all of what it was cut from in memory
 * for as long as itself.
 */
function beginning(texts: readonly string[]): string {
  const evidence = Buffer.alloc(MAX_EVIDENCE_OCTETS);
  let octets = 0;
  for (const text of texts) octets += evidence.write(text, octets, "latin1");
  return evidence.toString("latin1", 0, octets);
}

/**
 * A parser of one connection's replies. Bytes are pushed as they come, whole replies are taken out in order.
 * A lone LF ends a line as CRLF does. After a problem the parser stays in it.
 */
export class ReplyParser {
  #pending: Buffer[] = [];
  #pendingOctets = 0;
  #totalOctets = 0;
  #lines: string[] = [];
  #replies: ParsedReply[] = [];
  #problem: ReplyProblem | undefined;

  /** Takes bytes in. Returns the number of lines that they completed. */
  push(packet: Buffer): number {
    if (this.#problem !== undefined) return 0;
    // Cut at the limit to the octet, so that the replies do not depend on how the bytes are packed.
    const chunk = packet.subarray(0, MAX_CONNECTION_OCTETS - this.#totalOctets);
    this.#totalOctets += chunk.length;
    let completed = 0;
    let start = 0;
    while (this.#problem === undefined) {
      const end = chunk.indexOf(LF, start);
      if (end < 0) break;
      if (this.#pendingOctets === 0 && end - start <= MAX_LINE_OCTETS) this.#takeLine(chunk, start, end);
      else {
        this.#keep(chunk.subarray(start, end));
        if (this.#problem !== undefined) return completed;
        this.#endLine();
      }
      start = end + 1;
      completed++;
    }
    if (this.#problem === undefined && start < chunk.length) this.#keep(chunk.subarray(start));
    if (this.#problem === undefined && chunk.length < packet.length) this.#problem = "bytes-limit";
    return completed;
  }

  /** The next whole reply, if one has come. */
  take(): ParsedReply | undefined {
    return this.#replies.shift();
  }

  /** Code of the next whole reply, if one has come. */
  get nextCode(): number | undefined {
    return this.#replies[0]?.code;
  }

  /** Why no further reply can come, once the whole ones are taken. */
  get problem(): ReplyProblem | undefined {
    return this.#replies.length > 0 ? undefined : this.#problem;
  }

  /** Lines of the reply that has begun and not ended. */
  get unfinishedLines(): number {
    return this.#lines.length;
  }

  /** What has come and is no whole reply yet, latin1, capped: the evidence where a reply breaks off. */
  get unfinished(): string {
    return beginning([
      ...this.#lines.map((line) => `${line}\r\n`),
      Buffer.concat(this.#pending).toString("latin1"),
    ]);
  }

  /**
   * Everything unread, whole replies included, latin1, capped; nothing is left after it, and what was no reply in
   * it is forgotten.
   */
  discard(): string {
    const lines = this.#replies.flatMap((reply) => reply.lines.map((line) => `${line}\r\n`));
    const all = beginning([...lines, this.unfinished]);
    this.#replies = [];
    this.#lines = [];
    this.#pending = [];
    this.#pendingOctets = 0;
    if (this.#problem !== "bytes-limit") this.#problem = undefined;
    return all;
  }

  #keep(bytes: Buffer): void {
    // Bytes of a line that is too long are kept up to the limit: they are its evidence.
    const room = MAX_LINE_OCTETS - this.#pendingOctets;
    if (bytes.length > room) this.#problem = "line-limit";
    const kept = bytes.subarray(0, Math.max(0, room));
    if (kept.length > 0) this.#pending.push(Buffer.from(kept));
    this.#pendingOctets += kept.length;
  }

  #endLine(): void {
    const line = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingOctets = 0;
    this.#takeLine(line, 0, line.length);
  }

  /** Takes the line that stands there, without its LF. */
  #takeLine(octets: Buffer, start: number, end: number): void {
    const last = end > start && octets[end - 1] === CR ? end - 1 : end;
    const said = octets.toString("latin1", start, last);
    const { text, alone, code, isLast } = known.recall(said, () => readLine(said));
    if (code !== undefined && isLast) {
      const lines = this.#lines.length === 0 ? alone : [...this.#lines, text];
      this.#replies.push({ code, lines });
      this.#lines = [];
      return;
    }
    this.#lines.push(text);
    if (code === undefined) this.#problem = "malformed";
    else if (this.#lines.length >= MAX_REPLY_LINES) this.#problem = "lines-limit";
  }
}
