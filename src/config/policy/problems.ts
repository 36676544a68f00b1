/** What is wrong with a value of the policy file, at the place of the word that is wrong. */
import type { z } from "zod";
import type { PlacedProblem, PlacedValue } from "./yaml.ts";
import { shown } from "../../text/configuration-error.ts";

/** What a YAML value of each type is called. */
const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  record: "a mapping",
  object: "a mapping",
};

/** The problems that a schema has with a value of the file; `name` is the key that it stands under. */
export function valueProblems(
  issues: readonly z.core.$ZodIssue[],
  written: PlacedValue,
  name: string,
): PlacedProblem[] {
  if (written.value === null) {
    return [{ ...written.position, message: `${name} has no value. Give it one, or take the line out.` }];
  }
  return issues.map((issue) => {
    const deepest = issue.code === "invalid_union" ? deepestOf(issue) : [issue];
    const path = [...issue.path, ...(deepest[0]?.path ?? [])];
    const at = issue.code === "invalid_union" ? valueAt(written, path) : valueAt(written, issue.path);
    if (issue.code === "custom") return { ...at.position, message: issue.message };
    const expected = [...new Set(deepest.map(expectedWords))];
    const subject = path.length > 0 ? `an item of ${name}` : `a value of ${name}`;
    return {
      ...at.position,
      message: `${shown(at.value)} is not ${subject}. Allowed: ${expected.join(" or ")}.`,
    };
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
export function valueAt(value: PlacedValue, path: readonly PropertyKey[]): PlacedValue {
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
