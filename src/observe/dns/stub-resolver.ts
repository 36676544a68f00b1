/**
 * A stub resolver (RFC 1034 5.3.1): puts questions to recursive name servers, one after another, and keeps
 * apart all the ways in which they can end. node:dns hides most of them, and the aliases and TTLs as well.
 */
import type { Resolver } from "../../dns/answer.ts";
import { FAILOVER_SECONDS, RETRANSMIT_SECONDS, SILENCES_TO_GO_LAST } from "../bounds.ts";
import { converse, converseOverTcp } from "./conversation.ts";
import type { Conversation, DnsDial } from "./conversation.ts";
import { Datagrams } from "./datagrams.ts";
import { formatServer } from "./name-server.ts";
import type { NameServer } from "./name-server.ts";
import { createResolver, failed, type Heard, type ResolverSettings, type Wait } from "./questions.ts";
import { readReply } from "./reply.ts";
import type { Asked, Failed } from "./reply.ts";

export interface StubResolverSettings extends ResolverSettings {
  /** In the order in which they are asked. */
  readonly servers: readonly NameServer[];
  /** A number in [0, 1), unpredictable: message ids come from it (RFC 5452 9.2). */
  readonly random: () => number;
  /** Where set, everything is asked over TCP, over connections that this makes. */
  readonly dial?: DnsDial;
}

/** What a question is put with: the sockets of the resolver, too. */
export interface AskSettings extends StubResolverSettings {
  readonly datagrams: Datagrams;
}

type HeardFailure = Extract<Heard, { kind: "failed" }>;

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

function mostTelling(one: HeardFailure, other: HeardFailure): HeardFailure {
  return TELLING.indexOf(one.outcome) <= TELLING.indexOf(other.outcome) ? one : other;
}

/** Servers that have fallen silent go last, until they say something again. */
export class Standing {
  readonly #silences = new Map<NameServer, number>();

  silent(server: NameServer): void {
    this.#silences.set(server, (this.#silences.get(server) ?? 0) + 1);
  }

  spoke(server: NameServer): void {
    this.#silences.delete(server);
  }

  /** In their own order, those behind that were silent twice or more in a row: the longer, the later. */
  inOrder(servers: readonly NameServer[]): NameServer[] {
    const silences = (server: NameServer): number => {
      const inARow = this.#silences.get(server) ?? 0;
      return inARow < SILENCES_TO_GO_LAST ? 0 : inARow;
    };
    return servers.toSorted((one, other) => silences(one) - silences(other));
  }
}

interface Talk {
  readonly server: NameServer;
  readonly conversation: Conversation;
  readonly reading: Promise<{ readonly talk: Talk; readonly heard: Heard }>;
}

function startTalk(
  server: NameServer,
  asked: Asked,
  checkingDisabled: boolean,
  { random, dial, datagrams }: AskSettings,
): Talk {
  const { name, type, dnssecOk } = asked;
  const question = { name, type, checkingDisabled, dnssecOk };
  const conversation =
    dial === undefined
      ? converse(server, question, random, datagrams)
      : converseOverTcp(server, question, random, dial);
  const talk: Talk = {
    server,
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
  settings: AskSettings,
  wait: Wait,
  standing = new Standing(),
): Promise<Heard> {
  const { servers, signal } = settings;
  if (signal.aborted) return failed("aborted");
  let failure: HeardFailure = failed("unreachable", "no name server is configured");
  if (servers.length === 0) return failure;
  const unasked = standing.inOrder(servers);
  let silent: Talk[] = [];
  let resent = 0;
  const goOn = (): Promise<"paused"> => {
    const server = unasked.shift();
    if (server !== undefined) {
      silent.push(startTalk(server, asked, checkingDisabled, settings));
      // To ask somebody else costs less than to ask again.
      return wait.pause(unasked.length > 0 ? FAILOVER_SECONDS : RETRANSMIT_SECONDS);
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
        const [latest] = silent.slice(-1);
        if (latest !== undefined && resent === 0) standing.silent(latest.server);
        pause = goOn();
        continue;
      }
      if ("kind" in event) return mostTelling(event, failure);
      if (event.heard.server !== undefined) standing.spoke(event.talk.server);
      if (event.heard.kind === "failed") {
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

/**
 * A resolver that asks name servers over UDP and TCP.
 *
 * A chain of aliases that runs in a circle ends as `nodata` with `aliasLoop`, one past the limit with `aliasLimit`.
 * Response codes other than NOERROR, NXDOMAIN, SERVFAIL and YXDOMAIN end as `refused` with the code in `rcode`, as does an
 * empty reply of a server that neither knows the name nor looks for it. For a failure on several servers,
 * the most telling one is kept.
 */
export function createStubResolver(settings: StubResolverSettings): Resolver {
  const { servers } = settings;
  const description = servers.map(formatServer).join(", ");
  const standing = new Standing();
  const withSockets = { ...settings, datagrams: new Datagrams(settings) };
  const firstLook = FAILOVER_SECONDS * Math.max(0, servers.length - 1) + RETRANSMIT_SECONDS;
  return createResolver(description, settings, firstLook, (asked, checkingDisabled, wait) =>
    askInTurn(asked, checkingDisabled, withSockets, wait, standing),
  );
}
