/** With `addresses: one`: which address stands for the others of its host. */
import { createHash } from "node:crypto";
import type { HostAddress } from "../observation.ts";

/**
 * The one address of a host that is probed: the first by hash, so that each host has its own and every run the same. A
 * public address before others, and IPv4 before IPv6, which not every runner has.
 * @param addresses those that would be probed otherwise
 */
export function oneAddressOf(host: string, addresses: readonly HostAddress[]): HostAddress | undefined {
  const ranked = addresses.map((address) => ({
    address,
    rank: [Number(address.scope !== "public"), address.family, hashOf(`${host}|${address.address}`)].join(
      " ",
    ),
  }));
  ranked.sort((one, other) => (one.rank < other.rank ? -1 : 1));
  return ranked[0]?.address;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
