/** Knot DNS, the authoritative name server of the lab. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startDaemon } from "./daemon.ts";
import { run } from "./namespace.ts";

export interface KnotZone {
  /** Without trailing dot; `.` is the root. */
  readonly name: string;
  /** Records in master-file form (RFC 1035 5.1), relative to the zone; SOA and NS come on their own. */
  readonly records: readonly string[];
  /** Signed by Knot with keys of its own. */
  readonly signed?: boolean;
  /** Address of its name server where it is not the one of this Knot. */
  readonly servedAt?: string;
  /** Signed zones below it whose keys it vouches for with DS records. */
  readonly delegates?: readonly string[];
  /** There is no file for it, so that it answers SERVFAIL. */
  readonly lost?: boolean;
  /** Whoever has the key of `updateKey` may update it (RFC 2136). */
  readonly updatable?: true;
}

export interface KnotOptions {
  /** Lab folder below which it keeps everything. */
  readonly folder: string;
  /** Address that it listens at, port 53. */
  readonly address: string;
  readonly zones: readonly KnotZone[];
  /** TSIG key for updates. */
  readonly updateKey?: TsigKey;
}

export interface TsigKey {
  readonly name: string;
  /** In base64; HMAC-SHA-256 is the algorithm. */
  readonly secret: string;
}

/** A Knot that runs, by its configuration. */
export interface Knot {
  readonly configuration: string;
}

function keymgr({ configuration }: Knot, zone: string, ...args: readonly string[]): string {
  return run("keymgr", "-c", configuration, zone, ...args);
}

/** The DS record (SHA-256) of a zone's key signing key, as a line of a zone file. */
export function trustedKey(knot: Knot, zone: string): string {
  const records = keymgr(knot, zone, "ds").split("\n");
  return records.find((record) => / DS \d+ \d+ 2 /.test(record)) ?? "";
}

function zoneFile(
  { name, records, servedAt, delegates = [] }: KnotZone,
  address: string,
  knot: Knot,
): string {
  const ds = delegates.map((child) => trustedKey(knot, child));
  return [
    `$ORIGIN ${name === "." ? "." : `${name}.`}`,
    "$TTL 300",
    "@ SOA ns hostmaster 1 3600 900 604800 60",
    "@ NS ns",
    `ns A ${servedAt ?? address}`,
    ...ds,
    ...records,
    "",
  ].join("\n");
}

function updateLines({ name, secret }: TsigKey): string[] {
  return [
    "key:",
    `  - id: "${name}"`,
    "    algorithm: hmac-sha256",
    `    secret: "${secret}"`,
    "acl:",
    "  - id: updates",
    `    key: "${name}"`,
    "    action: update",
  ];
}

/** Starts Knot and waits until it answers. */
export async function startKnot({ folder, address, zones, updateKey }: KnotOptions): Promise<Knot> {
  const home = join(folder, `knot-${address}`);
  mkdirSync(home, { recursive: true });
  const lines = [
    "server:",
    `  rundir: "${home}"`,
    `  listen: ${address}@53`,
    "database:",
    `  storage: "${home}"`,
    "log:",
    "  - target: stderr",
    "    any: info",
    ...(updateKey === undefined ? [] : updateLines(updateKey)),
    "policy:",
    "  - id: lab",
    "    manual: on",
    "zone:",
  ];
  const files = new Map(zones.map((zone, index) => [zone.name, join(home, `${index}.zone`)]));
  for (const { name, signed, updatable } of zones) {
    lines.push(`  - domain: "${name}"`, `    file: "${files.get(name) ?? ""}"`);
    if (signed === true) lines.push("    dnssec-signing: on", "    dnssec-policy: lab");
    if (updatable === true) lines.push("    acl: updates");
  }
  const knot: Knot = { configuration: join(home, "knot.conf") };
  writeFileSync(knot.configuration, [...lines, ""].join("\n"));
  for (const { name } of zones.filter(({ signed }) => signed)) {
    for (const [ksk, zsk] of [
      ["yes", "no"],
      ["no", "yes"],
    ]) {
      keymgr(knot, name, "generate", "algorithm=ecdsap256sha256", `ksk=${ksk}`, `zsk=${zsk}`);
    }
  }
  for (const zone of zones.filter(({ lost }) => lost !== true)) {
    writeFileSync(files.get(zone.name) ?? "", zoneFile(zone, address, knot));
  }
  const daemon = startDaemon("Knot", "/usr/sbin/knotd", ["-c", knot.configuration]);
  await daemon.untilListening(address, 53);
  return knot;
}
