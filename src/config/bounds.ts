/**
 * Every bound on the files that a run is given: a pull request may edit them. What goes past one is a problem with its
 * place (`@finding`), as everything that is wrong with a file is, and nothing is probed. Bounds on zone files are
 * in zone/bounds.ts, those on what servers and resolvers say in observe/bounds.ts. docs/bounds.md is generated from all.
 */

/**
 * Characters of a policy file: ten thousand domains, and no more than a moment's work. Longer lists of domains belong
 * into inputs and zone files.
 * @finding configuration error: only this many characters are read
 */
export const POLICY_CHARACTERS = 250_000;

/**
 * Nesting of a policy file. The deepest that any setting needs is four.
 * @finding configuration error: nested too deeply
 */
export const POLICY_DEPTH = 16;

/**
 * Keys, values and marks of lists (dashes, colons, brackets) of a policy file: the library makes its nodes of them in one go.
 * @finding configuration error: more keys, values and lists than this many
 */
export const POLICY_NODES = 40_000;

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
 * Lines of a policy file that are reported as invalid YAML. Most later ones follow from the first.
 * @finding only the first ones are listed
 */
export const POLICY_SYNTAX_PROBLEMS = 50;

/**
 * Unknown codes of one `severity` that are reported: each is compared with the whole registry.
 * @finding only the first ones are listed
 */
export const STRANGE_CODES = 100;

/**
 * Domains and servers of one run. Each takes its place in memory and in the report.
 * @finding configuration error: there are more than this many
 */
export const RUN_TARGETS = 100_000;

/**
 * Octets of one file of `domains-file`, and of what comes by standard input: a million domains and more.
 * @finding configuration error: it is larger than this many octets
 */
export const DOMAINS_FILE_OCTETS = 64_000_000;

/**
 * Lines of such a file.
 * @finding configuration error: it has more than this many lines
 */
export const DOMAINS_FILE_LINES = 2_000_000;

/**
 * Octets of one of its lines: a domain has 253 at most, and a comment may follow.
 * @finding configuration error: the line is longer than this many octets
 */
export const DOMAINS_FILE_LINE_OCTETS = 65_536;

/**
 * Lines of all such files that are reported as wrong, one by one.
 * @finding only the first ones are listed, with the number of the others
 */
export const DOMAINS_FILE_PROBLEMS = 50;

/**
 * Octets of a JSON report: as many are written, and as many are read of one that `baseline` names. One of 10,000 domains
 * has 150 million. What is larger would hardly fit into memory as one text, and past 512 MiB not at all.
 * @finding configuration error: it is larger than this many octets; a report that would be is not written
 */
export const REPORT_OCTETS = 400_000_000;

/**
 * Octets of a recording. One of 100,000 endpoints has 1,500 million.
 * @finding configuration error: it is larger than this many octets
 */
export const RECORDING_OCTETS = 8_000_000_000;

/**
 * Octets of one line of a recording: an endpoint that serves a thousand domains has two million.
 * @finding configuration error: the line is longer than this many octets
 */
export const RECORDING_LINE_OCTETS = 16_777_216;

/**
 * Lines of a recording. One of 100,000 domains has as many for them, and as many again for endpoints and certificates.
 * @finding configuration error: it has more than this many lines
 */
export const RECORDING_LINES = 4_000_000;

/**
 * Octets of one file of `mta-sts-file`: as many as a served policy may have.
 * @finding configuration error: it is larger than this many octets
 */
export const STS_FILE_OCTETS = 65_536;

/**
 * Names that the notice of other targets keeps.
 * @finding `target-sources`: the number of the others
 */
export const TARGETS_NOTED = 5;
