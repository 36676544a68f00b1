/** TLSA records against the certificates that a server sent (RFC 6698 2.1, RFC 7671 5). */
import { hash } from "node:crypto";
import type { AssociationMatch, DnsAnswer } from "../../observation.ts";
import { readElement } from "../der.ts";
import { effortForChain, type Effort } from "../effort.ts";
import { readPublicKey } from "../openssl.ts";
import { ParsedCertificate } from "../parsed-certificate.ts";

export type Association = NonNullable<DnsAnswer["associations"]>[number];

/** Fields of a TLSA record by their numbers (RFC 7218 2). */
const USAGE = { daneTa: 2, daneEe: 3 } as const;
const SELECTOR = { certificate: 0, publicKey: 1 } as const;
const MATCHING = { full: 0 } as const;
/** Digests by matching type, and the hexadecimal digits of each. */
const DIGESTS: Readonly<Record<number, { readonly name: "sha256" | "sha512"; readonly digits: number }>> = {
  1: { name: "sha256", digits: 64 },
  2: { name: "sha512", digits: 128 },
};

/** Whether senders take a record for what it says, its data unread (RFC 7672 3.1). */
export function isUsableForm({ usage, selector, matchingType, data }: Association): boolean {
  if (usage !== USAGE.daneTa && usage !== USAGE.daneEe) return false;
  if (selector !== SELECTOR.certificate && selector !== SELECTOR.publicKey) return false;
  return matchingType === MATCHING.full ? data !== "" : DIGESTS[matchingType]?.digits === data.length;
}

/** A served certificate, with what records may hold of it: each worked out once. */
class Served {
  readonly certificate: ParsedCertificate;
  readonly #known = new Map<string, string | undefined>();

  constructor(der: Buffer) {
    this.certificate = new ParsedCertificate(der);
  }

  /** Undefined for a selector or matching type that does not exist. */
  content(selector: number, matchingType: number): string | undefined {
    const key = `${String(selector)} ${String(matchingType)}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#content(selector, matchingType));
    return this.#known.get(key);
  }

  #content(selector: number, matchingType: number): string | undefined {
    const octets = this.#selected(selector);
    if (octets === undefined) return undefined;
    if (matchingType === MATCHING.full) return octets.toString("hex");
    const digest = DIGESTS[matchingType];
    return digest && hash(digest.name, octets, "hex");
  }

  #selected(selector: number): Buffer | undefined {
    if (selector === SELECTOR.certificate) return this.certificate.der;
    return selector === SELECTOR.publicKey ? this.certificate.structure()?.publicKey?.whole : undefined;
  }
}

/** What a record `3 1 1` for a certificate in DER holds; undefined where it has no readable key. */
export function publicKeyDigest(der: Buffer): string | undefined {
  return new Served(der).content(SELECTOR.publicKey, 1);
}

/** The certificate or key that a record carries whole (RFC 7671 5.2.2). */
type Carried =
  | { readonly kind: "certificate"; readonly certificate: ParsedCertificate }
  | { readonly kind: "key"; readonly key: NonNullable<ReturnType<typeof readPublicKey>> };

/** Undefined where the data are not what the selector says; bounded by the octets that are kept of an answer. */
function carriedBy({ selector, data }: Association): Carried | undefined {
  const octets = Buffer.from(data, "hex");
  if (selector === SELECTOR.certificate) {
    const certificate = new ParsedCertificate(octets);
    const whole = certificate.isReadable && certificate.publicKey() !== undefined;
    return whole ? { kind: "certificate", certificate } : undefined;
  }
  if (selector !== SELECTOR.publicKey || readElement(octets)?.whole.equals(octets) !== true) return undefined;
  const key = readPublicKey(octets);
  return key && { kind: "key", key };
}

/** SHA-256 of the served certificates that a carried one has signed, as far as the effort reaches. */
function signedBy(carried: Carried, served: readonly Served[], effort: Effort): string[] {
  const signed = served.filter(({ certificate }) =>
    carried.kind === "key"
      ? certificate.isSignedWith(carried.key, effort) === true
      : certificate.mayBeIssuedBy(carried.certificate) &&
        certificate.isSignedBy(carried.certificate, effort) === true,
  );
  return signed.map(({ certificate }) => certificate.sha256());
}

/**
 * How each record stands to a served chain, in the order of the records. Signatures are work: of hostile records only a
 * part is tried.
 * @param chain certificates in DER as served, leaf first
 */
export function matchAssociations(
  associations: readonly Association[],
  chain: readonly Buffer[],
): AssociationMatch[] {
  const served = chain.map((der) => new Served(der));
  const effort = effortForChain();
  return associations.map((association) => {
    const { usage, selector, matchingType, data } = association;
    const matching = served.filter((each) => each.content(selector, matchingType) === data);
    const matches = [...new Set(matching.map(({ certificate }) => certificate.sha256()))];
    if (
      matchingType !== MATCHING.full ||
      (selector !== SELECTOR.certificate && selector !== SELECTOR.publicKey)
    )
      return { matches };
    const carried = carriedBy(association);
    const parses = carried !== undefined;
    if (carried === undefined || usage !== USAGE.daneTa || matches.length > 0) return { parses, matches };
    return { parses, matches, signs: signedBy(carried, served, effort) };
  });
}
