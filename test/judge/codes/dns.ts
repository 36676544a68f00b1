import * as packet from "dns-packet";
import { CONFIRM, type CodeCase } from "../code-case.ts";
import type { DnsAnswer } from "../../../src/observe/observation.ts";
import type { Zones } from "../../support/dns/zone-records.ts";
import { PUBLIC_ADDRESS, type Scene } from "../scene.ts";
import { dns } from "./mx.ts";

/** An answer to the question for the MX records that announces one and ends before it. */
function cutOff(): Buffer {
  const questions = [{ type: "MX", name: "case.test" }] as const;
  const answer = packet.encode({
    type: "response",
    flags: packet.RECURSION_AVAILABLE,
    questions: [...questions],
  });
  answer.writeUInt16BE(1, 6);
  return answer;
}

const A = [PUBLIC_ADDRESS];

/** Names of which nothing is known, not even that they exist. */
const NOWHERE: Zones = Object.fromEntries(
  ["case.test", "mx.case.test", "test", "com", "net", "org"].map((name) => [name, { rcode: "NXDOMAIN" }]),
);

/** An MX host with an IPv4 address, of whose AAAA question this has become. */
function aaaa(given: Partial<DnsAnswer>): Scene {
  return {
    ...dns({ "case.test": { MX: [[10, "mx.case.test"]] }, "mx.case.test": { A } }),
    change: ({ domains: [domain] }) => {
      const answer = domain?.mx?.hosts[0]?.aaaa;
      if (answer === undefined || domain?.mx === undefined) return;
      Object.assign(answer, given);
      // Asked where a question failed.
      domain.mx.root = { ...domain.mx.question, name: ".", type: "NS", outcome: "answer" };
    },
  };
}
const error = { check: "mx", verdict: "fail", severity: "error" } as const;
const warning = { check: "mx", verdict: "warn", severity: "warning" } as const;
const unseen = { check: "mx", verdict: "inconclusive", severity: "inconclusive" } as const;

