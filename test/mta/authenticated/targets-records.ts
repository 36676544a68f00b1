/** Targets whose TLSA records differ in form: usages, selectors, matching types, digest agility, rollover. */
import {
  EXIM_IS_NOT_AGILE,
  EXIM_TAKES_JUNK_FOR_A_KEY,
  EXIM_TAKES_ANY_CA,
  EXIM_WANTS_THE_ANCHOR_SENT,
} from "./differences.ts";
import { privatePki, selfSigned, webPki, cut, naming } from "./chains.ts";
import type { MakeChain, Target, TlsaPlan, Label } from "./target.ts";

type Rest = Partial<Omit<Target, "name" | "rule" | "label">>;

/** One host with one server and these records for port 25. */
function records(
  name: string,
  chain: MakeChain,
  tlsa: readonly TlsaPlan[],
  label: Pick<Label, "delivery"> & { readonly dane: NonNullable<Label["dane"]>[string] },
  rest: Rest & { readonly rule: string; readonly see: string },
): Target {
  return {
    name,
    hosts: { mx: [{ chain }] },
    tlsa: { mx: tlsa },
    ...rest,
    label: { dane: { mx: label.dane }, delivery: label.delivery ?? "verified" },
  };
}

const own = selfSigned();
const pki = privatePki();

const DANE_EE: readonly Target[] = [
  records(
    "ee-spki-sha256",
    own,
    ["3 1 1 leaf"],
    { dane: "pass" },
    {
      rule: "A self-signed certificate is good where its key is published.",
      see: "RFC 7672 3.1.1",
    },
  ),
  records(
    "ee-spki-sha512",
    own,
    ["3 1 2 leaf"],
    { dane: "pass: dane-fragile" },
    {
      rule: "SHA-512 matches; a client need not know it.",
      see: "RFC 7671 9",
    },
  ),
  records(
    "ee-spki-full",
    own,
    ["3 1 0 leaf"],
    { dane: "pass" },
    {
      rule: "A whole public key matches.",
      see: "RFC 7672 3.1.1",
      mistake: "Full(0) SPKI records are parsed as certificates.",
    },
  ),
  records(
    "ee-cert-sha256",
    own,
    ["3 0 1 leaf"],
    { dane: "pass: dane-fragile" },
    {
      rule: "The digest of a certificate matches, until that is renewed.",
      see: "RFC 7671 5.1",
    },
  ),
  records(
    "ee-cert-sha512",
    own,
    ["3 0 2 leaf"],
    { dane: "pass: dane-fragile" },
    {
      rule: "The SHA-512 of a certificate matches, until that is renewed.",
      see: "RFC 7671 5.1",
    },
  ),
  records(
    "ee-cert-full",
    own,
    ["3 0 0 leaf"],
    { dane: "pass" },
    {
      rule: "A whole certificate matches.",
      see: "RFC 7672 3.1.1",
    },
  ),
  records(
    "ee-mismatch",
    own,
    ["3 1 1 other"],
    { dane: "fail: dane-mismatch", delivery: "deferred" },
    {
      rule: "No record matches: senders defer.",
      see: "RFC 7672 2.2",
      mistake: "The exit code is taken for the verdict.",
    },
  ),
  records(
    "ee-mismatch-webpki",
    webPki(),
    ["3 1 1 other"],
    { dane: "fail: dane-mismatch", delivery: "deferred" },
    {
      rule: "A certificate that the WebPKI trusts does not make up for a record that does not match.",
      see: "RFC 7672 3.1.1",
    },
  ),
  records(
    "ee-other-selector",
    own,
    ["3 0 1 leaf", "3 1 1 other"],
    { dane: "warn: dane-fragile, dane-unmatched-combination" },
    {
      rule: "Selectors are judged each for itself, and one match authenticates.",
      see: "RFC 7671 8",
    },
  ),
];

