/** Names of signature algorithms, as RFC 3279, 4055, 5758, 8410 and 9881 write them. */
import { childrenOf, constructed, readElement, readOid, TAG, type Element } from "./der.ts";

const RSASSA_PSS = "1.2.840.113549.1.1.10";

const SIGNATURES: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.2": "md2WithRSAEncryption",
  "1.2.840.113549.1.1.3": "md4WithRSAEncryption",
  "1.2.840.113549.1.1.4": "md5WithRSAEncryption",
  "1.2.840.113549.1.1.5": "sha1WithRSAEncryption",
  "1.3.14.3.2.3": "md5WithRSA",
  "1.3.14.3.2.29": "sha1WithRSA",
  "1.3.36.3.3.1.2": "ripemd160WithRSA",
  "1.2.840.113549.1.1.14": "sha224WithRSAEncryption",
  "1.2.840.113549.1.1.11": "sha256WithRSAEncryption",
  "1.2.840.113549.1.1.12": "sha384WithRSAEncryption",
  "1.2.840.113549.1.1.13": "sha512WithRSAEncryption",
  "2.16.840.1.101.3.4.3.13": "id-rsassa-pkcs1-v1_5-with-sha3-224",
  "2.16.840.1.101.3.4.3.14": "id-rsassa-pkcs1-v1_5-with-sha3-256",
  "2.16.840.1.101.3.4.3.15": "id-rsassa-pkcs1-v1_5-with-sha3-384",
  "2.16.840.1.101.3.4.3.16": "id-rsassa-pkcs1-v1_5-with-sha3-512",
  "1.2.840.10040.4.3": "dsa-with-sha1",
  "2.16.840.1.101.3.4.3.1": "dsa-with-sha224",
  "2.16.840.1.101.3.4.3.2": "dsa-with-sha256",
  "1.2.840.10045.4.1": "ecdsa-with-SHA1",
  "1.2.840.10045.4.3.1": "ecdsa-with-SHA224",
  "1.2.840.10045.4.3.2": "ecdsa-with-SHA256",
  "1.2.840.10045.4.3.3": "ecdsa-with-SHA384",
  "1.2.840.10045.4.3.4": "ecdsa-with-SHA512",
  "2.16.840.1.101.3.4.3.9": "id-ecdsa-with-sha3-224",
  "2.16.840.1.101.3.4.3.10": "id-ecdsa-with-sha3-256",
  "2.16.840.1.101.3.4.3.11": "id-ecdsa-with-sha3-384",
  "2.16.840.1.101.3.4.3.12": "id-ecdsa-with-sha3-512",
  "1.3.101.112": "ed25519",
  "1.3.101.113": "ed448",
  "1.2.156.10197.1.501": "sm2-with-SM3",
  "2.16.840.1.101.3.4.3.17": "ml-dsa-44",
  "2.16.840.1.101.3.4.3.18": "ml-dsa-65",
  "2.16.840.1.101.3.4.3.19": "ml-dsa-87",
};

const HASHES: Readonly<Record<string, string>> = {
  "1.2.840.113549.2.5": "MD5",
  "1.3.14.3.2.26": "SHA1",
  "2.16.840.1.101.3.4.2.4": "SHA224",
  "2.16.840.1.101.3.4.2.1": "SHA256",
  "2.16.840.1.101.3.4.2.2": "SHA384",
  "2.16.840.1.101.3.4.2.3": "SHA512",
  "2.16.840.1.101.3.4.2.8": "SHA3-256",
  "2.16.840.1.101.3.4.2.9": "SHA3-384",
  "2.16.840.1.101.3.4.2.10": "SHA3-512",
};

/** Hash of RSASSA-PSS-params (RFC 4055 3.1), where SHA-1 is what a missing field means. */
function pssHash(parameters: Element | undefined): string | undefined {
  if (parameters === undefined) return "SHA1";
  const fields = childrenOf(parameters, TAG.sequence);
  if (fields === undefined) return undefined;
  const hash = fields.find((field) => field.tag === constructed(0));
  if (hash === undefined) return "SHA1";
  const [id] = childrenOf(readElement(hash.content), TAG.sequence) ?? [];
  const oid = readOid(id);
  return oid === undefined ? undefined : (HASHES[oid] ?? oid);
}

/**
 * Name of an AlgorithmIdentifier of a signature, `RSASSA-PSS-SHA256` for RSASSA-PSS with its hash, the object
 * identifier where it has no name here.
 * @returns undefined where it cannot be read.
 */
export function readSignatureAlgorithm(element: Element | undefined): string | undefined {
  const [id, parameters] = childrenOf(element, TAG.sequence) ?? [];
  const oid = readOid(id);
  if (oid !== RSASSA_PSS) return oid === undefined ? undefined : (SIGNATURES[oid] ?? oid);
  const hash = pssHash(parameters);
  return hash === undefined ? undefined : `RSASSA-PSS-${hash}`;
}
