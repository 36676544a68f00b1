/** The program as a shell or the runner starts it, from its sources, in surroundings that are broken on purpose. */
import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve as resolvePath } from "node:path";
import { newFolder } from "./folders.ts";
import { COMPILE_CACHE, SOURCES } from "./locations.ts";
import type { Report } from "../../../src/judge/report.ts";
import { report as reportSchema } from "../../../src/judge/schemas/report.ts";

export interface StartOptions {
  /** Folder that it runs in; a new one, if left out. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Runner's variables that are not set. */
  readonly without?: readonly string[];
  /** Module that is loaded before the program, as source text. */
  readonly preload?: string;
  /** Lines of shell that come before the program in the same process. */
  readonly shell?: string;
  readonly stdio?: StdioOptions;
  /** Told when the process runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

export interface Finished {
  /** Exit status; null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly folder: string;
}

/** Starts a door, a file below src/ or anywhere, in a process of its own. */
export async function start(
  door: string,
  words: readonly string[],
  options: StartOptions,
): Promise<Finished> {
  const { folder = newFolder(), env = {}, preload, shell, stdio = ["ignore", "pipe", "pipe"] } = options;
  const before: string[] = [];
  if (preload !== undefined) {
    const file = join(newFolder(), "preload.mjs");
    writeFileSync(file, preload);
    before.push("--import", file);
  }
  const program = [process.execPath, ...before, resolvePath(SOURCES, door), ...words];
  const [command = "", ...rest] =
    shell === undefined ? program : ["bash", "-c", `${shell}\nexec "$@"`, "bash", ...program];
  const child = spawn(command, rest, {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
    stdio,
  });
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  options.onStart?.(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr, folder }));
  });
}

/** Starts a door with these words, in a process of its own or not. */
export type Start = (door: string, words: readonly string[], options: StartOptions) => Promise<Finished>;

/** Runs the command. */
export function runCommand(words: readonly string[], options: StartOptions = {}): Promise<Finished> {
  return start("cli.ts", words, options);
}

export interface FinishedAction extends Finished {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs the Action with these inputs, the runner's files and the runner's variables. */
export function runAction(
  inputs: Readonly<Record<string, string>>,
  options: StartOptions = {},
): Promise<FinishedAction> {
  return runActionBy(start, inputs, options);
}

/** The same, by somebody who starts it. */
export async function runActionBy(
  startDoor: Start,
  inputs: Readonly<Record<string, string>>,
  options: StartOptions,
): Promise<FinishedAction> {
  const runner = newFolder();
  const outputFile = join(runner, "output");
  const summaryFile = join(runner, "summary.md");
  writeFileSync(outputFile, "");
  writeFileSync(summaryFile, "");
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const variables: Record<string, string> = {
    GITHUB_ACTIONS: "true",
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    GITHUB_REPOSITORY: "octo/mail",
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_RUN_ID: "42",
    ...(Object.fromEntries(given) as Record<string, string>),
    ...options.env,
  };
  const kept = Object.entries(variables).filter(([name]) => options.without?.includes(name) !== true);
  const finished = await startDoor("action.ts", [], { ...options, env: Object.fromEntries(kept) });
  return {
    ...finished,
    outputs: parseOutputs(readFileSync(outputFile, "utf8")),
    summary: readFileSync(summaryFile, "utf8"),
  };
}

/** Values of the runner's file of outputs: `name<<delimiter`, lines, delimiter; or `name=value`. */
export function parseOutputs(text: string): Record<string, string> {
  const found = text.matchAll(/^([\w-]+)(?:<<(\S+)\n([^]*?)\n?\2|=(.*))$/gm);
  return Object.fromEntries([...found].map(([, name = "", , lines, line = ""]) => [name, lines ?? line]));
}

/** Settings as options of the command. */
export function asOptions(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
}

/** The report that a run has written; throws where it is none. */
export function readReport(folder: string, file = "mx-gate-report.json"): Report {
  return reportSchema.parse(JSON.parse(readFileSync(join(folder, file), "utf8")));
}

/** Every code of a report. */
export function codesOf(report: Report): string[] {
  const checks = report.domains.flatMap((domain) => [
    ...domain.checks,
    ...domain.servers.flatMap(({ endpoints }) => endpoints.flatMap((endpoint) => endpoint.checks)),
  ]);
  const findings = [...report.findings, ...checks.flatMap((check) => check.findings)];
  return [...new Set(findings.map(({ code }) => code))].sort();
}

/** What lies in a folder and below it, without the folders. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