const DANE_TA: readonly Target[] = [
  records(
    "ta-cert-sha256",
    pki,
    ["2 0 1 ca2"],
    { dane: "pass" },
    {
      rule: "The root that is served is the anchor.",
      see: "RFC 7672 3.1.2",
      mistake: "DANE-TA is checked with the roots of the WebPKI.",
    },
  ),
  records(
    "ta-spki-sha256",
    pki,
    ["2 1 1 ca2"],
    { dane: "pass" },
    {
      rule: "The key of the root that is served is the anchor.",
      see: "RFC 7672 3.1.2",
    },
  ),
  records(
    "ta-spki-sha512",
    pki,
    ["2 1 2 ca2"],
    { dane: "pass: dane-fragile" },
    {
      rule: "SHA-512 for an anchor; a client need not know it.",
      see: "RFC 7671 9",
    },
  ),
  records(
    "ta-intermediate",
    cut(pki, 2),
    ["2 1 1 ca"],
    { dane: "pass" },
    {
      rule: "An intermediate is an anchor; what is above it need not be served.",
      see: "RFC 7671 5.2",
    },
  ),
  records(
    "ta-cert-full-served",
    pki,
    ["2 0 0 ca2"],
    { dane: "pass" },
    {
      rule: "A whole certificate is the anchor, and is served, too.",
      see: "RFC 7671 5.2.2",
    },
  ),
  records(
    "ta-cert-full-unsent",
    cut(pki, 2),
    ["2 0 0 private"],
    { dane: "pass: dane-fragile" },
    {
      rule: "A whole certificate is the anchor, carried by the record alone.",
      differs: { exim: EXIM_WANTS_THE_ANCHOR_SENT },
      see: "RFC 7671 5.2.2",
    },
  ),
  records(
    "ta-spki-full-unsent",
    cut(pki, 2),
    ["2 1 0 private"],
    { dane: "pass: dane-fragile" },
    {
      rule: "A whole key is the anchor, carried by the record alone.",
      differs: { exim: EXIM_WANTS_THE_ANCHOR_SENT },
      see: "RFC 7671 5.2.3",
      mistake: "Full(0) SPKI records are parsed as certificates.",
    },
  ),
  records(
    "ta-unsent",
    cut(pki, 2),
    ["2 1 1 private"],
    { dane: "fail: dane-mismatch", delivery: "deferred" },
    {
      rule: "A digest names a CA that is not sent: there is no path to it.",
      see: "RFC 7671 5.2.2",
    },
  ),
  records(
    "ta-webpki-unsent",
    webPki(),
    ["2 0 1 root"],
    { dane: "fail: dane-mismatch", delivery: "deferred" },
    {
      rule: "A root of the WebPKI that is not sent is no anchor either.",
      see: "RFC 7671 5.2.2",
      mistake: "DANE-TA is checked with the roots of the WebPKI.",
    },
  ),
  records(
    "ta-of-leaf",
    cut(pki, 1),
    ["2 1 1 leaf"],
    { dane: "fail: dane-mismatch", delivery: "deferred" },
    {
      rule: "A leaf is no anchor.",
      see: "RFC 7671 5.2",
      mistake: "DANE-TA is matched against the leaf.",
    },
  ),
  records(
    "ta-self-signed-leaf",
    own,
    ["2 1 1 leaf"],
    { dane: "fail: dane-mismatch", delivery: "deferred" },
    {
      rule: "A leaf that signs itself is no anchor.",
      see: "RFC 7671 5.2",
      mistake: "DANE-TA is matched against the leaf.",
    },
  ),
  records(
    "ta-bystander",
    (maker) => [...cut(pki, 2)(maker), maker.authorities.otherIntermediate] as const,
    ["2 1 1 ca2"],
    { dane: "fail: dane-mismatch", delivery: "deferred" },
    {
      rule: "A CA that is sent and has not issued anything here is no anchor.",
      differs: { exim: EXIM_TAKES_ANY_CA },
      see: "RFC 7671 5.2",
    },
  ),
];

