/** A served chain in facts: who signed whom, and which paths lead to which trust anchors. */
import type { CertificateFacts, RefusedPath, TrustPath } from "../observation.ts";
import { MAX_CERTIFICATE_OCTETS, MAX_SERVED_CERTIFICATES } from "../bounds.ts";
import { factsOf } from "../x509/certificate.ts";
import { effortForChain, type Effort } from "../x509/effort.ts";
import { fingerprint, ParsedCertificate } from "../x509/parsed-certificate.ts";
import {
  Candidates,
  searchPaths,
  searchRefused,
  type Refused,
  type SearchTools,
  type StorePath,
} from "./path-search.ts";
import type { TrustStores, ChainLink, ChainDescription } from "./stores.ts";

export { loadTrustStores, type CaFileProblem, type TrustStores } from "./stores.ts";

export interface FoundPaths {
  /** One for each served certificate that is kept, in the order in which they were served. */
  links: ChainLink[];
  /** In the order of the stores; within one store the shortest first. */
  paths: TrustPath[];
  /** Where there are none: one that OpenSSL refuses. */
  refusedPath?: RefusedPath;
  /** Every certificate that links and paths name, by SHA-256. */
  certificates: Map<string, Buffer>;
}

/** The certificates of a chain that are looked at: from the first one on, until there are too many or one is too long. */
function within(chain: readonly Buffer[]): readonly Buffer[] {
  const tooLong = chain.findIndex((der) => der.length > MAX_CERTIFICATE_OCTETS);
  return chain.slice(0, Math.min(MAX_SERVED_CERTIFICATES, tooLong < 0 ? chain.length : tooLong));
}

/** Whether the first certificate that is not kept is too long, and not merely one too many. */
function isCutForLength(chain: readonly Buffer[], kept: number): boolean {
  return (chain[kept]?.length ?? 0) > MAX_CERTIFICATE_OCTETS;
}

/** Parses served certificates. Those above the leaf are remembered, because many leaves share them. */
function parse(chain: readonly Buffer[], stores: TrustStores): ParsedCertificate[] {
  return within(chain).map((der, index) =>
    index === 0
      ? new ParsedCertificate(der)
      : stores.certificates.recall(fingerprint(der), () => new ParsedCertificate(der)),
  );
}

function linksOf(served: readonly ParsedCertificate[], candidates: Candidates, effort: Effort): ChainLink[] {
  return served.map((certificate) => {
    const called = candidates.called(certificate.issuer());
    const tried = called.map((other) => ({ other, signed: certificate.isSignedBy(other, effort) }));
    const signers = tried.filter(({ signed }) => signed === true);
    const impostors =
      signers.length > 0
        ? []
        : tried.filter(
            ({ other, signed }) =>
              signed === false && other.sha256() !== certificate.sha256() && certificate.mayBeIssuedBy(other),
          );
    const names = (all: typeof tried): string[] => [...new Set(all.map(({ other }) => other.sha256()))];
    const byName =
      tried.length < 2 ? [] : names(tried.filter(({ other }) => certificate.mayBeIssuedBy(other)));
    return {
      sha256: certificate.sha256(),
      issuedBy: names(signers),
      ...(impostors.length > 0 && { notSignedBy: names(impostors) }),
      ...(byName.length > 1 && { issuersByName: byName }),
    };
  });
}

/** The paths to the anchors of each store, in the order of the stores; without one, a path that OpenSSL refuses. */
function pathsOver(tools: SearchTools): { paths: StorePath[]; refused: Refused | undefined } {
  const searches = tools.stores.names.map((store) => ({ store, ...searchPaths(tools, store) }));
  const paths = searches.flatMap(({ store, found }) => found.map((path) => ({ store, path })));
  if (paths.length > 0) return { paths, refused: undefined };
  const refused = searches.find((each) => each.refused !== undefined)?.refused ?? searchRefused(tools);
  return { paths, refused };
}

function inFacts({ store, path }: StorePath): TrustPath {
  return { store, certificates: path.map((certificate) => certificate.sha256()) };
}

