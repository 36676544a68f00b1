/** Targets whose DNSSEC status differs: of the MX record, of the addresses, of the TLSA records. */
import { privatePki, naming, selfSigned } from "./chains.ts";
import { EXIM_NEEDS_A_SECURE_MX, OPENSSL_KNOWS_ONE_NAME } from "./oracle-differences.ts";
import type { Target } from "./target.ts";

const ONE = { mx: [{}] } as const;
const RIGHT = { mx: ["3 1 1 leaf"] } as const;
const WRONG = { mx: ["3 1 1 other"] } as const;
const TLSA = "_25._tcp.{mx} TLSA";

const ABSENT: readonly Target[] = [
  {
    name: "nothing-nxdomain",
    rule: "No such name: no DANE, and no finding.",
    see: "RFC 7672 2.1.1",
    hosts: ONE,
    label: { dane: { mx: "skip" }, delivery: "unauthenticated" },
  },
  {
    name: "nothing-nodata",
    rule: "The name has other records: no DANE, and no finding.",
    see: "RFC 7672 2.1.1",
    hosts: ONE,
    records: ['_25._tcp.{mx} TXT "no keys here"'],
    label: { dane: { mx: "skip" }, delivery: "unauthenticated" },
  },
  {
    name: "nothing-at-port-25",
    rule: "Records of another port do not count.",
    see: "RFC 7672 2.2.3",
    hosts: ONE,
    tlsa: { "_443._tcp.{mx}": ["3 1 1 other"] },
    label: { dane: { mx: "skip" }, delivery: "unauthenticated" },
  },
  {
    name: "nothing-no-tls",
    rule: "Without TLSA records a server without TLS gets its mail in the clear.",
    see: "RFC 7672 2.2",
    hosts: { mx: [{ starttls: "missing" }] },
    label: { dane: { mx: "skip" }, delivery: "plain" },
  },
];

const INSECURE: readonly Target[] = [
  {
    name: "insecure",
    rule: "TLSA records without DNSSEC protect nobody.",
    see: "RFC 7672 2.1.1",
    zone: "plain",
    hosts: ONE,
    tlsa: RIGHT,
    label: { dane: { mx: "warn: dane-insecure" }, delivery: "unauthenticated" },
  },
  {
    name: "insecure-mismatch",
    rule: "Wrong TLSA records without DNSSEC hinder nobody.",
    see: "RFC 7672 2.1.1",
    zone: "plain",
    hosts: ONE,
    tlsa: WRONG,
    label: { dane: { mx: "warn: dane-insecure" }, delivery: "unauthenticated" },
  },
  {
    name: "insecure-nothing",
    rule: "No DNSSEC and no TLSA records: nothing to say.",
    see: "RFC 7672 2.1.1",
    zone: "plain",
    hosts: ONE,
    label: { dane: { mx: "skip" }, delivery: "unauthenticated" },
  },
  {
    name: "insecure-servfail",
    rule: "Where the addresses are insecure, an error of the TLSA question is nobody's concern.",
    see: "RFC 7672 2.1.2",
    zone: "plain",
    hosts: ONE,
    zones: { "_tcp.{mx}": "lost" },
    label: { dane: { mx: "skip" }, delivery: "unauthenticated", dns: { [TLSA]: "failed" } },
  },
  {
    name: "island-of-security",
    rule: "A signed zone without DS in its parent is insecure.",
    see: "RFC 4035 4.3",
    zone: "island",
    hosts: ONE,
    tlsa: RIGHT,
    label: { dane: { mx: "warn: dane-insecure" }, delivery: "unauthenticated" },
  },
  {
    name: "address-insecure",
    rule: "A secure MX record that leads to an insecure host: no DANE.",
    see: "RFC 7672 2.2.1",
    hosts: { "mx@plain": [{}] },
    tlsa: { "mx@plain": ["3 1 1 leaf"] },
    label: { dane: { "mx@plain": "warn: dane-insecure" }, delivery: "unauthenticated" },
  },
  {
    name: "tlsa-zone-insecure",
    rule: "Secure addresses and an insecure zone for the TLSA records: no DANE.",
    see: "RFC 7672 2.2.3",
    hosts: ONE,
    tlsa: RIGHT,
    zones: { "_tcp.{mx}": "unsigned" },
    label: { dane: { mx: "warn: dane-insecure" }, delivery: "unauthenticated", dns: { [TLSA]: "insecure" } },
  },
  {
    name: "tlsa-zone-signed",
    rule: "A signed zone for the TLSA records alone.",
    see: "RFC 7672 2.2.3",
    hosts: ONE,
    tlsa: RIGHT,
    zones: { "_tcp.{mx}": "signed" },
    label: { dane: { mx: "pass" }, delivery: "verified" },
  },
];

