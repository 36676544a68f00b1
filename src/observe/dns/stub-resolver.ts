/**
 * A stub resolver (RFC 1034 5.3.1): puts questions to recursive name servers, one after another, and keeps
 * apart all the ways in which they can end. node:dns hides most of them, and the aliases and TTLs as well.
 */
import type { Clock } from "../../system/clock.ts";
import { startDeadline } from "../../system/deadline.ts";
import { Turnstile } from "../../system/turnstile.ts";
import type { DnsAnswer } from "../observation.ts";
import { QUESTIONS_IN_FLIGHT, RETRANSMIT_SECONDS } from "../bounds.ts";
import { converse, converseOverTcp } from "./conversation.ts";
import type { Conversation, DnsDial } from "./conversation.ts";
import { formatServer } from "./name-server.ts";
import type { NameServer } from "./name-server.ts";
import { normalName } from "../../text/dns-name.ts";
import { readReply } from "./reply.ts";
import type { Asked, Failed, Reading, Settled } from "./reply.ts";
import type { AnswerData } from "../../dns/answer-data.ts";
import type { QueryOptions, Resolver } from "../../dns/answer.ts";
import { RECORD_TYPES, type DnsType } from "../../dns/record-types.ts";

/** What every resolver needs. */
export interface ResolverSettings {
  /** Seconds for one question in all, over all servers, retransmissions and aliases. */
  readonly timeout: number;
  readonly clock: Clock;
  /** Ends every question with the outcome `aborted`. */
  readonly signal: AbortSignal;
  /** Questions under way at once; {@link QUESTIONS_IN_FLIGHT}, if left out. */
  readonly questions?: number;
}

export interface StubResolverSettings extends ResolverSettings {
  /** In the order in which they are asked. */
  readonly servers: readonly NameServer[];
  /** A number in [0, 1), unpredictable: message ids come from it (RFC 5452 9.2). */
  readonly random: () => number;
  /** Where set, everything is asked over TCP, over connections that this makes. */
  readonly dial?: DnsDial;
}

interface From {
  readonly server?: string;
  readonly transport?: "udp" | "tcp" | "https";
  readonly differing?: DnsAnswer["differing"];
}
/** What came of one question, and from whom. */
export type Heard = Reading & From;

/** Of two failures the one that tells most about the name, then about the servers, then about us. */
const TELLING: readonly Failed["outcome"][] = [
  "aborted",
  "servfail",
  "malformed",
  "refused",
  "timeout",
  "local-limit",
  "unreachable",
];

function mostTelling(one: Failed & From, other: Failed & From): Failed & From {
  return TELLING.indexOf(one.outcome) <= TELLING.indexOf(other.outcome) ? one : other;
}

/** A question to which no answer came. */
export function failed(outcome: Failed["outcome"], detail?: string): Failed {
  return { kind: "failed", outcome, extendedErrors: [], ...(detail === undefined ? {} : { detail }) };
}

/** The time that a question has. */
export interface Wait {
  /** Resolves when the time is over or the run ends. */
  readonly over: Promise<Failed>;
  /** Resolves after so many seconds. */
  pause(seconds: number): Promise<"paused">;
}

interface Talk {
  readonly conversation: Conversation;
  readonly reading: Promise<{ readonly talk: Talk; readonly heard: Heard }>;
}

function startTalk(
  server: NameServer,
  asked: Asked,
  checkingDisabled: boolean,
  { random, dial }: StubResolverSettings,
): Talk {
  const question = { name: asked.name, type: asked.type, checkingDisabled };
  const conversation =
    dial === undefined ? converse(server, question, random) : converseOverTcp(server, question, random, dial);
  const talk: Talk = {
    conversation,
    reading: conversation.heard.then((heard) => {
      if (heard.kind === "failure") return { talk, heard: failed(heard.outcome, heard.detail) };
      const reading = readReply(heard.message, heard.head, asked);
      return { talk, heard: { ...reading, server: formatServer(server), transport: heard.transport } };
    }),
  };
  return talk;
}

/**
 * Puts one question to the servers in turn: the next one after a failure or a silence, and when all have
 * been asked, those again that are still silent. An answer that comes late still counts.
 */
export async function askInTurn(
  asked: Asked,
  checkingDisabled: boolean,
  settings: StubResolverSettings,
  wait: Wait,
): Promise<Heard> {
  const { servers, signal } = settings;
  if (signal.aborted) return failed("aborted");
  let failure: Failed & From = failed("unreachable", "no name server is configured");
  if (servers.length === 0) return failure;
  const unasked = [...servers];
  let silent: Talk[] = [];
  let resent = 0;
  const goOn = (): Promise<"paused"> => {
    const server = unasked.shift();
    if (server !== undefined) {
      silent.push(startTalk(server, asked, checkingDisabled, settings));
      return wait.pause(RETRANSMIT_SECONDS);
    }
    const [next, ...others] = silent;
    next?.conversation.resend();
    silent = next === undefined ? [] : [...others, next];
    const round = 1 + Math.floor(resent / servers.length);
    resent += 1;
    return wait.pause(RETRANSMIT_SECONDS * 2 ** round);
  };
  try {
    let pause = goOn();
    while (silent.length > 0) {
      const event = await Promise.race([...silent.map(({ reading }) => reading), wait.over, pause]);
      if (event === "paused") {
        pause = goOn();
      } else if ("kind" in event) {
        return mostTelling(event, failure);
      } else if (event.heard.kind === "failed") {
        failure = mostTelling(event.heard, failure);
        silent = silent.filter((talk) => talk !== event.talk);
        if (unasked.length > 0) pause = goOn();
      } else {
        return event.heard;
      }
    }
    return failure;
  } finally {
    for (const { conversation } of silent) conversation.close();
  }
}

