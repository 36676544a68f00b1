/** The text of an MTA-STS policy (RFC 8461 3.2), and which MX hosts it covers (RFC 8461 4.1). */
import { isSpace } from "./text-record.ts";

export type StsMode = "enforce" | "testing" | "none";

/** Why senders take a text for no policy. */
export type PolicyFault =
  | "empty"
  /** A web page, or something compressed. */
  | "html"
  | "binary"
  | "byte-order-mark"
  /** A line that is not `key: value`. */
  | "line-form"
  | "no-version"
  | "version"
  | "no-mode"
  | "mode"
  | "no-max-age"
  | "max-age"
  | "no-mx"
  /** A pattern that is neither a host name nor `*.` and one. */
  | "mx-form";

/** What senders read differently. */
export type PolicyOddity = "double-key" | "blank-line" | "max-age-limit";

/** Something about a line of the policy. */
export interface OfLine<Reason> {
  readonly reason: Reason;
  /** From 1; absent where it is about what is not there. */
  readonly line?: number;
  /** The line, latin1. */
  readonly text?: string;
}

/** One `mx` line. */
export interface MxPattern {
  /** In lower case. */
  readonly pattern: string;
  readonly line: number;
}

export interface StsPolicy {
  readonly mode: StsMode;
  /** Seconds. */
  readonly maxAge: number;
  readonly patterns: readonly MxPattern[];
  readonly oddities: readonly OfLine<PolicyOddity>[];
  /** Lines by key, for whoever points at them. */
  readonly lines: { readonly mode: number; readonly maxAge: number };
}

export type PolicyReading =
  { readonly policy: StsPolicy } | { readonly policy?: undefined; readonly fault: OfLine<PolicyFault> };

/** A year and a little, in seconds: no policy lives longer (RFC 8461 3.2). */
export const MAX_AGE_LIMIT = 31_557_600;

/** A key: that of an extension has the same form. */
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;

/** A host name in letters, digits and hyphens (RFC 5321 4.1.2, Domain), behind `*.` or not. */
const PATTERN = /^(?:\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;

interface Line {
  readonly key: string;
  readonly value: string;
  readonly line: number;
  readonly text: string;
}

type Single = "version" | "mode" | "max_age";

/**
 * Reads a policy. Keys and values are case-sensitive, unknown keys are ignored, of doubles the first counts, lines end
 * with LF or CRLF.
 * @param text latin1, one character for each octet
 */
export function readStsPolicy(text: string): PolicyReading {
  const known = notText(text);
  if (known !== undefined) return { fault: known };
  const lines: Line[] = [];
  const oddities: OfLine<PolicyOddity>[] = [];
  for (const [index, written] of linesOf(text).entries()) {
    const line = index + 1;
    const content = withoutEnd(written);
    if (content === "") {
      oddities.push({ reason: "blank-line", line });
      continue;
    }
    const colon = content.indexOf(":");
    const key = content.slice(0, Math.max(0, colon));
    if (!KEY.test(key)) return { fault: { reason: "line-form", line, text: content } };
    let start = colon + 1;
    while (isSpace(content[start])) start++;
    lines.push({ key, value: content.slice(start), line, text: content });
  }
  return readLines(lines, oddities);
}

/** What is no policy at first sight; told apart because their remedies differ. */
function notText(text: string): OfLine<PolicyFault> | undefined {
  if (withoutEnd(text.replaceAll(/[\r\n]/g, " ")) === "") return { reason: "empty" };
  // GZIP (RFC 1952 2.3.1), and whatever else has octets that no text has.
  if (text.startsWith("\x1f\x8b") || /[\0-\x08\x0e-\x1f]/.test(text)) return { reason: "binary" };
  const [first = ""] = linesOf(text);
  if (text.startsWith("\xef\xbb\xbf")) return { reason: "byte-order-mark", line: 1, text: first };
  if (/^\s*<[!a-z]/i.test(text)) return { reason: "html", line: 1, text: first };
  return undefined;
}

/** The lines without their ends; the last one need not have one. */
function linesOf(text: string): string[] {
  const lines = text.split("\n").map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** Without white space at its end. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1])) end--;
  return text.slice(0, end);
}

function readLines(lines: readonly Line[], oddities: OfLine<PolicyOddity>[]): PolicyReading {
  const found = new Map<string, Line>();
  const patterns: MxPattern[] = [];
  for (const each of lines) {
    const { key, line, text } = each;
    if (key === "mx") {
      const pattern = each.value.toLowerCase();
      if (!PATTERN.test(pattern)) return { fault: { reason: "mx-form", line, text } };
      patterns.push({ pattern, line });
    } else if (found.has(key)) {
      if (isSingle(key)) oddities.push({ reason: "double-key", line, text });
    } else {
      found.set(key, each);
    }
  }
  const version = found.get("version");
  if (version === undefined) return { fault: { reason: "no-version" } };
  if (version.value !== "STSv1") return { fault: faultAt("version", version) };
  const mode = found.get("mode");
  if (mode === undefined) return { fault: { reason: "no-mode" } };
  if (!isMode(mode.value)) return { fault: faultAt("mode", mode) };
  const maxAge = found.get("max_age");
  if (maxAge === undefined) return { fault: { reason: "no-max-age" } };
  if (!/^\d{1,10}$/.test(maxAge.value)) return { fault: faultAt("max-age", maxAge) };
  if (patterns.length === 0 && mode.value !== "none") return { fault: { reason: "no-mx" } };
  const seconds = Number(maxAge.value);
  if (seconds > MAX_AGE_LIMIT)
    oddities.push({ reason: "max-age-limit", line: maxAge.line, text: maxAge.text });
  const places = { mode: mode.line, maxAge: maxAge.line };
  return { policy: { mode: mode.value, maxAge: seconds, patterns, oddities, lines: places } };
}

function faultAt(reason: PolicyFault, { line, text }: Line): OfLine<PolicyFault> {
  return { reason, line, text };
}

function isSingle(key: string): key is Single {
  return key === "version" || key === "mode" || key === "max_age";
}

function isMode(value: string): value is StsMode {
  return value === "enforce" || value === "testing" || value === "none";
}

/**
 * Whether a pattern covers an MX host: the same name, or `*.` for exactly one label in front (RFC 8461 4.1).
 * @param pattern in lower case
 * @param host the MX name itself, not what it is an alias of; A-labels
 */
export function patternCovers(pattern: string, host: string): boolean {
  const name = host.toLowerCase();
  if (!pattern.startsWith("*.")) return pattern === name;
  const dot = name.indexOf(".");
  return dot > 0 && name.slice(dot + 1) === pattern.slice(2);
}

/** Whether any pattern of a policy covers an MX host. */
export function policyCovers({ patterns }: Pick<StsPolicy, "patterns">, host: string): boolean {
  return patterns.some(({ pattern }) => patternCovers(pattern, host));
}
