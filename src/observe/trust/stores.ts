/** The trust anchors that a chain is judged by. Each store is read when the first chain asks for it. */
import { Memory } from "../../text/memory.ts";
import type { z } from "zod";
import type { CertificateFacts, RefusedPath, TrustPath, chainLink } from "../observation.ts";
import { MAX_REMEMBERED_CERTIFICATES, MAX_REMEMBERED_CHAINS, PARSED_PER_TURN } from "../bounds.ts";
import { readServerTrust, type ServerTrust } from "../x509/certificate-aux.ts";
import { readElement } from "../x509/der.ts";
import { bundledCertificates, systemCertificates } from "../x509/openssl.ts";
import { ParsedCertificate } from "../x509/parsed-certificate.ts";
import { readPem, type PemProblem } from "../x509/pem.ts";

export type StoreName = TrustPath["store"];

/** One store before it is read: PEM certificates, one to each text. */
export interface StoreSource {
  readonly store: StoreName;
  /** Path of the file that it is read from, where the user gave one. */
  readonly file?: string | undefined;
  read(): readonly string[];
}

export interface TrustStores {
  readonly names: readonly StoreName[];
  /** Path of the user's file that a store is read from; undefined for the others. */
  fileOf(store: StoreName): string | undefined;
  /** Stores that nobody has asked for yet: to read one takes tens of milliseconds. */
  unread(): readonly StoreName[];
  /** Parses a few certificates of a store ahead; false where none is left. Reads the store. */
  prepare(store: StoreName): boolean;
  /** Number of different certificates in a store. Reads the store. */
  size(store: StoreName): number;
  /** Every certificate of every store in PEM, each once, for OpenSSL to verify with. Reads the stores. */
  pems(): readonly string[];
  /** Certificates of a store with this subject, in comparable form. Reads the store. */
  bySubject(store: StoreName, subject: string): readonly ParsedCertificate[];
  /** Whether a store has this very certificate. Reads the store. */
  has(store: StoreName, certificate: ParsedCertificate): boolean;
  /** Whether a path may end at a certificate: the store has it, and it is self-signed or expressly trusted for servers. */
  isAnchor(store: StoreName, certificate: ParsedCertificate): boolean;
  /** What has been found out with these stores: chains by their fingerprints, certificates by theirs. */
  readonly chains: Memory<ChainDescription>;
  readonly certificates: Memory<ParsedCertificate>;
  readonly facts: Memory<CertificateFacts>;
}

/** Why a file of trust anchors cannot be used. */
export interface CaFileProblem {
  /**
   * No certificate in PEM at all; one that is no certificate; or none that a path may end at: like Node and OpenSSL,
   * a path ends at a self-signed certificate, and an intermediate in the file makes nothing trusted, unless it says itself
   * (TRUSTED CERTIFICATE) that it is trusted for servers.
   */
  readonly problem:
    "no-certificate" | "unreadable-certificate" | "no-self-signed-certificate" | PemProblem["problem"];
  /** Line of the file, from 1, that it is about. */
  readonly line?: number;
}

/**
 * Certificates by subject. Each is kept once: the system's store often has a file and a folder of the same ones. They
 * are put in order at the first question, which takes as long again as to read them.
 */
class Store {
  readonly pems: ReadonlySet<string>;
  /** SHA-256 of those that are expressly trusted. */
  readonly #trusted = new Set<string>();
  readonly #bySubject = new Map<string, ParsedCertificate[]>();
  readonly #unparsed: Iterator<string, undefined>;

  constructor(pems: readonly string[]) {
    this.pems = new Set(pems);
    this.#unparsed = this.pems.values();
  }

  bySubject(subject: string): readonly ParsedCertificate[] {
    this.prepare(Infinity);
    return this.#bySubject.get(subject) ?? [];
  }

  /** Parses so many more; false where none is left. */
  prepare(count: number): boolean {
    for (let parsed = 0; parsed < count; parsed++) {
      const next = this.#unparsed.next();
      if (next.done === true) return false;
      const certificate = this.#parse(next.value);
      const subject = certificate.subject();
      const namesakes = this.#bySubject.get(subject);
      if (namesakes === undefined) this.#bySubject.set(subject, [certificate]);
      else namesakes.push(certificate);
    }
    return true;
  }

  has(certificate: ParsedCertificate): boolean {
    return this.bySubject(certificate.subject()).some((each) => each.sha256() === certificate.sha256());
  }

  trusts(certificate: ParsedCertificate): boolean {
    return this.has(certificate) && (certificate.selfSigned || this.#trusted.has(certificate.sha256()));
  }

  #parse(pem: string): ParsedCertificate {
    const { certificate, trust } = readBlock(pem);
    if (trust === "trusted") this.#trusted.add(certificate.sha256());
    return certificate;
  }
}

