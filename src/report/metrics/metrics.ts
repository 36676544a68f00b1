/**
 * The report as metrics, for node_exporter's textfile collector and the Pushgateway. What belongs to an endpoint is told
 * once, however many domains share it; `mx_gate_mx_preference` joins domains and hosts.
 */
import { isImplicitTls } from "../../observe/observation.ts";
import { causesOf } from "../../judge/findings/causes.ts";
import type { Check, DomainReport, EndpointReport, Report } from "../../judge/report.ts";
import { compareVerdicts, counts } from "../../judge/verdict.ts";
import { COUNT_WORDS, runSeconds } from "../sentences.ts";
import { familyText } from "./family.ts";
import type { Family, Labels, Sample } from "./family.ts";

/** An endpoint with the worst of each check over the domains that share it. */
interface SharedEndpoint {
  readonly labels: Labels;
  readonly checks: Map<string, Check>;
  score: number | null;
}

function endpointsOf(domains: readonly DomainReport[]): SharedEndpoint[] {
  const found = new Map<string, SharedEndpoint>();
  for (const { servers } of domains) {
    for (const { host, endpoints } of servers) {
      for (const endpoint of endpoints) {
        const { key, address, port, score } = endpoint;
        const tls = isImplicitTls(key) ? "implicit" : "starttls";
        const known = found.get(key) ?? { labels: { host, address, port, tls }, checks: new Map(), score };
        found.set(key, known);
        if (score !== null) known.score = Math.min(known.score ?? score, score);
        addWorst(known, endpoint);
      }
    }
  }
  return [...found.values()];
}

function addWorst({ checks }: SharedEndpoint, endpoint: EndpointReport): void {
  for (const check of endpoint.checks) {
    const worst = checks.get(check.check);
    if (worst === undefined || compareVerdicts(check.verdict, worst.verdict) < 0)
      checks.set(check.check, check);
  }
}

/** Seconds since the epoch, of a moment in ISO 8601; undefined where it is none. */
function epochSeconds(moment: unknown): number | undefined {
  const time = typeof moment === "string" ? Date.parse(moment) : Number.NaN;
  return Number.isFinite(time) ? time / 1000 : undefined;
}

function sample(value: number, labels: Labels = {}): Sample {
  return { labels, value };
}

function* runFamilies(report: Report): Generator<Family> {
  const { tool, gate, result, score, finished } = report;
  yield {
    name: "mx_gate_version",
    help: "Version of MX Gate that judged the run; always 1.",
    samples: [sample(1, { version: tool.version })],
  };
  yield {
    name: "mx_gate_run_timestamp_seconds",
    help: "Moment at which the run ended, in seconds since the epoch.",
    samples: [sample(epochSeconds(finished) ?? 0)],
  };
  yield {
    name: "mx_gate_run_duration_seconds",
    help: "Time that the run took.",
    samples: [sample(runSeconds(report))],
  };
  yield {
    name: "mx_gate_open",
    help: "1 where the gate is open, 0 where it is closed.",
    samples: [sample(gate === "open" ? 1 : 0)],
  };
  yield {
    name: "mx_gate_result",
    help: "Result of the run: 1 for the one in the label.",
    samples: [sample(1, { result })],
  };
  yield {
    name: "mx_gate_score",
    help: "Lowest score of all domains, 0 to 100.",
    samples: score === null ? [] : [sample(score)],
  };
  yield {
    name: "mx_gate_checks",
    help: "Number of checks by verdict.",
    samples: COUNT_WORDS.map(([verdict]) => sample(report.counts[verdict], { verdict })),
  };
  yield {
    name: "mx_gate_causes",
    help: "Number of causes by code, those left out that are excused.",
    samples: causes(report),
  };
}

function* causes(report: Report): Generator<Sample> {
  const counted = new Map<string, { labels: Labels; value: number }>();
  const all = [...report.findings, ...causesOf(report.domains).all.map(({ finding }) => finding)];
  for (const finding of all) {
    if (!counts(finding)) continue;
    const { code, severity } = finding;
    const key = JSON.stringify([code, severity]);
    const known = counted.get(key) ?? { labels: { code, severity }, value: 0 };
    known.value += 1;
    counted.set(key, known);
  }
  yield* counted.values();
}

