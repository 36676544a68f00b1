/** The words of the command line that a lab's script is started with: where logs are kept, and what it is asked about. */
import { parseArgs } from "node:util";

export interface LabWords {
  /** Folder for reports and logs; absent: nothing is kept. */
  readonly keep: string | undefined;
  /** Names of targets; absent: all. */
  readonly only: readonly string[] | undefined;
}

/** Writes them. @param keep folder @param only targets */
export function labWords(keep: string | undefined, only?: readonly string[]): string[] {
  return [
    ...(keep === undefined ? [] : ["--keep", keep]),
    ...(only === undefined ? [] : ["--only", only.join(",")]),
  ];
}

/** Reads this process's own. */
export function readLabWords(): LabWords {
  const { values } = parseArgs({ options: { keep: { type: "string" }, only: { type: "string" } } });
  return { keep: values.keep, only: values.only?.split(",") };
}

/** Of all targets, those that are asked about. */
export function chosen<Target extends { readonly name: string }>(
  targets: readonly Target[],
  only: readonly string[] | undefined,
): readonly Target[] {
  return only === undefined ? targets : targets.filter(({ name }) => only.includes(name));
}
