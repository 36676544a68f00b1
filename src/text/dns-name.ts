/**
 * Domain names between the wire (RFC 1035 3.1, 4.1.4) and text.
 *
 * Text is the reversible master-file form of RFC 1035 5.1: labels joined by `.`, no trailing dot, ASCII
 * letters in lower case, and `\DDD` for every octet that is not plainly printable or means something in
 * a master file. A dot within a label is `\046`, so that `.` always separates labels. The root is `.`.
 */
import { LABEL_OCTETS, NAME_OCTETS, POINTER_LIMIT } from "./bounds.ts";

const DOT = 0x2e;
const BACKSLASH = 0x5c;

/** Octets (as latin1) that are written as `\DDD`. */
const ESCAPED = /[^\x21-\x7e]|[.\\"();@$]/g;
/** A label as nearly all are: it is its own text. */
const PLAIN_LABEL = /^[a-z0-9_-]+$/;

function labelText(message: Buffer, start: number, end: number): string {
  const label = message.toString("latin1", start, end);
  if (PLAIN_LABEL.test(label)) return label;
  // Lower-casing comes after escaping: it must touch no octet above 0x7f (RFC 4343 3).
  return label
    .replace(ESCAPED, (character) => `\\${String(character.charCodeAt(0)).padStart(3, "0")}`)
    .toLowerCase();
}

/**
 * Reads the name at an offset of a message, following compression pointers.
 * @returns the name and the offset behind it, or undefined where it is no name: it leaves the message, is
 * longer than a name may be, has a reserved label type, or a pointer that does not point backwards.
 */
export function readName(message: Buffer, at: number): { name: string; next: number } | undefined {
  const labels: string[] = [];
  let octets = 1;
  let pointers = 0;
  let next: number | undefined;
  let offset = at;
  // Pointers must lead before the part of the name that holds them, so no name can run in a circle.
  let before = at;
  for (;;) {
    const length = message[offset];
    if (length === undefined) return undefined;
    if (length === 0) {
      return { name: labels.length === 0 ? "." : labels.join("."), next: next ?? offset + 1 };
    }
    if (length >= 0xc0) {
      const low = message[offset + 1];
      if (low === undefined) return undefined;
      const target = ((length & 0x3f) << 8) | low;
      pointers += 1;
      if (target >= before || pointers > POINTER_LIMIT) return undefined;
      next ??= offset + 2;
      offset = target;
      before = target;
    } else {
      const end = offset + 1 + length;
      octets += 1 + length;
      if (length > LABEL_OCTETS || end > message.length || octets > NAME_OCTETS) return undefined;
      labels.push(labelText(message, offset + 1, end));
      offset = end;
    }
  }
}

/** The octet that an escape stands for, and the offset behind it (RFC 1035 5.1: `\DDD` or `\X`). */
function readEscape(text: string, at: number): { octet: number; next: number } | undefined {
  const decimal = /^\d{3}/.exec(text.slice(at + 1, at + 4))?.[0];
  if (decimal !== undefined) {
    const octet = Number(decimal);
    return octet > 0xff ? undefined : { octet, next: at + 4 };
  }
  const character = text[at + 1];
  // A digit that starts no `\DDD` is no escape: the text was cut or mistyped.
  if (character === undefined || /[^\x20-\x7e]|\d/.test(character)) return undefined;
  return { octet: character.charCodeAt(0), next: at + 2 };
}

/** Names without escapes and without a dot at the end, as nearly all are. */
const PLAIN_NAME = /^[\w*-]{1,63}(?:\.[\w*-]{1,63})*$/;

/** A plain name on the wire: each dot is where the length of the next label stands. */
function plainToWire(text: string): Buffer {
  const wire = Buffer.alloc(text.length + 2);
  wire.write(text, 1, "latin1");
  let start = 0;
  for (let dot = text.indexOf("."); dot >= 0; dot = text.indexOf(".", start)) {
    wire[start] = dot - start;
    start = dot + 1;
  }
  wire[start] = text.length - start;
  return wire;
}

/**
 * Writes a name in text form as on the wire, uncompressed.
 * @returns undefined where the text is no name: empty, not ASCII, an empty or overlong label, too long.
 */
export function nameToWire(text: string): Buffer | undefined {
  if (text === ".") return Buffer.from([0]);
  // Escapes make the text four times as long as the name; what is longer cannot be one.
  if (text === "" || text.length > 4 * NAME_OCTETS) return undefined;
  if (text.length <= NAME_OCTETS - 2 && PLAIN_NAME.test(text)) return plainToWire(text);
  const octets: number[] = [];
  let label: number[] = [];
  const endLabel = (): boolean => {
    if (label.length === 0 || label.length > LABEL_OCTETS) return false;
    octets.push(label.length, ...label);
    label = [];
    return true;
  };
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      if (!endLabel()) return undefined;
      at += 1;
    } else if (code === BACKSLASH) {
      const escape = readEscape(text, at);
      if (escape === undefined) return undefined;
      label.push(escape.octet);
      at = escape.next;
    } else if (code < 0x21 || code > 0x7e) {
      return undefined;
    } else {
      label.push(code);
      at += 1;
    }
  }
  // What is left is the last label; nothing is left behind a trailing dot.
  if (label.length > 0 && !endLabel()) return undefined;
  octets.push(0);
  return octets.length > NAME_OCTETS ? undefined : Buffer.from(octets);
}

/**
 * The one spelling of a name in this product, so that equal names are equal strings.
 * @returns undefined where the text is no name.
 */
export function normalName(text: string): string | undefined {
  // Its wire form need not be built.
  if (text.length <= NAME_OCTETS - 2 && PLAIN_NAME.test(text)) return text.toLowerCase();
  const wire = nameToWire(text);
  return wire === undefined ? undefined : readName(wire, 0)?.name;
}

/** Whether a name equals an ancestor or lies below it; both as {@link normalName} spells them. */
export function isAtOrBelow(name: string, ancestor: string): boolean {
  return ancestor === "." || name === ancestor || name.endsWith(`.${ancestor}`);
}

/** The name one label up, `.` above a single label; undefined above the root. The name as {@link normalName} spells it. */
export function parentName(name: string): string | undefined {
  if (name === ".") return undefined;
  // A dot within a label is written `\046`, so the first one ends the first label.
  const dot = name.indexOf(".");
  return dot < 0 ? "." : name.slice(dot + 1);
}
