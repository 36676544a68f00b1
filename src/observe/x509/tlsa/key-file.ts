/** Certificates and public keys of a PEM file (RFC 7468 5, 13), as TLSA records would hold them. */
import { hash } from "node:crypto";
import type { AssociationData, DaneKeyFile } from "../../observation.ts";
import { readAlternativeNames } from "../alternative-names.ts";
import { EXTENSION } from "../certificate-structure.ts";
import { readElement } from "../der.ts";
import { readPublicKey } from "../openssl.ts";
import { readPem, type PemProblem } from "../pem.ts";
import { ParsedCertificate } from "../parsed-certificate.ts";

type Key = DaneKeyFile["keys"][number];

/** Why a file cannot be used, and at which line. */
export interface KeyFileProblem {
  readonly problem:
    "nothing" | "unreadable-certificate" | "unreadable-key" | "too-many" | PemProblem["problem"];
  readonly line?: number;
}

const PUBLIC_KEY = "PUBLIC KEY";
const LABELS: readonly string[] = ["CERTIFICATE", "X509 CERTIFICATE", PUBLIC_KEY];

/** What TLSA records may hold of these octets (RFC 6698 2.1.3). */
export function associationDataOf(octets: Buffer): AssociationData {
  return {
    full: octets.toString("hex"),
    sha256: hash("sha256", octets, "hex"),
    sha512: hash("sha512", octets, "hex"),
  };
}

/**
 * Reads a PEM file. What is neither a certificate nor a public key, such as a private key beside them, is left out.
 * @param most blocks that are read
 */
export function readKeyFile(text: string, most: number): readonly Key[] | KeyFileProblem {
  const found = readPem(text, LABELS);
  if ("problem" in found) return found;
  const keys: Key[] = [];
  for (const { label, octets = Buffer.of(), line } of found) {
    if (keys.length === most) return { problem: "too-many", line };
    const read = label === PUBLIC_KEY ? keyIn(octets) : certificateIn(octets);
    if (typeof read === "string") return { problem: read, line };
    keys.push({ line, ...read });
  }
  return keys.length === 0 ? { problem: "nothing" } : keys;
}

function keyIn(octets: Buffer): Omit<Key, "line"> | "unreadable-key" {
  if (readElement(octets)?.whole.equals(octets) !== true || readPublicKey(octets) === undefined)
    return "unreadable-key";
  return { publicKey: associationDataOf(octets) };
}

function certificateIn(octets: Buffer): Omit<Key, "line"> | "unreadable-certificate" {
  const certificate = new ParsedCertificate(octets);
  const structure = certificate.structure();
  const key = structure?.publicKey?.whole;
  if (!certificate.isReadable || key === undefined) return "unreadable-certificate";
  const names = structure?.extensions?.get(EXTENSION.subjectAlternativeName)?.value;
  return {
    certificate: associationDataOf(octets),
    publicKey: associationDataOf(key),
    dnsNames: (names && readAlternativeNames(names)?.dnsNames) ?? [],
  };
}
