/** The certificates of a run in the order in which they end: when what is fine today needs a hand. */
import type { DomainReport, Verdict } from "../../judge/report.ts";
import { DAY } from "../../text/time.ts";
import { placedChecks } from "../../judge/report.ts";
import { compareVerdicts } from "../../judge/verdict.ts";
import { plural } from "../../text/plural.ts";

export interface CertificateLine {
  /** Hosts that serve it, each once. */
  readonly hosts: readonly string[];
  /** Days until it ends; negative once it has. */
  readonly daysLeft: number;
  /** Moments in ISO 8601, and the issuer, as far as the report tells them. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly issuer?: string;
  /** Worst verdict of the check at the endpoints that serve it. */
  readonly verdict: Verdict;
}

interface Growing {
  readonly line: Omit<CertificateLine, "hosts" | "verdict">;
  readonly hosts: Set<string>;
  verdict: Verdict;
}

function text(fact: unknown): string | undefined {
  return typeof fact === "string" ? fact : undefined;
}

/** Distinct certificates, the one that ends first at the head. */
export function certificateTimeline(domains: readonly DomainReport[]): CertificateLine[] {
  const found = new Map<string, Growing>();
  for (const { server, check } of placedChecks(domains)) {
    const { facts = {}, verdict } = check;
    if (check.check !== "certificate" || server === undefined) continue;
    const { daysLeft } = facts;
    if (typeof daysLeft !== "number") continue;
    const [notBefore, notAfter, issuer] = [
      text(facts["notBefore"]),
      text(facts["notAfter"]),
      text(facts["issuer"]),
    ];
    const key = JSON.stringify([facts["subject"], issuer, notBefore, notAfter, facts["key"], daysLeft]);
    const grown = found.get(key) ?? {
      line: {
        daysLeft,
        ...(notBefore === undefined ? {} : { notBefore }),
        ...(notAfter === undefined ? {} : { notAfter }),
        ...(issuer === undefined ? {} : { issuer }),
      },
      hosts: new Set<string>(),
      verdict,
    };
    grown.hosts.add(server.host);
    if (compareVerdicts(verdict, grown.verdict) < 0) grown.verdict = verdict;
    found.set(key, grown);
  }
  return Array.from(found.values(), ({ line, hosts, verdict }) => ({
    ...line,
    hosts: [...hosts],
    verdict,
  })).sort((a, b) => a.daysLeft - b.daysLeft);
}

/** Days for which a certificate is made, where both ends are known. */
function lifetime({ notBefore, notAfter }: CertificateLine): number | undefined {
  const days = (Date.parse(notAfter ?? "") - Date.parse(notBefore ?? "")) / DAY;
  return Number.isFinite(days) && days > 0 ? days : undefined;
}

/** Days that fill a bar where the lifetime is not known. */
const USUAL_LIFETIME = 90;

/** `███████░░░`: what is left of the lifetime, in tenths; anything left at all is one. */
export function lifetimeBar(line: CertificateLine): string {
  const share = line.daysLeft / (lifetime(line) ?? USUAL_LIFETIME);
  const full = share <= 0 ? 0 : Math.min(10, Math.max(1, Math.round(share * 10)));
  return "█".repeat(full) + "░".repeat(10 - full);
}

/** `61 days left`, `ended 3 days ago`. */
export function daysWords(days: number): string {
  const said = plural(Math.abs(days), "day");
  return days < 0 ? `ended ${said} ago` : `${said} left`;
}
