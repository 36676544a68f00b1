/**
 * How each kind of value is written, in an input, an option or the policy file: zod schemas that take what a
 * person writes and give what the program works with. Their messages are what the person reads.
 */
import { isIP } from "node:net";
import { z } from "zod";
import { STRANGE_CODES } from "./bounds.ts";
import { literalOf } from "../text/address.ts";
import { normaliseHostName } from "../text/host-name.ts";
import { suggestion, shown } from "../text/configuration-error.ts";
import { domainProblem, fileHint } from "./domain-hints.ts";
import { MOST_SHARDS } from "../text/bounds.ts";
import type { ExpiryRule } from "../judge/policy.ts";

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

/** `true` or `false`, as YAML 1.2 core writes them; `yes` is no boolean, and not silently false. */
export function booleanValue() {
  return z.union([z.boolean(), z.string()]).transform((value, context) => {
    if (typeof value === "boolean") return value;
    if (/^(?:true|True|TRUE)$/.test(value)) return true;
    if (/^(?:false|False|FALSE)$/.test(value)) return false;
    return refuse(context, `${shown(value)} is neither true nor false.`);
  });
}

/** One word of a list. */
export function oneOf<const Words extends readonly [string, ...string[]]>(what: string, allowed: Words) {
  return z.union([z.enum(allowed), z.string()]).transform((value, context): Words[number] => {
    const found = allowed.find((word) => word === value.trim());
    if (found !== undefined) return found;
    const message = `${shown(value)} is not ${what}. Allowed: ${allowed.join(", ")}.${suggestion(value, allowed)}`;
    return refuse(context, message);
  });
}

/** A number within bounds; `unit` completes the message: `seconds`, `endpoints`. */
export function numberValue(options: { min: number; max: number; whole: boolean; unit: string }) {
  return z.union([z.number(), z.string()]).transform((value, context) => {
    const text = typeof value === "string" ? value.trim() : String(value);
    const parsed = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    const fits =
      parsed >= options.min && parsed <= options.max && (!options.whole || Number.isInteger(parsed));
    if (fits) return parsed;
    const kind = options.whole ? "a whole number of" : "a number of";
    const range = `from ${String(options.min)} to ${String(options.max)}`;
    return refuse(context, `${shown(value)} is not ${kind} ${options.unit} ${range}.`);
  });
}

/** `K/N`, the K-th of N shards. */
export function shardOf() {
  return z
    .string()
    .nullable()
    .transform((value, context): { readonly index: number; readonly of: number } | null => {
      if (value === null) return null;
      const [, index = 0, of = 0] = (/^\s*(\d{1,4})\/(\d{1,4})\s*$/.exec(value) ?? []).map(Number);
      if (index >= 1 && index <= of && of <= MOST_SHARDS) return { index, of };
      return refuse(
        context,
        `${shown(value)} is not K/N with K from 1 to N and N up to ${String(MOST_SHARDS)}, such as 3/20.`,
      );
    });
}

