/**
 * What a reply to a relay test means. The words and the enhanced code decide (RFC 3463), not the reply code
 * alone: servers refuse relaying as 550, 553, 554, 454 or 530, and refuse other things with the same codes.
 */
import type { Reply } from "../../observe/observation.ts";

export type RelayMeaning =
  /** 2xx: the recipient was accepted. */
  | "accepted"
  /** 3xx: nothing that MAIL or RCPT can be answered with (RFC 5321 4.3.2), neither yes nor no. */
  | "no-answer"
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

/** Relaying by name; "relay host" and "relay recipient" speak of something else. */
const RELAYING = /\brelay(?:ing|ed)?\b(?! (?:host|recipient))/gi;

/** Refused, behind that name in one clause, at most so many characters away. */
const REFUSED_BEHIND =
  /\b(?:denied|not (?:permitted|allowed|authori[sz]ed|enabled|supported|possible)|prohibited|refused|rejected|disallowed|disabled|forbidden|restricted)/i;
const BEHIND = 40;

/** Refused, before it in one clause, at most so many characters away; "open relay" alone is no such word. */
const REFUSED_BEFORE =
  /(?:unable|not permitted|not allowed|not authori[sz]ed|not configured|not willing|unauthori[sz]ed|can't|cannot|won't|will not|do not|does not|don't|doesn't|refuse[sd]?|denied|attempt(?:ed)?|illegal|not an open|no)\b/gi;
const BEFORE = 30;

/** Characters of the longest refusal on either side. */
const LONGEST_REFUSAL = 16;

/** Whether the text refuses to relay. Each name is looked at with its surroundings only: the work grows with the text. */
function refusesToRelay(text: string): boolean {
  return [...text.matchAll(RELAYING)].some(({ 0: word, index }) => {
    const end = index + word.length;
    const [behind = ""] = text.slice(end, end + BEHIND + LONGEST_REFUSAL).split(/[.;]/, 1);
    if ((REFUSED_BEHIND.exec(behind)?.index ?? Infinity) <= BEHIND) return true;
    const before = text
      .slice(Math.max(0, index - BEFORE - LONGEST_REFUSAL), index)
      .split(/[.;]/)
      .at(-1);
    const nearest = before === undefined ? undefined : [...before.matchAll(REFUSED_BEFORE)].at(-1);
    return (
      word.toLowerCase() !== "relayed" &&
      before !== undefined &&
      nearest !== undefined &&
      nearest.index + nearest[0].length >= before.length - BEFORE
    );
  });
}

/** Refusals to relay that do not name relaying. */
const FOREIGN =
  /rcpthosts|tenantattribution|not (?:a |one of our |a valid )?local (?:domain|host)|domain isn'?t (?:in my list|hosted here)|do(?:es)?n'?t (?:handle|accept) mail for (?:that|this) domain|not (?:permitted|allowed|authori[sz]ed) to (?:send|mail) (?:to (?:this|that) (?:domain|address|recipient)|to remote)/i;

/** Authentication is asked for before mail is taken. */
const AUTHENTICATION =
  /authenticat(?:ion|e)\b|not authenticated|auth(?:entication)? (?:is )?(?:required|needed)|must (?:be )?(?:log|issue (?:a )?starttls)|smtp auth|log ?in first|starttls (?:command )?first/i;

/** This client is at fault: its address, its reputation, its name, or the sender it gave. */
const CLIENT =
  /\bblock(?:ed|ing)?\b|black\s?list|block\s?list|\bdnsbl\b|\brbl\b|spamhaus|spamcop|barracuda|reputation|\bbanned\b|\blisted (?:at|in|on|by)\b|\bclient (?:host|address)\b|\b(?:helo|ehlo)\b|\breverse\b|\bptr\b|\bsender\b|\bspf\b|\bdmarc\b|\bdkim\b|\bspam\b|\babuse\b|your (?:ip|host|address|server|mail ?server)|the ip you|messages from|unresolvable relay|return path|mail from|\bdynamic\b|pregreet|protocol error|command rejected/i;

/** The recipient's domain is at fault. */
const RECIPIENT_DOMAIN =
  /domain not found|(?:unknown|invalid|non-?existent|unrouteable|unroutable) (?:recipient |mail |destination )?(?:domain|address|host)|no such (?:domain|host)|null ?mx|no smtp service|does not accept (?:e-?)?mail|domain does not exist|host not found|no mx\b/i;

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

/** Without addresses and host names: `<x@relay.example>` and `relay.example: greylisted` say nothing of relaying. */
function withoutNames(text: string): string {
  return withoutBrackets(text)
    .split(/(\s+)/)
    .map((word) => (word.slice(1, -1).includes("@") ? " " : word.replaceAll(/[\w.-]+/g, withoutHostName)))
    .join("");
}

/** Without what stands in angle brackets. */
function withoutBrackets(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let open = text.indexOf("<"); open >= 0; open = text.indexOf("<", at)) {
    const close = text.indexOf(">", open);
    if (close < 0) break;
    kept.push(text.slice(at, open));
    at = close + 1;
  }
  return [...kept, text.slice(at)].join(" ");
}

/** What is left of letters, digits, dots and hyphens behind the last top-level domain in them. */
function withoutHostName(run: string): string {
  const labels = run.split(".");
  const last = labels.findLastIndex((label, index) => {
    const name = labels[index - 1] ?? "";
    return name !== "" && /^[a-z]{2,}(?!\w)/i.test(label);
  });
  return last < 0 ? run : ` ${labels.slice(last + 1).join(".")}`;
}

/** Enhanced codes that speak of the client: its sender, its reverse name, its authentication (RFC 3463, RFC 7372). */
const CLIENT_CODES = ["1.7", "1.8", "7.20", "7.21", "7.22", "7.23", "7.24", "7.25", "7.26", "7.27"];

/** What this reply to RCPT (or to MAIL, where it is refused) means for relaying. */
export function relayMeaning(reply: Reply): RelayMeaning {
  const { code } = reply;
  if (code < 300) return "accepted";
  if (code < 400) return "no-answer";
  if (code === 421) return "deferred-session";
  const enhanced = enhancedCode(reply) ?? "";
  const raw = textOf(reply);
  const text = withoutNames(raw);
  if (refusesToRelay(text) || FOREIGN.test(text)) return "relay-refused";
  if (code === 530 || code === 538 || enhanced === "7.54" || enhanced === "7.64") return "relay-refused";
  // Exchange Online puts its blocks of clients at 5.7.5xx, 5.7.6xx and 5.7.7xx.
  if (CLIENT_CODES.includes(enhanced) || /^7\.[567]\d\d$/.test(enhanced)) return "client-refused";
  if (/recipient ?not ?found/i.test(raw)) return "rejected-otherwise";
  if (CLIENT.test(text)) return "client-refused";
  if (AUTHENTICATION.test(text)) return "relay-refused";
  if (code === 556 || enhanced === "1.2" || enhanced === "1.10") return "recipient-domain-refused";
  if (RECIPIENT_DOMAIN.test(text)) return "recipient-domain-refused";
  return code < 500 ? "deferred" : "rejected-otherwise";
}
