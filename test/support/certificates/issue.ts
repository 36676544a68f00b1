/** Certificates of any kind in a few milliseconds: dates past and future, weak keys, chains, hostile names. */
import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { isIPv4 } from "node:net";
import * as der from "./der.ts";

export const DAY = 86_400_000;

export type KeyKind = "rsa2048" | "rsa1024" | "p256" | "p384" | "ed25519";
export type Digest = "sha256" | "sha384" | "sha1";
export type Usage = "serverAuth" | "clientAuth";

export interface IssueOptions {
  /** Common name; null for an empty subject. */
  subject: string | null;
  organization?: string;
  /** Who signs; absent: the certificate signs itself. */
  issuer?: Issued;
  dnsNames?: readonly string[];
  /** Further dNSName entries, byte for byte. */
  rawDnsNames?: readonly Buffer[];
  ipAddresses?: readonly string[];
  /** One day before `now` where absent. */
  notBefore?: Date;
  /** 90 days after `now` where absent. */
  notAfter?: Date;
  ca?: boolean;
  pathLength?: number;
  key?: KeyKind;
  /** Takes the key pair of that certificate instead of a new one. */
  reuseKeyOf?: Issued;
  /** Digest of the signature; an Ed25519 issuer has its own. */
  signature?: Digest;
  /** Where the issuer's certificate is to be had (authority information access). */
  caIssuers?: readonly string[];
  /** `serverAuth` where absent, nothing for CAs; an empty list leaves the extension out. */
  extendedKeyUsage?: readonly Usage[];
}

/** A certificate with its key, usable as the issuer of others. */
export interface Issued {
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
const USAGES: Record<Usage, string> = {
  serverAuth: "1.3.6.1.5.5.7.3.1",
  clientAuth: "1.3.6.1.5.5.7.3.2",
};

function newKey(kind: KeyKind): KeyObject {
  switch (kind) {
    case "rsa2048":
      return generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    case "rsa1024":
      return generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey;
    case "p256":
      return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
    case "p384":
      return generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey;
    case "ed25519":
      return generateKeyPairSync("ed25519").privateKey;
  }
}

function distinguishedName(commonName: string | null, organization: string | undefined): Buffer {
  const attribute = (type: string, value: string): Buffer =>
    der.set(der.sequence(der.oid(type), der.utf8String(value)));
  return der.sequence(
    ...(organization === undefined ? [] : [attribute("2.5.4.10", organization)]),
    ...(commonName === null ? [] : [attribute("2.5.4.3", commonName)]),
  );
}

/** The octets of an IP address, four or sixteen. */
function addressOctets(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split(".").map(Number));
  const [head = "", tail = ""] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const groups = (text: string): string[] =>
    (text === "" ? [] : text.split(":")).map((group) => group.padStart(4, "0"));
  const before = groups(head).join("");
  const after = groups(tail).join("");
  return Buffer.from(before + "0".repeat(32 - before.length - after.length) + after, "hex");
}

function signatureAlgorithm(signer: KeyObject, digest: Digest): Buffer {
  if (signer.asymmetricKeyType === "ed25519") return der.sequence(der.oid("1.3.101.112"));
  if (signer.asymmetricKeyType === "rsa") return der.sequence(der.oid(RSA_SIGNATURES[digest]), der.none());
  return der.sequence(der.oid(ECDSA_SIGNATURES[digest]));
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  return der.sequence(der.oid(id), ...(critical ? [der.boolean(true)] : []), der.octetString(value));
}

function alternativeNames(options: IssueOptions): Buffer[] {
  const names = [
    ...(options.dnsNames ?? []).map((name) => der.implicit(2, Buffer.from(name, "latin1"))),
    ...(options.rawDnsNames ?? []).map((name) => der.implicit(2, name)),
    ...(options.ipAddresses ?? []).map((address) => der.implicit(7, addressOctets(address))),
  ];
  // Without a subject the names here are the only ones, so the extension is critical (RFC 5280 4.2.1.6).
  return names.length === 0 ? [] : [extension("2.5.29.17", options.subject === null, der.sequence(...names))];
}

