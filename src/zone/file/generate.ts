/** `$GENERATE` of BIND: records by number. */
import type { ZoneBudget } from "../budget.ts";
import { wordsOf, type ZonePosition, type ZoneToken } from "./tokens.ts";
import { ZoneError } from "./values.ts";
import { GENERATED_CHARACTERS, GENERATED_IN_ALL, GENERATED_RECORDS } from "../bounds.ts";

/**
 * The words of each record that the line makes.
 * @param at where the line begins: the place of what is made out of a quoted text
 * @throws ZoneError with the place of what is wrong
 */
export function* generatedEntries(
  range: ZoneToken,
  template: readonly ZoneToken[],
  { line, column }: ZonePosition,
  budget: ZoneBudget,
): Generator<readonly ZoneToken[], void> {
  const numbers = generatedNumbers(range);
  if (!budget.spend("generated", numbers.length)) {
    const message = `The $GENERATE lines of this run make more than ${String(GENERATED_IN_ALL)} records.`;
    throw new ZoneError(range, message, "run");
  }
  const spend = (characters: number): boolean => budget.spend("generated characters", characters);
  for (const number of numbers) {
    const made = template.map((token) => ({ ...token, text: generatedText(token, number, spend) }));
    const data = made.at(-1);
    // The data is one word; what stands in quotes is taken apart once the number is in.
    const words = data?.quoted === true ? wordsOf(data.text) : undefined;
    yield words === undefined
      ? made
      : [...made.slice(0, -1), ...words.map((word) => ({ ...word, line, column }))];
  }
}

/** BIND counts in signed integers of 32 bits. */
const INT32_LARGEST = 0x7fff_ffff;

/** The numbers of `0-7` or `0-7/2`. */
function generatedNumbers(token: ZoneToken): number[] {
  const match = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(token.text);
  const [start, stop, step] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3] ?? 1)];
  if (match === null || stop < start || step < 1 || Math.max(stop, step) > INT32_LARGEST) {
    throw new ZoneError(token, "This is not a range such as 1-10 or 0-8/2.");
  }
  if ((stop - start) / step >= GENERATED_RECORDS) {
    throw new ZoneError(token, `This range makes more than ${String(GENERATED_RECORDS)} records.`);
  }
  return Array.from({ length: Math.floor((stop - start) / step) + 1 }, (_, index) => start + index * step);
}

/**
 * A template with a number put in: `$`, or `${offset,width,base}`; `\$` is a dollar sign. The bases `n` and `N` give
 * hexadecimal digits in reverse order with dots between them, as names below ip6.arpa have them.
 * @param spend takes characters from the budget of the run; false where there are none left
 */
function generatedText(token: ZoneToken, number: number, spend: (characters: number) => boolean): string {
  const take = (characters: number): void => {
    if (spend(characters)) return;
    throw new ZoneError(
      token,
      `The $GENERATE lines of this run make more than ${String(GENERATED_CHARACTERS)} characters.`,
      "run",
    );
  };
  take(token.text.length);
  return token.text.replaceAll(/\\.|\$\$|\$(?:\{([^}]*)\})?/g, (found, modifier: string | undefined) => {
    if (found.startsWith("\\")) return found === "\\$" ? "$" : found;
    if (found === "$$") return "$";
    const digits = modifier === undefined ? String(number) : modified(token, number, modifier);
    take(digits.length);
    return digits;
  });
}

function modified(token: ZoneToken, number: number, modifier: string): string {
  const match = /^([+-]?\d{1,9})(?:,(\d{1,3})(?:,([doxXnN]))?)?$/.exec(modifier);
  if (match === null) {
    throw new ZoneError(
      token,
      "A part of this template is not understood. Write ${OFFSET,WIDTH,BASE}, with the base d, o, x, X, n or N.",
    );
  }
  const [, offset = "0", width = "0", base = "d"] = match;
  const signed = number + Number(offset);
  if (signed < 0 && base === "d") return `-${String(-signed).padStart(Number(width) - 1, "0")}`;
  // Below zero BIND writes the 32 bits of the number.
  const value = signed < 0 ? signed + 2 ** 32 : signed;
  if (base === "n" || base === "N") return nibbles(value, Number(width), base === "N");
  const digits = value.toString({ d: 10, o: 8, x: 16, X: 16 }[base]).padStart(Number(width), "0");
  return base === "X" ? digits.toUpperCase() : digits;
}

/** @param width characters, dots included; an even one ends with a dot, as BIND has it */
function nibbles(value: number, width: number, upper: boolean): string {
  let text = "";
  for (let left = value, room = width; text === "" || left > 0 || room > 0;) {
    text += (left % 16).toString(16);
    left = Math.floor(left / 16);
    room -= 1;
    if (room > 0 || left > 0) {
      text += ".";
      room -= 1;
    }
  }
  return upper ? text.toUpperCase() : text;
}
