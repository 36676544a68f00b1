/** Bounds on the files of a workspace (`@finding`: what comes of more). docs/bounds.md is generated from all bounds.ts. */

/**
 * Files and folders that are looked at for one pattern of `zone-files`. A checkout with its dependencies has some
 * hundred thousand.
 * @finding configuration error at the pattern
 */
export const SEARCHED_ENTRIES = 1_000_000;
