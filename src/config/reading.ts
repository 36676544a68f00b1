/** The ONE reader of values, be they of an input, an option or the policy file: what is wrong is said in one wording. */
import type { z } from "zod";
import { shown } from "../text/configuration-error.ts";
import { settings, type PolicyName } from "./settings.ts";

/** A value as it was written; with its parts, where each of them has a place of its own. */
export interface Written<Part> {
  readonly value: unknown;
  readonly items?: readonly Part[];
  readonly entries?: readonly { readonly key: string; readonly value: Part }[];
}

/** What is wrong with a value, and with which part of it. */
export interface ValueProblem<Part> {
  readonly part: Part;
  readonly message: string;
}

export type ReadValue<Part> =
  { readonly value: unknown } | { readonly problems: readonly ValueProblem<Part>[] };

/** Reads a value of a setting. */
export function readValue<Part extends Written<Part>>(name: PolicyName, written: Part): ReadValue<Part> {
  const parsed = settings[name].schema.safeParse(written.value);
  if (parsed.success && written.value !== null) return { value: parsed.data };
  return { problems: valueProblems(parsed.error?.issues ?? [], written, name) };
}

/** What a YAML value of each type is called. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  record: "a mapping",
  object: "a mapping",
};

/** The problems that a schema has with a value; `name` is the name of the setting, or the key that it stands under. */
export function valueProblems<Part extends Written<Part>>(
  issues: readonly z.core.$ZodIssue[],
  written: Part,
  name: string,
): ValueProblem<Part>[] {
  if (written.value === null) {
    return [{ part: written, message: `${name} has no value. Give it one, or take the line out.` }];
  }
  return issues.map((issue) => {
    const deepest = issue.code === "invalid_union" ? deepestOf(issue) : [issue];
    const path = [...issue.path, ...(deepest[0]?.path ?? [])];
    const part = issue.code === "invalid_union" ? valueAt(written, path) : valueAt(written, issue.path);
    if (issue.code === "custom") return { part, message: issue.message };
    const expected = [...new Set(deepest.map(expectedWords))];
    const subject = path.length > 0 ? `an item of ${name}` : `a value of ${name}`;
    return { part, message: `${shown(part.value)} is not ${subject}. Allowed: ${expected.join(" or ")}.` };
  });
}

/** Of the alternatives that all failed, those that got furthest into the value. */
function deepestOf(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] {
  const firsts = issue.errors.flatMap((branch) => branch.slice(0, 1));
  const depth = Math.max(0, ...firsts.map(({ path }) => path.length));
  return firsts.filter(({ path }) => path.length === depth);
}

function expectedWords(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return TYPE_WORDS[issue.expected] ?? issue.expected;
  if (issue.code === "invalid_value") return "text";
  return issue.message;
}

/** The part of a value that a path leads to, or as much of the way as there is. */
function valueAt<Part extends Written<Part>>(value: Part, path: readonly PropertyKey[]): Part {
  let current = value;
  for (const step of path) {
    const next =
      typeof step === "number"
        ? current.items?.[step]
        : current.entries?.find((entry) => entry.key === String(step))?.value;
    if (next === undefined) break;
    current = next;
  }
  return current;
}
