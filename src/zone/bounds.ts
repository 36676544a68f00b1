/** Every bound on zone files: a pull request may edit them. What goes past one is a problem with its place. */

/**
 * Characters of all zone files of a run. A file that others include counts each time. Large zones that people edit by
 * hand have a few million.
 * @finding configuration error: the zone files are longer than this many characters
 */
export const ZONE_CHARACTERS = 64_000_000;

/**
 * Zone files within zone files, in depth. Real ones have two or three.
 * @finding configuration error at the `$INCLUDE`
 */
export const INCLUDE_DEPTH = 16;

/**
 * Zone files that one zone includes, in all. Each may be included again and again.
 * @finding configuration error at the `$INCLUDE`
 */
export const INCLUDES = 1000;

/**
 * Records of all zone files of a run. The largest zones that anyone edits by hand are far below.
 * @finding configuration error at the record
 */
export const ZONE_RECORDS = 1_000_000;

/**
 * Records that one `$GENERATE` makes. BIND's own examples make some hundred; a whole IPv4 network of 16 bits fits.
 * @finding configuration error at the line
 */
export const GENERATED_RECORDS = 65_536;

/**
 * Problems that are reported for one zone file.
 * @finding only the first ones are listed
 */
export const ZONE_PROBLEMS = 100;

/**
 * Words of one entry of a zone file: no record has data of more octets.
 * @finding configuration error; the rest of the file is not read
 */
export const ZONE_WORDS = 65_536;

/**
 * Characters of one word of a zone file: the octets of the longest record, each written as an escape.
 * @finding configuration error; the rest of the file is not read
 */
export const ZONE_WORD_CHARACTERS = 262_144;

/**
 * Records of one name in the zone files: an answer of DNS has at most 65,535 octets, and no room for more.
 * @finding configuration error at the record
 */
export const OWNER_RECORDS = 4096;

/**
 * Names without records that lie between the zones and their records: a name of 250 octets has 124 above it. Reverse
 * zones are not counted.
 * @finding configuration error at the record
 */
export const ZONE_NAMES_BETWEEN = 500_000;

/**
 * Records that all `$GENERATE` of a run make: two such networks.
 * @finding configuration error at the line
 */
export const GENERATED_IN_ALL = 131_072;

/**
 * Characters of all templates of `$GENERATE`, and of what they become, each time they are filled in.
 * @finding configuration error at the line
 */
export const GENERATED_CHARACTERS = 16_000_000;
