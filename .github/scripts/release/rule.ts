/** A rule that has to hold before a release, and what it is held against. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Checkout {
  /** Folder of a git work tree, with its node_modules. */
  readonly root: string;
  /** The tag that is to be released; undefined where none is, yet. */
  readonly tag?: string | undefined;
  /** `owner/name` on GitHub of the repository that it was cloned from; undefined where that cannot be told. */
  readonly repository?: string | undefined;
}

export interface Rule {
  readonly name: string;
  readonly faults: (checkout: Checkout) => string[];
}

/** The text of a file of the checkout. */
export function readFile({ root }: Checkout, file: string): string {
  return readFileSync(join(root, file), "utf8");
}
