/** Recorded runs: read, checked, and put together as one. */
import { z } from "zod";
import { ConfigurationError } from "./config/configuration-error.ts";
import type { EndpointObservation, Observations, RelayTransaction } from "./observe/observation.ts";
import { report, type Report } from "./judge/report.ts";

/**
 * Reads a report that an earlier run has written.
 * @throws ConfigurationError where the text is no such report
 */
export function parseReport(text: string, file: string): Report {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser's own words quote the text, and a baseline may name a file whose content is not for a log.
    throw new ConfigurationError([{ file, message: "This is not valid JSON." }]);
  }
  const parsed = report.safeParse(json);
  // The report as it was written: zod's copy has the same members in the order of the schema.
  if (parsed.success) return json as Report;
  const first = parsed.error.issues[0];
  const place =
    first === undefined || first.path.length === 0
      ? ""
      : ` At ${z.core.toDotPath(first.path)}: ${first.message}.`;
  throw new ConfigurationError([
    { file, message: `This is no report of MX Gate (mx-gate/report/v1).${place}` },
  ]);
}

/** Puts the observations of several runs together; of what was seen twice, the later sight counts. */
export function mergeObservations(runs: readonly Observations[]): Observations {
  const inOrder = [...runs].sort((a, b) => a.finished.localeCompare(b.finished));
  const [first, ...later] = inOrder;
  if (first === undefined) throw new ConfigurationError([{ message: "There is no report to judge." }]);
  return later.reduce(
    (merged, next): Observations => ({
      ...merged,
      ...(next.ended !== undefined && { ended: next.ended }),
      started: merged.started < next.started ? merged.started : next.started,
      finished: next.finished,
      checks: [...new Set([...merged.checks, ...next.checks])],
      domains: [
        ...new Map(
          [...merged.domains, ...next.domains].map((domain) => [`${domain.kind} ${domain.name}`, domain]),
        ).values(),
      ],
      endpoints: { ...merged.endpoints, ...withEarlierControls(next.endpoints, merged.endpoints) },
      certificates: { ...merged.certificates, ...next.certificates },
      ...((merged.issuers ?? next.issuers) && { issuers: { ...merged.issuers, ...next.issuers } }),
    }),
    first,
  );
}

type Endpoints = Observations["endpoints"];

/**
 * The later sights, and with them what the earlier ones know more: each run asked for the postmasters of its own
 * domains only, and an endpoint that serves domains of several runs is judged for all of them.
 */
function withEarlierControls(later: Endpoints, earlier: Endpoints): Endpoints {
  return Object.fromEntries(
    Object.entries(later).map(([key, endpoint]) => {
      const missing = controlsOf(earlier[key]).filter(({ recipients: [recipient] }) =>
        controlsOf(endpoint).every((known) => known.recipients[0]?.domain !== recipient?.domain),
      );
      return [key, missing.length === 0 ? endpoint : addControls(endpoint, missing)];
    }),
  );
}

/** The answered controls of an endpoint, each as a transaction of its own. */
function controlsOf(endpoint: EndpointObservation | undefined): RelayTransaction[] {
  const transactions = endpoint?.connections.flatMap(({ relay }) => relay?.transactions ?? []) ?? [];
  return transactions.flatMap(({ recipients, ...transaction }) =>
    recipients
      .filter(({ kind, reply }) => kind === "control" && reply !== undefined)
      .map((recipient) => ({ ...transaction, recipients: [recipient] })),
  );
}

/** Put in front: what comes last of a relay test says how it ended. */
function addControls(
  endpoint: EndpointObservation,
  controls: readonly RelayTransaction[],
): EndpointObservation {
  const connections = endpoint.connections.map((seen) =>
    seen.relay === undefined
      ? seen
      : { ...seen, relay: { ...seen.relay, transactions: [...controls, ...seen.relay.transactions] } },
  );
  return { ...endpoint, connections };
}
