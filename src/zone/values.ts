/** Values in zone files: names, times, types. */
import { MNEMONICS } from "../dns/mnemonics.ts";
import { normalName } from "../text/dns-name.ts";
import { closestWord } from "../text/configuration-error.ts";
import type { ZoneProblem, ZoneToken } from "./tokens.ts";

/**
 * Thrown within one entry of a zone file; the reader goes on with the next. Its message quotes nothing of the file: a
 * pull request may name a file as a zone that is none, and whatever stands in it (a token, a password) is not for a log.
 */
export class ZoneError extends Error {
  readonly problem: ZoneProblem;

  constructor({ line, column }: Pick<ZoneToken, "line" | "column">, message: string) {
    super(message);
    this.name = "ZoneError";
    this.problem = { line, column, message };
  }
}

/** Words near a type, for a suggestion. */
export function typeSuggestion(word: string): string {
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
 * The name that a word stands for, in the text form of this product.
 * @param origin what relative names are relative to; undefined where nothing says it
 */
export function zoneName(token: ZoneToken, origin: string | undefined): string {
  const { text } = token;
  if (token.quoted)
    throw new ZoneError(token, "This stands in quotes where a name must stand. Take the quotes out.");
  const absolute = /(?<!\\)(?:\\\\)*\.$/.test(text);
  if (!absolute && origin === undefined) {
    const hint =
      "no $ORIGIN says to what. Begin the file with $ORIGIN and the zone's name, or name the file after the zone";
    throw new ZoneError(token, `This is a relative name, and ${hint}.`);
  }
  const full = text === "@" ? origin : absolute || origin === "." ? text : `${text}.${origin ?? ""}`;
  const name = full === undefined ? undefined : normalName(full);
  if (name !== undefined) return name;
  const why = /[^\x20-\x7e]/.test(text)
    ? "write it in its ASCII form (xn--…)"
    : "labels have 1 to 63 octets, names at most 255";
  throw new ZoneError(token, `This is not a domain name: ${why}.`);
}