/** What stands before a comment: a `#` at the start, or behind white space or a comma. */
export function withoutComment(line: string): string {
  const comment = line.search(/(?:^|[\s,])#/);
  return comment < 0 ? line : line.slice(0, comment);
}

/** Items by line or comma, `#` starts a comment; or a list. */
export function splitList(value: string | readonly string[]): string[] {
  const lines = typeof value === "string" ? value.split(/\r?\n/) : value;
  return lines
    .flatMap((line) => withoutComment(line).split(","))
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

export function listInput() {
  return z.union([z.array(z.string()), z.string()]);
}

/** The items of a list with the path of each, for messages that point to it in a file. */
export function listItems(value: string | readonly string[]): { item: string; path: number[] }[] {
  if (typeof value === "string") return splitList(value).map((item) => ({ item, path: [] }));
  return value.flatMap((line, index) => splitList([line]).map((item) => ({ item, path: [index] })));
}

/** Mail domains, brought to A-labels; equal ones are taken once. */
export function domainList() {
  return listInput().transform((value, context) => {
    const domains = new Set<string>();
    for (const { item, path } of listItems(value)) {
      const name = normaliseHostName(item);
      const file = fileHint(item);
      if (name !== undefined && file === undefined) domains.add(name);
      else context.addIssue({ code: "custom", path, message: file ?? domainProblem(item) });
    }
    return [...domains];
  });
}

/** Words of a list, each once and in the order of the allowed ones. */
export function wordList<const Words extends readonly [string, ...string[]]>(what: string, allowed: Words) {
  return listInput().transform((value, context): Words[number][] => {
    const chosen = new Set<string>();
    for (const { item, path } of listItems(value)) {
      const parsed = oneOf(what, allowed).safeParse(item);
      if (parsed.success) chosen.add(parsed.data);
      else context.addIssue({ code: "custom", path, message: parsed.error.issues[0]?.message ?? "" });
    }
    return allowed.filter((word) => chosen.has(word));
  });
}

/** EHLO keywords (RFC 5321 4.1.1.1), in upper case. */
export function keywordList() {
  return listInput().transform((value, context) => {
    const keywords = listItems(value);
    for (const { item, path } of keywords) {
      if (!/^[A-Z0-9][A-Z0-9-]*$/i.test(item)) {
        context.addIssue({ code: "custom", path, message: `${shown(item)} is not an EHLO keyword.` });
      }
    }
    return [...new Set(keywords.map(({ item }) => item.toUpperCase()))];
  });
}

export const TLS_VERSIONS = ["1.0", "1.1", "1.2", "1.3"] as const;
export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** A TLS version; YAML reads a bare 1.3 as a number, which is understood too. */
export function tlsVersion() {
  return z.union([z.number(), z.string()]).transform((value, context): TlsVersion => {
    const text =
      typeof value === "number" && Number.isInteger(value) ? value.toFixed(1) : String(value).trim();
    const found = TLS_VERSIONS.find((version) => version === text.replace(/^TLS\s?v?/i, ""));
    if (found !== undefined) return found;
    return refuse(context, `${shown(value)} is not a TLS version. Allowed: ${TLS_VERSIONS.join(", ")}.`);
  });
}

/** Ten years: longer than any certificate that the web PKI has issued. */
const MAX_EXPIRY_DAYS = 3650;

/** `21`, or `10%` of the certificate's lifetime. */
export function expiryRule() {
  return z.union([z.number(), z.string()]).transform((value, context): ExpiryRule => {
    const text = String(value).trim();
    const percent = /^(\d+(?:\.\d+)?)\s?%$/.exec(text)?.[1];
    if (percent !== undefined && Number(percent) <= 100) return { percent: Number(percent) };
    if (/^\d+(?:\.\d+)?$/.test(text) && Number(text) <= MAX_EXPIRY_DAYS) return { days: Number(text) };
    const rule = `a number of days up to ${String(MAX_EXPIRY_DAYS)} nor a share of the lifetime such as 10%`;
    return refuse(context, `${shown(value)} is neither ${rule}.`);
  });
}

/** The name sent in EHLO: a host name or an address literal (RFC 5321 4.1.1.1). */
export function heloName() {
  return z.string().transform((value, context) => {
    const literal = /^\[(?:IPv6:)?([0-9a-f:.]+)\]$/i.exec(value.trim())?.[1];
    if (literal !== undefined && isIP(literal) !== 0) return literalOf(literal);
    const name = normaliseHostName(value);
    if (name !== undefined) return name;
    return refuse(
      context,
      `${shown(value)} is neither a host name nor an address literal such as [192.0.2.1].`,
    );
  });
}

/** A mailbox with an ASCII dot-string of at most 64 characters as its local part (RFC 5321 4.1.2, 4.5.3.1.1). */
const MAILBOX =
  /^(?=[^@]{1,64}@)([A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@(.+)$/;

/** A mailbox for the relay test; `<>` is the null sender where that is allowed. */
export function mailbox(options: { nullAllowed: boolean }) {
  return z.string().transform((value, context) => {
    const text = value.trim();
    const bare = text.replace(/^<(.*)>$/, "$1");
    if (bare === "" && options.nullAllowed && text !== "") return "";
    const match = MAILBOX.exec(bare);
    const domain = normaliseHostName(match?.[2] ?? "");
    if (match?.[1] !== undefined && domain !== undefined) return `${match[1]}@${domain}`;
    return refuse(context, `${shown(value)} is not a mail address${options.nullAllowed ? " or <>" : ""}.`);
  });
}

/** A path; `none` and an empty one mean that the file is not written. `-` is no file: it would be one of that name. */
export function filePath() {
  return z.string().transform((value, context): string | null => {
    const path = value.trim();
    if (path === "-")
      return refuse(context, '"-" is not a path. The command prints the report on stdout with --json.');
    return path === "none" ? null : path;
  });
}

/**
 * A token that is passed on in a header and never shown. Where it cannot be in a header, `fetch` would say it out loud,
 * and the runner masks a text of several lines line by line.
 */
export function secretText() {
  return z.string().transform((value, context): string | null => {
    const token = value.trim();
    if (/^[!-~]*$/.test(token)) return token;
    return refuse(
      context,
      "This is not a token: it has spaces, line breaks or other signs than ASCII in it.",
    );
  });
}

export const SEVERITY_LEVELS = ["off", "notice", "warning", "error", "inconclusive"] as const;
export type SeverityLevel = (typeof SEVERITY_LEVELS)[number];

/** Lines `code: level`, or a mapping; the codes are those of the registry. */
export function severityMap(
  codes: readonly string[],
  alwaysTold: readonly string[],
  fixed: Readonly<Record<string, string>>,
) {
  return z
    .union([z.record(z.string(), z.unknown()), listInput()])
    .transform((value, context): Readonly<Record<string, SeverityLevel>> => {
      const levels: Record<string, SeverityLevel> = {};
      for (const [code, level] of severityEntries(value)) {
        if (context.issues.length >= STRANGE_CODES) break;
        const known = SEVERITY_LEVELS.find((word) => word === level);
        if (!codes.includes(code)) {
          context.addIssue({
            code: "custom",
            path: [code],
            message: `${shown(code)} is not a code.${suggestion(code, codes)}`,
          });
        } else if (known === undefined) {
          const near = typeof level === "string" ? suggestion(level, SEVERITY_LEVELS) : "";
          const allowed = `Allowed: ${SEVERITY_LEVELS.join(", ")}.${near}`;
          context.addIssue({
            code: "custom",
            path: [code],
            message: `${shown(level)} is not a severity for ${code}. ${allowed}`,
          });
        } else if (known === "off" && alwaysTold.includes(code)) {
          context.addIssue({
            code: "custom",
            path: [code],
            message: `${code} cannot be turned off: it says what the policy turns off.`,
          });
        } else if (Object.hasOwn(fixed, code)) {
          const message = `${code} keeps its severity: a policy cannot change it, ${fixed[code] ?? ""} does.`;
          context.addIssue({ code: "custom", path: [code], message });
        } else levels[code] = known;
      }
      return levels;
    });
}

function severityEntries(value: Record<string, unknown> | string[] | string): [string, unknown][] {
  if (typeof value !== "string" && !Array.isArray(value)) {
    // YAML 1.1 habits: a bare `off` is a string in YAML 1.2, but editors and people write false for it.
    return Object.entries(value).map(([code, level]) => [code, level === false ? "off" : level]);
  }
  return splitList(value).map((line) => {
    const colon = line.indexOf(":");
    return colon < 0 ? [line, ""] : [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
  });
}