const USABLE: readonly Target[] = [
  records(
    "pkix-ee-only",
    webPki(),
    ["1 1 1 leaf"],
    { dane: "warn: dane-unusable", delivery: "unauthenticated" },
    {
      rule: "Usage 1 is not usable: TLS is required, and nobody is authenticated.",
      see: "RFC 7672 3.1.3",
    },
  ),
  records(
    "pkix-ta-only",
    webPki(),
    ["0 0 1 ca"],
    { dane: "warn: dane-unusable", delivery: "unauthenticated" },
    {
      rule: "Usage 0 is not usable: TLS is required, and nobody is authenticated.",
      see: "RFC 7672 3.1.3",
    },
  ),
  records(
    "pkix-ee-wrong-only",
    own,
    ["1 1 1 other"],
    { dane: "warn: dane-unusable", delivery: "unauthenticated" },
    {
      rule: "An unusable record that does not match hinders nobody.",
      see: "RFC 7672 3.1.3",
    },
  ),
  records(
    "pkix-beside-ee",
    own,
    ["1 1 1 other", "3 1 1 leaf"],
    { dane: "pass: dane-record-unusable" },
    {
      rule: "Unusable records beside a usable one are left aside.",
      see: "RFC 7672 3.1.3",
    },
  ),
  records(
    "pkix-beside-mismatch",
    webPki(),
    ["1 1 1 leaf", "3 1 1 other"],
    { dane: "fail: dane-mismatch, dane-record-unusable", delivery: "deferred" },
    {
      rule: "An unusable record does not authenticate where the usable one fails.",
      see: "RFC 7672 3.1.3",
    },
  ),
  records(
    "short-digest",
    own,
    ["3 1 1 short"],
    { dane: "warn: dane-unusable", delivery: "unauthenticated" },
    {
      rule: "A digest of the wrong length makes its record unusable.",
      see: "RFC 7672 2.2.3",
    },
  ),
  records(
    "short-digest-beside-good",
    own,
    ["3 1 1 short", "3 1 1 leaf"],
    { dane: "pass: dane-record-unusable" },
    {
      rule: "A digest of the wrong length beside a right one is left aside.",
      see: "RFC 7672 2.2.3",
    },
  ),
  records(
    "unknown-matching",
    own,
    ["3 1 3 leaf"],
    { dane: "warn: dane-unusable", delivery: "unauthenticated" },
    {
      rule: "An unknown matching type makes its record unusable.",
      see: "RFC 7672 2.2.3",
    },
  ),
  records(
    "unknown-selector",
    own,
    ["3 2 1 leaf"],
    { dane: "warn: dane-unusable", delivery: "unauthenticated" },
    {
      rule: "An unknown selector makes its record unusable.",
      see: "RFC 7672 2.2.3",
    },
  ),
  records(
    "unknown-usage",
    own,
    ["4 1 1 leaf"],
    { dane: "warn: dane-unusable", delivery: "unauthenticated" },
    {
      rule: "An unknown usage makes its record unusable.",
      see: "RFC 7672 2.2.3",
    },
  ),
  records(
    "full-junk",
    own,
    ["3 0 0 junk"],
    { dane: "warn: dane-unusable", delivery: "unauthenticated" },
    {
      rule: "A whole certificate that does not parse makes its record unusable.",
      differs: { exim: EXIM_TAKES_JUNK_FOR_A_KEY },
      see: "RFC 7672 2.2.3",
    },
  ),
  {
    name: "unusable-no-tls",
    rule: "Even unusable records require TLS.",
    see: "RFC 7672 2.2",
    hosts: { mx: [{ starttls: "missing" }] },
    tlsa: { mx: ["1 1 1 other"] },
    label: { dane: { mx: "fail: dane-no-tls, dane-unusable" }, delivery: "deferred" },
  },
];

