/** The check `certificate`: the certificate; trust, name and validity each on their own. */
import type { EndpointCheck } from "../check.ts";
import { globMatcher } from "../../../text/glob.ts";
import type { CertificateFacts, TlsHandshake } from "../../../observe/observation.ts";
import { andMore } from "../../../text/plural.ts";
import { joinWords, quote, words, type SafeText } from "../../../text/quote.ts";
import { raise, sizeWords, span, type EndpointSubject, type Raised } from "../../outcome.ts";
import { hostPort } from "../../../text/address.ts";
import { DAY } from "../../../text/time.ts";
import { isAddress, matchServerIdentity } from "./server-identity.ts";
import { greylisterInFront } from "../banner.ts";
import { judgeChain, judgeStrength, judgeTrust, keyWords } from "./chain.ts";
import { trustRule } from "./trust-rule.ts";
import { judgeUsage } from "./usage.ts";
import { besideOpenssl } from "./openssl-verdict.ts";
import { choosePath } from "./senders-path.ts";
import type { ExpiryRule } from "../../policy.ts";

export const certificateCheck: EndpointCheck<"certificate"> = {
  id: "certificate",
  scope: "endpoint",
  title: "Certificate",
  observes: "chain, subject, names, validity, key, signature; trust and name each on its own",
  passes: "trusted, names the MX host, and more than 14 days are left",
  shortHead: "cert",
  weight: 25,
  needs: { depth: "starttls", issuers: true },
  judge(subject) {
    const { dialog, certificates, now } = subject;
    const greylister = greylisterInFront(dialog);
    if (greylister !== undefined) return greylister;
    const tls = dialog.tls;
    if (tls?.outcome !== "done") return undefined;
    const leafHash = tls.chain?.[0]?.sha256;
    const leaf = leafHash === undefined ? undefined : certificates[leafHash];
    if (leaf === undefined) {
      const tooLong = (tls.chainCut ?? 0) > 0;
      const reason = tooLong
        ? words`it is longer than anyone needs${limitWords(tls)}`
        : words`the server sent none at all (anonymous cipher)`;
      const finding = raise("cert-untrusted", { reason }, tooLong ? {} : { confirm: "any-cipher" });
      return { findings: [finding], summary: tooLong ? words`too long` : words`none`, seconds: 0 };
    }
    const chosen = choosePath(tls, certificates, now);
    const path = chosen?.path;
    const ours = [
      ...judgeValidity(leaf, subject),
      ...judgeName(leaf, subject),
      ...judgeTrust(tls, leaf, chosen, subject),
      ...judgeStrength(leaf, path, subject),
      ...judgeUsage(leaf),
      ...judgeChain(tls, path, subject),
      ...judgeIssuer(leaf, subject),
    ];
    const dated = path?.certificates ?? tls.chain?.slice(0, 1).map(({ sha256 }) => sha256) ?? [];
    const findings = besideOpenssl(tls, ours, dated, subject).map(trustRule(subject));
    const left = Date.parse(leaf.notAfter) - now;
    return {
      findings,
      summary: summarise(findings, left),
      facts: { ...leafFacts(leaf, left), chain: servedWords(tls, certificates) },
      seconds: 0,
    };
  },
};

/** ` (64 KiB)`; empty where an old report does not tell the bound. */
function limitWords({ certificateLimit }: TlsHandshake): SafeText {
  return certificateLimit === undefined ? words`` : words` (${sizeWords(certificateLimit)})`;
}

/** Whether the issuer's organisation is one that the policy allows; its whole name, where it has none. */
function judgeIssuer(leaf: CertificateFacts, { thresholds }: EndpointSubject): Raised[] {
  const { issuers } = thresholds;
  const organization = leaf.issuerOrganization;
  if (issuers.length === 0) return [];
  if (organization !== undefined && issuers.some((issuer) => globMatcher(issuer)(organization))) return [];
  const expected = joinWords(
    issuers.slice(0, 8).map((issuer) => quote(issuer, 100)),
    ", ",
  );
  const issuer = quote(organization ?? leaf.issuer, 200);
  return [raise("cert-issuer-unexpected", { issuer }, { expected, actual: quote(leaf.issuer) })];
}

function summarise(findings: readonly Raised[], left: number): SafeText {
  const codes = new Set(findings.map((finding) => finding.code));
  if (codes.has("cert-expired")) return words`expired ${span(left)} ago`;
  if (codes.has("cert-not-yet-valid")) return words`not yet valid`;
  if (codes.has("cert-name-mismatch")) return words`wrong name`;
  if (codes.has("cert-self-signed")) return words`self-signed`;
  if (codes.has("cert-incomplete-chain")) return words`incomplete chain`;
  if (codes.has("cert-untrusted")) return words`untrusted`;
  if (codes.has("cert-chain-expired")) return words`chain expired`;
  if (codes.has("cert-chain-order")) return words`wrong order`;
  if (codes.has("cert-senders-differ")) return words`senders differ`;
  if (codes.has("cert-name-not-compared")) return words`name not compared`;
  return span(left);
}

/** `61` or `4.5`: whole days where there are many. */
function daysOf(milliseconds: number): number {
  const days = milliseconds / DAY;
  return Math.abs(days) >= 10 ? Math.floor(days) : Math.floor(days * 10) / 10;
}

