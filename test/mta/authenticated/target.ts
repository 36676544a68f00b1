/** The words in which targets of the bed are written: what is published and served, and what has to come out. */
import type { Authorities, Chain } from "../certificates.ts";
import type { Mistake } from "./mistakes.ts";

/**
 * The zone that a domain or host lies in, as `NAME.ZONE.test`: `dane` is signed, `plain` is not, `island` is signed
 * and has no DS in its parent, `bogus` is signed and its DS is wrong.
 */
export type ParentZone = "dane" | "plain" | "island" | "bogus";

/** A zone of a target's own. `lost`: its name server says SERVFAIL; `silent`: that one says nothing. */
export type ChildZone = "signed" | "unsigned" | "bogus" | "lost" | "silent";

/**
 * A host of a target: `mx` is `mx.NAME.ZONE.test` in the zone of its domain, `mx@plain` the same in another one, and
 * `@` the domain itself. In records it stands in braces: `{mx}`.
 */
export type HostKey = string;

/** What a chain is made from. */
export interface Maker {
  readonly authorities: Authorities;
  /** Name of the mail domain. */
  readonly domain: string;
  /** Name of the host that serves the chain. */
  readonly host: string;
  /** Full name of any host of this target. */
  name(host: HostKey): string;
}

export type MakeChain = (maker: Maker) => Chain;

/**
 * - `missing`: STARTTLS is not announced. `refused`: announced, and answered with 454.
 * - `garbage`: announced, answered with 220, and random octets follow.
 */
export type StarttlsFault = "missing" | "refused" | "garbage";

/** One server at an address of its own. */
export interface ServerPlan {
  /** The bed's own server where absent. */
  readonly by?: "postfix" | "exim";
  /** What it serves; self-signed in its host's name where absent. */
  readonly chain?: MakeChain;
  /** What it serves to those who name one of these hosts (SNI). */
  readonly bySni?: Readonly<Record<HostKey, MakeChain>>;
  /** It shakes hands with those only who name one of the hosts in `bySni`. */
  readonly onlyNamed?: true;
  readonly starttls?: StarttlsFault;
  /** IPv4 where absent. */
  readonly family?: 6;
  /** 25 where absent; TLS from the first byte at 465. */
  readonly port?: 465 | 587;
}

/**
 * A TLSA record: usage, selector, matching type, and what it is made from.
 * - `leaf`, `ca`, `ca2`: first, second, third certificate that the host's first server serves; `leaf2` and so on:
 *   those of its second server.
 * - `root`, `private`: the root of the WebPKI that the bed trusts, and one that nobody trusts.
 * - `other`: a certificate that nobody serves. `short`: the first 20 octets of `leaf`. `junk`: octets that do not parse.
 */
export type TlsaPlan = `${number} ${number} ${number} ${string}`;

/** What the policy host does. */
export interface PolicyPlan {
  /** Each becomes a line that ends with CRLF; a string is served as it is. */
  readonly text?: readonly string[] | string;
  /** Patterns that a sender takes from it, where it is valid. */
  readonly patterns?: readonly string[];
  /** `text/plain` where absent; null: none. */
  readonly type?: string | null;
  /** 200 where absent. */
  readonly status?: number;
  /** Path, or whole address, that a status of 3xx leads to. */
  readonly location?: string;
  /** Sound and in the policy host's name where absent. */
  readonly chain?: MakeChain;
  /**
   * - `v6`: at an IPv6 address only. `absent`: the name does not exist. `refused`: nothing listens.
   * - `silent`: takes the question and never answers. `drip`: answers ten octets a second.
   * - `plaintext`: HTTP without TLS. `tls11`: TLS 1.1 at most. `gzip`: compressed without being asked.
   */
  readonly at?: "v6" | "absent" | "refused" | "silent" | "drip" | "plaintext" | "tls11" | "gzip";
}

/** MTA-STS of a target. */
export interface StsPlan {
  /** Records of `_mta-sts`, each as the quoted strings of a zone file; one sound record where absent. */
  readonly txt?: readonly string[];
  readonly policy?: PolicyPlan;
}

/** What became of a message. `unauthenticated`: delivered over TLS, and the server is anybody. */
export type Delivery = "verified" | "unauthenticated" | "plain" | "deferred" | "bounced";

/** Status of an answer, and whether there was one: `secure none` is a proof that nothing is there. */
export type DnsAnswer = "secure" | "secure none" | "insecure" | "insecure none" | "bogus" | "failed";

/** `pass`, `skip`, `warn: code, code` …: a verdict and its codes in alphabetical order. */
export type Outcome = "pass" | "skip" | `${"pass" | "skip" | "warn" | "fail" | "inconclusive"}: ${string}`;

/** What the contract says has to come out. */
export interface Label {
  /**
   * Outcome of `dane` by host as the MX record names it: at all its servers, or at the n-th one, as `mx#2`. Hosts
   * without an address are left out.
   */
  readonly dane?: Readonly<Record<string, Outcome>>;
  /** What comes out of `mx` beside what the older checks say. */
  readonly mx?: Outcome;
  /** What a sender with DANE does. */
  readonly delivery?: Delivery;
  /** The host that it delivers to, where it passes others over. */
  readonly via?: HostKey;
  /** TLSA base domain by host, where it is not that host itself. */
  readonly base?: Readonly<Record<HostKey, HostKey>>;
  /** Answers that differ from what their zone says, by question: `_25._tcp.{mx} TLSA`. */
  readonly dns?: Readonly<Record<string, DnsAnswer>>;
  readonly mtaSts?: Outcome;
  /** What a sender does that holds this policy and enforces it, whatever its mode. */
  readonly stsDelivery?: Delivery;
  /** What fetching the policy gives: status and type, or why nothing came. `200 text/plain` where absent. */
  readonly fetch?: string;
  readonly tlsRpt?: Outcome;
}

export type OracleName = "postfix" | "exim" | "finger" | "openssl" | "sts" | "fetch";

/** An answer that the label does not lead to, and why it does not prove the label wrong. */
export interface Difference {
  readonly says: string;
  readonly because: string;
}

export interface Target {
  /** Also the label of its domain. */
  readonly name: string;
  /** The rule that it is there for, in a sentence. */
  readonly rule: string;
  /** Where the rule is from. */
  readonly see: string;
  /** The mistake that peers make here. */
  readonly mistake?: Mistake;
  /** Zone of the mail domain; `dane` where absent. */
  readonly zone?: ParentZone;
  /** Hosts with their servers. */
  readonly hosts?: Readonly<Record<HostKey, readonly ServerPlan[]>>;
  /** Hosts of the MX records by rising preference; all of `hosts` where absent, none where empty. */
  readonly mx?: readonly HostKey[];
  /** TLSA records by host, for port 25, or by owner in the form `_465._tcp.{mx}`. */
  readonly tlsa?: Readonly<Record<string, readonly TlsaPlan[]>>;
  /** Whose servers the TLSA records speak of, where it is not the host that carries them. */
  readonly keysOf?: HostKey;
  /** Further records; owners and names in them as `{mx}`. */
  readonly records?: readonly string[];
  /** Zones of its own by apex. */
  readonly zones?: Readonly<Record<string, ChildZone>>;
  readonly sts?: StsPlan;
  /** Records of `_smtp._tls`, each as the quoted strings of a zone file. */
  readonly tlsRpt?: readonly string[];
  /** The next hop is this host, named directly, and no MX record is asked for. */
  readonly nextHop?: HostKey;
  readonly label: Label;
  readonly differs?: Readonly<Partial<Record<OracleName, Difference>>>;
}