function extensions(options: IssueOptions, key: KeyObject, own: Buffer, authority: Buffer): Buffer {
  const ca = options.ca ?? false;
  const constraints = ca
    ? [der.boolean(true), ...(options.pathLength === undefined ? [] : [der.integer(options.pathLength)])]
    : [];
  // digitalSignature, keyEncipherment for RSA key transport; keyCertSign and cRLSign for CAs (RFC 5280 4.2.1.3).
  const leafUsage = key.asymmetricKeyType === "rsa" ? [0, 2] : [0];
  const usages = options.extendedKeyUsage ?? (ca ? [] : ["serverAuth"]);
  return der.sequence(
    extension("2.5.29.19", true, der.sequence(...constraints)),
    extension("2.5.29.15", true, der.namedBits(ca ? [5, 6] : leafUsage)),
    ...(usages.length === 0
      ? []
      : [extension("2.5.29.37", false, der.sequence(...usages.map((usage) => der.oid(USAGES[usage]))))]),
    ...alternativeNames(options),
    extension("2.5.29.14", false, der.octetString(own)),
    extension("2.5.29.35", false, der.sequence(der.implicit(0, authority))),
    ...authorityInformation(options),
  );
}

/** Authority information access with one caIssuers entry for each URI (RFC 5280 4.2.2.1). */
function authorityInformation({ caIssuers = [] }: IssueOptions): Buffer[] {
  const entries = caIssuers.map((uri) =>
    der.sequence(der.oid("1.3.6.1.5.5.7.48.2"), der.implicit(6, Buffer.from(uri, "latin1"))),
  );
  return entries.length === 0 ? [] : [extension("1.3.6.1.5.5.7.1.1", false, der.sequence(...entries))];
}

/** Certificates know no fractions of a second. */
function wholeSecond(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 1000) * 1000);
}

function pemOf(certificate: Buffer): string {
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

/** Makes one X.509 v3 certificate (RFC 5280), valid as `options` say, with `now` as the moment they refer to. */
export function issue(options: IssueOptions, now: Date = new Date()): Issued {
  const key = options.reuseKeyOf?.key ?? newKey(options.key ?? "p256");
  const publicKey = createPublicKey(key);
  const spki = publicKey.export({ type: "spki", format: "der" });
  const keyIdentifier = createHash("sha1").update(spki).digest();
  const name = distinguishedName(options.subject, options.organization);
  const notBefore = wholeSecond(options.notBefore ?? new Date(now.getTime() - DAY));
  const notAfter = wholeSecond(options.notAfter ?? new Date(now.getTime() + 90 * DAY));

  const signer = options.issuer?.key ?? key;
  const digest = options.signature ?? "sha256";
  const algorithm = signatureAlgorithm(signer, digest);
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const toBeSigned = der.sequence(
    der.explicit(0, der.integer(2)),
    der.integer(serial),
    algorithm,
    options.issuer?.name ?? name,
    der.sequence(der.time(notBefore), der.time(notAfter)),
    name,
    spki,
    der.explicit(3, extensions(options, key, keyIdentifier, options.issuer?.keyIdentifier ?? keyIdentifier)),
  );
  const signature = sign(signer.asymmetricKeyType === "ed25519" ? null : digest, toBeSigned, signer);
  const certificate = der.sequence(toBeSigned, algorithm, der.bitString(signature));

  return {
    subject: options.subject,
    name,
    der: certificate,
    pem: pemOf(certificate),
    key,
    keyPem: key.export({ type: "pkcs8", format: "pem" }).toString(),
    sha256: createHash("sha256").update(certificate).digest("hex"),
    notBefore,
    notAfter,
    keyIdentifier,
  };
}
