/** What stands before the data of a record: TTL, class, type (RFC 1035 5.1). */
import { mnemonicOf } from "../../dns/mnemonics.ts";
import type { ZoneToken } from "./tokens.ts";
import { typeSuggestion, ZoneError, zoneTime } from "./values.ts";

export interface RecordHead {
  /** Seconds. */
  readonly ttl: number | undefined;
  /** Mnemonic. */
  readonly type: string;
  /** The word of the type. */
  readonly at: ZoneToken;
  /** What is left. */
  readonly data: readonly ZoneToken[];
}

/**
 * TTL and class in either order, then the type; what is left is the data.
 * @param first the first word of the record, for what is missing
 * @throws ZoneError with the place of what is wrong
 */
export function readHead(tokens: readonly ZoneToken[], first: ZoneToken): RecordHead {
  let ttl: number | undefined;
  let classSeen = false;
  let index = 0;
  for (; index < 2; index++) {
    const token = tokens[index];
    if (token === undefined || token.quoted) break;
    const time = ttl === undefined && mnemonicOf(token.text) === undefined ? zoneTime(token.text) : undefined;
    if (time !== undefined) ttl = time;
    else if (!classSeen && isClass(token)) classSeen = true;
    else break;
  }
  const at = tokens[index];
  if (at === undefined) throw new ZoneError(tokens.at(-1) ?? first, "This record has no type and no data.");
  const type = at.quoted ? undefined : mnemonicOf(at.text);
  if (type === undefined) throw new ZoneError(at, `This is not a record type.${typeSuggestion(at.text)}`);
  return { ttl, type, at, data: tokens.slice(index + 1) };
}

/** Whether the word is the class of the Internet; another class is refused. */
function isClass(token: ZoneToken): boolean {
  const word = token.text.toUpperCase();
  if (word === "IN" || word === "CLASS1") return true;
  if (["CH", "CHAOS", "HS", "HESIOD"].includes(word) || /^CLASS\d+$/.test(word)) {
    throw new ZoneError(token, "This is not the class of the Internet. Write IN, or nothing.");
  }
  return false;
}
