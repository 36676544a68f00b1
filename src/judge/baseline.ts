/** A former report as the measure of what is new. */
import type { Steps } from "../system/steps.ts";
import { quote, quoteName } from "../text/quote.ts";
import type { DomainObservation, Observations } from "../observe/observation.ts";
import type { CheckId } from "./checks/all.ts";
import type { FormerPolicy } from "./checks/mta-sts/memory.ts";
import {
  placedChecks,
  type BaselineComparison,
  type Finding,
  type PlacedCheck,
  type Report,
  type Severity,
} from "./report.ts";
import { stsStateOf } from "./checks/mta-sts/state.ts";
import { counts } from "./verdict.ts";

/** What tells one finding of a run from the others: never the address, since providers rotate them. */
interface Identity {
  /** As it was observed. */
  readonly domain: string;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly check: CheckId;
  readonly code: string;
}

export interface Baseline {
  readonly file: string;
  /** Gravest severity of each finding that stood there, by its identity. */
  readonly severities: ReadonlyMap<string, { readonly identity: Identity; readonly severity: Severity }>;
  /** Domains of which it knows anything, as they were observed. */
  readonly domains: ReadonlySet<string>;
  /** MTA-STS policies that were in force then, by domain. */
  readonly policies: ReadonlyMap<string, FormerPolicy>;
}

const GRAVITY: Readonly<Record<Severity, number>> = { notice: 0, inconclusive: 0, warning: 1, error: 2 };

/** The baseline that a former report is. What was waived or off then is left out: it counts as soon as that ends. */
export function baselineOf(
  report: Pick<Report, "domains"> & { readonly observations?: Pick<Observations, "domains"> },
  file: string,
): Baseline {
  const severities = new Map<string, { identity: Identity; severity: Severity }>();
  const domains = new Set<string>();
  for (const placed of placedChecks(report.domains)) {
    domains.add(placed.domain.rawName);
    for (const finding of placed.check.findings) {
      if (GRAVITY[finding.severity] === 0 || finding.waived !== undefined || finding.off === true) continue;
      const identity = identityOf(finding, placed);
      const key = keyOf(identity);
      const before = severities.get(key);
      if (before === undefined || GRAVITY[before.severity] < GRAVITY[finding.severity]) {
        severities.set(key, { identity, severity: finding.severity });
      }
    }
  }
  return { file, severities, domains, policies: policiesOf(report.observations?.domains ?? []) };
}

function policiesOf(domains: readonly DomainObservation[]): Map<string, FormerPolicy> {
  const policies = new Map<string, FormerPolicy>();
  for (const { name, mtaSts } of domains) {
    const state = mtaSts === undefined ? undefined : stsStateOf(mtaSts);
    if (state?.kind !== "published" || state.policy.kind !== "policy") continue;
    policies.set(name, { id: state.record.id, policy: state.policy.policy });
  }
  return policies;
}

function identityOf(finding: Finding, { domain, server, endpoint, check }: PlacedCheck): Identity {
  const host = server?.host ?? finding.host;
  return { domain: domain.rawName, host, port: endpoint?.port, check: check.check, code: finding.code };
}

function keyOf({ domain, host, port, check, code }: Identity): string {
  return [domain, host ?? "", port === undefined ? "" : String(port), check, code].join("|");
}

/** Identity of a check in a run; that of a domain has neither host nor port. */
function placeKey(
  domain: string,
  host: string | undefined,
  port: number | undefined,
  check: CheckId,
): string {
  return [domain, host ?? "", port ?? "", check].join("|");
}

/** Where a finding is to be looked up; the domain as it was observed. */
export interface FindingLocation {
  readonly domain: string;
  readonly port: number | undefined;
  readonly check: CheckId;
}

/** Whether a finding stood in the baseline already, at least as grave. Inconclusive is never known. */
export function isKnown(baseline: Baseline | undefined, finding: Finding, place: FindingLocation): boolean {
  if (baseline === undefined || GRAVITY[finding.severity] === 0) return false;
  const identity = { ...place, host: finding.host, code: finding.code };
  const before = baseline.severities.get(keyOf(identity));
  return before !== undefined && GRAVITY[finding.severity] <= GRAVITY[before.severity];
}

/** What is new, known and fixed against the baseline; a domain in each step. */
export function* comparingWithBaseline(
  baseline: Baseline,
  domains: Report["domains"],
): Steps<BaselineComparison> {
  const present = new Set<string>();
  const made = new Set<string>();
  const unseen = new Set<string>();
  // Hosts of domains, by both names: those of this run, and of them those that are another shard's.
  const hostKey = (domain: string, host: string | undefined): string => JSON.stringify([domain, host]);
  const here = new Set<string>();
  const elsewhere = new Set<string>();
  for (const { rawName, servers } of domains) {
    for (const server of servers) {
      here.add(hostKey(rawName, server.host));
      if (server.elsewhere === true) elsewhere.add(hostKey(rawName, server.host));
    }
  }
  let fresh = 0;
  let known = 0;
  for (const placed of placedChecks(domains)) {
    const { domain, server, endpoint, check } = placed;
    if (endpoint === undefined) yield;
    const conclusive = check.verdict !== "skip" && check.verdict !== "inconclusive";
    (conclusive ? made : unseen).add(placeKey(domain.rawName, server?.host, endpoint?.port, check.check));
    for (const finding of check.findings) {
      present.add(keyOf(identityOf(finding, placed)));
      if (finding.known === true) known++;
      else if (counts(finding) && GRAVITY[finding.severity] > 0) fresh++;
    }
  }
  const fixed = [...baseline.severities].flatMap(([key, { identity }]) => {
    const { domain, host, port, check, code } = identity;
    // What could not be looked at, was not asked for, or is another shard's, is not mended; a host that is gone from DNS is,
    // but no port of a host that is still there.
    const place = placeKey(domain, port === undefined ? undefined : host, port, check);
    const gone = port === undefined || !here.has(hostKey(domain, host));
    const looked = unseen.has(place)
      ? false
      : made.has(place) || (gone && made.has(placeKey(domain, undefined, undefined, "mx")));
    if (present.has(key) || !looked || elsewhere.has(hostKey(domain, host))) return [];
    return [
      {
        domain: quoteName(domain),
        ...(host !== undefined && { host: quote(host, 520) }),
        ...(port !== undefined && { port }),
        check,
        code,
      },
    ];
  });
  return { file: baseline.file, new: fresh, known, fixed };
}
