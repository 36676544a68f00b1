/**
 * Looks for verified paths from a leaf to the trust anchors of one store (RFC 4158, RFC 5280 6.1). Dates are not
 * looked at: whoever judges has a clock.
 */
import { MAX_PATH_LENGTH, MAX_PATHS_PER_STORE, MAX_SEARCH_STEPS } from "../bounds.ts";
import { obeysNameConstraints } from "./name-constraints.ts";
import type { Budget, ParsedCertificate } from "./parsed-certificate.ts";
import type { StoreName, TrustStores } from "./trust-stores.ts";

type Path = readonly ParsedCertificate[];

/** A search through one store. Every issuer on a path comes from the store or was served, in any order. */
class PathSearch {
  readonly found: Path[] = [];
  readonly #served: readonly ParsedCertificate[];
  readonly #stores: TrustStores;
  readonly #store: StoreName;
  readonly #budget: Budget;
  #steps = 0;

  constructor(served: readonly ParsedCertificate[], stores: TrustStores, store: StoreName, budget: Budget) {
    this.#served = served;
    this.#stores = stores;
    this.#store = store;
    this.#budget = budget;
  }

  /** Goes on from the last certificate of a path; `intermediates` are those on it that are not self-issued. */
  extend(path: Path, top: ParsedCertificate, intermediates: number): void {
    this.#steps += 1;
    if (this.#steps > MAX_SEARCH_STEPS || this.found.length === MAX_PATHS_PER_STORE) return;
    // As in OpenSSL without X509_V_FLAG_PARTIAL_CHAIN, Node's default: a path ends at a self-signed certificate,
    // and only there; others in the store merely lead on.
    if (top.selfSigned) {
      if (this.#isInStore(top) && obeysNameConstraints(path)) this.found.push(path);
      return;
    }
    if (path.length === MAX_PATH_LENGTH) return;
    for (const issuer of this.#issuersOf(top, path)) {
      const { mayIssue, pathLength } = issuer.authority() ?? { mayIssue: false, pathLength: 0 };
      if (!mayIssue || pathLength < intermediates || !top.mayBeIssuedBy(issuer)) continue;
      if (!top.isSignedBy(issuer, this.#budget)) continue;
      this.extend([...path, issuer], issuer, intermediates + (issuer.selfIssued ? 0 : 1));
    }
  }

  #isInStore(certificate: ParsedCertificate): boolean {
    const sameName = this.#stores.bySubject(this.#store, certificate.subject());
    return sameName.some((anchor) => anchor.sha256() === certificate.sha256());
  }

  /** Candidates by name, those of the store first; no CA comes twice on a path (RFC 4158 2.4.2). */
  #issuersOf(certificate: ParsedCertificate, path: Path): ParsedCertificate[] {
    const passed = new Set(path.map((each) => each.entity()));
    const candidates = new Map<string, ParsedCertificate>();
    const served = this.#served.filter((each) => each.subject() === certificate.issuer());
    for (const candidate of [...this.#stores.bySubject(this.#store, certificate.issuer()), ...served]) {
      if (!passed.has(candidate.entity()) && !candidates.has(candidate.sha256())) {
        candidates.set(candidate.sha256(), candidate);
      }
    }
    return [...candidates.values()];
  }
}

/** Paths from the first served certificate to anchors of a store, the shortest first, a few at most. */
export function searchPaths(
  served: readonly ParsedCertificate[],
  stores: TrustStores,
  store: StoreName,
  budget: Budget,
): Path[] {
  const [leaf] = served;
  if (leaf === undefined || leaf.authority()?.notUnderstood !== false) return [];
  const search = new PathSearch(served, stores, store, budget);
  search.extend([leaf], leaf, 0);
  return search.found.sort((one, other) => one.length - other.length);
}
