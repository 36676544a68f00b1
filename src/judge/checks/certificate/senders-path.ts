/**
 * The path that senders take. OpenSSL does not look for the best path: at each certificate it takes the first issuer
 * that its store or the served chain gives, and goes on from there (X509_verify_cert with X509_V_FLAG_TRUSTED_FIRST, its
 * default). What it passes by does not help.
 */
import type { TlsHandshake, TrustPath } from "../../../observe/observation.ts";
import { isValidAt, pathIsValid, shortestFirst, type Certificates } from "./best-path.ts";

/** Where OpenSSL leaves a path: it takes one certificate, and the path needs another one. */
export interface WrongTurn {
  readonly taken: string;
  readonly needed: string;
}

export interface ChosenPath {
  readonly path: TrustPath;
  /** Set where OpenSSL finds neither this path nor any other. */
  readonly wrongTurn?: WrongTurn | undefined;
}

/**
 * The verified path that counts at this moment; undefined where there is none. Those that OpenSSL finds come before those
 * that it passes by, then those whose dates are all valid, then the shortest.
 */
export function choosePath(
  tls: Pick<TlsHandshake, "chain" | "paths">,
  certificates: Certificates,
  now: number,
): ChosenPath | undefined {
  const paths = shortestFirst(tls.paths);
  const walk = new Walk(tls, certificates, now);
  const walked = paths.map((path) => ({ path, wrongTurn: walk.leaves(path) }));
  const best = (among: readonly ChosenPath[]): ChosenPath | undefined =>
    among.find(({ path }) => pathIsValid(path, certificates, now)) ?? among[0];
  return best(walked.filter(({ wrongTurn }) => wrongTurn === undefined)) ?? best(walked);
}

/** OpenSSL's way through a served chain at a moment. */
class Walk {
  readonly #tls: Pick<TlsHandshake, "chain" | "paths">;
  readonly #certificates: Certificates;
  readonly #now: number;
  readonly #served: ReadonlySet<string>;

  constructor(tls: Pick<TlsHandshake, "chain" | "paths">, certificates: Certificates, now: number) {
    this.#tls = tls;
    this.#certificates = certificates;
    this.#now = now;
    this.#served = new Set(tls.chain?.map(({ sha256 }) => sha256));
  }

  /** Where it leaves a path; undefined where it follows it to the end. */
  leaves({ store, certificates }: TrustPath): WrongTurn | undefined {
    for (const [index, needed] of certificates.entries()) {
      const below = certificates[index - 1];
      if (below === undefined) continue;
      const taken =
        this.#fromStore(store, below, needed) ?? this.#fromChain(below, certificates.slice(0, index));
      if (taken !== undefined && taken !== needed) return { taken, needed };
    }
    return undefined;
  }

  /** The issuer that the store gives; of several the one that is needed where nothing speaks against it. */
  #fromStore(store: TrustPath["store"], below: string, needed: string): string | undefined {
    const issuers = (this.#tls.paths ?? []).flatMap((path) => {
      const index = path.certificates.indexOf(below) + 1;
      const issuer = index === 0 || path.store !== store ? undefined : path.certificates[index];
      if (issuer === undefined) return [];
      return index === path.certificates.length - 1 || !this.#served.has(issuer) ? [issuer] : [];
    });
    const valid = issuers.filter((issuer) => this.#isValid(issuer));
    const likely = valid.length > 0 ? valid : issuers;
    return likely.includes(needed) ? needed : likely[0];
  }

  /** The served issuer: the first that is valid, else the one that is valid for longest. */
  #fromChain(below: string, passed: readonly string[]): string | undefined {
    const link = this.#tls.chain?.find(({ sha256 }) => sha256 === below);
    const issuers = (link?.issuersByName ?? []).filter((issuer) => !passed.includes(issuer));
    const end = (issuer: string): number => Date.parse(this.#certificates[issuer]?.notAfter ?? "");
    return (
      issuers.find((issuer) => this.#isValid(issuer)) ??
      issuers.reduce<string | undefined>(
        (longest, issuer) => (longest === undefined || end(issuer) > end(longest) ? issuer : longest),
        undefined,
      )
    );
  }

  #isValid(sha256: string): boolean {
    return isValidAt(this.#certificates[sha256], this.#now);
  }
}
