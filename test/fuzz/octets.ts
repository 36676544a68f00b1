/** Octets that are nearly right: what was recorded, with cuts, copies, swaps and lies in it. */
import fc from "fast-check";

/** One change to a run of octets; places are taken modulo its length. */
export type Change =
  | { readonly kind: "set"; readonly at: number; readonly octet: number }
  | { readonly kind: "insert"; readonly at: number; readonly octets: Uint8Array }
  | { readonly kind: "remove"; readonly at: number; readonly length: number }
  | { readonly kind: "repeat"; readonly at: number; readonly length: number; readonly times: number }
  | { readonly kind: "swap"; readonly at: number; readonly to: number; readonly length: number }
  | { readonly kind: "cut"; readonly at: number };

const place = fc.nat({ max: 65_535 });
const length = fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 300 }));

/** Octets that mean much in DER, in DNS messages or in SMTP. */
const TELLING = [
  0x00, 0x01, 0x02, 0x03, 0x05, 0x06, 0x0a, 0x0c, 0x0d, 0x17, 0x18, 0x20, 0x2d, 0x30, 0x31, 0x3f, 0x40, 0x7f,
  0x80, 0x81, 0x82, 0x84, 0x88, 0xa0, 0xa3, 0xbf, 0xc0, 0xfe, 0xff,
];

const octet = fc.oneof(fc.constantFrom(...TELLING), fc.nat({ max: 255 }));

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("set" as const), at: place, octet }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("insert" as const),
      at: place,
      octets: fc.uint8Array({ minLength: 1, maxLength: 12 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), at: place, length }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("repeat" as const),
      at: place,
      length,
      times: fc.constantFrom(1, 2, 5, 200),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("swap" as const), at: place, to: place, length }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cut" as const), at: place }) },
);

/** A few changes, one after the other. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(change, { maxLength: 6 });

/** The octets after the changes; the original stays as it is. */
export function changed(original: Buffer, all: readonly Change[]): Buffer {
  let octets: Buffer = Buffer.from(original);
  for (const each of all) octets = changeOnce(octets, each);
  return octets;
}

function changeOnce(octets: Buffer, change: Change): Buffer {
  if (octets.length === 0) return octets;
  const at = change.at % octets.length;
  switch (change.kind) {
    case "set":
      octets[at] = change.octet;
      return octets;
    case "insert":
      return Buffer.concat([octets.subarray(0, at), change.octets, octets.subarray(at)]);
    case "remove":
      return Buffer.concat([octets.subarray(0, at), octets.subarray(at + change.length)]);
    case "repeat": {
      const piece = octets.subarray(at, at + change.length);
      const pieces = Array.from({ length: change.times }, () => piece);
      return Buffer.concat([octets.subarray(0, at), ...pieces, octets.subarray(at)]);
    }
    case "swap": {
      const to = change.to % octets.length;
      const [first, second] = [Math.min(at, to), Math.max(at, to)];
      const size = Math.min(change.length, second - first);
      return Buffer.concat([
        octets.subarray(0, first),
        octets.subarray(second, second + size),
        octets.subarray(first + size, second),
        octets.subarray(first, first + size),
        octets.subarray(second + size),
      ]);
    }
    case "cut":
      return octets.subarray(0, at);
  }
}
