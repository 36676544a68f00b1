/** Targets with one TLSA record each: DANE-EE and DANE-TA in every form. */
import { cut, privatePki, selfSigned, webPki } from "./chains.ts";
import { EXIM_TAKES_ANY_CA, EXIM_WANTS_THE_ANCHOR_SENT } from "./oracle-differences.ts";
import type { Target } from "./target.ts";
import { records } from "./tlsa-target.ts";

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
      rule: "A root of the WebPKI that is not sent is not an anchor either.",
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
      rule: "A leaf is not an anchor.",
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
      rule: "A leaf that signs itself is not an anchor.",
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
      rule: "A CA that is sent and has not issued anything here is not an anchor.",
      differs: { exim: EXIM_TAKES_ANY_CA },
      see: "RFC 7671 5.2",
    },
  ),
];

export const USAGE_TARGETS: readonly Target[] = [...DANE_EE, ...DANE_TA];
