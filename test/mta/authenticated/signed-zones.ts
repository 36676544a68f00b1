/** The DNS of the bed: what each zone holds, Knot that signs and serves it, Unbound that validates it. */
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startDaemon } from "../daemon.ts";
import { startKnot, trustedKey } from "../knot.ts";
import type { KnotZone } from "../knot.ts";
import { SOUND_RECORD, addressOf } from "./policies.ts";
import { tlsaData } from "./site.ts";
import type { Placing, Site } from "./site.ts";
import type { ChildZone } from "./target.ts";

export const NAMES = {
  /** Unbound that validates. */
  resolver: "127.0.0.53",
  /** Unbound that knows no keys: all its answers come without AD. */
  unvalidating: "127.0.0.54",
  /** Knot, for all zones. */
  authority: "127.25.253.1",
  /** Takes questions and never answers. */
  silent: "127.25.253.2",
} as const;

/** A key that no zone has. */
const WRONG_DS = `DS 4711 13 2 ${"5A".repeat(32)}`;

/** A record in master-file form, with its owner in full. */
type RecordLine = string;

function mxRecords({ target, expand, hosts }: Site): RecordLine[] {
  if (target.nextHop !== undefined) return [];
  const exchanges = target.mx ?? hosts.map(({ key }) => key);
  return exchanges.map((key, index) => expand(`{@} MX ${String(10 * (index + 1))} {${key}}`, true));
}

function tlsaRecords(site: Site, placing: Placing): RecordLine[] {
  const { target, hosts, expand } = site;
  return Object.entries(target.tlsa ?? {}).flatMap(([key, plans]) => {
    const owner = expand(key.includes("{") ? key : `_25._tcp.{${key}}`, true);
    const carrier = hosts.find((host) => host.key === (target.keysOf ?? /\{(.+)\}/.exec(key)?.[1] ?? key));
    const servers = (carrier ?? hosts[0])?.servers ?? [];
    return plans.map((plan) => `${owner} TLSA ${tlsaData(plan, servers, placing)}`);
  });
}

function textRecords({ target, expand }: Site): RecordLine[] {
  const { sts, tlsRpt = [] } = target;
  const records = sts === undefined ? [] : (sts.txt ?? [SOUND_RECORD]);
  const address = sts?.policy && addressOf(sts.policy);
  return [
    ...records.map((text) => `${expand("_mta-sts.{@}", true)} TXT ${text}`),
    ...tlsRpt.map((text) => `${expand("_smtp._tls.{@}", true)} TXT ${expand(text, false)}`),
    ...(address === undefined
      ? []
      : [`${expand("mta-sts.{@}", true)} ${address.includes(":") ? "AAAA" : "A"} ${address}`]),
  ];
}

/** All records of a target. */
export function recordsOf(site: Site, placing: Placing): readonly RecordLine[] {
  const { target, hosts, expand } = site;
  const addresses = hosts.flatMap(({ name, servers }) =>
    [...new Set(servers.map(({ address }) => address))].map(
      (address) => `${name}. ${address.includes(":") ? "AAAA" : "A"} ${address}`,
    ),
  );
  const further = (target.records ?? []).map((record) => expand(record, true));
  return [...mxRecords(site), ...addresses, ...tlsaRecords(site, placing), ...textRecords(site), ...further];
}

interface Apex {
  readonly name: string;
  readonly kind: ChildZone;
}

const PARENTS: readonly Apex[] = [
  { name: "test", kind: "signed" },
  { name: "dane.test", kind: "signed" },
  { name: "plain.test", kind: "unsigned" },
  { name: "bogus.test", kind: "bogus" },
];

/** Signed, and its parent does not know. */
const ISLAND: Apex = { name: "island.test", kind: "signed" };

const within = (name: string, apex: string): boolean =>
  apex === "." || name === apex || name.endsWith(`.${apex}`);

