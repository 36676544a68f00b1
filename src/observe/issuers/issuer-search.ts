/**
 * Looks for the issuers that servers do not send: among the certificates of the run, then by their caIssuers names
 * (RFC 5280 4.2.2.1). A path over them proves that the chain is incomplete; a root that no store has, that the
 * authority is unknown.
 */
import type {
  CertificateFacts,
  EndpointObservation,
  IssuerFetch,
  IssuerSearch,
  TlsHandshake,
} from "../observation.ts";
import { topOfChain } from "../observation.ts";
import { createManners } from "../manners.ts";
import {
  MAX_ISSUER_FETCHES,
  MAX_ISSUER_DEPTH,
  MAX_ISSUER_NAMES,
  ISSUER_FETCHES_AT_ONCE,
  MAX_SIGNATURE_CHECKS,
} from "../bounds.ts";
import { factsOf } from "../tls/certificate.ts";
import { ParsedCertificate, type Budget } from "../tls/parsed-certificate.ts";
import { completePaths, isAnchor } from "../tls/trust.ts";
import type { TrustStores } from "../tls/trust-stores.ts";
import type { FetchedIssuer } from "./issuer-fetch.ts";

export interface IssuerSearchTools {
  readonly trust: TrustStores;
  /** Asks one caIssuers name; absent: what the run has met has to do. */
  readonly fetch?: ((name: string) => Promise<FetchedIssuer>) | undefined;
  /** What the names gave that were asked before in this run: each is asked once. */
  readonly asked?: Readonly<Record<string, IssuerFetch>> | undefined;
}

export interface CompletedRun {
  readonly endpoints: Record<string, EndpointObservation>;
  /** Facts of what was fetched. */
  readonly certificates: Record<string, CertificateFacts>;
  readonly issuers: Record<string, IssuerFetch>;
}

/** Looks for the missing issuers of every endpoint without a trust path that was not looked at before. */
export async function searchIssuers(
  endpoints: Readonly<Record<string, EndpointObservation>>,
  certificates: Readonly<Record<string, CertificateFacts>>,
  tools: IssuerSearchTools,
): Promise<CompletedRun> {
  const searcher = new IssuerSearcher(certificates, tools);
  const search = async (): Promise<Record<string, EndpointObservation>> =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(endpoints).map(
          async ([key, endpoint]) => [key, await searcher.complete(endpoint)] as const,
        ),
      ),
    );
  let completed = await search();
  // What was fetched for one server may be what another one lacks.
  if (searcher.learn()) completed = await search();
  return {
    endpoints: completed,
    certificates: searcher.fetched,
    issuers: searcher.issuers,
  };
}

class IssuerSearcher {
  readonly fetched: Record<string, CertificateFacts> = {};
  readonly issuers: Record<string, IssuerFetch>;
  readonly #known: Record<string, CertificateFacts>;
  /** The names that gave the certificates that were fetched. */
  readonly #sources = new Map<string, string>();
  readonly #bySubject = new Map<string, string[]>();
  readonly #tools: IssuerSearchTools;
  readonly #manners = createManners(ISSUER_FETCHES_AT_ONCE);
  readonly #searches = new Map<string, Promise<IssuerSearch>>();
  readonly #found = new Map<string, IssuerSearch>();
  readonly #fetches = new Map<string, Promise<ParsedCertificate[]>>();

  constructor(known: Readonly<Record<string, CertificateFacts>>, tools: IssuerSearchTools) {
    this.#known = { ...known };
    this.#tools = tools;
    this.issuers = { ...tools.asked };
    for (const [name, { certificates }] of Object.entries(this.issuers)) {
      for (const sha256 of certificates) this.#sources.set(sha256, name);
    }
    this.#index(known);
  }