/** The octets in a PEM block. */
function derOf(pem: string): Buffer {
  return Buffer.from(pem.replaceAll(/-----[^-]*-----/g, ""), "base64");
}

function pemOf(octets: Buffer, label: string): string {
  const lines = octets.toString("base64").replaceAll(/.{64}/g, "$&\n");
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

/** PEM texts that hold the same octets count as one. */
function withoutDoubles(pems: readonly string[]): string[] {
  return [...new Map(pems.map((pem) => [pem.replaceAll(/-----[^-]*-----|\s/g, ""), pem])).values()];
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
    fileOf: (name) => sources.find(({ store }) => store === name)?.file,
    unread: () => sources.map(({ store }) => store).filter((store) => !stores.has(store)),
    prepare: (store) => open(store).prepare(PARSED_PER_TURN),
    size: (store) => open(store).pems.size,
    pems: () => withoutDoubles(sources.flatMap(({ store }) => [...open(store).pems])),
    bySubject: (store, subject) => open(store).bySubject(subject),
    has: (store, certificate) => open(store).has(certificate),
    isAnchor: (store, certificate) => open(store).trusts(certificate),
    chains: new Memory(MAX_REMEMBERED_CHAINS),
    certificates: new Memory(MAX_REMEMBERED_CERTIFICATES),
    facts: new Memory(MAX_REMEMBERED_CERTIFICATES),
  };
}

/** Labels of certificates in PEM files, behind BEGIN and END; OpenSSL takes all three (RFC 7468, 5.1 names the first). */
const TRUSTED = "TRUSTED CERTIFICATE";
const LABELS: readonly string[] = ["CERTIFICATE", "X509 CERTIFICATE", TRUSTED];

interface Anchor {
  readonly certificate: ParsedCertificate;
  readonly octets: Buffer;
  readonly trust: ServerTrust;
}

/** The certificate in a text of our own, or of Node's. */
function readBlock(pem: string): Anchor {
  return anchorIn(derOf(pem), pem.startsWith(`-----BEGIN ${TRUSTED}-----`) ? TRUSTED : "CERTIFICATE");
}

/**
 * The certificate in a PEM block. In OpenSSL's TRUSTED CERTIFICATE its own data stand behind the certificate, which say
 * whether it is to be trusted for servers.
 */
function anchorIn(octets: Buffer, label: string): Anchor {
  const der = label === TRUSTED ? (readElement(octets)?.whole ?? octets) : octets;
  const certificate = new ParsedCertificate(der);
  return { certificate, octets, trust: readServerTrust(octets.subarray(der.length)) };
}

/** Certificates of a PEM file, or why it cannot be used. */
function readCaFile(text: string): readonly string[] | CaFileProblem {
  const found = readPem(text, LABELS);
  if ("problem" in found) return found;
  if (found.length === 0) return { problem: "no-certificate" };
  const anchors: Anchor[] = [];
  for (const { label, octets, line } of found) {
    const anchor = octets && anchorIn(octets, label);
    if (anchor?.certificate.isReadable !== true) return { problem: "unreadable-certificate", line };
    if (anchor.trust !== "rejected") anchors.push(anchor);
  }
  // As it was read, and not as it was written: nobody else reads the file in another way.
  return anchors.some(({ certificate, trust }) => certificate.selfSigned || trust === "trusted")
    ? anchors.map(({ certificate, octets, trust }) =>
        trust === "trusted" ? pemOf(octets, TRUSTED) : pemOf(certificate.der, "CERTIFICATE"),
      )
    : { problem: "no-self-signed-certificate" };
}

/**
 * The stores of a run: Node's bundled roots, the system's, and those of a file if one is given. Only the file is
 * read here; its text comes from the caller.
 */
export function loadTrustStores(options: {
  readonly caFilePem?: string | undefined;
  /** Path of that file. */
  readonly caFile?: string | undefined;
}): TrustStores | CaFileProblem {
  const sources: StoreSource[] = [
    { store: "bundled", read: bundledCertificates },
    { store: "system", read: systemCertificates },
  ];
  if (options.caFilePem === undefined) return createTrustStores(sources);
  const certificates = readCaFile(options.caFilePem);
  if ("problem" in certificates) return certificates;
  return createTrustStores([
    ...sources,
    { store: "ca-file", file: options.caFile, read: () => certificates },
  ]);
}

export type ChainLink = z.infer<typeof chainLink>;

/** What a handshake records about the certificates, and the facts of each of them by SHA-256. */
export interface ChainDescription {
  chain: ChainLink[];
  paths: TrustPath[];
  refusedPath?: RefusedPath;
  /** Served certificates that were left out, where there are more than we keep. */
  chainCut?: number;
  /** Octets of the longest certificate that is kept, where one was left out for its length. */
  certificateLimit?: number;
  certificates: Record<string, CertificateFacts>;
}
