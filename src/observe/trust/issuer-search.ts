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
import { INDEXED_PER_TURN, MAX_ISSUER_DEPTH, MAX_ISSUER_SEARCH_WORK } from "../bounds.ts";
import { effortForChain, type Effort } from "../x509/effort.ts";
import { presentName } from "../x509/distinguished-name.ts";
import { ParsedCertificate } from "../x509/parsed-certificate.ts";
import { completePaths, completeRefused, isAnchor } from "./paths.ts";
import type { TrustStores } from "./stores.ts";
import { IssuerFiles, type IssuerFileTools } from "./issuer-files.ts";
import { Namesakes } from "./namesakes.ts";

export interface IssuerSearchTools extends IssuerFileTools {
  readonly trust: TrustStores;
}

export interface CompletedRun {
  readonly endpoints: Record<string, EndpointObservation>;
  /** Facts of what was fetched. */
  readonly certificates: Record<string, CertificateFacts>;
  readonly issuers: Record<string, IssuerFetch>;
}

/**
 * Looks for the missing issuers of every endpoint without a trust path that was not looked at before. What it costs is
 * bounded for the whole run, not for each endpoint: hostile ones can come in any number.
 */
export async function searchIssuers(
  endpoints: Readonly<Record<string, EndpointObservation>>,
  certificates: Readonly<Record<string, CertificateFacts>>,
  tools: IssuerSearchTools,
): Promise<CompletedRun> {
  const lacking = Object.values(endpoints).filter(({ connections }) =>
    connections.some(({ tls }) => lacksPath(tls)),
  );
  if (lacking.length === 0)
    return { endpoints: { ...endpoints }, certificates: {}, issuers: { ...tools.asked } };
  const searcher = new IssuerSearcher(certificates, believedOf(endpoints), tools);
  const search = async (): Promise<Record<string, EndpointObservation>> =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(endpoints).map(
          async ([key, endpoint]) => [key, await searcher.complete(endpoint)] as const,
        ),
      ),
    );
  await searcher.index(certificates);
  let completed = await search();
  // What was fetched for one server may be what another one lacks.
  if (await searcher.learn()) completed = await search();
  return {
    endpoints: completed,
    certificates: searcher.files.fetched,
    issuers: searcher.files.issuers,
  };
}

/** Certificates on the verified paths of a run. */
function believedOf(endpoints: Readonly<Record<string, EndpointObservation>>): ReadonlySet<string> {
  const paths = Object.values(endpoints).flatMap(({ connections }) =>
    connections.flatMap(({ tls }) => tls?.paths ?? []),
  );
  return new Set(paths.flatMap(({ certificates }) => certificates));
}

/** One search under way. */
interface Search {
  readonly served: readonly ParsedCertificate[];
  /** SHA-256 of the served ones; servers send the same certificate twice, too. */
  readonly known: ReadonlySet<string>;
  readonly found: Map<string, ParsedCertificate>;
  readonly steps: IssuerSearch["steps"];
  readonly effort: Effort;
  paths: IssuerSearch["paths"];
}

class IssuerSearcher {
  readonly files: IssuerFiles;
  readonly #known: Record<string, CertificateFacts>;
  readonly #namesakes: Namesakes;
  readonly #tools: IssuerSearchTools;
  readonly #searches = new Map<string, Promise<IssuerSearch>>();
  readonly #found = new Map<string, IssuerSearch>();
  /** What is left for signatures in all searches of the run. */
  #workLeft = MAX_ISSUER_SEARCH_WORK;

