/** Every range of addresses that is not given out as public: its first and last address, and their neighbours. */
import type { AddressScope } from "../../../src/observe/observation.ts";

export interface SpecialRange {
  readonly what: string;
  readonly scope: AddressScope;
  readonly first: string;
  readonly last: string;
  /** The address before the first and the one behind the last, with what they are; none at the ends of the space. */
  readonly before?: readonly [string, AddressScope];
  readonly after?: readonly [string, AddressScope];
}

function range(
  what: string,
  scope: AddressScope,
  [first, last]: readonly [string, string],
  before?: readonly [string, AddressScope],
  after?: readonly [string, AddressScope],
): SpecialRange {
  return { what, scope, first, last, ...(before && { before }), ...(after && { after }) };
}

const MAPPED = "::ffff:";
const NAT64 = "64:ff9b::";

/** IPv4: the IANA special-purpose registry, multicast, and one address that is a platform's everywhere. */
const IPV4: readonly SpecialRange[] = [
  range("this network, the unspecified address", "reserved", ["0.0.0.0", "0.255.255.255"], undefined, [
    "1.0.0.0",
    "public",
  ]),
  range(
    "private 10/8",
    "private",
    ["10.0.0.0", "10.255.255.255"],
    ["9.255.255.255", "public"],
    ["11.0.0.0", "public"],
  ),
  range(
    "carrier-grade NAT",
    "private",
    ["100.64.0.0", "100.127.255.255"],
    ["100.63.255.255", "public"],
    ["100.128.0.0", "public"],
  ),
  range(
    "loopback",
    "loopback",
    ["127.0.0.0", "127.255.255.255"],
    ["126.255.255.255", "public"],
    ["128.0.0.0", "public"],
  ),
  range(
    "Azure's platform",
    "reserved",
    ["168.63.129.16", "168.63.129.16"],
    ["168.63.129.15", "public"],
    ["168.63.129.17", "public"],
  ),
  range(
    "link-local, cloud metadata",
    "link-local",
    ["169.254.0.0", "169.254.255.255"],
    ["169.253.255.255", "public"],
    ["169.255.0.0", "public"],
  ),
  range(
    "private 172.16/12",
    "private",
    ["172.16.0.0", "172.31.255.255"],
    ["172.15.255.255", "public"],
    ["172.32.0.0", "public"],
  ),
  range(
    "IETF protocol assignments",
    "reserved",
    ["192.0.0.0", "192.0.0.255"],
    ["191.255.255.255", "public"],
    ["192.0.1.0", "public"],
  ),
  range(
    "TEST-NET-1",
    "documentation",
    ["192.0.2.0", "192.0.2.255"],
    ["192.0.1.255", "public"],
    ["192.0.3.0", "public"],
  ),
  range(
    "6to4 relay anycast",
    "reserved",
    ["192.88.99.0", "192.88.99.255"],
    ["192.88.98.255", "public"],
    ["192.88.100.0", "public"],
  ),
  range(
    "private 192.168/16",
    "private",
    ["192.168.0.0", "192.168.255.255"],
    ["192.167.255.255", "public"],
    ["192.169.0.0", "public"],
  ),
  range(
    "benchmarking",
    "reserved",
    ["198.18.0.0", "198.19.255.255"],
    ["198.17.255.255", "public"],
    ["198.20.0.0", "public"],
  ),
  range(
    "TEST-NET-2",
    "documentation",
    ["198.51.100.0", "198.51.100.255"],
    ["198.51.99.255", "public"],
    ["198.51.101.0", "public"],
  ),
  range(
    "TEST-NET-3",
    "documentation",
    ["203.0.113.0", "203.0.113.255"],
    ["203.0.112.255", "public"],
    ["203.0.114.0", "public"],
  ),
  range(
    "multicast",
    "multicast",
    ["224.0.0.0", "239.255.255.255"],
    ["223.255.255.255", "public"],
    ["240.0.0.0", "reserved"],
  ),
  range(
    "class E and the broadcast",
    "reserved",
    ["240.0.0.0", "255.255.255.255"],
    ["239.255.255.255", "multicast"],
  ),
];

const ALL_ONES = "ffff:ffff:ffff:ffff:ffff:ffff";

