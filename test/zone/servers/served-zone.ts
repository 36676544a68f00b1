/** A zone file, what three name servers make of it, and what we make of it. */
import type { ZoneTroubleReason } from "../../../src/dns/zone-troubles.ts";

/** Letters of those that load the file, `-` for those that refuse it: BIND 9.18, Knot DNS 3.2, NSD 4.6. */
export type Loads = `${"B" | "-"}${"K" | "-"}${"N" | "-"}`;

/**
 * `read`: nothing is said of it. `notice`, `warning`, `error`: what is said of it at most. `refused`: the run is.
 * `part`: read, though no zone: a file without an SOA answers for the names that it lists.
 */
export type Ours = "read" | "notice" | "warning" | "error" | "refused" | "part";

export interface ServedZone {
  readonly name: string;
  readonly text: string;
  readonly loads: Loads;
  readonly ours: Ours;
  /** Reasons that we give, in the order in which they are found. */
  readonly troubles: readonly ZoneTroubleReason[];
  /** The zone's name; example.com where absent. */
  readonly zone?: string;
}

export const SOA = "@ 60 IN SOA ns hostmaster 1 7200 1800 1209600 3600\n";
export const HEAD =
  "$TTL 3600\n@ IN SOA ns hostmaster 1 7200 1800 1209600 3600\n  IN NS ns\nns IN A 192.0.2.1\n";

/** A file as it is written. */
export function whole(
  name: string,
  text: string,
  loads: Loads,
  ours: Ours,
  troubles: readonly ZoneTroubleReason[],
  more: Pick<ServedZone, "zone"> = {},
): ServedZone {
  return { name, text, loads, ours, troubles, ...more };
}

/** A sound zone with this below its head. */
export function below(
  name: string,
  text: string,
  loads: Loads,
  ours: Ours,
  troubles: readonly ZoneTroubleReason[],
): ServedZone {
  return { name, text: HEAD + text, loads, ours, troubles };
}
