/** Files of the run: what it reads and what it writes for other programs. */
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Characters that are gathered before they are handed to the system. */
const BATCH = 65_536;

/** The same text in pieces of a useful size. */
export function* batched(chunks: Iterable<string>): Generator<string> {
  let gathered = "";
  for (const chunk of chunks) {
    gathered += chunk;
    if (gathered.length < BATCH) continue;
    yield gathered;
    gathered = "";
  }
  if (gathered !== "") yield gathered;
}

/** A file's text; undefined where there is none. Other failures are thrown. */
export function readTextFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Writes a file and the folders above it; failures are thrown. */
export function writeTextFile(path: string, chunks: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w");
  try {
    for (const piece of batched(chunks)) {
      // A full disk may take a part of it without an error.
      let rest = Buffer.from(piece, "utf8");
      while (rest.length > 0) rest = rest.subarray(writeSync(file, rest));
    }
  } finally {
    closeSync(file);
  }
}
