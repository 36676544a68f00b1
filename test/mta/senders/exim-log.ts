/** Reads the main log of the Exim that sends. */
import type { Attempt, Attempts, Outcome } from "./attempt.ts";
import { idIn } from "./message.ts";

const LINE = /^\d{4}-\d\d-\d\d [\d:]+ (\w+-\w+-\w+) (<=|=>|==|\*\*) (\S+?):?( .*|)$/;
const OUTCOMES: Readonly<Record<string, Outcome>> = { "=>": "sent", "==": "deferred", "**": "bounced" };

/** Fields between the recipient and the words, in Exim's own order. */
const FIELDS =
  /^(?: R=\S+| T=\S+| defer \(-?\d+\)| H=\S+ \[[^\]]+\](?::\d+)?| X=\S+| CV=\w+| DN="[^"]*"| [KL](?= |$))*/;
const REFUSED =
  /^SMTP error from remote mail server after (?:pipelined )?(initial connection|end of data|[A-Z]+)\b.*?: (\d{3}[ -].*)$/;

/** The command that a refusal answers, as {@link Attempt} has it. */
function commandOf(step: string): string {
  return step === "initial connection" ? "connection" : step;
}

function attemptOf(outcome: Outcome, rest: string): Attempt {
  const fields = FIELDS.exec(rest)?.[0] ?? "";
  const said = rest.slice(fields.length).replace(/^:? /, "");
  const [, step, reply] = REFUSED.exec(said) ?? [];
  const address = /\bH=\S+ \[([^\]]+)\]/.exec(rest)?.[1];
  const verified = /\bCV=(\S+)/.exec(fields)?.[1];
  const encryption = !fields.includes(" X=") ? "none" : verified === "yes" ? "trusted" : "untrusted";
  return {
    outcome,
    words: reply ?? /^C="(.*)"$/.exec(said)?.[1] ?? said,
    ...(step === undefined ? {} : { at: commandOf(step) }),
    ...(address === undefined ? {} : { address }),
    ...(outcome === "deferred" ? {} : { encryption }),
  };
}

export interface EximLog {
  readonly attempts: Attempts;
  /** Exim's own names of the messages, by ours. */
  readonly messages: ReadonlyMap<string, string>;
}

/** @param log its main log, with the default `log_selector` */
export function readEximLog(log: string): EximLog {
  const senders = new Map<string, string>();
  const attempts = new Map<string, Attempt[]>();
  const messages = new Map<string, string>();
  for (const line of log.split("\n")) {
    const [, message = "", mark = "", address = "", rest = ""] = LINE.exec(line) ?? [];
    // What comes from `<>` is a bounce, to one of our own senders.
    const queued = mark === "<=" ? idIn(address) : undefined;
    if (queued !== undefined) {
      senders.set(message, queued);
      messages.set(queued, message);
    }
    const outcome = OUTCOMES[mark];
    const id = senders.get(message);
    if (outcome === undefined || id === undefined) continue;
    attempts.set(id, [...(attempts.get(id) ?? []), attemptOf(outcome, rest)]);
  }
  return { attempts, messages };
}
