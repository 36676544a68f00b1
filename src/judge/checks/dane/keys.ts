/** The keys that are about to be deployed (`dane-keys`) against the records that they have to be in by then. */
import type { DaneKeyFile } from "../../../observe/observation.ts";
import { quote, quoteName, words } from "../../../text/quote.ts";
import { raise, type EndpointSubject, type Raised } from "../../outcome.ts";
import { asked } from "../dns-answer.ts";
import type { Encounter } from "./assessment.ts";
import type { Published } from "./publication.ts";
import { END_ENTITY, FULL, SHA256, SHA512, TRUST_ANCHOR, type TlsaRecord } from "./tlsa-records.ts";

type Key = DaneKeyFile["keys"][number];

/** Each file whose key no record that counts would match, once it is deployed. */
export function judgeKeys(
  publication: Published,
  encounter: Encounter,
  { daneKeys }: EndpointSubject,
): Raised[] {
  // Whoever issues the present certificate under a record of usage 2 is most likely to issue the next one.
  const anchored = encounter.tls === "done" && encounter.verification.by?.record.usage === TRUST_ANCHOR;
  if (anchored) return [];
  return daneKeys.flatMap((file) => {
    const [own] = file.keys;
    if (own === undefined || isPublished(file, publication)) return [];
    const base = quoteName(publication.baseDomain);
    const expected = words`3 1 1 ${quote(own.publicKey.sha256)}`;
    const key = words`${quote(file.file, 255)}:${own.line}`;
    return [raise("dane-key-unpublished", { base, key }, { ...asked(publication.answer), expected })];
  });
}

/** Whether a record that counts matches the file's own key, or one of usage 2 a CA that stands behind it. */
export function isPublished({ keys: [own, ...above] }: DaneKeyFile, { records }: Published): boolean {
  return records.some(({ record, counts }) => {
    if (!counts) return false;
    if (record.usage === END_ENTITY) return own !== undefined && holds(record, own);
    return record.usage === TRUST_ANCHOR && above.some((key) => holds(record, key));
  });
}

function holds({ selector, matchingType, data }: TlsaRecord, { certificate, publicKey }: Key): boolean {
  const of = selector === 0 ? certificate : publicKey;
  if (of === undefined) return false;
  if (matchingType === FULL) return data === of.full;
  if (matchingType === SHA256) return data === of.sha256;
  return matchingType === SHA512 && data === of.sha512;
}
