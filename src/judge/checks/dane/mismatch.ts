/** Why no TLSA record matches: the mistake behind it, where one can be told. */
import { quote, words, type SafeText } from "../../../text/quote.ts";
import type { Certificates } from "../certificate/best-path.ts";
import { judgeUsage } from "../certificate/usage.ts";
import { END_ENTITY, kindOf, listed, TRUST_ANCHOR, type TlsaRecord } from "./tlsa-records.ts";
import type { HeldRecord, Verification } from "./verification.ts";

/** A mistake, and what to do about it where that is not the usual thing. */
export interface Mistake {
  /** Completes "No TLSA record … matches the certificate that the server sends". */
  readonly why: SafeText;
  readonly remedy?: SafeText;
}

const NOTHING: Mistake = { why: words`` };

/**
 * @param chain SHA-256 of the served certificates, leaf first
 * @param matchedElsewhere records, as JSON, that another address of the host matches
 */
export function mistakeOf(
  { records }: Verification,
  chain: readonly string[],
  certificates: Certificates,
  matchedElsewhere: ReadonlySet<string>,
): Mistake {
  const [leaf] = chain;
  if (leaf === undefined) return { why: words`: it sends none at all` };
  const usable = records.filter(({ unusable }) => unusable === undefined);
  return (
    oldKey(usable, matchedElsewhere) ??
    outdone(usable) ??
    leafAsAnchor(usable, leaf) ??
    issuerAsKey(usable, leaf) ??
    wrongUsage(usable, leaf, certificates) ??
    bystander(usable, leaf, certificates) ??
    unusedUsage(records, leaf) ??
    unsentAnchor(usable) ??
    NOTHING
  );
}

/** One machine of several was left behind. */
function oldKey(usable: readonly HeldRecord[], elsewhere: ReadonlySet<string>): Mistake | undefined {
  if (!usable.some(({ record, counts }) => counts && elsewhere.has(JSON.stringify(record)))) return undefined;
  return {
    why: words`, while that of another address of this host does: this machine has an old key, or not the new one yet`,
    remedy: words`Give this machine the certificate and key that the other one has, and reload its mail server.`,
  };
}

/** Only the strongest digest counts (RFC 7671 9). */
function outdone(usable: readonly HeldRecord[]): Mistake | undefined {
  const weaker = usable.find(({ matches, counts }) => matches && !counts);
  if (weaker === undefined) return undefined;
  const { record } = weaker;
  const stronger = usable.find(
    ({ record: other, counts }) =>
      counts &&
      other.usage === record.usage &&
      other.selector === record.selector &&
      other.matchingType !== 0,
  );
  const strong = stronger === undefined ? words`` : words` (${kindOf(stronger.record)})`;
  return {
    why: words`: ${kindOf(record)} matches, but most senders use only the strongest digest${strong}, which does not`,
    remedy: words`Publish the ${kindOf(record)} record and the stronger one for the same key, or remove the stronger one.`,
  };
}

function leafAsAnchor(usable: readonly HeldRecord[], leaf: string): Mistake | undefined {
  const found = usable.find(
    ({ record, match }) => record.usage === TRUST_ANCHOR && match?.matches.includes(leaf) === true,
  );
  if (found === undefined) return undefined;
  const { selector, matchingType } = found.record;
  return {
    why: words`: ${kindOf(found.record)} holds the server's own certificate, and usage 2 is for the CA above it`,
    remedy: words`Publish the same data as ${END_ENTITY} ${selector} ${matchingType}.`,
  };
}

function issuerAsKey(usable: readonly HeldRecord[], leaf: string): Mistake | undefined {
  const found = usable.find(
    ({ record, match }) =>
      record.usage === END_ENTITY && (match?.matches.some((sha256) => sha256 !== leaf) ?? false),
  );
  if (found === undefined) return undefined;
  const { selector, matchingType } = found.record;
  return {
    why: words`: ${kindOf(found.record)} holds a CA of the chain, and usage 3 is for the server's own certificate`,
    remedy: words`Publish the same data as ${TRUST_ANCHOR} ${selector} ${matchingType}, or a 3 1 1 record for the server's own key.`,
  };
}

/** The path is there, and no verifier goes it. */
function wrongUsage(
  usable: readonly HeldRecord[],
  leaf: string,
  certificates: Certificates,
): Mistake | undefined {
  const certificate = certificates[leaf];
  const anchored = usable.some(
    ({ record, match }) => record.usage === TRUST_ANCHOR && (match?.matches.length ?? 0) > 0,
  );
  if (!anchored || certificate === undefined || judgeUsage(certificate).length === 0) return undefined;
  return {
    why: words`: it must not be used for a server (its key usage)`,
    remedy: words`Have the certificate issued for a server: extended key usage serverAuth, key usage digitalSignature.`,
  };
}

function bystander(
  usable: readonly HeldRecord[],
  leaf: string,
  certificates: Certificates,
): Mistake | undefined {
  for (const { record, match } of usable) {
    const [other] = (match?.matches ?? []).filter((sha256) => sha256 !== leaf);
    if (record.usage !== TRUST_ANCHOR || other === undefined) continue;
    const name = quote(certificates[other]?.subject ?? other, 200);
    return {
      why: words`: ${kindOf(record)} is ${name}, which the server sends, but which did not issue its certificate`,
      remedy: words`Publish the CA that issued the certificate, or a 3 1 1 record for the server's own key.`,
    };
  }
  return undefined;
}

/** What would match if mail knew the usage. */
function unusedUsage(records: readonly HeldRecord[], leaf: string): Mistake | undefined {
  const found = records.find(
    ({ record, match }) =>
      (record.usage === 0 || record.usage === 1) &&
      match?.matches.some((sha256) => (record.usage === 1) === (sha256 === leaf)) === true,
  );
  if (found === undefined) return undefined;
  const { usage, selector, matchingType } = found.record;
  return {
    why: words`: ${kindOf(found.record)} would match, but senders ignore usage ${usage}`,
    remedy: words`Publish the same data as ${usage + 2} ${selector} ${matchingType}, and remove the others.`,
  };
}

/** A CA counts only where it is sent (RFC 7671 5.2.2). */
function unsentAnchor(usable: readonly HeldRecord[]): Mistake | undefined {
  const anchors = usable.filter(({ record }) => record.usage === TRUST_ANCHOR);
  if (anchors.length === 0 || anchors.length < usable.length) return undefined;
  const kinds = listed(anchors.map(({ record }): SafeText => kindOf(record)));
  return {
    why: words`: the CA of ${kinds} is not among the certificates that it sends`,
    remedy: words`Configure the full chain, including the CA of the TLSA record (the root as well, if the record names it); or publish a 3 1 1 record for the server's own key.`,
  };
}

/** A record as it would be written, for those who know which kind they publish. */
export function kindsOf(records: readonly TlsaRecord[]): SafeText {
  return listed(records.map(kindOf));
}
