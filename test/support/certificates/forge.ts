/** Certificates with every field as the test wants it, honest or not, and correctly signed all the same. */
import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import * as der from "./der.ts";

export const DAY = 86_400_000;

export type Digest = "sha256" | "sha384" | "sha1";

/** A certificate with its key, usable as the issuer of others. */
export interface Issued {
  /** Common name; null where there is none, or where the maker does not know it. */
  subject: string | null;
  /** The subject's distinguished name in DER. */
  name: Buffer;
  der: Buffer;
  pem: string;
  key: KeyObject;
  keyPem: string;
  /** SHA-256 of the DER, lower-case hex. */
  sha256: string;
  notBefore: Date;
  notAfter: Date;
  /** Subject key identifier: SHA-1 of the public key (RFC 5280 4.2.1.2). */
  keyIdentifier: Buffer;
}

export const OID = {
  commonName: "2.5.4.3",
  country: "2.5.4.6",
  organization: "2.5.4.10",
  email: "1.2.840.113549.1.9.1",
  keyUsage: "2.5.29.15",
  alternativeNames: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  nameConstraints: "2.5.29.30",
  subjectKeyIdentifier: "2.5.29.14",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  authorityInformation: "1.3.6.1.5.5.7.1.1",
  netscapeCertType: "2.16.840.1.113730.1.1",
} as const;

const RSA_SIGNATURES: Record<Digest, string> = {
  sha256: "1.2.840.113549.1.1.11",
  sha384: "1.2.840.113549.1.1.12",
  sha1: "1.2.840.113549.1.1.5",
};
const ECDSA_SIGNATURES: Record<Digest, string> = {
  sha256: "1.2.840.10045.4.3.2",
  sha384: "1.2.840.10045.4.3.3",
  sha1: "1.2.840.10045.4.1",
};

/** AlgorithmIdentifier of what a key signs. */
function signatureAlgorithm({ asymmetricKeyType }: KeyObject, digest: Digest): Buffer {
  if (asymmetricKeyType === "ed25519") return der.sequence(der.oid("1.3.101.112"));
  if (asymmetricKeyType === "rsa") return der.sequence(der.oid(RSA_SIGNATURES[digest]), der.none());
  return der.sequence(der.oid(ECDSA_SIGNATURES[digest]));
}

/** A distinguished name of single attributes, in the order of the certificate: most general first. */
export function name(...attributes: readonly (readonly [type: string, value: Buffer | string])[]): Buffer {
  return der.sequence(
    ...attributes.map(([type, value]) =>
      der.set(der.sequence(der.oid(type), typeof value === "string" ? der.utf8String(value) : value)),
    ),
  );
}

export function extension(id: string, value: Buffer, critical = false): Buffer {
  return der.sequence(der.oid(id), ...(critical ? [der.boolean(true)] : []), der.octetString(value));
}

/** Bits of keyUsage; 0 is digitalSignature, 5 keyCertSign. */
export function keyUsage(...bits: readonly number[]): Buffer {
  return extension(OID.keyUsage, der.namedBits(bits), true);
}

export function basicConstraints(ca: boolean, pathLength?: number): Buffer {
  const fields = ca ? [der.boolean(true)] : [];
  if (pathLength !== undefined) fields.push(der.integer(pathLength));
  return extension(OID.basicConstraints, der.sequence(...fields), true);
}

export function extendedKeyUsage(...usages: readonly string[]): Buffer {
  return extension(OID.extendedKeyUsage, der.sequence(...usages.map((usage) => der.oid(usage))));
}

/** dNSNames, and other GeneralNames as they are. */
export function alternativeNames(...names: readonly (string | Buffer)[]): Buffer {
  return extension(OID.alternativeNames, namesOf(names));
}

/** The same where there is no subject: the only names, so the extension is critical (RFC 5280 4.2.1.6). */
export function onlyNames(...names: readonly (string | Buffer)[]): Buffer {
  return extension(OID.alternativeNames, namesOf(names), true);
}

function namesOf(names: readonly (string | Buffer)[]): Buffer {
  return der.sequence(
    ...names.map((each) => (typeof each === "string" ? der.implicit(2, Buffer.from(each, "latin1")) : each)),
  );
}