/** IPv6: the IANA special-purpose registry, what is not global unicast, and IPv4 inside IPv6. */
const IPV6: readonly SpecialRange[] = [
  range("unspecified", "reserved", ["::", "::"], undefined, ["::1", "loopback"]),
  range("loopback", "loopback", ["::1", "::1"], ["::", "reserved"], ["::2", "reserved"]),
  range("IPv4-compatible, whatever is inside", "reserved", ["::1.1.1.1", "::10.0.0.1"]),
  range("IPv4-translated, whatever is inside", "reserved", ["::ffff:0:1.1.1.1", "::ffff:0:10.0.0.1"]),
  range(
    "local NAT64",
    "private",
    ["64:ff9b:1::", `64:ff9b:1:${ALL_ONES.slice(0, 24)}`],
    [`64:ff9b:0:${ALL_ONES.slice(0, 24)}`, "reserved"],
    ["64:ff9b:2::", "reserved"],
  ),
  range("discard-only", "reserved", ["100::", "100::ffff:ffff:ffff:ffff"]),
  range("below global unicast", "reserved", ["1fff::", `1fff:ffff:${ALL_ONES}`], undefined, [
    "2000::",
    "public",
  ]),
  range(
    "Teredo, whatever is inside",
    "reserved",
    ["2001::", `2001:0:${ALL_ONES}`],
    [`2000:ffff:${ALL_ONES}`, "public"],
    ["2001:1::", "reserved"],
  ),
  range("benchmarking", "reserved", ["2001:2::", "2001:2:0:ffff:ffff:ffff:ffff:ffff"]),
  range("IETF protocol assignments, the end", "reserved", ["2001:1ff::", `2001:1ff:${ALL_ONES}`], undefined, [
    "2001:200::",
    "public",
  ]),
  range(
    "documentation",
    "documentation",
    ["2001:db8::", `2001:db8:${ALL_ONES}`],
    [`2001:db7:${ALL_ONES}`, "public"],
    ["2001:db9::", "public"],
  ),
  range(
    "documentation 3fff::/20",
    "documentation",
    ["3fff::", `3fff:fff:${ALL_ONES}`],
    [`3ffe:ffff:${ALL_ONES}`, "public"],
    ["3fff:1000::", "public"],
  ),
  range("above global unicast", "reserved", ["4000::", "5f00::1"], [`3fff:ffff:${ALL_ONES}`, "public"]),
  range(
    "unique local, fd00:ec2::254 of AWS among them",
    "private",
    ["fc00::", `fdff:ffff:${ALL_ONES}`],
    [`fbff:ffff:${ALL_ONES}`, "reserved"],
    ["fe00::", "reserved"],
  ),
  range("metadata of AWS and Google", "private", ["fd00:ec2::254", "fd20:ce::254"]),
  range(
    "link-local",
    "link-local",
    ["fe80::", `febf:ffff:${ALL_ONES}`],
    [`fe7f:ffff:${ALL_ONES}`, "reserved"],
    ["fec0::", "private"],
  ),
  range(
    "site-local",
    "private",
    ["fec0::", `feff:ffff:${ALL_ONES}`],
    [`febf:ffff:${ALL_ONES}`, "link-local"],
    ["ff00::", "multicast"],
  ),
  range("multicast", "multicast", ["ff00::", `ffff:ffff:${ALL_ONES}`], [`feff:ffff:${ALL_ONES}`, "private"]),
];

/** An IPv4 address as the first 32 bits behind 2002::/16. */
function sixToFour(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  return `2002:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}::1`;
}

/** The same IPv4 ranges, in the ways to write or to reach one inside IPv6: what is inside decides. */
const INSIDE: readonly SpecialRange[] = IPV4.flatMap((each) =>
  (
    [
      ["IPv4-mapped", (address: string) => MAPPED + address],
      ["NAT64", (address: string) => NAT64 + address],
      ["6to4", sixToFour],
    ] as const
  ).map(([name, within]): SpecialRange => ({
    what: `${name}: ${each.what}`,
    scope: each.scope,
    first: within(each.first),
    last: within(each.last),
    ...(each.before && { before: [within(each.before[0]), each.before[1]] as const }),
    ...(each.after && { after: [within(each.after[0]), each.after[1]] as const }),
  })),
);

export const SPECIAL_RANGES: readonly SpecialRange[] = [...IPV4, ...IPV6, ...INSIDE];
