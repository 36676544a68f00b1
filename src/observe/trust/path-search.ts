/**
 * Looks for verified paths from a leaf to the trust anchors of one store (RFC 4158, RFC 5280 6.1). Dates are not
 * looked at: whoever judges has a clock.
 */
import { MAX_PATH_LENGTH, MAX_PATHS_PER_STORE } from "../bounds.ts";
import type { RefusedBecause } from "../observation.ts";
import { readTime } from "../x509/certificate-time.ts";
import type { Effort } from "../x509/effort.ts";
import type { ParsedCertificate } from "../x509/parsed-certificate.ts";
import { NameRules } from "./name-constraints.ts";
import type { StoreName, TrustStores } from "./stores.ts";

type Path = readonly ParsedCertificate[];

/** Why OpenSSL refuses a path, and at which of its certificates. */
export interface Refusal {
  readonly certificate: ParsedCertificate;
  readonly because: RefusedBecause;
}

/** A path to an anchor of a store. */
export interface StorePath {
  readonly store: StoreName;
  readonly path: Path;
}

/** One that OpenSSL refuses. */
export type Refused = StorePath & Refusal;

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

/** What a search lets pass, to find out why there is no path: nothing; what a CA may not do; and wrong signatures. */
type Tolerance = "none" | "rules" | "signatures";

/** A search through one store. Every issuer on a path comes from the store or was served, in any order. */
class PathSearch {
  readonly found: Path[] = [];
  refused: Refused | undefined;
  readonly #tools: SearchTools;
  readonly #store: StoreName;
  readonly #tolerance: Tolerance;
  readonly #nameRules = new NameRules();

  constructor(tools: SearchTools, store: StoreName, tolerance: Tolerance) {
    this.#tools = tools;
    this.#store = store;
    this.#tolerance = tolerance;
  }

