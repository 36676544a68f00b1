/**
 * How far an IP address reaches, by the IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890)
 * and the IPv6 address space registry.
 */
import { BlockList } from "node:net";
import type { AddressScope } from "../observation.ts";
import { formatIpv4, ipv6Groups, ipVersion } from "../../text/ip-address.ts";

type Rule = readonly [scope: AddressScope, ...prefixes: readonly string[]];

/** The first rule that holds an address decides, so exceptions stand before what they are taken from. */
const IPV4_RULES: readonly Rule[] = [
  ["loopback", "127.0.0.0/8"],
  // RFC 1918, and the shared address space behind carrier-grade NAT (RFC 6598).
  ["private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"],
  ["link-local", "169.254.0.0/16"],
  ["documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"],
  ["multicast", "224.0.0.0/4"],
  // This network; IETF protocol assignments; old 6to4 relays; benchmarking; class E with the broadcast.
  ["reserved", "0.0.0.0/8", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4"],
  // The platform of Azure, in every virtual machine there and so in every hosted runner: no mail server.
  ["reserved", "168.63.129.16/32"],
];

const IPV6_RULES: readonly Rule[] = [
  ["loopback", "::1/128"],
  // Unique local (RFC 4193), old site-local (RFC 3879), and NAT64 for local use (RFC 8215).
  ["private", "fc00::/7", "fec0::/10", "64:ff9b:1::/48"],
  ["link-local", "fe80::/10"],
  ["documentation", "2001:db8::/32", "3fff::/20"],
  ["multicast", "ff00::/8"],
  // What the registry calls globally reachable inside 2001::/23: anycast, AMT, AS112, ORCHIDv2, DETs.
  ["public", "2001:1::1/128", "2001:1::2/128", "2001:1::3/128", "2001:3::/32", "2001:4:112::/48"],
  ["public", "2001:20::/28", "2001:30::/28"],
  // IETF protocol assignments, Teredo and benchmarking among them.
  ["reserved", "2001::/23"],
  ["public", "2000::/3"],
  // Everything else is not given out as global unicast: unspecified, discard-only, SRv6 SIDs, unallocated.
  ["reserved", "::/0"],
];

function compile(rules: readonly Rule[], family: "ipv4" | "ipv6"): readonly [AddressScope, BlockList][] {
  return rules.map(([scope, ...prefixes]) => {
    const list = new BlockList();
    for (const prefix of prefixes) {
      const [network = "", bits = ""] = prefix.split("/");
      list.addSubnet(network, Number(bits), family);
    }
    return [scope, list];
  });
}

const IPV4_SCOPES = compile(IPV4_RULES, "ipv4");
const IPV6_SCOPES = compile(IPV6_RULES, "ipv6");

/**
 * The IPv4 address inside an IPv6 address that is a way to write one or to reach one: IPv4-mapped
 * (RFC 4291 2.5.5.2), NAT64's well-known prefix (RFC 6052 2.1), 6to4 (RFC 3056 2).
 */
function embeddedIpv4(address: string): string | undefined {
  const groups = ipv6Groups(address) ?? [];
  const ipv4 = (high = 0, low = 0): string =>
    formatIpv4(Uint8Array.of(high >> 8, high & 0xff, low >> 8, low & 0xff));
  const front = groups.slice(0, 6).join(":");
  const mapped = front === [0, 0, 0, 0, 0, 0xffff].join(":");
  const translated = front === [0x64, 0xff9b, 0, 0, 0, 0].join(":");
  if (mapped || translated) return ipv4(groups[6], groups[7]);
  return groups[0] === 0x2002 ? ipv4(groups[1], groups[2]) : undefined;
}

/**
 * How far an address reaches.
 * @param address IPv4 or IPv6 in any spelling; a zone (`fe80::1%eth0`) is left out of account.
 * @returns `reserved` for what is no IP address: nothing unknown is ever public.
 */
export function addressScopeOf(address: string): AddressScope {
  const family = ipVersion(address);
  if (family === 0) return "reserved";
  if (family === 4) return IPV4_SCOPES.find(([, list]) => list.check(address, "ipv4"))?.[0] ?? "public";
  const [plain = ""] = address.split("%");
  const embedded = embeddedIpv4(plain);
  if (embedded !== undefined) return addressScopeOf(embedded);
  return IPV6_SCOPES.find(([, list]) => list.check(plain, "ipv6"))?.[0] ?? "reserved";
}
