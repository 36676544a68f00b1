/** A session on one end of a connection, with the other end in the hands of a test. */
import type { TestContext } from "node:test";
import { Session } from "../../../src/observe/smtp/session.ts";
import { setClock } from "./set-clock.ts";
import type { SetClock } from "./set-clock.ts";
import { eventually, socketPair } from "./socket-pair.ts";
import type { SocketPair } from "./socket-pair.ts";

export interface Stage extends SocketPair {
  readonly session: Session;
  readonly clock: SetClock;
  readonly interrupt: AbortController;
  /** Waits until so many octets have come to the session in all. */
  readonly arrived: (octets: number) => Promise<void>;
  /** Texts of the transcript with this mark. */
  readonly noted: (mark: ">" | "<" | "*") => string[];
}

export async function openSession(t: TestContext, replyTimeout = 60): Promise<Stage> {
  const pair = await socketPair(t);
  const clock = setClock();
  const interrupt = new AbortController();
  const session = new Session(pair.near, { clock, replyTimeout, signal: interrupt.signal });
  return {
    ...pair,
    session,
    clock,
    interrupt,
    arrived: (octets) => eventually(() => pair.near.bytesRead >= octets),
    noted: (mark) => session.transcript.filter((line) => line.mark === mark).map(({ text }) => text),
  };
}
