/** One TCP connection that speaks SMTP: commands out, replies in, with deadlines, caps and a transcript. */
import type { Socket } from "node:net";
import { round, type Clock } from "../../system/clock.ts";
import { Deadline, startDeadline } from "../../system/deadline.ts";
import type { Ending, Reply, Step, TranscriptLine } from "../observation.ts";
import { MAX_CONNECTION_OCTETS, MAX_TRANSCRIPT_OCTETS, QUIT_WAIT } from "../bounds.ts";
import { watchOctets } from "../tls/octet-watch.ts";
import { LineTable } from "./line-table.ts";
import { REPLY_LIMITS, ReplyParser, type ParsedReply } from "./reply-parser.ts";
import type { Signal } from "../../system/signal.ts";

export interface SessionOptions {
  readonly clock: Clock;
  /** Seconds for one whole reply. */
  readonly replyTimeout: number;
  /** Ends the session at once: deadline or interrupt. */
  readonly signal: Signal;
}

/** A first line that came this many seconds before the last is a fact of its own (postscreen's teaser). */
const NOTABLE_SECONDS = 0.5;

const lines = new LineTable();

/**
 * A session over a connected socket. It never throws for what the peer does: each read gives a {@link Step}.
 * The socket may be exchanged for a TLS one in the middle of the dialog with {@link detach} and {@link attach}.
 */
export class Session {
  readonly transcript: TranscriptLine[] = [];
  readonly #options: SessionOptions;
  readonly #opened: number;
  #socket: Socket;
  #parser = new ReplyParser();
  #ended: Ending | undefined;
  #wake: (() => void) | undefined;
  #firstLineAt: number | undefined;
  #transcriptOctets = 0;

  constructor(socket: Socket, options: SessionOptions) {
    this.#options = options;
    this.#opened = options.clock.monotonic();
    this.#socket = socket;
    this.attach(socket);
  }

  /** How the connection ended, if it has. */
  get ended(): Ending | undefined {
    return this.#ended;
  }

