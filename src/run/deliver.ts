/** The end of a run: files are written, and the report is shown. */
import { REPORT_OCTETS } from "../config/bounds.ts";
import type { FileSettingName, Settings } from "../config/settings.ts";
import type { Host } from "../host.ts";
import type { Report } from "../judge/report.ts";
import { isRecording, renderRecording } from "../recorded/recording.ts";
import { groupingFindings } from "../report/finding-groups.ts";
import { gateRules } from "../report/gate-rules.ts";
import type { HistoryPoint } from "../report/html/history.ts";
import { renderJson } from "../report/json.ts";
import { renderMetrics } from "../report/metrics/metrics.ts";
import type { FileKind, WrittenFile } from "../report/outputs.ts";
import { renderSarif } from "../report/sarif.ts";
import { failureReason } from "../system/files.ts";
import { paced } from "../system/pace.ts";
import { atMost } from "../system/lines.ts";
import { loadJunit, loadPage, loadSummary } from "./late.ts";
import { Recorder, type NoRecorder } from "./recorder.ts";

/** What a run has beside its report. */
interface Besides {
  /** Has recorded the observations while they were made. */
  readonly recorder?: Recorder | NoRecorder | undefined;
  /** How earlier runs went, the oldest first. */
  readonly history?: readonly HistoryPoint[];
}

/** Writes the files that are asked for, and shows the report. */
export async function deliver(
  report: Report,
  settings: Settings,
  host: Host,
  { recorder, history = [] }: Besides = {},
): Promise<Report> {
  const written: WrittenFile[] = [];
  const failed = (kind: FileKind, error: unknown): void => {
    const reason = failureReason(error);
    if (reason === undefined || host.missing === undefined) throw error;
    host.missing(`${kind} ${settings[kind] ?? ""}`, reason);
  };
  const write = async (kind: FileKind, render: () => Iterable<string>): Promise<void> => {
    const path = settings[kind];
    if (path === null) return;
    try {
      const made = await host.writeFile(path, render());
      if (made !== undefined) host.note(`${kind} ${path}: the folder ${made} did not exist and was created.`);
    } catch (error) {
      failed(kind, error);
      return;
    }
    written.push({ kind, path });
  };
  const rules = gateRules(report);
  const links = host.links ?? {};
  // In this order. Each setting that names a file has its writer here.
  const writers: Readonly<Record<FileSettingName, () => Promise<void>>> = {
    "junit-file": async () => {
      if (settings["junit-file"] === null) return;
      const renderJunit = await loadJunit();
      await write("junit-file", () => renderJunit(report, rules));
    },
    "report-file": async () => {
      if (recorder === undefined) {
        await write("report-file", () => renderReport(report, settings["report-file"]));
        return;
      }
      try {
        if (!(recorder instanceof Recorder)) throw recorder.failure;
        await recorder.end(report.observations);
        written.push({ kind: "report-file", path: settings["report-file"] ?? "" });
      } catch (error) {
        failed("report-file", error);
      }
    },
    "sarif-file": () => write("sarif-file", () => renderSarif(report, links)),
    "html-file": async () => {
      if (settings["html-file"] === null) return;
      const { renderPage } = await loadPage();
      await write("html-file", () => renderPage(report, rules, { links, history }));
    },
    "metrics-file": () => write("metrics-file", () => renderMetrics(report)),
    // Last of them: it names the others.
    "summary-file": async () => {
      if (settings["summary-file"] === null) return;
      const renderSummary = await loadSummary();
      await write("summary-file", () => [renderSummary(report, rules, { links, written })]);
    },
  };
  // What every host tells; it may take long where domains are many.
  await paced(groupingFindings(report, rules));
  for (const writer of Object.values(writers)) await writer();
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
