/** Targets whose TXT records differ: `_mta-sts` (RFC 8461 3.1) and `_smtp._tls` (RFC 8460 3). */
import { sound } from "./policies.ts";
import { SHARED_MX } from "./policy-target.ts";
import type { Outcome, Target } from "./target.ts";

const RECORD = "warn: mta-sts-record-invalid";
const FRAGILE = "warn: mta-sts-fragile";

function record(
  name: string,
  rule: string,
  txt: readonly string[],
  mtaSts: Outcome,
  more: readonly string[] = [],
): Target {
  return {
    name,
    rule,
    see: "RFC 8461 3.1",
    mx: [],
    records: [`{@} MX 10 ${SHARED_MX}.`, ...more],
    sts: { txt, policy: sound("enforce", [SHARED_MX]) },
    label: { mtaSts },
  };
}

const ID = "20260101T000000";

const STS_RECORDS: readonly Target[] = [
  record("record-absent", "A policy without a record is none.", [], "skip"),
  record("record-minimal", "No space is needed.", ['"v=STSv1;id=1"'], "pass"),
  record("record-last-semicolon", "A semicolon at the end.", [`"v=STSv1; id=${ID};"`], "pass"),
  record("record-extension", "Further fields are ignored.", [`"v=STSv1; id=${ID}; later=yes"`], "pass"),
  record("record-strings", "Strings are joined without space.", ['"v=STSv1; i" "d=1" "2"'], "pass"),
  record(
    "record-beside-others",
    "Other records at the name do not count.",
    [`"v=STSv1; id=${ID}"`, '"hello"'],
    "pass",
  ),
  record("record-id-32", "Thirty-two characters.", [`"v=STSv1; id=${"a1".repeat(16)}"`], "pass"),
  record("record-id-33", "Thirty-three characters.", [`"v=STSv1; id=${"a1".repeat(16)}b"`], RECORD),
  record("record-id-hyphen", "Letters and digits alone.", ['"v=STSv1; id=2026-01-01"'], RECORD),
  record("record-id-empty", "Nothing for an id.", ['"v=STSv1; id="'], RECORD),
  record("record-no-id", "No id.", ['"v=STSv1;"'], RECORD),
  record("record-id-case", "Keys are case-sensitive.", [`"v=STSv1; ID=${ID}"`], RECORD),
  record("record-two", "Two records are none.", ['"v=STSv1; id=1"', '"v=STSv1; id=2"'], RECORD),
  record("record-version-case", "The version is case-sensitive.", [`"v=stsv1; id=${ID}"`], RECORD),
  record("record-version-later", "The version comes first.", [`"id=${ID}; v=STSv1;"`], RECORD),
  record("record-no-semicolon", "A semicolon ends the version.", [`"v=STSv1 id=${ID}"`], RECORD),
  record("record-other-version", "Another version.", [`"v=STSv2; id=${ID}"`], RECORD),
  record("record-space-in-front", "Space in front.", [`" v=STSv1; id=${ID}"`], FRAGILE),
  record("record-space-before-semicolon", "Space before a semicolon.", [`"v=STSv1 ; id=${ID}"`], FRAGILE),
  record("record-double-id", "Two ids.", ['"v=STSv1; id=1; id=2"'], FRAGILE),
  record("record-cname", "An alias is followed.", [], "pass", [
    "_mta-sts.{@} CNAME {texts}",
    '{texts} TXT "v=STSv1; id=7"',
  ]),
  {
    ...record(
      "record-bogus",
      "The record is bogus: nobody can tell.",
      ['"v=STSv1; id=1"'],
      "inconclusive: mta-sts-unseen",
    ),
    zones: { "_mta-sts.{@}": "bogus" },
    label: { mtaSts: "inconclusive: mta-sts-unseen", dns: { "_mta-sts.{@} TXT": "bogus" } },
  },
];

const INVALID = "warn: tls-rpt-invalid";
const UNDELIVERABLE = "warn: tls-rpt-undeliverable";

/** Where reports of the bed's domains can go. */
const TAKERS = "reports.dane.test";

function reporting(
  name: string,
  rule: string,
  tlsRpt: readonly string[],
  outcome: Outcome,
  rest: Partial<Target> = {},
): Target {
  const { label, ...more } = rest;
  return {
    name,
    rule,
    see: "RFC 8460 3",
    mx: [],
    records: [`{@} MX 10 ${SHARED_MX}.`],
    tlsRpt,
    ...more,
    label: { ...label, tlsRpt: outcome },
  };
}

