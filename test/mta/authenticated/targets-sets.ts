/** Targets whose TLSA records are unusable, of several digests, or for the time of a change. */
import { naming, privatePki, selfSigned, webPki } from "./chains.ts";
import { EXIM_IS_NOT_AGILE, EXIM_TAKES_JUNK_FOR_A_KEY } from "./oracle-differences.ts";
import type { Target, TlsaPlan } from "./target.ts";
import { records } from "./tlsa-target.ts";

const own = selfSigned();
const pki = privatePki();

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

export const SET_TARGETS: readonly Target[] = [...USABLE, ...AGILITY, ...SEVERAL];
