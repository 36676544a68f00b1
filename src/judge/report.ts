/**
 * The model of a judged run. Every output, from the exit code to the annotations, is a rendering of it. Its form is in
 * `schemas/report.ts`, which only what reads recorded runs loads.
 */
import type { Check, DomainReport, EndpointReport, ServerReport, Verdict } from "./schemas/report.ts";

export type * from "./schemas/report.ts";

/** Verdict of one check. `inconclusive` and `waived` are never counted as `pass`. */
export const VERDICTS = ["pass", "warn", "fail", "inconclusive", "waived", "skip"] as const;

/** What makes a check or finding close the gate, decided by `fail-on` and `on-inconclusive`. */
export interface GateRules {
  readonly failOn: "error" | "warning" | "never";
  readonly onInconclusive: "fail" | "warn" | "ignore";
}

/** Whether a check with this verdict closes the gate. */
export function closesGate(verdict: Verdict, rules: GateRules): boolean {
  if (rules.failOn === "never") return false;
  switch (verdict) {
    case "fail":
      return true;
    case "warn":
      return rules.failOn === "warning";
    case "inconclusive":
      return rules.onInconclusive === "fail";
    case "pass":
    case "waived":
    case "skip":
      return false;
  }
}

/** One check with where it stands; `host` and `address` are absent for checks of the domain. */
export interface PlacedCheck {
  readonly domain: DomainReport;
  readonly server?: ServerReport;
  readonly endpoint?: EndpointReport;
  readonly check: Check;
}

/**
 * Every check of a report in its order: the domain's own first, then endpoint by endpoint.
 * @param wanted which of them; nothing is made for the others
 */
export function* placedChecks(
  domains: readonly DomainReport[],
  wanted: (check: Check) => boolean = () => true,
): Generator<PlacedCheck> {
  for (const domain of domains) {
    for (const check of domain.checks) if (wanted(check)) yield { domain, check };
    for (const server of domain.servers) {
      for (const endpoint of server.endpoints) {
        for (const check of endpoint.checks) if (wanted(check)) yield { domain, server, endpoint, check };
      }
    }
  }
}

/** Every check of a report that has findings, in the order of the report. */
export function checksWithFindings(domains: readonly DomainReport[]): Generator<PlacedCheck> {
  return placedChecks(domains, ({ findings }) => findings.length > 0);
}
