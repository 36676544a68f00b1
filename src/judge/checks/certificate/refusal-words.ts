/** Why OpenSSL refuses a way to a trust anchor, and what to do about it. */
import type { RefusedBecause, RefusedPath } from "../../../observe/observation.ts";
import { joinWords, quote, words, type SafeText } from "../../../text/quote.ts";
import type { Certificates } from "./best-path.ts";

const SAYS: Readonly<Record<RefusedBecause, SafeText>> = {
  "not-a-ca": words`is not a CA certificate`,
  "key-usage": words`may not sign certificates (key usage)`,
  "extended-key-usage": words`may not issue certificates for servers (extended key usage)`,
  "path-length": words`allows fewer intermediates below it (path length)`,
  "name-constraints": words`may not issue for a name in this chain (name constraints)`,
  "unusable-constraints": words`has name constraints that are malformed, of an unknown kind, or too many`,
  "critical-extension": words`has a critical extension that OpenSSL does not support`,
  "unreadable-extension": words`has a malformed extension`,
  "repeated-extension": words`has the same extension twice`,
  "proxy-certificate": words`is a proxy certificate (RFC 3820)`,
  "explicit-curve": words`has a key on an elliptic curve without a name`,
  "unreadable-date": words`has a malformed validity date`,
  "issuer-not-in-store": words`is in a trust store, but its own issuer is not`,
  "other-issuer": words`is not the issuer that the certificate below it names (authority key identifier)`,
  signature: words`has another key than the one that signed the certificate below it`,
};

const REISSUE_LEAF = words`Have the certificate reissued without this fault: OpenSSL refuses it, and so does Postfix.`;
const REISSUE_CA = words`Have the certificate issued by another CA, or that CA's certificate reissued: OpenSSL refuses this chain, and so does Postfix.`;
const PERMIT = words`Have the certificate issued by a CA whose name constraints permit every name in it, or have the constraints changed.`;
const AS_DELIVERED = words`Install certificate and chain exactly as the authority delivered them; for an authority of your own, give its current root in ca-file.`;

const ADD_ROOT = words`Put the root above it into the same store or file: OpenSSL, and so Postfix, ends at a self-signed root, and looks above a certificate of the store for others of the store only.`;

export interface RefusalWords {
  readonly reason: SafeText;
  /** Absent where that of the code will do. */
  readonly remedy?: SafeText;
  /** The certificates on the way. */
  readonly evidence: SafeText;
}

/** Words for a way that OpenSSL refuses. */
export function refusalWords(refused: RefusedPath, certificates: Certificates): RefusalWords {
  const { because } = refused;
  // Of a trust anchor that no server has sent, the name stands in the certificate below it.
  const nameOf = (sha256 = ""): SafeText => {
    const below = refused.certificates[refused.certificates.indexOf(sha256) - 1];
    const called = certificates[sha256]?.subject ?? certificates[below ?? ""]?.issuer ?? sha256;
    return called === "" ? words`a certificate without a name` : quote(called, 200);
  };
  const [leaf] = refused.certificates;
  const anchor = refused.certificates.at(-1);
  const fault = SAYS[because];
  const evidence = joinWords(refused.certificates.slice(0, 10).map(nameOf), "; ");
  if (refused.refused === leaf) return { reason: words`it ${fault}`, remedy: REISSUE_LEAF, evidence };
  if (refused.refused === anchor && because === "signature") {
    const reason = words`its root ${nameOf(anchor)} is in no trust store; the trusted certificate of that name has another key`;
    return { reason, evidence };
  }
  if (because === "issuer-not-in-store") {
    const reason = words`the chain leads to ${nameOf(anchor)}, which ${fault}, so that no root is reached`;
    return { reason, remedy: ADD_ROOT, evidence };
  }
  const reason =
    refused.refused === anchor
      ? words`the chain leads to the trusted root ${nameOf(anchor)}, but that ${fault}`
      : words`the chain leads to the trusted root ${nameOf(anchor)}, but ${nameOf(refused.refused)} ${fault}`;
  return { reason, remedy: remedyFor(because), evidence };
}

function remedyFor(because: RefusedBecause): SafeText {
  switch (because) {
    case "name-constraints":
      return PERMIT;
    case "other-issuer":
    case "signature":
      return AS_DELIVERED;
    default:
      return REISSUE_CA;
  }
}
