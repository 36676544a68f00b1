/** Starts the bundles of dist/ as processes, the way the runner and a shell start them. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = dirname(dirname(import.meta.dirname));
const ACTION = join(ROOT, "dist", "index.js");
const COMMAND = join(ROOT, "dist", "cli", "index.js");

export interface Finished {
  /** Exit status; null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface FinishedAction extends Finished {
  /** Folder in which it ran: reports with relative paths are there. */
  readonly folder: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Workflow commands of the log, as `error`, `warning`, `notice` with their properties and message. */
  readonly annotations: readonly { level: string; properties: string; message: string }[];
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Module that is loaded before the bundle, as source text. */
  readonly preload?: string;
  /** Told when the process runs, to send it signals. */
  readonly onStart?: (child: ChildProcess) => void;
}

function run(words: readonly string[], cwd: string, options: StartOptions): Promise<Finished> {
  const preload: string[] = [];
  if (options.preload !== undefined) {
    const file = join(cwd, "preload.mjs");
    writeFileSync(file, options.preload);
    preload.push("--import", file);
  }
  const child = spawn(process.execPath, [...preload, ...words], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  options.onStart?.(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "mx-gate-test-"));
}

/** Runs the Action with these inputs, the runner's files and the runner's variables. */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  options: StartOptions = {},
): Promise<FinishedAction> {
  const folder = newFolder();
  const outputFile = join(folder, "output");
  const summaryFile = join(folder, "summary.md");
  writeFileSync(outputFile, "");
  writeFileSync(summaryFile, "");
  const given = Object.entries(inputs).map(
    ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const,
  );
  const finished = await run([ACTION], folder, {
    ...options,
    env: {
      GITHUB_ACTIONS: "true",
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      GITHUB_REPOSITORY: "example/mail",
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
      GITHUB_RUN_ID: "42",
      ...Object.fromEntries(given),
      ...options.env,
    },
  });
  return {
    ...finished,
    folder,
    outputs: parseOutputs(readFileSync(outputFile, "utf8")),
    summary: readFileSync(summaryFile, "utf8"),
    annotations: [
      ...finished.stdout.matchAll(/^::(error|warning|notice) ([^:]*(?:::?[^:]+)*?)::(.*)$/gm),
    ].map(([, level = "", properties = "", message = ""]) => ({ level, properties, message })),
  };
}

/** Outputs as @actions/core writes them: `name<<DELIMITER`, value, delimiter. */
export function parseOutputs(text: string): Record<string, string> {
  const found = [...text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n?\2$/gm)];
  return Object.fromEntries(found.map(([, name = "", , value = ""]) => [name, value]));
}

/** Runs the command. */
export async function runCommandBundle(
  words: readonly string[],
  options: StartOptions = {},
): Promise<Finished & { readonly folder: string }> {
  const folder = newFolder();
  return { ...(await run([COMMAND, ...words], folder, options)), folder };
}

/** Text of a file below a folder; undefined where there is none. */
export function readIfThere(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
