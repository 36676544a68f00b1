/**
 * Limits on what a server can make us do with its certificates. Real chains have two to five certificates;
 * OpenSSL itself takes up to 100 KiB of them.
 */

/** Octets that a server may send until the handshake is done: room for all the certificates that OpenSSL takes. */
export const MAX_HANDSHAKE_OCTETS = 256 * 1024;

/** Served certificates that are kept; the rest is counted. */
export const MAX_SERVED_CERTIFICATES = 20;

/** Signatures verified for one chain. The dearest one, RSA with 16,384 bits, takes a few milliseconds. */
export const MAX_SIGNATURE_CHECKS = 60;

/** Certificates of one path, leaf and trust anchor included. */
export const MAX_PATH_LENGTH = 10;

/** Alternative paths kept for each trust store. */
export const MAX_PATHS_PER_STORE = 8;

/** Steps of the search for paths in one trust store: cross-signs of each other make their number explode. */
export const MAX_SEARCH_STEPS = 500;

/** Chains whose description is remembered; many endpoints of a large provider serve the same one. */
export const MAX_REMEMBERED_CHAINS = 4096;

/** Intermediates and roots that stay parsed; one CA has a handful of each. */
export const MAX_REMEMBERED_CERTIFICATES = 1024;

/** Elements of one ASN.1 sequence that are read: extensions, names, usages. */
export const MAX_ELEMENTS = 1024;

/** Octets of an object identifier's encoding; the longest in use has fewer than 20. */
export const MAX_OID_OCTETS = 64;

/** Comparisons of a name with a name constraint on one path; OpenSSL gives up after a million. */
export const MAX_NAME_COMPARISONS = 20_000;

/** caIssuers names of one certificate that are kept; real ones have one. */
export const MAX_CA_ISSUERS = 4;

/** Certificates that are read from one file of a CA. */
export const MAX_FILE_CERTIFICATES = 8;
