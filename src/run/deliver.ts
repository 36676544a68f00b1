/** The end of a run: files are written, and the report is shown. */
import { REPORT_OCTETS } from "../config/bounds.ts";
import type { Settings } from "../config/settings.ts";
import type { Host } from "../host.ts";
import type { Report } from "../judge/report.ts";
import { isRecording } from "../recorded/lines.ts";
import { renderRecording } from "../recorded/recording.ts";
import { renderJson } from "../report/json.ts";
import { renderJunit } from "../report/junit/junit.ts";
import type { WrittenFile } from "../report/outputs.ts";
import { gateRules } from "../report/gate-rules.ts";
import { renderSarif } from "../report/sarif.ts";
import { renderSummary } from "../report/summary/summary.ts";
import { failureReason } from "../system/files.ts";
import { atMost } from "../system/lines.ts";
import { Recorder, type NoRecorder } from "./recorder.ts";

/** Writes the files that are asked for, and shows the report. */
export async function deliver(
  report: Report,
  settings: Settings,
  host: Host,
  recorder?: Recorder | NoRecorder,
): Promise<Report> {
  const written: WrittenFile[] = [];
  const failed = (kind: WrittenFile["kind"], error: unknown): void => {
    const reason = failureReason(error);
    if (reason === undefined || host.missing === undefined) throw error;
    host.missing(`${kind} ${settings[kind] ?? ""}`, reason);
  };
  const write = (kind: WrittenFile["kind"], chunks: Iterable<string>): void => {
    const path = settings[kind];
    if (path === null) return;
    try {
      const made = host.writeFile(path, chunks);
      if (made !== undefined) host.note(`${kind} ${path}: the folder ${made} did not exist and was created.`);
    } catch (error) {
      failed(kind, error);
      return;
    }
    written.push({ kind, path });
  };
  write(
    "junit-file",
    renderJunit(report, { failOn: settings["fail-on"], onInconclusive: settings["on-inconclusive"] }),
  );
  if (recorder === undefined) write("report-file", renderReport(report, settings["report-file"]));
  else {
    try {
      if (!(recorder instanceof Recorder)) throw recorder.failure;
      await recorder.end(report.observations);
      written.push({ kind: "report-file", path: settings["report-file"] ?? "" });
    } catch (error) {
      failed("report-file", error);
    }
  }
  write("sarif-file", renderSarif(report, host.links));
  // Last of them: it names the others.
  if (settings["summary-file"] !== null) {
    const { links = {} } = host;
    write("summary-file", [renderSummary(report, gateRules(report), { links, written })]);
  }
  await host.deliver(report, written, settings);
  return report;
}

/** The report as JSON; its observations as a recording where the path says so. */
function renderReport(report: Report, path: string | null): Iterable<string> {
  if (path !== null && isRecording(path)) return renderRecording(report);
  return atMost(
    REPORT_OCTETS,
    renderJson(report),
    "write a recording, which has no such limit (report-file: mx-gate.ndjson)",
  );
}
