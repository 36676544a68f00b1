/**
 * How long it takes to validate a policy file with 200 domains, overrides and waivers, and to plan a run by it.
 * The bar is 100 ms, on a process that has just started: node bench/plan.bench.ts
 */
import { makePlan } from "../src/config/plan.ts";

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
  const plan = makePlan([], "command", { now: NOW, readFile: () => text, note: () => undefined });
  for (const domain of plan.domains) {
    plan.rulesFor(`mx1.${domain}`);
    plan.policy.thresholdsFor(domain, `mx1.${domain}`);
  }
  return performance.now() - started;
}

const text = policyOf(200);
const first = planOnce(text);
const others = Array.from({ length: 20 }, () => planOnce(text)).toSorted((a, b) => a - b);
console.log(
  `plan 200 domains: first ${first.toFixed(1)} ms, then median ${(others[10] ?? 0).toFixed(1)} ms (bar ${String(BAR)} ms)`,
);
if (first >= BAR) process.exitCode = 1;