/** A server that was named directly may have the name of a domain. */
function domainLabels({ name, kind }: DomainReport): Labels {
  return { domain: name, kind };
}

function* domainFamilies(domains: readonly DomainReport[]): Generator<Family> {
  yield {
    name: "mx_gate_domain_result",
    help: "Result of a domain: 1 for the one in the label.",
    samples: domains.map((domain) => sample(1, { ...domainLabels(domain), result: domain.result })),
  };
  yield {
    name: "mx_gate_domain_score",
    help: "Score of a domain, 0 to 100.",
    samples: domains.flatMap((domain) =>
      domain.score === null ? [] : [sample(domain.score, domainLabels(domain))],
    ),
  };
  yield {
    name: "mx_gate_domain_endpoints",
    help: "Endpoints of a domain, and how many of them can be reached, take its mail, encrypt and authenticate.",
    samples: domains.flatMap((domain) =>
      (["endpoints", "connected", "accepting", "encrypted", "authenticated"] as const).map((state) =>
        sample(domain.reach[state], {
          ...domainLabels(domain),
          state: state === "endpoints" ? "all" : state,
        }),
      ),
    ),
  };
  yield {
    name: "mx_gate_domain_check_verdict",
    help: "Verdict of a check of the domain itself: 1 for the one in the label.",
    samples: domains.flatMap((domain) =>
      domain.checks.map(({ check, verdict }) => sample(1, { ...domainLabels(domain), check, verdict })),
    ),
  };
  yield {
    name: "mx_gate_mx_preference",
    help: "Preference of an MX host of a domain.",
    samples: domains.flatMap(({ name, servers }) => {
      const hosts = new Map(servers.map(({ host, preference }) => [String(host), preference]));
      return Array.from(hosts).flatMap(([host, preference]) =>
        preference === null ? [] : [sample(preference, { domain: name, host })],
      );
    }),
  };
}

function* endpointFamilies(endpoints: readonly SharedEndpoint[], now: number): Generator<Family> {
  yield {
    name: "mx_gate_endpoint_score",
    help: "Score of an endpoint, the lowest of the domains that share it.",
    samples: endpoints.flatMap(({ labels, score }) => (score === null ? [] : [sample(score, labels)])),
  };
  yield {
    name: "mx_gate_check_verdict",
    help: "Verdict of a check at an endpoint: 1 for the one in the label, the worst of the domains that share it.",
    samples: endpoints.flatMap(({ labels, checks }) =>
      Array.from(checks.values(), ({ check, verdict }) => sample(1, { ...labels, check, verdict })),
    ),
  };
  yield {
    name: "mx_gate_check_duration_seconds",
    help: "Time that a check took at an endpoint.",
    samples: endpoints.flatMap(({ labels, checks }) =>
      Array.from(checks.values())
        .filter(({ verdict }) => verdict !== "skip")
        .map(({ check, seconds }) => sample(seconds, { ...labels, check })),
    ),
  };
  const ends = endpoints.flatMap(({ labels, checks }) => {
    const end = epochSeconds(checks.get("certificate")?.facts?.["notAfter"]);
    return end === undefined ? [] : [sample(end, labels)];
  });
  yield {
    name: "mx_gate_certificate_not_after_timestamp_seconds",
    help: "End of the certificate that an endpoint serves, in seconds since the epoch.",
    samples: ends,
  };
  yield {
    name: "mx_gate_certificate_remaining_seconds",
    help: "Time that the certificate of an endpoint had left when it was judged; below 0 once it has expired.",
    samples: ends.map(({ labels, value }) => sample(Math.round(value - now), labels)),
  };
}

/** The report as OpenMetrics text, family by family. */
export function* renderMetrics(report: Report): Generator<string> {
  const now = epochSeconds(report.judgedAt) ?? 0;
  const families = [
    ...runFamilies(report),
    ...domainFamilies(report.domains),
    ...endpointFamilies(endpointsOf(report.domains), now),
  ];
  for (const family of families) yield* familyText(family);
  yield "# EOF\n";
}
