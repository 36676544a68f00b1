/** What an enhanced status code means where the words are silent. */
import type { EnhancedCode } from "./reply-text.ts";
import type { Meaning } from "./meaning.ts";
import type { Codes } from "./utterance.ts";

/** By subject and detail; the class says only whether it lasts. */
const MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  // RFC 3463 3.2: addresses.
  ["1.1", "mailbox"],
  ["1.2", "domain"],
  ["1.4", "mailbox"],
  ["1.6", "mailbox"],
  ["1.7", "client"],
  ["1.8", "client"],
  // RFC 7505 4.2: the recipient's domain has a null MX.
  ["1.10", "domain"],
  // RFC 3463 3.3: mailboxes.
  ["2.1", "mailbox"],
  ["2.2", "mailbox"],
  // RFC 3463 3.6: too many recipients, which is what a client does.
  ["5.3", "client"],
  // RFC 3463 3.8, RFC 4954 6, RFC 5248: authentication and encryption.
  ["7.8", "login"],
  ["7.10", "tls"],
  ["7.11", "tls"],
  ["7.12", "login"],
  // RFC 8689 5: REQUIRETLS needed.
  ["7.30", "tls"],
  // RFC 7372: DKIM, SPF, reverse DNS; RFC 7505: the sender's domain has a null MX; IANA: mail flood.
  ["7.20", "client"],
  ["7.21", "client"],
  ["7.22", "client"],
  ["7.23", "client"],
  ["7.24", "client"],
  ["7.25", "client"],
  ["7.26", "client"],
  ["7.27", "client"],
  ["7.28", "client"],
  ["7.29", "client"],
  // Exchange: SMTP submission without relay permission; TenantAttribution; client not authenticated.
  ["7.54", "relaying"],
  ["7.57", "login"],
  ["7.64", "relaying"],
]);

/** Codes that name the server's own trouble (RFC 3463 3.4 and 3.5): mail system, network and routing. */
const TROUBLE: ReadonlySet<string> = new Set(["3", "4"]);

/**
 * Exchange Online's own codes ("Email non-delivery reports and SMTP errors in Exchange Online", learn.microsoft.com):
 * X.7.500 to X.7.899 refuse the client, its account or its network, but for two that refuse the recipient.
 */
const EXCHANGE_CLIENT = /^7\.[5678]\d\d$/;
/**
 * Exchange's X.7.51: a connector of the recipient's organization takes this domain from other addresses only. X.7.105 and X.7.124 to
 * X.7.136 are restrictions of a recipient or a group to members: neither a login nor a mailbox that is none.
 */
const EXCHANGE_CONNECTOR = "7.51";
const EXCHANGE_RESTRICTED = /^7\.1(?:05|2[049]|3[346])$/;
const EXCHANGE_RECIPIENT: ReadonlySet<string> = new Set(["7.504", "7.505"]);

/**
 * What a code of one product's own numbering means. Nobody else uses it, and the words beside it are often the same for
 * many codes ("Access denied"). X.7.700 is a limit of an account for good, and for now the service's own trouble.
 */
export function documentedMeaning({ code, enhanced, ofProvider }: Codes): Meaning | undefined {
  if (ofProvider !== undefined) return ofProvider;
  if (enhanced === undefined || (code < 500 && enhanced === "7.700")) return undefined;
  if (EXCHANGE_RECIPIENT.has(enhanced)) return "mailbox";
  if (code >= 500 && EXCHANGE_RESTRICTED.test(enhanced)) return "unclear";
  return EXCHANGE_CLIENT.test(enhanced) || enhanced === EXCHANGE_CONNECTOR ? "client" : undefined;
}

/** What the code says; undefined where it says no more than the reply code does. */
export function meaningOfEnhanced(enhanced: EnhancedCode | undefined): Meaning | undefined {
  if (enhanced === undefined) return undefined;
  return MEANINGS.get(enhanced) ?? (TROUBLE.has(enhanced.slice(0, 1)) ? "trouble" : undefined);
}

/** What a reply code is registered for, where neither words nor enhanced code say more. */
const REPLY_CODES: ReadonlyMap<number, Meaning> = new Map<number, Meaning>([
  // RFC 5321 4.2.3: service not available; local error; insufficient storage; unable to accommodate parameters.
  [421, "trouble"],
  [451, "trouble"],
  [452, "trouble"],
  [455, "trouble"],
  // RFC 5321 4.2.3: user not local; exceeded storage allocation.
  [551, "relaying"],
  [552, "mailbox"],
  // RFC 7504: host, or domain, does not accept mail.
  [521, "domain"],
  [556, "domain"],
  // RFC 5248: encryption needed. RFC 4954 6: authentication required.
  [523, "tls"],
  [530, "login"],
  [535, "login"],
]);

export function meaningOfReplyCode(code: number): Meaning | undefined {
  return REPLY_CODES.get(code);
}
