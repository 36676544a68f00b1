/** Targets whose MTA-STS policy is sound: which MX hosts its patterns cover (RFC 8461 4.1). */
import { covered } from "./covered-target.ts";
import { POSTFIX_HOLDS_NAMES_TO_PATTERNS } from "./oracle-differences.ts";
import { enforce, testing } from "./policies.ts";
import { expired, naming, webPki } from "./chains.ts";
import type { Target } from "./target.ts";

const NOT_COVERED = "fail: mta-sts-mx-not-covered, mta-sts-pattern-unused";
const ONE_NOT_COVERED = "fail: mta-sts-mx-not-covered";
const UNFIT = "fail: mta-sts-mx-unauthenticated";

const PATTERNS: readonly Target[] = [
  covered("sts-enforce", { rule: "The MX host is listed by name.", sts: enforce("{mx}"), mtaSts: "pass" }),
  covered("sts-testing", {
    rule: "A policy that is tested.",
    see: "RFC 8461 5",
    sts: testing("{mx}"),
    mtaSts: "pass",
  }),
  covered("sts-wildcard", { rule: "A wildcard covers one label.", sts: enforce("*.{@}"), mtaSts: "pass" }),
  covered("sts-wildcard-deep", {
    rule: "A wildcard covers no more than one label.",
    mistake: "`*` in a policy stands for several labels, or for none.",
    host: "a.b",
    differs: { sts: POSTFIX_HOLDS_NAMES_TO_PATTERNS },
    sts: enforce("*.{@}"),
    mtaSts: NOT_COVERED,
  }),
  covered("sts-wildcard-apex", {
    rule: "A wildcard does not cover the name below which it stands.",
    mistake: "`*` in a policy stands for several labels, or for none.",
    host: "@",
    sts: enforce("*.{@}"),
    mtaSts: NOT_COVERED,
  }),
  covered("sts-suffix", {
    rule: "A pattern is a whole name, not the end of one.",
    mistake: "Patterns of a policy are matched as suffixes, or by expressions without an anchor.",
    host: "my-mx",
    sts: enforce("mx.{@}"),
    mtaSts: NOT_COVERED,
  }),
  covered("sts-prefix", {
    rule: "A pattern is a whole name, not the beginning of one.",
    mistake: "Patterns of a policy are matched as suffixes, or by expressions without an anchor.",
    sts: enforce("mx.sts-prefix"),
    mtaSts: NOT_COVERED,
  }),
  covered("sts-dot", {
    rule: "A dot in a pattern is a dot.",
    mistake: "Patterns of a policy are matched as suffixes, or by expressions without an anchor.",
    host: "a-mx",
    sts: enforce("a.mx.{@}"),
    mtaSts: NOT_COVERED,
  }),
  covered("sts-case", {
    rule: "Case does not matter in names.",
    sts: enforce("MX.Sts-Case.DANE.test"),
    mtaSts: "pass",
  }),
  covered("sts-domain-listed", {
    rule: "The policy lists the mail domain where the MX host should stand.",
    sts: enforce("{@}"),
    mtaSts: NOT_COVERED,
  }),
  covered("sts-pattern-unused", {
    rule: "A pattern that no MX host needs.",
    sts: enforce("{mx}", "{old}"),
    mtaSts: "pass: mta-sts-pattern-unused",
  }),
  covered("sts-testing-not-covered", {
    rule: "A policy that is tested, and does not list the MX host.",
    see: "RFC 8461 5",
    sts: testing("{old}"),
    mtaSts: "warn: mta-sts-mx-not-covered, mta-sts-pattern-unused",
    stsDelivery: "deferred",
  }),
  covered("xn--sts-idn-g9a", {
    rule: "Names of other scripts stand in a policy as A-labels.",
    see: "RFC 8461 3.2",
    sts: enforce("{mx}"),
    mtaSts: "pass",
  }),
];

const HOSTS: readonly Target[] = [
  {
    name: "sts-no-starttls",
    rule: "A covered host needs STARTTLS.",
    see: "RFC 8461 4.2",
    hosts: { mx: [{ starttls: "missing" }] },
    sts: enforce("{mx}"),
    label: { mtaSts: UNFIT, stsDelivery: "deferred" },
  },
  {
    name: "sts-second-host-missing",
    rule: "Each MX host has to be listed: the second one is not.",
    see: "RFC 8461 4.1",
    hosts: { mx1: [{ chain: webPki() }], mx2: [{ chain: webPki() }] },
    sts: enforce("{mx1}"),
    label: { mtaSts: ONE_NOT_COVERED, stsDelivery: "verified" },
  },
  {
    name: "sts-first-host-missing",
    rule: "Senders skip the host that is not listed, and take the next.",
    see: "RFC 8461 5.1",
    hosts: { mx1: [{ chain: webPki() }], mx2: [{ chain: webPki() }] },
    sts: enforce("{mx2}"),
    label: { mtaSts: ONE_NOT_COVERED, stsDelivery: "verified" },
  },
  {
    name: "sts-one-address-expired",
    rule: "Each address of a covered host has to satisfy the policy.",
    see: "RFC 8461 4.2",
    mistake: "One address per host is looked at.",
    hosts: { mx: [{ chain: webPki() }, { chain: webPki(expired), family: 6 }] },
    sts: enforce("{mx}"),
    label: { mtaSts: UNFIT, stsDelivery: "verified" },
  },
  {
    name: "sts-cname",
    rule: "The MX name counts in policy and certificate, where it is an alias.",
    see: "RFC 8461 4.1",
    mx: ["mx"],
    hosts: { box: [{ chain: webPki(naming("mx")) }] },
    records: ["{mx} CNAME {box}"],
    sts: enforce("{mx}"),
    label: { mtaSts: "pass", stsDelivery: "verified" },
  },
  {
    name: "sts-cname-target",
    rule: "The target of an alias does not count.",
    differs: { sts: POSTFIX_HOLDS_NAMES_TO_PATTERNS },
    see: "RFC 8461 4.1",
    mx: ["mx"],
    hosts: { box: [{ chain: webPki() }] },
    records: ["{mx} CNAME {box}"],
    sts: enforce("{box}"),
    label: { mtaSts: NOT_COVERED, stsDelivery: "deferred" },
  },
  {
    name: "sts-sni",
    rule: "Senders name the MX host in the handshake.",
    see: "RFC 8461 7.1",
    hosts: { mx: [{ bySni: { mx: webPki() } }] },
    sts: enforce("{mx}"),
    label: { mtaSts: "pass", stsDelivery: "verified" },
  },
  {
    name: "sts-implicit-mx",
    rule: "A domain without MX records is its own host.",
    see: "RFC 8461 4.1",
    mx: [],
    hosts: { "@": [{ chain: webPki() }] },
    sts: enforce("{@}"),
    label: { mtaSts: "pass", stsDelivery: "verified" },
  },
  {
    name: "sts-postfix",
    rule: "Postfix with a certificate of the WebPKI.",
    see: "RFC 8461 4.2",
    zone: "plain",
    hosts: { mx: [{ by: "postfix", chain: webPki() }] },
    sts: enforce("{mx}"),
    label: { mtaSts: "pass", stsDelivery: "verified" },
  },
  {
    name: "sts-exim",
    rule: "Exim with a certificate of the WebPKI.",
    see: "RFC 8461 4.2",
    zone: "plain",
    hosts: { mx: [{ by: "exim", chain: webPki() }] },
    sts: enforce("{mx}"),
    label: { mtaSts: "pass", stsDelivery: "verified" },
  },
];

export const COVERAGE_TARGETS: readonly Target[] = [...PATTERNS, ...HOSTS];
