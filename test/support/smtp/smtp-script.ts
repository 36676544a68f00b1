/** How a scripted SMTP server behaves, and what it saw. */
import type { ServerTls } from "./server-tls.ts";

/** Steps of a dialog at which something can happen; `EHLO in TLS` is the one after the handshake. */
export type Moment =
  "greeting" | "EHLO" | "EHLO in TLS" | "HELO" | "STARTTLS" | "MAIL" | "RCPT" | "RSET" | "QUIT";

/** The step that a command is, if it is one. */
export function momentOf(verb: string, inTls: boolean): Moment | undefined {
  switch (verb) {
    case "EHLO":
      return inTls ? "EHLO in TLS" : "EHLO";
    case "HELO":
    case "STARTTLS":
    case "MAIL":
    case "RCPT":
    case "RSET":
    case "QUIT":
      return verb;
    default:
      return undefined;
  }
}

/** What happens at a step instead of, or before, what would. */
export interface Trouble {
  at: Moment;
  /** To commands that this matches only. */
  line?: RegExp;
  /** To only the first ones are listed connections only. */
  connections?: number;
  /** To the first of every so many connections only. */
  every?: number;
  /** Not to the first so many of such commands in each connection. */
  after?: number;
  /** Seconds to let pass first. */
  seconds?: number;
  /** Sent instead, without line end; a 421 is followed by a hang-up. */
  reply?: string;
  /** Done after the reply, or instead of one. */
  then?: "close" | "reset" | "silence";
}

/**
 * - `works`: announced, and TLS follows. `hidden`: the same, not announced.
 * - `missing`: neither announced nor known (502).
 * - `close`: announced, answered with 220, and a hang-up right behind it. `silence`: nothing behind it.
 * - `reset`, `garbage` (random octets), `plaintext` (a reply in clear): the same, as the answer to a ClientHello.
 */
export type Starttls =
  "works" | "hidden" | "missing" | "close" | "reset" | "silence" | "garbage" | "plaintext";

/** What the recipient rules know of one RCPT. */
export interface Envelope {
  /** Address between the angle brackets, as it came. */
  recipient: string;
  sender: string;
  inTls: boolean;
}

/** Reply to one RCPT, without line end. */
export type RecipientRule = (envelope: Envelope) => string;

export interface SmtpScript {
  /** The name it calls itself. */
  name: string;
  tls?: ServerTls;
  /** TLS from the first byte (RFC 8314 3.3). */
  implicitTls?: true;
  /** Exact bytes (latin1) and pauses in seconds between them; `Infinity`, or an empty list: nothing more is ever said. */
  greeting?: string | readonly (string | number)[];
  /** Keywords announced before STARTTLS, which comes last. */
  announce?: readonly string[];
  /** Keywords announced inside TLS; the same where absent. */
  announceInTls?: readonly string[];
  /** Exact reply to EHLO, without line end, instead of the announcement. */
  ehlo?: string;
  /** Exact reply to HELO, without line end. */
  helo?: string;
  /** `works` where there is `tls`, else `missing`. */
  starttls?: Starttls;
  /** Bytes in clear behind the 220 to STARTTLS, in the same packet. */
  behindStarttls?: string;
  /** Reply to MAIL by sender; 250 where absent. */
  mail?: (sender: string) => string;
  /** Reply to RCPT; where absent every recipient is accepted. */
  rcpt?: RecipientRule;
  troubles?: readonly Trouble[];
  /** Told when the server has said the last word on a connection that stays open. */
  onSilence?: () => void;
  /** Every octet in a packet of its own. */
  bytewise?: true;
}

/** One command as it arrived. */
export interface SeenCommand {
  verb: string;
  line: string;
  inTls: boolean;
  /** Number of the packet (or TLS record) in which its last octet came; equal ones were sent together. */
  packet: number;
}

/** What one connection brought. */
export interface SeenSession {
  /** Counted from 1. */
  connection: number;
  commands: SeenCommand[];
  /** Something was sent before the greeting was complete. */
  spokeEarly: boolean;
  /** What came in clear behind STARTTLS and was thrown away. */
  discarded: string;
  tls?: { version: string; cipher: string; serverName: string | undefined };
  /** Why the handshake failed, as the TLS library names it. */
  tlsError?: string;
  ended: boolean;
}

/** Keywords of an everyday server, without STARTTLS. */
export const EVERYDAY_KEYWORDS = ["PIPELINING", "SIZE 10240000", "ENHANCEDSTATUSCODES", "8BITMIME"] as const;

/** Accepts mailboxes of these domains, and refuses all others as Postfix does. */
export function onlyFor(domains: readonly string[]): RecipientRule {
  return ({ recipient }) => {
    const domain = recipient.slice(recipient.lastIndexOf("@") + 1).toLowerCase();
    const own = recipient.includes("@") ? domains.includes(domain) : recipient.toLowerCase() === "postmaster";
    return own ? "250 2.1.5 Ok" : `554 5.7.1 <${recipient}>: Relay access denied`;
  };
}

/** Says the same to every recipient. */
export function always(reply: string): RecipientRule {
  return () => reply;
}
