/** The JSON Schema of the policy file, generated from the list of settings: editors complete and check by it. */
import { z } from "zod";
import { FILE_NAMES } from "../../src/config/policy/file.ts";
import { isOverridable, SCOPE_FIELDS, WAIVER_FIELDS, type RuleField } from "../../src/config/policy/rules.ts";
import { settings, type PolicyName, type Setting } from "../../src/config/settings.ts";
import { SEVERITY_LEVELS, TLS_VERSIONS } from "../../src/config/values.ts";
import { CODES } from "../../src/judge/diagnostics/registry.ts";
import { PUBLISHER } from "./release/publisher.ts";

type Json = Readonly<Record<string, unknown>>;

/** Of text that stands for one of some words, the words; of text that stands for a number, the number. */
function tightened(schema: Json): Json {
  const { anyOf } = schema;
  if (!Array.isArray(anyOf)) return schema;
  const enumeration = anyOf.find((each: Json) => Array.isArray(each["enum"])) as Json | undefined;
  return enumeration ?? schema;
}

/** What the file takes under a name; JSON Schema of the zod schema, and closer where that only says "text". */
function valueSchema(name: PolicyName): Json {
  const words: readonly (string | number)[] = TLS_VERSIONS;
  switch (name) {
    case "min-tls-version":
      return { enum: [...words, ...TLS_VERSIONS.map(Number)] };
    case "ip-family":
      return { enum: ["any", "4", "6", 4, 6] };
    case "severity":
      return severitySchema();
    case "overrides":
      return { type: "array", items: overrideSchema() };
    case "waivers":
      return { type: "array", items: waiverSchema() };
    default: {
      const { schema, flag }: Setting = settings[name];
      if (flag === true) return { type: "boolean" };
      const { $schema: _, ...plain } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
      return tightened(plain);
    }
  }
}

function severitySchema(): Json {
  const level = { enum: [...SEVERITY_LEVELS, false] };
  return {
    type: "object",
    properties: Object.fromEntries(CODES.map((code) => [code, level])),
    additionalProperties: false,
  };
}

function settingSchema(name: PolicyName): Json {
  const { description, defaultText }: Setting = settings[name];
  const standard = defaultText === "" ? "" : ` Default: ${plain(defaultText)}.`;
  return { description: `${plain(description)}${standard}`, ...valueSchema(name) };
}

function plain(markdown: string): string {
  return markdown.replaceAll("`", "").replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
}

const LIST_OR_TEXT = { anyOf: [{ type: "array", items: { type: "string" } }, { type: "string" }] };

function fieldSchema(name: string, { description }: RuleField): Json {
  const written: Json = Object.hasOwn(SCOPE_FIELDS, name)
    ? LIST_OR_TEXT
    : name === "code"
      ? { enum: CODES }
      : name === "until"
        ? { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" }
        : { type: "string", pattern: "\\S" };
  return { description: plain(description), ...written };
}

function fieldSchemas(fields: Readonly<Record<string, RuleField>>): Json {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(name, field)]));
}

function waiverSchema(): Json {
  return {
    type: "object",
    properties: fieldSchemas(WAIVER_FIELDS),
    required: ["code", "until", "reason"],
    additionalProperties: false,
  };
}

function overrideSchema(): Json {
  const names = FILE_NAMES.filter(isOverridable);
  return {
    type: "object",
    properties: {
      ...fieldSchemas(SCOPE_FIELDS),
      ...Object.fromEntries(names.map((name) => [name, settingSchema(name)])),
    },
    anyOf: [{ required: ["domain"] }, { required: ["host"] }],
    minProperties: 2,
    additionalProperties: false,
  };
}

/** The text of schema/policy-v1.schema.json (JSON Schema draft 2020-12). */
export function policySchema(): string {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: PUBLISHER.schema("policy-v1.schema.json"),
    title: "MX Gate policy, version 1",
    type: "object",
    properties: Object.fromEntries(FILE_NAMES.map((name) => [name, settingSchema(name)])),
    additionalProperties: false,
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