const DESTINATIONS: readonly Target[] = [
  {
    name: "reports",
    rule: "The domain that takes the others' reports.",
    see: "RFC 8460 3",
    mx: [],
    records: [`{@} MX 10 ${SHARED_MX}.`, "{@} A 127.25.254.1"],
    tlsRpt: [`"v=TLSRPTv1; rua=mailto:tls@${TAKERS}"`],
    label: { tlsRpt: "pass" },
  },
  reporting(
    "rpt-mailto",
    "A mailbox of another domain, which need not consent.",
    [`"v=TLSRPTv1; rua=mailto:tls@${TAKERS}"`],
    "pass",
  ),
  reporting("rpt-https", "A web address.", [`"v=TLSRPTv1; rua=https://${TAKERS}/v1/tls"`], "pass"),
  reporting("rpt-both", "A list.", [`"v=TLSRPTv1; rua=mailto:tls@${TAKERS},https://${TAKERS}/tls"`], "pass"),
  reporting(
    "rpt-list-space",
    "Space around the comma.",
    [`"v=TLSRPTv1; rua=mailto:tls@${TAKERS} , https://${TAKERS}/tls"`],
    "pass",
  ),
  reporting(
    "rpt-repeated",
    "Two fields.",
    [`"v=TLSRPTv1; rua=mailto:a@${TAKERS}; rua=mailto:b@${TAKERS};"`],
    "pass",
  ),
  reporting("rpt-no-space", "No space is needed.", [`"v=TLSRPTv1;rua=mailto:tls@${TAKERS}"`], "pass"),
  reporting(
    "rpt-strings",
    "Strings are joined without space.",
    [`"v=TLSRPTv1; rua=mail" "to:tls@${TAKERS}"`],
    "pass",
  ),
  reporting(
    "rpt-beside-others",
    "Other records at the name do not count.",
    [`"v=TLSRPTv1; rua=mailto:tls@${TAKERS}"`, '"hello"'],
    "pass",
  ),
  reporting("rpt-cname", "An alias is followed.", [], "pass", {
    records: [
      `{@} MX 10 ${SHARED_MX}.`,
      "_smtp._tls.{@} CNAME {texts}",
      `{texts} TXT "v=TLSRPTv1; rua=mailto:tls@${TAKERS}"`,
    ],
  }),
  reporting(
    "rpt-address-only",
    "A domain without MX record takes mail at its address.",
    [`"v=TLSRPTv1; rua=mailto:tls@mx.shared.dane.test"`],
    "pass",
  ),
  reporting(
    "rpt-nowhere",
    "The mailbox's domain does not exist.",
    ['"v=TLSRPTv1; rua=mailto:tls@nowhere.dane.test"'],
    UNDELIVERABLE,
    { label: { dns: { "nowhere.dane.test MX": "secure none", "nowhere.dane.test A": "secure none" } } },
  ),
  reporting(
    "rpt-null-mx",
    "The mailbox's domain takes no mail.",
    ['"v=TLSRPTv1; rua=mailto:tls@{null}"'],
    UNDELIVERABLE,
    {
      label: { dns: { "{null} MX": "secure" } },
      records: [`{@} MX 10 ${SHARED_MX}.`, "{null} MX 0 ."],
    },
  ),
  reporting(
    "rpt-https-nowhere",
    "The web host does not exist.",
    ['"v=TLSRPTv1; rua=https://nowhere.dane.test/tls"'],
    UNDELIVERABLE,
    { label: { dns: { "nowhere.dane.test A": "secure none" } } },
  ),
];

const FORMS: readonly Target[] = [
  reporting(
    "rpt-two",
    "Two records are none.",
    [`"v=TLSRPTv1; rua=mailto:a@${TAKERS}"`, `"v=TLSRPTv1; rua=mailto:b@${TAKERS}"`],
    INVALID,
  ),
  reporting("rpt-typo", "A misspelt version.", [`"v=TSLRPTv1; rua=mailto:tls@${TAKERS}"`], INVALID),
  reporting(
    "rpt-version-case",
    "The version is case-sensitive.",
    [`"v=tlsrptv1; rua=mailto:tls@${TAKERS}"`],
    INVALID,
  ),
  reporting(
    "rpt-no-semicolon",
    "A semicolon ends the version.",
    [`"v=TLSRPTv1 rua=mailto:tls@${TAKERS}"`],
    INVALID,
  ),
  reporting(
    "rpt-space-before-semicolon",
    "Space before a semicolon: right by the grammar, and not what records have to begin with.",
    [`"v=TLSRPTv1 ; rua=mailto:tls@${TAKERS}"`],
    INVALID,
  ),
  reporting("rpt-no-rua", "No destination.", ['"v=TLSRPTv1;"'], INVALID),
  reporting("rpt-empty-rua", "An empty destination.", ['"v=TLSRPTv1; rua="'], INVALID),
  reporting(
    "rpt-bare-address",
    "An address without its scheme.",
    [`"v=TLSRPTv1; rua=tls@${TAKERS}"`],
    INVALID,
  ),
  reporting(
    "rpt-http",
    "HTTP without TLS is not a destination.",
    [`"v=TLSRPTv1; rua=http://${TAKERS}/tls"`],
    INVALID,
  ),
  reporting("rpt-no-mailbox", "A mailbox without a domain.", ['"v=TLSRPTv1; rua=mailto:tls"'], INVALID),
];

const MISSING: readonly Target[] = [
  reporting("rpt-nothing", "Nothing to report on, and nobody to report to.", [], "skip"),
  reporting("rpt-missing-sts", "A policy that nobody hears about.", [], "skip: tls-rpt-missing", {
    sts: { policy: sound("enforce", [SHARED_MX]) },
    label: { mtaSts: "pass" },
  }),
  reporting("rpt-missing-dane", "DANE that nobody hears about.", [], "skip: tls-rpt-missing", {
    mx: ["mx"],
    hosts: { mx: [{}] },
    records: [],
    tlsa: { mx: ["3 1 1 leaf"] },
    label: { dane: { mx: "pass" }, delivery: "verified" },
  }),
];

export const TEXT_TARGETS: readonly Target[] = [...STS_RECORDS, ...DESTINATIONS, ...FORMS, ...MISSING];
