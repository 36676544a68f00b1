/** Numbers with their nouns. */
import { quote, words, type SafeText } from "./quote.ts";

/** `2,000`, as people write it. The first number that the runtime's own formatter writes takes as long as a small run. */
export function grouped(count: number): string {
  if (!Number.isSafeInteger(count)) return count.toLocaleString("en");
  const groups: string[] = [];
  let left = Math.abs(count);
  for (; left >= 1000; left = Math.floor(left / 1000)) groups.unshift(String(left % 1000).padStart(3, "0"));
  return `${count < 0 ? "-" : ""}${[String(left), ...groups].join(",")}`;
}

/** `1 domain`, `2,000 domains`; with `several`, words that do not just take an s. */
export function plural(count: number, one: string, several = `${one}s`): SafeText {
  return quote(`${grouped(count)} ${count === 1 ? one : several}`);
}

/** `and 1,998 more`, `and 1 more host`: what a list leaves out. */
export function moreWords(more: number, noun?: string): SafeText {
  return words`and ${noun === undefined ? quote(`${grouped(more)} more`) : plural(more, `more ${noun}`)}`;
}

/**
 * `a, b and 1,998 more`: the first of a list, and how many it leaves out.
 * @param shown the first of them, as they are to stand there
 * @param of how many there are
 * @param noun what each is called, where that must be said
 */
export function andMore<Text extends string>(shown: readonly Text[], of: number, noun?: string): Text {
  const named = shown.join(", ");
  const whole = of > shown.length ? `${named} ${moreWords(of - shown.length, noun)}` : named;
  // Nothing is added to the texts but words of ours, so whatever they are safe for, the whole is.
  return whole as Text;
}

/** `is` of one, `are` of several. */
export function isOrAre(count: number): SafeText {
  return count === 1 ? words`is` : words`are`;
}
