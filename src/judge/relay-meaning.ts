/**
 * What a reply to a relay test means. The words and the enhanced code decide (RFC 3463), not the reply code
 * alone: servers refuse relaying as 550, 553, 554, 454 or 530, and refuse other things with the same codes.
 */
import type { Reply } from "../observe/observation.ts";

export type RelayMeaning =
  /** 2xx: the recipient was accepted. */
  | "accepted"
  /** Refused as relaying, or for want of authentication. */
  | "relay-refused"
  /** This client, its name or its sender was refused; nothing is said about relaying. */
  | "client-refused"
  /** The recipient's own domain was refused: it does not exist or takes no mail. */
  | "recipient-domain-refused"
  /** 421: the server ends the session. */
  | "deferred-session"
  /** 4xx for another reason: not now. */
  | "deferred"
  /** 5xx for another reason. */
  | "rejected-otherwise";

/** A list that blocks clients, told by name even where it calls itself a "relay" list. */
const BLOCK_LIST =
  /\bblock(?:ed|ing)?\b|black\s?list|block\s?list|\bdnsbl\b|\brbl\b|spamhaus|spamcop|barracuda|reputation|\bbanned\b|\blisted (?:at|in|on|by)\b/i;

/** A refusal to relay, in the words of the servers that are in use. */
const RELAY =
  /\brelay(?:ing|ed)?\b|not (?:a |one of our |a valid )?local (?:domain|host|user|recipient)|rcpthosts|tenantattribution|not (?:permitted|allowed|authori[sz]ed) to (?:send|relay) (?:to|through|mail)|domain isn'?t (?:in my list|hosted here)|do(?:es)?n'?t (?:handle|accept) mail for that domain/i;

/** Authentication is asked for before mail is taken. */
const AUTHENTICATION =
  /authenticat(?:ion|e)|auth(?:entication)? (?:is )?(?:required|needed)|must (?:be )?(?:log|issue a starttls|issue starttls)|smtp auth|log ?in first|starttls command first/i;

/** The client's name, address or sender is at fault. */
const CLIENT =
  /\bclient (?:host|address)\b|\bhelo\b|\behlo\b|\breverse\b|\bptr\b|\bsender\b|\bspf\b|your (?:ip|host|address|server|mail ?server)|return path|mail from|\bdynamic\b|bad reputation|pregreet|protocol error|command rejected/i;

/** The recipient's domain is at fault. */
const RECIPIENT_DOMAIN =
  /domain not found|(?:unknown|invalid|non-?existent|unrouteable|unroutable) (?:recipient |mail |destination )?(?:domain|address|host)|no such (?:domain|host)|null ?mx|does not accept (?:e-?)?mail|domain does not exist|host not found|no mx/i;

/** Enhanced status code of a reply, `class.subject.detail` without the class (RFC 3463, RFC 2034). */
function enhancedCode(reply: Reply): string | undefined {
  for (const line of reply.lines) {
    const match = /^\d{3}[- ]([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(line);
    if (match !== null) return `${match[2] ?? ""}.${match[3] ?? ""}`;
  }
  return undefined;
}

/** The text of a reply without its codes. */
function textOf(reply: Reply): string {
  return reply.lines.map((line) => line.slice(4).replace(/^[245]\.\d{1,3}\.\d{1,3}\s*/, "")).join(" ");
}

/** What this reply to RCPT (or to MAIL, where it is refused) means for relaying. */
export function relayMeaning(reply: Reply): RelayMeaning {
  const { code } = reply;
  if (code < 400) return "accepted";
  if (code === 421) return "deferred-session";
  const enhanced = enhancedCode(reply);
  // Addresses in the text (<x@relay.example>) are not the server's own words.
  const text = textOf(reply).replaceAll(/<[^>]*>/g, " ");
  if (BLOCK_LIST.test(text)) return "client-refused";
  if (RELAY.test(text)) return "relay-refused";
  if (code === 530 || code === 538 || enhanced === "7.54" || enhanced === "7.64") return "relay-refused";
  if (AUTHENTICATION.test(text)) return "relay-refused";
  if (enhanced === "1.7" || enhanced === "1.8" || enhanced === "7.25" || enhanced === "7.26")
    return "client-refused";
  if (code === 556 || enhanced === "1.2" || enhanced === "1.10") return "recipient-domain-refused";
  if (RECIPIENT_DOMAIN.test(text)) return "recipient-domain-refused";
  if (CLIENT.test(text)) return "client-refused";
  return code < 500 ? "deferred" : "rejected-otherwise";
}
