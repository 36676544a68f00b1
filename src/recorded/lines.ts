/**
 * A recording: the observations of a run as NDJSON, one JSON object a line, written while the run goes on.
 *
 * - `header` is the first line, once: who observes what.
 * - `certificate`, `endpoint` and `domain` come as they are seen. A later line about the same certificate, endpoint or
 *   domain takes the place of an earlier one: the search for issuers and `wait` look again. The line of a domain follows
 *   those of its endpoints, so that a domain that stands in a recording stands there whole.
 * - `run` comes once for each run that was merged, in the order of their indices; live runs have none.
 * - `end` is the last line, once: what the run saw of its surroundings, how it ended, and how much was written. A
 *   recording without it was cut off: the run was killed, or the file is not whole.
 */
import { z } from "zod";
import {
  certificateFacts,
  domainObservation,
  endpointObservation,
  environment,
  observations,
  runFacts,
} from "../observe/schemas/observation.ts";
import { policyInForce, report } from "../judge/schemas/report.ts";

const count = z.int().nonnegative();
const {
  finished,
  ended,
  absent,
  politeness,
  egress,
  issuers,
  zoneFiles,
  daneKeys,
  targetNotes,
  shard,
  started,
  checks,
} = observations.shape;

export const headerLine = z.strictObject({
  record: z.literal("header"),
  schema: z.literal("mx-gate/recording/v1"),
  tool: report.shape.tool,
  started,
  checks,
  policy: policyInForce,
  /** As far as it is known before anything is probed; the end has all of it. */
  environment,
  /** Domains and servers that the run is to look at. */
  subjects: count,
  shard,
});
export type HeaderLine = z.infer<typeof headerLine>;

export const certificateLine = z.strictObject({
  record: z.literal("certificate"),
  sha256: z.string(),
  certificate: certificateFacts,
});

export const endpointLine = z.strictObject({
  record: z.literal("endpoint"),
  endpoint: endpointObservation,
});

export const domainLine = z.strictObject({
  record: z.literal("domain"),
  /** Its place among the subjects of the run: lines come in any order. */
  index: count,
  domain: domainObservation,
});

export const runLine = z.strictObject({ record: z.literal("run"), run: runFacts });

export const endLine = z.strictObject({
  record: z.literal("end"),
  finished,
  ended,
  absent,
  environment,
  politeness,
  egress,
  issuers,
  zoneFiles,
  daneKeys,
  targetNotes,
  /** How many different ones the lines above have. */
  domains: count,
  endpoints: count,
  certificates: count,
});
export type EndLine = z.infer<typeof endLine>;

export const recordingLine = z.discriminatedUnion("record", [
  headerLine,
  certificateLine,
  endpointLine,
  domainLine,
  runLine,
  endLine,
]);
export type RecordingLine = z.infer<typeof recordingLine>;
