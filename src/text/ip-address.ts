/** IP addresses between the wire and text. */
import { isIPv4, isIPv6 } from "node:net";

/**
 * The version of an IP address; 0 where the text is none. As isIP of node:net, but for what it costs: its pattern for IPv6
 * takes milliseconds to make, and is not tried on what has no colon.
 */
export function ipVersion(text: string): 0 | 4 | 6 {
  if (isIPv4(text)) return 4;
  return text.includes(":") && isIPv6(text) ? 6 : 0;
}

/** Dotted form of four octets. */
export function formatIpv4(octets: Uint8Array): string {
  return octets.join(".");
}

/** The longest run of two or more zero groups, the first of equals (RFC 5952 4.2). */
function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let length = 0;
  for (const [index, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0;
    if (length > best.length) best = { start: index - length + 1, length };
  }
  return best.length >= 2 ? best : { start: 0, length: 0 };
}

/** Canonical text of sixteen octets (RFC 5952): lower case, longest zero run as `::`, IPv4-mapped dotted. */
export function formatIpv6(octets: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, index) => {
    return ((octets[2 * index] ?? 0) << 8) | (octets[2 * index + 1] ?? 0);
  });
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return `::ffff:${formatIpv4(octets.subarray(12))}`;
  }
  const run = longestZeroRun(groups);
  const hex = groups.map((group) => group.toString(16));
  if (run.length === 0) return hex.join(":");
  return `${hex.slice(0, run.start).join(":")}::${hex.slice(run.start + run.length).join(":")}`;
}

/** The eight groups of an IPv6 address in any of its spellings, without zone; undefined where it is none. */
export function ipv6Groups(text: string): readonly number[] | undefined {
  if (!isIPv6(text) || text.includes("%")) return undefined;
  const dotted = /^(?<front>.*:)(?<a>\d+)\.(?<b>\d+)\.(?<c>\d+)\.(?<d>\d+)$/.exec(text)?.groups;
  const [a, b, c, d] = [dotted?.["a"], dotted?.["b"], dotted?.["c"], dotted?.["d"]].map(Number);
  const tail = (high = 0, low = 0): string => ((high << 8) | low).toString(16);
  const plain = dotted === undefined ? text : `${dotted["front"] ?? ""}${tail(a, b)}:${tail(c, d)}`;
  const [front = "", back] = plain.split("::");
  const groupsOf = (part: string): number[] =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const head = groupsOf(front);
  if (back === undefined) return head;
  const end = groupsOf(back);
  return [...head, ...Array.from({ length: 8 - head.length - end.length }, () => 0), ...end];
}

/** The sixteen octets of an IPv6 address; undefined where the text is none. */
export function ipv6Octets(text: string): Uint8Array | undefined {
  const groups = ipv6Groups(text);
  return groups && Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}
