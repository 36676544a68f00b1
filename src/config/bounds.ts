/**
 * Every bound on the files that a run is given: a pull request may edit them. What goes past one is a problem with its
 * place (`@finding`), as everything that is wrong with a file is, and nothing is probed. Bounds on what servers and
 * resolvers say are in observe/bounds.ts. docs/bounds.md is generated from both.
 */

/**
 * Characters of a policy file: ten thousand domains, and no more than a moment's work. Longer lists of domains belong
 * into inputs and zone files.
 * @finding configuration error: so many characters are read
 */
export const POLICY_CHARACTERS = 250_000;

/**
 * Nesting of a policy file. The deepest that any setting needs is four.
 * @finding configuration error: nested too deeply
 */
export const POLICY_DEPTH = 16;

/**
 * Values of a policy file, those that aliases unfold to counted each time.
 * @finding configuration error: the aliases unfold to too much
 */
export const POLICY_VALUES = 200_000;

/**
 * Aliases of a policy file: each one unfolds.
 * @finding configuration error: the aliases unfold to too much
 */
export const POLICY_ALIASES = 1000;

/**
 * Lines of a policy file that are told to be no YAML. What follows from the first is no news.
 * @finding the first so many
 */
export const POLICY_SYNTAX_PROBLEMS = 50;

/**
 * Unknown codes of one `severity` that are told: each is compared with the whole registry.
 * @finding the first so many
 */
export const STRANGE_CODES = 100;

/**
 * Domains and servers of one run. Each takes its place in memory and in the report.
 * @finding configuration error: there are more than so many
 */
export const RUN_TARGETS = 100_000;

/**
 * Files and folders that are looked at for one pattern of `zone-files`. A checkout with its dependencies has some
 * hundred thousand.
 * @finding configuration error at the pattern
 */
export const SEARCHED_ENTRIES = 1_000_000;

/**
 * Octets of a former report that `baseline` names. One of 10,000 domains has 150 million.
 * @finding configuration error: it is larger than so many octets
 */
export const BASELINE_OCTETS = 400_000_000;

/**
 * Characters of all zone files of a run. A file that others include counts each time. Large zones that people edit by
 * hand have a few million.
 * @finding configuration error: the zone files are longer than so many characters
 */
export const ZONE_CHARACTERS = 64_000_000;

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
 * Records that one `$GENERATE` makes. BIND's own examples make some hundred; a whole IPv4 network of 16 bits fits.
 * @finding configuration error at the line
 */
export const GENERATED_RECORDS = 65_536;

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

/**
 * Problems that are told of one zone file. Whoever has more has another problem.
 * @finding the first so many
 */
export const ZONE_PROBLEMS = 100;
