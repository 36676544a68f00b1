/** Globs of the policy file: `*` stands for any run of characters, dots too. */

/** A test of names against a pattern; both without case and trailing dot. Linear in the name's length. */
export function globMatcher(pattern: string): (text: string) => boolean {
  const parts = canonical(pattern).split("*");
  return (text) => matches(parts, canonical(text));
}

function canonical(text: string): string {
  return text.toLowerCase().replace(/\.$/, "");
}

/** Greedy from the left: the earliest place of each part leaves most for the rest, so nothing is tried twice. */
function matches(parts: readonly string[], text: string): boolean {
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (parts.length === 1) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
