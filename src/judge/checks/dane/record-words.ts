/** What is told of TLSA records, and of what they come to. */
import { moreWords } from "../../../text/plural.ts";
import { quote, words, type SafeText } from "../../../text/quote.ts";
import type { Encounter } from "./assessment.ts";
import type { Published } from "./publication.ts";
import { kindOf, listed, recordWords, type RatedRecord } from "./tlsa-records.ts";

/** Its DNSSEC status, for the facts of the check. */
export function statusWords({ status }: Published): SafeText {
  return status === "zone-file" ? words`zone file, not live yet` : quote(status);
}

/** `3 1 1 0a1b… (matches)`: each record and what it comes to. */
export function recordFacts(records: readonly RatedRecord[], encounter: Encounter): SafeText[] {
  const held = encounter.tls === "done" ? encounter.verification.records : undefined;
  const all = records.map(({ record, unusable }, index) => {
    if (unusable !== undefined) return words`${recordWords(record)} (unusable: ${unusable})`;
    const one = held?.[index];
    if (one === undefined) return recordWords(record);
    const said = one.matches ? (one.counts ? words`matches` : words`matches, not used`) : words`no match`;
    return words`${recordWords(record)} (${said})`;
  });
  const distinct = [...new Set(all)];
  const more = distinct.length - FACTS_LISTED;
  return more > 0 ? [...distinct.slice(0, FACTS_LISTED), moreWords(more)] : distinct;
}

/** Records that the facts list. */
const FACTS_LISTED = 12;

/** Which records no sender uses, and why. */
export function unusableWords(records: readonly RatedRecord[]): SafeText {
  return listed(
    records.flatMap(({ record, unusable }) =>
      unusable === undefined ? [] : [words`${kindOf(record)} (${unusable})`],
    ),
  );
}

/** What senders would do if DNSSEC secures the records. */
export function wouldWords({ records }: Published, encounter: Encounter): SafeText {
  const usable = records.some(({ unusable }) => unusable === undefined);
  if (encounter.tls === "none")
    return words`If it does, senders that use DANE do not deliver here: ${encounter.how}`;
  if (!usable) return words`No sender could use them anyway: ${unusableWords(records)}`;
  if (encounter.tls !== "done") return words`Whether they match could not be seen either`;
  const { by, faults } = encounter.verification;
  if (by !== undefined) return words`If it does, DANE works: ${kindOf(by.record)} matches the certificate`;
  if (faults?.name === true)
    return words`If it does, senders that use DANE do not deliver here: the certificate is not issued for this name`;
  if (faults !== undefined)
    return words`If it does, senders that use DANE do not deliver here: the certificate is not valid today`;
  return words`If it does, senders that use DANE do not deliver here: no record matches the certificate`;
}
