/** Targets whose MTA-STS policy is sound: whether covered hosts satisfy it, and what DANE has to do with it. */
import { commonNameOnly, cut, expired, naming, selfSigned, webPki, wildcard } from "./chains.ts";
import { covered } from "./covered-target.ts";
import { POSTFIX_HOLDS_NAMES_TO_PATTERNS, POSTFIX_TAKES_COMMON_NAMES } from "./oracle-differences.ts";
import { enforce, sound, testing } from "./policies.ts";
import type { Target } from "./target.ts";

const UNFIT = "fail: mta-sts-mx-unauthenticated";

const CERTIFICATES: readonly Target[] = [
  covered("sts-self-signed", {
    rule: "The MX host's certificate has to be of the WebPKI.",
    see: "RFC 8461 4.2",
    chain: selfSigned(),
    sts: enforce("{mx}"),
    mtaSts: UNFIT,
  }),
  covered("sts-expired", {
    rule: "The MX host's certificate has to be valid now.",
    see: "RFC 8461 4.2",
    chain: webPki(expired),
    sts: enforce("{mx}"),
    mtaSts: UNFIT,
  }),
  covered("sts-incomplete-chain", {
    rule: "The intermediate has to be sent.",
    see: "RFC 8461 4.2",
    chain: cut(webPki(), 1),
    sts: enforce("{mx}"),
    mtaSts: UNFIT,
  }),
  covered("sts-other-name", {
    rule: "The MX host's name has to stand in its certificate.",
    see: "RFC 8461 4.2",
    chain: webPki(naming("elsewhere")),
    sts: enforce("{mx}"),
    mtaSts: UNFIT,
  }),
  covered("sts-next-hop-name", {
    rule: "The mail domain's name does not stand for the MX host's.",
    see: "RFC 8461 4.2",
    chain: webPki(naming("@")),
    sts: enforce("{mx}"),
    mtaSts: UNFIT,
  }),
  covered("sts-common-name", {
    rule: "The common name does not count.",
    see: "RFC 8461 4.2",
    chain: webPki(commonNameOnly),
    differs: { sts: POSTFIX_TAKES_COMMON_NAMES },
    sts: enforce("{mx}"),
    mtaSts: UNFIT,
  }),
  covered("sts-san-wildcard", {
    rule: "A wildcard in the certificate is good.",
    see: "RFC 8461 4.2",
    chain: webPki(wildcard),
    sts: enforce("{mx}"),
    mtaSts: "pass",
  }),
  covered("sts-name-of-other-mx", {
    rule: "The name has to be that of this MX host, not of another one that the policy lists.",
    see: "RFC 8461 4.2",
    chain: webPki(naming("mx2")),
    differs: { sts: POSTFIX_HOLDS_NAMES_TO_PATTERNS },
    sts: enforce("{mx}", "{mx2}"),
    mtaSts: "fail: mta-sts-mx-unauthenticated, mta-sts-pattern-unused",
  }),
  covered("sts-testing-self-signed", {
    rule: "A policy that is tested, and a certificate that nobody trusts.",
    see: "RFC 8461 5",
    chain: selfSigned(),
    sts: testing("{mx}"),
    mtaSts: "warn: mta-sts-mx-unauthenticated",
    stsDelivery: "deferred",
  }),
];

const BOTH: readonly Target[] = [
  {
    name: "both-good",
    rule: "DANE and MTA-STS are both satisfied.",
    see: "RFC 8461 2",
    hosts: { mx: [{ chain: webPki() }] },
    tlsa: { mx: ["3 1 1 leaf"] },
    sts: enforce("{mx}"),
    label: { dane: { mx: "pass" }, delivery: "verified", mtaSts: "pass", stsDelivery: "verified" },
  },
  {
    name: "dane-good-sts-unfit",
    rule: "DANE makes a self-signed certificate good, and MTA-STS does not take it.",
    see: "RFC 8461 2",
    hosts: { mx: [{ chain: selfSigned() }] },
    tlsa: { mx: ["3 1 1 leaf"] },
    sts: enforce("{mx}"),
    label: { dane: { mx: "pass" }, delivery: "verified", mtaSts: UNFIT, stsDelivery: "deferred" },
  },
  {
    name: "dane-wrong-sts-good",
    rule: "MTA-STS does not override DANE.",
    see: "RFC 8461 2",
    hosts: { mx: [{ chain: webPki() }] },
    tlsa: { mx: ["3 1 1 other"] },
    sts: enforce("{mx}"),
    label: {
      dane: { mx: "fail: dane-mismatch" },
      delivery: "deferred",
      mtaSts: "pass",
      stsDelivery: "verified",
    },
  },
  {
    name: "dane-insecure-sts-good",
    rule: "TLSA records without DNSSEC do not stand in MTA-STS's way.",
    see: "RFC 8461 2",
    zone: "plain",
    hosts: { mx: [{ chain: webPki() }] },
    tlsa: { mx: ["3 1 1 other"] },
    sts: { policy: sound("enforce", ["{mx}"]) },
    label: {
      dane: { mx: "warn: dane-insecure" },
      delivery: "unauthenticated",
      mtaSts: "pass",
      stsDelivery: "verified",
    },
  },
];

export const FITNESS_TARGETS: readonly Target[] = [...CERTIFICATES, ...BOTH];
