/** The TXT record that says whether a domain has an MTA-STS policy (RFC 8461 3.1). */
import { fieldsOf, isSpace, joinTexts, withoutSpace, type JoinedText } from "./text-record.ts";

/** Why senders act as if there were no record. */
export type RecordFault =
  /** Several begin with `v=STSv1;`. */
  | "several"
  /** The version is there in other letters, at another place or without its semicolon; or it is another one. */
  | "version"
  | "no-id"
  /** Not 1 to 32 letters and digits. */
  | "id-form";

/** What senders read differently. */
export type RecordOddity = "space-in-front" | "space-before-semicolon" | "several-ids" | "field-form";

export type StsRecordReading =
  | { readonly kind: "none" }
  | { readonly kind: "invalid"; readonly fault: RecordFault; readonly texts: readonly JoinedText[] }
  | {
      readonly kind: "valid";
      readonly id: string;
      readonly text: JoinedText;
      readonly oddities: readonly RecordOddity[];
    };

const VERSION = "v=STSv1";

/** Field names and values of extensions. */
const EXTENSION_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;
const EXTENSION_VALUE = /^[!-:<>-~]+$/;

/**
 * Reads the TXT records of `_mta-sts.DOMAIN`. Those that do not begin with `v=STSv1;` are discarded, and exactly one has to
 * be left. Where none is left, one that all but begins so is told from records that have nothing to do with it.
 * @param answer character-strings of each record, latin1
 */
export function readStsRecord(answer: readonly (readonly string[])[] | undefined): StsRecordReading {
  const texts = joinTexts(answer);
  const exact = texts.filter((text) => text.startsWith(`${VERSION};`));
  const loose = exact.length > 0 ? [] : texts.filter(isLoose);
  const left = exact.length > 0 ? exact : loose;
  const [only, ...others] = left;
  if (others.length > 0) return { kind: "invalid", fault: "several", texts: left };
  if (only !== undefined) return readFields(only);
  const near = texts.filter((text) => /stsv\d/i.test(text));
  return near.length === 0 ? { kind: "none" } : { kind: "invalid", fault: "version", texts: near };
}

/** The version with white space around it, which ABNF allows before the semicolon, and some readers in front. */
function isLoose(text: JoinedText): boolean {
  const version = text.split(";", 1)[0] ?? "";
  return version.length < text.length && withoutSpace(version) === VERSION;
}

function readFields(text: JoinedText): StsRecordReading {
  const fields = fieldsOf(text);
  const [id, ...others] = fields.filter(({ key }) => key === "id");
  if (id === undefined) return { kind: "invalid", fault: "no-id", texts: [text] };
  if (!/^[A-Za-z0-9]{1,32}$/.test(id.value)) return { kind: "invalid", fault: "id-form", texts: [text] };
  const oddities: RecordOddity[] = [];
  if (isSpace(text[0])) oddities.push("space-in-front");
  if (isSpace(text[text.indexOf(";") - 1])) oddities.push("space-before-semicolon");
  if (others.length > 0) oddities.push("several-ids");
  const wellFormed = fields.every(
    ({ key, value }) => key !== undefined && EXTENSION_NAME.test(key) && EXTENSION_VALUE.test(value),
  );
  if (!wellFormed) oddities.push("field-form");
  return { kind: "valid", id: id.value, text, oddities };
}
