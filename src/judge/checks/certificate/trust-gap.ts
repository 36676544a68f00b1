/** What is missing where no path leads from a certificate to a trust anchor, and how that is known. */
import {
  topOfChain,
  type CertificateFacts,
  type IssuerFetch,
  type RefusedPath,
  type TlsHandshake,
} from "../../../observe/observation.ts";
import { joinWords, quote, words, type SafeText } from "../../../text/quote.ts";
import { intermediatesOf, shortestFirst, type Certificates } from "./best-path.ts";
import { sizeWords, type EndpointSubject } from "../../outcome.ts";

/** Why no path leads to a trust anchor: exactly one of the three holds. */
export type TrustFault = "self-signed" | "incomplete" | "untrusted";

/** An issuer that was not served, and where it is from. */
export interface FoundIssuer {
  readonly certificate: CertificateFacts;
  /** The caIssuers name that gave it; absent where another server of the run sends it. */
  readonly url?: string | undefined;
}

/** What is missing where no path was found. */
export interface TrustGap {
  readonly fault: TrustFault;
  /** `incomplete`: what is missing, from below; `untrusted`: the root that no store has. */
  readonly found: readonly FoundIssuer[];
  /** A path to a trust anchor leads over what was found. */
  readonly completes?: true;
  /** caIssuers names that did not give the issuer. */
  readonly asked: readonly string[];
  /** The issuer is served, by name and key identifier, and its key has not made the signature. */
  readonly unsigned?: CertificateFacts;
  /** A path to a trust anchor that OpenSSL refuses. */
  readonly refused?: RefusedPath;
  /** The leaf's issuer is neither served nor found, and nothing says whether it is a root. */
  readonly issuerUnknown?: true;
  /** A served certificate that has nothing to do with the leaf. */
  readonly foreign?: CertificateFacts;
}

/**
 * What is missing where no path was found, told from what was recorded: no certificate is read here. A leaf signed by
 * itself is self-signed. Where issuers were looked for, a path over those that were found proves that the chain is
 * incomplete, and a root that no store has, that it is untrusted; an issuer that was found without a path tells that the
 * chain lacks it. A path that OpenSSL refuses lacks nothing. Where no issuer was found: what is served as the issuer and
 * has not signed is no missing intermediate; a leaf that came alone lacks one where it says where that is to be had, else
 * its issuer may as well be a private root; and a chain that goes further leads to an unknown root.
 */
export function trustGap(tls: TlsHandshake, certificates: Certificates): TrustGap {
  const leaf = tls.chain?.[0];
  const top = topOfChain(tls);
  if (leaf === undefined || top === undefined) return { fault: "untrusted", found: [], asked: [] };
  const { refusedPath: refused } = tls;
  const selfSigned = leaf.issuedBy.includes(leaf.sha256);
  if (selfSigned && refused === undefined) return { fault: "self-signed", found: [], asked: [] };
  const steps = tls.issuerSearch?.steps ?? [];
  const asked = steps.flatMap(({ url, issuer }) => (url !== undefined && issuer === undefined ? [url] : []));
  const sourceOf = (sha256: string): string | undefined => steps.find((step) => step.issuer === sha256)?.url;
  const foundIssuer = (sha256: string): FoundIssuer[] => {
    const certificate = certificates[sha256];
    return certificate === undefined ? [] : [{ certificate, url: sourceOf(sha256) }];
  };
  const [path] = shortestFirst(tls.issuerSearch?.paths);
  if (path !== undefined) {
    const served = new Set(tls.chain?.map(({ sha256 }) => sha256));
    const missing = intermediatesOf(path).filter((sha256) => !served.has(sha256));
    return { fault: "incomplete", found: missing.flatMap(foundIssuer), completes: true, asked: [] };
  }
  const link = tls.chain?.find(({ sha256 }) => sha256 === top);
  const unsigned = certificates[link?.notSignedBy?.[0] ?? ""];
  if (refused !== undefined && (refused.because !== "signature" || unsigned === undefined))
    return { fault: "untrusted", found: [], asked: [], refused };
  const root = steps.find(({ issuer }) => certificates[issuer ?? ""]?.selfIssued);
  if (root?.issuer !== undefined) {
    // A root that a store has is not what is wrong: the path to it is.
    if (root.anchor !== true) return { fault: "untrusted", found: foundIssuer(root.issuer), asked: [] };
    const { refusedPath: refusedAbove } = tls.issuerSearch ?? {};
    return { fault: "untrusted", found: [], asked: [], ...(refusedAbove && { refused: refusedAbove }) };
  }
  const met = steps.find(({ of, issuer }) => of === top && issuer !== undefined)?.issuer;
  if (met !== undefined) return { fault: "incomplete", found: foundIssuer(met), asked };
  if (unsigned !== undefined) return { fault: "untrusted", found: [], asked: [], unsigned };
  if (top !== leaf.sha256) return { fault: "untrusted", found: [], asked };
  const stranger = tls.chain?.find(({ sha256 }) => sha256 !== leaf.sha256);
  const foreign = certificates[stranger?.sha256 ?? ""];
  const gap: TrustGap = { fault: "incomplete", found: [], asked, ...(foreign !== undefined && { foreign }) };
  // Every public authority says where its intermediates are to be had.
  return certificates[leaf.sha256]?.caIssuers === undefined && asked.length === 0
    ? { ...gap, fault: "untrusted", issuerUnknown: true }
    : gap;
}

/** `CN=Intermediate, fetched from http://...`. */
function foundWords({ certificate, url }: FoundIssuer): SafeText {
  const subject = quote(certificate.subject, 200);
  return url === undefined
    ? words`${subject}, which other servers of this run send`
    : words`${subject}, fetched from ${quote(url, 200)}`;
}

/** What was done about the missing issuer, and what came of it. */
export function gapEvidence(
  { fault, found, completes, asked, foreign }: TrustGap,
  { issuers }: EndpointSubject,
): SafeText | undefined {
  if (foreign !== undefined)
    return words`served with it: ${quote(foreign.subject, 200)}, which is not its issuer`;
  if (found.length > 0) {
    const certificates = joinWords(found.map(foundWords), "; ");
    if (fault === "untrusted") return words`its root is in no trust store: ${certificates}`;
    return completes === true ? words`completed with ${certificates}` : words`not served: ${certificates}`;
  }
  const [url] = asked;
  if (url === undefined) return undefined;
  return words`the certificate names ${quote(url, 200)} for its issuer, which ${failureWords(issuers?.[url])}`;
}

function failureWords(fetched: IssuerFetch | undefined): SafeText {
  const detail = fetched?.detail === undefined ? words`` : words` (${quote(fetched.detail, 60)})`;
  switch (fetched?.outcome) {
    case undefined:
    case "not-asked":
      return words`was not asked`;
    case "fetched":
      return words`gives another certificate`;
    case "no-certificate":
      return words`gives no certificate`;
    case "no-address":
      return words`has no address`;
    case "address-not-public":
      return words`was not asked: its address is not public${detail}`;
    case "http-status":
      return words`answers with HTTP status ${quote(fetched.detail ?? "", 60)}`;
    case "too-large":
      return fetched?.limit === undefined
        ? words`gives more than a certificate`
        : words`gives more than ${sizeWords(fetched.limit)}`;
    case "timeout":
      return words`did not answer in time`;
    case "not-connected":
      return words`cannot be reached${detail}`;
    case "broken-off":
      return words`broke off${detail}`;
    case "aborted":
      return words`was not asked before the run ended`;
  }
}
