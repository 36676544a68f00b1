/** The bed: signed zones, mail servers and policy hosts of all targets, inside a namespace. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Authorities } from "../certificates.ts";
import { startExim } from "../exim.ts";
import { run } from "../namespace.ts";
import type { Stage } from "../plan.ts";
import { startPostfix } from "../postfix.ts";
import { furnish } from "../system.ts";
import { startPolicyServers } from "./policy-server.ts";
import { POLICY_HOSTS } from "./policies.ts";
import { startSink } from "./sink.ts";
import { place } from "./site.ts";
import type { Placing, Site, SiteServer } from "./site.ts";
import type { Target } from "./target.ts";
import { NAMES, startNames, zonesOf } from "./signed-zones.ts";

export interface Bed {
  readonly sites: readonly Site[];
  /** Records of all zones by zone, as zone files hold them; signatures come from Knot. */
  readonly records: ReadonlyMap<string, readonly string[]>;
  readonly placing: Placing;
  /** The roots that the WebPKI of the bed trusts, in PEM. */
  readonly caFile: string;
  /** Configuration of the Unbound that validates. */
  readonly unboundConfiguration: string;
  /** Settings of a run of the program against the bed. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What a resolver has to be told so that the AD bit reaches who asks through the system (resolv.conf(5)). */
const RESOLVER_OPTIONS = "options edns0 trust-ad timeout:5 attempts:2";

/** Hands out addresses. */
function addresses(): Placing["newAddress"] {
  let last = 0;
  return (family) => {
    last += 1;
    if (family === 4) return `127.25.${String(Math.floor(last / 200))}.${String((last % 200) + 1)}`;
    return `fd00:25::${last.toString(16)}`;
  };
}

type Pair = readonly [Site, SiteServer];

/** The bed's files are read by servers with users of their own. */
function stageOf(folder: string, placing: Placing, [site, server]: Pair): Stage {
  return {
    host: server.host,
    domain: site.domain,
    address: server.address,
    authorities: placing.authorities,
    file: (name, content) => {
      const path = join(folder, "files", `${server.host}-${name}`);
      writeFileSync(path, content, { mode: 0o644 });
      return path;
    },
  };
}

async function startMailServers(folder: string, sites: readonly Site[], placing: Placing): Promise<void> {
  const all = sites.flatMap((site) =>
    site.hosts.flatMap(({ servers }) => servers.map((each): Pair => [site, each])),
  );
  const by = (kind: SiteServer["plan"]["by"]): Pair[] => all.filter(([, { plan }]) => plan.by === kind);
  await Promise.all(by(undefined).map(([, server]) => startSink(server)));
  await startPostfix({
    folder,
    domains: by("postfix").map(([{ domain }]) => domain),
    services: by("postfix").map(([, { address, host, chain }]) => ({
      address,
      name: host,
      chain,
      // What is taken goes nowhere.
      settings: { content_filter: "error:taken" },
    })),
  });
  for (const pair of by("exim")) {
    const chain = pair[1].chain;
    await startExim(stageOf(folder, placing, pair), { by: "exim", chain: () => chain }, folder, true);
  }
}

/** Starts the bed in a namespace that is ready. @param folder the namespace's own */
export async function startBed(folder: string, targets: readonly Target[]): Promise<Bed> {
  mkdirSync(join(folder, "files"));
  furnish(folder, `${NAMES.resolver}\n${RESOLVER_OPTIONS}`);
  const authorities = new Authorities(new Date());
  const placing: Placing = {
    authorities,
    other: authorities.selfSigned("other.test"),
    newAddress: addresses(),
  };
  const sites = targets.map((target) => place(target, placing));
  const servers = sites.flatMap(({ hosts }) => hosts.flatMap((host) => host.servers));
  const own6 = servers.map(({ address }) => address).filter((address) => address.includes(":"));
  for (const address of [...own6, POLICY_HOSTS.nginx6]) {
    run("ip", "addr", "add", `${address}/128`, "dev", "lo", "nodad");
  }
  const caFile = join(folder, "ca.pem");
  writeFileSync(caFile, authorities.trusted, { mode: 0o644 });
  const zones = zonesOf(sites, placing);
  const unboundConfiguration = await startNames(folder, zones);
  await Promise.all([startPolicyServers(folder, sites), startMailServers(folder, sites, placing)]);
  return {
    sites,
    records: new Map(zones.map(({ name, records }) => [name, records])),
    placing,
    caFile,
    unboundConfiguration,
    settings: { "dns-server": NAMES.resolver, "ca-file": caFile, "allow-private-addresses": "true" },
  };
}