function refusedInFacts({ certificate, because, ...path }: Refused): RefusedPath {
  return { ...inFacts(path), refused: certificate.sha256(), because };
}

function search(served: readonly ParsedCertificate[], stores: TrustStores) {
  const effort = effortForChain();
  const candidates = new Candidates(served);
  const links = linksOf(served, candidates, effort);
  const certificates = new Map(served.map((certificate) => [certificate.sha256(), certificate]));
  const tools = { candidates, stores, effort };
  const keep = (path: readonly ParsedCertificate[]): void => {
    for (const certificate of path) certificates.set(certificate.sha256(), certificate);
  };
  const { paths: found, refused } = pathsOver(tools);
  const paths = found.map(inFacts);
  for (const { path } of found) keep(path);
  if (refused === undefined) return { links, paths, certificates };
  keep(refused.path);
  return { links, paths, refusedPath: refusedInFacts(refused), certificates };
}

/**
 * Looks for every path from the first certificate of a chain to an anchor in each store. Names, signatures, CA
 * flags, usages, path lengths and name constraints are checked; dates are not. The work is bounded: of hostile
 * chains only a part is looked at.
 */
export function findTrustPaths(chain: readonly Buffer[], stores: TrustStores): FoundPaths {
  const { certificates, ...found } = search(parse(chain, stores), stores);
  return { ...found, certificates: new Map([...certificates].map(([sha256, { der }]) => [sha256, der])) };
}

/**
 * Looks for paths from the first served certificate over served ones and others that were found elsewhere, as
 * {@link findTrustPaths} does.
 */
export function completePaths(
  served: readonly ParsedCertificate[],
  others: readonly ParsedCertificate[],
  stores: TrustStores,
  effort: Effort,
): TrustPath[] {
  const candidates = new Candidates([...served, ...others]);
  return stores.names.flatMap((store) =>
    searchPaths({ candidates, stores, effort }, store).found.map((path) => inFacts({ store, path })),
  );
}

/** Where {@link completePaths} finds none: a path that OpenSSL refuses. */
export function completeRefused(
  served: readonly ParsedCertificate[],
  others: readonly ParsedCertificate[],
  stores: TrustStores,
  effort: Effort,
): RefusedPath | undefined {
  const refused = searchRefused({ candidates: new Candidates([...served, ...others]), stores, effort });
  return refused === undefined ? undefined : refusedInFacts(refused);
}

/** Whether one of the stores has this very certificate. */
export function isAnchor(certificate: ParsedCertificate, stores: TrustStores): boolean {
  return stores.names.some((store) => stores.has(store, certificate));
}

function describe(chain: readonly Buffer[], stores: TrustStores): ChainDescription {
  const served = parse(chain, stores);
  const { links, paths, refusedPath, certificates } = search(served, stores);
  const [leaf] = served;
  const facts: Record<string, CertificateFacts> = {};
  for (const [sha256, certificate] of certificates) {
    facts[sha256] =
      certificate === leaf ? factsOf(certificate) : stores.facts.recall(sha256, () => factsOf(certificate));
  }
  const cut = chain.length - served.length;
  const tooLong = isCutForLength(chain, served.length);
  return {
    chain: links,
    paths,
    ...(refusedPath !== undefined && { refusedPath }),
    ...(cut > 0 && { chainCut: cut }),
    ...(tooLong && { certificateLimit: MAX_CERTIFICATE_OCTETS }),
    certificates: facts,
  };
}

/**
 * Describes a chain of certificates in DER, leaf first, as served. Chains are remembered with the stores: equal
 * ones get the very same object, which must not be changed.
 */
export function describeChain(chain: readonly Buffer[], stores: TrustStores): ChainDescription {
  const kept = within(chain);
  const shape = `${String(chain.length)} ${String(isCutForLength(chain, kept.length))}`;
  const key = `${shape} ${kept.map(fingerprint).join(" ")}`;
  return stores.chains.recall(key, () => describe(chain, stores));
}