const INSECURE_MX: readonly Target[] = [
  {
    name: "mx-insecure",
    rule: "An insecure MX record that leads to a secure host: Postfix authenticates the host.",
    differs: { exim: EXIM_NEEDS_A_SECURE_MX },
    see: "RFC 7672 2.2.1",
    zone: "plain",
    hosts: { "mx@dane": [{}] },
    tlsa: { "mx@dane": ["3 1 1 leaf"] },
    label: { dane: { "mx@dane": "pass: dane-mx-insecure" }, delivery: "verified" },
  },
  {
    name: "mx-insecure-mismatch",
    rule: "An insecure MX record does not save a host whose TLSA record is wrong from Postfix.",
    differs: { exim: EXIM_NEEDS_A_SECURE_MX },
    see: "RFC 7672 2.2.1",
    zone: "plain",
    hosts: { "mx@dane": [{}] },
    tlsa: { "mx@dane": ["3 1 1 other"] },
    label: { dane: { "mx@dane": "fail: dane-mismatch, dane-mx-insecure" }, delivery: "deferred" },
  },
  {
    name: "mx-insecure-ta-next-hop",
    rule: "Behind an insecure MX record its host's name alone should count; Postfix takes the mail domain's, too.",
    differs: { exim: EXIM_NEEDS_A_SECURE_MX, openssl: OPENSSL_KNOWS_ONE_NAME },
    see: "RFC 7672 3.2.2",
    zone: "plain",
    hosts: { "mx@dane": [{ chain: privatePki(naming("@")) }] },
    tlsa: { "mx@dane": ["2 1 1 ca"] },
    label: { dane: { "mx@dane": "pass: dane-mx-insecure" }, delivery: "verified" },
  },
];

const ERRORS: readonly Target[] = [
  {
    name: "mx-bogus",
    rule: "A bogus MX record: the domain cannot be reached, and DANE has no say.",
    see: "RFC 7672 2.1.1",
    zone: "bogus",
    hosts: ONE,
    tlsa: RIGHT,
    label: { delivery: "deferred" },
  },
  {
    name: "address-bogus",
    rule: "Bogus addresses: the host cannot be reached.",
    see: "RFC 7672 2.1.2",
    hosts: { "mx@bogus": [{}] },
    tlsa: { "mx@bogus": ["3 1 1 leaf"] },
    label: { delivery: "deferred" },
  },
  {
    name: "tlsa-bogus",
    rule: "Secure addresses and bogus TLSA records: the host is skipped.",
    see: "RFC 7672 2.1.2",
    mistake: "SERVFAIL for TLSA is taken for no TLSA record.",
    hosts: ONE,
    tlsa: RIGHT,
    zones: { "_tcp.{mx}": "bogus" },
    label: { dane: { mx: "fail: dane-lookup-failed" }, delivery: "deferred", dns: { [TLSA]: "bogus" } },
  },
  {
    name: "tlsa-bogus-denial",
    rule: "Secure addresses and a bogus proof that there is no TLSA record: the host is skipped.",
    see: "RFC 7672 2.1.2",
    mistake: "SERVFAIL for TLSA is taken for no TLSA record.",
    hosts: ONE,
    zones: { "_tcp.{mx}": "bogus" },
    label: { dane: { mx: "fail: dane-lookup-failed" }, delivery: "deferred", dns: { [TLSA]: "bogus" } },
  },
  {
    name: "tlsa-servfail",
    rule: "Secure addresses and a name server for the TLSA records that fails: the host is skipped.",
    see: "RFC 7672 2.1.2",
    hosts: ONE,
    zones: { "_tcp.{mx}": "lost" },
    label: { dane: { mx: "fail: dane-lookup-failed" }, delivery: "deferred", dns: { [TLSA]: "failed" } },
  },
  {
    name: "tlsa-timeout",
    rule: "Secure addresses and a name server for the TLSA records that never answers: the host is skipped.",
    see: "RFC 7672 2.1.2",
    hosts: ONE,
    zones: { "_tcp.{mx}": "silent" },
    label: { dane: { mx: "fail: dane-lookup-failed" }, delivery: "deferred", dns: { [TLSA]: "failed" } },
  },
  {
    name: "tlsa-cname-loop",
    rule: "TLSA records behind aliases that go round in a circle: the host is skipped.",
    see: "RFC 7672 2.1.2",
    hosts: ONE,
    records: ["_25._tcp.{mx} CNAME {a}", "{a} CNAME {b}", "{b} CNAME {a}"],
    label: { dane: { mx: "fail: dane-lookup-failed" }, delivery: "deferred", dns: { [TLSA]: "failed" } },
  },
];

