/** Where an output may link to. Made by the room that knows the place; absent where there is none. */
import type { FilePosition } from "../text/file-position.ts";
import { VERSION } from "../version.ts";

export interface Links {
  /** This run. */
  readonly run?: string;
  /** The tested commit. */
  readonly commit?: { readonly sha: string; readonly url: string };
  /** Address in front of a path of the repository at the tested commit, without a slash at its end. */
  readonly files?: string;
  /** Address of the folder with the page of each code, without a slash at its end. */
  readonly docs?: string;
  /** Path of the workflow file that started this run, inside the repository. */
  readonly workflow?: string;
}

/**
 * The pages of the codes as this release published them, where an output needs an address and the run has none of its
 * own. No tag moves, so the whole version is in it.
 */
export const PUBLISHED_DOCS = `https://github.com/mx-gate/mx-gate/blob/v${VERSION}/docs/codes`;

/** The page that lists every code. */
export const CODES_PAGE = `${PUBLISHED_DOCS}/README.md`;

/** The page of a code. */
export function codePage(links: Links & { readonly docs: string }, code: string): string;
export function codePage(links: Links, code: string): string | undefined;
export function codePage(links: Links, code: string): string | undefined {
  return links.docs === undefined ? undefined : `${links.docs}/${encodeURIComponent(code)}.md`;
}

/** A line of a file of the repository. */
export function fileLine(links: Links, { file, line }: FilePosition): string | undefined {
  if (links.files === undefined) return undefined;
  return `${links.files}/${file.split("/").map(encoded).join("/")}#L${line}`;
}

/** A part of a path, with the brackets that would end a link of Markdown, and without lone surrogates. */
function encoded(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replaceAll("(", "%28").replaceAll(")", "%29");
}
