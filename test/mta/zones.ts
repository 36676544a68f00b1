/** The zones of the lab, from the plans of its domains. */
import { AUTHORITY_FILES } from "./authority-files.ts";
import { blockListRecords } from "./block-list.ts";
import type { KnotZone } from "./knot.ts";
import type { LocatedDomain } from "./lab.ts";

/** Name relative to .test. */
function ownerOf(domain: string, label: string): string {
  return label === "@" ? domain : `${label}.${domain}`;
}

/** Address records of the domain's hosts, but for hosts that have records of their own. */
function addressRecords({ name, plan, servers }: LocatedDomain): string[] {
  return servers.flatMap(({ label, stage: { address } }) => {
    const owner = ownerOf(name, label);
    if (label !== "@" && plan.records?.some((record) => record.startsWith(`${owner} `)) === true) return [];
    return [`${owner} ${address.includes(":") ? "AAAA" : "A"} ${address}`];
  });
}

function mxRecord({ name }: LocatedDomain): string {
  return `${name} MX 10 mx.${name}`;
}

function recordsIn(domain: LocatedDomain): string[] {
  const address = domain.servers[0]?.stage.address ?? "";
  const own = domain.plan.records?.map((record) => record.replace("ADDRESS", address)) ?? [mxRecord(domain)];
  return domain.plan.zone === undefined ? [...own, ...addressRecords(domain)] : own;
}

/** A zone of the domain's own; where it has no server, its MX host has an address that nobody gets to see. */
function ownZone(domain: LocatedDomain): KnotZone {
  const { name, plan, servers } = domain;
  const absolute = (record: string): string => record.replace(/^(\S+)/, "$1.test.");
  const hosts =
    servers.length > 0
      ? addressRecords({ ...domain, plan: { hosts: plan.hosts } })
      : [`mx.${name} A 127.0.0.9`];
  const records = [`${name}.test. MX 10 mx.${name}.test.`, ...hosts.map(absolute)];
  const glue = plan.records?.map((record) => /^ns\.\S+ A (\S+)$/.exec(record)?.[1]).find(Boolean);
  return {
    name: `${name}.test`,
    records,
    signed: plan.zone === "signed",
    lost: plan.zone === "lost",
    ...(glue === undefined ? {} : { servedAt: glue }),
  };
}

/** The zone test and those below it. */
export function zonesOf(domains: readonly LocatedDomain[]): KnotZone[] {
  const files = `ca A ${AUTHORITY_FILES.address}`;
  const records = [...blockListRecords(), files, ...domains.flatMap(recordsIn)];
  const own = domains.filter(({ plan }) => plan.zone !== undefined).map(ownZone);
  return [{ name: "test", records, signed: true }, ...own];
}
