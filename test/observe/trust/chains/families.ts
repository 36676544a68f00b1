/** All forged chains, by what they are about. */
import { createHash } from "node:crypto";
import type { ChainCase } from "./chain-case.ts";
import { constraintCases } from "./constraint-cases.ts";
import { extensionAndKeyCases } from "./extension-cases.ts";
import { pathCases } from "./path-cases.ts";
import { usageCases } from "./usage-cases.ts";

export type { ChainCase } from "./chain-case.ts";

export const families: Readonly<Record<string, () => ChainCase[]>> = {
  usages: usageCases,
  "extensions, dates and keys": extensionAndKeyCases,
  paths: pathCases,
  "name constraints": constraintCases,
};

/** Every other chain, the same ones each time; or one of so many. */
export function sampled(cases: readonly ChainCase[], oneOf = 2): ChainCase[] {
  return cases.filter(
    ({ title }) => createHash("sha256").update(title).digest().readUInt32BE(0) % oneOf === 0,
  );
}
