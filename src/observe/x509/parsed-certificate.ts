/** A certificate as facts and paths need it: each part is read when it is asked for, and once. */
import { hash } from "node:crypto";
import { MAX_REMEMBERED_ISSUERS } from "../bounds.ts";
import {
  readAuthority,
  readAuthorityKeyIdentifier,
  readSubjectKeyIdentifier,
  type Authority,
} from "./authority.ts";
import { readStructure, type CertificateStructure } from "./certificate-structure.ts";
import { readElement } from "./der.ts";
import { comparableName, readName, type DistinguishedName } from "./distinguished-name.ts";
import { signatureWork, type Effort } from "./effort.ts";
import {
  isSignedWith,
  keyDetails,
  mayHaveIssued,
  publicKeyOf,
  readPublicKey,
  readX509,
  type KeyDetails,
  type KeyObject,
  type X509Certificate,
} from "./openssl.ts";
import { once } from "../../text/once.ts";
import { Memory } from "../../text/memory.ts";
import { readSignatureAlgorithm } from "./signature-algorithm.ts";

/** SHA-256 in lower-case hex: the name of a certificate in observations. */
export function fingerprint(der: Buffer): string {
  return hash("sha256", der, "hex");
}

/** Longest text that is compared as it is. Names may have 64 KiB, and are compared again and again. */
const COMPARED_LENGTH = 256;

/** Something short that is equal for equal texts. */
function shortened(text: string): string {
  return text.length <= COMPARED_LENGTH ? text : hash("sha256", text, "hex");
}

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
  readonly keyDetails: () => KeyDetails | undefined;
  readonly authority: () => Authority | undefined;
  /** Name and key: two certificates of one CA, such as a root and its cross-sign, have it in common. */
  readonly entity: () => string;
  readonly #x509: () => X509Certificate | undefined;
  /** By name and key of the issuer, so that its cross-signs count as one: whether the key made the signature. */
  readonly #signers = new Memory<boolean>(MAX_REMEMBERED_ISSUERS);
  /** By SHA-256 of the issuer's certificate. */
  readonly #selfSigned: () => boolean;
  readonly #issuers = new Memory<boolean>(MAX_REMEMBERED_ISSUERS);

  constructor(der: Buffer) {
    this.der = der;
    this.sha256 = once(() => fingerprint(der));
    this.structure = once(() => readStructure(der));
    this.subjectName = once(() => readName(this.structure()?.subject));
    this.issuerName = once(() => readName(this.structure()?.issuer));
    this.subject = once(() => comparable(this.subjectName()));
    this.issuer = once(() => comparable(this.issuerName()));
    this.#x509 = once(() => readX509(der));
    this.publicKey = once(() => {
      const whole = this.#x509();
      if (whole !== undefined) return publicKeyOf(whole);
      // A certificate that OpenSSL refuses for another reason still has a key to tell.
      const key = this.structure()?.publicKey?.whole;
      return key === undefined ? undefined : readPublicKey(key);
    });
    this.keyDetails = once(() => {
      const key = this.publicKey();
      return key === undefined ? undefined : keyDetails(key);
    });
    this.authority = once(() => {
      const structure = this.structure();
      return structure === undefined ? undefined : readAuthority(structure, this.selfSigned);
    });
    this.#selfSigned = once(() => this.#isSelfSigned());
    this.entity = once(() =>
      shortened(`${this.subject()}|${this.structure()?.publicKey?.whole.toString("base64") ?? ""}`),
    );
  }

  /** Whether OpenSSL takes the octets, and nothing in them or behind them, for a certificate. */
  get isReadable(): boolean {
    return this.#x509() !== undefined;
  }

  get selfIssued(): boolean {
    return this.subject() === this.issuer();
  }

  /**
   * Self-issued, and not by another key of the same name: neither authorityKeyIdentifier nor the kind of the signature
   * speaks against it. The signature is not verified: as in OpenSSL, a root counts because it is in the store and not
   * because it says so itself.
   */
  get selfSigned(): boolean {
    return this.#selfSigned();
  }

  #isSelfSigned(): boolean {
    const structure = this.structure();
    if (structure === undefined || !this.selfIssued) return false;
    const { keyIdentifier, issuer, serial } = readAuthorityKeyIdentifier(structure);
    const own = readSubjectKeyIdentifier(structure);
    if (keyIdentifier !== undefined && own !== undefined && keyIdentifier !== own) return false;
    if (serial !== undefined && serial !== structure.serial?.content.toString("hex")) return false;
    if (issuer !== undefined && comparable(readName(readElement(issuer))) !== this.issuer()) return false;
    return signatureFits(readSignatureAlgorithm(structure.signatureAlgorithm), this.keyDetails()?.type);
  }

  /** Whether names, key identifiers and key usage allow that the issuer has issued this one (X509_check_issued). */
  mayBeIssuedBy(issuer: ParsedCertificate): boolean {
    return this.#issuers.recall(issuer.sha256(), () => {
      const [above, own] = [issuer.#x509(), this.#x509()];
      return above !== undefined && own !== undefined && mayHaveIssued(above, own);
    });
  }

  /** Whether the issuer's key made the signature; undefined where not enough of the effort is left to say so. */
  isSignedBy(issuer: ParsedCertificate, effort: Pick<Effort, "signatures">): boolean | undefined {
    const known = this.#signers.get(issuer.entity());
    if (known !== undefined) return known;
    const work = signatureWork(issuer.keyDetails(), this.der.length);
    if (work > effort.signatures) return undefined;
    effort.signatures -= work;
    return this.#signers.recall(issuer.entity(), () => {
      const [key, own] = [issuer.publicKey(), this.#x509()];
      return key !== undefined && own !== undefined && isSignedWith(own, key);
    });
  }

  /** Whether a key made the signature; undefined where not enough of the effort is left to say so. */
  isSignedWith(key: KeyObject, effort: Pick<Effort, "signatures">): boolean | undefined {
    const own = this.#x509();
    const work = signatureWork(keyDetails(key), this.der.length);
    if (work > effort.signatures) return undefined;
    effort.signatures -= work;
    return own !== undefined && isSignedWith(own, key);
  }
}

/** Whether a key of this type can have made a signature of this algorithm; true where either is unknown. */
function signatureFits(algorithm: string | undefined, keyType: string | undefined): boolean {
  if (algorithm === undefined || keyType === undefined) return true;
  if (/ecdsa/i.test(algorithm)) return keyType === "ec";
  if (algorithm.startsWith("RSASSA-PSS")) return keyType === "rsa" || keyType === "rsa-pss";
  if (/RSA|rsassa/.test(algorithm)) return keyType === "rsa";
  return !/^ed(?:25519|448)$/.test(algorithm) || keyType === algorithm;
}

function comparable(name: DistinguishedName | undefined): string {
  return name === undefined ? "" : shortened(comparableName(name));
}
