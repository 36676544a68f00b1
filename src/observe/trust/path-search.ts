/**
 * Looks for verified paths from a leaf to the trust anchors of one store (RFC 4158, RFC 5280 6.1). Dates are not
 * looked at: whoever judges has a clock.
 */
import { MAX_PATH_LENGTH, MAX_PATHS_PER_STORE } from "../bounds.ts";
import type { Effort } from "../x509/effort.ts";
import { NameRules } from "./name-constraints.ts";
import type { ParsedCertificate } from "../x509/parsed-certificate.ts";
import type { StoreName, TrustStores } from "./stores.ts";

type Path = readonly ParsedCertificate[];

/** What stands at hand beside the stores: certificates that were served, or found elsewhere. */
export class Candidates {
  readonly leaf: ParsedCertificate | undefined;
  readonly #bySubject = new Map<string, ParsedCertificate[]>();

  /** The leaf comes first; the order of the others is that in which they are tried. */
  constructor(certificates: readonly ParsedCertificate[]) {
    this.leaf = certificates[0];
    for (const certificate of certificates) {
      const namesakes = this.#bySubject.get(certificate.subject());
      if (namesakes === undefined) this.#bySubject.set(certificate.subject(), [certificate]);
      else namesakes.push(certificate);
    }
  }

  called(subject: string): readonly ParsedCertificate[] {
    return this.#bySubject.get(subject) ?? [];
  }
}

/** What a search works with; the effort is that of one chain, over all stores. */
export interface SearchTools {
  readonly candidates: Candidates;
  readonly stores: TrustStores;
  readonly effort: Effort;
}

/** A search through one store. Every issuer on a path comes from the store or was served, in any order. */
class PathSearch {
  readonly found: Path[] = [];
  readonly #tools: SearchTools;
  readonly #store: StoreName;
  readonly #nameRules = new NameRules();

  constructor(tools: SearchTools, store: StoreName) {
    this.#tools = tools;
    this.#store = store;
  }

  /** Goes on from the last certificate of a path; `intermediates` are those on it that are not self-issued. */
  extend(path: Path, top: ParsedCertificate, intermediates: number): void {
    const { effort } = this.#tools;
    if (effort.steps <= 0 || this.found.length === MAX_PATHS_PER_STORE) return;
    effort.steps -= 1;
    // As in OpenSSL without X509_V_FLAG_PARTIAL_CHAIN, Node's default: a path ends at a self-signed certificate,
    // and only there; others in the store merely lead on.
    if (top.selfSigned) {
      if (this.#isInStore(top) && this.#nameRules.areObeyed(path, effort)) this.found.push(path);
      return;
    }
    if (path.length === MAX_PATH_LENGTH) return;
    for (const issuer of this.#issuersOf(top, path)) {
      const { mayIssue, pathLength } = issuer.authority() ?? { mayIssue: false, pathLength: 0 };
      if (!mayIssue || pathLength < intermediates || !top.mayBeIssuedBy(issuer)) continue;
      if (top.isSignedBy(issuer, effort) !== true) continue;
      this.extend([...path, issuer], issuer, intermediates + (issuer.selfIssued ? 0 : 1));
    }
  }

  #isInStore(certificate: ParsedCertificate): boolean {
    const sameName = this.#tools.stores.bySubject(this.#store, certificate.subject());
    return sameName.some((anchor) => anchor.sha256() === certificate.sha256());
  }

  /** Candidates by name, those of the store first; no CA comes twice on a path (RFC 4158 2.4.2). */
  #issuersOf(certificate: ParsedCertificate, path: Path): ParsedCertificate[] {
    const { stores, candidates } = this.#tools;
    const passed = new Set(path.map((each) => each.entity()));
    const issuers = new Map<string, ParsedCertificate>();
    const name = certificate.issuer();
    for (const issuer of [...stores.bySubject(this.#store, name), ...candidates.called(name)]) {
      if (!passed.has(issuer.entity()) && !issuers.has(issuer.sha256())) issuers.set(issuer.sha256(), issuer);
    }
    return [...issuers.values()];
  }
}

/** Paths from the leaf to anchors of a store, the shortest first, a few at most. */
export function searchPaths(tools: SearchTools, store: StoreName): Path[] {
  const { leaf } = tools.candidates;
  if (leaf === undefined || leaf.authority()?.notUnderstood !== false) return [];
  const search = new PathSearch(tools, store);
  search.extend([leaf], leaf, 0);
  return search.found.sort((one, other) => one.length - other.length);
}
