/** Targets with several hosts, addresses or ports, and with servers whose TLS does not work. */
import { selfSigned, webPki } from "./chains.ts";
import type { Target } from "./target.ts";

const HOSTS: readonly Target[] = [
  {
    name: "partial",
    rule: "One host of two has DANE: an attacker picks the other one.",
    see: "RFC 7672 2.2.1",
    hosts: { mx1: [{}], mx2: [{}] },
    tlsa: { mx1: ["3 1 1 leaf"] },
    label: { dane: { mx1: "pass", mx2: "skip" }, mx: "warn: dane-partial", delivery: "verified", via: "mx1" },
  },
  {
    name: "first-mismatch",
    rule: "The first host fails, and mail goes to the second.",
    see: "RFC 7672 2.2",
    hosts: { mx1: [{}], mx2: [{}] },
    tlsa: { mx1: ["3 1 1 other"], mx2: ["3 1 1 leaf"] },
    label: { dane: { mx1: "fail: dane-mismatch", mx2: "pass" }, delivery: "verified", via: "mx2" },
  },
  {
    name: "first-lookup-failed",
    rule: "The first host's TLSA question fails, and mail goes to the second.",
    see: "RFC 7672 2.1.2",
    hosts: { mx1: [{}], mx2: [{}] },
    tlsa: { mx1: ["3 1 1 leaf"], mx2: ["3 1 1 leaf"] },
    zones: { "_tcp.{mx1}": "bogus" },
    label: {
      dane: { mx1: "fail: dane-lookup-failed", mx2: "pass" },
      delivery: "verified",
      via: "mx2",
      dns: { "_25._tcp.{mx1} TLSA": "bogus" },
    },
  },
  {
    name: "all-mismatch",
    rule: "All hosts fail: mail waits.",
    see: "RFC 7672 2.2",
    hosts: { mx1: [{}], mx2: [{}] },
    tlsa: { mx1: ["3 1 1 other"], mx2: ["3 1 1 other"] },
    label: { dane: { mx1: "fail: dane-mismatch", mx2: "fail: dane-mismatch" }, delivery: "deferred" },
  },
  {
    name: "mismatch-and-bare",
    rule: "The host with DANE fails, and mail goes to the one without.",
    see: "RFC 7672 2.2.1",
    hosts: { mx1: [{}], mx2: [{}] },
    tlsa: { mx1: ["3 1 1 other"] },
    label: {
      dane: { mx1: "fail: dane-mismatch", mx2: "skip" },
      mx: "warn: dane-partial",
      delivery: "unauthenticated",
      via: "mx2",
    },
  },
];

const ADDRESSES: readonly Target[] = [
  {
    name: "v6-only",
    rule: "IPv6 alone.",
    see: "RFC 7672 2.2.2",
    hosts: { mx: [{ family: 6 }] },
    tlsa: { mx: ["3 1 1 leaf"] },
    label: { dane: { mx: "pass" }, delivery: "verified" },
  },
  {
    name: "v6-wrong",
    rule: "The certificate at the IPv6 address is another: senders go on to the IPv4 address.",
    see: "RFC 7672 2.2",
    mistake: "One address per host is looked at.",
    hosts: { mx: [{}, { family: 6 }] },
    tlsa: { mx: ["3 1 1 leaf"] },
    label: { dane: { "mx#1": "pass", "mx#2": "fail: dane-mismatch" }, delivery: "verified" },
  },
  {
    name: "v4-wrong",
    rule: "The certificate at the IPv4 address is another: senders go on to the IPv6 address.",
    see: "RFC 7672 2.2",
    mistake: "One address per host is looked at.",
    hosts: { mx: [{}, { family: 6 }] },
    tlsa: { mx: ["3 1 1 leaf2"] },
    label: { dane: { "mx#1": "fail: dane-mismatch", "mx#2": "pass" }, delivery: "verified" },
  },
  {
    name: "one-of-two-wrong",
    rule: "Two machines of one name, one of which has an old key.",
    see: "RFC 7671 8.1",
    mistake: "One address per host is looked at.",
    hosts: { mx: [{}, {}] },
    tlsa: { mx: ["3 1 1 leaf2"] },
    label: { dane: { "mx#1": "fail: dane-mismatch", "mx#2": "pass" }, delivery: "verified" },
  },
  {
    name: "key-each",
    rule: "Two machines of one name, each with a key of its own, and records for both.",
    see: "RFC 7671 8.1",
    hosts: { mx: [{}, { family: 6 }] },
    tlsa: { mx: ["3 1 1 leaf", "3 1 1 leaf2"] },
    label: { dane: { mx: "pass" }, delivery: "verified" },
  },
];

const TLS: readonly Target[] = [
  {
    name: "no-starttls",
    rule: "TLSA records and no STARTTLS: senders do not fall back.",
    see: "RFC 7672 2.2",
    hosts: { mx: [{ starttls: "missing" }] },
    tlsa: { mx: ["3 1 1 leaf"] },
    label: { dane: { mx: "fail: dane-no-tls" }, delivery: "deferred" },
  },
  {
    name: "starttls-refused",
    rule: "TLSA records and a STARTTLS that is refused: senders do not fall back.",
    see: "RFC 7672 2.2",
    hosts: { mx: [{ starttls: "refused" }] },
    tlsa: { mx: ["3 1 1 leaf"] },
    label: { dane: { mx: "fail: dane-no-tls" }, delivery: "deferred" },
  },
  {
    name: "handshake-broken",
    rule: "TLSA records and a handshake that breaks: senders do not fall back.",
    see: "RFC 7672 2.2",
    hosts: { mx: [{ starttls: "garbage" }] },
    tlsa: { mx: ["3 1 1 leaf"] },
    label: { dane: { mx: "fail: dane-no-tls" }, delivery: "deferred" },
  },
  {
    name: "no-starttls-second-host",
    rule: "The first host has no TLS, and mail goes to the second.",
    see: "RFC 7672 2.2",
    hosts: { mx1: [{ starttls: "missing" }], mx2: [{}] },
    tlsa: { mx1: ["3 1 1 leaf"], mx2: ["3 1 1 leaf"] },
    label: { dane: { mx1: "fail: dane-no-tls", mx2: "pass" }, delivery: "verified", via: "mx2" },
  },
];

const PORTS: readonly Target[] = [
  {
    name: "submissions",
    rule: "Port 465 has TLSA records of its own; what is an error at 25 is a warning there.",
    see: "RFC 7672 7",
    hosts: { mx: [{ chain: webPki() }, { chain: selfSigned(), port: 465 }] },
    tlsa: { mx: ["3 1 1 leaf"], "_465._tcp.{mx}": ["3 1 1 other"] },
    label: { dane: { "mx#1": "pass", "mx#2": "warn: dane-mismatch" }, delivery: "verified" },
  },
  {
    name: "submission",
    rule: "Port 587 has TLSA records of its own.",
    see: "RFC 7672 7",
    hosts: { mx: [{}, { port: 587 }] },
    tlsa: { mx: ["3 1 1 leaf"], "_587._tcp.{mx}": ["3 1 1 leaf2"] },
    label: { dane: { mx: "pass" }, delivery: "verified" },
  },
];

export const HOST_TARGETS: readonly Target[] = [...HOSTS, ...ADDRESSES, ...TLS, ...PORTS];
