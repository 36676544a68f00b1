/** Why records and policies are not what senders take, in words. */
import { plural } from "../../../text/plural.ts";
import { quoteWire, words, type SafeText } from "../../../text/quote.ts";
import { DAY } from "../../../text/time.ts";
import type { OfLine, PolicyFault, PolicyOddity } from "../../../sts/sts-policy.ts";
import type { RecordFault, RecordOddity } from "../../../sts/sts-record.ts";

/** Why senders ignore the record. */
export const RECORD_FAULTS: Readonly<Record<RecordFault, SafeText>> = {
  several: words`there is more than one`,
  version: words`it does not begin with "v=STSv1;"`,
  "no-id": words`it has no id`,
  "id-form": words`its id is not 1 to 32 letters and digits`,
};

export const RECORD_ODDITIES: Readonly<Record<RecordOddity, SafeText>> = {
  "space-in-front": words`the record begins with a space`,
  "space-before-semicolon": words`the record has a space before its first semicolon`,
  "several-ids": words`the record has more than one id`,
  "field-form": words`the record has a field that is not "key=value"`,
};

export const POLICY_FAULTS: Readonly<Record<PolicyFault, SafeText>> = {
  empty: words`it is empty`,
  html: words`it is a web page`,
  binary: words`it is not text (compressed, perhaps)`,
  "byte-order-mark": words`it begins with a byte order mark (save it as UTF-8 without BOM)`,
  "line-form": words`it has a line that is not "key: value"`,
  "no-version": words`it has no version`,
  version: words`its version is not STSv1`,
  "no-mode": words`it has no mode`,
  mode: words`its mode is not enforce, testing or none`,
  "no-max-age": words`it has no max_age`,
  "max-age": words`its max_age is not a number of 1 to 10 digits`,
  "no-mx": words`it has no mx line`,
  "mx-form": words`an mx line is neither a host name nor "*." followed by one`,
};

export const POLICY_ODDITIES: Readonly<Record<PolicyOddity, SafeText>> = {
  "double-key": words`the policy has a duplicate key`,
  "blank-line": words`the policy has a blank line`,
  "max-age-limit": words`max_age is above 31557600 (one year)`,
};

/** `it has a line that …`, and what stands there. */
export function lineWords<Reason extends string>(
  { reason, line }: OfLine<Reason>,
  meanings: Readonly<Record<Reason, SafeText>>,
): SafeText {
  return line === undefined ? meanings[reason] : words`${meanings[reason]} (line ${line})`;
}

/** What stands in a line, for the evidence. */
export function evidenceOf({ text }: OfLine<string>): { readonly evidence?: SafeText } {
  return text === undefined ? {} : { evidence: quoteWire(text, 200) };
}

/** `1 week`, `3 hours`: a time in seconds as a person would say it. */
export function ageWords(seconds: number): SafeText {
  const days = (seconds * 1000) / DAY;
  if (days >= 14 && days % 7 === 0) return plural(days / 7, "week");
  if (days >= 1) return plural(Math.floor(days), "day");
  if (seconds >= 3600) return plural(Math.floor(seconds / 3600), "hour");
  if (seconds >= 60) return plural(Math.floor(seconds / 60), "minute");
  return plural(seconds, "second");
}
