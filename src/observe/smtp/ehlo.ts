/** What a server says of itself in its answer to EHLO (RFC 5321 4.1.1.1). */
import { Memory } from "../../text/memory.ts";
import { REMEMBERED_TEXT_LENGTH, REMEMBERED_TEXTS } from "../bounds.ts";

export interface Extension {
  /** Keyword in upper case; keywords are compared without case (RFC 5321 2.4). */
  readonly keyword: string;
  /** Parameters as they came. */
  readonly parameters: string;
}

const known = new Memory<Extension[]>(REMEMBERED_TEXTS, REMEMBERED_TEXT_LENGTH);

/**
 * Extensions of an EHLO reply: every line but the first. A keyword ends at a space, a tab or `=`, as senders read it
 * (Postfix): `AUTH=PLAIN`, an old form that Outlook once asked for, counts as AUTH. Lines without a keyword are facts, not faults: they stay in the reply.
 * @returns the very same list for the same lines; it must not be changed
 */
export function parseExtensions(lines: readonly string[]): Extension[] {
  const said = lines.slice(1);
  return known.recall(said.join("\n"), () => parse(said));
}

function parse(lines: readonly string[]): Extension[] {
  return lines.flatMap((line) => {
    const match = /^\d{3}[- ][ \t=]*([A-Za-z0-9][A-Za-z0-9-]*)(?:[ \t=]+([^]*))?$/.exec(line);
    if (match?.[1] === undefined) return [];
    return [{ keyword: match[1].toUpperCase(), parameters: (match[2] ?? "").trim() }];
  });
}

/** True where the keyword, in upper case, is among the extensions. */
export function offers(extensions: readonly Extension[] | undefined, keyword: string): boolean {
  return extensions?.some((extension) => extension.keyword === keyword) ?? false;
}
