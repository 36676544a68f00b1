/** Recorded runs: read, checked, and put together as one. */
import { z } from "zod";
import { ConfigurationError } from "./config/configuration-error.ts";
import type { Observations } from "./observe/observation.ts";
import { report, type Report } from "./judge/report.ts";

/**
 * Reads a report that an earlier run has written.
 * @throws ConfigurationError where the text is no such report
 */
export function parseReport(text: string, file: string): Report {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ConfigurationError([
      { file, message: `This is no JSON: ${error instanceof Error ? error.message : String(error)}.` },
    ]);
  }
  const parsed = report.safeParse(json);
  if (parsed.success) return parsed.data;
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
      started: merged.started < next.started ? merged.started : next.started,
      finished: next.finished,
      checks: [...new Set([...merged.checks, ...next.checks])],
      domains: [
        ...new Map(
          [...merged.domains, ...next.domains].map((domain) => [`${domain.kind} ${domain.name}`, domain]),
        ).values(),
      ],
      endpoints: { ...merged.endpoints, ...next.endpoints },
      certificates: { ...merged.certificates, ...next.certificates },
    }),
    first,
  );
}
