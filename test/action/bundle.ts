/** Starts the bundles of dist/ as processes, the way the runner and a shell start them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/run/locations.ts";
import * as product from "../support/run/product.ts";
import type { Finished, StartOptions } from "../support/run/product.ts";

const DIST = join(ROOT, "dist");

export interface FinishedAction extends product.FinishedAction {
  /** Workflow commands of the log, as `error`, `warning`, `notice` with their properties and message. */
  readonly annotations: readonly { level: string; properties: string; message: string }[];
}

/** Runs the Action with these inputs, the runner's files and the runner's variables. */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  options: StartOptions = {},
): Promise<FinishedAction> {
  const start: product.Start = (_door, words, more) => product.start(join(DIST, "index.js"), words, more);
  const finished = await product.runActionBy(start, inputs, options);
  const commands = finished.stdout.matchAll(/^::(error|warning|notice) ([^:]*(?:::?[^:]+)*?)::(.*)$/gm);
  return {
    ...finished,
    annotations: [...commands].map(([, level = "", properties = "", message = ""]) => ({
      level,
      properties,
      message,
    })),
  };
}

/** Runs the command. */
export function runCommandBundle(words: readonly string[], options: StartOptions = {}): Promise<Finished> {
  return product.start(join(DIST, "cli", "index.js"), words, options);
}

/** Text of a file below a folder; undefined where there is none. */
export function readIfThere(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