const AGILITY: readonly Target[] = [
  records(
    "agility-512-wrong",
    own,
    ["3 1 1 leaf", "3 1 2 other"],
    { dane: "fail: dane-mismatch", delivery: "deferred" },
    {
      rule: "Only the strongest digest counts: the right SHA-256 does not help beside a wrong SHA-512.",
      differs: { exim: EXIM_IS_NOT_AGILE },
      see: "RFC 7671 9",
      mistake: "Any TLSA record that matches is taken, whatever its digest.",
    },
  ),
  records(
    "agility-256-wrong",
    own,
    ["3 1 1 other", "3 1 2 leaf"],
    { dane: "warn: dane-unmatched-combination" },
    {
      rule: "Only the strongest digest counts; a client without SHA-512 fails.",
      see: "RFC 7671 9",
    },
  ),
  records(
    "agility-each-selector",
    own,
    ["3 0 2 other", "3 1 1 leaf"],
    { dane: "warn: dane-unmatched-combination" },
    {
      rule: "Agility is a matter of each usage and selector.",
      see: "RFC 7671 9",
    },
  ),
  records(
    "agility-full-counts",
    own,
    ["3 1 0 leaf", "3 1 2 other"],
    { dane: "warn: dane-unmatched-combination" },
    {
      rule: "Full(0) always counts.",
      see: "RFC 7671 9",
    },
  ),
  records(
    "agility-full-wrong",
    own,
    ["3 1 0 other", "3 1 1 leaf"],
    { dane: "warn: dane-unmatched-combination" },
    {
      rule: "A wrong Full(0) does not take a digest's place.",
      see: "RFC 7671 9",
    },
  ),
  records(
    "agility-both",
    own,
    ["3 1 1 leaf", "3 1 2 leaf"],
    { dane: "pass" },
    {
      rule: "Both digests are right.",
      see: "RFC 7671 9",
    },
  ),
  records(
    "agility-unusable-512",
    own,
    ["3 1 1 leaf", "3 1 2 short"],
    { dane: "pass: dane-record-unusable" },
    {
      rule: "A SHA-512 of the wrong length is unusable, and does not outdo the SHA-256.",
      see: "RFC 7671 9",
    },
  ),
  records(
    "agility-ta",
    pki,
    ["2 1 1 ca2", "2 1 2 other"],
    { dane: "fail: dane-mismatch", delivery: "deferred" },
    {
      rule: "Agility holds for anchors, too.",
      differs: { exim: EXIM_IS_NOT_AGILE },
      see: "RFC 7671 9",
    },
  ),
];

const SEVERAL: readonly Target[] = [
  records(
    "rollover-next",
    own,
    ["3 1 1 leaf", "3 1 1 other"],
    { dane: "pass" },
    {
      rule: "A further record within a combination that matches is the next key.",
      see: "RFC 7671 8.1",
    },
  ),
  records(
    "rollover-issuer",
    pki,
    ["3 1 1 leaf", "2 1 1 ca2"],
    { dane: "pass" },
    {
      rule: "The issuer stands beside the key, for the time of a change.",
      see: "RFC 7671 8.2",
    },
  ),
  records(
    "ee-wrong-ta-right",
    pki,
    ["3 1 1 other", "2 1 1 ca2"],
    { dane: "warn: dane-unmatched-combination" },
    {
      rule: "One match authenticates; each combination has to match.",
      see: "RFC 7671 8",
    },
  ),
  records(
    "ee-right-ta-wrong",
    pki,
    ["3 1 1 leaf", "2 1 1 other"],
    { dane: "warn: dane-unmatched-combination" },
    {
      rule: "One match authenticates; each combination has to match.",
      see: "RFC 7671 8",
    },
  ),
  records(
    "ee-right-ta-name-wrong",
    privatePki(naming("elsewhere")),
    ["3 1 1 leaf", "2 1 1 ca2"],
    { dane: "pass" },
    {
      rule: "Where the key matches, names are not looked at.",
      see: "RFC 7672 3.2.1",
    },
  ),
  records(
    "many-records",
    own,
    [...Array.from({ length: 40 }, (): TlsaPlan => "3 1 1 other"), "3 1 1 leaf"],
    { dane: "pass" },
    {
      rule: "A set of records that does not fit into a datagram is asked for over TCP.",
      see: "RFC 7671 10.1.1",
    },
  ),
];

export const RECORD_TARGETS: readonly Target[] = [...DANE_EE, ...DANE_TA, ...USABLE, ...AGILITY, ...SEVERAL];
