/** The Action's host: step log, annotations, job summary, outputs. */
import { plural } from "../text/plural.ts";
import { setOutput, summary } from "@actions/core";
// Before @actions/github, which reads the environment while it is imported.
import { setAside } from "./surroundings.ts";
import { context } from "@actions/github";
import { ConfigurationError, type ConfigurationProblem } from "../text/configuration-error.ts";
import { folderWorkspace } from "../system/workspace.ts";
import { failureReason, filesIn } from "../system/files.ts";
import { paced } from "../system/pace.ts";
import type { CommentSettings } from "../config/settings.ts";
import type { Host } from "../host.ts";
import type { Report } from "../judge/report.ts";
import { renderAnnotations } from "../report/annotations.ts";
import { configurationAnnotations, renderConfigurationErrors } from "../report/configuration-errors.ts";
import { gateRules, wanted } from "../report/gate-rules.ts";
import { outputsOf, outputsOfNothing, type WrittenFile } from "../report/outputs.ts";
import { progressLine } from "../report/progress.ts";
import { renderRefusal } from "../report/summary/refusal.ts";
import { renderingSummary } from "../report/summary/summary.ts";
import { renderTerminal } from "../report/terminal/terminal.ts";
import type { TerminalBlock } from "../report/terminal/frame.ts";
import { outputTo } from "../system/streams.ts";
import type { ProcessLike } from "../system/streams.ts";
import { logLine, terminal } from "../text/escape.ts";
import { githubApi } from "./api.ts";
import { annotationCommand, END_GROUP, groupCommand, maskCommand } from "./commands.ts";
import { keepComment } from "./comment.ts";
import { readInputs } from "./inputs.ts";
import type { Inputs } from "./inputs.ts";
import { linksOf } from "./links.ts";

export type GithubHostOptions = Pick<Host, "clock" | "machine" | "interrupt"> &
  Partial<Pick<Host, "started">>;

export interface GithubHost extends Host {
  /**
   * Inputs of the given names, and the names of those that are none of ours.
   * @throws ConfigurationError where they need what the runner does not offer
   */
  inputs(names: readonly string[]): Inputs;
  /** Keeps a secret out of the log. */
  mask(secret: string): void;
  /** Tells what is wrong with the configuration, at its lines and in the summary, too, and fails the step. */
  refuse(problems: readonly ConfigurationProblem[]): Promise<void>;
  /** Fails the step with a message of its own: a bug, or whatever stopped the run. */
  fail(message: string): void;
}

/** The address itself is not shown: it may hold a password. */
const NO_API =
  "GITHUB_API_URL is not the URL of an API, and comment-summary-in-pr needs one. Write it as https://api.github.com, without credentials, or set comment-summary-in-pr to never.";

/** Cells of a line of the step log. */
const LOG_WIDTH = 100;
/** Seconds between two lines of progress. */
const SPARSE = 15;

/** Why something failed, for the middle of a sentence of the log. */
function reasonOf(error: unknown): string {
  const reason = failureReason(error) ?? (error instanceof Error ? error.message : String(error));
  return reason.replace(/(?<!\.)\.+$/, "");
}

/** Lines of the log; blocks with a heading are folded. */
function* logLines(blocks: Iterable<TerminalBlock>): Generator<string> {
  let first = true;
  for (const { heading, lines } of blocks) {
    if (heading === undefined && !first) yield "";
    first = false;
    if (heading !== undefined) yield groupCommand(heading);
    for (const line of lines) yield logLine(line);
    if (heading !== undefined) yield END_GROUP;
  }
}

