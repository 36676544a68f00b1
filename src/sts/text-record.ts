/** What the TXT records of MTA-STS (RFC 8461 3.1) and TLS reporting (RFC 8460 3) have in common. */

/** One record: its character-strings joined, one latin1 character for each octet. */
export type JoinedText = string;

/** The records of an answer, each with its strings joined without anything between them (RFC 8461 3.1). */
export function joinTexts(texts: readonly (readonly string[])[] | undefined): JoinedText[] {
  return (texts ?? []).map((strings) => strings.join(""));
}

/** A field `key=value`; undefined as key where there is no equals sign. */
export interface RecordField {
  readonly key: string | undefined;
  readonly value: string;
}

/**
 * The fields behind the version, separated by semicolons with white space around them (`*WSP ";" *WSP`). One semicolon
 * at the end is no field.
 * @param record begins with the version
 */
export function fieldsOf(record: JoinedText): RecordField[] {
  const [, ...parts] = record.split(";");
  if (parts.at(-1)?.trim() === "") parts.pop();
  return parts.map((part) => {
    const field = withoutSpace(part);
    const equals = field.indexOf("=");
    if (equals < 0) return { key: undefined, value: field };
    return { key: field.slice(0, equals), value: field.slice(equals + 1) };
  });
}

/** Without the white space of ABNF (space and tab) at both ends. */
export function withoutSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text[start])) start++;
  while (end > start && isSpace(text[end - 1])) end--;
  return text.slice(start, end);
}

export function isSpace(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
