/** The way from a served certificate to the CA that a record of usage DANE-TA(2) names (RFC 7671 5.2). */
import type { TlsHandshake } from "../../../observe/observation.ts";
import { isValidAt, type Certificates } from "../certificate/best-path.ts";

type Link = NonNullable<TlsHandshake["chain"]>[number];

/** A path as it was served. */
export interface AnchorPath {
  /** SHA-256 of the certificates below the anchor, leaf first: those whose dates count (RFC 5280 6.1). */
  readonly below: readonly string[];
}

/** What a path is looked for in. */
export interface ServedChain {
  readonly tls: Pick<TlsHandshake, "chain">;
  readonly certificates: Certificates;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The path from the leaf to an anchor that was served, by signatures that were verified; one whose dates are all valid comes
 * before others, and a shorter one before a longer one. The leaf itself is not an anchor. Undefined where there is none.
 */
export function pathToServed(anchor: string, served: ServedChain): AnchorPath | undefined {
  const leaf = served.tls.chain?.[0]?.sha256;
  if (leaf === undefined || anchor === leaf) return undefined;
  const path = walk(served, (sha256) => sha256 === anchor);
  return path && { below: path.slice(0, -1) };
}

/** The same to an anchor that was not served, which the record carries: it has signed the last certificate of the path. */
export function pathToUnserved(signed: string, served: ServedChain): AnchorPath | undefined {
  const path = walk(served, (sha256) => sha256 === signed);
  return path && { below: path };
}

function walk(served: ServedChain, isEnd: (sha256: string) => boolean): string[] | undefined {
  const { certificates, now } = served;
  return (
    breadthFirst(served, isEnd, (sha256) => isValidAt(certificates[sha256], now)) ??
    breadthFirst(served, isEnd, () => true)
  );
}

/** @param preferred whether a path may lead over a certificate; the end is taken as it is */
function breadthFirst(
  { tls, certificates }: ServedChain,
  isEnd: (sha256: string) => boolean,
  preferred: (sha256: string) => boolean,
): string[] | undefined {
  const links = new Map((tls.chain ?? []).map((link): [string, Link] => [link.sha256, link]));
  const leaf = tls.chain?.[0]?.sha256;
  const paths: string[][] = leaf === undefined ? [] : [[leaf]];
  const passed = new Set(leaf === undefined ? [] : [leaf]);
  for (const path of paths) {
    const last = path.at(-1) ?? "";
    if (isEnd(last)) return path;
    if (!preferred(last)) continue;
    for (const issuer of links.get(last)?.issuedBy ?? []) {
      if (passed.has(issuer) || !maySign(certificates, issuer)) continue;
      passed.add(issuer);
      paths.push([...path, issuer]);
    }
  }
  return undefined;
}

/** Whether a certificate is a CA's, and may sign others (RFC 5280 4.2.1.3, 4.2.1.9). */
function maySign(certificates: Certificates, sha256: string): boolean {
  const certificate = certificates[sha256];
  return certificate?.ca === true && certificate.keyUsage?.includes("keyCertSign") !== false;
}