/** Every certificate as it was served, leaf first. */
function servedWords(tls: TlsHandshake, certificates: EndpointSubject["certificates"]): SafeText[] {
  return (tls.chain ?? []).map(({ sha256 }) => quote(certificates[sha256]?.subject ?? sha256, 160));
}

function leafFacts(leaf: CertificateFacts, left: number) {
  return {
    subject: quote(leaf.subject),
    issuer: quote(leaf.issuer),
    names: [...leaf.dnsNames, ...leaf.ipAddresses].slice(0, 20).map((name) => quote(name, 255)),
    notBefore: quote(leaf.notBefore),
    notAfter: quote(leaf.notAfter),
    ...(!Number.isNaN(left) && { daysLeft: daysOf(left) }),
    key: keyWords(leaf),
    signatureAlgorithm: quote(leaf.signatureAlgorithm),
  };
}

/** `notAfter 2026-11-18 23:59:59 UTC · CN=... · Let's Encrypt`: what is seen, for a finding. */
function actualDates(leaf: CertificateFacts, which: "notAfter" | "notBefore"): SafeText {
  const moment = leaf[which].replace("T", " ").replace(/(?:\.\d+)?Z$/, " UTC");
  const parts = [`${which} ${moment}`, leaf.subject, leaf.issuerOrganization ?? leaf.issuer];
  return joinWords(
    parts.filter((part) => part !== "").map((part) => quote(part, 160)),
    " · ",
  );
}

function judgeValidity(leaf: CertificateFacts, { thresholds, now }: EndpointSubject): Raised[] {
  const notBefore = Date.parse(leaf.notBefore);
  const notAfter = Date.parse(leaf.notAfter);
  const lifetime = notAfter - notBefore;
  const fail = requiredTime(thresholds["min-days-to-expiry"], lifetime);
  const warn = requiredTime(thresholds["warn-days-to-expiry"], lifetime);
  const left = notAfter - now;
  const actual = actualDates(leaf, "notAfter");
  const expected = words`at least ${span(fail)} left`;
  if (left <= 0) return [raise("cert-expired", { ago: span(left) }, { expected, actual })];
  if (now < notBefore) {
    return [
      raise(
        "cert-not-yet-valid",
        { certificate: words`The certificate`, in: span(notBefore - now) },
        { actual: actualDates(leaf, "notBefore") },
      ),
    ];
  }
  if (left < fail) return [raise("cert-expiring", { left: span(left) }, { expected, actual })];
  if (left < warn) {
    return [
      raise(
        "cert-expiring-soon",
        { left: span(left) },
        { expected: words`at least ${span(warn)} left`, actual },
      ),
    ];
  }
  return [];
}

/** The time that a rule asks for, for a certificate of this lifetime, in milliseconds. */
function requiredTime(rule: ExpiryRule, lifetime: number): number {
  if (rule.percent !== undefined) return (lifetime * rule.percent) / 100;
  const asked = (rule.days ?? 0) * DAY;
  return rule.capPercent === undefined ? asked : Math.min(asked, (lifetime * rule.capPercent) / 100);
}

function judgeName(leaf: CertificateFacts, { endpoint, kind }: EndpointSubject): Raised[] {
  const { host } = endpoint;
  const address = isAddress(host) ? host : undefined;
  const match = matchServerIdentity(leaf, host, address);
  if (match === "dns-name" || match === "ip-address") return [];
  const presented = [...leaf.dnsNames, ...leaf.ipAddresses].slice(0, 8).map((name) => quote(name, 255));
  const common = leaf.subjectCommonNames
    .slice(0, 2)
    .map((name) => words`CN=${quote(name, 255)} (no dNSName)`);
  const listed = leaf.dnsNames.length === 0 ? [...presented, ...common] : presented;
  const left = leaf.dnsNames.length + leaf.ipAddresses.length - presented.length;
  const parts = {
    expected: quote(host, 255),
    actual: listed.length === 0 ? words`no name at all` : andMore(listed, listed.length + left),
  };
  // Senders look for the name in the MX record, and hardly an authority certifies an address.
  if (address !== undefined) return [withoutName(address, endpoint.port, parts.actual, listed.length === 0)];
  const named = quote(host, 255);
  if (match === "common-name") return [raise("cert-common-name-only", { host: named }, parts)];
  if (kind === "domain") return [raise("cert-name-mismatch", { host: named, role: words`MX host` }, parts)];
  const remedy = words`Issue one whose subject alternative names include the server's host name.`;
  return [raise("cert-name-mismatch", { host: named, role: words`server` }, { ...parts, remedy })];
}

/** A server that was named by address: nobody said which name its certificate should have. */
function withoutName(address: string, port: number, actual: SafeText, nameless: boolean): Raised {
  const place = quote(hostPort(address, port));
  const compare = words`To compare names, use servers: HOST:${port} with connect-to: HOST:${port}:${place}, where HOST is the name in the MX record.`;
  // It names no host, whatever the MX record says; a server name may bring another one.
  const said = nameless
    ? words`, and the certificate that it sends to clients that name no server (SNI) has no name at all`
    : words``;
  const remedy = nameless ? words`Issue one with the name in the MX record. ${compare}` : compare;
  return raise("cert-name-not-compared", { address: quote(address), said }, { actual, remedy });
}
