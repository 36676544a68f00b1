/** Rules for words by which a login is wanted. */
import type { Meaning } from "../meaning.ts";
import { PAUSE, STOP } from "../reply-text.ts";
import { type Utterance, type Codes, says, namesSender } from "../utterance.ts";
import type { Concept } from "../vocabulary/index.ts";

const LOGIN = /^(?:sign in|signin|log in|login|log on|logon|authenticat\*)$/;

/** "Sender address rejected: not logged in", "please sign in": whoever logs in may use the sender. */
export function asksForLogin({ tags, tokens }: Utterance): boolean {
  return tags.some(({ concept, phrase, from, to }) => {
    if (concept === "authMissing") return phrase === "not logged in" || phrase === "not authenticated";
    const before = tokens[from - 1];
    const isFirst = before === undefined || before === PAUSE || before === STOP;
    // "Sign in to send mail", and not "authentication failed" or "login disabled".
    return (
      concept === "auth" && isFirst && LOGIN.test(phrase) && LOGIN.test(tokens.slice(from, to).join(" "))
    );
  });
}

/** What a server says of a submission, beside the demand for a login: "required to send as this user". */
const SUBMISSION = /^(?:send|sending|mail from|relay)/;
const COMMANDS = /^(?:send|sending|mail from|relay|helo|ehlo)/;

/** "Authentication is required": said outright, it outweighs whose address was refused for the lack of it. */
export function loginDemanded(said: Utterance, codes?: Codes): Meaning | undefined {
  const demanded = said.tags.some(
    ({ concept, phrase }) => concept === "authMissing" && /required|needed|necessary|must|first/.test(phrase),
  );
  // RFC 5321 4.2.3: 503 is of the order of commands, and EHLO one of those that are named.
  const named = codes?.code === 503 ? COMMANDS : SUBMISSION;
  const ofOthers = said.tags.some(({ concept, phrase }) => concept === "conduct" && !named.test(phrase));
  return demanded &&
    !ofOthers &&
    !says(said, "recipientRule", "listed", "domainSaid") &&
    !said.tokens.includes("<client>")
    ? "login"
    : undefined;
}

export function login(said: Utterance, { code }: Codes): Meaning | undefined {
  if (says(said, "recipientRule", "domainSaid")) return undefined;
  const missing = says(said, "authMissing") || asksForLogin(said);
  // "Unauthenticated mail from 192.0.2.77 is restricted": who did log in is let through, and this client is on a list.
  if (said.tokens.includes("<client>") && !says(said, "required")) return undefined;
  if (code === 530 && (missing || says(said, "auth"))) return "login";
  if (says(said, "conduct", "rate") || (says(said, "troubleSaid") && !missing)) return undefined;
  // Nobody tried to log in: what failed is SPF, DKIM or DMARC.
  const wanted = missing || (says(said, "auth") && says(said, "required", "negated"));
  if (!wanted) return undefined;
  // "Required for this sender's domain": it is the sender that is refused.
  return namesSender(said) && !missing ? "client" : "login";
}

/** What may stand beside a demand for a login that has no word of its own for it: "bitte melden Sie sich an". */
const BESIDE_LOGIN: readonly Concept[] = ["auth", "required", "place", "quoted", "server"];

export function onlyLogin(said: Utterance, { code }: Codes): Meaning | undefined {
  if (code < 500 || !says(said, "auth")) return undefined;
  return said.tags.every(({ concept }) => BESIDE_LOGIN.includes(concept)) ? "login" : undefined;
}
