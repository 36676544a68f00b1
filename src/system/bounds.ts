/** Bounds on the files of a workspace (`@finding`: what comes of more). docs/bounds.md is generated from all bounds.ts. */

/**
 * Files and folders that are looked at for one pattern of `zone-files`. A checkout with its dependencies has some
 * hundred thousand.
 * @finding configuration error at the pattern
 */
export const SEARCHED_ENTRIES = 1_000_000;

/**
 * Seconds by which this machine was late to look at a connection, from which on they are recorded.
 * @finding none: `connect-slow`, `connect-timeout` and those of the greeting do not count them
 */
export const NOTED_LATENESS = 0.5;