/** The delegation of a zone in its parent, without its DS record. */
function delegation({ name, kind }: Apex): RecordLine[] {
  const server = kind === "silent" ? NAMES.silent : NAMES.authority;
  return [
    `${name}. NS ns.${name}.`,
    `ns.${name}. A ${server}`,
    ...(kind === "bogus" ? [`${name}. ${WRONG_DS}`] : []),
  ];
}

/** The zones of the bed with everything in them, the root first. */
export function zonesOf(sites: readonly Site[], placing: Placing): KnotZone[] {
  const own = sites.flatMap(({ target, expand }) =>
    Object.entries(target.zones ?? {}).map(([apex, kind]): Apex => ({ name: expand(apex, false), kind })),
  );
  const apexes: readonly Apex[] = [{ name: ".", kind: "signed" }, ...PARENTS, ISLAND, ...own];
  const zoneOf = (name: string): string =>
    apexes.filter((apex) => within(name, apex.name)).sort((a, b) => b.name.length - a.name.length)[0]?.name ??
    ".";
  const parentOf = (name: string): string => zoneOf(name.split(".").slice(1).join("."));
  const lines = sites.flatMap((site) => [...recordsOf(site, placing)]);
  const served = apexes.filter(({ kind }) => kind !== "silent");
  return served.map(({ name, kind }): KnotZone => {
    const children = apexes.filter(
      (apex) => apex.name !== "." && apex.name !== name && parentOf(apex.name) === name,
    );
    return {
      name,
      signed: kind === "signed" || kind === "bogus",
      lost: kind === "lost",
      delegates: children
        .filter((child) => child.kind === "signed" && child !== ISLAND)
        .map((child) => child.name),
      records: [
        ...lines.filter((line) => zoneOf(line.split(". ", 1)[0]?.replace(/\.$/, "") ?? "") === name),
        ...children.flatMap(delegation),
      ],
    };
  });
}

/** A name server that hears everything and says nothing. */
async function startSilence(): Promise<void> {
  const socket = createSocket("udp4");
  socket.on("message", () => undefined);
  socket.bind(53, NAMES.silent);
  await once(socket, "listening");
}

/** Starts Unbound at an address and gives its configuration. @param anchor what it trusts; nothing where absent */
async function startUnbound(folder: string, address: string, anchor?: string): Promise<string> {
  const home = join(folder, `unbound-${address}`);
  mkdirSync(home);
  const hints = join(home, "hints");
  writeFileSync(hints, `. 3600 NS ns.\nns. 3600 A ${NAMES.authority}\n`);
  const settings = [
    `interface: ${address}`,
    "access-control: 127.0.0.0/8 allow",
    "do-not-query-localhost: no",
    `root-hints: "${hints}"`,
    ...(anchor === undefined ? ['module-config: "iterator"'] : [`trust-anchor: "${anchor}"`]),
    "aggressive-nsec: no",
    // A name server that is silent is given up before those who ask give up.
    "infra-cache-max-rtt: 1000",
    "outbound-msg-retry: 2",
    'username: ""',
    'chroot: ""',
    `directory: "${home}"`,
    'pidfile: ""',
    "use-syslog: no",
    "do-daemonize: no",
    "ede: yes",
    "local-zone: test. nodefault",
  ];
  const configuration = join(home, "unbound.conf");
  const lines = [
    "server:",
    ...settings.map((line) => `  ${line}`),
    "remote-control:",
    "  control-enable: no",
  ];
  writeFileSync(configuration, [...lines, ""].join("\n"));
  const daemon = startDaemon("Unbound", "/usr/sbin/unbound", ["-d", "-c", configuration]);
  await daemon.untilListening(address, 53);
  return configuration;
}

/** Starts all name servers. @returns configuration of the Unbound that validates */
export async function startNames(folder: string, zones: readonly KnotZone[]): Promise<string> {
  const knot = await startKnot({ folder, address: NAMES.authority, zones });
  await startSilence();
  await startUnbound(folder, NAMES.unvalidating);
  return startUnbound(folder, NAMES.resolver, trustedKey(knot, "."));
}
