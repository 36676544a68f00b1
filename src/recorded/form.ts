/**
 * Whether a value has the form that a schema asks for, without the copy that Zod makes of all it looks at: what is read
 * here comes by the ten thousand lines. A yes is Zod's own yes. A no is no answer: Zod has to say, and to say why.
 */
import type { z } from "zod";

export type Form = (value: unknown) => boolean;

/** Forms by schema: many schemas share parts. */
const made = new WeakMap<z.core.$ZodType, Form>();

/** The form of a schema, made where it is asked for first. For values that JSON can hold. */
export function formOf(schema: z.core.$ZodType): Form {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const form = makeForm((schema as z.core.$ZodTypes)._zod.def);
  made.set(schema, form);
  return form;
}

const ASK_ZOD: Form = () => false;

function makeForm(def: z.core.$ZodTypes["_zod"]["def"]): Form {
  if (def.type === "number") return numberForm(def);
  // What looks further than at the kind of a value is left to Zod.
  if ((def.checks ?? []).length > 0 || "format" in def) return ASK_ZOD;
  switch (def.type) {
    case "string":
      return (value) => typeof value === "string";
    case "boolean":
      return (value) => typeof value === "boolean";
    case "literal":
      return oneOf(def.values);
    case "enum":
      return oneOf(Object.values(def.entries));
    case "unknown":
      return () => true;
    case "array": {
      const item = formOf(def.element);
      return (value) => {
        if (!Array.isArray(value)) return false;
        for (const each of value as unknown[]) if (!item(each)) return false;
        return true;
      };
    }
    case "optional":
      return formOf(def.innerType);
    case "nullable": {
      const inner = formOf(def.innerType);
      return (value) => value === null || inner(value);
    }
    case "union":
      return unionForm(def);
    case "object":
      return def.catchall?._zod.def.type === "never" ? objectForm(def.shape) : ASK_ZOD;
    case "record":
      return recordForm(formOf(def.keyType), formOf(def.valueType));
    default:
      return ASK_ZOD;
  }
}

function oneOf(values: Iterable<unknown>): Form {
  const all = new Set(values);
  return (value) => all.has(value);
}

/** Any number, or whole ones, within bounds. */
function numberForm(def: z.core.$ZodNumberDef): Form {
  const whole = "format" in def;
  if (whole && def.format !== "safeint") return ASK_ZOD;
  let [least, below, most, above] = [-Infinity, -Infinity, Infinity, Infinity];
  for (const { _zod } of def.checks ?? []) {
    const check = (_zod as z.core.$ZodChecks["_zod"]).def;
    if (check.check === "greater_than" && typeof check.value === "number") {
      if (check.inclusive) least = Math.max(least, check.value);
      else below = Math.max(below, check.value);
    } else if (check.check === "less_than" && typeof check.value === "number") {
      if (check.inclusive) most = Math.min(most, check.value);
      else above = Math.min(above, check.value);
    } else return ASK_ZOD;
  }
  return (value) =>
    (whole ? Number.isSafeInteger(value) : Number.isFinite(value)) &&
    (value as number) >= least &&
    (value as number) > below &&
    (value as number) <= most &&
    (value as number) < above;
}

/** One of several; where a member tells them apart, the one that it names. */
function unionForm(def: z.core.$ZodUnionDef | z.core.$ZodDiscriminatedUnionDef): Form {
  const forms = def.options.map(formOf);
  if (!("discriminator" in def)) return (value) => forms.some((form) => form(value));
  const { discriminator } = def;
  const named = new Map<unknown, Form>();
  for (const [index, option] of def.options.entries()) {
    const form = forms[index];
    for (const name of option._zod.propValues?.[discriminator] ?? [])
      if (form !== undefined) named.set(name, form);
  }
  return (value) => isObject(value) && named.get(value[discriminator])?.(value) === true;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Known members only, and all of those that must be there. */
function objectForm(shape: Readonly<Record<string, z.core.$ZodType>>): Form {
  const members = new Map(
    Object.entries(shape).map(([name, schema]) => {
      const optional = (schema as z.core.$ZodTypes)._zod.def.type === "optional";
      return [name, { form: formOf(schema), counts: optional ? 0 : 1 }] as const;
    }),
  );
  let required = 0;
  for (const { counts } of members.values()) required += counts;
  return (value) => {
    if (!isObject(value)) return false;
    let met = 0;
    for (const name in value) {
      const member = members.get(name);
      if (member?.form(value[name]) !== true) return false;
      met += member.counts;
    }
    return met === required;
  };
}

function recordForm(name: Form, each: Form): Form {
  return (value) => {
    if (!isObject(value)) return false;
    // Zod passes over this name.
    for (const key in value) if (key === "__proto__" || !name(key) || !each(value[key])) return false;
    return true;
  };
}
