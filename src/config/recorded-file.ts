/** Files that earlier runs have left: reports, and recordings line by line. */
import { isRecording } from "../recorded/recording.ts";
import { readingRecording, type Recorded } from "../recorded/reading.ts";
import { parsingReport } from "../recorded/report.ts";
import { failureReason, type RunFiles } from "../system/files.ts";
import type { Steps } from "../system/steps.ts";
import { ConfigurationError } from "../text/configuration-error.ts";
import { RECORDING_LINES, RECORDING_LINE_OCTETS, RECORDING_OCTETS } from "./bounds.ts";

const BOUNDS = { line: RECORDING_LINE_OCTETS, octets: RECORDING_OCTETS, lines: RECORDING_LINES };

/** Reads what an earlier run has left, as {@link readingRecorded} does. */
export type RecordedReader = typeof readingRecorded;

/**
 * Reads a report, or a recording where the path says that it is one.
 * @param octets of a report that are read
 * @returns undefined where there is no such file
 * @throws ConfigurationError where it cannot be read, or is neither
 */
export function* readingRecorded(
  file: string,
  { readFile, readLines }: Pick<RunFiles, "readFile" | "readLines">,
  octets = Infinity,
): Steps<Recorded | undefined> {
  try {
    if (isRecording(file)) {
      const lines = readLines(file, BOUNDS);
      return lines === undefined ? undefined : yield* readingRecording(lines, file);
    }
    const text = readFile(file, octets);
    if (text === undefined) return undefined;
    const report = yield* parsingReport(text, file);
    return { observations: report.observations, tool: report.tool, settings: report.policy.settings, report };
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const reason = failureReason(error);
    if (reason === undefined) throw error;
    throw new ConfigurationError([{ message: `${file} cannot be read: ${reason}.` }]);
  }
}
