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

/** `is` of one, `are` of several. */
export function isOrAre(count: number): SafeText {
  return count === 1 ? words`is` : words`are`;
}
