/** The characters that the bytes of a reply stand for. SMTP names no character set (RFC 5321 4.2.1, RFC 6531 3.7.4). */

/** Character sets of mail servers that do not speak UTF-8: Western, Russian, Chinese, Japanese. */
const LEGACY = ["windows-1251", "koi8-r", "gb18030", "shift_jis", "euc-jp"] as const;

/**
 * What bytes kept as latin1 may say, the likeliest first: UTF-8 alone where they are valid as such, since text of
 * another character set hardly ever is.
 */
export function decodingsOf(latin1: string): readonly string[] {
  if (!/[\u0080-\u00ff]/.test(latin1)) return [latin1];
  const bytes = Uint8Array.from(latin1, (character) => character.charCodeAt(0));
  const utf8 = decode(bytes, "utf-8");
  if (utf8 !== undefined) return [utf8];
  return [latin1, ...LEGACY.map((label) => decode(bytes, label)).filter((text) => text !== undefined)];
}

/** Undefined where the bytes are not valid in this character set. */
function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
