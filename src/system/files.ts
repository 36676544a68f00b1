/**
 * Files of the run: what it reads and what it writes for other programs. `fs.promises` is named where it is used: Node loads it
 * then, and a run that writes nothing starts without it.
 */
import fs, {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { getSystemErrorMessage } from "node:util";
import { linesOf, TooLargeToRead, UnboundedFile, type LineBounds } from "./lines.ts";
import { Pace } from "./pace.ts";
import { LargeFile, readAtMost, type Workspace } from "./workspace.ts";

/** Characters that are gathered before they are handed to the system. */
const BATCH = 65_536;

/** The same text in pieces of a useful size; what makes it may take long, and others get their turns meanwhile. */
export async function* batched(chunks: Iterable<string>): AsyncGenerator<string> {
  const pace = new Pace();
  let gathered = "";
  for (const chunk of chunks) {
    gathered += chunk;
    if (pace.due) await pace.turn();
    if (gathered.length < BATCH) continue;
    yield gathered;
    gathered = "";
  }
  if (gathered !== "") yield gathered;
}

/**
 * A file's text; undefined where there is none. Other failures are thrown.
 * @param most octets that are read; LargeFile is thrown where there are more
 */
export function readTextFile(path: string, most = Infinity): string | undefined {
  try {
    return readAtMost(path, most);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

/**
 * Writes a file and the folders above it, and returns the topmost of the folders that it had to make; failures are
 * thrown. The file is written beside its place and moved there whole,
 * so that whoever looks finds the former file or the new one, never a part of it: not where the disk is full, and not
 * where the program is ended meanwhile.
 */
export async function writeTextFile(path: string, chunks: Iterable<string>): Promise<string | undefined> {
  const place = realPlace(path);
  const made = makeFolder(dirname(place));
  const beside = isReplaceable(place) ? folderBeside(place) : undefined;
  if (beside === undefined) {
    await writeInto(place, chunks);
    return made;
  }
  try {
    const whole = join(beside, "whole");
    await writeInto(whole, chunks);
    putInPlace(whole, place);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  return made;
}

/** A file that is written while what goes into it is still being made. Failures are thrown. */
export interface OpenFile {
  /** The topmost folder that was made for it. */
  readonly made: string | undefined;
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a file to write at its place, so that it can be read as far as it goes, however the program ends. */
async function openTextFile(path: string): Promise<OpenFile> {
  const place = realPlace(path);
  const made = makeFolder(dirname(place));
  const file = await fs.promises.open(place, "w");
  return {
    made,
    write: (text) => writeWhole(file, Buffer.from(text, "utf8")),
    close: () => file.close(),
  };
}

/** A file's lines; undefined where there is none. Other failures are thrown. */
function readLines(path: string, bounds: LineBounds): Iterable<string> | undefined {
  try {
    return linesOf(path, bounds);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** How a run reads and writes files. */
export interface RunFiles {
  /** A file's text; undefined where there is none. Other failures are thrown, and more octets than `most` are one. */
  readFile(path: string, most?: number): string | undefined;
  /**
   * A file's lines, each with its line break; undefined where there is none. Other failures are thrown, also while
   * they are read.
   */
  readLines(path: string, bounds: LineBounds): Iterable<string> | undefined;
  /** Writes a file and the folders above it; gives the topmost folder that was made for it. Rejects on failure. */
  writeFile(path: string, chunks: Iterable<string>): Promise<string | undefined>;
  /** Opens a file that is written while the run goes on. */
  openFile(path: string): Promise<OpenFile>;
}

/** The files that a run reads and writes: it follows no symbolic link out of its workspace, whoever named the path. */
export function filesIn(workspace: Workspace): RunFiles {
  const refuse = (path: string): void => {
    if (workspace.isLedOut(path)) throw new LedOut();
  };
  return {
    readFile(path, most) {
      refuse(path);
      return readTextFile(path, most);
    },
    readLines(path, bounds) {
      refuse(path);
      return readLines(path, bounds);
    },
    async writeFile(path, chunks) {
      refuse(path);
      return writeTextFile(path, chunks);
    },
    async openFile(path) {
      refuse(path);
      return openTextFile(path);
    },
  };
}

/**
 * A file that lies in the workspace by its path, and elsewhere by a symbolic link. In a checkout such a link is the
 * word of whoever wrote the commit, so that it is neither read nor written.
 */
class LedOut extends Error {
  constructor() {
    super(LED_OUT);
  }
}

export const LED_OUT = "a symbolic link leads out of the workspace, or to a hidden file";

/** Failures that say in words what they are. */
const IN_WORDS = [LedOut, LargeFile, UnboundedFile, TooLargeToRead];

/** Why a file could not be read or written, in words; undefined where that is not what failed. */
export function failureReason(error: unknown): string | undefined {
  if (IN_WORDS.some((kind) => error instanceof kind)) return (error as Error).message;
  const large = ["ERR_STRING_TOO_LONG", "ERR_FS_FILE_TOO_LARGE"];
  if (large.includes(codeOf(error) ?? "")) return "it is too large to be read as one text";
  if (!(error instanceof Error) || !("errno" in error) || typeof error.errno !== "number") return undefined;
  const code = "code" in error ? String(error.code) : String(error.errno);
  return `${getSystemErrorMessage(error.errno)} (${code})`;
}

/**
 * Makes a folder and those above it. Node's own `recursive` tries for ever where the system says that nothing is
 * there although its parent is, as /proc does.
 */
function makeFolder(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  const above = dirname(folder) === folder ? undefined : makeFolder(dirname(folder));
  mkdirSync(folder);
  return above ?? folder;
}

/** Where a path leads through symbolic links; a link that leads nowhere is a place of its own. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Whether another file may stand there in its place: not a device or a pipe, not what a process has open. */
function isReplaceable(place: string): boolean {
  if (/^\/(?:dev|proc)\//.test(resolve(place))) return false;
  const there = lstatSync(place, { throwIfNoEntry: false });
  return there === undefined || there.isFile() || there.isSymbolicLink();
}

/** Codes of a folder that takes no new file: a file that is there already may still take new content. */
const CLOSED_FOLDER: ReadonlySet<string> = new Set(["EACCES", "EPERM", "EROFS"]);
/** Codes of a file that cannot be replaced: one that is mounted, or that is another user's in a shared folder. */
const FIXED_FILE: ReadonlySet<string> = new Set(["EBUSY", "EXDEV", "EPERM", "EACCES"]);

/** A new folder with a name that nobody can have prepared; undefined where only the file itself can be written. */
function folderBeside(place: string): string | undefined {
  try {
    return mkdtempSync(join(dirname(place), ".mx-gate-"));
  } catch (error) {
    if (CLOSED_FOLDER.has(codeOf(error) ?? "") && existsSync(place)) return undefined;
    throw error;
  }
}

function putInPlace(whole: string, place: string): void {
  try {
    renameSync(whole, place);
  } catch (error) {
    if (!FIXED_FILE.has(codeOf(error) ?? "")) throw error;
    copyFileSync(whole, place);
  }
}

async function writeInto(place: string, chunks: Iterable<string>): Promise<void> {
  const file = await fs.promises.open(place, "w");
  try {
    for await (const piece of inOctets(chunks)) await writeWhole(file, piece);
  } finally {
    await file.close();
  }
}

/** Octets that a UTF-16 code unit takes in UTF-8, at most. */
const OCTETS_OF_UNIT = 3;
/** Octets that are gathered before they are handed to the system. */
const OCTETS = 4 * BATCH;

/**
 * A text in octets, in pieces of a useful size: what stands in one holds until the next is asked for. Others get their
 * turns in between.
 */
async function* inOctets(chunks: Iterable<string>): AsyncGenerator<Uint8Array> {
  const pace = new Pace();
  const gathered = Buffer.allocUnsafe(OCTETS);
  let length = 0;
  for (const chunk of chunks) {
    if (pace.due) await pace.turn();
    const most = chunk.length * OCTETS_OF_UNIT;
    if (length + most > OCTETS && length > 0) {
      yield gathered.subarray(0, length);
      length = 0;
    }
    if (most > OCTETS) yield Buffer.from(chunk, "utf8");
    else length += gathered.write(chunk, length, "utf8");
  }
  if (length > 0) yield gathered.subarray(0, length);
}

/** Writes all of some octets: a full disk may take a part of them without an error. */
async function writeWhole(file: FileHandle, octets: Uint8Array): Promise<void> {
  let rest = octets;
  while (rest.length > 0) rest = rest.subarray((await file.write(rest)).bytesWritten);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
