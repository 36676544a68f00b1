/** Findings of the run itself: what is true of this machine and its network is said once, not at every endpoint. */
import { plural } from "../../text/plural.ts";
import { quote, words, type SafeText } from "../../text/quote.ts";
import { describe, type Code } from "../diagnostics/registry.ts";
import type { Finding, PlacedCheck } from "../report.ts";
import { bySeverity, counts } from "../verdict.ts";

/** Codes that speak of this side. */
const OF_THE_RUN: readonly Code[] = ["egress-blocked", "proxy-failed", "ipv6-unavailable"];

/** What is left to do where nothing gets out. */
const waysRound = (port: number): NonNullable<Finding["alternatives"]> => [
  {
    label: words`to test from here`,
    text: words`route through a host that can reach port ${port}: proxy: socks5://127.0.0.1:1080 after \`ssh -fN -D 1080 you@server\``,
  },
  { label: words`to test elsewhere`, text: words`run this job on a self-hosted runner` },
  { label: words`to test what can be`, text: words`checks: mx, mta-sts, tls-rpt   (DNS and HTTPS only)` },
];

/** The findings of endpoints that are the run's, each once, with the number of endpoints that it cost. */
export class FindingsOfRun {
  readonly #groups = new Map<string, { finding: Finding; endpoints: Set<string>; port: number }>();

  add({ server, endpoint, check }: PlacedCheck): void {
    for (const finding of check.findings) {
      if (!OF_THE_RUN.some((code) => code === finding.code) || !counts(finding)) continue;
      const key = `${finding.code} ${finding.message}`;
      const group = this.#groups.get(key) ?? { finding, endpoints: new Set(), port: endpoint?.port ?? 25 };
      // IPv6 that is missed somewhere is missed in all: the worst counts.
      if (bySeverity(finding, group.finding) < 0) group.finding = finding;
      group.endpoints.add(`${server?.host ?? ""} ${endpoint?.address ?? ""} ${String(endpoint?.port)}`);
      this.#groups.set(key, group);
    }
  }

  findings(): Finding[] {
    return Array.from(this.#groups.values(), ({ finding, endpoints, port }) =>
      ofRun(finding, endpoints.size, port),
    );
  }
}

function ofRun(finding: Finding, endpoints: number, port: number): Finding {
  // What belongs to one endpoint only would say too much of all.
  const { code, severity, remedy, reference } = finding;
  const shared = { code, severity, remedy, ...(reference !== undefined && { reference }) };
  // A remedy of its own says what would settle it.
  const settles =
    remedy === describe("egress-blocked").remedy ? [] : [{ label: words`to find out`, text: remedy }];
  const alternatives = code === "egress-blocked" ? { alternatives: [...settles, ...waysRound(port)] } : {};
  return { ...shared, message: withNumber(finding, endpoints), ...alternatives };
}

function withNumber({ code, message }: Finding, endpoints: number): SafeText {
  if (code === "ipv6-unavailable") {
    const were = endpoints === 1 ? words`was` : words`were`;
    return words`This machine has no IPv6 route, so ${plural(endpoints, "IPv6 endpoint")} ${were} not tested.`;
  }
  const cost = quote(` so ${plural(endpoints, "endpoint")} could not be tested.`);
  if (code === "egress-blocked") {
    const [cannot = ""] = message.split(". ");
    return words`${quote(cannot)},${cost} Nothing is claimed about them.`;
  }
  return words`${quote(message.replace(/\.$/, ""))},${cost}`;
}
