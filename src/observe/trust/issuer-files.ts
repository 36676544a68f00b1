/** What CAs give out under the caIssuers names that a run meets: each name is asked once, a few at a time. */
import { ISSUER_FETCHES_AT_ONCE, MAX_ISSUER_FETCHES, MAX_ISSUER_NAMES } from "../bounds.ts";
import { createLimiter } from "../limiter.ts";
import type { CertificateFacts, IssuerFetch } from "../observation.ts";
import { factsOf } from "../x509/certificate.ts";
import { ParsedCertificate } from "../x509/parsed-certificate.ts";
import type { Turns } from "../../system/turns.ts";
import type { FetchedIssuer } from "./issuer-fetch.ts";
import type { Signal } from "../../system/signal.ts";

export interface IssuerFileTools {
  /** Asks one caIssuers name; absent: what the run has met has to do. */
  readonly fetch?: ((name: string) => Promise<FetchedIssuer>) | undefined;
  /** What the names gave that were asked before in this run: each is asked once. */
  readonly asked?: Readonly<Record<string, IssuerFetch>> | undefined;
  readonly turns: Turns;
  /** Ends the search: what was found by then is what there is. */
  readonly signal: Signal;
}

export class IssuerFiles {
  /** Facts of the certificates that were fetched, by SHA-256. */
  readonly fetched: Record<string, CertificateFacts> = {};
  /** What each name gave. */
  readonly issuers: Record<string, IssuerFetch>;
  readonly #tools: IssuerFileTools;
  /** Gives a certificate of the run. */
  readonly #certificate: (sha256: string) => ParsedCertificate | undefined;
  readonly #sources = new Map<string, string>();
  readonly #fetches = new Map<string, Promise<ParsedCertificate[]>>();
  readonly #limiter = createLimiter(ISSUER_FETCHES_AT_ONCE);

  constructor(tools: IssuerFileTools, certificate: (sha256: string) => ParsedCertificate | undefined) {
    this.#tools = tools;
    this.#certificate = certificate;
    this.issuers = { ...tools.asked };
    for (const [name, { certificates }] of Object.entries(this.issuers)) {
      for (const sha256 of certificates) this.#sources.set(sha256, name);
    }
  }

  /** The name that gave a certificate; undefined where none did. */
  sourceOf(certificate: ParsedCertificate | undefined): string | undefined {
    return certificate === undefined ? undefined : this.#sources.get(certificate.sha256());
  }

  /** The names of a certificate that may be asked, a few at most. */
  namesOf(certificate: ParsedCertificate): string[] {
    if (this.#tools.fetch === undefined) return [];
    const names = (factsOf(certificate).caIssuers ?? []).filter((name) => /^http:/i.test(name));
    return names.slice(0, MAX_ISSUER_NAMES);
  }

  /** The certificates under a name; none where it gives none, or is not asked any more. */
  fetch(name: string): Promise<ParsedCertificate[]> {
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
    const { fetch, signal, turns } = this.#tools;
    if (fetch === undefined || signal.aborted || this.#fetches.size >= MAX_ISSUER_FETCHES) return [];
    const host = URL.parse(name)?.hostname ?? "";
    const { fact, certificates } = await this.#limiter.visit(host, host, () => fetch(name));
    this.issuers[name] = fact;
    const parsed = certificates.map((der) => new ParsedCertificate(der));
    await turns.do(() => {
      for (const certificate of parsed) {
        this.fetched[certificate.sha256()] = factsOf(certificate);
        this.#sources.set(certificate.sha256(), name);
      }
    }, signal);
    return parsed;
  }
}
