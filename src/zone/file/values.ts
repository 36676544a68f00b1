/** Values in zone files: names, times, types. */
import { MNEMONICS } from "../../dns/mnemonics.ts";
import { normalName } from "../../text/dns-name.ts";
import { closestWord } from "../../text/configuration-error.ts";
import type { ZoneProblem, ZoneToken } from "./tokens.ts";

/**
 * Thrown within one entry of a zone file; the reader goes on with the next. Its message quotes nothing of the file: a
 * pull request may name a file as a zone that is none, and whatever stands in it (a token, a password) is not for a log.
 */
export class ZoneError extends Error {
  readonly problem: ZoneProblem;
  /** Whether it is said once for the file, or for the run, however many entries have it: all have the same cause. */
  readonly once: "file" | "run" | undefined;

  constructor({ line, column }: Pick<ZoneToken, "line" | "column">, message: string, once?: "file" | "run") {
    super(message);
    this.name = "ZoneError";
    this.problem = { line, column, message };
    this.once = once;
  }
}

/** Words near a type, for a suggestion. */
export function typeSuggestion(word: string): string {
  // Some DNS providers have it; as a record it would be a different thing from a CNAME.
  if (/^(?:ANAME|ALIAS)$/i.test(word))
    return " ANAME and ALIAS are features of some DNS providers, which answer with addresses: write A and AAAA records instead.";
  const near = closestWord(
    word,
    MNEMONICS.map((type) => type.toLowerCase()),
  );
  return near === undefined ? "" : ` Did you mean ${near.toUpperCase()}?`;
}

/** Characters of a time: ten digits and a unit, five times. */
const LONGEST_TIME = 55;

/** Seconds of a time such as `3600`, `1h30m` or `2W`; undefined where it is none. */
export function zoneTime(word: string): number | undefined {
  if (word.length > LONGEST_TIME) return undefined;
  if (/^\d+$/.test(word)) return inRange(Number(word), 0xffffffff);
  if (!/^(?:\d{1,10}[wdhms])+$/i.test(word)) return undefined;
  const parts = word.matchAll(/(\d{1,10})([wdhms])/gi);
  const units: Readonly<Record<string, number>> = { w: 604_800, d: 86_400, h: 3600, m: 60, s: 1 };
  return inRange(
    [...parts].reduce(
      (sum, [, number, unit = ""]) => sum + Number(number) * (units[unit.toLowerCase()] ?? 0),
      0,
    ),
    0xffffffff,
  );
}

function inRange(number: number, max: number): number | undefined {
  return number <= max ? number : undefined;
}

/**
 * The name that a word stands for, in the text form of this product. What is not ASCII counts as its octets in UTF-8.
 * @param origin what relative names are relative to; undefined where nothing says it
 * @throws ZoneError where the word is no name
 */
export function zoneName(token: ZoneToken, origin: string | undefined): string {
  if (token.quoted) throw new ZoneError(token, "A name stands without quotes here. Remove the quotes.");
  return nameOf(token, token.text, origin);
}

/** The name of an owner, which BIND takes in quotes, too. */
export function ownerName(token: ZoneToken, origin: string | undefined): string {
  // Within quotes, what would end a word is a part of it.
  const text = token.quoted ? token.text.replaceAll(/(\\.)|[ \t();]/gs, escaped) : token.text;
  return nameOf(token, text, origin);
}

function escaped(found: string, whole: string | undefined): string {
  return whole ?? `\\${String(found.charCodeAt(0)).padStart(3, "0")}`;
}

/** The name with octets in place of characters that are not ASCII. */
function inOctets(text: string): string {
  return text.replaceAll(/\\?([^\x00-\x7f]+)/g, (_, characters: string) =>
    [...Buffer.from(characters, "utf8")].map((octet) => `\\${String(octet)}`).join(""),
  );
}

function nameOf(token: ZoneToken, text: string, origin: string | undefined): string {
  const absolute = isAbsolute(text);
  if (!absolute && origin === undefined) throw new ZoneError(token, NO_ORIGIN, "file");
  const full = text === "@" ? origin : absolute || origin === "." ? text : `${text}.${origin ?? ""}`;
  const name = full === undefined ? undefined : normalName(inOctets(full));
  if (name !== undefined) return name;
  throw new ZoneError(token, "This is not a domain name: labels have 1 to 63 octets, names at most 255.");
}

/** What is said where a name is relative to nothing: the reader of files adds what its own name says. */
export const NO_ORIGIN =
  "This name is relative, and nothing says to which zone. Name the zone in zone-files (NAME=path), or start the file with $ORIGIN and the zone's name.";

/** Whether a word is a name that ends with a dot of its own. */
export function isAbsolute(text: string): boolean {
  return /(?<!\\)(?:\\\\)*\.$/.test(text);
}

/** Whether a word has characters that Knot DNS takes in a name only with a backslash before them. */
export function hasPunctuation(text: string): boolean {
  return (
    text !== "@" && /[^\w*./-]/.test(text.replaceAll(/\\(?:\d{3}|.)/gs, "").replaceAll(/[^\x00-\x7f]/g, ""))
  );
}
