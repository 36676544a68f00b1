/**
 * Files by pattern: `*` stands for any run of characters within a name, `?` for one, `**` for any number of folders.
 * Node's own search takes more (braces, classes, alternatives), and with those a pattern of one line can run for ever.
 */
import { readdirSync, statSync, type Dirent, type Stats } from "node:fs";
import path from "node:path";
import { SEARCHED_ENTRIES } from "./bounds.ts";
import type { Steps } from "./steps.ts";

export interface FoundFiles {
  /** In order, relative where the pattern is. */
  readonly files: readonly string[];
  /** Files and folders on the way that may not be read, each with the reason. */
  readonly refused: readonly { readonly path: string; readonly why: string }[];
  /** There is more to look at than {@link SEARCHED_ENTRIES}. */
  readonly tooMany: boolean;
}

/** A place of the search: a folder, and the part of the pattern that its entries have to fit. */
interface Place {
  readonly folder: string;
  readonly part: number;
}

/** Longest name that file systems have, in characters. */
const LONGEST_NAME = 255;

/**
 * Looks for the files that a pattern names. Links to folders are followed where the pattern names them, never by `**`.
 * @param root what relative patterns are relative to
 * @param refusal why a path may not be read; undefined where it may
 */
export function* findFiles(
  root: string,
  pattern: string,
  refusal: (file: string) => string | undefined,
): Steps<FoundFiles> {
  const normal = path.normalize(pattern);
  const { root: drive } = path.parse(normal);
  const parts = normal.slice(drive.length).split(path.sep);
  const files = new Set<string>();
  const refused = new Map<string, string>();
  const seen = new Set<string>();
  const listings = new Map<string, readonly Dirent[]>();
  let entries = 0;
  const list = (folder: string): readonly Dirent[] => {
    const known = listings.get(folder) ?? listFolder(path.resolve(root, folder));
    if (!listings.has(folder)) entries += known.length + 1;
    listings.set(folder, known);
    return known;
  };
  const open: Place[] = [{ folder: drive, part: 0 }];
  /** Goes on at a file or folder that fits the part before. */
  const enter = (file: string, part: number): void => {
    const stat = statOf(path.resolve(root, file));
    if (stat === undefined || (part === parts.length ? !stat.isFile() : !stat.isDirectory())) return;
    const why = refusal(file);
    if (why !== undefined) refused.set(file, why);
    else if (part === parts.length) files.add(file);
    else open.push({ folder: file, part });
  };
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { folder, part } = place;
    const key = `${String(part)} ${folder}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield;
    if (entries > SEARCHED_ENTRIES) break;
    const written = parts[part] ?? "";
    if (written === "**") {
      // At the end of a pattern it stands for all files below.
      if (part === parts.length - 1) parts.push("*");
      open.push({ folder, part: part + 1 });
      for (const entry of list(folder)) {
        if (entry.isDirectory() && !entry.name.startsWith(".")) enter(join(folder, entry.name), part);
      }
    } else if (/[*?]/.test(written)) {
      for (const { name } of list(folder)) {
        if (fits(name, written)) enter(join(folder, name), part + 1);
      }
    } else if (written !== "") enter(join(folder, written), part + 1);
  }
  if (entries > SEARCHED_ENTRIES) return { files: [], refused: [], tooMany: true };
  return {
    files: [...files].toSorted(),
    refused: [...refused].map(([file, why]) => ({ path: file, why })),
    tooMany: false,
  };
}

/** Without `path.join`, which would take a leading `./` away, and `..` with what is before it. */
function join(folder: string, name: string): string {
  if (folder === "") return name;
  return folder.endsWith(path.sep) ? folder + name : folder + path.sep + name;
}

/** What is there; undefined also where links lead in a circle, or nobody may look. */
export function statOf(file: string): Stats | undefined {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
}

function listFolder(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Whether a name fits a part of a pattern; hidden names fit only where the dot is written. */
function fits(name: string, pattern: string): boolean {
  if (pattern.length > 2 * LONGEST_NAME) return false;
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  let at = 0;
  let star = -1;
  let retry = 0;
  let index = 0;
  while (index < name.length) {
    const written = pattern[at];
    if (written === "*") {
      star = at++;
      retry = index;
    } else if (written === "?" || written === name[index]) {
      at++;
      index++;
    } else if (star >= 0) {
      // The last star takes one character more; those before it need not change.
      at = star + 1;
      index = ++retry;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