/** The Action's host. `process` is the real one, or a test's; @actions/core finds its files by the real environment. */
export function githubHost(
  process: ProcessLike,
  { clock, machine, interrupt, started = clock.monotonic() }: GithubHostOptions,
): GithubHost {
  const { env } = process;
  const workspace = folderWorkspace(".");
  const out = outputTo(process.stdout);
  const links = linksOf(context, env);
  let reportedAt = clock.monotonic();

  let outputsTold = false;
  let wantsSummary = true;

  const log = (line: string): void => out.write(`${line}\n`);

  const fail = (message: string): void => {
    process.exitCode = 1;
    log(annotationCommand({ level: "error", title: "Mail gate", message }));
    // Steps behind this one read them; those of a report that was told already stay.
    if (!outputsTold) writeOutputs(outputsOfNothing());
  };

  const writeStepLog = async (report: Report, written: readonly WrittenFile[]): Promise<void> => {
    const blocks = renderTerminal(report, gateRules(report), {
      width: LOG_WIDTH,
      colour: (env["NO_COLOR"] ?? "") === "",
      verbose: env["RUNNER_DEBUG"] === "1",
      transcripts: env["RUNNER_DEBUG"] === "1",
      foldPassing: true,
      written,
      links,
    });
    await out.writeLines(logLines(blocks));
  };

  const writeAnnotations = (report: Report): void => {
    const all = renderAnnotations(report, gateRules(report), links);
    const last = report.gate === "closed" ? all.at(-1) : undefined;
    const folded = last === undefined ? all : all.slice(0, -1);
    if (folded.length > 0) {
      log(groupCommand(plural(folded.length, "annotation")));
      for (const annotation of folded) log(annotationCommand(annotation));
      log(END_GROUP);
    }
    if (last !== undefined) log(annotationCommand(last));
  };

  const warn = (title: string, message: string): void =>
    log(annotationCommand({ level: "warning", title, message }));

  /** What machines read and do not find fails the step; people read on somewhere else. */
  const missing = (what: string, reason: string): void => {
    process.exitCode = 1;
    const message = `${what} could not be written: ${reason}. The step fails for it, whatever the gate says.`;
    log(annotationCommand({ level: "error", title: "Mail gate: not written", message }));
  };

  const writeSummary = async (text: string): Promise<void> => {
    try {
      await summary.emptyBuffer().addRaw(text).write();
    } catch (error) {
      warn("Mail gate: no job summary", `There is no job summary: ${reasonOf(error)}.`);
    }
  };

  const writeOutputs = (values: Readonly<Record<string, string>>): void => {
    outputsTold = true;
    if ((env["GITHUB_OUTPUT"] ?? "") === "") {
      log("There are no outputs: GITHUB_OUTPUT is not set.");
      return;
    }
    try {
      for (const [name, value] of Object.entries(values)) setOutput(name, value);
    } catch (error) {
      missing("The outputs", reasonOf(error));
    }
  };

  const comment = async (
    report: Report,
    written: readonly WrittenFile[],
    { "comment-summary-in-pr": mode, "github-token": token }: CommentSettings,
  ): Promise<void> => {
    if (mode === "never") return;
    if (interrupt.aborted) {
      log("The run was cancelled, so there is no comment: whoever cancels does not wait for GitHub's API.");
      return;
    }
    const title = "Mail gate: no comment";
    if (token === null || (env["GITHUB_REPOSITORY"] ?? "") === "") {
      warn(title, "There is no comment on the pull request: it needs github-token and GITHUB_REPOSITORY.");
      return;
    }
    if (setAside.event !== undefined) {
      warn(
        title,
        `There is no comment: the event of this run is not known (GITHUB_EVENT_PATH: ${setAside.event}).`,
      );
      return;
    }
    if (setAside.proxy !== undefined) {
      warn(
        title,
        `There is no comment: ${setAside.proxy} names no HTTP proxy by which to reach GitHub's API.`,
      );
      return;
    }
    const octokit = githubApi(token, context.apiUrl);
    const outcome = await keepComment(octokit, { report, written, links, mode, context, env, clock });
    if (outcome.level === "warning") warn(title, outcome.text);
    else log(logLine(terminal(outcome.text)));
  };

  return {
    clock,
    machine,
    interrupt,
    links,
    started,
    ...filesIn(workspace),
    workspace,
    missing,
    inputs(names) {
      const inputs = readInputs(env, names);
      wantsSummary = inputs.given["summary"]?.trim() !== "false";
      // Before anything is probed, and only where it will be asked.
      const comments = (inputs.given["comment-summary-in-pr"]?.trim() ?? "never") !== "never";
      if (comments && setAside.apiUrl) throw new ConfigurationError([{ message: NO_API }]);
      return inputs;
    },
    mask: (secret) => log(maskCommand(secret)),
    note: (text) => log(logLine(terminal(text))),
    progress(progress) {
      const now = clock.monotonic();
      if (now - reportedAt < SPARSE) return;
      reportedAt = now;
      log(logLine(progressLine(progress)));
    },
    async deliver(report, written, settings) {
      // First of all: whatever goes wrong below, a closed gate fails the step.
      if (report.gate === "closed") process.exitCode = 1;
      await writeStepLog(report, written);
      if (wanted(report, "annotations")) writeAnnotations(report);
      if (wanted(report, "summary")) {
        const rules = gateRules(report);
        await writeSummary(await paced(renderingSummary(report, rules, { links, written })));
      }
      writeOutputs(outputsOf(report, written));
      // Last, because it may take its time: everything else is there by then.
      if (settings !== undefined) await comment(report, written, settings);
    },
    async refuse(problems) {
      process.exitCode = 1;
      for (const line of renderConfigurationErrors(problems, LOG_WIDTH, "probed")) log(logLine(line));
      for (const annotation of configurationAnnotations(problems)) log(annotationCommand(annotation));
      writeOutputs(outputsOfNothing());
      if (wantsSummary) await writeSummary(renderRefusal(problems, links));
    },
    fail,
  };
}
