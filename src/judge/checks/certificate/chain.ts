/** The path from a certificate to a trust anchor: whether there is one, and the keys, signatures and dates on it. */
import {
  topOfChain,
  type CertificateFacts,
  type TlsHandshake,
  type TrustPath,
} from "../../../observe/observation.ts";
import { plural } from "../../../text/plural.ts";
import { joinWords, quote, words, type SafeText } from "../../../text/quote.ts";
import { DAY } from "../../../text/time.ts";
import { aboveLeaf, intermediatesOf, pathIsValid } from "./best-path.ts";
import { raise, span, type EndpointSubject, type Raised } from "../../outcome.ts";
import { refusalWords } from "./refusal-words.ts";
import type { ChosenPath } from "./senders-path.ts";
import { gapEvidence, trustGap, type TrustGap } from "./trust-gap.ts";

/** Days left of an intermediate or a root under which it is worth a word. */
const CHAIN_WARNING_DAYS = 30;

const CURRENT_ROOT = words`Serve the authority's chain to its current root; for an authority of your own, put that root into ca-file and the senders' stores.`;
const EITHER_OR = words`If the issuer is an intermediate, serve it behind the server's own certificate (fullchain.pem); if it is a root of your own, give it in ca-file.`;

/** Smallest elliptic curve field, in bits (RFC 9325 4.5); the smallest RSA key is a setting. */
const MIN_EC_BITS = 224;

export function judgeTrust(
  tls: TlsHandshake,
  leaf: CertificateFacts,
  chosen: ChosenPath | undefined,
  subject: EndpointSubject,
): Raised[] {
  if (leaf.unreadable?.includes("der") === true) {
    return [
      raise("cert-untrusted", { reason: words`other software reads another certificate in it, or none` }),
    ];
  }
  // Dates that nobody can read hold for nobody, whoever has signed them.
  if (Number.isNaN(Date.parse(leaf.notBefore)) || Number.isNaN(Date.parse(leaf.notAfter))) {
    return [raise("cert-untrusted", { reason: words`its validity dates are malformed` })];
  }
  if (chosen === undefined) return [judgeGap(tls, leaf, trustGap(tls, subject.certificates), subject)];
  const { wrongTurn } = chosen;
  // An expired path is a fault of its own, in whatever order it is served.
  if (wrongTurn !== undefined && pathIsValid(chosen.path, subject.certificates, subject.now)) {
    const [needed, taken] = [wrongTurn.needed, wrongTurn.taken].map((sha256) =>
      certificateWords(subject.certificates[sha256]),
    );
    return [raise("cert-chain-order", { needed: needed ?? words``, taken: taken ?? words`` })];
  }
  return judgeStores(tls, subject);
}

/** `CN=Intermediate (issued by CN=Root)`: cross-signs have the same name. */
function certificateWords(certificate: CertificateFacts | undefined): SafeText {
  const { subject = "", issuer = "" } = certificate ?? {};
  return words`${quote(subject, 200)} (issued by ${quote(issuer, 200)})`;
}

function judgeStores(tls: TlsHandshake, { trustStores }: EndpointSubject): Raised[] {
  const stores = new Set((tls.paths ?? []).map((each) => each.store));
  const filled = trustStores.filter(({ certificates }) => certificates > 0).map(({ store }) => store);
  const bothThere = filled.includes("bundled") && filled.includes("system");
  if (stores.has("ca-file") || stores.size > 1 || !bothThere) return [];
  const [known, unknown] = stores.has("bundled")
    ? ([words`Node's bundled roots`, words`this system's store`] as const)
    : ([words`this system's store`, words`Node's bundled roots`] as const);
  return [raise("cert-root-not-everywhere", { known, unknown })];
}

/** What keeps the certificate from being trusted: exactly one finding. */
function judgeGap(
  tls: TlsHandshake,
  leaf: CertificateFacts,
  gap: TrustGap,
  subject: EndpointSubject,
): Raised {
  const { certificates } = subject;
  const actual = words`${quote(leaf.subject, 200)}, issued by ${quote(leaf.issuer, 200)}`;
  const evidence = gapEvidence(gap, subject);
  const parts = { actual, ...(evidence !== undefined && { evidence }) };
  if (gap.fault === "self-signed") return raise("cert-self-signed", {}, { actual });
  if (gap.fault === "incomplete")
    return raise("cert-incomplete-chain", { issuer: quote(leaf.issuer, 200) }, parts);
  if (gap.refused !== undefined) {
    const { reason, ...said } = refusalWords(gap.refused, certificates);
    return raise("cert-untrusted", { reason }, { ...parts, ...said });
  }
  if (gap.unsigned !== undefined) {
    const reason = words`the signature is not that of ${quote(gap.unsigned.subject, 200)}, which is served as the issuer`;
    return raise("cert-untrusted", { reason }, parts);
  }
  if ((tls.chainCut ?? 0) > 0) {
    const kept = tls.chain?.length ?? 0;
    const reason = words`no root is reached over the first ${kept} of ${kept + (tls.chainCut ?? 0)} served certificates, and the rest is not looked at`;
    return raise("cert-untrusted", { reason }, parts);
  }
  if (gap.issuerUnknown === true) {
    const issuer = leaf.issuer === "" ? words`(which has no name)` : quote(leaf.issuer, 200);
    const reason = words`its issuer ${issuer} is neither served nor in any trust store; it is a missing intermediate, or the root of a private authority`;
    return raise("cert-untrusted", { reason }, { ...parts, remedy: EITHER_OR });
  }
  const top = certificates[topOfChain(tls) ?? ""];
  const [root] = gap.found;
  const reason =
    top === undefined
      ? words`the chain cannot be read`
      : words`the chain ends at ${quote(root?.certificate.subject ?? top.issuer, 200)}, which is in no trust store`;
  return raise("cert-untrusted", { reason }, parts);
}

