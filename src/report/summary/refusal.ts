/** The job summary of a run that probed nothing, because its configuration is wrong. */
import { plural } from "../../text/plural.ts";
import type { ConfigurationProblem } from "../../text/configuration-error.ts";
import { codeSpan, markdown } from "../../text/escape.ts";
import { problemPlace } from "../configuration-errors.ts";
import { fileLine, type Links } from "../links.ts";
import { link } from "./finding.ts";
import { markdownPage, Page } from "./page.ts";

/** `- .github/mx-gate.yml:7:3 — it is not a setting.` */
function problemLine(problem: ConfigurationProblem, links: Links): string {
  const { file, line = 1, message } = problem;
  const said = markdown(message);
  if (file === undefined) return `- ${said}`;
  return `- ${link(codeSpan(problemPlace(problem)), fileLine(links, { file, line }))}: ${said}`;
}

/** Bytes of the list of problems. */
const LIST_BUDGET = 100_000;

/** Every problem with its place, as far as there is room. */
export function renderRefusal(problems: readonly ConfigurationProblem[], links: Links = {}): string {
  const list = new Page(LIST_BUDGET);
  const shown = problems.findIndex((problem) => !list.add(problemLine(problem, links)));
  const more = shown < 0 ? 0 : problems.length - shown;
  const left = more > 0 ? ` ${plural(more, "more error is", "more errors are")} in the step log.` : "";
  return markdownPage([
    "### Mail gate: closed — configuration error, nothing was probed",
    list.sections.join("\n"),
    `${plural(problems.length, "error")}; no server was asked, and nothing is claimed about any.${left}`,
  ]);
}
