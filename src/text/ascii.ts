/** Letters of ASCII. */

/** Lower case, of ASCII alone: `toLowerCase` makes one letter of several (of the Kelvin sign a plain k). */
export function foldAscii(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
