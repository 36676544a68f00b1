/** Starts the bed in a namespace, and gives what came out there. */
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { labWords } from "../lab-words.ts";
import { runIsolated } from "../namespace.ts";
import { fetchPackages } from "../packages.ts";

/** How long the bed and all that is asked of it may take, in seconds. A policy host that is silent takes a minute of it. */
const PATIENCE = 800;

/**
 * @param script file in this folder that runs inside
 * @param only targets that are there; all where absent, and then other labs may run beside it
 */
export async function askBed<Seen>(
  script: string,
  schema: z.ZodType<Seen>,
  only?: readonly string[],
): Promise<Seen> {
  fetchPackages();
  const file = fileURLToPath(new URL(script, import.meta.url));
  const isolation = { patience: PATIENCE, alone: only !== undefined };
  return schema.parse(JSON.parse(await runIsolated(file, labWords(undefined, only), isolation)));
}
