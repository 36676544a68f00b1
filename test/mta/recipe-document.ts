/** What the documents offer to copy: blocks of Markdown, and the steps of workflows. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

export const ROOT = dirname(dirname(import.meta.dirname));

/** A fenced block, known by its heading and its number below it. */
export interface Block {
  /** `heading` or `heading (2)`. */
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

export function textOf(document: string): string {
  return readFileSync(join(ROOT, document), "utf8");
}

/** Every fenced block of a document, in order. */
export function blocksOf(document: string): Block[] {
  const blocks: Block[] = [];
  const numbers = new Map<string, number>();
  let heading = "";
  let block: { language: string; lines: string[] } | undefined;
  for (const line of textOf(document).split("\n")) {
    const fence = /^```(\w*)$/.exec(line);
    if (fence === null) {
      if (block === undefined) heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
      else block.lines.push(line);
    } else if (block === undefined) {
      block = { language: fence[1] ?? "", lines: [] };
    } else {
      const number = (numbers.get(heading) ?? 0) + 1;
      numbers.set(heading, number);
      const name = number === 1 ? heading : `${heading} (${String(number)})`;
      blocks.push({ name, language: block.language, text: `${block.lines.join("\n")}\n` });
      block = undefined;
    }
  }
  return blocks;
}

export function blockOf(document: string, name: string): Block {
  const found = blocksOf(document).find((block) => block.name === name);
  if (found === undefined) throw new Error(`${document} has no block "${name}".`);
  return found;
}

/** Code between backticks in the row of a table that begins with these words. */
export function codeOfRow(document: string, words: string): string[] {
  const row = textOf(document)
    .split("\n")
    .find((line) => line.startsWith(`| ${words}`));
  return [...(row ?? "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

const scalars = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String));

const step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: scalars.default({}),
  env: scalars.default({}),
  "continue-on-error": z.boolean().default(false),
});
export type Step = z.infer<typeof step>;

const job = z.looseObject({
  if: z.string().optional(),
  "runs-on": z.union([z.string(), z.array(z.string())]),
  steps: z.array(step),
});
export type Job = z.infer<typeof job>;

const workflow = z.looseObject({ jobs: z.record(z.string(), job) });

/**
 * Steps as a snippet lists them; keys of the workflow above them, up to `# ...`, are left out. Of a whole workflow, those of
 * its jobs.
 */
export function stepsOf(text: string): Step[] {
  const from = text.indexOf("\n# ...\n");
  const parsed: unknown = parse(from < 0 ? text : text.slice(from));
  if (Array.isArray(parsed)) return z.array(step).parse(parsed);
  return Object.values(workflow.parse(parsed).jobs).flatMap(({ steps }) => steps);
}

/** Inputs as a snippet lists them. */
export function inputsOf(text: string): Readonly<Record<string, string>> {
  return scalars.parse(parse(text));
}

export const EXAMPLES: readonly string[] = globSync("docs/examples/*.yml", { cwd: ROOT }).sort();

export function jobsOf(example: string): Readonly<Record<string, Job>> {
  return workflow.parse(parse(textOf(example))).jobs;
}

/** The policy file that the head of an example shows in its comments; undefined where it shows none. */
export function policyOf(example: string): string | undefined {
  const lines = [...textOf(example).matchAll(/^# {5}(\S.*)$/gm)].map(([, line = ""]) => line);
  return lines.length === 0 ? undefined : `${lines.join("\n")}\n`;
}

/** What a document says was not tried, in the sentences that say so. */
export function untriedOf(document: string): string {
  const unfolded = textOf(document).replaceAll(/\n(?:# ?)?/g, " ");
  return [...unfolded.matchAll(/Not tried by our tests: ([^.]*)\./g)].map(([, what = ""]) => what).join("; ");
}
