/** Reads the log of the Postfix that sends. */
import type { Attempt, Attempts } from "./attempt.ts";
import { outcome } from "./attempt.ts";
import { idIn } from "./message.ts";

const LINE = /^\S+ +\d+ [\d:]+ \S+ sender\/([a-z]+)\[(\d+)\]: (.*)$/;
const QUEUED = /^(\w+): from=<([^>]*)>/;
const SECURED = /^(\w+) TLS connection established to (\S+): /;
const TRIED = /^(\w+): to=<[^>]*>, relay=([^,]+), .*?\bstatus=(sent|deferred|bounced) \((.*)\)$/;
const REFUSED = /^host \S+\[[^\]]*\] (?:said|refused to talk to me): (.*?)(?: \(in reply to (.*?)\))?$/;

/** The command that a refusal answers, as {@link Attempt} has it. */
function commandOf(words: string | undefined): string {
  if (words === undefined) return "connection";
  return words.startsWith("end of") ? "end of data" : (words.split(" ")[0] ?? "");
}

/** TLS that a process of the client has made. */
interface Secured {
  /** Host, address and port, as `relay=` has it. */
  readonly place: string;
  readonly trusted: boolean;
}

function attemptOf(relay: string, status: string, said: string, secured: Secured | undefined): Attempt {
  const refused = REFUSED.exec(said);
  const address = /\[([^\]]+)\]/.exec(relay === "none" ? said : relay)?.[1];
  const encrypted = secured?.place === relay;
  return {
    outcome: outcome.parse(status),
    words: refused?.[1] ?? said,
    ...(refused === null ? {} : { at: commandOf(refused[2]) }),
    ...(address === undefined ? {} : { address }),
    encryption: !encrypted ? "none" : secured.trusted ? "trusted" : "untrusted",
  };
}

/** @param log what its `maillog_file` holds, with `syslog_name = sender` and `smtp_tls_loglevel = 1` */
export function readPostfixLog(log: string): Attempts {
  const senders = new Map<string, string>();
  const attempts = new Map<string, Attempt[]>();
  const secured = new Map<string, Secured>();
  for (const line of log.split("\n")) {
    const [, service = "", pid = "", said = ""] = LINE.exec(line) ?? [];
    const [, queued = "", sender = ""] = QUEUED.exec(said) ?? [];
    const sent = idIn(sender);
    if (service === "qmgr" && sent !== undefined) senders.set(queued, sent);
    const [, trust, place] = SECURED.exec(said) ?? [];
    if (place !== undefined)
      secured.set(pid, { place, trusted: trust === "Trusted" || trust === "Verified" });
    const [, message = "", relay = "", status, words = ""] = TRIED.exec(said) ?? [];
    const id = senders.get(message);
    // A destination that is known to be out of reach is left alone for a while (error): that is no try.
    if (status === undefined || id === undefined || service === "error") continue;
    attempts.set(id, [...(attempts.get(id) ?? []), attemptOf(relay, status, words, secured.get(pid))]);
    secured.delete(pid);
  }
  return attempts;
}
