/** Facts about TLSA records that no lab is needed for: what a resolver would have said, and which certificates match. */
import { createHash, createPublicKey, X509Certificate, type KeyObject } from "node:crypto";
import type {
  AssociationMatch,
  DaneObservation,
  DnsAnswer,
  EndpointObservation,
  Observations,
} from "../../src/observe/observation.ts";
import { DOMAIN, HOST } from "./scene.ts";

type TlsaRecord = NonNullable<DnsAnswer["associations"]>[number];

/** An answer as a resolver that validates gives it. */
export function answer(name: string, differing: Partial<DnsAnswer> = {}): DnsAnswer {
  return {
    name,
    type: "TLSA",
    outcome: "answer",
    values: [],
    aliases: [],
    authenticated: true,
    dnssec: "secure",
    extendedErrors: [],
    server: "127.0.0.1:53",
    seconds: 0.01,
    ...differing,
  };
}

/** `3 1 1 0A…` as it stands in a zone file. */
export function tlsaRecord(written: string): TlsaRecord {
  const [usage = "", selector = "", matchingType = "", data = ""] = written.split(" ");
  return {
    usage: Number(usage),
    selector: Number(selector),
    matchingType: Number(matchingType),
    data: data.toLowerCase(),
  };
}

function spkiOf(certificate: X509Certificate): Buffer {
  return certificate.publicKey.export({ type: "spki", format: "der" });
}

const DIGESTS: Readonly<Record<number, string>> = { 1: "sha256", 2: "sha512", 3: "sha256" };

/** The data of a record of this kind for a certificate (RFC 6698 2.1.3). */
export function dataOf(certificate: X509Certificate, selector: number, matchingType: number): string {
  const selected = selector === 0 ? certificate.raw : spkiOf(certificate);
  const digest = DIGESTS[matchingType];
  return (digest === undefined ? selected : createHash(digest).update(selected).digest()).toString("hex");
}

/** What a record of the matching type 0 carries: the key, if it can be read. */
function carriedKey({ selector, data }: TlsaRecord): KeyObject | undefined {
  const octets = Buffer.from(data, "hex");
  try {
    if (selector === 0) return new X509Certificate(octets).publicKey;
    return createPublicKey({ key: octets, format: "der", type: "spki" });
  } catch {
    return undefined;
  }
}

/** How records stand to a chain in DER, by OpenSSL's reader. */
export function matchesOf(records: readonly TlsaRecord[], chain: readonly Buffer[]): AssociationMatch[] {
  const served = chain.map((der) => new X509Certificate(der));
  const named = (some: readonly X509Certificate[]): string[] =>
    some.map(({ raw }) => createHash("sha256").update(raw).digest("hex"));
  return records.map((record) => {
    const { usage, selector, matchingType, data } = record;
    const matching = served.filter((certificate) => dataOf(certificate, selector, matchingType) === data);
    const key = matchingType === 0 ? carriedKey(record) : undefined;
    const signed =
      usage === 2 && key !== undefined && matching.length === 0
        ? served.filter((certificate) => certificate.verify(key))
        : [];
    return {
      ...(matchingType === 0 && { parses: key !== undefined }),
      matches: named(matching),
      ...(signed.length > 0 && { signs: named(signed) }),
    };
  });
}

/** What is published for an endpoint, and what it is served with. */
export interface Published {
  /** Records as they are written; `leaf`, `ca`, `ca2` for the data of a served certificate, `other` for another one. */
  readonly tlsa?: readonly string[];
  readonly addresses?: DaneObservation["addresses"];
  readonly answer?: Partial<DnsAnswer>;
  readonly baseDomain?: string;
  readonly mx?: DnsAnswer["dnssec"];
}

const OTHER = createHash("sha512").update("nobody serves this").digest("hex");
const SERVED: Readonly<Record<string, number>> = { leaf: 0, ca: 1, ca2: 2 };

function recordFor(written: string, chain: readonly X509Certificate[]): TlsaRecord {
  const record = tlsaRecord(written);
  const certificate = chain[SERVED[record.data] ?? -1];
  if (certificate !== undefined)
    return { ...record, data: dataOf(certificate, record.selector, record.matchingType) };
  return record.data === "other" ? { ...record, data: OTHER.slice(0, record.matchingType * 64) } : record;
}

/** Adds what is published for the endpoint of a scene. */
export function publish(
  { tlsa = [], addresses = "secure", answer: differing = {}, baseDomain = HOST, mx = "secure" }: Published,
  change: (endpoint: EndpointObservation, observations: Observations) => void = () => undefined,
) {
  return (observations: Observations): void => {
    for (const endpoint of Object.values(observations.endpoints)) {
      const tls = endpoint.connections.findLast(({ tls }) => tls?.outcome === "done")?.tls;
      const chain = (tls?.chain ?? []).map(({ sha256 }) =>
        Buffer.from(observations.certificates[sha256]?.der ?? "", "base64"),
      );
      const certificates = chain.map((der) => new X509Certificate(der));
      const records = tlsa.map((written) => recordFor(written, certificates));
      const question = answer(`_25._tcp.${baseDomain}`, {
        ...(records.length > 0 && { associations: records }),
        ...(records.length === 0 && { outcome: "nxdomain" }),
        ...differing,
      });
      endpoint.dane = {
        addresses,
        lookUps: [{ baseDomain, tlsa: question }],
        ...(chain.length > 0 && { matches: matchesOf(records, chain) }),
      };
      change(endpoint, observations);
    }
    for (const domain of observations.domains) {
      if (domain.mx !== undefined && domain.name === DOMAIN) domain.mx.question.dnssec = mx;
    }
  };
}
