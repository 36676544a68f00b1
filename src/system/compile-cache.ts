/**
 * What V8 makes of the program, kept for the next start. Whoever can write such a cache decides what the program does, so
 * it lies where this user alone can write, never in a folder for temporary files, which all share. In CI there is none: a
 * machine that runs one job has nothing to read, and on one that runs many an earlier job may belong to a stranger.
 */
import { lstatSync, mkdirSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Permission for others than the owner to write. */
const WRITABLE_BY_OTHERS = 0o022;

/** What of `process` decides about the cache. */
interface User {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absent on Windows, where the folder of a user is the user's by its place. */
  getuid?(): number;
}

/** Whether a folder is there that this user alone can change. */
function isPrivate(folder: string, user: User): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return false;
  if (user.getuid === undefined) return true;
  return found.uid === user.getuid() && (found.mode & WRITABLE_BY_OTHERS) === 0;
}

/**
 * The folder of this user for compiled code, made where it is missing; undefined where there is none that nobody else can
 * write to.
 */
export function compileCacheFolder(user: User, home?: string): string | undefined {
  const { CI = "", XDG_CACHE_HOME: named = "" } = user.env;
  if (CI !== "") return undefined;
  // A relative path is to be ignored, says the XDG Base Directory Specification.
  try {
    // In an image the user may have no entry in the list of users, and no home.
    const caches = isAbsolute(named) ? named : join(home ?? homedir(), ".cache");
    const folder = join(caches, "mx-gate");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return isPrivate(caches, user) && isPrivate(folder, user) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps compiled code where that is safe; where it is not, or the folder cannot be written, the program starts slower. */
export function keepCompiled(user: User): void {
  const folder = compileCacheFolder(user);
  if (folder !== undefined) enableCompileCache(folder);
}
