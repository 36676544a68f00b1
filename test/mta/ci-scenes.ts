/** The files of docs/ci, each run as far as that goes without its system: the commands in it, as they stand there. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { installPackage, OFFLINE } from "../support/run/installed-package.ts";
import { ROOT, textOf, type Step } from "./recipe-document.ts";
import { Runner, type StepResult } from "./recipe-runner.ts";
import { startWorld, type World } from "./recipe-world.ts";
import type { Stage } from "./reach-stage.ts";

/** What became of a file's commands: status of each, and files that they wrote. */
export interface CiResult {
  readonly statuses: readonly (number | null)[];
  readonly said: string;
  readonly files: readonly string[];
}
export type CiResults = Readonly<Record<string, CiResult>>;

const script = (run: string): Step => ({ run, with: {}, env: {}, "continue-on-error": true });

/** Every command of a YAML file's jobs: values of these keys, wherever they stand. */
export function commandsOf(file: string, ...keys: readonly string[]): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) {
        if (!keys.includes(key)) visit(each);
        else found.push(...z.union([z.string().transform((one) => [one]), z.array(z.string())]).parse(each));
      }
  };
  visit(parse(textOf(file)));
  return found;
}

function matched(file: string, pattern: RegExp): string[] {
  const found = [...textOf(file).matchAll(pattern)].map(([, command = ""]) => command);
  if (found.length === 0) throw new Error(`${file} has no command.`);
  return found;
}

/** The commands of each file that is run by a shell. */
export const COMMANDS: Readonly<Record<string, () => string[]>> = {
  "docs/ci/Jenkinsfile": () => matched("docs/ci/Jenkinsfile", /^\s*sh '(.*)'$/gm),
  "docs/ci/forgejo.yml": () => commandsOf("docs/ci/forgejo.yml", "run"),
  "docs/ci/azure-pipelines.yml": () => commandsOf("docs/ci/azure-pipelines.yml", "script"),
  "docs/ci/circleci.yml": () => commandsOf("docs/ci/circleci.yml", "command"),
  "docs/ci/woodpecker.yml": () => commandsOf("docs/ci/woodpecker.yml", "commands"),
  // Cron takes \% for a percent sign, and gives the rest of the line to sh.
  "docs/ci/mx-gate.cron": () =>
    matched("docs/ci/mx-gate.cron", /^[\d*]+ [\d*]+ \S+ \S+ \S+ +\S+ +(.*)$/gm).map((line) =>
      line.replaceAll("\\%", "%").replaceAll("/var/lib/mx-gate/", "./"),
    ),
  "docs/ci/mx-gate.service": () =>
    matched("docs/ci/mx-gate.service", /^ExecStart=\/usr\/local\/bin\/(.*)$/gm),
};

/** A workspace with the package in it, so that npx has it, and the command on PATH, as the image has it. */
function runnerOf(stage: Stage, world: World, place: string): Runner {
  const runner = new Runner({
    folder: stage.folder,
    commands: `${join(place, "bin")}:${world.commands}`,
    contexts: {},
    env: { ...OFFLINE, GIT_CONFIG_GLOBAL: "/dev/null", GITLAB_CI: "false" },
  });
  symlinkSync(join(place, "npx/node_modules"), join(runner.workspace, "node_modules"));
  return runner;
}

async function run(runner: Runner, commands: readonly string[]): Promise<CiResult> {
  const steps: StepResult[] = await runner.job({ steps: commands.map(script) });
  const written = execFileSync(
    "find",
    [".", "-name", "node_modules", "-prune", "-o", "-type", "f", "-print"],
    {
      cwd: runner.workspace,
      encoding: "utf8",
    },
  );
  return {
    statuses: steps.map(({ status }) => status),
    said: steps.map(({ said }) => said).join("\n"),
    files: written.trim().split("\n").sort(),
  };
}

/** Runs the pipeline of docs/ci/gitlab.yml with the component, by an interpreter of GitLab's files. */
async function gitlab(runner: Runner, domains: string): Promise<CiResult> {
  const manifest = createRequire(import.meta.url).resolve("gitlab-ci-local/package.json");
  const { bin } = z.looseObject({ bin: z.string() }).parse(JSON.parse(readFileSync(manifest, "utf8")));
  runner.add("templates/mx-gate.yml", textOf("templates/mx-gate.yml"));
  runner.add(".gitlab-ci.yml", textOf("docs/ci/gitlab.yml").replace("example.com,example.org", domains));
  runner.add(".gitignore", "node_modules\n");
  const tool = `${process.execPath} ${join(dirname(manifest), bin)}`;
  return run(runner, [
    "git init -q -b main && git add -A && git -c user.name=x -c user.email=x@example.com commit -qm x",
    `${tool} --force-shell-executor mail`,
    "cat mx-gate-codequality.json",
  ]);
}

/** What the plugin is asked, by the state that it is to give. */
const PLUGIN_WORDS = {
  ok: "example.com",
  warning: "example.com --severity cert-root-not-everywhere:warning",
  critical: "gone.example.com",
  unknown: "example.com --dns-server 127.0.0.1:9 --timeout 1",
};

const PLUGIN = join(ROOT, "docs/ci/check_mx_gate");

/** Runs at once, which the others do not notice: each has a workspace of its own. */
const AT_ONCE = 3;

type Runs = Readonly<Record<string, (runner: Runner) => Promise<CiResult>>>;

/** Plays these runs in one world, with the package installed as npm and the image have it. */
async function playAll(stage: Stage, runs: Runs): Promise<CiResults> {
  const world = await startWorld(stage, "staging");
  const place = join(stage.folder, "installed");
  mkdirSync(join(place, "npx"), { recursive: true });
  installPackage(stage.folder, "--global", "--prefix", place);
  installPackage(join(place, "npx"));
  symlinkSync(PLUGIN, join(place, "bin/check_mx_gate"));
  const results: Record<string, CiResult> = {};
  const queue = Object.entries(runs).values();
  const worker = async (): Promise<void> => {
    for (const [name, play] of queue) results[name] = await play(runnerOf(stage, world, place));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

export const ciScenes = {
  "ci files": (stage: Stage): Promise<CiResults> => {
    const byShell = Object.entries(COMMANDS).map(
      ([file, commands]) => [file, (runner: Runner) => run(runner, commands())] as const,
    );
    return playAll(stage, {
      ...Object.fromEntries(byShell),
      "docs/ci/gitlab.yml": (runner) => gitlab(runner, "example.com,example.org"),
      "docs/ci/gitlab.yml, closed": (runner) => gitlab(runner, "gone.example.com"),
    });
  },
  "ci files of monitoring": (stage: Stage): Promise<CiResults> => {
    const states = Object.entries(PLUGIN_WORDS).map(
      ([state, words]) =>
        [`docs/ci/check_mx_gate, ${state}`, (runner: Runner) => run(runner, [`${PLUGIN} ${words}`])] as const,
    );
    return playAll(stage, {
      ...Object.fromEntries(states),
      "docs/ci/checkmk_local": (runner) => run(runner, [join(ROOT, "docs/ci/checkmk_local")]),
    });
  },
};
