/** The trust anchors that a chain is judged by. Each store is read when the first chain asks for it. */
import * as tls from "node:tls";
import type { CertificateFacts, TrustPath } from "../observation.ts";
import { MAX_REMEMBERED_CERTIFICATES, MAX_REMEMBERED_CHAINS } from "../bounds.ts";
import { readElement } from "./der.ts";
import { Memory } from "./memory.ts";
import { ParsedCertificate } from "./parsed-certificate.ts";
import type { ChainDescription } from "./chain-description.ts";

export type StoreName = TrustPath["store"];

/** One store before it is read: PEM certificates, one to each text. */
export interface StoreSource {
  readonly store: StoreName;
  read(): readonly string[];
}

export interface TrustStores {
  readonly names: readonly StoreName[];
  /** Number of different certificates in a store. Reads the store. */
  size(store: StoreName): number;
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

/** Certificates by subject. Each is kept once: the system's store often has a file and a folder of the same ones. */
class Store {
  readonly #bySubject = new Map<string, ParsedCertificate[]>();
  readonly size: number;

  constructor(pems: readonly string[]) {
    const different = new Set(pems);
    this.size = different.size;
    for (const pem of different) {
      const certificate = new ParsedCertificate(derOf(pem));
      const others = this.#bySubject.get(certificate.subject());
      if (others === undefined) this.#bySubject.set(certificate.subject(), [certificate]);
      else others.push(certificate);
    }
  }

  bySubject(subject: string): readonly ParsedCertificate[] {
    return this.#bySubject.get(subject) ?? [];
  }
}

/** DER of a PEM certificate; of OpenSSL's TRUSTED CERTIFICATE only the certificate that comes first in it. */
function derOf(pem: string): Buffer {
  const der = Buffer.from(pem.replaceAll(/-----[^-]*-----/g, ""), "base64");
  return readElement(der)?.whole ?? der;
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
    size: (store) => open(store).size,
    bySubject: (store, subject) => open(store).bySubject(subject),
    chains: new Memory(MAX_REMEMBERED_CHAINS),
    certificates: new Memory(MAX_REMEMBERED_CERTIFICATES),
    facts: new Memory(MAX_REMEMBERED_CERTIFICATES),
  };
}

/** The system's certificates as OpenSSL finds them (SSL_CERT_FILE, SSL_CERT_DIR, /etc/ssl); none where it cannot. */
function readSystemStore(): readonly string[] {
  // Since Node 22.15; absent in other runtimes that call themselves Node 24.
  if (typeof tls.getCACertificates !== "function") return [];
  try {
    return tls.getCACertificates("system");
  } catch {
    return [];
  }
}

/** What Node and the system trust, in PEM, for connections that are verified and not judged. */
export function defaultTrustAnchors(): string[] {
  return [...tls.rootCertificates, ...readSystemStore()];
}

const PEM_CERTIFICATE =
  /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[^-]*-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g;

/** Certificates of a PEM file, or why it cannot be used. Other PEM blocks and text between are ignored. */
function readCaFile(text: string): readonly string[] | CaFileProblem {
  const found = [...text.matchAll(PEM_CERTIFICATE)];
  if (found.length === 0) return { problem: "no-certificate" };
  let selfSigned = false;
  for (const match of found) {
    const certificate = new ParsedCertificate(derOf(match[0]));
    if (!certificate.isReadable) {
      return { problem: "unreadable-certificate", line: text.slice(0, match.index).split("\n").length };
    }
    selfSigned ||= certificate.selfSigned;
  }
  return selfSigned ? found.map(([pem]) => pem) : { problem: "no-self-signed-certificate" };
}

/**
 * The stores of a run: Node's bundled roots, the system's, and those of a file if one is given. Only the file is
 * read here; its text comes from the caller.
 */
export function loadTrustStores(options: {
  readonly caFilePem?: string | undefined;
}): TrustStores | CaFileProblem {
  const sources: StoreSource[] = [
    { store: "bundled", read: () => tls.rootCertificates },
    { store: "system", read: readSystemStore },
  ];
  if (options.caFilePem === undefined) return createTrustStores(sources);
  const certificates = readCaFile(options.caFilePem);
  if ("problem" in certificates) return certificates;
  return createTrustStores([...sources, { store: "ca-file", read: () => certificates }]);
}
