/** Why a score is not 100. */
import type { CheckId } from "../../judge/checks/all.ts";
import type { Check, DomainReport, Verdict } from "../../judge/report.ts";

/** Checks by what they cost, in the order in which they are told. */
const COSTS: readonly (readonly [verdict: Verdict, words: string])[] = [
  ["fail", "failed"],
  ["warn", "has a warning"],
  // What lets the gate open gives no points back.
  ["waived", "is excused (that changes no score)"],
];

/**
 * `Score 57: certificate failed, banner has a warning, no TLS 1.3 (2 points less).`
 * @returns an empty text for 100, for no score, and where no check tells why
 */
export function scoreReason({ score, checks, servers }: DomainReport): string {
  if (score === null || score === 100) return "";
  const all: readonly Check[] = [
    ...checks,
    ...servers.flatMap(({ endpoints }) => endpoints.flatMap((endpoint) => endpoint.checks)),
  ];
  const ids = (verdict: Verdict): CheckId[] => [
    ...new Set(all.filter((check) => check.verdict === verdict).map(({ check }) => check)),
  ];
  const costs = COSTS.flatMap(([verdict, words]) => ids(verdict).map((id) => ({ id, words })));
  const reasons = costs.map(({ id, words }) => `${id} ${words}`);
  const told = new Set(costs.map(({ id }) => id));
  for (const { check, findings } of all) {
    if (told.has(check) || !findings.some(({ loweredFrom }) => loweredFrom !== undefined)) continue;
    told.add(check);
    reasons.push(`${check} has a finding that the policy lowers (that changes no score)`);
  }
  const withoutTls13 = all.some(({ findings }) => findings.some(({ code }) => code === "tls-no-1.3"));
  if (withoutTls13) reasons.push("no TLS 1.3 (2 points less)");
  return reasons.length === 0 ? "" : `Score ${String(score)}: ${reasons.join(", ")}.`;
}
