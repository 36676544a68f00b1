/** What may be done to find out about one chain: hostile ones are made to cost as much as they can. */
import {
  MAX_NAME_COMPARISONS,
  MAX_SEARCH_STEPS,
  MAX_SIGNATURE_WORK,
  OCTETS_PER_SIGNATURE_WORK,
} from "../bounds.ts";
import type { KeyDetails } from "./openssl.ts";

/** What is left of each kind of work. */
export interface Effort {
  /** For signatures, in units of {@link signatureWork}. */
  signatures: number;
  /** Steps of the search for paths. */
  steps: number;
  /** Comparisons of a name with a name constraint. */
  comparisons: number;
}

/** The effort for one chain. */
export function effortForChain(): Effort {
  return {
    signatures: MAX_SIGNATURE_WORK,
    steps: MAX_SEARCH_STEPS,
    comparisons: MAX_NAME_COMPARISONS,
  };
}

/** Work of one verification by kind of key or named curve, as measured with OpenSSL 3.5. */
const WORK: Readonly<Record<string, number>> = {
  ed25519: 2,
  ed448: 5,
  prime256v1: 1,
  secp384r1: 7,
  secp521r1: 17,
  "ml-dsa-44": 3,
  "ml-dsa-65": 4,
  "ml-dsa-87": 5,
};

/** The same for all others: binary curves and SLH-DSA are the dearest. */
const OTHER_WORK = 45;

/** Bits of modulus, and of exponent (65537), at which a verification with RSA is one unit more. */
const RSA_BITS = 4096;
const RSA_EXPONENT_BITS = 17;

/** DSA raises to two exponents of at most so many bits (FIPS 186-4 4.2). */
const DSA_EXPONENT_BITS = 512;

/** What verifying a signature of so many signed octets costs, in units of about a tenth of a millisecond. */
export function signatureWork(key: KeyDetails | undefined, octets: number): number {
  const hashing = octets / OCTETS_PER_SIGNATURE_WORK;
  if (key === undefined) return 1;
  const { modulusLength } = key;
  if (modulusLength === undefined) return (WORK[key.namedCurve ?? key.type] ?? OTHER_WORK) + hashing;
  const exponentBits = key.publicExponent?.toString(2).length ?? DSA_EXPONENT_BITS;
  return 1 + (modulusLength / RSA_BITS) ** 2 * (exponentBits / RSA_EXPONENT_BITS) + hashing;
}
