/** One connection to a scripted SMTP server: command by command, in order, however they are packed. */
import { randomBytes } from "node:crypto";
import type { Socket } from "node:net";
import { pause } from "../tcp/wire.ts";
import { secure } from "./server-tls.ts";
import type { Contexts } from "./server-tls.ts";
import { EVERYDAY_KEYWORDS, momentOf } from "./smtp-script.ts";
import type { Moment, SeenSession, SmtpScript } from "./smtp-script.ts";

function angleAddress(line: string): string {
  return /<(.*)>/.exec(line)?.[1] ?? line.replace(/^[^:]*:\s*/, "");
}

function multiline(code: number, lines: readonly string[]): string {
  return lines
    .map((line, index) => `${String(code)}${index < lines.length - 1 ? "-" : " "}${line}`)
    .join("\r\n");
}

export class SmtpSession {
  readonly #script: SmtpScript;
  readonly #contexts: Contexts | undefined;
  readonly #seen: SeenSession;
  readonly #closing: AbortSignal;
  /** The TCP connection itself, below TLS: only that can be reset. */
  readonly #connection: Socket;
  #socket: Socket;
  #pending = "";
  #packets = 0;
  /** Packet in which each pending line ended, in step with the lines of `#pending`. */
  #lineEnds: number[] = [];
  #inTls = false;
  #sender: string | undefined;
  /** How often each step came. */
  readonly #moments = new Map<Moment, number>();
  /** False while a command is at work or nothing is to be answered any more. */
  #listening = false;

  constructor(
    script: SmtpScript,
    contexts: Contexts | undefined,
    socket: Socket,
    seen: SeenSession,
    closing: AbortSignal,
  ) {
    this.#script = script;
    this.#contexts = contexts;
    this.#connection = socket;
    this.#socket = socket;
    this.#seen = seen;
    this.#closing = closing;
    socket.on("close", () => {
      seen.ended = true;
    });
  }

