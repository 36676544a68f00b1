/** A certificate as facts and paths need it: each part is read when it is asked for, and once. */
import { createPublicKey, hash, X509Certificate, type KeyObject } from "node:crypto";
import { readAuthority, readKeyIdentifier, type Authority } from "./authority.ts";
import { readStructure, type CertificateStructure } from "./certificate-structure.ts";
import { comparableName, readName, type DistinguishedName } from "./distinguished-name.ts";

/** Signatures that may still be verified. */
export interface Budget {
  left: number;
}

/** SHA-256 in lower-case hex: the name of a certificate in observations. */
export function fingerprint(der: Buffer): string {
  return hash("sha256", der, "hex");
}

/** Computes a value at the first call; undefined is a value, too. */
function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

/** The same, undefined where OpenSSL cannot make anything of the bytes. */
function onceIfReadable<Value>(compute: () => Value): () => Value | undefined {
  return once(() => {
    try {
      return compute();
    } catch {
      return undefined;
    }
  });
}

/**
 * Empties OpenSSL's list of errors. Node leaves some there: that of a look at the details of an RSA key of more than
 * 16,384 bits, for one. The next connection to read from TLS, whoever's it is, would take it for its own.
 */
export function forgetErrors(): void {
  try {
    new X509Certificate(NO_CERTIFICATE);
  } catch {
    // Parsing empties the list whatever comes of it.
  }
}

const NO_CERTIFICATE = Buffer.of(0);

export class ParsedCertificate {
  readonly der: Buffer;
  /** See {@link fingerprint}. */
  readonly sha256: () => string;
  /** Undefined where the bytes are no certificate. */
  readonly structure: () => CertificateStructure | undefined;
  /** Undefined where the name is malformed. */
  readonly subjectName: () => DistinguishedName | undefined;
  readonly issuerName: () => DistinguishedName | undefined;
  /** Names in comparable form; empty where malformed. */
  readonly subject: () => string;
  readonly issuer: () => string;
  /** Undefined where OpenSSL does not know this kind of key. */
  readonly publicKey: () => KeyObject | undefined;
  readonly authority: () => Authority | undefined;
  /** Name and key: two certificates of one CA, such as a root and its cross-sign, have it in common. */
  readonly entity: () => string;
  readonly #x509: () => X509Certificate | undefined;
  /** By name and key of the issuer, so that its cross-signs count as one: whether the key made the signature. */
  readonly #signers = new Map<string, boolean>();

  constructor(der: Buffer) {
    this.der = der;
    this.sha256 = once(() => fingerprint(der));
    this.structure = once(() => readStructure(der));
    this.subjectName = once(() => readName(this.structure()?.subject));
    this.issuerName = once(() => readName(this.structure()?.issuer));
    this.subject = once(() => comparable(this.subjectName()));
    this.issuer = once(() => comparable(this.issuerName()));
    this.#x509 = onceIfReadable(() => new X509Certificate(der));
    this.publicKey = onceIfReadable(() => {
      const whole = this.#x509();
      if (whole !== undefined) return whole.publicKey;
      // A certificate that OpenSSL refuses for another reason still has a key to tell.
      const key = this.structure()?.publicKey?.whole;
      return key === undefined ? undefined : createPublicKey({ key, format: "der", type: "spki" });
    });
    this.authority = once(() => {
      const structure = this.structure();
      return structure === undefined ? undefined : readAuthority(structure, this.selfSigned);
    });
    this.entity = once(
      () => `${this.subject()}|${this.structure()?.publicKey?.whole.toString("base64") ?? ""}`,
    );
  }

  /** Whether OpenSSL takes it for a certificate. */
  get isReadable(): boolean {
    return this.#x509() !== undefined;
  }

  get selfIssued(): boolean {
    return this.subject() === this.issuer();
  }

  /**
   * Self-issued, and not by another key of the same name. The signature is not verified: as in OpenSSL, a root
   * counts because it is in the store and not because it says so itself.
   */
  get selfSigned(): boolean {
    const structure = this.structure();
    if (structure === undefined || !this.selfIssued) return false;
    const authority = readKeyIdentifier(structure, "authority");
    const own = readKeyIdentifier(structure, "subject");
    return authority === undefined || own === undefined || authority === own;
  }

  /** Whether names, key identifiers and key usage allow that the issuer has issued this one (X509_check_issued). */
  mayBeIssuedBy(issuer: ParsedCertificate): boolean {
    const above = issuer.#x509();
    return above !== undefined && this.#x509()?.checkIssued(above) === true;
  }

  /** Whether the issuer's key made the signature. False where the budget is spent, until there is a new one. */
  isSignedBy(issuer: ParsedCertificate, budget: Budget): boolean {
    const known = this.#signers.get(issuer.entity());
    if (known !== undefined || budget.left === 0) return known ?? false;
    budget.left -= 1;
    const signed = this.#verify(issuer.publicKey());
    this.#signers.set(issuer.entity(), signed);
    return signed;
  }

  #verify(key: KeyObject | undefined): boolean {
    if (key === undefined) return false;
    try {
      return this.#x509()?.verify(key) === true;
    } catch {
      // A signature algorithm that does not go with the key.
      return false;
    }
  }
}

function comparable(name: DistinguishedName | undefined): string {
  return name === undefined ? "" : comparableName(name);
}
