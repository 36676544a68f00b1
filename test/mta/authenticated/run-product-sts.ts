/**
 * Runs inside a namespace: starts the bed with every target that is about policies, lets the whole program test their
 * domains, and prints what came out as JSON; with `--only NAMES` these targets alone are there.
 */
import { checkWith } from "../gate.ts";
import { chosen, readLabWords } from "../lab-words.ts";
import { leaveWith, settleIn } from "../namespace.ts";
import type { Check, DomainReport } from "../../../src/judge/report.ts";
import { startBed } from "./bed.ts";
import type { Judged } from "./product-sts.ts";
import { STS_TARGETS } from "./product-sts.ts";

/** A verdict and its codes, as labels have them. */
function outcomeOf(check: Check | undefined): string {
  if (check === undefined) return "no check";
  const codes = [...new Set(check.findings.map(({ code }) => code))].sort();
  return codes.length === 0 ? check.verdict : `${check.verdict}: ${codes.join(", ")}`;
}

function wordsOf(check: Check | undefined): string[] {
  return (check?.findings ?? []).map(({ message, evidence }) => `${message} [${evidence ?? ""}]`);
}

const folder = settleIn();
const bed = await startBed(folder, chosen(STS_TARGETS, readLabWords().only));
const domains = bed.sites.map(({ domain }) => domain);
const report = await checkWith({
  ...bed.settings,
  domains: domains.join(","),
  timeout: "5",
  "egress-control": "off",
  "tls-floor-test": "false",
  "relay-test": "off",
});
const judged = bed.sites.map(({ target, domain }): Judged => {
  const found: DomainReport | undefined = report.domains.find(({ rawName }) => rawName === domain);
  const checkOf = (id: Check["check"]): Check | undefined => found?.checks.find(({ check }) => check === id);
  const [mtaSts, tlsRpt] = [checkOf("mta-sts"), checkOf("tls-rpt")];
  return {
    name: target.name,
    mtaSts: outcomeOf(mtaSts),
    tlsRpt: outcomeOf(tlsRpt),
    reach: found?.reachSummary ?? "",
    words: [...wordsOf(mtaSts), ...wordsOf(tlsRpt)],
  };
});
leaveWith(JSON.stringify(judged, undefined, 1));