  /** Greets and serves until the connection ends. */
  async serve(): Promise<void> {
    if (this.#script.implicitTls === true && !(await this.#secure())) return;
    this.#hear();
    const happened = await this.#happens("greeting");
    if (happened === "over" || (happened === "nothing" && !(await this.#greet()))) return;
    this.#seen.spokeEarly = this.#packets > 0;
    this.#listening = true;
    await this.#work();
  }

  /** Says the greeting; false where there is none. */
  async #greet(): Promise<boolean> {
    const greeting = this.#script.greeting ?? `220 ${this.#script.name} ESMTP\r\n`;
    const parts = typeof greeting === "string" ? [greeting] : greeting;
    for (const part of parts) {
      if (part === Infinity) return this.#fallSilent();
      if (typeof part === "number") await pause(part, this.#closing);
      else await this.#send(part);
    }
    return parts.length > 0 || this.#fallSilent();
  }

  #hear(): void {
    this.#socket.on("data", (chunk: Buffer) => {
      this.#packets += 1;
      const text = chunk.toString("latin1");
      this.#pending += text;
      this.#lineEnds.push(...Array.from(text.matchAll(/\n/g), () => this.#packets));
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    while (this.#listening) {
      const end = this.#pending.indexOf("\n");
      if (end < 0) return;
      const line = this.#pending.slice(0, end).replace(/\r$/, "");
      this.#pending = this.#pending.slice(end + 1);
      this.#listening = false;
      const verb = (/^[A-Za-z]*/.exec(line)?.[0] ?? "").toUpperCase();
      this.#seen.commands.push({
        verb,
        line,
        inTls: this.#inTls,
        packet: this.#lineEnds.shift() ?? this.#packets,
      });
      this.#listening = await this.#obey(verb, line);
    }
  }

  /** Obeys one command; false where nothing is to be answered any more. */
  async #obey(verb: string, line: string): Promise<boolean> {
    const moment = momentOf(verb, this.#inTls);
    const happened = moment === undefined ? "nothing" : await this.#happens(moment, line);
    if (happened !== "nothing") return happened === "instead";
    switch (verb) {
      case "EHLO":
        this.#sender = undefined;
        return this.#reply(this.#script.ehlo ?? this.#announcement());
      case "HELO":
        return this.#reply(this.#script.helo ?? `250 ${this.#script.name}`);
      case "STARTTLS":
        return this.#starttls();
      case "MAIL": {
        const sender = angleAddress(line);
        const reply = this.#script.mail?.(sender) ?? "250 2.1.0 Ok";
        if (reply.startsWith("2")) this.#sender = sender;
        return this.#answer(reply);
      }
      case "RCPT": {
        if (this.#sender === undefined) return this.#reply("503 5.5.1 Error: need MAIL command");
        const envelope = { recipient: angleAddress(line), sender: this.#sender, inTls: this.#inTls };
        return this.#answer(this.#script.rcpt?.(envelope) ?? "250 2.1.5 Ok");
      }
      case "RSET":
        this.#sender = undefined;
        return this.#reply("250 2.0.0 Ok");
      case "NOOP":
        return this.#reply("250 2.0.0 Ok");
      case "DATA":
        return this.#reply("554 5.5.1 Error: no mail is taken here");
      case "QUIT":
        await this.#reply("221 2.0.0 Bye");
        this.#socket.end();
        return false;
      default:
        return this.#reply("500 5.5.2 Error: bad syntax");
    }
  }

  /** Replies by a rule of the script; a 421 is followed by a hang-up (RFC 5321 3.8). */
  async #answer(reply: string): Promise<boolean> {
    await this.#reply(reply);
    if (!reply.startsWith("421")) return true;
    this.#socket.end();
    return false;
  }

  /** Lets happen what is to happen at this step; says whether it took the place of what would, or ended all. */
  async #happens(moment: Moment, line = ""): Promise<"nothing" | "instead" | "over"> {
    const count = (this.#moments.get(moment) ?? 0) + 1;
    this.#moments.set(moment, count);
    const trouble = this.#script.troubles?.find(
      ({ at, line: only, connections = Infinity, every = 1, after = 0 }) =>
        at === moment &&
        only?.test(line) !== false &&
        count > after &&
        this.#seen.connection <= connections &&
        (this.#seen.connection - 1) % every === 0,
    );
    if (trouble === undefined) return "nothing";
    if (trouble.seconds !== undefined) await pause(trouble.seconds, this.#closing);
    if (trouble.reply !== undefined) await this.#reply(trouble.reply);
    if (trouble.then === "silence") {
      this.#fallSilent();
      return "over";
    }
    if (trouble.then === "reset") {
      this.#connection.resetAndDestroy();
      return "over";
    }
    if (trouble.then === "close" || trouble.reply?.startsWith("421") === true) {
      this.#socket.end();
      return "over";
    }
    return trouble.reply === undefined ? "nothing" : "instead";
  }

  /** Nothing more is said. */
  #fallSilent(): false {
    this.#script.onSilence?.();
    return false;
  }

  #announcement(): string {
    const { name, announce = EVERYDAY_KEYWORDS, announceInTls = announce } = this.#script;
    const offered =
      !this.#inTls && this.#kindOfStarttls() !== "hidden" && this.#kindOfStarttls() !== "missing";
    return multiline(250, [
      name,
      ...(this.#inTls ? announceInTls : announce),
      ...(offered ? ["STARTTLS"] : []),
    ]);
  }

  #kindOfStarttls(): NonNullable<SmtpScript["starttls"]> {
    return this.#script.starttls ?? (this.#contexts === undefined ? "missing" : "works");
  }

  async #starttls(): Promise<boolean> {
    const kind = this.#kindOfStarttls();
    if (kind === "missing" || this.#inTls) return this.#reply("502 5.5.1 Error: command not implemented");
    // What came in clear behind the command is not to be obeyed inside TLS (RFC 3207 5, CVE-2011-0411).
    this.#seen.discarded += this.#pending;
    this.#pending = "";
    this.#lineEnds = [];
    this.#socket.removeAllListeners("data");
    this.#socket.pause();
    await this.#send(`220 2.0.0 Ready to start TLS\r\n${this.#script.behindStarttls ?? ""}`);
    switch (kind) {
      case "close":
        this.#socket.resume();
        this.#socket.end();
        return false;
      case "silence":
        this.#socket.resume();
        return this.#fallSilent();
      case "reset":
      case "garbage":
      case "plaintext":
        this.#socket.once("data", () => {
          if (kind === "reset") this.#socket.resetAndDestroy();
          else if (kind === "garbage") void this.#send(randomBytes(64).toString("latin1"));
          else void this.#send("454 4.7.0 TLS not available due to local problem\r\n");
        });
        this.#socket.resume();
        return false;
      case "works":
      case "hidden":
        if (!(await this.#secure())) return false;
        this.#hear();
        return true;
    }
  }

  /** Puts TLS over the connection; false where the handshake fails. */
  async #secure(): Promise<boolean> {
    if (this.#contexts === undefined) throw new Error(`${this.#script.name} has no certificate`);
    const secured = await secure(this.#socket, this.#contexts);
    if (typeof secured === "string") {
      this.#seen.tlsError = secured;
      return false;
    }
    this.#seen.tls = {
      version: secured.getProtocol() ?? "",
      cipher: secured.getCipher().name,
      serverName: typeof secured.servername === "string" ? secured.servername : undefined,
    };
    this.#socket = secured;
    this.#inTls = true;
    this.#sender = undefined;
    return true;
  }

  async #reply(reply: string): Promise<true> {
    await this.#send(`${reply}\r\n`);
    return true;
  }

  async #send(bytes: string): Promise<void> {
    if (!this.#socket.writable) return;
    if (this.#script.bytewise !== true) {
      this.#socket.write(bytes, "latin1");
      return;
    }
    for (const byte of Buffer.from(bytes, "latin1")) {
      this.#socket.write(Buffer.from([byte]));
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
}
