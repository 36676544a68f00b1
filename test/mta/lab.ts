/** The lab of real servers: every planned domain with its records and servers, inside a namespace. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onlyFor } from "../support/smtp/smtp-script.ts";
import { startRawServer } from "../support/tcp/raw-server.ts";
import type { RawServer } from "../support/tcp/raw-server.ts";
import { startScriptedServer } from "../support/smtp/scripted-server.ts";
import type { ScriptedServer } from "../support/smtp/scripted-server.ts";
import type { SeenSession } from "../support/smtp/smtp-script.ts";
import { startAuthorityFiles } from "./authority-files.ts";
import { Authorities } from "./certificates.ts";
import type { RunName } from "./expectation.ts";
import { startExim } from "./exim.ts";
import { startMiddlebox } from "./middlebox.ts";
import { NAME_SERVERS, startNameServers } from "./name-servers.ts";
import { run } from "./namespace.ts";
import { raiseObstacles, renewObstacles } from "./obstacles.ts";
import { startOpenSmtpd } from "./opensmtpd.ts";
import { at } from "./plan.ts";
import type { AddressKind, DomainPlan, PostfixPlan, ServerPlan, Stage } from "./plan.ts";
import { startPostfix } from "./postfix.ts";
import type { PostfixService } from "./postfix.ts";
import { startPostgrey } from "./postgrey.ts";
import { furnish } from "./system.ts";
import { visitServers, visitUntilTurnedAway } from "./visits.ts";
import { zonesOf } from "./zones.ts";

/** Addresses that count as public. Packets to them stay here: the namespace has no other interface. */
const PUBLIC_NETWORK = "11.25";

/** One server in its place. */
export interface Located {
  /** Label below the domain, or `@`. */
  readonly label: string;
  readonly stage: Stage;
  readonly kind: AddressKind;
  readonly plan: ServerPlan;
}

export interface LocatedDomain {
  readonly name: string;
  readonly plan: DomainPlan;
  readonly servers: readonly Located[];
}

/** A server that was written here, as a witness of the program's manners. */
export interface Witness {
  readonly domain: string;
  readonly sessions?: readonly SeenSession[];
}

export interface Lab {
  readonly domains: readonly LocatedDomain[];
  /** Settings of a run, beside the domains. */
  settingsOf(name: RunName): Readonly<Record<string, string>>;
  /** The trusted roots, in PEM. */
  readonly caFile: string;
  /** Puts the network's obstacles up again, as they were before the first packet. */
  renewObstacles(): void;
  /** Servers that know what their visitors did. */
  readonly witnesses: readonly Witness[];
}

/** An address of its kind, told apart by a number. */
function addressOf(kind: AddressKind, number: number): string {
  const low = `${Math.floor(number / 200)}.${(number % 200) + 1}`;
  const addresses: Record<AddressKind, string> = {
    loopback: `127.20.${low}`,
    lossy: `127.20.${low}`,
    v6: `fd00:25::${number.toString(16)}`,
    public: `${PUBLIC_NETWORK}.${low}`,
    abroad: `203.0.113.${(number % 200) + 1}`,
    abroad6: `2001:db8:25::${number.toString(16)}`,
  };
  return addresses[kind];
}

/** Gives every server an address. */
function locate(
  folder: string,
  authorities: Authorities,
  plans: Readonly<Record<string, DomainPlan>>,
): LocatedDomain[] {
  let last = 0;
  return Object.entries(plans).map(([name, plan]) => {
    const domain = `${name}.test`;
    const servers = Object.entries(plan.hosts).flatMap(([label, each]) =>
      each.map((server): Located => {
        const placed = "at" in server ? server : at("loopback", server);
        last += 1;
        const address = addressOf(placed.at, last);
        const host = label === "@" ? domain : `${label}.${domain}`;
        const file = (suffix: string, content: string): string => {
          const path = join(folder, "files", `${host}-${address.replaceAll(":", "_")}-${suffix}`);
          // Servers read their files as users of their own.
          writeFileSync(path, content, { mode: 0o644 });
          return path;
        };
        const stage: Stage = { host, domain, address, authorities, file };
        return { label, stage, kind: placed.at, plan: placed.server };
      }),
    );
    return { name, plan, servers };
  });
}

function postfixService(stage: Stage, plan: PostfixPlan, address = stage.address): PostfixService {
  const chain =
    plan.chain === null ? undefined : (plan.chain?.(stage) ?? stage.authorities.chain(stage.host));
  return {
    address,
    name: stage.host,
    ...(chain === undefined ? {} : { chain }),
    settings: plan.settings?.(stage) ?? {},
    ...(plan.screen === undefined ? {} : { screen: plan.screen }),
  };
}

