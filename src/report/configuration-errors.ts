/** Errors of the configuration, for a terminal and as annotations. */
import { plural } from "../text/plural.ts";
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import { terminal } from "../text/escape.ts";
import type { Annotation } from "./annotations.ts";
import { LEVEL_LIMIT } from "./annotations.ts";
import { hang, padRight, textWidth, wrap } from "../text/layout.ts";

/** `.github/mx-gate.yml:7:3`, as far as it is known; empty where there is no file. */
export function problemPlace({ file, line, column }: ConfigurationProblem): string {
  if (file === undefined) return "";
  return [file, line, column].filter((part) => part !== undefined).join(":");
}

/** Errors that are shown: whoever has more of them made the same mistake again and again. */
const SHOWN = 100;

/** What did not happen for errors; nothing is said where nothing of the kind was asked for. */
export type Undone = "probed" | "judged";

/** `3 errors; nothing was probed.`; undefined of a single error where nothing was to be done. */
function total({ length }: readonly ConfigurationProblem[], undone: Undone | undefined): string | undefined {
  const first = length > SHOWN ? ` The first ${String(SHOWN)} are shown.` : "";
  if (undone !== undefined) return `${plural(length, "error")}; nothing was ${undone}.${first}`;
  return length > 1 ? `${plural(length, "error")}.${first}` : undefined;
}

/** Title of each annotation: it says what the errors came to, which is no error of its own. */
const TITLE = "Mail gate: configuration error, nothing was probed";

/** Widest place that stands beside its message; past it the message goes below. */
const PLACE_LIMIT = 40;

/** The first problems with their places in front, then the number of all: lines for a terminal or a log. */
export function renderConfigurationErrors(
  problems: readonly ConfigurationProblem[],
  width: number,
  undone: Undone | undefined,
): string[] {
  const shown = problems.slice(0, SHOWN);
  const locations = shown.map((problem) => terminal(problemPlace(problem)));
  const aside = Math.max(0, ...locations.map(textWidth).filter((size) => size <= PLACE_LIMIT));
  const lines = shown.flatMap((problem, index) => {
    const message = terminal(problem.message);
    const where = locations[index] ?? "";
    if (where === "") return wrap(message, width);
    if (textWidth(where) <= aside) return hang(`${padRight(where, aside)} `, message, width);
    return [where, ...hang("  ", message, width)];
  });
  const said = total(problems, undone);
  return said === undefined ? lines : [...lines, said];
}

/** The same at the lines of the file: the first nine, and one more where some are left out. */
export function configurationAnnotations(problems: readonly ConfigurationProblem[]): Annotation[] {
  const shown = problems.slice(0, LEVEL_LIMIT).map(({ message, file, line, column }): Annotation => {
    return {
      level: "error",
      title: TITLE,
      message,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    };
  });
  const more = problems.length - shown.length;
  if (more <= 0) return shown;
  const message = `${plural(more, "more error")} in the step log; nothing was probed.`;
  return [...shown, { level: "error", title: TITLE, message }];
}
