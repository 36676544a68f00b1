/** A resolver under test, with a clock on which an hour of waiting is over soon. */
import type { Clock } from "../../../src/system/clock.ts";
import { systemClock } from "../../../src/system/clock.ts";
import { DNS_SECOND_LOOK_SECONDS } from "../../../src/observe/bounds.ts";
import type { NameServer } from "../../../src/observe/dns/name-server.ts";
import type { Resolver } from "../../../src/observe/dns/resolver.ts";
import { createStubResolver } from "../../../src/observe/dns/stub-resolver.ts";
import { dnsAnswer } from "../../../src/observe/schemas/observation.ts";
import type { DnsAnswer } from "../../../src/observe/observation.ts";
import { startServer } from "../../support/dns/scripted-answers.ts";
import type { Script } from "../../support/dns/scripted-answers.ts";

/** How many of its seconds pass in a real one. */
const HASTE = 25;

export const hastyClock: Clock = {
  now: () => systemClock.now(),
  monotonic: () => systemClock.monotonic() * HASTE,
  sleep: (seconds, signal) => systemClock.sleep(seconds / HASTE, signal),
};

/** The machine's clock, on which the pause before a second look is over at once. */
export const promptClock: Clock = {
  ...systemClock,
  sleep: (seconds, signal) =>
    seconds === DNS_SECOND_LOOK_SECONDS ? Promise.resolve() : systemClock.sleep(seconds, signal),
};

export interface SteppedClock extends Clock {
  /** Seconds of every sleep so far. */
  readonly slept: readonly number[];
  advance(seconds: number): void;
}

/** A clock that stands still until it is told how far to go. */
export function steppedClock(): SteppedClock {
  let time = 0;
  const slept: number[] = [];
  let sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  return {
    now: () => time * 1000,
    monotonic: () => time,
    sleep: (seconds, signal) =>
      new Promise((wake) => {
        slept.push(seconds);
        sleepers.push({ until: time + seconds, wake });
        signal.addEventListener("abort", () => {
          wake();
        });
      }),
    slept,
    advance(seconds) {
      time += seconds;
      const due = sleepers.filter(({ until }) => until <= time);
      sleepers = sleepers.filter(({ until }) => until > time);
      for (const { wake } of due) wake();
    },
  };
}

export function asking(
  servers: readonly NameServer[],
  settings: {
    timeout?: number;
    clock?: Clock;
    signal?: AbortSignal;
    random?: () => number;
    questions?: number;
  } = {},
): Resolver {
  const signal = new AbortController().signal;
  return createStubResolver({
    servers,
    timeout: 15,
    clock: promptClock,
    signal,
    random: Math.random,
    ...settings,
  });
}

/** Asks one scripted server for the addresses of host.example.com, and checks the form of the answer. */
export async function answerOf(script: Script): Promise<DnsAnswer> {
  const server = await startServer(script);
  return dnsAnswer.parse(await asking([server]).query("host.example.com", "A"));
}
