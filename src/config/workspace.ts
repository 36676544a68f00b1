/** The folder that a run works in: files by pattern, and whether a path really lies below it. */
import { globSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

export interface Workspace {
  /** Files that a pattern (`*`, `**`, `?`) names, in order, relative where the pattern is. */
  find(pattern: string): readonly string[];
  /** The path without symbolic links, absolute; undefined where nothing is there. */
  realPath(file: string): string | undefined;
  /** Whether a real path lies in the workspace and is none of git's own files: a checkout may keep a token there. */
  holds(realPath: string): boolean;
  /** Whether a path that lies in the workspace by its words is led elsewhere by a symbolic link. */
  isLedOut(file: string): boolean;
  /** A file's text. @throws where it cannot be read */
  read(file: string): string;
}

/** The workspace at a folder of this machine. */
export function folderWorkspace(root: string): Workspace {
  const at = (file: string): string => path.resolve(root, file);
  const realPath = (file: string): string | undefined => {
    try {
      return realpathSync(at(file));
    } catch {
      return undefined;
    }
  };
  const isFile = (file: string): boolean => statSync(at(file), { throwIfNoEntry: false })?.isFile() === true;
  const holds = (real: string): boolean => {
    const top = realPath(".") ?? root;
    return isBelow(top, real) && !isBelow(path.join(top, ".git"), real);
  };
  return {
    find: (pattern) => globSync(pattern, { cwd: root }).filter(isFile).toSorted(),
    realPath,
    holds,
    isLedOut(file) {
      const top = realPath(".") ?? path.resolve(root);
      if (!isBelow(path.resolve(root), at(file)) && !isBelow(top, at(file))) return false;
      let nearest = at(file);
      while (realPath(nearest) === undefined && nearest !== path.dirname(nearest)) {
        nearest = path.dirname(nearest);
      }
      const real = realPath(nearest) ?? top;
      return real !== top && !holds(real);
    },
    read: (file) => readFileSync(at(file), "utf8"),
  };
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
