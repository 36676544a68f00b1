/** Record types by name and number (IANA DNS parameters), without those that stand in questions only. */
import { ALL_TYPES, type LookedInto } from "./record-types.ts";

/** Types whose data this product does not look into; tsc refuses one that it does. */
const OTHER_TYPES: Readonly<Record<string, number>> & Readonly<Partial<Record<LookedInto, never>>> = {
  ...{ MD: 3, MF: 4, MB: 7, MG: 8, MR: 9, NULL: 10, WKS: 11, HINFO: 13, MINFO: 14, RP: 17, AFSDB: 18 },
  ...{ X25: 19, ISDN: 20, RT: 21, NSAP: 22, "NSAP-PTR": 23, SIG: 24, KEY: 25, PX: 26, GPOS: 27, LOC: 29 },
  ...{
    NXT: 30,
    EID: 31,
    NIMLOC: 32,
    ATMA: 34,
    NAPTR: 35,
    KX: 36,
    CERT: 37,
    A6: 38,
    SINK: 40,
    APL: 42,
    DS: 43,
    SSHFP: 44,
    IPSECKEY: 45,
  },
  ...{ RRSIG: 46, NSEC: 47, DNSKEY: 48, DHCID: 49, NSEC3: 50, NSEC3PARAM: 51, SMIMEA: 53, HIP: 55 },
  ...{ NINFO: 56, RKEY: 57, TALINK: 58, CDS: 59, CDNSKEY: 60, OPENPGPKEY: 61, CSYNC: 62, ZONEMD: 63 },
  ...{
    SVCB: 64,
    HTTPS: 65,
    DSYNC: 66,
    HHIT: 67,
    BRID: 68,
    SPF: 99,
    UINFO: 100,
    UID: 101,
    GID: 102,
    UNSPEC: 103,
    NID: 104,
    L32: 105,
    L64: 106,
    LP: 107,
    EUI48: 108,
  },
  ...{ EUI64: 109, URI: 256, AVC: 258, DOA: 259, AMTRELAY: 260, RESINFO: 261, WALLET: 262, TA: 32768 },
  DLV: 32769,
};

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...[...ALL_TYPES].map(([name, { number }]): [string, number] => [name, number]),
  ...Object.entries(OTHER_TYPES),
]);
const NAMES: ReadonlyMap<number, string> = new Map([...NUMBERS].map(([name, number]) => [number, name]));

/** Types that Knot DNS 3.2 and NSD 4.6 do not know; BIND 9.18 does. */
const NEW_TYPES: ReadonlySet<string> = new Set([
  ...["NULL", "NSAP-PTR", "GPOS", "EID", "NIMLOC", "ATMA", "A6", "SINK", "HIP", "NINFO", "RKEY", "TALINK"],
  ...["DSYNC", "HHIT", "BRID", "UINFO", "UID", "GID", "UNSPEC", "DOA", "AMTRELAY", "RESINFO", "WALLET", "TA"],
]);

/** Types that Knot DNS 3.2 does not know; the other two do. */
const OLD_TYPES: ReadonlySet<string> = new Set([
  ...["MD", "MF", "MB", "MG", "MR", "WKS", "ISDN", "NSAP", "SIG", "PX", "NXT", "AVC", "DLV"],
]);

/** Why some name servers would not load a file with this type, where that is so. */
export function troubleOfType(mnemonic: string): "new-type" | "old-type" | undefined {
  if (NEW_TYPES.has(mnemonic)) return "new-type";
  return OLD_TYPES.has(mnemonic) ? "old-type" : undefined;
}

/** Every mnemonic. */
export const MNEMONICS: readonly string[] = [...NUMBERS.keys()];

/** The mnemonic that a word of a zone file stands for, `TYPE4711` for a type without one (RFC 3597 5); or undefined. */
export function mnemonicOf(word: string): string | undefined {
  const upper = word.toUpperCase();
  if (NUMBERS.has(upper)) return upper;
  const number = Number(/^TYPE(\d{1,5})$/.exec(upper)?.[1] ?? Number.NaN);
  return number > 0 && number <= 0xffff ? (NAMES.get(number) ?? upper) : undefined;
}