/** Follows the aliases over as many questions as the servers make necessary. */
async function followAliases(
  name: string,
  type: DnsType,
  ask: (asked: Asked) => Promise<Heard>,
): Promise<Omit<DnsAnswer, "seconds">> {
  const aliases: string[] = [];
  const extendedErrors: DnsAnswer["extendedErrors"] = [];
  let authenticated = true;
  let ttl = Infinity;
  for (;;) {
    const passed = [name, ...aliases];
    const heard = await ask({ name: aliases.at(-1) ?? name, type, passed: passed.slice(0, -1) });
    extendedErrors.push(...heard.extendedErrors);
    if (heard.kind !== "failed") {
      aliases.push(...heard.aliases);
      authenticated &&= heard.authenticated;
      ttl = Math.min(ttl, heard.ttl ?? Infinity);
    }
    if (heard.kind === "continued") continue;
    return {
      name,
      type,
      outcome: heard.outcome,
      ...(heard.rcode === undefined ? {} : { rcode: heard.rcode }),
      ...dataOf(heard, type),
      aliases,
      ...(Number.isFinite(ttl) ? { ttl } : {}),
      authenticated: authenticated && heard.kind === "settled",
      extendedErrors,
      ...(heard.kind === "failed" && heard.detail !== undefined ? { detail: heard.detail } : {}),
      ...(heard.server === undefined ? {} : { server: heard.server }),
      ...(heard.transport === undefined ? {} : { transport: heard.transport }),
      ...(heard.differing === undefined ? {} : { differing: heard.differing }),
    };
  }
}

function dataOf(heard: Settled | Failed, type: DnsType): AnswerData & Pick<DnsAnswer, "aliasLoop"> {
  if (heard.kind === "failed") return { values: [] };
  return {
    ...RECORD_TYPES[type].answer(heard.records),
    ...(heard.aliasLoop ? { aliasLoop: true } : {}),
  };
}

/** Asks one question of somebody, within the time that there is. */
export type Ask = (asked: Asked, checkingDisabled: boolean, wait: Wait) => Promise<Heard>;

/** A resolver out of somebody to ask: it keeps the time, follows aliases, and never asks too much at once. */
export function createResolver(
  description: string,
  { timeout, clock, signal, questions = QUESTIONS_IN_FLIGHT }: ResolverSettings,
  askSomebody: Ask,
): Resolver {
  const turnstile = new Turnstile(questions);

  async function withinTime(name: string, type: DnsType, checkingDisabled: boolean): Promise<DnsAnswer> {
    const started = clock.monotonic();
    const { promise: over, resolve } = Promise.withResolvers<Failed>();
    const deadline = startDeadline(timeout, { clock, signal }, (why) => resolve(failed(why)));
    const wait: Wait = {
      over,
      pause: (seconds) => clock.sleep(seconds, deadline.signal).then(() => "paused"),
    };
    try {
      const answer = await followAliases(name, type, (asked) => askSomebody(asked, checkingDisabled, wait));
      return { ...answer, seconds: Math.max(0, clock.monotonic() - started) };
    } finally {
      deadline.end();
    }
  }

  return {
    description,
    query(name: string, type: DnsType, { checkingDisabled = false }: QueryOptions = {}): Promise<DnsAnswer> {
      const asked = normalName(name);
      if (asked !== undefined) return turnstile.pass(() => withinTime(asked, type, checkingDisabled));
      const detail = "not a domain name";
      const nothing = { values: [], aliases: [], authenticated: false, extendedErrors: [], seconds: 0 };
      return Promise.resolve({ name, type, outcome: "malformed", detail, ...nothing });
    },
  };
}

/**
 * A resolver that asks name servers over UDP and TCP.
 *
 * A chain of aliases that runs in a circle or past the limit ends as `nodata` with `aliasLoop`. Response codes
 * other than NOERROR, NXDOMAIN, SERVFAIL and YXDOMAIN end as `refused` with the code in `rcode`, as does an
 * empty reply of a server that neither knows the name nor looks for it. For a failure on several servers,
 * the most telling one is kept.
 */
export function createStubResolver(settings: StubResolverSettings): Resolver {
  const description = settings.servers.map(formatServer).join(", ");
  return createResolver(description, settings, (asked, checkingDisabled, wait) =>
    askInTurn(asked, checkingDisabled, settings, wait),
  );
}