/** Keys and signatures of the leaf and of the intermediates on the verified path; anchors are trusted as they are. */
export function judgeStrength(
  leaf: CertificateFacts,
  path: TrustPath | undefined,
  subject: EndpointSubject,
): Raised[] {
  const others =
    path === undefined ? [] : intermediatesOf(path).map((sha256) => subject.certificates[sha256]);
  const findings: Raised[] = [];
  for (const certificate of [leaf, ...others]) {
    if (certificate === undefined) continue;
    const name =
      certificate === leaf
        ? words`the certificate`
        : words`the intermediate ${quote(certificate.subject, 200)}`;
    const bits = subject.thresholds["min-rsa-bits"];
    // The details are those of the leaf; the list of the chain has key and signature of each.
    const confirm = certificate === leaf ? undefined : ("certificate-chain" as const);
    if (hasWeakKey(certificate, bits)) {
      const expected = words`RSA with at least ${bits} bits, or ECDSA`;
      findings.push(
        raise(
          "cert-weak-key",
          { certificate: name, key: keyWords(certificate) },
          { expected, actual: keyWords(certificate), confirm },
        ),
      );
    }
    // The signature of a self-signed certificate proves nothing to anyone, weak or strong.
    if (/sha1|md5|md2/i.test(certificate.signatureAlgorithm) && !certificate.selfIssued) {
      const algorithm = quote(certificate.signatureAlgorithm);
      const subjectName =
        certificate === leaf
          ? words`The certificate`
          : words`The intermediate ${quote(certificate.subject, 200)}`;
      findings.push(
        raise("cert-weak-signature", { certificate: subjectName, algorithm }, { actual: algorithm, confirm }),
      );
    }
  }
  return findings;
}

function hasWeakKey({ keyType, keyBits }: CertificateFacts, minRsaBits: number): boolean {
  if (keyBits === undefined) return false;
  if (keyType.startsWith("rsa") || keyType === "dsa") return keyBits < minRsaBits;
  return keyType === "ec" && keyBits < MIN_EC_BITS;
}

/** The dates of a path above the leaf. */
function judgePathDates(path: TrustPath, { certificates, now }: EndpointSubject): Raised[] {
  const findings: Raised[] = [];
  const valid = pathIsValid(path, certificates, now);
  for (const sha256 of aboveLeaf(path)) {
    const certificate = certificates[sha256];
    if (certificate === undefined) continue;
    const isRoot = sha256 === path.certificates.at(-1);
    const kind = isRoot ? words`root certificate` : words`intermediate certificate`;
    const remedy = isRoot ? CURRENT_ROOT : undefined;
    const name = quote(certificate.subject, 200);
    const left = Date.parse(certificate.notAfter) - now;
    const begins = Date.parse(certificate.notBefore) - now;
    if (begins > 0) {
      const actual = words`notBefore ${quote(certificate.notBefore)}`;
      const subject = words`The ${kind} ${name}`;
      const parts = { actual, confirm: "certificate-chain" } as const;
      findings.push(raise("cert-not-yet-valid", { certificate: subject, in: span(begins) }, parts));
      continue;
    }
    const details = { certificate: words`${kind} ${name}` };
    const parts = { actual: words`notAfter ${quote(certificate.notAfter)}`, remedy };
    if (left <= 0) findings.push(raise("cert-chain-expired", { ...details, ago: span(left) }, parts));
    else if (valid && left < CHAIN_WARNING_DAYS * DAY)
      findings.push(raise("cert-chain-expiring", { ...details, left: span(left) }, parts));
  }
  return findings;
}

export function judgeChain(
  tls: TlsHandshake,
  path: TrustPath | undefined,
  subject: EndpointSubject,
): Raised[] {
  if (path === undefined) return [];
  const { certificates } = subject;
  const findings = judgePathDates(path, subject);
  const needed = new Set(path.certificates);
  const strangers = (tls.chain ?? []).filter((link) => !needed.has(link.sha256));
  const surplus = strangers.length + (tls.chainCut ?? 0);
  if (surplus > 0) {
    const listed = strangers
      .slice(0, 4)
      .map((link) => quote(certificates[link.sha256]?.subject ?? link.sha256, 160));
    findings.push(
      raise(
        "cert-chain-surplus",
        { surplus },
        { actual: words`${plural(surplus, "certificate")}: ${joinWords(listed, "; ")}` },
      ),
    );
  }
  return findings;
}

export function keyWords(certificate: CertificateFacts): SafeText {
  const size =
    certificate.curve ?? (certificate.keyBits === undefined ? "" : `${String(certificate.keyBits)} bits`);
  return quote(`${certificate.keyType.toUpperCase()} ${size}`.trim());
}
