/**
 * Tar archives whose bytes follow from their content alone: no clock, no user, no folder, and a compressor in JavaScript,
 * since zlib compresses otherwise from one Node, or one processor, to the next.
 */
import { gunzipSync, gzipSync, strFromU8 } from "fflate";

export interface Packed {
  /** Path inside the archive, with slashes. */
  readonly path: string;
  readonly content: Uint8Array;
  readonly executable?: boolean;
}

const BLOCK = 512;
/** Longest path that the field for it holds. */
const MAX_PATH = 100;
/** What npm writes for every file: 1985-10-26T08:15:00Z. */
const MTIME = 499_162_500;

function octal(value: number, length: number): string {
  return `${value.toString(8).padStart(length - 1, "0")}\0`;
}

/** The header of a file (POSIX.1-1988, ustar). @throws Error for a path that it does not hold */
function header({ path, content, executable = false }: Packed): Uint8Array {
  const name = Buffer.from(path);
  if (name.length > MAX_PATH) throw new Error(`${path} is too long for a tar archive.`);
  const block = Buffer.alloc(BLOCK);
  const put = (text: string, at: number): void => void block.write(text, at, "latin1");
  name.copy(block);
  put(octal(executable ? 0o755 : 0o644, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(content.length, 12), 124);
  put(octal(MTIME, 12), 136);
  put(" ".repeat(8), 148);
  put("0", 156);
  put("ustar\x0000", 257);
  const sum = block.reduce((total, octet) => total + octet, 0);
  put(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

/** A gzipped tar archive of these files, in this order. */
export function tarball(files: readonly Packed[]): Uint8Array {
  const parts = files.flatMap((file) => [
    header(file),
    file.content,
    new Uint8Array((BLOCK - (file.content.length % BLOCK)) % BLOCK),
  ]);
  return gzipSync(Buffer.concat([...parts, new Uint8Array(2 * BLOCK)]), { level: 9, mtime: 0 });
}

/** Paths and sizes of an archive that `tarball` has made. */
export function filesOf(archive: Uint8Array): { readonly path: string; readonly size: number }[] {
  const tar = gunzipSync(archive);
  const files: { path: string; size: number }[] = [];
  for (let at = 0; tar[at] !== 0;) {
    const field = (from: number, length: number): string =>
      strFromU8(tar.subarray(at + from, at + from + length)).replace(/\0.*$/s, "");
    const size = parseInt(field(124, 12), 8);
    files.push({ path: field(0, MAX_PATH), size });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
