/** Recorded runs: read, checked, and put together as one. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { ConfigurationError } from "./config/configuration-error.ts";
import { observationKey, type Observations } from "./observe/observation.ts";
import { report, type Report } from "./judge/report.ts";
import { boundRecorded } from "./recorded-bounds.ts";

export { mergeObservations } from "./merge.ts";

const NOT_OURS = "This is no report of MX Gate (mx-gate/report/v1).";

/**
 * Reads a report that an earlier run has written. Who wrote it cannot be known: it is checked for what no run writes, and
 * held to the bounds of a live run.
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
  if (parsed.success) {
    const { observations } = parsed.data;
    const strange = inconsistency(observations);
    if (strange !== undefined) throw new ConfigurationError([{ file, message: `${NOT_OURS} ${strange}` }]);
    // The report as it was written: zod's copy has the same members in the order of the schema.
    const written = json as Report;
    boundRecorded(written.observations, file);
    return written;
  }
  const first = parsed.error.issues[0];
  const place =
    first === undefined || first.path.length === 0
      ? ""
      : ` At ${z.core.toDotPath(first.path)}: ${first.message}.`;
  throw new ConfigurationError([{ file, message: `${NOT_OURS}${place}` }]);
}

/** What no run writes: things filed under another name, or named and not there. Undefined where all is in order. */
function inconsistency({ domains, endpoints, certificates, runs }: Observations): string | undefined {
  const at = (...path: PropertyKey[]): string => z.core.toDotPath(["observations", ...path]);
  const known = ({ run }: { readonly run?: number | undefined }): boolean =>
    runs === undefined ? run === undefined : run !== undefined && run < runs.length;
  for (const [key, endpoint] of Object.entries(endpoints)) {
    if (!known(endpoint)) return `At ${at("endpoints", key)}: it does not name a run of this report.`;
    if (key !== observationKey(endpoint)) return `At ${at("endpoints", key)}: it is another endpoint.`;
  }
  for (const [index, domain] of domains.entries()) {
    if (!known(domain)) return `At ${at("domains", index)}: it does not name a run of this report.`;
    const suffix = domain.run === undefined ? "" : `#${String(domain.run)}`;
    const missing = domain.endpoints.findIndex((key) => !Object.hasOwn(endpoints, key + suffix));
    if (missing >= 0) return `At ${at("domains", index, "endpoints", missing)}: there is no such endpoint.`;
  }
  for (const [sha256, { der }] of Object.entries(certificates)) {
    if (createHash("sha256").update(Buffer.from(der, "base64")).digest("hex") !== sha256.toLowerCase())
      return `At ${at("certificates", sha256)}: it is another certificate.`;
  }
  return undefined;
}
