/** JSON Schemas of reports and recordings, generated from the zod models that the program itself reads them with. */
import { z } from "zod";
import { report } from "../../src/judge/schemas/report.ts";
import { recordingLine } from "../../src/recorded/lines.ts";
import { PUBLISHER } from "./release/publisher.ts";

/** The text of schema/report-v1.schema.json (JSON Schema draft 2020-12). */
export function reportSchema(): string {
  const schema = z.toJSONSchema(report, { target: "draft-2020-12", io: "output", reused: "ref" });
  const named = {
    $schema: schema.$schema,
    $id: PUBLISHER.schema("report-v1.schema.json"),
    title: "MX Gate report, version 1.1",
    // Whatever a minor version adds may be absent, so that reports of earlier ones are valid, too.
    $comment: "1.1 adds DNSSEC, DANE and keys that are about to be deployed.",
    ...schema,
  };
  return `${JSON.stringify(named, undefined, 2)}\n`;
}

/** The text of schema/recording-v1.schema.json: what one line of a recording may be. */
export function recordingSchema(): string {
  const schema = z.toJSONSchema(recordingLine, { target: "draft-2020-12", io: "output", reused: "ref" });
  const named = {
    $schema: schema.$schema,
    $id: PUBLISHER.schema("recording-v1.schema.json"),
    title: "Line of an MX Gate recording (NDJSON), version 1",
    ...schema,
  };
  return `${JSON.stringify(named, undefined, 2)}\n`;
}