  constructor(
    known: Readonly<Record<string, CertificateFacts>>,
    believed: ReadonlySet<string>,
    tools: IssuerSearchTools,
  ) {
    this.#known = { ...known };
    this.#namesakes = new Namesakes(believed);
    this.#tools = tools;
    this.files = new IssuerFiles(tools, (sha256) => this.#certificate(sha256));
  }

  /** Takes what was fetched among the certificates of the run; false where that is nothing new. */
  async learn(): Promise<boolean> {
    const news = Object.fromEntries(
      Object.entries(this.files.fetched).filter(([sha256]) => this.#known[sha256] === undefined),
    );
    Object.assign(this.#known, news);
    await this.index(news);
    // Only what has no path can gain by it.
    for (const [key, { paths }] of this.#found) if (paths.length === 0) this.#searches.delete(key);
    return Object.keys(news).length > 0;
  }

  /** Puts certificates among those of their names. */
  async index(certificates: Readonly<Record<string, CertificateFacts>>): Promise<void> {
    const entries = Object.entries(certificates);
    for (let start = 0; start < entries.length; start += INDEXED_PER_TURN) {
      await this.#turn(() => {
        for (const [sha256, { subject }] of entries.slice(start, start + INDEXED_PER_TURN)) {
          this.#namesakes.add(sha256, subject, this.files.fetched[sha256] === undefined ? undefined : true);
        }
      });
    }
  }

  async complete(endpoint: EndpointObservation): Promise<EndpointObservation> {
    if (!endpoint.connections.some(({ tls }) => lacksPath(tls))) return endpoint;
    const connections = await Promise.all(
      endpoint.connections.map(async (connection) =>
        connection.tls !== undefined && lacksPath(connection.tls)
          ? { ...connection, tls: { ...connection.tls, issuerSearch: await this.#searchFor(connection.tls) } }
          : connection,
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
    const begun = await this.#turn(() => this.#begin(tls));
    if (begun === undefined) return { steps: [], paths: [] };
    const { search } = begun;
    let { current } = begun;
    for (let depth = 0; depth < MAX_ISSUER_DEPTH && current?.selfIssued === false; depth++) {
      const of: ParsedCertificate = current;
      current = await this.#turn(() => this.#takeFromHand(search, of));
      if (await this.#isComplete(search)) break;
      for (const url of this.files.namesOf(of)) {
        if (search.steps.some((step) => step.of === of.sha256() && step.url === url)) continue;
        const certificates = await this.files.fetch(url);
        const fetched = await this.#turn(() => this.#take(search, of, certificates, url));
        current = fetched ?? current;
        if (fetched !== undefined) break;
      }
      if (await this.#isComplete(search)) break;
    }
    const { steps, paths } = search;
    if (paths.length > 0 || search.found.size === 0) return { steps, paths };
    const refusedPath = await this.#turn(() =>
      this.#within(search, (effort) =>
        completeRefused(search.served, [...search.found.values()], this.#tools.trust, effort),
      ),
    );
    return { steps, paths, ...(refusedPath !== undefined && { refusedPath }) };
  }

  #begin(tls: TlsHandshake): { search: Search; current: ParsedCertificate | undefined } {
    const served = (tls.chain ?? []).flatMap(({ sha256 }) => this.#certificate(sha256) ?? []);
    const known = new Set(served.map((certificate) => certificate.sha256()));
    const effort = effortForChain();
    const search = { served, known, found: new Map(), steps: [], effort, paths: [] };
    return { search, current: this.#certificate(topOfChain(tls)) };
  }

  /** Looks for the issuer among the certificates of the run. */
  #takeFromHand(search: Search, of: ParsedCertificate): ParsedCertificate | undefined {
    const name = of.issuerName();
    const issuer = name === undefined ? "" : presentName(name);
    const candidates = this.#namesakes
      .issuersOf(of, issuer, (sha256) => this.#certificate(sha256))
      .filter((each) => !search.known.has(each.sha256()) && !search.found.has(each.sha256()));
    const atHand = candidates.filter((each) => this.#isIssuer(search, each, of));
    return this.#take(search, of, atHand);
  }

  /** Keeps what was found for a certificate; gives its issuer, where that is among it. */
  #take(
    search: Search,
    of: ParsedCertificate,
    candidates: readonly ParsedCertificate[],
    url?: string,
  ): ParsedCertificate | undefined {
    const issuer = candidates.find((each) => this.#isIssuer(search, each, of));
    const source = url ?? this.files.sourceOf(issuer);
    for (const each of candidates) {
      if (!search.known.has(each.sha256())) search.found.set(each.sha256(), each);
    }
    if (issuer === undefined && url === undefined) return undefined;
    search.steps.push({
      of: of.sha256(),
      ...(source !== undefined && { url: source }),
      ...(issuer !== undefined && { issuer: issuer.sha256() }),
      ...(issuer !== undefined && isAnchor(issuer, this.#tools.trust) && { anchor: true }),
    });
    return issuer;
  }

  #isIssuer(search: Search, candidate: ParsedCertificate, of: ParsedCertificate): boolean {
    if (candidate.subject() !== of.issuer()) return false;
    return this.#within(search, (effort) => of.isSignedBy(candidate, effort) === true);
  }

  /** Looks whether a path leads over what was found; true where there is nothing more to look for. */
  async #isComplete(search: Search): Promise<boolean> {
    const paths = await this.#turn(() =>
      this.#within(search, (effort) =>
        completePaths(search.served, [...search.found.values()], this.#tools.trust, effort),
      ),
    );
    search.paths = paths ?? [];
    return paths === undefined || paths.length > 0;
  }

  /** Works with what is left of the search's effort and of the run's. */
  #within<Result>(search: Search, work: (effort: Effort) => Result): Result {
    const { effort } = search;
    const kept = Math.max(0, effort.signatures - this.#workLeft);
    effort.signatures -= kept;
    const before = effort.signatures;
    const result = work(effort);
    this.#workLeft -= before - effort.signatures;
    effort.signatures += kept;
    return result;
  }

  #turn<Value>(work: () => Value): Promise<Value | undefined> {
    return this.#tools.turns.do(work, this.#tools.signal);
  }

  #certificate(sha256: string | undefined): ParsedCertificate | undefined {
    const facts = this.#known[sha256 ?? ""];
    if (facts === undefined || sha256 === undefined) return undefined;
    return this.#tools.trust.certificates.recall(
      sha256,
      () => new ParsedCertificate(Buffer.from(facts.der, "base64")),
    );
  }
}

/** A leaf that nobody vouches for but perhaps an issuer that was not served. */
function lacksPath(tls: TlsHandshake | undefined): boolean {
  const leaf = tls?.chain?.[0];
  if (tls?.outcome !== "done" || leaf === undefined || tls.paths === undefined) return false;
  return tls.paths.length === 0 && tls.issuerSearch === undefined && !leaf.issuedBy.includes(leaf.sha256);
}
