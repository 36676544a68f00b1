/** The folder that a run works in: files by pattern, and whether a path really lies below it. */
import { globSync, readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

export interface Workspace {
  /** Files that a pattern (`*`, `**`, `?`) names, in order, relative where the pattern is. */
  find(pattern: string): readonly string[];
  /** The path without symbolic links, absolute; undefined where nothing is there. */
  realPath(file: string): string | undefined;
  /** Whether a real path lies in the workspace. */
  holds(realPath: string): boolean;
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
  return {
    find: (pattern) => globSync(pattern, { cwd: root }).filter(isFile).toSorted(),
    realPath,
    holds: (real) => isBelow(realPath(".") ?? root, real),
    read: (file) => readFileSync(at(file), "utf8"),
  };
}

/** Whether a path lies in a folder; both real and absolute. */
export function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== "" && way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
