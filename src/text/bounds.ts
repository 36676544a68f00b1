/** Bounds on names, on the wire and in zone files. docs/bounds.md is generated from this and its like. */

// --- DNS ----

/**
 * Octets of one label of a name (RFC 1035 2.3.4).
 * @finding `dns-malformed`
 */
export const LABEL_OCTETS = 63;

/**
 * Octets of a name on the wire (RFC 1035 2.3.4).
 * @finding `dns-malformed`
 */
export const NAME_OCTETS = 255;

/**
 * Octets of one character-string (RFC 1035 3.3).
 * @finding configuration error at the record of a zone file
 */
export const STRING_OCTETS = 255;

/**
 * Compression pointers within one name. A name has at most 127 labels, and a pointer of use stands before a label;
 * without this bound a message of chained pointers takes quadratic time to read.
 * @finding `dns-malformed`
 */
export const POINTER_LIMIT = 127;

/**
 * Aliases that one question follows. RFC 1034 5.2.2 asks for some bound; of resolvers, none follows more than 16.
 * @finding `mx-missing` for the domain, `mx-no-address` for a host
 */
export const ALIAS_LIMIT = 16;

/**
 * Shards that a run may have: more than GitHub starts of one matrix (256), and than anyone needs.
 * @finding configuration error at the setting, or at the recording that says so
 */
export const MOST_SHARDS = 1000;

/**
 * Replies whose reading is remembered. A run meets a handful of products, and each refuses everybody alike.
 * @finding none: what was forgotten is read again
 */
export const MAX_REMEMBERED_READINGS = 256;

/**
 * Refusals of the null sender whose words are read, of one endpoint. The codes of the others count, too.
 * @finding none: their words say whom the server refuses; the others are taken to say the same
 */
export const NULL_SENDER_REFUSALS_READ = 16;

/**
 * Facts of checks, and sentences, of which equal ones are kept once: the extensions of a product, what a server says to
 * everybody, how far mail gets.
 * @finding none: what was forgotten is kept once more
 */
export const MAX_REMEMBERED_FACTS = 256;

/**
 * Characters of such facts. Longer ones are seldom the same.
 * @finding none: each is kept
 */
export const REMEMBERED_FACTS_LENGTH = 512;
