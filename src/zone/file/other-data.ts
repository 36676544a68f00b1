/** The form of data that this product does not look into: enough to tell what a name server would refuse. */
import type { LookedInto } from "../../dns/record-types.ts";
import { STRING_OCTETS } from "../../text/bounds.ts";
import type { ZoneToken } from "./tokens.ts";

/** A word of the data, or all that are left. */
type Form =
  | "u8"
  | "u16"
  | "u32"
  | "name"
  | "string"
  | "quoted"
  | "hex"
  | "base64"
  | "algorithm"
  | "rest"
  | "coordinate";

/** The words of each type; the last form takes what is left where it says so. */
const FORMS: Readonly<Record<string, readonly Form[]>> & Readonly<Partial<Record<LookedInto, never>>> = {
  DS: ["u16", "algorithm", "u8", "hex"],
  CDS: ["u16", "algorithm", "u8", "hex"],
  DLV: ["u16", "algorithm", "u8", "hex"],
  DNSKEY: ["u16", "u8", "algorithm", "base64"],
  CDNSKEY: ["u16", "u8", "algorithm", "base64"],
  SSHFP: ["u8", "u8", "hex"],
  SMIMEA: ["u8", "u8", "u8", "hex"],
  OPENPGPKEY: ["base64"],
  NAPTR: ["u16", "u16", "string", "string", "string", "name"],
  HINFO: ["string", "string"],
  SPF: ["string", "rest"],
  RP: ["name", "name"],
  AFSDB: ["u16", "name"],
  KX: ["u16", "name"],
  RT: ["u16", "name"],
  LOC: ["coordinate", "rest"],
  URI: ["u16", "u16", "quoted"],
  SVCB: ["u16", "name", "rest"],
  HTTPS: ["u16", "name", "rest"],
  NSEC3PARAM: ["u8", "u8", "u16", "string"],
  RRSIG: ["string", "algorithm", "u8", "u32", "string", "string", "u16", "name", "base64"],
};

const MOST: Readonly<Record<string, number>> = { u8: 0xff, u16: 0xffff, u32: 0xffff_ffff };

/** Whether the words have the form of the type's data; true for a type whose form is not known here. */
export function isWellFormed(type: string, words: readonly ZoneToken[]): boolean {
  // A type that nobody knows has its data in the generic form only (RFC 3597 5), which was read before.
  if (/^TYPE\d/.test(type)) return false;
  const forms = FORMS[type];
  if (forms === undefined) return true;
  let next = 0;
  for (const form of forms) {
    const left = words.slice(next);
    const taken = form === "rest" || form === "hex" || form === "base64" ? left : left.slice(0, 1);
    if (form !== "rest" && taken.length === 0) return false;
    if (!isOf(form, taken)) return false;
    next += taken.length;
  }
  return next === words.length;
}

function isOf(form: Form, taken: readonly ZoneToken[]): boolean {
  const [{ text, quoted } = { text: "", quoted: false }] = taken;
  const joined = taken.map((token) => token.text).join("");
  switch (form) {
    case "u8":
    case "u16":
    case "u32":
      return /^\d{1,10}$/.test(text) && Number(text) <= (MOST[form] ?? 0);
    case "algorithm":
      return /^[A-Z][A-Z0-9-]*$/i.test(text) || (/^\d{1,3}$/.test(text) && Number(text) <= 0xff);
    case "name":
      return !quoted && text !== "";
    case "string":
      return text.length <= STRING_OCTETS || text.includes("\\");
    case "quoted":
      return quoted;
    case "hex":
      return joined.length % 2 === 0 && /^[0-9a-f]+$/i.test(joined);
    case "base64":
      return joined.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(joined);
    case "coordinate":
      return /^\d{1,2}$/.test(text);
    case "rest":
      return taken.every(
        (token) => token.text.length <= STRING_OCTETS || token.text.includes("\\") || !token.quoted,
      );
  }
}
