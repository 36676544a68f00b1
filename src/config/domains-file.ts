/** Files of domains, one a line: `domains-file`. */
import { UnboundedFile } from "../system/lines.ts";
import type { Steps } from "../system/steps.ts";
import type { Workspace } from "../system/workspace.ts";
import { failureReason } from "../system/files.ts";
import type { ConfigurationProblem } from "../text/configuration-error.ts";
import type { FilePosition } from "../text/file-position.ts";
import { normaliseHostName } from "../text/host-name.ts";
import { grouped, plural } from "../text/plural.ts";
import { findFiles, type FileSearch } from "../zone/find.ts";
import {
  DOMAINS_FILE_LINE_OCTETS,
  DOMAINS_FILE_LINES,
  DOMAINS_FILE_OCTETS,
  DOMAINS_FILE_PROBLEMS,
} from "./bounds.ts";
import { domainProblem } from "./domain-hints.ts";
import { withoutComment } from "./values.ts";

const SETTING = "domains-file";
/** How the setting names standard input, and how messages do. */
export const STANDARD_INPUT = "-";
const INPUT_NAME = "standard input";
const BYTE_ORDER_MARK = "\u{feff}";

/** Bounds of one file, and of what comes by standard input. */
export const DOMAINS_FILE_BOUNDS = {
  line: DOMAINS_FILE_LINE_OCTETS,
  octets: DOMAINS_FILE_OCTETS,
  lines: DOMAINS_FILE_LINES,
};

export interface FiledDomains {
  /** Domains in A-labels, in their order, each with the line that names it first. */
  readonly domains: ReadonlyMap<string, FilePosition>;
  /** Lines that name a domain again. */
  readonly again: number;
  readonly problems: readonly ConfigurationProblem[];
}

export interface DomainsFileSources extends FileSearch {
  /** The lines of standard input; undefined where a run has none. */
  readonly standardInput: Iterable<string> | undefined;
}

/** Reads the files that the patterns name, each once. Everything that is wrong is a problem, up to a number of lines. */
export function* readingDomains(
  patterns: readonly string[],
  sources: DomainsFileSources,
): Steps<FiledDomains> {
  const { workspace, standardInput, anywhere } = sources;
  const reading = new Reading(anywhere);
  const files = new Map<string, string>();
  for (const pattern of patterns) {
    if (pattern === STANDARD_INPUT) {
      if (standardInput === undefined) reading.problems.push(noInput(sources));
      else yield* reading.read(INPUT_NAME, standardInput);
    } else {
      const found = yield* findFiles(SETTING, [pattern], sources);
      reading.problems.push(...found.problems);
      for (const { file, real } of found.files) if (!files.has(real)) files.set(real, file);
    }
  }
  for (const [real, file] of files) {
    if (workspace !== undefined) yield* reading.read(file, linesOf(workspace, real));
  }
  reading.finish();
  return reading;
}

function noInput({ positionOf }: FileSearch): ConfigurationProblem {
  const message = `${SETTING}: ${STANDARD_INPUT} is standard input, which only the command reads. Name a file.`;
  return { ...positionOf(STANDARD_INPUT), message };
}

function* linesOf(workspace: Workspace, file: string): Generator<string> {
  yield* workspace.lines(file, DOMAINS_FILE_BOUNDS);
}

class Reading implements FiledDomains {
  readonly domains = new Map<string, FilePosition>();
  readonly problems: ConfigurationProblem[] = [];
  again = 0;
  #wrong = 0;
  readonly #quotes: boolean;

  /**
   * @param quotes whether lines that are wrong may be quoted: a pull request may edit the policy file, and name a file
   *   whose content is not for a log
   */
  constructor(quotes: boolean) {
    this.#quotes = quotes;
  }

  *read(file: string, lines: Iterable<string>): Steps<void> {
    const before = { wrong: this.#wrong, domains: this.domains.size, again: this.again };
    let line = 0;
    try {
      for (const text of lines) {
        line += 1;
        this.#take(line === 1 ? text.replace(BYTE_ORDER_MARK, "") : text, { file, line });
        yield;
      }
    } catch (error) {
      const reason = failureReason(error);
      if (reason === undefined) throw error;
      const message =
        error instanceof UnboundedFile
          ? `The file is not read: ${reason}.`
          : `The file cannot be read: ${reason}.`;
      this.problems.push({ file, message });
      return;
    }
    const nothing =
      this.#wrong === before.wrong && this.domains.size === before.domains && this.again === before.again;
    if (nothing) this.problems.push({ file, message: "There is no domain in it." });
  }

  /** Says how much more is wrong than was told. */
  finish(): void {
    const more = this.#wrong - DOMAINS_FILE_PROBLEMS;
    if (more <= 0) return;
    const [lines, are] = more === 1 ? ["line", "is"] : ["lines", "are"];
    this.problems.push({
      message: `${SETTING}: ${grouped(more)} more ${lines} ${are} wrong and not shown.`,
    });
  }

  #take(text: string, position: FilePosition): void {
    const content = withoutComment(text);
    const item = content.trim();
    if (item === "") return;
    const name = normaliseHostName(item);
    if (name === undefined) {
      this.#wrong += 1;
      if (this.#wrong > DOMAINS_FILE_PROBLEMS) return;
      const column = content.length - content.trimStart().length + 1;
      const message = this.#quotes ? lineProblem(item) : UNQUOTED;
      this.problems.push({ ...position, column, message });
    } else if (this.domains.has(name)) this.again += 1;
    else this.domains.set(name, position);
  }
}

const UNQUOTED =
  "This line is not a domain name. It is not shown, because the policy file names the file: set domains-file as an input or option to see it.";

function lineProblem(item: string): string {
  const parts = item.split(/[\s,;]+/).filter((part) => part !== "");
  const several = parts.length > 1 && parts.every((part) => normaliseHostName(part) !== undefined);
  return several ? "There is more than a domain in this line. Write one a line." : domainProblem(item);
}

/** What is said of domains that are listed more than once; undefined where none is. */
export function againWords({ again }: Pick<FiledDomains, "again">): string | undefined {
  if (again === 0) return undefined;
  const verb = again === 1 ? "names a domain" : "name domains";
  return `${SETTING}: ${plural(again, "line")} ${verb} that another line has already; each is tested once.`;
}
