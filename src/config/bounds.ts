/**
 * Every bound on the files that a run is given: a pull request may edit them. What goes past one is a problem with its
 * place (`@finding`), as everything that is wrong with a file is, and nothing is probed. Bounds on what servers and
 * resolvers say are in observe/bounds.ts. docs/bounds.md is generated from both.
 */

/**
 * Characters of a policy file: thousands of domains, and no more than a moment's work.
 * @finding configuration error: so many characters are read
 */
export const POLICY_CHARACTERS = 1_000_000;

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
 * Characters of a zone file. Large ones that people edit by hand have a few million.
 * @finding configuration error: longer than so many characters
 */
export const ZONE_CHARACTERS = 64_000_000;

/**
 * Zone files within zone files, in depth. Real ones have two or three.
 * @finding configuration error at the `$INCLUDE`
 */
export const INCLUDE_DEPTH = 16;

/**
 * Zone files that one zone includes, in all. Each may be read again and again.
 * @finding configuration error at the `$INCLUDE`
 */
export const INCLUDES = 1000;

/**
 * Records of one zone. The largest that anyone edits by hand are far below.
 * @finding configuration error at the record
 */
export const ZONE_RECORDS = 1_000_000;

/**
 * Records that one `$GENERATE` makes. BIND's own examples make some hundred; a whole IPv4 network of 16 bits fits.
 * @finding configuration error at the line
 */
export const GENERATED_RECORDS = 65_536;

/**
 * Problems that are told of one zone file. Whoever has more has another problem.
 * @finding the first so many
 */
export const ZONE_PROBLEMS = 100;
