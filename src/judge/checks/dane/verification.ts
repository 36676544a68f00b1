/** The served certificates held against TLSA records, as a sender with DANE does it (RFC 7672 3). */
import type { TlsHandshake } from "../../../observe/observation.ts";
import { matchServerIdentity } from "../certificate/server-identity.ts";
import { isValidAt, type Certificates } from "../certificate/best-path.ts";
import { judgeUsage } from "../certificate/usage.ts";
import { pathToServed, pathToUnserved, type AnchorPath, type ServedChain } from "./anchor-path.ts";
import { END_ENTITY, FULL, SHA512, TRUST_ANCHOR, type RatedRecord, type TlsaRecord } from "./tlsa-records.ts";

/** What a chain is held against records with. */
export interface VerificationContext {
  readonly tls: Pick<TlsHandshake, "chain">;
  readonly certificates: Certificates;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Any of these names will do for a certificate below a trust anchor (RFC 7672 3.2.2). */
  readonly names: readonly string[];
}

/** What keeps a certificate with a path to a trust anchor from authenticating the server. */
export interface AnchorFaults {
  /** It has none of the names. */
  readonly name: boolean;
  /** SHA-256 of the certificates below the anchor that are not valid now. */
  readonly dates: readonly string[];
}

/** A record with what it comes to for the chain. */
export interface HeldRecord extends RatedRecord {
  /** It is the server's own key, or leads from the server's own certificate to its CA; names and dates aside. */
  readonly matches: boolean;
  readonly path?: AnchorPath | undefined;
  /** It carries the CA, which the server does not send. */
  readonly unsent?: true;
}

export interface Verification {
  readonly records: readonly HeldRecord[];
  /** The record that authenticates the server, and counts; undefined where none does. */
  readonly by: HeldRecord | undefined;
  /** Where none does, and a path leads to an anchor: why that is not enough. */
  readonly faults?: AnchorFaults | undefined;
  /** One of each combination of usage, selector and matching type of which no record matches (RFC 7671 8.4). */
  readonly unmatched: readonly TlsaRecord[];
}

export function verify(rated: readonly RatedRecord[], context: VerificationContext): Verification {
  const records = rated.map((each) => hold(each, context));
  const counting = records.filter(({ counts, matches }) => counts && matches);
  const ofKey = counting.find(({ record }) => record.usage === END_ENTITY);
  const anchored = counting
    .filter(({ record }) => record.usage === TRUST_ANCHOR)
    .map((held) => ({ held, faults: faultsOf(held, context) }))
    .toSorted((one, other) => weigh(one.faults) - weigh(other.faults));
  const [best] = anchored;
  const by = ofKey ?? (best !== undefined && weigh(best.faults) === 0 ? best.held : undefined);
  return {
    records,
    by,
    ...(by === undefined && { faults: best?.faults }),
    unmatched: unmatchedOf(records),
  };
}

function hold(rated: RatedRecord, context: VerificationContext): HeldRecord {
  const { record, match, unusable } = rated;
  const leaf = context.tls.chain?.[0]?.sha256;
  if (unusable !== undefined || match === undefined || leaf === undefined)
    return { ...rated, matches: false };
  if (record.usage === END_ENTITY) return { ...rated, matches: match.matches.includes(leaf) };
  // A certificate that no TLS server may have is refused wherever a path is verified.
  const certificate = context.certificates[leaf];
  if (certificate === undefined || judgeUsage(certificate).length > 0) return { ...rated, matches: false };
  const served: ServedChain = context;
  const first = (paths: readonly (AnchorPath | undefined)[]): AnchorPath | undefined =>
    paths
      .filter((path) => path !== undefined)
      .toSorted((one, other) => invalid(one, context).length - invalid(other, context).length)[0];
  const path = first(match.matches.map((anchor) => pathToServed(anchor, served)));
  if (path !== undefined || record.matchingType !== FULL)
    return { ...rated, matches: path !== undefined, path };
  const carried = first((match.signs ?? []).map((signed) => pathToUnserved(signed, served)));
  return carried === undefined
    ? { ...rated, matches: false }
    : { ...rated, matches: true, path: carried, unsent: true };
}

function invalid({ below }: AnchorPath, { certificates, now }: VerificationContext): string[] {
  return below.filter((sha256) => !isValidAt(certificates[sha256], now));
}

function faultsOf({ path }: HeldRecord, context: VerificationContext): AnchorFaults {
  const leaf = context.certificates[context.tls.chain?.[0]?.sha256 ?? ""];
  const named =
    leaf !== undefined && context.names.some((name) => matchServerIdentity(leaf, name, undefined) !== "none");
  return { name: !named, dates: path === undefined ? [] : invalid(path, context) };
}

function weigh({ name, dates }: AnchorFaults): number {
  return Number(name) + Number(dates.length > 0);
}

function unmatchedOf(records: readonly HeldRecord[]): TlsaRecord[] {
  const usable = records.filter(({ unusable }) => unusable === undefined);
  const groups = Map.groupBy(usable, ({ record: { usage, selector, matchingType } }) =>
    [usage, selector, matchingType].join(" "),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined || group.some(({ matches }) => matches) ? [] : [first.record];
  });
}

/** Whether a client that knows SHA-256 alone, which is all that it must, finds nothing to go by (RFC 7671 9). */
export function needsSha512({ records }: Verification): boolean {
  const matching = records.filter(({ matches }) => matches);
  const usable = records.filter(({ unusable }) => unusable === undefined);
  const ofOthers = (group: TlsaRecord): boolean =>
    usable.some(
      ({ record }) =>
        record.usage === group.usage && record.selector === group.selector && record.matchingType !== SHA512,
    );
  return (
    matching.some(({ record }) => record.matchingType === SHA512 && !ofOthers(record)) &&
    !matching.some(({ record }) => record.matchingType !== SHA512)
  );
}

/**
 * What the records say of a change to come: the next key of the same kind, or an issuer beside the key (RFC 7671 8.1, 8.2).
 * @param elsewhere whether a record is of another server with the same name
 */
export function rolloverOf(
  { records, unmatched, by }: Verification,
  elsewhere: (record: TlsaRecord) => boolean,
): "next" | "issuer" | "none" {
  if (by === undefined) return "none";
  const usable = records.filter(({ unusable }) => unusable === undefined);
  const isUnmatched = ({ usage, selector, matchingType }: TlsaRecord): boolean =>
    unmatched.some(
      (one) => one.usage === usage && one.selector === selector && one.matchingType === matchingType,
    );
  if (usable.some(({ record, matches }) => !matches && !isUnmatched(record) && !elsewhere(record)))
    return "next";
  const usages = new Set(usable.filter(({ matches }) => matches).map(({ record }) => record.usage));
  return usages.has(END_ENTITY) && usages.has(TRUST_ANCHOR) ? "issuer" : "none";
}
