import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Skip } from "../../src/judge/outcome.ts";
import { ENDPOINT_CHECKS, type CheckId } from "../../src/judge/checks/all.ts";
import type { Finding, Severity } from "../../src/judge/report.ts";
import {
  lowestScore,
  meanScore,
  scoreDomain,
  scoreEndpoint,
  type ScoredCheck,
} from "../../src/judge/score.ts";
import { verdictOf } from "../../src/judge/verdict.ts";
import { words } from "../../src/text/quote.ts";

function finding(code: string, severity: Severity, mark: Partial<Finding> = {}): Finding {
  return { code, severity, message: words`It is so.`, remedy: words`Mend it.`, ...mark };
}

const WAIVED = { waived: { reason: words`renewed with the move`, until: "2027-01-31" } };

type Given = Partial<Record<CheckId, Finding | Skip["because"]>>;

/** The checks of an endpoint: all fine but for what is given, a finding or the reason of a skip. */
function checks(given: Given): ScoredCheck[] {
  return ENDPOINT_CHECKS.map(({ id }) => {
    const what = given[id];
    const skip = typeof what === "string" ? { because: what, reason: words`so it is` } : undefined;
    const findings = typeof what === "object" ? [what] : [];
    const verdict = skip === undefined ? verdictOf(findings) : "skip";
    return { check: { check: id, verdict, seconds: 0, summary: words`so it is`, findings }, skip };
  });
}

const warning = finding("some-code", "warning");
const error = finding("some-code", "error");
const inconclusive = finding("some-code", "inconclusive");
const AFTER_CONNECT = ["banner", "ehlo", "starttls", "certificate", "relay", "delivery"] as const;
/** Everything behind the connection skipped for one reason. */
const rest = (because: Skip["because"]): Given =>
  Object.fromEntries(AFTER_CONNECT.map((id) => [id, because]));

describe("an endpoint scores", () => {
  const cases: readonly { where: string; given: Given; value: number | null; partial?: true }[] = [
    { where: "all is fine", given: {}, value: 100 },
    { where: "the connection was slow", given: { connect: warning }, value: 92 },
    { where: "the greeting warns, 97.5 rounded down", given: { banner: warning }, value: 97 },
    { where: "the greeting fails", given: { banner: error }, value: 95 },
    { where: "EHLO warns", given: { ehlo: warning }, value: 97 },
    { where: "EHLO fails", given: { ehlo: error }, value: 95 },
    { where: "STARTTLS warns", given: { starttls: warning }, value: 87 },
    {
      where: "STARTTLS fails and so no certificate is seen",
      given: { starttls: error, certificate: "failure" },
      value: 50,
    },
    { where: "the certificate warns", given: { certificate: warning }, value: 87 },
    { where: "the certificate fails", given: { certificate: error }, value: 75 },
    {
      where: "the relay test was not possible",
      given: { relay: finding("relay-not-tested", "warning") },
      value: 95,
    },
    {
      where: "the domain is not served",
      given: { delivery: finding("domain-not-served", "error") },
      value: 0,
    },
    { where: "a login is demanded", given: { delivery: finding("login-required", "error") }, value: 0 },
    {
      where: "that the domain is not served is waived",
      given: { delivery: finding("domain-not-served", "error", WAIVED) },
      value: 0,
    },
    { where: "it fails to take mail", given: { delivery: finding("delivery-failing", "error") }, value: 85 },
    { where: "mail is put off", given: { delivery: warning }, value: 92 },
    { where: "TLS 1.3 is missing", given: { starttls: finding("tls-no-1.3", "notice") }, value: 98 },
    {
      where: "a notice stands anywhere else",
      given: { certificate: finding("cert-chain-surplus", "notice") },
      value: 100,
    },
    { where: "the connection failed", given: { connect: error, ...rest("failure") }, value: 0 },
    { where: "its address is not public", given: { connect: "failure", ...rest("failure") }, value: 0 },
    { where: "it is an open relay", given: { relay: finding("relay-open", "error") }, value: 0 },
    { where: "it is open to us", given: { relay: finding("relay-open-to-us", "error") }, value: 0 },
    {
      where: "that it is open to us is meant",
      given: { relay: finding("relay-open-to-us", "notice") },
      value: 100,
    },
    {
      where: "the certificate's error is waived",
      given: { certificate: finding("cert-expired", "error", WAIVED) },
      value: 75,
    },
    {
      where: "the certificate's error is known",
      given: { certificate: finding("cert-expired", "error", { known: true }) },
      value: 75,
    },
    { where: "the open relay is waived", given: { relay: finding("relay-open", "error", WAIVED) }, value: 0 },
    {
      where: "the relay test was inconclusive and the certificate fails",
      given: { relay: inconclusive, certificate: error },
      value: 72,
      partial: true,
    },
    {
      where: "a waived inconclusive is left out, too",
      given: { relay: finding("x", "inconclusive", WAIVED) },
      value: 100,
      partial: true,
    },
    {
      where: "the greeting was put off",
      given: {
        banner: inconclusive,
        ehlo: "inconclusive",
        starttls: "inconclusive",
        certificate: "inconclusive",
        relay: "inconclusive",
        delivery: "inconclusive",
      },
      value: 100,
      partial: true,
    },
    {
      where: "nothing could be seen",
      given: { connect: inconclusive, ...rest("inconclusive") },
      value: null,
      partial: true,
    },
  ];
  for (const { where, given, value, partial = false } of cases) {
    test(`${String(value)} where ${where}`, () =>
      assert.deepEqual(scoreEndpoint(checks(given)), { value, partial }));
  }
});

