/** Numbers with their nouns. */
import { quote, type SafeText } from "./quote.ts";

/** `1 domain`, `2,000 domains`; with `several`, words that do not just take an s. */
export function plural(count: number, one: string, several = `${one}s`): SafeText {
  return quote(`${count.toLocaleString("en")} ${count === 1 ? one : several}`);
}
