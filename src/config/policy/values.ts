/** Values that only the policy file knows: how they are written, and what becomes of them. */
import { closestWord, shown } from "../../text/configuration-error.ts";
import { normaliseHostName } from "../../text/host-name.ts";
import { listInput, listItems } from "../values.ts";
import { z } from "zod";
import type { FilePosition } from "../../text/file-position.ts";

/** What a rule of the file is for; what is left out fits everything. */
export interface Scope {
  readonly domain?: readonly string[];
  readonly host?: readonly string[];
}

/** Settings for some domains or hosts, as they were read. */
export interface Override extends Scope {
  /** Values by the name of their setting. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** A code that is let pass for a scope until a day. */
export interface Waiver extends Scope {
  readonly code: string;
  /** Last day, inclusive, UTC: `2027-01-31`. */
  readonly until: string;
  readonly reason: string;
}

/** A rule with the place where it stands. */
export type Placed<Rule> = Rule & { readonly position: FilePosition };

/** Paths with `*`, `**` and `?`. */
export function fileList() {
  return listInput().transform((value) => [...new Set(listItems(value).map(({ item }) => item))]);
}

/** A file that stands for the MTA-STS policy of a domain; of all domains without a file of their own, if none is named. */
export interface NamedStsFile {
  /** In A-labels. */
  readonly domain?: string;
  readonly path: string;
}

/** `path`, or `DOMAIN=path` for each domain. */
export function stsFileList() {
  return listInput().transform((value, context) => {
    const files: NamedStsFile[] = [];
    for (const { item, path } of listItems(value)) {
      const equals = item.indexOf("=");
      const domain = normaliseHostName(item.slice(0, Math.max(0, equals)));
      const file = item.slice(equals + 1).trim();
      if (equals >= 0 && (domain === undefined || file === "")) {
        const message = `${shown(item)} is neither a path nor DOMAIN=path.`;
        context.addIssue({ code: "custom", path, message });
      } else if (files.some((each) => each.domain === domain)) {
        const whom = domain ?? "all domains";
        context.addIssue({ code: "custom", path, message: `${shown(item)} is a second file for ${whom}.` });
      } else files.push({ path: file, ...(domain !== undefined && { domain }) });
    }
    return files;
  });
}

/** MX host names, brought to A-labels. */
export function hostList() {
  return listInput().transform((value, context) => {
    const hosts = new Set<string>();
    for (const { item, path } of listItems(value)) {
      const name = normaliseHostName(item);
      if (name !== undefined) hosts.add(name);
      else context.addIssue({ code: "custom", path, message: `${shown(item)} is not a host name.` });
    }
    return [...hosts];
  });
}

/** Names of organisations: a list, since commas belong to many of them; a text is one of them. */
export function issuerList() {
  return listInput().transform((value, context) => {
    const names = (typeof value === "string" ? [value] : value).map((name) => name.trim());
    for (const [index, name] of names.entries()) {
      const path = typeof value === "string" ? [] : [index];
      if (name === "")
        context.addIssue({ code: "custom", path, message: `${shown(name)} is not an organisation.` });
    }
    return names;
  });
}

/** Globs of domain or host names; one or a list. */
export function patternList() {
  return listInput().transform((value, context) => {
    for (const { item, path } of listItems(value)) {
      // An underscore is no host name, but MX records name such hosts, and a waiver must be able to.
      if (/^[a-z0-9_*-]+(?:\.[a-z0-9_*-]+)*\.?$/i.test(item) || /^[0-9a-f:.*]+$/i.test(item)) continue;
      const message = `${shown(item)} is not a name; \`*\` stands for any run of characters.`;
      context.addIssue({ code: "custom", path, message });
    }
    return listItems(value).map(({ item }) => item);
  });
}

/** A day of the calendar, `2027-01-31`. */
export function day() {
  return z.string().transform((value, context) => {
    const text = value.trim();
    const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
    if (year === "") {
      context.addIssue({ code: "custom", message: `${shown(value)} is not a date. Write it as 2027-01-31.` });
      return z.NEVER;
    }
    const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
    if (moment.toISOString().slice(0, 10) !== text) {
      context.addIssue({ code: "custom", message: `There is no ${text} in the calendar.` });
      return z.NEVER;
    }
    return text;
  });
}

/** A code of the registry. */
export function codeOf(codes: readonly string[]) {
  return z.string().transform((value, context) => {
    const text = value.trim();
    if (codes.includes(text)) return text;
    const near = closestWord(text, codes);
    const message = `${shown(value)} is not a code.${near === undefined ? "" : ` Did you mean ${near}?`}`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

/** Why something is let pass. */
export function reason() {
  return z.string().transform((value, context) => {
    const text = value.replaceAll(/\s+/g, " ").trim();
    if (text !== "") return text;
    context.addIssue({ code: "custom", message: `${shown(value)} is not a reason.` });
    return z.NEVER;
  });
}
