/** By which line a finding about records and a certificate is seen by hand. */
import type { Raised } from "../../outcome.ts";
import type { Published } from "./publication.ts";

/** Characters of the records that a line may hold: what is longer is cut where it is shown. */
const RECORDS_LENGTH = 340;

/** OpenSSL with the usable records; where they are too long for a line, the question that gives them. */
export function confirmWith({ records, baseDomain }: Published): Pick<Raised, "confirm" | "dane"> {
  const usable = records.filter(({ unusable }) => unusable === undefined);
  const written = new Set(
    usable.map(({ record: { usage, selector, matchingType, data } }) =>
      [usage, selector, matchingType, data].join(" "),
    ),
  );
  const length = [...written].reduce((sum, record) => sum + record.length, 0);
  if (length > RECORDS_LENGTH) return { confirm: "dig-dnssec" };
  return { dane: { baseDomain, records: [...written] } };
}
