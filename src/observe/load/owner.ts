/** Who probes what, where the shards of a run share the work. They never talk to each other: names decide. */
import { createHash } from "node:crypto";

/**
 * The shard that a host or a domain belongs to: SHA-256 of its name, as one big-endian number, modulo the number of shards.
 * @param name in A-labels, lower case, without a dot at its end
 * @returns from 1 to `of`
 */
export function ownerOf(name: string, of: number): number {
  const hash = createHash("sha256").update(name).digest("hex");
  return Number(BigInt(`0x${hash}`) % BigInt(of)) + 1;
}
