/** Reports that earlier runs have written. */
import { z } from "zod";
import type { Report } from "../judge/report.ts";
import { report } from "../judge/schemas/report.ts";
import { observations } from "../observe/schemas/observation.ts";
import { atOnce, type Steps } from "../system/steps.ts";
import { ConfigurationError } from "../text/configuration-error.ts";
import { findingInconsistency, NOT_OURS } from "./consistency.ts";
import { boundingRecorded } from "./bounds.ts";
import { formOf } from "./form.ts";
import { HIDDEN, hidesMember } from "./hidden.ts";
import { nestedDeeper, SETTING_DEPTH } from "./depth.ts";
import { addKeys, membersOf } from "./former-report.ts";
import { parsingJson } from "./json-pieces.ts";

/** Lists and objects of a report that are long where a run had many domains, with the schema of what is in them. */
const LONG_PARTS = [
  { path: ["findings"], each: report.shape.findings.element },
  { path: ["domains"], each: report.shape.domains.element },
  { path: ["observations", "domains"], each: observations.shape.domains.element },
  { path: ["observations", "endpoints"], each: observations.shape.endpoints.valueType },
  { path: ["observations", "certificates"], each: observations.shape.certificates.valueType },
] as const;

/**
 * Reads a report that an earlier run has written, at once. Who wrote it cannot be known: it is checked for what no run
 * writes, and held to the bounds of a live run.
 * @throws ConfigurationError where the text is no such report
 */
export function parseReport(text: string, file: string): Report {
  return atOnce(parsingReport(text, file));
}

/** The same in steps. */
export function* parsingReport(text: string, file: string): Steps<Report> {
  let json: unknown;
  try {
    json = yield* parsingJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The parser's own words quote the text, and a baseline may name a file whose content is not for a log.
    throw new ConfigurationError([{ file, message: "This is not valid JSON." }]);
  }
  yield;
  addKeys(json);
  yield;
  const issue = yield* checking(json);
  if (issue !== undefined) {
    const place = issue.path.length === 0 ? "" : ` At ${z.core.toDotPath(issue.path)}: ${issue.message}.`;
    throw new ConfigurationError([{ file, message: `${NOT_OURS}${place}` }]);
  }
  // The report as it was written: zod's copy has the same members in the order of the schema.
  const written = json as Report;
  if (Object.values(written.policy.settings).some(({ value }) => nestedDeeper(value, SETTING_DEPTH)))
    throw new ConfigurationError([{ file, message: `${NOT_OURS} A setting is nested too deeply.` }]);
  const strange = yield* findingInconsistency(written.observations);
  if (strange !== undefined) throw new ConfigurationError([{ file, message: `${NOT_OURS} ${strange}` }]);
  // What has a domain stands at its check as well.
  written.findings = written.findings.filter(({ domain }) => domain === undefined);
  yield* boundingRecorded(written.observations, file);
  return written;
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Looks for the first thing in which a value differs from a report, long parts item by item. */
function* checking(json: unknown): Steps<Issue | undefined> {
  const shell = shellOf(json);
  const whole = issueOf(report, shell);
  if (whole !== undefined) return whole;
  for (const { path, each } of LONG_PARTS) {
    yield;
    const part = path.reduce<unknown>((value, name) => membersOf(value)[name], json);
    const form = formOf(each);
    for (const [key, item] of Object.entries(membersOf(part))) {
      const first = form(item) ? undefined : issueOf(each, item);
      const at = Array.isArray(part) ? Number(key) : key;
      if (first !== undefined) return { ...first, path: [...path, at, ...first.path] };
      yield;
    }
  }
  return undefined;
}

/** The first thing that is wrong with a value. */
function issueOf(schema: z.ZodType, value: unknown): Issue | undefined {
  const first = schema.safeParse(value).error?.issues[0];
  return first ?? (hidesMember(value) ? HIDDEN : undefined);
}

/** A copy of what may be a report, without what is in its long parts. */
function shellOf(json: unknown): unknown {
  return LONG_PARTS.reduce((copy, { path }) => emptied(copy, path), json);
}

function emptied(value: unknown, [name, ...further]: readonly string[]): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (name === undefined) return Array.isArray(value) ? [] : {};
  return { ...value, [name]: emptied(membersOf(value)[name], further) };
}