const ALIASES: readonly Target[] = [
  {
    name: "tlsa-cname",
    rule: "TLSA records behind an alias: the base domain stays the host.",
    see: "RFC 7672 2.2.3",
    hosts: ONE,
    tlsa: { "{keys}": ["3 1 1 leaf"] },
    records: ["_25._tcp.{mx} CNAME {keys}"],
    label: { dane: { mx: "pass" }, delivery: "verified" },
  },
  {
    name: "tlsa-cname-ta",
    rule: "The alias of TLSA records is not a name for the certificate.",
    see: "RFC 7672 3.2.2",
    hosts: { mx: [{ chain: privatePki(naming("keys")) }] },
    tlsa: { "{keys}": ["2 1 1 ca"] },
    records: ["_25._tcp.{mx} CNAME {keys}"],
    label: { dane: { mx: "fail: dane-name-mismatch" }, delivery: "deferred" },
  },
  {
    name: "tlsa-cname-dangling",
    rule: "An alias that leads nowhere: no DANE.",
    see: "RFC 7672 2.2.3",
    hosts: ONE,
    records: ["_25._tcp.{mx} CNAME {keys}"],
    label: { dane: { mx: "skip" }, delivery: "unauthenticated", dns: { [TLSA]: "secure none" } },
  },
  {
    name: "tlsa-cname-to-insecure",
    rule: "An alias into an insecure zone: the records there protect nobody.",
    see: "RFC 7672 2.2.3",
    hosts: ONE,
    tlsa: { "{keys@plain}": ["3 1 1 leaf"] },
    records: ["_25._tcp.{mx} CNAME {keys@plain}"],
    label: { dane: { mx: "warn: dane-insecure" }, delivery: "unauthenticated", dns: { [TLSA]: "insecure" } },
  },
  {
    name: "tlsa-cname-to-bogus",
    rule: "An alias into a bogus zone: the host is skipped.",
    see: "RFC 7672 2.1.2",
    hosts: ONE,
    tlsa: { "{keys@bogus}": ["3 1 1 leaf"] },
    records: ["_25._tcp.{mx} CNAME {keys@bogus}"],
    label: { dane: { mx: "fail: dane-lookup-failed" }, delivery: "deferred", dns: { [TLSA]: "bogus" } },
  },
  {
    name: "tlsa-wildcard",
    rule: "TLSA records of a wildcard are records like others.",
    see: "RFC 4592 2.2",
    hosts: { mx: [{ chain: selfSigned() }] },
    tlsa: { "*.{mx}": ["3 1 1 leaf"] },
    label: { dane: { mx: "pass" }, delivery: "verified", dns: { [TLSA]: "secure" } },
  },
];

export const STATUS_TARGETS: readonly Target[] = [
  ...ABSENT,
  ...INSECURE,
  ...INSECURE_MX,
  ...ERRORS,
  ...ALIASES,
];
