/**
 * How a question is put, whoever answers it: within its time, when there is room for it, along its aliases, and a second
 * time where one look proves nothing.
 */
import type { AnswerData } from "../../dns/answer-data.ts";
import type { DnsAnswer, Manner, Resolver } from "../../dns/answer.ts";
import { RECORD_TYPES, type DnsType } from "../../dns/record-types.ts";
import type { Clock } from "../../system/clock.ts";
import { startDeadline } from "../../system/deadline.ts";
import { Turnstile } from "../../system/turnstile.ts";
import { ALIAS_LIMIT } from "../../text/bounds.ts";
import { normalName } from "../../text/dns-name.ts";
import { DNS_SECOND_LOOK_SECONDS, QUESTIONS_IN_FLIGHT, SILENCE_BUDGET } from "../bounds.ts";
import type { Asked, Failed, Reading, Settled } from "./reply.ts";
import type { Signal } from "../../system/signal.ts";

/** What every resolver needs. */
export interface ResolverSettings {
  /** Seconds for one question in all, over all servers, retransmissions and aliases. */
  readonly timeout: number;
  readonly clock: Clock;
  /** Ends every question with the outcome `aborted`. */
  readonly signal: Signal;
  /** Questions under way at once; {@link QUESTIONS_IN_FLIGHT}, if left out. */
  readonly questions?: number;
}

interface From {
  readonly server?: string;
  readonly transport?: "udp" | "tcp" | "https";
  readonly differing?: DnsAnswer["differing"];
}
/** What came of one question, and from whom. */
export type Heard = Reading & From;

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

interface Question {
  readonly name: string;
  readonly type: DnsType;
  readonly manner?: Manner | undefined;
}

/** A list of nothing, the same for all answers: a run keeps many of them. It must not be changed. */
const NONE: never[] = [];

/** Follows the aliases over as many questions as the servers make necessary. */
async function followAliases(
  { name, type, manner }: Question,
  ask: (asked: Asked) => Promise<Heard>,
): Promise<Omit<DnsAnswer, "seconds">> {
  const aliases: string[] = [];
  const extendedErrors: DnsAnswer["extendedErrors"] = [];
  const dnssecOk = manner?.asksBy === "do";
  let authenticated = true;
  let ttl = Infinity;
  for (;;) {
    const passed = [name, ...aliases];
    const heard = await ask({ name: aliases.at(-1) ?? name, type, passed: passed.slice(0, -1), dnssecOk });
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
      aliases: aliases.length === 0 ? NONE : aliases,
      ...(Number.isFinite(ttl) ? { ttl } : {}),
      authenticated: authenticated && heard.kind === "settled",
      extendedErrors: extendedErrors.length === 0 ? NONE : extendedErrors,
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
    ...(heard.unending === "circle" ? { aliasLoop: true } : {}),
    ...(heard.unending === "limit" ? { aliasLimit: ALIAS_LIMIT } : {}),
  };
}

/** Asks one question of somebody, within the time that there is. */
export type Ask = (asked: Asked, checkingDisabled: boolean, wait: Wait) => Promise<Heard>;

/** Puts the questions of one resolver. */
class Questions {
  readonly #settings: ResolverSettings;
  readonly #firstLook: number;
  readonly #ask: Ask;
  readonly #places: Turnstile;
  /** Questions that were silent once wait here, so that most places are always free for others. */
  readonly #aside: Turnstile;
  #silenceLeft: number;
  #silences = 0;

  constructor(settings: ResolverSettings, firstLook: number, ask: Ask) {
    const { questions = QUESTIONS_IN_FLIGHT } = settings;
    this.#settings = settings;
    this.#firstLook = Math.min(firstLook, settings.timeout / 2);
    this.#ask = ask;
    this.#places = new Turnstile(questions);
    const aside = Math.max(1, Math.floor(questions / 3));
    this.#aside = new Turnstile(aside);
    this.#silenceLeft = SILENCE_BUDGET * aside;
  }

  /**
   * Asks, and where SERVFAIL comes, without DNSSEC validation and then once more: resolvers say it for broken signatures,
   * broken zones and for any trouble of the moment. REFUSED may mean "too many questions" where silent ones are under way.
   */
  async put(question: Question): Promise<DnsAnswer> {
    const { clock, signal } = this.#settings;
    const { name, manner } = question;
    if (manner?.once === true) return this.#places.pass(() => this.#look(question, false, this.#firstLook));
    const first = await this.#hearOut(question, false);
    const failedFirst = first.outcome === "servfail";
    // The root is asked to see whether the resolver works now.
    const inDoubt = name !== "." && (failedFirst || (first.outcome === "refused" && this.#silences > 0));
    if (!inDoubt) return first;
    const unchecked = failedFirst ? await this.#hearOut(question, true) : undefined;
    await clock.sleep(DNS_SECOND_LOOK_SECONDS, signal);
    const second = await this.#hearOut(question, false);
    return {
      ...second,
      firstOutcome: first.outcome,
      ...(second.outcome === "servfail" && unchecked && { withCheckingDisabled: unchecked.outcome }),
    };
  }

  /** A first look, which is short, and where it meets silence, a patient one when there is room aside. */
  async #hearOut(question: Question, checkingDisabled: boolean): Promise<DnsAnswer> {
    const first = await this.#places.pass(() => this.#look(question, checkingDisabled, this.#firstLook));
    if (first.outcome !== "timeout") return first;
    this.#silences++;
    const second = await this.#aside.pass(() =>
      this.#places.pass(() => this.#look(question, checkingDisabled, this.#patience())),
    );
    const answered = second.outcome !== "timeout" && second.outcome !== "aborted";
    return {
      ...second,
      ...(answered && { firstOutcome: first.outcome }),
      seconds: first.seconds + second.seconds,
    };
  }

  /** Seconds for a second look: what is left of the time, as long as silence has not cost too much in all. */
  #patience(): number {
    const rest = this.#settings.timeout - this.#firstLook;
    const seconds = this.#silenceLeft > 0 ? rest : Math.min(rest, this.#firstLook);
    this.#silenceLeft -= seconds;
    return seconds;
  }

  async #look(question: Question, checkingDisabled: boolean, seconds: number): Promise<DnsAnswer> {
    const { clock, signal } = this.#settings;
    const started = clock.monotonic();
    const { promise: over, resolve } = Promise.withResolvers<Failed>();
    const deadline = startDeadline(seconds, { clock, signal }, (why) => resolve(failed(why)));
    const wait: Wait = {
      over,
      pause: (pause) => clock.sleep(pause, deadline.signal).then(() => "paused"),
    };
    try {
      const answer = await followAliases(question, (asked) => this.#ask(asked, checkingDisabled, wait));
      return { ...answer, seconds: Math.max(0, clock.monotonic() - started) };
    } finally {
      deadline.end();
    }
  }
}

/**
 * A resolver out of somebody to ask: it keeps the time, follows aliases, and never asks too much at once.
 * @param firstLook seconds after which a question that got no answer makes room for others, and is put once more
 */
export function createResolver(
  description: string,
  settings: ResolverSettings,
  firstLook: number,
  ask: Ask,
): Resolver {
  const questions = new Questions(settings, firstLook, ask);
  return {
    description,
    query(name, type, manner) {
      const asked = normalName(name);
      if (asked !== undefined) return questions.put({ name: asked, type, manner });
      const detail = "not a domain name";
      const nothing = { values: [], aliases: [], authenticated: false, extendedErrors: [], seconds: 0 };
      return Promise.resolve({ name, type, outcome: "malformed", detail, ...nothing });
    },
  };
}
