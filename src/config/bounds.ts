/**
 * Every bound on the files that a run is given: a pull request may edit them. What goes past one is a problem with its
 * place (`@finding`), as everything that is wrong with a file is, and nothing is probed. Bounds on zone files are
 * in zone/bounds.ts, those on what servers and resolvers say in observe/bounds.ts. docs/bounds.md is generated from all.
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
 * Octets of a former report that `baseline` names. One of 10,000 domains has 150 million.
 * @finding configuration error: it is larger than so many octets
 */
export const BASELINE_OCTETS = 400_000_000;

/**
 * Octets of one file of `dane-keys`. A chain of four certificates has eight thousand.
 * @finding configuration error: it is larger than so many octets
 */
export const DANE_KEY_FILE_OCTETS = 262_144;

/**
 * Files of `dane-keys` in one run.
 * @finding configuration error: there are more than so many
 */
export const DANE_KEY_FILES = 1000;

/**
 * Certificates and public keys of one such file: as many as are kept of a served chain.
 * @finding configuration error at the first one too many
 */
export const DANE_KEYS_IN_FILE = 20;

/**
 * Octets of one file of `mta-sts-file`: as many as a served policy may have.
 * @finding configuration error: it is larger than so many octets
 */
export const STS_FILE_OCTETS = 65_536;
