/** Certificates that no honest issuer makes: every field as the test wants it, and correctly signed all the same. */
import { createHash, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import * as der from "../../lab/der.ts";
import { DAY, type Issued } from "../../lab/pki.ts";

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
  netscapeCertType: "2.16.840.1.113730.1.1",
} as const;

const ECDSA_WITH_SHA256 = der.sequence(der.oid("1.2.840.10045.4.3.2"));

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
  const entries = names.map((each) =>
    typeof each === "string" ? der.implicit(2, Buffer.from(each, "latin1")) : each,
  );
  return extension(OID.alternativeNames, der.sequence(...entries));
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
  key?: KeyObject;
  /** 3 where absent; 1 has no extensions. */
  version?: 1 | 3;
  serial?: Buffer;
  notBefore?: Buffer;
  notAfter?: Buffer;
  /** Instead of the key's own SubjectPublicKeyInfo. */
  publicKey?: Buffer;
  extensions?: readonly Buffer[];
  /** AlgorithmIdentifier to claim; the signature stays ECDSA with SHA-256. */
  algorithm?: Buffer;
  /** In place of a signature. */
  signature?: Buffer;
  /** Spoils the signature. */
  spoilt?: boolean;
}

/** Makes a certificate with keys on P-256, usable as an issuer of others. */
export function forge(recipe: Recipe): Issued {
  const key = recipe.key ?? generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  const notBefore = new Date(Date.now() - DAY);
  const notAfter = new Date(Date.now() + 90 * DAY);
  const algorithm = recipe.algorithm ?? ECDSA_WITH_SHA256;
  const extensions = recipe.extensions ?? [];
  const toBeSigned = der.sequence(
    ...(recipe.version === 1 ? [] : [der.explicit(0, der.integer(2))]),
    recipe.serial ?? der.integer(Buffer.from("0123456789abcdef", "hex")),
    algorithm,
    recipe.issuerName ?? recipe.issuer?.name ?? recipe.subject,
    der.sequence(recipe.notBefore ?? der.time(notBefore), recipe.notAfter ?? der.time(notAfter)),
    recipe.subject,
    recipe.publicKey ?? spki,
    ...(extensions.length === 0 ? [] : [der.explicit(3, der.sequence(...extensions))]),
  );
  const signature = recipe.signature ?? sign("sha256", toBeSigned, recipe.issuer?.key ?? key);
  if (recipe.spoilt === true) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
  const certificate = der.sequence(toBeSigned, algorithm, der.bitString(signature));
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return {
    subject: null,
    name: recipe.subject,
    der: certificate,
    pem: `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`,
    key,
    keyPem: key.export({ type: "pkcs8", format: "pem" }).toString(),
    sha256: createHash("sha256").update(certificate).digest("hex"),
    notBefore,
    notAfter,
    keyIdentifier: createHash("sha1").update(spki).digest(),
  };
}