test("what was switched off or does not apply is left out: 65 of 90", () => {
  for (const because of ["not-asked", "inapplicable"] as const) {
    assert.deepEqual(scoreEndpoint(checks({ relay: because, certificate: error })), {
      value: 72,
      partial: true,
    });
  }
});

describe("a domain scores", () => {
  const score = (value: number | null, partial = false) => ({ value, partial });
  const cases: readonly {
    where: string;
    servers: (number | null)[];
    findings?: Finding[];
    value: number | null;
    partial?: true;
  }[] = [
    { where: "its one server is fine", servers: [100], value: 100 },
    { where: "it has a notice", servers: [98], findings: [finding("tls-no-1.3", "notice")], value: 98 },
    { where: "it warns anywhere, however little", servers: [97, 100], findings: [warning], value: 89 },
    { where: "it fails anywhere, however little", servers: [95, 100, 100], findings: [error], value: 59 },
    { where: "it warns and fails", servers: [95, 97], findings: [warning, error], value: 59 },
    { where: "its servers are worse than the ceiling", servers: [40, 40], findings: [error], value: 40 },
    { where: "the mean is 99.67, rounded down", servers: [100, 100, 99], value: 99 },
    {
      where: "one server is an open relay",
      servers: [0, 100],
      findings: [finding("relay-open", "error")],
      value: 0,
    },
    { where: "one server could not be judged", servers: [100, null], value: 100, partial: true },
    {
      where: "no server could be judged",
      servers: [null, null],
      findings: [inconclusive],
      value: null,
      partial: true,
    },
    {
      where: "there is nothing to probe and that is an error",
      servers: [],
      findings: [finding("mx-null", "error")],
      value: 0,
    },
    {
      where: "nobody knows whether there is anything",
      servers: [],
      findings: [finding("dns-timeout", "inconclusive")],
      value: null,
    },
  ];
  for (const { where, servers, findings = [], value, partial = false } of cases) {
    test(`${String(value)} where ${where}`, () => {
      const scores = servers.map((each) => score(each));
      assert.deepEqual(scoreDomain(scores, findings, servers.length === 0), { value, partial });
    });
  }
});

test("the mean of nothing is null; what is partial stays so", () => {
  assert.deepEqual(meanScore([]), { value: null, partial: false });
  assert.deepEqual(
    meanScore([
      { value: 100, partial: true },
      { value: 50, partial: false },
    ]),
    { value: 75, partial: true },
  );
});

test("a run scores as its lowest domain, nulls left out", () => {
  assert.equal(lowestScore([100, null, 59]), 59);
  assert.equal(lowestScore([null]), null);
  assert.equal(lowestScore([]), null);
});