/** Where the server behind a middlebox is. */
function behind(address: string): string {
  return address.replace(/^127\.20\./, "127.21.");
}

/** Starts a server that was written here; nothing for all others. */
async function startPeer(stage: Stage, plan: ServerPlan): Promise<RawServer | ScriptedServer | undefined> {
  const place = { host: stage.address, port: 25 };
  switch (plan.by) {
    case "middlebox":
      return startMiddlebox(place, plan.box, behind(stage.address));
    case "bytes":
      return startRawServer(place, plan.script);
    case "script": {
      const sound = { name: stage.host, rcpt: onlyFor([stage.domain]) };
      const tls = { chain: stage.authorities.chain(stage.host) };
      return startScriptedServer(place, { ...sound, tls, ...plan.script(stage) });
    }
    case "postfix":
    case "exim":
    case "opensmtpd":
    case "network":
      return undefined;
  }
}

/** True for a postscreen that turns clients away that are on the block list. */
function isDropping(plan: ServerPlan): boolean {
  return plan.by === "postfix" && plan.screen?.["postscreen_dnsbl_action"] === "drop";
}

/** Starts the lab. */
export async function startLab(folder: string, plans: Readonly<Record<string, DomainPlan>>): Promise<Lab> {
  mkdirSync(join(folder, "files"));
  furnish(folder, NAME_SERVERS.resolver);
  const authorities = new Authorities(new Date());
  const domains = locate(folder, authorities, plans);
  const all = domains.flatMap((domain) =>
    domain.servers.map((server) => ({ ...server, domain: domain.plan })),
  );
  for (const { stage, kind } of all) {
    if (kind === "v6") run("ip", "addr", "add", `${stage.address}/128`, "dev", "lo", "nodad");
  }
  run("ip", "route", "add", "local", `${PUBLIC_NETWORK}.0.0/16`, "dev", "lo");
  const caFile = join(folder, "ca.pem");
  writeFileSync(caFile, authorities.trusted);

  await startNameServers(folder, zonesOf(domains));
  await startAuthorityFiles(folder, authorities);
  await startPostgrey(folder);
  const services = all.flatMap(({ stage, plan }) => {
    if (plan.by === "postfix") return [postfixService(stage, plan)];
    return plan.by === "middlebox" ? [postfixService(stage, plan.behind, behind(stage.address))] : [];
  });
  await startPostfix({
    folder,
    domains: domains.filter(({ plan }) => plan.unserved !== true).map(({ name }) => `${name}.test`),
    services,
  });
  const dropping = all.find(({ plan }) => isDropping(plan))?.stage.address;
  await Promise.all([
    visitServers(services.map(({ address }) => address).filter((address) => address !== dropping)),
    ...(dropping === undefined ? [] : [visitUntilTurnedAway(dropping)]),
  ]);
  await startOpenSmtpd(
    folder,
    all.flatMap(({ stage, plan }) => (plan.by === "opensmtpd" ? [{ stage, plan }] : [])),
  );
  const obstacles = all.flatMap(({ stage: { address }, kind, plan }) => [
    ...(plan.by === "network" ? [{ address, obstacle: plan.obstacle }] : []),
    ...(kind === "lossy" ? [{ address, obstacle: kind }] : []),
  ]);
  await raiseObstacles(folder, [...obstacles, { address: NAME_SERVERS.silent, obstacle: "dropped" }]);
  const own = await Promise.all(
    all.map(async ({ stage, plan, domain }) => {
      if (plan.by === "exim") await startExim(stage, plan, folder, domain.unserved !== true);
      return { domain: stage.domain, server: await startPeer(stage, plan) };
    }),
  );
  const resolvers: Readonly<Partial<Record<RunName, string>>> = {
    "resolver-gone": NAME_SERVERS.dead,
    "resolver-silent": NAME_SERVERS.silent,
    "resolver-failing": NAME_SERVERS.failing,
    "resolver-refusing": NAME_SERVERS.other,
    "resolver-empty": NAME_SERVERS.empty,
    "resolver-second": `${NAME_SERVERS.silent}, ${NAME_SERVERS.resolver}`,
  };
  return {
    domains,
    caFile,
    renewObstacles: () => renewObstacles(folder),
    get witnesses() {
      return own.flatMap(({ domain, server }) => {
        if (server === undefined) return [];
        return [{ domain, ...("sessions" in server && { sessions: server.sessions }) }];
      });
    },
    settingsOf: (name) => ({
      "dns-server": resolvers[name] ?? NAME_SERVERS.resolver,
      "ca-file": caFile,
      ...(name === "public-only" ? {} : { "allow-private-addresses": "true" }),
      ...(name === "impatient" ? { "max-banner-seconds": "5" } : {}),
      ...(name === "thorough" ? { "relay-test": "thorough" } : {}),
    }),
  };
}
