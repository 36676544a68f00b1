import * as packet from "dns-packet";
import { CONFIRM, type CodeCase } from "../code-case.ts";
import { PUBLIC_ADDRESS } from "../scene.ts";
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
          { server: "ns1.case.test", outcome: "answer", values: ["10 mx.case.test"] },
          { server: "ns2.case.test", outcome: "answer", values: ["10 old.case.test"] },
        ];
      },
    },
    says: ["2 name servers", "MX case.test"],
    advises: "secondary",
    confirm: "dig +nssearch case.test.",
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
    scene: dns({ "case.test": { silent: true } }, { timeout: "2" }),
    says: ["MX case.test", "2 s"],
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
    says: ["MX case.test"],
    advises: "Nothing is claimed about the domain",
  },
  {
    ...unseen,
    code: "dns-resolver-broken",
    confirm: CONFIRM.digResolver,
    where: "the resolver is silent to everything",
    scene: dns({ "case.test": { silent: true }, ".": { silent: true } }, { timeout: "0.3" }),
    says: ["MX case.test"],
    advises: "/etc/resolv.conf",
  },
];
