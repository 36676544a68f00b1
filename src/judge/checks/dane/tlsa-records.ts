/** TLSA records by the rules of SMTP: which are usable, and which of them count (RFC 7672 2.2.3, 3.1, 5). */
import type { AssociationMatch, DnsAnswer } from "../../../observe/observation.ts";
import { andMore } from "../../../text/plural.ts";
import { quote, words, type SafeText } from "../../../text/quote.ts";

export type TlsaRecord = NonNullable<DnsAnswer["associations"]>[number];

/** DANE-TA(2) and DANE-EE(3), the usages that mail knows (RFC 7672 3.1). */
export const TRUST_ANCHOR = 2;
export const END_ENTITY = 3;

/** Matching types (RFC 6698 2.1.3), the strongest digest first. */
export const FULL = 0;
export const SHA256 = 1;
export const SHA512 = 2;

/** Hexadecimal digits of a digest. */
const DIGEST_LENGTH: Readonly<Record<number, number>> = { [SHA256]: 64, [SHA512]: 128 };

/** A record, how it stands to the certificates that were served, and what it is good for. */
export interface RatedRecord {
  readonly record: TlsaRecord;
  /** Absent where no certificate came. */
  readonly match: AssociationMatch | undefined;
  /** Why no sender uses it. */
  readonly unusable: SafeText | undefined;
  /** Whether senders look at it: it is usable, and no usable record has a stronger digest (RFC 7671 9). */
  readonly counts: boolean;
}

/** Rates a set of records. `matches` is in the order of the records; absent where no certificate came. */
export function rateRecords(
  records: readonly TlsaRecord[],
  matches: readonly AssociationMatch[] | undefined,
): RatedRecord[] {
  const usable = records.map((record, index) => unusableBecause(record, matches?.[index]));
  const strongest = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    if (usable[index] !== undefined || record.matchingType === FULL) continue;
    const group = `${String(record.usage)} ${String(record.selector)}`;
    strongest.set(group, Math.max(strongest.get(group) ?? 0, record.matchingType));
  }
  return records.map((record, index) => ({
    record,
    match: matches?.[index],
    unusable: usable[index],
    counts:
      usable[index] === undefined &&
      (record.matchingType === FULL ||
        record.matchingType === strongest.get(`${String(record.usage)} ${String(record.selector)}`)),
  }));
}

function unusableBecause(record: TlsaRecord, match: AssociationMatch | undefined): SafeText | undefined {
  const { usage, selector, matchingType, data } = record;
  if (usage === 0 || usage === 1) return words`usage ${usage} is not for mail`;
  if (usage !== TRUST_ANCHOR && usage !== END_ENTITY) return words`usage ${usage} is not defined`;
  if (selector !== 0 && selector !== 1) return words`selector ${selector} is not defined`;
  const length = DIGEST_LENGTH[matchingType];
  if (matchingType === FULL) {
    const what = selector === 0 ? words`certificate` : words`public key`;
    return match?.parses === false || data === "" ? words`its data is not a ${what}` : undefined;
  }
  if (length === undefined) return words`matching type ${matchingType} is not defined`;
  if (data.length === length) return undefined;
  return words`its digest has ${data.length / 2} octets instead of ${length / 2}`;
}

/** Hexadecimal digits of a record's data that are shown. */
const DATA_SHOWN = 16;
/** Records that are shown one by one. */
const RECORDS_SHOWN = 6;

/** `3 1 1`: what kind of record it is. */
export function kindOf({ usage, selector, matchingType }: TlsaRecord): SafeText {
  return words`${usage} ${selector} ${matchingType}`;
}

/** `3 1 1 0a1b2c3d4e5f6071…`. */
export function recordWords(record: TlsaRecord): SafeText {
  const { data } = record;
  const shown = data.length > DATA_SHOWN ? words`${quote(data.slice(0, DATA_SHOWN))}…` : quote(data);
  return words`${kindOf(record)} ${shown}`;
}

/** Equal words once, at most so many, joined by commas. */
export function listed(all: readonly SafeText[]): SafeText {
  const distinct = [...new Set(all)];
  return andMore(distinct.slice(0, RECORDS_SHOWN), distinct.length);
}
