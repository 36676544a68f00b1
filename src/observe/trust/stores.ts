/** The trust anchors that a chain is judged by. Each store is read when the first chain asks for it. */
import { Memory } from "../x509/memory.ts";
import type { z } from "zod";
import type { CertificateFacts, TrustPath, chainLink } from "../observation.ts";
import { MAX_REMEMBERED_CERTIFICATES, MAX_REMEMBERED_CHAINS } from "../bounds.ts";
import { mayServeTls } from "../x509/certificate-aux.ts";
import { readElement } from "../x509/der.ts";
import { bundledCertificates, systemCertificates } from "../x509/openssl.ts";
import { ParsedCertificate } from "../x509/parsed-certificate.ts";

export type StoreName = TrustPath["store"];

/** One store before it is read: PEM certificates, one to each text. */
export interface StoreSource {
  readonly store: StoreName;
  read(): readonly string[];
}

export interface TrustStores {
  readonly names: readonly StoreName[];
  /** Stores that nobody has asked for yet: to read one takes tens of milliseconds. */
  unread(): readonly StoreName[];
  /** Number of different certificates in a store. Reads the store. */
  size(store: StoreName): number;
  /** Every certificate of every store in PEM, for connections that are verified and not judged. Reads the stores. */
  pems(): readonly string[];
  /** Certificates of a store with this subject, in comparable form. Reads the store. */
  bySubject(store: StoreName, subject: string): readonly ParsedCertificate[];
  /** What has been found out with these stores: chains by their fingerprints, certificates by theirs. */
  readonly chains: Memory<ChainDescription>;
  readonly certificates: Memory<ParsedCertificate>;
  readonly facts: Memory<CertificateFacts>;
}

/** Why a file of trust anchors cannot be used. */
export interface CaFileProblem {
  /**
   * No certificate in PEM at all; one that is no certificate; or none that signs itself: like Node and OpenSSL,
   * a path ends at a self-signed certificate, and an intermediate in the file makes nothing trusted.
   */
  readonly problem: "no-certificate" | "unreadable-certificate" | "no-self-signed-certificate";
  /** Line of the file, from 1, at which the unreadable certificate begins. */
  readonly line?: number;
}

/**
 * Certificates by subject. Each is kept once: the system's store often has a file and a folder of the same ones. They
 * are put in order at the first question, which takes as long again as to read them.
 */
class Store {
  readonly pems: ReadonlySet<string>;
  #bySubject: ReadonlyMap<string, ParsedCertificate[]> | undefined;

  constructor(pems: readonly string[]) {
    this.pems = new Set(pems);
  }

  bySubject(subject: string): readonly ParsedCertificate[] {
    this.#bySubject ??= Map.groupBy(
      [...this.pems].map((pem) => new ParsedCertificate(derOf(pem))),
      (certificate) => certificate.subject(),
    );
    return this.#bySubject.get(subject) ?? [];
  }
}

/** The octets in a PEM block. */
function derOf(pem: string): Buffer {
  return Buffer.from(pem.replaceAll(/-----[^-]*-----/g, ""), "base64");
}

function pemOf(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replaceAll(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
}

/** Puts stores together; the order is that of paths in observations. */
export function createTrustStores(sources: readonly StoreSource[]): TrustStores {
  const stores = new Map<StoreName, Store>();
  const open = (name: StoreName): Store => {
    const opened = stores.get(name) ?? new Store(sources.find(({ store }) => store === name)?.read() ?? []);
    stores.set(name, opened);
    return opened;
  };
  return {
    names: sources.map(({ store }) => store),
    unread: () => sources.map(({ store }) => store).filter((store) => !stores.has(store)),
    size: (store) => open(store).pems.size,
    pems: () => sources.flatMap(({ store }) => [...open(store).pems]),
    bySubject: (store, subject) => open(store).bySubject(subject),
    chains: new Memory(MAX_REMEMBERED_CHAINS),
    certificates: new Memory(MAX_REMEMBERED_CERTIFICATES),
    facts: new Memory(MAX_REMEMBERED_CERTIFICATES),
  };
}

const PEM_CERTIFICATE =
  /-----BEGIN ((?:X509 |TRUSTED )?)CERTIFICATE-----[^-]*-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g;

/**
 * The certificate in a PEM block; undefined where it is none, or more than one. In OpenSSL's TRUSTED CERTIFICATE its own
 * data stand behind the certificate, which may say that it is not to be trusted for servers: `"refused"`.
 */
function readBlock(pem: string, label: string): ParsedCertificate | "refused" | undefined {
  const octets = derOf(pem);
  const der = label === "TRUSTED " ? (readElement(octets)?.whole ?? octets) : octets;
  const certificate = new ParsedCertificate(der);
  if (!certificate.isReadable) return undefined;
  return mayServeTls(octets.subarray(der.length)) ? certificate : "refused";
}

/** Certificates of a PEM file, or why it cannot be used. Other PEM blocks and text between are ignored. */
function readCaFile(text: string): readonly string[] | CaFileProblem {
  const found = [...text.matchAll(PEM_CERTIFICATE)];
  if (found.length === 0) return { problem: "no-certificate" };
  const anchors: ParsedCertificate[] = [];
  for (const match of found) {
    const certificate = readBlock(match[0], match[1] ?? "");
    if (certificate === undefined) {
      return { problem: "unreadable-certificate", line: text.slice(0, match.index).split("\n").length };
    }
    if (certificate !== "refused") anchors.push(certificate);
  }
  // As it was read, and not as it was written: nobody else reads the file in another way.
  return anchors.some(({ selfSigned }) => selfSigned)
    ? anchors.map(({ der }) => pemOf(der))
    : { problem: "no-self-signed-certificate" };
}

/**
 * The stores of a run: Node's bundled roots, the system's, and those of a file if one is given. Only the file is
 * read here; its text comes from the caller.
 */
export function loadTrustStores(options: {
  readonly caFilePem?: string | undefined;
}): TrustStores | CaFileProblem {
  const sources: StoreSource[] = [
    { store: "bundled", read: bundledCertificates },
    { store: "system", read: systemCertificates },
  ];
  if (options.caFilePem === undefined) return createTrustStores(sources);
  const certificates = readCaFile(options.caFilePem);
  if ("problem" in certificates) return certificates;
  return createTrustStores([...sources, { store: "ca-file", read: () => certificates }]);
}

export type ChainLink = z.infer<typeof chainLink>;

/** What a handshake records about the certificates, and the facts of each of them by SHA-256. */
export interface ChainDescription {
  chain: ChainLink[];
  paths: TrustPath[];
  /** Served certificates that were left out, where there are more than we keep. */
  chainCut?: number;
  /** Octets of the longest certificate that is kept, where one was left out for its length. */
  certificateLimit?: number;
  certificates: Record<string, CertificateFacts>;
}
