/** Rules for words of relaying. */
import type { Meaning } from "../meaning.ts";
import {
  type Utterance,
  type Codes,
  says,
  states,
  US,
  PERSON,
  AGAINST,
  isHeadedBySender,
  isMailboxCode,
} from "../utterance.ts";
import type { Concept } from "../vocabulary/index.ts";

/** Tokens beyond which a no does not belong to "relay". */
const FARTHEST = 12;
const NO: readonly Concept[] = [
  "refused",
  "negated",
  "unknown",
  "inactive",
  "blocked",
  "failed",
  "required",
  "auth",
  "authMissing",
  "notAccepted",
];

/** What refuses by itself: said for now, "relay server not ready" is trouble. */
const REFUSAL: readonly Concept[] = ["refused", "required", "auth", "authMissing", "notAccepted", "inactive"];

export function refusesToRelay({ tags }: Utterance, code = 550): boolean {
  const relays = tags.filter(({ concept }) => concept === "relay");
  const no = code < 500 ? REFUSAL : NO;
  const noes = tags.filter(({ concept }) => no.includes(concept));
  return relays.some((relay) =>
    noes.some(
      (no) =>
        no.sentence === relay.sentence && no.from - relay.to <= FARTHEST && relay.from - no.to <= FARTHEST,
    ),
  );
}

/** Said of a sender, "not local" is no word of relaying. */
function callsForeign({ tags, tokens }: Utterance): boolean {
  const ofDns = tokens.includes("dns");
  return tags.some(
    ({ concept, clause, phrase }) =>
      concept === "foreign" &&
      // "Remote domain not found in DNS": which one is meant, and not what is said of it.
      !(ofDns && REMOTE.test(phrase)) &&
      !tags.some((other) => other.concept === "sender" && other.clause === clause),
  );
}

const REMOTE = /^(?:to )?(?:remote|external|foreign|outside) /;

/** Causes that only a client can give. */
const OF_CLIENT =
  /^(?:helo|ehlo|ptr|rdns|reverse|forward confirmed|fcrdns|ip name|forged|spf|sender policy|dkim|dmarc|dynamic|dial|residential|generic)/;

/**
 * "Relay not permitted: reverse DNS lookup failed", "relaying denied: you are listed in …": the cause behind the refusal is the
 * client's. In a sentence of its own it may be a remark: "Relaying denied. IP name lookup failed" (Sendmail) is said of a domain
 * that is not served, to a client that may not relay.
 */
function causedByClient({ tags }: Utterance): boolean {
  const relay = tags.find(({ concept }) => concept === "relay");
  if (relay === undefined) return false;
  return tags.some(({ concept, phrase, from, sentence, clause }) => {
    if (from < relay.to || sentence !== relay.sentence || clause === relay.clause) return false;
    return (
      concept === "listed" ||
      concept === "clientRejected" ||
      (concept === "conduct" && OF_CLIENT.test(phrase))
    );
  });
}

/** "Relaying not allowed, please authenticate": the login behind is what would help. */
function isRefusedFirst({ tags }: Utterance): boolean {
  const first = tags.find(({ concept }) => ["relay", "auth", "authMissing"].includes(concept));
  return first?.concept === "relay" && tags.some(({ concept }) => concept === "refused");
}

export function relaying(said: Utterance, { code, enhanced, foreign }: Codes): Meaning | undefined {
  if (causedByClient(said) && refusesToRelay(said)) return "client";
  // "Sender claims to be local, but is not relayed": what is said of the sender.
  if (!foreign && isHeadedBySender(said) && !says(said, "foreign", "notOurs", "recipient")) return undefined;
  // RFC 4954 6: 530 is registered for it, and relaying is what the login is wanted for.
  if (code === 530 && says(said, "auth", "authMissing") && !isRefusedFirst(said)) return undefined;
  // "User unknown, relaying denied" of a recipient of ours: the code says which of the two it is.
  if (!foreign && isMailboxCode({ code, enhanced, foreign }) && states(said, PERSON, ["unknown"]))
    return "mailbox";
  if (
    !foreign &&
    refusesToRelay(said) &&
    (says(said, "mailboxSaid") || states(said, ["recipient"], ["unknown"]))
  )
    return "unclear";
  if (refusesToRelay(said, code) || callsForeign(said) || (foreign && says(said, "deliveryDenied")))
    return "relaying";
  const ofMailbox = enhanced === "1.1" || enhanced === "2.1";
  if (
    says(said, "notInList") &&
    !says(said, "sender") &&
    !states(said, [...PERSON, "quoted"], ["notInList"])
  ) {
    return "relaying";
  }
  return says(said, "notOurs") && !ofMailbox && !states(said, US, AGAINST) ? "relaying" : undefined;
}
