/** docs/examples/sharded.yml, as GitHub would run it: the matrix, its files, and the job that judges all of them. */
import { globSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { jobsOf, type Job } from "./recipe-document.ts";
import type { Runner, StepResult } from "./recipe-runner.ts";

const FILE = "docs/examples/sharded.yml";
export const SHARDED_DOMAINS = "# mail\nexample.com\nexample.org\nlegacy.example.com\n";

function jobOf(name: string): Job {
  const found = jobsOf(FILE)[name];
  if (found === undefined) throw new Error(`${FILE} has no job ${name}.`);
  return found;
}

/** Runs all of it, then once more with a shard that left no file. */
export async function runShards(runner: Runner): Promise<Readonly<Record<string, readonly StepResult[]>>> {
  runner.add("mail/domains.txt", SHARDED_DOMAINS);
  const plan = await runner.job(jobOf("plan"));
  const { shards = "[]", of = "" } = plan.at(-1)?.outputs ?? {};
  runner.know({ "needs.plan.outputs.shards": shards, "needs.plan.outputs.of": of });
  const results: Record<string, readonly StepResult[]> = { [`${FILE} plan`]: plan };
  for (const shard of z.array(z.number()).parse(JSON.parse(shards))) {
    runner.know({ "matrix.shard": String(shard) });
    results[`${FILE} probe ${String(shard)}`] = await runner.job(jobOf("probe"));
  }
  passArtifacts(runner.workspace);
  results[`${FILE} gate`] = await runner.job(jobOf("gate"));
  rmSync(join(runner.workspace, "shards", "mx-gate-shard-2-of-4.ndjson"));
  results[`${FILE} gate, without a shard`] = await runner.job(jobOf("gate"));
  return results;
}

/** What upload-artifact and download-artifact do with the files of the shards. */
function passArtifacts(workspace: string): void {
  mkdirSync(join(workspace, "shards"));
  for (const file of globSync("mx-gate-shard-*.ndjson", { cwd: workspace }))
    renameSync(join(workspace, file), join(workspace, "shards", basename(file)));
}
