/** The pages of the codes, as they lie beside the program. */
import { join } from "node:path";

/** Folder of the pages, seen from src/ and from dist/cli/. */
const PAGE_FOLDERS = ["../docs/codes", "../../docs/codes"];

/** How a code is written. Nothing else may become part of a path. */
const CODE = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

/**
 * The page of a code in Markdown; undefined where there is none: an unknown code, or a command that was copied alone.
 * @param folder the folder of the running script
 */
export function codePage(
  code: string,
  folder: string,
  readFile: (path: string) => string | undefined,
): string | undefined {
  if (!CODE.test(code)) return undefined;
  for (const place of PAGE_FOLDERS) {
    const page = readFile(join(folder, place, `${code}.md`));
    if (page !== undefined) return page;
  }
  return undefined;
}
