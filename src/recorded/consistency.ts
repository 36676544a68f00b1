/** What no run writes: recorded observations that contradict themselves. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Steps } from "../system/steps.ts";
import { ownerOf } from "../observe/load/owner.ts";
import {
  observationKey,
  type DomainObservation,
  type Observations,
  type ShardFacts,
} from "../observe/observation.ts";

export const NOT_OURS = "This is not a report of MX Gate (mx-gate/report/v1).";

/** What no run writes: things filed under another name, or named and not there. Undefined where all is in order. */
export function* findingInconsistency({
  domains,
  endpoints,
  certificates,
  runs,
  shard,
}: Observations): Steps<string | undefined> {
  const at = (...path: PropertyKey[]): string => z.core.toDotPath(["observations", ...path]);
  const known = ({ run }: { readonly run?: number | undefined }): boolean =>
    runs === undefined ? run === undefined : run !== undefined && run < runs.length;
  for (const { shard: part } of runs ?? [{ shard }]) {
    if (part !== undefined && part.index > part.of)
      return `There is no shard ${String(part.index)} of ${String(part.of)}.`;
  }
  for (const [key, endpoint] of Object.entries(endpoints)) {
    yield;
    if (!known(endpoint)) return `At ${at("endpoints", key)}: it does not name a run of this report.`;
    if (key !== observationKey(endpoint)) return `At ${at("endpoints", key)}: it is another endpoint.`;
  }
  for (const [index, domain] of domains.entries()) {
    yield;
    if (!known(domain)) return `At ${at("domains", index)}: it does not name a run of this report.`;
    const part = domain.run === undefined ? shard : runs?.[domain.run]?.shard;
    if (part !== undefined && strangeOwner(domain, part))
      return `At ${at("domains", index)}: it does not belong to shard ${String(part.index)} of ${String(part.of)}.`;
    const suffix = domain.run === undefined ? "" : `#${String(domain.run)}`;
    const missing = domain.endpoints.findIndex((key) => !Object.hasOwn(endpoints, key + suffix));
    if (missing >= 0) return `At ${at("domains", index, "endpoints", missing)}: there is no such endpoint.`;
  }
  for (const [sha256, { der }] of Object.entries(certificates)) {
    yield;
    if (createHash("sha256").update(Buffer.from(der, "base64")).digest("hex") !== sha256.toLowerCase())
      return `At ${at("certificates", sha256)}: it is another certificate.`;
  }
  return undefined;
}

/** Whether a domain, or a host of it, was looked at by a shard that it does not belong to. */
function strangeOwner(
  { name, server, owner, endpoints }: DomainObservation,
  { index, of }: ShardFacts,
): boolean {
  const belongsTo = ownerOf(server?.lookup.host ?? name, of);
  const hosts = new Set(endpoints.map((key) => key.slice(0, key.indexOf("|"))));
  return belongsTo !== (owner ?? index) || [...hosts].some((host) => ownerOf(host, of) !== index);
}