  /**
   * Goes on from the last certificate of a path; `intermediates` are those on it that are not self-issued, `refusal` is
   * why OpenSSL refuses it so far.
   */
  extend(path: Path, top: ParsedCertificate, intermediates: number, refusal?: Refusal): void {
    const { effort, stores } = this.#tools;
    const isOver =
      this.#tolerance === "none" ? this.found.length === MAX_PATHS_PER_STORE : this.refused !== undefined;
    if (effort.steps <= 0 || isOver) return;
    effort.steps -= 1;
    // As in OpenSSL without X509_V_FLAG_PARTIAL_CHAIN, Node's default: a path ends at a self-signed certificate, or
    // at one that the store expressly trusts; others in the store merely lead on.
    if (stores.isAnchor(this.#store, top) && (top.selfSigned || path.length > 1)) {
      this.#finish(path, refusal ?? this.#nameRules.brokenOn(path, effort));
      return;
    }
    if (top.selfSigned || path.length === MAX_PATH_LENGTH) return;
    const issuers = this.#issuersOf(top, path, intermediates);
    if (
      issuers.length === 0 &&
      path.length > 1 &&
      this.#tolerance === "rules" &&
      stores.has(this.#store, top)
    )
      this.#finish(path, refusal ?? { certificate: top, because: "issuer-not-in-store" });
    for (const issuer of issuers) {
      const because = issuerFault(top, issuer, intermediates);
      if (because !== undefined && this.#tolerance === "none") continue;
      const signed = top.isSignedBy(issuer, effort);
      if (signed === undefined || (!signed && this.#tolerance !== "signatures")) continue;
      const fault = signed ? because : "signature";
      this.extend(
        [...path, issuer],
        issuer,
        intermediates + (issuer.selfIssued ? 0 : 1),
        refusal ?? (fault === undefined ? undefined : { certificate: issuer, because: fault }),
      );
    }
  }

  #finish(path: Path, refusal: Refusal | undefined): void {
    if (refusal === undefined) this.found.push(path);
    else this.refused ??= { store: this.#store, path, ...refusal };
  }

  /**
   * Candidates by name, those of the store first; no CA comes twice on a path (RFC 4158 2.4.2). Above a certificate of the
   * store OpenSSL looks for others of the store only, and it passes by what was served where the store has an issuer
   * (X509_V_FLAG_TRUSTED_FIRST, its default). Served ones stay beside sound anchors only: which way senders go there is for
   * the judge to say, who has a clock.
   */
  #issuersOf(certificate: ParsedCertificate, path: Path, intermediates: number): ParsedCertificate[] {
    const { stores, candidates, effort } = this.#tools;
    const passed = new Set(path.map((each) => each.entity()));
    const name = certificate.issuer();
    const inStore = stores.bySubject(this.#store, name).filter((issuer) => !passed.has(issuer.entity()));
    const fitting = inStore.filter((issuer) => certificate.mayBeIssuedBy(issuer));
    const isSound = (issuer: ParsedCertificate): boolean =>
      stores.isAnchor(this.#store, issuer) &&
      issuerFault(certificate, issuer, intermediates) === undefined &&
      certificate.isSignedBy(issuer, effort) === true;
    if (!fitting.every(isSound)) return fitting;
    const isOfStore = path.length > 1 && stores.has(this.#store, certificate);
    const served = isOfStore ? [] : candidates.called(name).filter((issuer) => !passed.has(issuer.entity()));
    const issuers = new Map([...inStore, ...served].map((issuer) => [issuer.sha256(), issuer]));
    return [...issuers.values()];
  }
}

/** Why one certificate may not stand above the other on a path, signatures aside. */
function issuerFault(
  below: ParsedCertificate,
  issuer: ParsedCertificate,
  intermediates: number,
): RefusedBecause | undefined {
  const authority = issuer.authority();
  if (authority === undefined) return "unreadable-extension";
  if (authority.unfit !== undefined) return authority.unfit;
  if (authority.mayNotIssue !== undefined) return authority.mayNotIssue;
  if (authority.pathLength < intermediates) return "path-length";
  if (!hasReadableDates(issuer)) return "unreadable-date";
  // What is left of X509_check_issued where usage and extensions are in order: authorityKeyIdentifier.
  return below.mayBeIssuedBy(issuer) ? undefined : "other-issuer";
}

function hasReadableDates(certificate: ParsedCertificate): boolean {
  const { notBefore, notAfter } = certificate.structure() ?? {};
  return readTime(notBefore) !== undefined && readTime(notAfter) !== undefined;
}

/** Why no path can start at a leaf that is not alone in its chain. */
function leafRefusal(leaf: ParsedCertificate): Refusal | undefined {
  const authority = leaf.authority();
  const because = authority === undefined ? "unreadable-extension" : authority.unfit;
  // OpenSSL looks at curves only where there is more than one certificate.
  return because === undefined || (because === "explicit-curve" && leaf.selfSigned)
    ? undefined
    : { certificate: leaf, because };
}

/** Paths from the leaf to anchors of a store, the shortest first, a few at most; and one that names forbid, if one does. */
export function searchPaths(
  tools: SearchTools,
  store: StoreName,
): { readonly found: readonly Path[]; readonly refused?: Refused | undefined } {
  const { leaf } = tools.candidates;
  if (leaf === undefined || leafRefusal(leaf) !== undefined) return { found: [] };
  const search = new PathSearch(tools, store, "none");
  search.extend([leaf], leaf, 0);
  return { found: search.found.sort((one, other) => one.length - other.length), refused: search.refused };
}

/** Where there is no path to any store: one that would be if OpenSSL did not refuse it, and why it does. */
export function searchRefused(tools: SearchTools): Refused | undefined {
  const { leaf } = tools.candidates;
  if (leaf === undefined) return undefined;
  const refusal = leafRefusal(leaf);
  for (const tolerance of ["rules", "signatures"] as const) {
    for (const store of tools.stores.names) {
      const search = new PathSearch(tools, store, tolerance);
      search.extend([leaf], leaf, 0, refusal);
      if (search.refused !== undefined) return search.refused;
    }
  }
  return undefined;
}
