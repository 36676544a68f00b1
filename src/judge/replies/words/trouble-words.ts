/** Rules for words of what passes: greylisting, an address that is being verified, the server's own trouble. */
import { isSubject } from "../binding.ts";
import type { Meaning } from "../meaning.ts";
import {
  isMailboxCode,
  isOfServer,
  namesRecipient,
  namesSender,
  PERSON,
  says,
  speaksToUs,
  states,
  US,
  type Codes,
  type Utterance,
} from "../utterance.ts";
import type { Concept } from "../vocabulary/index.ts";
import { strangersRecords } from "./domain-words.ts";

/** A server that wants a client to come again says so for now; for good, it is a list like others. */
export function greylisting(said: Utterance, { code }: Codes): Meaning | undefined {
  return says(said, "greylisting") && code < 500 ? "greylisting" : undefined;
}

/**
 * Another server was asked about an address. Of the sender it is the sender's; of the recipient a refusal for good
 * says that the other server refused it, and one for now that it did not answer.
 */
export function verification(said: Utterance, { code }: Codes): Meaning | undefined {
  if (!says(said, "verification")) return undefined;
  if (namesSender(said) || speaksToUs(said)) return "client";
  // "<postmaster@probe.example> unable to verify address": whose it is, is quoted.
  if (said.tokens.includes("<sender>") && !namesRecipient(said)) return "client";
  if (code < 500 || says(said, "troubleSaid", "ownTrouble", "temporary")) return "trouble";
  // "Verification problem" leaves open who had it.
  const failed = said.tags.some(
    ({ concept, phrase }) => concept === "failed" && !/^(?:problem|error)/.test(phrase),
  );
  return failed || says(said, "refused", "negated", "mailboxSaid") ? "mailbox" : "unclear";
}

/** Postfix's words for a probe of the recipient that was refused, and for one that did not come to an end. */
export const isUndeliverable = (said: Utterance): boolean => speaksOfAddress(said, "undeliverable");

const speaksOfAddress = ({ tokens }: Utterance, word: string): boolean =>
  tokens.some((token, at) => token === word && tokens[at + 1] === "address");

/** What the probe itself met on its way: its connection, its encryption, the part of Postfix that was to deliver it. */
const ON_THE_WAY = /^(?:tls|ssl|handshake|transport|connect|connection|timeout)$/;

/** What a probe of a recipient ends with where the recipient is why. */
const ANSWERS: readonly Concept[] = [
  "unknown",
  "inactive",
  "full",
  "mailboxSaid",
  "notInList",
  "refused",
  "blocked",
  "failed",
];

/**
 * "Undeliverable address: …", "unverified address: …" (Postfix, ADDRESS_VERIFICATION_README): the first is the answer of the server
 * behind, however that one puts it; in the second, what failed is the way to it.
 */
export function probe(said: Utterance, codes: Codes): Meaning | undefined {
  if (namesSender(said) || says(said, "innerReply")) return undefined;
  const { code } = codes;
  if (isUndeliverable(said) && code >= 500) {
    if (says(said, "ownTrouble")) return "trouble";
    if (strangersRecords(said, codes) !== undefined) return "domain";
    if (says(said, "domainSaid", "domainRecords")) return undefined;
    // What Postfix says of itself, and not what a server behind said, may be trouble of its own.
    return says(said, ...ANSWERS) || said.tokens.includes("failed") ? "mailbox" : "unclear";
  }
  const failed = said.tokens.some((token) => ON_THE_WAY.test(token));
  return failed && speaksOfAddress(said, "unverified") ? "trouble" : undefined;
}

/** Trouble that stands beside words of other kinds: a configuration error, a loop. */
export function ownTrouble(said: Utterance): Meaning | undefined {
  return says(said, "ownTrouble") ? "trouble" : undefined;
}

/** Whether somebody is refused, and not the server the one that fails. */
export const deniesSomebody = (said: Utterance): boolean =>
  says(said, "refused") && !states(said, ["server"], ["refused"]);

/** Phrases that say of themselves that something failed. */
const FAILURE =
  /err|fail|problem|trouble|fehler|fout|insufficient|not enough|out of|unable|no disk|disk full|timed? ?out|shut|maintenance|exception|ошиб|エラー/;

const namesFailure = ({ tags }: Utterance): boolean =>
  tags.some(({ concept, phrase }) => concept === "troubleSaid" && FAILURE.test(phrase));

/** The server's own trouble; undefined where the words do not tell. */
export function troubleOf(said: Utterance, { code, enhanced }: Codes): Meaning | undefined {
  const lasting = said.tags.some(
    ({ concept, phrase }) => concept === "troubleSaid" && !phrase.startsWith("service"),
  );
  // "Your server is misconfigured" is said of the client.
  if (speaksToUs(said)) return "client";
  // "Insufficient storage" (X.2.2) is the mailbox's.
  if (isMailboxCode({ code, enhanced, foreign: false })) return undefined;
  if (code >= 500) {
    // Said for good, it takes more than the name of a part of the server.
    const fails = lasting && (says(said, "failed", "unavailable", "full") || namesFailure(said));
    return fails ? "trouble" : undefined;
  }
  if (lasting) return "trouble";
  // "Submission policy unavailable", "policy service is unavailable": it could not be asked.
  const ofNobody = !says(said, ...PERSON, ...US, "address", "domain");
  const ofService = says(said, "unavailable") || (says(said, "troubleSaid") && says(said, "policy"));
  if (ofService && says(said, "policy") && ofNobody && !says(said, "refused")) return "trouble";
  // "Unable to fork" (4.3.0): of the mail system or the network (RFC 3463 3.4, 3.5), and what failed there.
  const isUnable = said.tags.some(({ concept, phrase }) => concept === "refused" && phrase === "unable");
  if (isUnable && isOfServer({ code, enhanced, foreign: false }) && !says(said, ...US)) return "trouble";
  if (says(said, "troubleSaid")) {
    // 421, 451 and 452 are registered for trouble, 450 is not (RFC 5321 4.2.3): postscreen says so of a client that
    // must come again, and Postfix of whatever a policy defers (X.7.1).
    const ofPolicy = enhanced?.startsWith("7.") === true;
    if (code === 450 || (ofPolicy && code === 451)) return "greylisting";
    if (ofPolicy) return undefined;
  }
  if (says(said, "troubleSaid", "trouble")) return "trouble";
  if (says(said, "failed") && !says(said, "auth", "conduct", "refused", "sender", "client", "policy"))
    return "trouble";
  if (states(said, ["recipient"], ["unavailable"])) return "trouble";
  return states(said, ["server", "domain"], ["unavailable", "failed", "full"]) ? "trouble" : undefined;
}

/**
 * "Try again later", and nothing about anybody: so greylisting speaks where its name was left out (RFC 6647 5; the
 * defaults of hMailServer, qpsmtpd, rspamd, iRedAPD). A 421 ends the session, which greylisting does not.
 */
export function defersWithoutReason(said: Utterance, code: number): boolean {
  if (code < 400 || code >= 500 || code === 421 || !says(said, "temporary")) return false;
  if (said.tags.some(({ concept }) => REASONS.has(concept))) return false;
  return said.tags.every((tag) => !isSubject(tag) || tag.concept === "quoted");
}

const REASONS: ReadonlySet<Concept> = new Set<Concept>([
  "failed",
  "trouble",
  "troubleSaid",
  "ownTrouble",
  "unavailable",
]);
