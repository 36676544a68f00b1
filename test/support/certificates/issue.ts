/** Honest certificates of any kind in a few milliseconds: dates past and future, weak keys, chains, hostile names. */
import { createHash, createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { isIPv4 } from "node:net";
import * as der from "./der.ts";
import {
  alternativeNames,
  basicConstraints,
  DAY,
  extendedKeyUsage,
  extension,
  forge,
  keyUsage,
  name,
  OID,
  onlyNames,
} from "./forge.ts";
import type { Digest, Issued } from "./forge.ts";

export { DAY };
export type { Digest, Issued };

export type KeyKind = "rsa2048" | "rsa1024" | "p256" | "p384" | "ed25519";
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

function extensions(options: IssueOptions, key: KeyObject, own: Buffer): Buffer[] {
  const { ca = false, dnsNames = [], rawDnsNames = [], ipAddresses = [], caIssuers = [] } = options;
  const usages = options.extendedKeyUsage ?? (ca ? [] : ["serverAuth"]);
  const names = [
    ...dnsNames,
    ...rawDnsNames.map((each) => der.implicit(2, each)),
    ...ipAddresses.map((address) => der.implicit(7, addressOctets(address))),
  ];
  const accesses = caIssuers.map((uri) =>
    der.sequence(der.oid("1.3.6.1.5.5.7.48.2"), der.implicit(6, Buffer.from(uri, "latin1"))),
  );
  // digitalSignature, keyEncipherment for RSA key transport; keyCertSign and cRLSign for CAs (RFC 5280 4.2.1.3).
  const bits = ca ? [5, 6] : key.asymmetricKeyType === "rsa" ? [0, 2] : [0];
  return [
    basicConstraints(ca, ca ? options.pathLength : undefined),
    keyUsage(...bits),
    ...(usages.length === 0 ? [] : [extendedKeyUsage(...usages.map((usage) => USAGES[usage]))]),
    ...(names.length === 0 ? [] : [(options.subject === null ? onlyNames : alternativeNames)(...names)]),
    extension(OID.subjectKeyIdentifier, der.octetString(own)),
    extension(
      OID.authorityKeyIdentifier,
      der.sequence(der.implicit(0, options.issuer?.keyIdentifier ?? own)),
    ),
    // One caIssuers entry for each URI (RFC 5280 4.2.2.1).
    ...(accesses.length === 0 ? [] : [extension(OID.authorityInformation, der.sequence(...accesses))]),
  ];
}

/** Makes one X.509 v3 certificate (RFC 5280), valid as `options` say, with `now` as the moment they refer to. */
export function issue(options: IssueOptions, now: Date = new Date()): Issued {
  const { subject, organization, issuer, signature } = options;
  const key = options.reuseKeyOf?.key ?? newKey(options.key ?? "p256");
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const made = forge({
    subject: name(
      ...(organization === undefined ? [] : [[OID.organization, organization] as const]),
      ...(subject === null ? [] : [[OID.commonName, subject] as const]),
    ),
    key,
    ...(issuer !== undefined && { issuer }),
    ...(signature !== undefined && { digest: signature }),
    serial: der.integer(serial),
    notBefore: options.notBefore ?? new Date(now.getTime() - DAY),
    notAfter: options.notAfter ?? new Date(now.getTime() + 90 * DAY),
    extensions: extensions(options, key, createHash("sha1").update(spki).digest()),
  });
  return { ...made, subject };
}
