/**
 * Runs inside a namespace: starts the bed, observes it with the program, asks unbound-host and openssl about the same, and
 * prints both as JSON; with `--keep FOLDER` it writes them to that folder, and with `--only NAMES` these targets alone are there.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { dnssecControl } from "../../../src/observe/schemas/observation.ts";
import { chosen, readLabWords } from "../lab-words.ts";
import { leaveWith, settleIn } from "../namespace.ts";
import { startBed } from "./bed.ts";
import { factsOf, observeBed, targetFacts, type EndpointFacts } from "./facts.ts";
import { pooled, questionsOf, type Question } from "./oracles.ts";
import { TARGETS } from "./targets.ts";
import { askOpenssl, askUnbound } from "./tools.ts";
import { NAMES } from "./signed-zones.ts";

export const factsTable = z.strictObject({
  facts: z.array(targetFacts),
  /** What unbound-host says, by `NAME TYPE`. */
  unbound: z.record(z.string(), z.string()),
  /** What openssl says of one record alone, by `ADDRESS PORT BASE RECORD`. */
  openssl: z.record(z.string(), z.string()),
  control: dnssecControl,
  /** The same run with a resolver that does not validate. */
  unseen: z.array(targetFacts),
  unseenControl: dnssecControl,
  startSeconds: z.number(),
  observeSeconds: z.number(),
  askSeconds: z.number(),
});
export type FactsTable = z.infer<typeof factsTable>;

/** The name under which openssl's answer about a record is kept. */
export function opensslKey({ address, port, base = "" }: EndpointFacts, data: string): string {
  return `${address} ${String(port)} ${base} ${data}`;
}

const EMPTY = { validates: false, answers: [] };

async function main(): Promise<void> {
  const folder = settleIn();
  const began = performance.now();
  const { keep, only } = readLabWords();
  const bed = await startBed(folder, chosen(TARGETS, only));
  const started = performance.now();
  const observations = await observeBed(bed, NAMES.resolver);
  const facts = bed.sites.map((site) => factsOf(site, observations));
  const blind = await observeBed(bed, NAMES.unvalidating);
  const observed = performance.now();
  const unbound: FactsTable["unbound"] = {};
  const openssl: FactsTable["openssl"] = {};
  const questions: Question[] = bed.sites.flatMap((site) =>
    questionsOf(site).map((question): Question => {
      const [owner = "", type = ""] = site.expand(question, false).split(" ");
      return async (shell) => {
        unbound[`${owner} ${type}`] = (await askUnbound(shell, bed.unboundConfiguration, owner, type)).answer;
      };
    }),
  );
  const endpoints = facts.flatMap((each) => Object.values(each.endpoints));
  const handshakes: Question[] = endpoints.flatMap((endpoint) =>
    endpoint.records.flatMap(({ data }): Question[] => {
      const { address, port, base = "" } = endpoint;
      // Only these are for SMTP; openssl would check the others, too.
      if (!/^[23] /.test(data)) return [];
      return [
        async (shell) => {
          const handshake = { address, port, base, records: [data] };
          openssl[opensslKey(endpoint, data)] = (await askOpenssl(shell, handshake)).answer;
        },
      ];
    }),
  );
  await pooled([...questions, ...handshakes]);
  const table: FactsTable = {
    facts,
    unbound,
    openssl,
    control: observations.environment.dnssec ?? EMPTY,
    unseen: bed.sites.map((site) => factsOf(site, blind)),
    unseenControl: blind.environment.dnssec ?? EMPTY,
    startSeconds: (started - began) / 1000,
    observeSeconds: (observed - started) / 1000,
    askSeconds: (performance.now() - observed) / 1000,
  };
  const output = JSON.stringify(table, undefined, 1);
  if (keep !== undefined) {
    mkdirSync(keep, { recursive: true });
    writeFileSync(join(keep, "facts.json"), output);
  }
  leaveWith(output);
}

if (import.meta.main) await main();
