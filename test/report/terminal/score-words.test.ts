import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scoreReason } from "../../../src/report/terminal/score-words.ts";
import { check, checks, domain, endpoint, finding, server } from "../sample-report.ts";
import { expiredCertificate, failingDomain } from "../samples.ts";

describe("why a score is not 100", () => {
  const withTls = (...findings: Parameters<typeof check>[3][]) =>
    domain("example.com", check("mx", "pass", "1 host"), [
      server("mx.example.com", 10, [
        endpoint("192.0.2.1", checks(...findings.map((list) => check("starttls", "pass", "TLS 1.2", list)))),
      ]),
    ]);
  const cases = [
    {
      what: "names what failed before what has a warning",
      of: failingDomain("example.com"),
      says: "Score 59: connect failed, certificate failed, banner has a warning.",
    },
    {
      what: "names the notice that costs points",
      of: { ...withTls([finding("tls-no-1.3", "notice")]), score: 98 },
      says: "Score 98: no TLS 1.3 (2 points less).",
    },
    { what: "is not told of 100", of: { ...withTls(), score: 100 }, says: "" },
    {
      what: "is not told where there is no score",
      of: { ...failingDomain("example.com"), score: null },
      says: "",
    },
    {
      what: "says that a waiver gives no points back",
      of: waived(),
      says: "Score 75: certificate is excused (that changes no score).",
    },
  ];
  for (const { what, of, says } of cases) {
    test(what, () => {
      assert.equal(scoreReason(of), says);
    });
  }
});

function waived() {
  const found = expiredCertificate("mx.example.com", "192.0.2.1");
  const own = checks(check("certificate", "waived", "expired", [found]));
  const servers = [server("mx.example.com", 10, [endpoint("192.0.2.1", own)])];
  return { ...domain("example.com", check("mx", "pass", "1 host"), servers), score: 75 };
}