export const dnsCases: readonly CodeCase[] = [
  {
    check: "mx",
    verdict: "warn",
    severity: "warning",
    code: "mx-inconsistent",
    where: "two name servers of the zone answer differently",
    scene: {
      change: ({ domains: [domain] }) => {
        if (domain?.mx === undefined) return;
        domain.mx.question.differing = [
          { server: "192.0.2.1:53", outcome: "answer", values: ["10 mx.case.test"] },
          { server: "[2001:db8::2]:53", outcome: "answer", values: ["10 old.case.test"] },
        ];
      },
    },
    says: ["2 name servers", "MX case.test"],
    advises: "secondary",
    confirm:
      "dig +noall +comments +answer @192.0.2.1 MX case.test.; dig +noall +comments +answer @2001:db8::2 MX case.test.",
  },
  {
    ...error,
    confirm: CONFIRM.digQuestion,
    code: "dns-servfail",
    where: "the zone is broken and the resolver is not",
    scene: dns({
      "case.test": { rcode: "SERVFAIL", extendedErrors: [{ code: 22, text: "No Reachable Authority" }] },
    }),
    says: ["MX case.test", "SERVFAIL"],
    advises: "name servers",
    quotes: "EDE 22 No Reachable Authority",
  },
  {
    ...error,
    confirm: CONFIRM.digBogus,
    code: "dnssec-bogus",
    where: "the zone answers with checking disabled only",
    scene: dns({ "case.test": { bogus: true, MX: [[10, "mx.case.test"]] } }),
    says: ["MX case.test"],
    advises: "DS record",
  },
  {
    ...unseen,
    confirm: CONFIRM.digQuestion,
    code: "dns-malformed",
    where: "the answer for the MX is cut off, so that nothing is known of it",
    scene: dns({ "case.test": { raw: cutOff() } }),
    says: ["MX case.test"],
    advises: "middleboxes",
  },
  {
    ...warning,
    confirm: CONFIRM.digQuestion.replace("MX case.test", "AAAA mx.case.test"),
    code: "dns-malformed",
    where: "an IPv6 answer is unreadable and IPv4 has an address",
    scene: {
      ...dns({ "case.test": { MX: [[10, "mx.case.test"]] }, "mx.case.test": { A } }),
      change: ({ domains }) => {
        const aaaa = domains[0]?.mx?.hosts[0]?.aaaa;
        if (aaaa !== undefined) Object.assign(aaaa, { outcome: "malformed", detail: "cut off" });
      },
    },
    says: ["AAAA mx.case.test"],
    advises: "name server",
    quotes: "cut off",
  },
  {
    ...unseen,
    code: "dns-malformed",
    where: "no address can be read, so that nobody knows where mail goes",
    scene: {
      ...dns({ "case.test": { MX: [[10, "mx.case.test"]] }, "mx.case.test": { TXT: ["here"] } }),
      change: ({ domains }) => {
        const a = domains[0]?.mx?.hosts[0]?.a;
        if (a !== undefined) Object.assign(a, { outcome: "malformed", detail: "cut off" });
      },
    },
    says: ["A mx.case.test"],
    advises: "name server",
    confirm: CONFIRM.digQuestion.replace("MX case.test", "A mx.case.test"),
  },
  {
    ...unseen,
    code: "dns-timeout",
    confirm: CONFIRM.digQuestion,
    where: "the zone is silent and the resolver is not",
    scene: dns({ "case.test": { silent: true } }, { timeout: "6" }),
    says: ["MX case.test within 6"],
    advises: "Run again",
  },
  {
    ...unseen,
    confirm: CONFIRM.digQuestion,
    code: "dns-refused",
    where: "the resolver does not serve us",
    scene: dns({ "case.test": { rcode: "REFUSED" } }),
    says: ["MX case.test"],
    advises: "dns-server",
    quotes: "REFUSED",
  },
  {
    ...unseen,
    code: "dns-resolver-broken",
    confirm: CONFIRM.digResolver,
    where: "the resolver says SERVFAIL to everything",
    scene: dns({ "case.test": { rcode: "SERVFAIL" }, ".": { rcode: "SERVFAIL" } }),
    says: ["MX case.test got SERVFAIL", "root of DNS (NS .) got SERVFAIL"],
    advises: "Nothing is claimed about the domain",
  },
  {
    ...unseen,
    code: "dns-resolver-broken",
    confirm: CONFIRM.digResolver,
    where: "the answer needs TCP, which is refused, and the root is answered",
    scene: {
      ...dns({ "case.test": { MX: [[10, "mx.case.test"]] } }),
      change: ({ domains }) => {
        const mx = domains[0]?.mx;
        if (mx === undefined) return;
        const { name, type } = mx.question;
        const nothing = { values: [], aliases: [], authenticated: false, extendedErrors: [], seconds: 0.1 };
        mx.question = { ...nothing, name, type, outcome: "unreachable", detail: "ECONNREFUSED over TCP" };
        mx.hosts = [];
        mx.root = { ...nothing, name: ".", type: "NS", outcome: "answer", values: ["a.root-servers.net"] };
      },
    },
    says: ["no connection (ECONNREFUSED over TCP)", "although the resolver answers for the root"],
    advises: "dns-server",
    quotes: "ECONNREFUSED over TCP",
  },
  {
    ...unseen,
    code: "dns-resolver-broken",
    confirm: CONFIRM.digResolver,
    where: "the resolver says NXDOMAIN to everything, top-level domains included",
    scene: dns(NOWHERE),
    says: ["MX case.test got NXDOMAIN", "test, com, net, org"],
    advises: "works from here",
  },
  {
    ...unseen,
    code: "dns-resolver-broken",
    where: "it says so of the MX host, whose domain a zone file knows",
    confirm:
      "dig +noall +comments +answer @127.0.0.1 -p DNS A mx.case.test.; dig +noall +comments +answer @127.0.0.1 -p DNS NS .",
    scene: dns({ ...NOWHERE, "case.test": { MX: [[10, "mx.case.test"]] } }),
    says: ["A mx.case.test got NXDOMAIN", "knows nothing of public DNS"],
    advises: "works from here",
  },
  {
    ...warning,
    code: "dnssec-bogus",
    where: "only the IPv6 answer is bogus",
    confirm: CONFIRM.digBogus.replaceAll("MX case.test", "AAAA mx.case.test"),
    scene: aaaa({ outcome: "servfail", rcode: "SERVFAIL", withCheckingDisabled: "nodata" }),
    says: ["AAAA mx.case.test"],
    advises: "DS record",
  },
  {
    ...error,
    code: "dnssec-bogus",
    where: "the resolver says that a signature has expired, and nothing more",
    confirm: CONFIRM.digBogus,
    scene: dns({
      "case.test": { rcode: "SERVFAIL", extendedErrors: [{ code: 7, text: "signature expired" }] },
    }),
    says: ["MX case.test", "EDE 7"],
    advises: "DS record",
    quotes: "EDE 7 signature expired",
  },
  {
    ...warning,
    code: "dns-timeout",
    where: "only the IPv6 question is not answered",
    confirm: CONFIRM.digQuestion.replace("MX case.test", "AAAA mx.case.test"),
    scene: aaaa({ outcome: "timeout", seconds: 15 }),
    says: ["AAAA mx.case.test", "15 s"],
    advises: "does not answer",
  },
  ...["REFUSED", "NOTIMP", "FORMERR"].map((rcode): CodeCase => ({
    ...warning,
    code: "dns-refused",
    where: `only the IPv6 question gets ${rcode}`,
    confirm: CONFIRM.digQuestion.replace("MX case.test", "AAAA mx.case.test"),
    scene: aaaa({ outcome: "refused", rcode }),
    says: [`AAAA mx.case.test (${rcode})`],
    advises: "dns-server",
    quotes: rcode,
  })),
  {
    ...unseen,
    code: "dns-resolver-broken",
    confirm: CONFIRM.digResolver,
    where: "the resolver is silent to everything",
    scene: dns({ "case.test": { silent: true }, ".": { silent: true } }, { timeout: "0.3" }),
    says: ["MX case.test got no answer within 0.", "the root of DNS (NS .) got no answer"],
    advises: "/etc/resolv.conf",
  },
];