  /** Takes what was fetched among the certificates of the run; false where that is nothing new. */
  learn(): boolean {
    const news = Object.fromEntries(
      Object.entries(this.fetched).filter(([sha256]) => this.#known[sha256] === undefined),
    );
    Object.assign(this.#known, news);
    this.#index(news);
    // Only what has no path can gain by it.
    for (const [key, { paths }] of this.#found) if (paths.length === 0) this.#searches.delete(key);
    return Object.keys(news).length > 0;
  }

  #index(certificates: Readonly<Record<string, CertificateFacts>>): void {
    for (const [sha256, { subject }] of Object.entries(certificates)) {
      const namesakes = this.#bySubject.get(subject) ?? [];
      namesakes.push(sha256);
      this.#bySubject.set(subject, namesakes);
    }
  }

  async complete(endpoint: EndpointObservation): Promise<EndpointObservation> {
    if (!endpoint.connections.some(({ tls }) => lacksPath(tls))) return endpoint;
    const connections = await Promise.all(
      endpoint.connections.map(async (seen) =>
        seen.tls !== undefined && lacksPath(seen.tls)
          ? { ...seen, tls: { ...seen.tls, issuerSearch: await this.#searchFor(seen.tls) } }
          : seen,
      ),
    );
    return { ...endpoint, connections };
  }

  /** Many endpoints serve the same chain. */
  #searchFor(tls: TlsHandshake): Promise<IssuerSearch> {
    const key = (tls.chain ?? []).map(({ sha256 }) => sha256).join(" ");
    const known = this.#searches.get(key);
    if (known !== undefined) return known;
    const search = this.#search(tls).then((found) => {
      this.#found.set(key, found);
      return found;
    });
    this.#searches.set(key, search);
    return search;
  }

  async #search(tls: TlsHandshake): Promise<IssuerSearch> {
    const served = (tls.chain ?? []).flatMap(({ sha256 }) => this.#certificate(sha256) ?? []);
    // Servers send the same certificate twice, too.
    const known = new Set(served.map((certificate) => certificate.sha256()));
    const found = new Map<string, ParsedCertificate>();
    const steps: IssuerSearch["steps"] = [];
    const budget: Budget = { left: MAX_SIGNATURE_CHECKS };
    const paths = (): IssuerSearch["paths"] => completePaths(served, [...found.values()], this.#tools.trust);
    const take = (of: ParsedCertificate, candidates: readonly ParsedCertificate[], url?: string) => {
      const [issuer] = candidates.filter((each) => isIssuer(each, of, budget));
      const source = url ?? this.#sources.get(issuer?.sha256() ?? "");
      for (const each of candidates) if (!known.has(each.sha256())) found.set(each.sha256(), each);
      if (issuer === undefined && url === undefined) return undefined;
      steps.push({
        of: of.sha256(),
        ...(source !== undefined && { url: source }),
        ...(issuer !== undefined && { issuer: issuer.sha256() }),
        ...(issuer !== undefined && isAnchor(issuer, this.#tools.trust) && { anchor: true }),
      });
      return issuer;
    };
    let current = this.#certificate(topOfChain(tls));
    for (let depth = 0; depth < MAX_ISSUER_DEPTH && current?.selfIssued === false; depth++) {
      const of = current;
      const atHand = this.#atHand(of).filter(
        (each) => !known.has(each.sha256()) && !found.has(each.sha256()) && isIssuer(each, of, budget),
      );
      current = take(of, atHand);
      if (paths().length > 0) break;
      for (const url of this.#namesOf(of)) {
        if (steps.some((step) => step.of === of.sha256() && step.url === url)) continue;
        const fetched = take(of, await this.#fetch(url), url);
        current = fetched ?? current;
        if (fetched !== undefined) break;
      }
      if (paths().length > 0) break;
    }
    return { steps, paths: paths() };
  }

  #certificate(sha256: string | undefined): ParsedCertificate | undefined {
    const facts = this.#known[sha256 ?? ""];
    return facts === undefined ? undefined : new ParsedCertificate(Buffer.from(facts.der, "base64"));
  }

  /** Certificates of the run that are called what the issuer is called. */
  #atHand(certificate: ParsedCertificate): ParsedCertificate[] {
    const { issuer } = factsOf(certificate);
    return (this.#bySubject.get(issuer) ?? []).flatMap((sha256) => this.#certificate(sha256) ?? []);
  }

  #namesOf(certificate: ParsedCertificate): string[] {
    if (this.#tools.fetch === undefined) return [];
    const names = (factsOf(certificate).caIssuers ?? []).filter((name) => /^http:/i.test(name));
    return names.slice(0, MAX_ISSUER_NAMES);
  }

  #fetch(name: string): Promise<ParsedCertificate[]> {
    const known = this.#fetches.get(name);
    if (known !== undefined) return known;
    const before = this.#tools.asked?.[name];
    const fetched =
      before === undefined
        ? this.#ask(name)
        : Promise.resolve(before.certificates.flatMap((sha256) => this.#certificate(sha256) ?? []));
    this.#fetches.set(name, fetched);
    return fetched;
  }

  async #ask(name: string): Promise<ParsedCertificate[]> {
    const { fetch } = this.#tools;
    if (fetch === undefined || this.#fetches.size >= MAX_ISSUER_FETCHES) return [];
    const host = URL.parse(name)?.hostname ?? "";
    const { fact, certificates } = await this.#manners.visit(host, host, () => fetch(name));
    this.issuers[name] = fact;
    const parsed = certificates.map((der) => new ParsedCertificate(der));
    for (const certificate of parsed) {
      this.fetched[certificate.sha256()] = factsOf(certificate);
      this.#sources.set(certificate.sha256(), name);
    }
    return parsed;
  }
}

/** A leaf that nobody vouches for but perhaps an issuer that was not served. */
function lacksPath(tls: TlsHandshake | undefined): boolean {
  const leaf = tls?.chain?.[0];
  if (tls?.outcome !== "done" || leaf === undefined || tls.paths === undefined) return false;
  return tls.paths.length === 0 && tls.issuerSearch === undefined && !leaf.issuedBy.includes(leaf.sha256);
}

function isIssuer(candidate: ParsedCertificate, of: ParsedCertificate, budget: Budget): boolean {
  return candidate.subject() === of.issuer() && of.isSignedBy(candidate, budget);
}
