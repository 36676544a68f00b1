/** The path from a certificate to a trust anchor: whether there is one, and the keys, signatures and dates on it. */
import {
  topOfChain,
  type CertificateFacts,
  type TlsHandshake,
  type TrustPath,
} from "../../../observe/observation.ts";
import { joinWords, quote, words, type SafeText } from "../../../text/quote.ts";
import { intermediatesAreValid, intermediatesOf } from "./best-path.ts";
import { plural, raise, span, type EndpointSubject, type Raised } from "../../outcome.ts";
import { gapEvidence, trustGap } from "./trust-gap.ts";

const DAY = 86_400_000;

/** Days left of an intermediate under which it is worth a word. */
const CHAIN_WARNING_DAYS = 30;

/** Smallest elliptic curve field, in bits (RFC 9325 4.5); the smallest RSA key is a setting. */
const MIN_EC_BITS = 224;

export function judgeTrust(
  tls: TlsHandshake,
  leaf: CertificateFacts,
  path: TrustPath | undefined,
  subject: EndpointSubject,
): Raised[] {
  if (leaf.unreadable?.includes("der") === true) {
    return [
      raise("cert-untrusted", { reason: words`other software reads another certificate in it, or none` }),
    ];
  }
  // Dates that nobody can read hold for nobody, whoever has signed them.
  if (Number.isNaN(Date.parse(leaf.notBefore)) || Number.isNaN(Date.parse(leaf.notAfter))) {
    return [raise("cert-untrusted", { reason: words`its dates cannot be read` })];
  }
  if (path === undefined) {
    const actual = words`${quote(leaf.subject, 200)}, issued by ${quote(leaf.issuer, 200)}`;
    const gap = trustGap(tls, subject.certificates);
    const evidence = gapEvidence(gap, subject);
    const parts = { actual, ...(evidence !== undefined && { evidence }) };
    switch (gap.fault) {
      case "self-signed":
        return [raise("cert-self-signed", {}, { actual })];
      case "incomplete":
        return [raise("cert-incomplete-chain", { issuer: quote(leaf.issuer, 200) }, parts)];
      case "untrusted": {
        const top = subject.certificates[topOfChain(tls) ?? ""];
        const [root] = gap.found;
        const reason =
          gap.unsigned !== undefined
            ? words`the signature is not that of ${quote(gap.unsigned.subject, 200)}, which is served as the issuer`
            : top === undefined
              ? words`the chain cannot be read`
              : words`the chain ends at ${quote(root?.certificate.subject ?? top.issuer, 200)}`;
        return [raise("cert-untrusted", { reason }, parts)];
      }
    }
  }
  const stores = new Set((tls.paths ?? []).map((each) => each.store));
  const filled = subject.trustStores.filter(({ certificates }) => certificates > 0).map(({ store }) => store);
  const bothThere = filled.includes("bundled") && filled.includes("system");
  if (stores.has("ca-file") || stores.size > 1 || !bothThere) return [];
  const [known, unknown] = stores.has("bundled")
    ? ([words`Node's bundled roots`, words`this system's store`] as const)
    : ([words`this system's store`, words`Node's bundled roots`] as const);
  return [raise("cert-root-not-everywhere", { known, unknown })];
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

export function judgeChain(
  tls: TlsHandshake,
  path: TrustPath | undefined,
  { certificates, now }: EndpointSubject,
): Raised[] {
  if (path === undefined) return [];
  const findings: Raised[] = [];
  const valid = intermediatesAreValid(path, certificates, now);
  for (const sha256 of intermediatesOf(path)) {
    const certificate = certificates[sha256];
    if (certificate === undefined) continue;
    const left = Date.parse(certificate.notAfter) - now;
    const begins = Date.parse(certificate.notBefore) - now;
    if (begins > 0) {
      const subject = words`The intermediate certificate ${quote(certificate.subject, 200)}`;
      const seen = {
        actual: words`notBefore ${quote(certificate.notBefore)}`,
        confirm: "certificate-chain",
      } as const;
      findings.push(raise("cert-not-yet-valid", { certificate: subject, in: span(begins) }, seen));
      continue;
    }
    const details = { certificate: quote(certificate.subject, 200) };
    const actual = words`notAfter ${quote(certificate.notAfter)}`;
    if (left < 0) findings.push(raise("cert-chain-expired", { ...details, ago: span(left) }, { actual }));
    else if (valid && left < CHAIN_WARNING_DAYS * DAY) {
      findings.push(raise("cert-chain-expiring", { ...details, left: span(left) }, { actual }));
    }
  }
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
