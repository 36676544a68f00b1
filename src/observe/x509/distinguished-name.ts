/** Distinguished names (X.501): as a line to read, as a key to compare, as the values of one attribute. */
import { foldAscii } from "../../text/ascii.ts";
import { childrenOf, readOid, readText, TAG, type Element } from "./der.ts";

/** Short names of attribute types (RFC 4514 3, and those that certificates use besides). */
const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  "2.5.4.3": "CN",
  "2.5.4.4": "SN",
  "2.5.4.5": "serialNumber",
  "2.5.4.6": "C",
  "2.5.4.7": "L",
  "2.5.4.8": "ST",
  "2.5.4.9": "STREET",
  "2.5.4.10": "O",
  "2.5.4.11": "OU",
  "2.5.4.12": "title",
  "2.5.4.15": "businessCategory",
  "2.5.4.17": "postalCode",
  "2.5.4.42": "GN",
  "2.5.4.97": "organizationIdentifier",
  "0.9.2342.19200300.100.1.1": "UID",
  "0.9.2342.19200300.100.1.25": "DC",
  "1.2.840.113549.1.9.1": "emailAddress",
  "1.3.6.1.4.1.311.60.2.1.1": "jurisdictionL",
  "1.3.6.1.4.1.311.60.2.1.2": "jurisdictionST",
  "1.3.6.1.4.1.311.60.2.1.3": "jurisdictionC",
};

interface Attribute {
  readonly type: string;
  readonly value: Element;
}

/** A name as a list of its relative names, the most general one first; most hold a single attribute. */
export interface DistinguishedName {
  readonly relativeNames: readonly (readonly Attribute[])[];
}

function readAttribute(element: Element): Attribute | undefined {
  const [id, value] = childrenOf(element, TAG.sequence) ?? [];
  const type = readOid(id);
  return type === undefined || value === undefined ? undefined : { type, value };
}

/** Takes a name apart; undefined where it is malformed. */
export function readName(element: Element | undefined): DistinguishedName | undefined {
  const sets = childrenOf(element, TAG.sequence);
  if (sets === undefined) return undefined;
  const relativeNames: Attribute[][] = [];
  for (const set of sets) {
    const attributes: Attribute[] = [];
    for (const member of childrenOf(set, TAG.set) ?? []) {
      const attribute = readAttribute(member);
      if (attribute === undefined) return undefined;
      attributes.push(attribute);
    }
    if (attributes.length === 0) return undefined;
    relativeNames.push(attributes);
  }
  return { relativeNames };
}

/** Values of one attribute, most general first, each still in DER. */
export function elementsOf(name: DistinguishedName, shortName: string): Element[] {
  return name.relativeNames
    .flat()
    .filter(({ type }) => ATTRIBUTE_NAMES[type] === shortName)
    .map(({ value }) => value);
}

/** Values of one attribute, most specific first, as they are; values that are no text are left out. */
export function valuesOf(name: DistinguishedName, shortName: string): string[] {
  return elementsOf(name, shortName)
    .map(readText)
    .filter((text) => text !== undefined)
    .reverse();
}

/** A value as RFC 4514 2.4 writes it, controls as hex pairs; what is no text as `#` and its DER in hex. */
function presentValue(value: Element): string {
  const text = readText(value);
  if (text === undefined) return `#${value.whole.toString("hex")}`;
  return text
    .replaceAll(/[\\"+,;<>]|^[ #]|(?<=.) $/gsu, "\\$&")
    .replaceAll(
      /[\x00-\x1f\x7f]/g,
      (control) => `\\${control.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    );
}

/** The name in one line, most specific part first, as in `CN=mx.example.com, O=Example, C=NL` (after RFC 4514). */
export function presentName(name: DistinguishedName): string {
  return name.relativeNames
    .map((attributes) =>
      attributes
        .map(({ type, value }) => `${ATTRIBUTE_NAMES[type] ?? type}=${presentValue(value)}`)
        .join(" + "),
    )
    .reverse()
    .join(", ");
}

/** A value for comparison (RFC 5280 7.1): string type, ASCII case and runs of spaces do not count. */
function comparableValue(value: Element): string {
  const text = readText(value);
  if (text === undefined) return `#${value.whole.toString("hex")}`;
  return JSON.stringify(
    foldAscii(text)
      .replaceAll(/[ \t-\r]+/g, " ")
      .trim(),
  );
}

/** Comparable form of each relative name: two names are equal where these are, in order. */
export function comparableParts(name: DistinguishedName): string[] {
  return name.relativeNames.map((attributes) =>
    attributes
      .map(({ type, value }) => `${type}=${comparableValue(value)}`)
      .sort()
      .join("+"),
  );
}

/** One string that is equal for equal names. */
export function comparableName(name: DistinguishedName): string {
  return comparableParts(name).join("/");
}
