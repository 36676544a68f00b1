/** Directives of a zone file (RFC 1035 5.1; `$TTL` RFC 2308 4; `$GENERATE` is BIND's). */
import { suggestion } from "../../text/configuration-error.ts";
import type { ZoneToken } from "./tokens.ts";
import { ZoneError, zoneName, zoneTime } from "./values.ts";

export type Directive =
  | { readonly name: "$ORIGIN"; readonly origin: string }
  | { readonly name: "$TTL"; readonly seconds: number }
  /** `origin` holds within the file that is included. */
  | { readonly name: "$INCLUDE"; readonly file: ZoneToken; readonly origin: string | undefined }
  /** When BIND wrote the file: nothing depends on it. */
  | { readonly name: "$DATE" }
  | { readonly name: "$GENERATE"; readonly range: ZoneToken; readonly template: readonly ZoneToken[] };

const NAMES = ["$ORIGIN", "$TTL", "$INCLUDE", "$GENERATE", "$DATE"] as const satisfies Directive["name"][];

/**
 * Reads a directive.
 * @param tokens the words of its line; `first` is the directive's name
 * @param origin what relative names are relative to
 * @throws ZoneError with the place of what is wrong
 */
export function readDirective(
  tokens: readonly ZoneToken[],
  first: ZoneToken,
  origin: string | undefined,
): Directive {
  const name = NAMES.find((known) => known === first.text.toUpperCase());
  if (name === undefined) throw new ZoneError(first, `This is not a directive.${nearName(first.text)}`);
  const [, argument, second, third, ...rest] = tokens;
  if (argument === undefined) throw new ZoneError(first, `${name} says nothing. Put its value behind it.`);
  if (name === "$GENERATE") {
    if (second === undefined || third === undefined || rest.length === 0)
      throw new ZoneError(first, "$GENERATE takes a range, an owner, a type and data.");
    return { name, range: argument, template: [second, third, ...rest] };
  }
  const extra = name === "$INCLUDE" ? third : second;
  if (extra !== undefined) throw new ZoneError(extra, `This is too much behind ${name}.`);
  if (name === "$DATE") {
    if (!argument.quoted && /^\d{14}$/.test(argument.text)) return { name };
    throw new ZoneError(argument, "This is not a date such as 20261129051700.");
  }
  if (name === "$ORIGIN") return { name, origin: zoneName(argument, origin) };
  if (name === "$INCLUDE")
    return { name, file: argument, origin: second === undefined ? origin : zoneName(second, origin) };
  const seconds = argument.quoted ? undefined : zoneTime(argument.text);
  if (seconds === undefined) throw new ZoneError(argument, "This is not a time such as 3600 or 1h30m.");
  return { name, seconds };
}

function nearName(word: string): string {
  const near = suggestion(
    word.toLowerCase(),
    NAMES.map((known) => known.toLowerCase()),
  );
  return near.toUpperCase().replace(" DID YOU MEAN", " Did you mean");
}
