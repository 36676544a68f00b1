/** The certificates of a run by what they are called: among them the issuers that servers do not send are looked for. */
import { MAX_ISSUER_CANDIDATES, MAX_ISSUER_NAMESAKES } from "../bounds.ts";
import { readAuthorityKeyIdentifier, readSubjectKeyIdentifier } from "../x509/authority.ts";
import type { ParsedCertificate } from "../x509/parsed-certificate.ts";

export class Namesakes {
  readonly #bySubject = new Map<string, string[]>();
  readonly #believed: ReadonlySet<string>;

  /** `believed`: those that stand on a verified path. No stranger can get in there, nor crowd them out. */
  constructor(believed: ReadonlySet<string>) {
    this.#believed = believed;
  }

  /** Adds a certificate; `first`: before the others of its name. */
  add(sha256: string, subject: string, first = this.#believed.has(sha256)): void {
    const namesakes = this.#bySubject.get(subject);
    if (namesakes === undefined) this.#bySubject.set(subject, [sha256]);
    else if (first) namesakes.unshift(sha256);
    else namesakes.push(sha256);
    if (namesakes !== undefined && namesakes.length > MAX_ISSUER_NAMESAKES) namesakes.pop();
  }

  /**
   * Those that may be the issuer of a certificate, the likeliest first, a few at most.
   * @param name what the issuer is called
   * @param parsed gives a certificate by its SHA-256, where the run has it
   */
  issuersOf(
    certificate: ParsedCertificate,
    name: string,
    parsed: (sha256: string) => ParsedCertificate | undefined,
  ): ParsedCertificate[] {
    const structure = certificate.structure();
    const wanted = structure === undefined ? undefined : readAuthorityKeyIdentifier(structure).keyIdentifier;
    const likely: ParsedCertificate[] = [];
    const others: ParsedCertificate[] = [];
    for (const sha256 of this.#bySubject.get(name) ?? []) {
      const namesake = parsed(sha256);
      const own = namesake?.structure();
      if (namesake === undefined || own === undefined) continue;
      const fits = wanted !== undefined && readSubjectKeyIdentifier(own) === wanted;
      if (fits || this.#believed.has(sha256)) likely.push(namesake);
      else others.push(namesake);
    }
    return [...likely, ...others].slice(0, MAX_ISSUER_CANDIDATES);
  }
}