  /** Reads the reply that comes next. `asked` is the moment from which its time counts; now, if left out. */
  async read(asked: number = this.#options.clock.monotonic()): Promise<Step> {
    const { clock, replyTimeout, signal } = this.#options;
    const ready = this.#parser.take();
    if (ready !== undefined) return { reply: this.#describe(ready, asked) };
    const left = Math.max(0, asked + replyTimeout - clock.monotonic());
    const deadline = startDeadline(left, { clock, signal }, () => this.#wake?.());
    try {
      for (;;) {
        const parsed = this.#parser.take();
        if (parsed !== undefined) return { reply: this.#describe(parsed, asked) };
        const problem = this.#parser.problem;
        if (problem === "malformed") return this.#breakOff({ how: problem });
        if (problem !== undefined) return this.#breakOff({ how: problem, limit: REPLY_LIMITS[problem] });
        if (this.#ended !== undefined) return { ended: this.#withEvidence(this.#ended) };
        if (deadline.why === "timeout") return this.#breakOff({ how: "timeout" });
        if (signal.aborted) return this.#breakOff({ how: "aborted" });
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = undefined;
      }
    } finally {
      deadline.end();
    }
  }

  /**
   * True where a reply is there that no command has asked for. Nobody could tell any more what the next ones answer:
   * one `250` too many would make an open relay of a server that refuses. A 421 may come at any time (RFC 5321 3.8).
   */
  get outOfStep(): boolean {
    const code = this.#parser.nextCode;
    return code !== undefined && code !== 421;
  }

  /** Ends a session that is out of step, with what came unasked as evidence. */
  loseStep(): Step {
    const partial = this.#parser.discard();
    this.#record("<", partial);
    this.note("a reply came that no command had asked for");
    this.#ended ??= { how: "malformed" };
    this.close();
    return { ended: { how: "malformed", partial } };
  }

  /** Sends command lines in one write, and reads the reply to each, until the connection ends. */
  async exchange(...commands: readonly string[]): Promise<Step[]> {
    if (this.outOfStep) return [this.loseStep()];
    this.send(...commands);
    let asked = this.#options.clock.monotonic();
    const steps: Step[] = [];
    for (const _ of commands) {
      const step = await this.read(asked);
      steps.push(step);
      if (step.ended !== undefined) break;
      asked = this.#options.clock.monotonic();
    }
    return steps;
  }

  /** Sends one command and reads its reply. */
  async ask(command: string): Promise<Step> {
    const [step] = await this.exchange(command);
    return step ?? {};
  }

  /** Sends command lines in one write; after the end of the connection nothing is sent. */
  send(...commands: readonly string[]): void {
    this.#firstLineAt = undefined;
    if (this.#ended !== undefined) return;
    for (const command of commands) this.#record(">", command);
    this.#socket.write(commands.map((command) => `${command}\r\n`).join(""), "latin1");
  }

  /** Notes in the transcript what happened to the connection. */
  note(text: string): void {
    this.#record("*", text);
  }

  /**
   * Hands the bare socket over for a TLS handshake. Returns what has come in clear behind the last reply:
   * it is discarded, for whoever stands in the middle could have written it (RFC 3207 6).
   */
  detach(): { socket: Socket; extraData: string } {
    this.#socket.off("data", this.#onData);
    this.#socket.off("end", this.#onEnd);
    this.#socket.off("close", this.#onClose);
    this.#socket.off("error", this.#onError);
    const extraData = this.#parser.discard();
    return { socket: this.#socket, extraData };
  }

  /** Goes on with this socket, after TLS has been negotiated on it. */
  attach(socket: Socket): void {
    if (socket !== this.#socket) {
      const connection = new Deadline();
      const onLimit = (): void => {
        this.#end({ how: "bytes-limit", limit: MAX_CONNECTION_OCTETS });
        this.close();
      };
      const { clock } = this.#options;
      void watchOctets(this.#socket, MAX_CONNECTION_OCTETS, onLimit, { clock, over: connection.signal });
      socket.once("close", () => connection.end());
    }
    this.#socket = socket;
    socket.on("data", this.#onData);
    socket.on("end", this.#onEnd);
    socket.on("close", this.#onClose);
    socket.on("error", this.#onError);
  }

  /** Says QUIT where that is possible, waits a moment for the answer, and closes. */
  async quit(): Promise<void> {
    if (this.#ended === undefined && this.#parser.problem === undefined && !this.#options.signal.aborted) {
      this.send("QUIT");
      const { clock } = this.#options;
      const deadline = startDeadline(QUIT_WAIT, { clock }, () => this.#end({ how: "timeout" }));
      await this.read();
      deadline.end();
    }
    this.close();
  }

  /** Marks the session as over: the handshake on its socket has failed. */
  abandon(): void {
    this.#ended ??= { how: "closed" };
  }

  /** Closes at once. */
  close(): void {
    this.#socket.destroy();
  }

  readonly #onData = (chunk: Buffer): void => {
    const before = this.#parser.unfinishedLines;
    const completed = this.#parser.push(chunk);
    if (completed > 0 && before === 0) this.#firstLineAt ??= this.#options.clock.monotonic();
    if (this.#parser.problem !== undefined) this.#socket.destroy();
    this.#wake?.();
  };

  readonly #onEnd = (): void => this.#end({ how: "closed" });
  readonly #onClose = (): void => this.#end({ how: "closed" });
  readonly #onError = (error: NodeJS.ErrnoException): void => this.#end(endingOf(error));

  #end(ending: Ending): void {
    this.#ended ??= ending;
    this.#wake?.();
  }

  #breakOff(ending: Ending): Step {
    const described = this.#withEvidence(ending);
    this.#ended ??= ending;
    this.close();
    return { ended: described };
  }

  #withEvidence(ending: Ending): Ending {
    const partial = this.#parser.unfinished;
    if (partial !== "") this.#record("<", partial);
    this.note(ending.code === undefined ? ending.how : `${ending.how} (${ending.code})`);
    return partial === "" ? ending : { ...ending, partial };
  }

  #describe(parsed: ParsedReply, asked: number): Reply {
    const now = this.#options.clock.monotonic();
    for (const line of parsed.lines) this.#record("<", line);
    const seconds = Math.max(0, now - asked);
    const first = this.#firstLineAt === undefined ? seconds : Math.max(0, this.#firstLineAt - asked);
    this.#firstLineAt = undefined;
    const reply = { code: parsed.code, lines: parsed.lines, seconds: round(seconds) };
    return seconds - first >= NOTABLE_SECONDS ? { ...reply, firstLineSeconds: round(first) } : reply;
  }

  #record(mark: TranscriptLine["mark"], text: string): void {
    if (this.#transcriptOctets >= MAX_TRANSCRIPT_OCTETS) return;
    const kept = text.slice(0, MAX_TRANSCRIPT_OCTETS - this.#transcriptOctets);
    this.#transcriptOctets += kept.length + 8;
    const at = round(this.#options.clock.monotonic() - this.#opened);
    this.transcript.push(lines.line(at, mark, kept));
  }
}

/** How a connection ended, told from a socket's error. */
function endingOf(error: NodeJS.ErrnoException): Ending {
  const code = error.code ?? error.name;
  if (code === "ECONNRESET") return { how: "reset", code };
  if (code === "EPIPE") return { how: "closed", code };
  if (code === "ETIMEDOUT") return { how: "timeout", code };
  if (code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS") || code === "EPROTO")
    return { how: "tls-error", code };
  return { how: "error", code };
}
