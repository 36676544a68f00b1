/** Answers that need no setting, no check and no library: given before any of these is loaded. */
import { codePage } from "./code-page.ts";
import { versionPage } from "./version-page.ts";

/**
 * The answer to `--version`, and to `explain CODE` where the page of that code is at hand; undefined for every other line
 * of words, which the whole command reads.
 * @param folder the folder of the running script
 */
export function briefAnswer(
  words: readonly string[],
  folder: string,
  readFile: (path: string) => string | undefined,
): string | undefined {
  const [command, code, ...more] = words;
  if (code === undefined) return command === "--version" || command === "version" ? versionPage() : undefined;
  return command === "explain" && more.length === 0 ? codePage(code, folder, readFile) : undefined;
}
