/**
 * Runs jobs as a runner does: scripts with bash, the Action from dist/ with its inputs and the runner's files. Actions
 * of others are not run.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { parseOutputs } from "../support/run/product.ts";
import { ROOT, type Job, type Step } from "./recipe-document.ts";
import { PUBLISHER } from "../../.github/scripts/release/publisher.ts";

/** What became of one step. */
export interface StepResult {
  readonly name: string;
  readonly how: "run" | "action" | "not tried" | "not due";
  readonly status: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** The end of what it printed. */
  readonly said: string;
}

/** What expressions can name: `secrets.X`, `github.repository`, and so on. */
export type Contexts = Readonly<Record<string, string>>;

export interface RunnerOptions {
  /** Folder for the workspace, which is made in it. */
  readonly folder: string;
  /** First on PATH. */
  readonly commands: string;
  readonly contexts: Contexts;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a workflow's reader takes for this action: the comment behind it is none of it. */
const USED = PUBLISHER.action.replace(/ #.*$/, "");
/** Seconds that a step may take, on a machine that is busy. */
const SECONDS = 120;
const SHOWN = 4000;

export class Runner {
  readonly workspace: string;
  /** The runner's own files: scripts, outputs, the summary. */
  readonly #files: string;
  readonly #options: RunnerOptions;
  readonly #contexts: Record<string, string>;

  constructor(options: RunnerOptions) {
    this.workspace = mkdtempSync(join(options.folder, "workspace-"));
    this.#files = mkdtempSync(join(options.folder, "runner-"));
    this.#options = options;
    this.#contexts = { ...options.contexts };
  }

  /** Puts a file into the workspace, as the repository has it. */
  add(path: string, content: string, mode = 0o644): void {
    mkdirSync(join(this.workspace, path, ".."), { recursive: true });
    writeFileSync(join(this.workspace, path), content, { mode });
  }

  /** What expressions can name from here on. */
  know(contexts: Contexts): void {
    Object.assign(this.#contexts, contexts);
  }

  async job({ if: condition, steps }: Pick<Job, "if" | "steps">): Promise<StepResult[]> {
    if (condition !== undefined && !this.#holds(condition)) return [];
    let failed = false;
    const results: StepResult[] = [];
    for (const step of steps) {
      const name = step.name ?? step.uses ?? step.run ?? "";
      const due = step.if === undefined ? !failed : this.#isDue(step.if, failed);
      if (!due) {
        results.push({ name, how: "not due", status: null, outputs: {}, said: "" });
        continue;
      }
      const result = await this.#run(step, name);
      results.push(result);
      if (step.id !== undefined) {
        for (const [output, value] of Object.entries(result.outputs))
          this.#contexts[`steps.${step.id}.outputs.${output}`] = value;
      }
      failed ||= result.status !== 0 && !step["continue-on-error"];
    }
    return results;
  }

  /** Runs one step; an action of others is taken to have done its work. */
  async #run(step: Step, name: string): Promise<StepResult> {
    const outputFile = join(this.#files, "output");
    const summaryFile = join(this.#files, "summary");
    writeFileSync(outputFile, "");
    writeFileSync(summaryFile, "");
    if (step.uses !== undefined && step.uses !== USED)
      return { name, how: "not tried", status: 0, outputs: {}, said: "" };
    const inputs = Object.entries(step.with).map(
      ([input, value]) => [`INPUT_${input.toUpperCase()}`, this.#fill(value)] as const,
    );
    const env: Record<string, string> = {
      PATH: `${this.#options.commands}:${process.env["PATH"] ?? ""}`,
      HOME: "/root",
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: this.workspace,
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      GITHUB_REPOSITORY: this.#contexts["github.repository"] ?? "",
      GITHUB_SERVER_URL: this.#contexts["github.server_url"] ?? "",
      GITHUB_RUN_ID: this.#contexts["github.run_id"] ?? "",
      ...this.#options.env,
      ...Object.fromEntries(inputs),
      ...Object.fromEntries(Object.entries(step.env).map(([key, value]) => [key, this.#fill(value)])),
    };
    const script = join(this.#files, "script.sh");
    writeFileSync(script, this.#fill(step.run ?? ""));
    const [command, words] =
      step.uses === undefined
        ? (["bash", ["-e", script]] as const)
        : ([process.execPath, [join(ROOT, "dist", "index.js")]] as const);
    const child = spawn(command, words, {
      cwd: this.workspace,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: SECONDS * 1000,
    });
    const ended = once(child, "exit");
    // What a step leaves running in the background lets go of its output, as ssh -f does.
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [status] = z.tuple([z.number().nullable(), z.unknown()]).parse(await ended);
    return {
      name,
      how: step.uses === undefined ? "run" : "action",
      status,
      outputs: parseOutputs(readFileSync(outputFile, "utf8")),
      said: `${stdout}${stderr}`.slice(-SHOWN),
    };
  }

  /** Replaces each `${{ }}` by what it names. */
  #fill(text: string): string {
    return text.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, name: string) => this.#value(name));
  }

  #value(name: string): string {
    const literal = /^'(.*)'$/.exec(name)?.[1];
    // An output that no step has set is empty, as on GitHub; all else must be known.
    const value = literal ?? this.#contexts[name] ?? (name.startsWith("steps.") ? "" : undefined);
    if (value === undefined) throw new Error(`Nothing is known of \${{ ${name} }}.`);
    return value;
  }

  /** A step with a condition of its own runs after a failure only where that asks for the state of the job. */
  #isDue(condition: string, failed: boolean): boolean {
    const bare = condition.replace(/^\$\{\{ (.*) \}\}$/, "$1");
    const asksForState = /\b(?:cancelled|failure|always)\(\)/.test(bare);
    if (bare.startsWith("failure()") && !failed) return false;
    return (asksForState || !failed) && this.#holds(bare);
  }

  /** `a && b`, `a == b`, `a != b`, `a`: what the examples use. */
  #holds(condition: string): boolean {
    const bare = condition.replace(/^\$\{\{ (.*) \}\}$/, "$1");
    return bare.split(" && ").every((term) => {
      if (/^(?:!cancelled|failure|always)\(\)$/.test(term)) return true;
      const [left = "", operator, right = ""] = term.split(/ (==|!=) /);
      if (operator === undefined) return this.#value(left) !== "";
      return (this.#value(left) === this.#value(right)) === (operator === "==");
    });
  }
}
