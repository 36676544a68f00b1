/** What a refusal must not hold for a failure to be claimed of it (see guards.ts): any evidence that it is said of this client alone. */
import { isOfSender, OF_SENDING, YOU } from "./guards.ts";
import type { Meaning } from "./meaning.ts";
import {
  isHedged,
  namesRecipient,
  namesSender,
  PERSON,
  says,
  speaksToUs,
  states,
  type Codes,
  type Utterance,
} from "./utterance.ts";
import type { Concept } from "./vocabulary/index.ts";

/** Whether something fails: not where what is said may be said of this client alone. */
export function mayFail(meaning: Meaning, said: Utterance, codes: Codes): boolean {
  if (mayPass(meaning, said, codes)) return false;
  if (meaning === "domain" && (isOfSender(codes) || isOfNoDomain(said, codes))) return false;
  if (meaning === "trouble" ? isOfOurFault(said) : isOfWhoSends(meaning, said, codes)) return false;
  if ((meaning !== "trouble" && meaning !== "domain") || /^[34]\./.test(codes.enhanced ?? "")) return true;
  if (namesRecipient(said)) return true;
  const { tokens } = said;
  const isTested = (token: string, at: number): boolean =>
    OF_SENDER.test(token) ||
    (meaning === "trouble" && OF_SENDING.test(token)) ||
    (/^(?:sending|connecting)$/.test(token) &&
      /^(?:e?mail|smtp|mta|servers?|hosts?|systems?|domain|client|address)$/.test(tokens[at + 1] ?? ""));
  return !(
    namesSender(said) ||
    speaksToUs(said) ||
    says(said, "listed", "clientRejected", "conduct") ||
    tokens.some((token, at) => token === "<client>" || token === "<sender>" || isTested(token, at))
  );
}

/** "Callback to your MX timed out": whose it is, is said. "Connection dropped due to policy" (X.4.2): no fault is named. */
function isOfOurFault(said: Utterance): boolean {
  const ofPolicy = says(said, "policy") && !says(said, "troubleSaid", "unavailable", ...FAULTS);
  // "Cannot connect back to 192.0.2.77".
  const ofWay = said.tokens.includes("<client>") && said.tokens.some((token) => WAY.test(token));
  if (ofPolicy || ofWay) return true;
  return said.tokens.some((token, at) => token === "your" && YOURS.test(said.tokens[at + 1] ?? ""));
}

const WAY = /^(?:back|connect|reach|resolv\p{L}*|lookup|look)$/u;

const YOURS =
  /^(?:mx|dns|ip|ptr|reverse|hostname|hosts?|domains?|networks?|mail|servers?|mta|systems?|provider|sender)$/;

/**
 * "own.example does not accept mail from probe.example", "from an untrusted server", "only from …": others are answered otherwise. Of
 * a stranger's domain, relaying is refused whoever asks.
 */
function isOfWhoSends(meaning: Meaning, { tokens }: Utterance, { foreign }: Codes): boolean {
  const isFrom = (names: RegExp, reach: number): boolean =>
    tokens.some(
      (token, at) =>
        token === "from" && tokens.slice(at + 1, at + 1 + reach).some((each) => names.test(each)),
    );
  if (meaning !== "domain" && (meaning !== "relaying" || foreign)) return false;
  if (!foreign && isFrom(/^(?:servers?|hosts?|networks?|ip)$/, REACH)) return true;
  const limited = tokens.includes("only") && tokens.includes("from");
  return meaning === "domain" && (limited || isFrom(/^<(?:client|sender)>$/, 1));
}

/** Words behind "from" among which the one stands that names from where. */
const REACH = 3;

/** Whether who asked, or what is tested of who sends, stands in it: then nobody knows whether the recipient was looked at. */
export function mayBeOfClient(said: Utterance): boolean {
  const { tokens } = said;
  if (says(said, "sender", "listed", "conduct", "clientRejected") || speaksToUs(said)) return true;
  return tokens.some((token) => token === "<client>" || OF_SENDING.test(token));
}

/**
 * "Domain does not exist", of no name: of its own domain a server looks nothing up, so it may be the sender's.
 */
function isOfNoDomain(said: Utterance, { foreign, enhanced }: Codes): boolean {
  if (
    foreign ||
    namesRecipient(said) ||
    !(
      states(said, ["domain"], ["unknown"]) ||
      said.tags.some(({ concept, phrase }) => concept === "domainSaid" && /host|dns|nxdomain/.test(phrase))
    ) ||
    /^1\.(?:2|10)$/.test(enhanced ?? "")
  )
    return false;
  return !said.tokens.some((token) => OF_RECIPIENT.test(token));
}

const OF_RECIPIENT = /^(?:recipient|destination|target|rcpt)/;

/** As {@link OF_SENDING}, without what is looked up of any domain. */
const OF_SENDER = /^(?:ptr|rdns|spf|dkim|dmarc|helo|ehlo|rbl|dnsbl|ip|spam\p{L}*|reputation|backscatter)$/u;

/**
 * Whether what is refused for now may be refused to this client alone, so that nothing fails: its own address, name or sender is
 * quoted, and no code has it of the system or the network (X.3, X.4: RFC 3463); or the service is unavailable, and why,
 * stands behind a link.
 */
function mayPass(meaning: Meaning, said: Utterance, { code, enhanced }: Codes): boolean {
  if (code >= 500) return false;
  const { tags, tokens } = said;
  const quoted = tokens.includes("<client>") || (tokens.includes("<sender>") && !namesRecipient(said));
  if (quoted && code !== 421 && !/^[34]\./.test(enhanced ?? "")) return true;
  if (meaning !== "trouble" || !tokens.includes("<url>") || says(said, ...PERSON)) return false;
  return tags.every(({ concept, phrase }) =>
    concept === "troubleSaid" ? phrase.startsWith("service") : !FAULTS.includes(concept),
  );
}

const FAULTS: readonly Concept[] = ["failed", "ownTrouble", "trouble"];

/**
 * Whether all that is open is whether a user is unknown or a domain is not served: "Unrouteable address" (Exim), "not deliverable",
 * and nothing of who sends, of a rule or of a state that passes.
 */
export function mayBeUserOrDomain(said: Utterance, codes: Codes): boolean {
  const { tokens } = said;
  if (codes.foreign || codes.code < 500 || mayBeOfClient(said) || isHedged(said)) return false;
  if (says(said, ...OPEN) || tokens.some((token) => YOU.test(token) || token === "<sender>")) return false;
  return said.tags.some(
    ({ concept, phrase }) =>
      concept === "unroutableAddress" ||
      (concept === "notAccepted" && phrase === "not deliverable") ||
      (concept === "unknown" && !/^(?:no|not valid|bad|invalid\*?)$/.test(phrase)),
  );
}

/** What leaves open more than that. */
const OPEN: readonly Concept[] = [
  "refused",
  "policy",
  "blocked",
  "banned",
  "recipientRule",
  "rate",
  "full",
  "temporary",
  "auth",
  "authMissing",
  "troubleSaid",
  "ownTrouble",
  "failed",
  "relay",
  "standardMailbox",
  "malformed",
];
