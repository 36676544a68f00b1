/** What the name server of the lab knows, as plain data, and how it finds the answer to one question. */
import type { Answer, PacketOpt } from "dns-packet";

/** What is known of one name. A name with no records at all exists and answers NODATA. */
export interface Records {
  MX?: readonly (readonly [preference: number, exchange: string])[];
  A?: readonly string[];
  AAAA?: readonly string[];
  NS?: readonly string[];
  TXT?: readonly string[];
  /** As a zone file has them: `3 1 1 HEX`. */
  TLSA?: readonly string[];
  CNAME?: string;
  /** Seconds; 300 where absent. */
  ttl?: number;
  /** Every question for this name fails so. */
  rcode?: "NXDOMAIN" | "SERVFAIL" | "REFUSED" | "FORMERR" | "NOTIMP";
  /** SERVFAIL unless checking is disabled, as a validating resolver says of a bogus zone (RFC 4035 3.2.2). */
  bogus?: true;
  /** The answer is said to be validated (AD). */
  authenticated?: true;
  /** Extended DNS errors put into the answer where the question has EDNS (RFC 8914). */
  extendedErrors?: readonly { code: number; text: string }[];
  /** No answer, ever. */
  silent?: true;
  /** No answer to so many questions first, over either transport. */
  lose?: number;
  /** Over UDP only an empty answer with TC; the whole one over TCP. */
  truncated?: true;
  /** The whole message exactly so, its first two octets replaced by the question's identifier. */
  raw?: Buffer;
}

/** Records by lower-case name without trailing dot; `.` is the root. */
export type Zones = Readonly<Record<string, Records>>;

export const RCODES = { NOERROR: 0, FORMERR: 1, SERVFAIL: 2, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const;
type Rcode = keyof typeof RCODES;
const EXTENDED_ERROR_OPTION = 15;
const CHAIN_LIMIT = 20;
/** What every resolver knows, and what is asked to tell a broken resolver from a broken domain. */
const ROOT: Records = { NS: ["a.root-servers.net", "b.root-servers.net"] };

/** What there is to say to one question. */
export interface Resolution {
  rcode: Rcode;
  answers: Answer[];
  /** The records of the asked name itself, which decide on flags and behaviour. */
  records: Records | undefined;
}

/** The form in which names are compared. */
export function keyOf(name: string): string {
  const lower = name.toLowerCase();
  return lower === "." || lower === "" ? "." : lower.replace(/\.$/, "");
}

/** The names of a server. Whether others stand below one is known without a look at all of them: a fleet has thousands. */
export class KnownNames {
  readonly #records = new Map<string, Records>();
  /** How many names stand below one. */
  readonly #below = new Map<string, number>();

  constructor(zones: Zones) {
    for (const [name, records] of Object.entries(zones)) this.set(name, records);
  }

  get(name: string): Records | undefined {
    return this.#records.get(keyOf(name));
  }

  set(name: string, records: Records): void {
    const key = keyOf(name);
    if (!this.#records.has(key)) this.#count(key, 1);
    this.#records.set(key, records);
  }

  delete(name: string): void {
    const key = keyOf(name);
    if (this.#records.delete(key)) this.#count(key, -1);
  }

  isAbove(name: string): boolean {
    return (this.#below.get(keyOf(name)) ?? 0) > 0;
  }

  #count(key: string, more: 1 | -1): void {
    for (let dot = key.indexOf("."); dot >= 0; dot = key.indexOf(".", dot + 1)) {
      const above = key.slice(dot + 1);
      this.#below.set(above, (this.#below.get(above) ?? 0) + more);
    }
  }
}

function recordsOf(known: Records, owner: string, type: string): Answer[] {
  const ttl = known.ttl ?? 300;
  switch (type) {
    case "MX":
      return (known.MX ?? []).map(([preference, exchange]) => ({
        type: "MX",
        name: owner,
        ttl,
        data: { preference, exchange },
      }));
    case "A":
    case "AAAA":
    case "NS":
      return (known[type] ?? []).map((data) => ({ type, name: owner, ttl, data }));
    case "TXT":
      return (known.TXT ?? []).map((data) => ({ type: "TXT", name: owner, ttl, data }));
    case "TLSA":
      return (known.TLSA ?? []).map((written) => tlsaOf(written, owner, ttl));
    default:
      return [];
  }
}

function tlsaOf(written: string, name: string, ttl: number): Answer {
  const [usage, selector, matchingType, hex = ""] = written.split(" ");
  const data = {
    usage: Number(usage),
    selector: Number(selector),
    matchingType: Number(matchingType),
    certificate: Buffer.from(hex, "hex"),
  };
  return { type: "TLSA", name, ttl, data };
}

/** Top-level domains that exist, whatever the zones are. */
const TOP_LEVELS: ReadonlySet<string> = new Set(["com", "net", "org", "test"]);

/** Answers one question, following CNAMEs as a resolver does (RFC 1034 4.3.2). */
export function resolve(
  zones: KnownNames,
  name: string,
  type: string,
  checkingDisabled: boolean,
): Resolution {
  const find = (owner: string): Records | undefined => zones.get(owner) ?? (owner === "." ? ROOT : undefined);
  const records = find(name);
  const answers: Answer[] = [];
  let owner = name;
  for (let links = 0; links < CHAIN_LIMIT; links += 1) {
    const known = find(owner);
    if (known === undefined) {
      // A name above an existing one exists, too (RFC 8020).
      const above = TOP_LEVELS.has(keyOf(owner)) || zones.isAbove(owner);
      return { rcode: above ? "NOERROR" : "NXDOMAIN", answers, records };
    }
    if (known.rcode !== undefined) return { rcode: known.rcode, answers, records };
    if (known.bogus === true && !checkingDisabled) return { rcode: "SERVFAIL", answers: [], records };
    const own = recordsOf(known, owner, type);
    if (own.length > 0 || known.CNAME === undefined) {
      return { rcode: "NOERROR", answers: [...answers, ...own], records };
    }
    answers.push({ type: "CNAME", name: owner, ttl: known.ttl ?? 300, data: known.CNAME });
    if (type === "CNAME" || answers.filter((link) => link.name === known.CNAME).length > 0) break;
    owner = known.CNAME;
  }
  return { rcode: "NOERROR", answers, records };
}

/** The OPT record of an answer (RFC 6891), with extended errors (RFC 8914). */
export function ednsOf(records: Records | undefined): Answer {
  const options = (records?.extendedErrors ?? []).map(({ code, text }) => {
    const data = Buffer.concat([Buffer.from([code >> 8, code & 0xff]), Buffer.from(text, "utf8")]);
    // The library writes any option that brings its octets; its types know only the options of its table.
    return { code: EXTENDED_ERROR_OPTION, data } as unknown as PacketOpt;
  });
  return {
    type: "OPT",
    name: ".",
    udpPayloadSize: 1232,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options,
  };
}
