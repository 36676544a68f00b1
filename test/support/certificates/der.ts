/**
 * A small DER writer (ITU-T X.690), enough to make any certificate, well formed or hostile.
 * Every function returns the whole encoding: tag, length, contents.
 */

/** One element: tag octet, definite length, the contents one behind the other. */
export function element(tag: number, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const digits = body.length.toString(16);
  const length = Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, "hex");
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

export function sequence(...contents: readonly Buffer[]): Buffer {
  return element(0x30, ...contents);
}

export function set(...contents: readonly Buffer[]): Buffer {
  return element(0x31, ...contents);
}

/** An explicitly tagged `[number]`. */
export function explicit(number: number, ...contents: readonly Buffer[]): Buffer {
  return element(0xa0 | number, ...contents);
}

/** An implicitly tagged primitive `[number]` with the contents as they are. */
export function implicit(number: number, contents: Buffer): Buffer {
  return element(0x80 | number, contents);
}

/** A non-negative INTEGER; `value` as a number or as big-endian bytes. */
export function integer(value: number | Buffer): Buffer {
  const digits = typeof value === "number" ? value.toString(16) : value.toString("hex");
  const shortest = digits.replace(/^0+(?=.)/, "");
  const bytes = Buffer.from(shortest.length % 2 === 0 ? shortest : `0${shortest}`, "hex");
  // The first bit is the sign, so a leading one needs a zero octet before it.
  const negative = ((bytes[0] ?? 0) & 0x80) !== 0;
  return element(0x02, ...(negative ? [Buffer.from([0])] : []), bytes);
}

export function boolean(value: boolean): Buffer {
  return element(0x01, Buffer.from([value ? 0xff : 0]));
}

export function none(): Buffer {
  return element(0x05);
}

/** An OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const base128 = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      base128.unshift((left % 128) | 0x80);
    }
    return base128;
  });
  return element(0x06, Buffer.from(octets));
}

export function utf8String(text: string): Buffer {
  return element(0x0c, Buffer.from(text, "utf8"));
}

export function octetString(contents: Buffer): Buffer {
  return element(0x04, contents);
}

/** A BIT STRING of whole octets. */
export function bitString(contents: Buffer): Buffer {
  return element(0x03, Buffer.from([0]), contents);
}

/** A BIT STRING of named bits, bit 0 first, without trailing zeros as DER asks (X.690 11.2.2); bits 0 to 7. */
export function namedBits(bits: readonly number[]): Buffer {
  const highest = Math.max(...bits);
  const octet = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0);
  return element(0x03, Buffer.from([7 - highest, octet]));
}

/** A moment as a certificate writes it: UTCTime before 2050, GeneralizedTime from then on (RFC 5280 4.1.2.5). */
export function time(moment: Date): Buffer {
  const digits = moment
    .toISOString()
    .replace(/\.\d+Z$/, "Z")
    .replaceAll(/[-:T]/g, "");
  const year = moment.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? element(0x17, Buffer.from(digits.slice(2), "latin1"))
    : element(0x18, Buffer.from(digits, "latin1"));
}
