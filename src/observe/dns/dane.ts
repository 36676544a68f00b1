/**
 * TLSA records of a mail server: the base domains that senders look at, and what stands there (RFC 7672 2.2). Everything
 * is asked through the run's resolver, so that the addresses of a host share their questions.
 */
import type { DnsAnswer, Resolver } from "../../dns/answer.ts";
import { normalName } from "../../text/dns-name.ts";
import { MAX_TLSA_OCTETS, MAX_TLSA_RECORDS } from "../bounds.ts";
import type { DaneObservation } from "../observation.ts";

/** Where TLSA records are looked for. */
export interface DaneQuestion {
  /** The host that mail is addressed to, and its port there: those that were asked for, wherever a detour leads. */
  readonly host: string;
  readonly port: number;
  /** What gave the endpoint its address; undefined where the user did. */
  readonly addresses: DnsAnswer | undefined;
}

/** What DNS says, before a certificate was seen. */
export type DaneLookUp = Omit<DaneObservation, "matches" | "publicKey">;

/** How TLSA records are looked for: at these names, until one counts. */
interface Search {
  readonly baseDomains: readonly string[];
  readonly cname?: DnsAnswer;
  /** A sender would not ask: an error is not worth a second look, and proves nothing. */
  readonly once: boolean;
}

/** Looks TLSA records up. Never rejects: what goes wrong is an outcome of the answers. */
export async function lookUpDane(question: DaneQuestion, resolver: Resolver): Promise<DaneLookUp> {
  const { host, port, addresses: found } = question;
  const addresses = found === undefined ? "secure" : (found.dnssec ?? "unseen");
  const { baseDomains, cname, once } = await searchOf(host, found, addresses, resolver);
  const lookUps: DaneLookUp["lookUps"] = [];
  for (const baseDomain of baseDomains) {
    const name = normalName(`_${String(port)}._tcp.${baseDomain}`);
    // Too long for DNS, so that nothing can stand there.
    if (name === undefined) continue;
    const tlsa = await resolver.query(name, "TLSA", { once });
    lookUps.push({ baseDomain, ...bounded(tlsa) });
    if (isLast(tlsa, addresses === "secure")) break;
  }
  return { addresses, ...(cname !== undefined && { cname }), lookUps: [...lookUps] };
}

async function searchOf(
  host: string,
  found: DnsAnswer | undefined,
  status: DaneObservation["addresses"],
  resolver: Resolver,
): Promise<Search> {
  const expanded = found?.aliases.at(-1);
  switch (status) {
    case "bogus":
    case "failed":
      return { baseDomains: [], once: true };
    case "insecure": {
      const cname = expanded === undefined ? undefined : await resolver.query(host, "CNAME");
      // The target is insecure, and the alias may not be.
      const secured = cname?.dnssec === "secure";
      return { baseDomains: [host], ...(cname !== undefined && { cname }), once: !secured };
    }
    case "secure":
    case "unseen":
      return {
        baseDomains: expanded === undefined || expanded === host ? [host] : [expanded, host],
        once: status === "unseen",
      };
  }
}

/** Whether a sender looks no further: records that count, or an error. */
function isLast(tlsa: DnsAnswer, secured: boolean): boolean {
  if (tlsa.dnssec === "bogus" || tlsa.dnssec === "failed") return true;
  if (tlsa.aliasLoop === true || tlsa.aliasLimit !== undefined) return true;
  return (tlsa.associations ?? []).length > 0 && !(secured && tlsa.dnssec === "insecure");
}

/**
 * The answer with as much of its records as is kept, and how many there were where that is not all. Of a record that does
 * not fit the front is kept: whoever has such a record has DANE.
 */
function bounded(tlsa: DnsAnswer): Pick<DaneLookUp["lookUps"][number], "tlsa" | "listed"> {
  const { associations } = tlsa;
  if (associations === undefined) return { tlsa };
  let left = MAX_TLSA_OCTETS;
  let whole = associations.length <= MAX_TLSA_RECORDS;
  const kept = associations.slice(0, MAX_TLSA_RECORDS).map((association) => {
    // Two hexadecimal digits for each octet.
    const data = association.data.slice(0, 2 * left);
    left -= data.length / 2;
    whole &&= data.length === association.data.length;
    return { ...association, data };
  });
  return whole ? { tlsa } : { tlsa: { ...tlsa, associations: kept }, listed: associations.length };
}
