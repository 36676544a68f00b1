/** What Postfix writes into its log while it is tested: politely, thoroughly, for many domains. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { postfix } from "./reach-server-scenes.ts";
import type { Stage } from "./reach-stage.ts";

/** One run, as the server's log tells it and as the report counts it. Each has a Postfix of its own. */
export interface Logged {
  /** Lines of smtpd without their times. */
  readonly lines: readonly string[];
  /** Connections by the report, and second looks by name. */
  readonly connections: number;
  readonly secondLooks: readonly string[];
}

/** Domains that share one server: more than fit into a transaction. */
const SHARING = Array.from({ length: 7 }, (_, index) => `d${String(index + 1)}.test`);

async function logged(
  stage: Stage,
  address: string,
  domains: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<Logged> {
  stage.own(address);
  await postfix(
    stage,
    [address, 25],
    { myhostname: "mx1.own.test", smtpd_tls_loglevel: "1", relay_domains: domains.join(" ") },
    [`${address}:25 inet n - n - - smtpd`],
    stage.authority.stage.chainFor("mx1.own.test"),
  );
  const log = join(stage.folder, `postfix-${address}`, "maillog");
  const lines = (): string[] =>
    existsSync(log)
      ? [...readFileSync(log, "utf8").matchAll(/postfix\/smtpd\[\d+\]: (.*)/g)].map(([, line = ""]) => line)
      : [];
  // Whoever started it looked whether it listens: that is no visit of ours.
  while (!lines().some((line) => line.startsWith("disconnect"))) await sleep(50);
  const before = lines().length;
  const dns = await stage.dns({
    ...Object.fromEntries(domains.map((name) => [name, { MX: [[10, "mx1.own.test"]] as const }])),
    "mx1.own.test": { A: [address] },
  });
  const run = await stage.check({
    domains: domains.join(","),
    "dns-server": dns.address,
    "egress-control": "off",
    ...settings,
  });
  const report = JSON.parse(run.json) as {
    domains: { servers: { endpoints: { connections: number; secondLooks: string[] }[] }[] }[];
  };
  const [endpoint] = report.domains[0]?.servers[0]?.endpoints ?? [];
  // The log is written by a process of its own.
  const ended = (): number =>
    lines()
      .slice(before)
      .filter((line) => line.startsWith("disconnect")).length;
  while (ended() < (endpoint?.connections ?? 0)) await sleep(50);
  return {
    lines: lines().slice(before),
    connections: endpoint?.connections ?? 0,
    secondLooks: endpoint?.secondLooks ?? [],
  };
}

export const etiquetteScenes = {
  etiquette: async (stage: Stage) => {
    const runs = {
      polite: logged(stage, "11.0.8.1", ["own.test"], {}),
      "without the floor test": logged(stage, "11.0.8.2", ["own.test"], { "tls-floor-test": "false" }),
      thorough: logged(stage, "11.0.8.3", ["own.test"], { "relay-test": "thorough" }),
      shared: logged(stage, "11.0.8.4", SHARING, {}),
    };
    const found = Object.entries(runs).map(async ([name, run]) => [name, await run] as const);
    return Object.fromEntries(await Promise.all(found));
  },
};
