/**
 * Parts that few runs need, loaded by those that do: each is a file of its own in the bundle. Only this file and src/cli.ts
 * load anything late, and nothing else loads these parts (test/run/late.test.ts).
 */
import type { Asked, Opened } from "../config/plan.ts";

/** The reader of the policy file with the YAML library, where a file was found. */
export async function loadPolicyReaderFor({ found }: Opened) {
  return found.text === undefined ? undefined : (await import("../config/policy/file.ts")).readingPolicyFile;
}

/** What reads recorded runs, with the schemas of all that they hold. */
export async function loadRecordedReader() {
  return (await import("../config/recorded-file.ts")).readingRecorded;
}

/** The reader of the baseline, where the settings name one. */
export async function loadBaselineReaderFor({ layers }: Asked) {
  return layers.settings.baseline === null ? undefined : await loadRecordedReader();
}

/** The renderer of JUnit XML, with the library that writes it. */
export async function loadJunit() {
  return (await import("../report/junit/junit.ts")).renderJunit;
}

/** The HTML page, and the history that it shows. */
export async function loadPage() {
  const { renderPage, historyOf } = await import("../report/html/page.ts");
  return { renderPage, historyOf };
}

/** The summary in Markdown. */
export async function loadSummary() {
  return (await import("../report/summary/summary.ts")).renderSummary;
}
