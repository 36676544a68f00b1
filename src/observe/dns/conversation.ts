/**
 * One question put to one name server: over UDP first, over TCP where the answer does not fit (RFC 7766),
 * without EDNS where the server does not know it (RFC 6891 7).
 */
import { connect } from "node:net";
import type { Socket } from "node:net";
import { RECORD_TYPES } from "../../dns/record-types.ts";
import { Deadline } from "../../system/deadline.ts";
import { isLocalLimit } from "../../system/local-limit.ts";
import type { Asking, Datagrams } from "./datagrams.ts";
import type { NameServer } from "./name-server.ts";
import { CLASS_IN, RCODE, decodeHead, encodeQuery } from "./wire.ts";
import type { Head, Query } from "./wire.ts";
import type { Signal } from "../../system/signal.ts";

export type Heard =
  | {
      readonly kind: "reply";
      readonly transport: "udp" | "tcp";
      readonly message: Buffer;
      readonly head: Head;
    }
  | {
      readonly kind: "failure";
      readonly outcome: "unreachable" | "local-limit" | "malformed";
      readonly detail: string;
    };

export interface Conversation {
  /** Settles with the first thing that is certain; stays open while the server is silent. */
  readonly heard: Promise<Heard>;
  /** Sends the question once more; does nothing where an answer is already on its way over TCP. */
  resend(): void;
  /** Ends the conversation; needed only where `heard` has not settled. */
  close(): void;
}

export interface ConversationQuestion {
  /** Must be a name that can be written ({@link encodeQuery}). */
  readonly name: string;
  readonly type: Query["type"];
  readonly checkingDisabled: boolean;
  readonly dnssecOk?: Query["dnssecOk"];
}

/** Tells an error of this machine from a server that cannot be reached. */
export function socketFailure(error: unknown, over = ""): Heard {
  const code =
    error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
  const outcome = isLocalLimit(code) || code === "EADDRNOTAVAIL" ? "local-limit" : "unreachable";
  return { kind: "failure", outcome, detail: (code ?? String(error)) + over };
}

/**
 * Whether a message answers a query: its id, a response, and the question repeated. A server that could not
 * read the query, or will not, may leave the question out (RFC 1035 7.3 leaves it open; some do).
 */
export function answers(head: Head, query: Query): boolean {
  if (!head.isResponse || head.opcode !== 0 || head.id !== query.id) return false;
  if (head.question === undefined) return head.rcode !== RCODE.NOERROR && head.rcode !== RCODE.NXDOMAIN;
  const { name, type, class: questionClass } = head.question;
  return name === query.name && type === RECORD_TYPES[query.type].number && questionClass === CLASS_IN;
}

function encode(query: Query): Buffer {
  const message = encodeQuery(query);
  if (message === undefined) throw new TypeError(`not a name: ${query.name}`);
  return message;
}

/** Asks over TCP. The stream is the server's alone, so what does not answer the query is its fault. */
function askOverTcp(
  server: NameServer,
  query: Query,
  done: (heard: Heard) => void,
  connected?: Socket,
): Socket {
  const malformed = (detail: string): void => {
    done({ kind: "failure", outcome: "malformed", detail });
  };
  const chunks: Buffer[] = [];
  let received = 0;
  let expected: number | undefined;
  const socket = connected ?? connect({ host: server.address, port: server.port, noDelay: true });
  const send = (): void => {
    const message = encode(query);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(message.length);
    socket.write(Buffer.concat([length, message]));
  };
  if (connected === undefined) socket.on("connect", send);
  else send();
  socket.on("data", (chunk) => {
    chunks.push(chunk);
    received += chunk.length;
    if (expected === undefined && received >= 2) expected = 2 + Buffer.concat(chunks).readUInt16BE(0);
    if (expected === undefined || received < expected) return;
    const message = Buffer.concat(chunks).subarray(2, expected);
    const head = decodeHead(message);
    if (head === undefined || !answers(head, query))
      malformed("a message over TCP does not answer the question");
    else if (head.truncated) malformed("an answer over TCP says that it is truncated");
    else done({ kind: "reply", transport: "tcp", message, head });
  });
  socket.on("error", (error) => {
    done(socketFailure(error, " over TCP"));
  });
  socket.on("close", () => {
    malformed("the connection closed before a whole answer came");
  });
  return socket;
}

/**
 * Starts a conversation.
 * @param random a number in [0, 1), unpredictable: ids of messages over TCP come from it (RFC 5452 9.2)
 */
export function converse(
  server: NameServer,
  asked: ConversationQuestion,
  random: () => number,
  datagrams: Datagrams,
): Conversation {
  const { promise, resolve } = Promise.withResolvers<Heard>();
  let edns = true;
  let stream: Socket | undefined;
  const queryWith = (id: number): Query => ({ ...asked, id, edns });
  const close = (): void => {
    question.end();
    stream?.destroy();
  };
  const done = (heard: Heard): void => {
    close();
    resolve(heard);
  };
  const asking: Asking = {
    encode: (id) => encode(queryWith(id)),
    onDatagram(message, id) {
      const head = decodeHead(message);
      // What does not answer the query is a stray or a forgery; the answer may still come.
      if (head === undefined || !answers(head, queryWith(id))) return false;
      if (edns && (head.rcode === RCODE.FORMERR || head.rcode === RCODE.NOTIMP)) {
        edns = false;
        question.end();
        question = datagrams.ask(server, asking);
      } else if (head.truncated) {
        question.end();
        stream = askOverTcp(server, queryWith(freshId(random)), done);
      } else {
        done({ kind: "reply", transport: "udp", message, head });
      }
      return true;
    },
    onError: (error) => done(socketFailure(error)),
  };
  let question = datagrams.ask(server, asking);
  return { heard: promise, resend: () => question.resend(), close };
}

function freshId(random: () => number): number {
  return Math.floor(random() * 0x1_0000);
}

/** Makes a connection to a name server; in place of one, why there is none. */
export type DnsDial = (
  server: NameServer,
  signal: Signal,
) => Promise<Socket | { readonly outcome: "unreachable" | "local-limit"; readonly detail: string }>;

/** Starts a conversation over TCP alone, for routes that take nothing else. */
export function converseOverTcp(
  server: NameServer,
  question: ConversationQuestion,
  random: () => number,
  dial: DnsDial,
): Conversation {
  const { promise, resolve } = Promise.withResolvers<Heard>();
  const query: Query = { ...question, id: freshId(random), edns: true };
  const talk = new Deadline();
  let stream: Socket | undefined;
  const close = (): void => {
    talk.end();
    stream?.destroy();
  };
  void dial(server, talk.signal).then((dialled) => {
    if (!("write" in dialled)) {
      resolve({ kind: "failure", ...dialled });
      return;
    }
    stream = dialled;
    const done = (heard: Heard): void => {
      close();
      resolve(heard);
    };
    if (talk.why !== undefined) dialled.destroy();
    else askOverTcp(server, query, done, dialled);
  });
  // TCP sends again by itself.
  return { heard: promise, resend: () => undefined, close };
}
