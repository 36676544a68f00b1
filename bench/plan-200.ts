/**
 * How long it takes to validate a policy file with 200 domains, overrides and waivers, and to plan a run by it.
 * The bar is 100 ms for a process that has just started; of five, the fastest counts, since others may use the
 * machine: node bench/plan-200.ts
 */
import { execFileSync } from "node:child_process";
import { makePlan } from "../test/support/run/made-plan.ts";

const BAR = 100;
const NOW = Date.UTC(2026, 10, 21);

/** A policy file of this many domains: one in four has an override, one in ten a waiver. */
function policyOf(domains: number): string {
  const names = Array.from({ length: domains }, (_, index) => `d${String(index)}.example`);
  const overrides = names
    .filter((_, index) => index % 4 === 0)
    .map((name) => `  - { domain: ${name}, mx-hosts: [mx1.${name}, mx2.${name}] }`);
  const waivers = names
    .filter((_, index) => index % 10 === 0)
    .map((name) => `  - { code: banner-slow, domain: ${name}, until: 2027-01-31, reason: known }`);
  return [
    "domains:",
    ...names.map((name) => `  - ${name}`),
    'min-tls-version: "1.3"',
    "severity: { tls-legacy-accepted: error }",
    "overrides:",
    ...overrides,
    "waivers:",
    ...waivers,
  ].join("\n");
}

/** Milliseconds from the text to the plan, the rules of every host and domain included. */
function planOnce(text: string): number {
  const started = performance.now();
  const plan = makePlan([], "command", {
    now: NOW,
    readFile: () => text,
    readLines: () => undefined,
    note: () => undefined,
  });
  for (const domain of plan.domains) {
    plan.rulesFor(`mx1.${domain}`);
    plan.policy.thresholdsFor(domain, `mx1.${domain}`);
  }
  return performance.now() - started;
}

if (process.argv.includes("--once")) {
  console.log(planOnce(policyOf(200)));
} else {
  const words = [import.meta.filename, "--once"];
  const runs = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, words, { encoding: "utf8" })),
  );
  const sorted = runs.toSorted((a, b) => a - b).map((run) => run.toFixed(1));
  console.log(`plan 200 domains in a new process: ${sorted.join(", ")} ms (bar ${String(BAR)} ms)`);
  if (Math.min(...runs) >= BAR) process.exitCode = 1;
}
