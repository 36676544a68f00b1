/** Reports that earlier runs have written. */
import { z } from "zod";
import { report, type Report } from "../judge/report.ts";
import { ConfigurationError } from "../text/configuration-error.ts";
import { inconsistency, NOT_OURS } from "./consistency.ts";
import { boundRecorded } from "./bounds.ts";
import { nestedDeeper, SETTING_DEPTH } from "./depth.ts";
import { addKeys } from "./former-report.ts";

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
  addKeys(json);
  const parsed = report.safeParse(json);
  if (parsed.success) {
    const { observations } = parsed.data;
    const strange = inconsistency(observations);
    if (Object.values(parsed.data.policy.settings).some(({ value }) => nestedDeeper(value, SETTING_DEPTH)))
      throw new ConfigurationError([{ file, message: `${NOT_OURS} A setting is nested too deeply.` }]);
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