/** Name constraints; each base a GeneralName. */
export function nameConstraints(lists: {
  permitted?: readonly Buffer[];
  excluded?: readonly Buffer[];
}): Buffer {
  const subtrees = (bases: readonly Buffer[]): Buffer[] => bases.map((base) => der.sequence(base));
  return extension(
    OID.nameConstraints,
    der.sequence(
      ...(lists.permitted === undefined ? [] : [der.explicit(0, ...subtrees(lists.permitted))]),
      ...(lists.excluded === undefined ? [] : [der.explicit(1, ...subtrees(lists.excluded))]),
    ),
    true,
  );
}

/** An RSA key of so many bits that nobody holds, as SubjectPublicKeyInfo. */
export function rsaKeyInfo(bits: number, exponent: Buffer): Buffer {
  const modulus = Buffer.alloc(bits / 8, 0xff);
  const key = der.sequence(der.integer(modulus), der.integer(exponent));
  return der.sequence(der.sequence(der.oid("1.2.840.113549.1.1.1"), der.none()), der.bitString(key));
}

export interface Recipe {
  subject: Buffer;
  /** Who signs; absent: the certificate signs itself. */
  issuer?: Issued;
  /** Instead of the issuer's own name. */
  issuerName?: Buffer;
  /** A new one on P-256 where absent. */
  key?: KeyObject;
  /** 3 where absent; 1 has no extensions. */
  version?: 1 | 3;
  serial?: Buffer;
  /** A moment, or octets; one day ago where absent. */
  notBefore?: Date | Buffer;
  /** A moment, or octets; in 90 days where absent. */
  notAfter?: Date | Buffer;
  /** Instead of the key's own SubjectPublicKeyInfo. */
  publicKey?: Buffer;
  extensions?: readonly Buffer[];
  /** Of the signature, SHA-256 where absent; Ed25519 has its own. */
  digest?: Digest;
  /** AlgorithmIdentifier to claim; the signature stays what it is. */
  algorithm?: Buffer;
  /** In place of a signature. */
  signature?: Buffer;
  /** Spoils the signature. */
  spoilt?: boolean;
}

/** Certificates know no fractions of a second. */
function wholeSecond(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 1000) * 1000);
}

/** A bound of the validity: in DER, and as the moment that is meant. */
function boundOf(given: Date | Buffer | undefined, otherwise: Date): { der: Buffer; moment: Date } {
  const moment = wholeSecond(given instanceof Date ? given : otherwise);
  return { der: Buffer.isBuffer(given) ? given : der.time(moment), moment };
}

function pemOf(certificate: Buffer): string {
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

/** Makes an X.509 certificate (RFC 5280), usable as an issuer of others. */
export function forge(recipe: Recipe): Issued {
  const key = recipe.key ?? generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  const notBefore = boundOf(recipe.notBefore, new Date(Date.now() - DAY));
  const notAfter = boundOf(recipe.notAfter, new Date(Date.now() + 90 * DAY));
  const signer = recipe.issuer?.key ?? key;
  const digest = recipe.digest ?? "sha256";
  const algorithm = recipe.algorithm ?? signatureAlgorithm(signer, digest);
  const extensions = recipe.extensions ?? [];
  const toBeSigned = der.sequence(
    ...(recipe.version === 1 ? [] : [der.explicit(0, der.integer(2))]),
    recipe.serial ?? der.integer(Buffer.from("0123456789abcdef", "hex")),
    algorithm,
    recipe.issuerName ?? recipe.issuer?.name ?? recipe.subject,
    der.sequence(notBefore.der, notAfter.der),
    recipe.subject,
    recipe.publicKey ?? spki,
    ...(extensions.length === 0 ? [] : [der.explicit(3, der.sequence(...extensions))]),
  );
  const hash = signer.asymmetricKeyType === "ed25519" ? null : digest;
  const signature = recipe.signature ?? sign(hash, toBeSigned, signer);
  if (recipe.spoilt === true) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
  const certificate = der.sequence(toBeSigned, algorithm, der.bitString(signature));
  return {
    subject: null,
    name: recipe.subject,
    der: certificate,
    pem: pemOf(certificate),
    key,
    keyPem: key.export({ type: "pkcs8", format: "pem" }).toString(),
    sha256: createHash("sha256").update(certificate).digest("hex"),
    notBefore: notBefore.moment,
    notAfter: notAfter.moment,
    keyIdentifier: createHash("sha1").update(spki).digest(),
  };
}
