/** Text of any code points, for properties. */
import fc from "fast-check";

/** How many there are, and how many of them are halves of a surrogate pair, from which on. */
const [ALL, HALVES, FIRST_HALF] = [0x110000, 0x800, 0xd800];

/**
 * Any code point but half a surrogate pair, as a unit of `fc.string`. fast-check's own, "binary", begins with a table of
 * all of them, which takes two seconds.
 */
export const codePoint = fc
  .nat({ max: ALL - HALVES - 1 })
  .map((number) => String.fromCodePoint(number < FIRST_HALF ? number : number + HALVES));
