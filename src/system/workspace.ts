/** The folder that a run works in: files by pattern, and whether a path really lies below it. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { findFiles, statOf, type FoundFiles } from "./file-search.ts";
import { linesOf, type LineBounds } from "./lines.ts";
import type { Steps } from "./steps.ts";

export interface Workspace {
  /**
   * Files that a pattern (`*`, `**`, `?`) names.
   * @param anywhere also those that {@link Workspace.refusal} refuses
   */
  find(pattern: string, anywhere: boolean): Steps<FoundFiles>;
  /** The path without symbolic links, absolute; undefined where nothing is there. */
  realPath(file: string): string | undefined;
  /**
   * Why a real path is not read for whoever may edit files of the repository: it lies elsewhere, it is git's own, or it
   * is hidden. A checkout may keep a token in the first two, and tools keep theirs in hidden files (`.npmrc`).
   * Undefined where it may be read.
   */
  refusal(realPath: string): string | undefined;
  /** Whether a real path lies below the workspace. */
  isInside(realPath: string): boolean;
  /**
   * Whether a path that lies in the workspace by its words is led elsewhere by a symbolic link: out of it, to git's own
   * files, or to a hidden file that the words do not name.
   */
  isLedOut(file: string): boolean;
  /** A file's text. @throws where it cannot be read; LargeFile where it has more octets than `most` */
  read(file: string, most: number): string;
  /** A file's lines, each with its line break. @throws as `linesOf` does */
  lines(file: string, bounds: LineBounds): Iterable<string>;
}

/** A file that has more octets than are read. */
export class LargeFile extends Error {
  constructor(most: number) {
    super(`it is larger than ${String(most)} octets`);
    this.name = "LargeFile";
  }
}

const OUTSIDE = "leads out of the workspace";
const GIT = "belongs to git";
const HIDDEN = "is hidden: its name, or the name of a folder above it, starts with a dot";

/** A file's text. @throws LargeFile where it has more than `most` octets; what the system says */
export function readAtMost(file: string, most: number): string {
  if (statSync(file).size > most) throw new LargeFile(most);
  return readFileSync(file, "utf8");
}

/** The workspace at a folder of this machine. */
export function folderWorkspace(root: string): Workspace {
  const at = (file: string): string => path.resolve(root, file);
  const top = (): string => realPath(".") ?? path.resolve(root);
  const gitFolders = new Map<string, boolean>();
  const realPath = (file: string): string | undefined => {
    try {
      return realpathSync(at(file));
    } catch {
      return undefined;
    }
  };
  const isGitFolder = (folder: string): boolean => {
    const known = gitFolders.get(folder) ?? looksLikeGit(folder);
    gitFolders.set(folder, known);
    return known;
  };
  const belongsToGit = (names: readonly string[], folder: string): boolean =>
    names.some(isGitName) ||
    names.some((_, index) => isGitFolder(path.join(folder, ...names.slice(0, index + 1))));
  const refusal = (real: string): string | undefined => {
    const folder = top();
    if (real === folder) return undefined;
    if (!isBelow(folder, real)) return OUTSIDE;
    const below = path.relative(folder, real);
    if (belongsToGit(below.split(path.sep), folder)) return GIT;
    return isHidden(below) ? HIDDEN : undefined;
  };
  return {
    find: (pattern, anywhere) =>
      findFiles(root, pattern, (file) => {
        const real = anywhere ? undefined : realPath(file);
        return real === undefined ? undefined : refusal(real);
      }),
    realPath,
    refusal,
    isInside: (real) => isBelow(top(), real),
    isLedOut(file) {
      const written = ancestorsOf(at(file)).find((folder) => realPath(folder) === top());
      if (written === undefined) return false;
      let nearest = at(file);
      while (realPath(nearest) === undefined && nearest !== path.dirname(nearest)) {
        nearest = path.dirname(nearest);
      }
      const real = realPath(nearest) ?? top();
      const why = refusal(real);
      // A hidden file may be named, but not by another's name.
      if (why === HIDDEN) return path.relative(top(), real) !== path.relative(written, nearest);
      return why !== undefined;
    },
    read: (file, most) => readAtMost(at(file), most),
    lines: (file, bounds) => linesOf(at(file), bounds),
  };
}

/** The folders above a path, the nearest first. */
function ancestorsOf(file: string): string[] {
  const above = path.dirname(file);
  return above === file ? [] : [above, ...ancestorsOf(above)];
}

/** Names that git's folder has on any file system: without case, with what Windows and macOS leave out of a name. */
function isGitName(name: string): boolean {
  const bare = name
    .normalize("NFKC")
    .replaceAll(/[\p{Cf}\s]/gu, "")
    .toLowerCase();
  return /^\.git(?:\.*|:.*)$/.test(bare) || /^git~\d{1,9}$/.test(bare);
}

/** Whether a folder is a repository without a working tree, or what a worktree leads to, under whatever name. */
function looksLikeGit(folder: string): boolean {
  const is = (name: string, kind: "isFile" | "isDirectory"): boolean =>
    statOf(path.join(folder, name))?.[kind]() === true;
  return is("HEAD", "isFile") && is("objects", "isDirectory") && is("refs", "isDirectory");
}

/** Whether a relative path has a name that starts with a dot; `.github` at the top is where policies are. */
function isHidden(relative: string): boolean {
  return relative
    .split(path.sep)
    .some((name, index) => /^\.(?!\.?$)/.test(name) && !(index === 0 && name === ".github"));
}

/** Whether a path or pattern, by its words, names something outside of the folder that it is read in. */
export function leadsUp(written: string): boolean {
  return /^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(written);
}

/** Whether a path lies in a folder; both real and absolute. */
export function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== "" && way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
