import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Report } from "../../src/judge/report.ts";
import type { Links } from "../../src/report/links.ts";
import { renderSarif, SARIF_LIMIT } from "../../src/report/sarif.ts";
import { check, checks, domain, endpoint, finding, reportOf, server } from "./sample-report.ts";
import { expiredCertificate, manyDomains, samples } from "./samples.ts";
import { sarifReader } from "./sarif-log.ts";
import type { SarifRun } from "./sarif-log.ts";

const read = sarifReader();
const LINKS: Links = { docs: "https://example.com/docs/codes", workflow: ".github/workflows/mail (a).yml" };

function sarif(report: Report, links: Links = LINKS, limit?: number): SarifRun {
  return read([...renderSarif(report, links, limit)].join(""));
}

function sample(name: string, links?: Links): SarifRun {
  return sarif(samples()[name] ?? assert.fail(name), links);
}

describe("a failing run", () => {
  const { results, tool } = sample("failing");
  test("has a result for each finding, worst first", () => {
    assert.deepEqual(
      results.map(({ ruleId, level }) => `${level} ${ruleId}`),
      ["error connect-timeout", "error cert-expired", "warning banner-slow"],
    );
  });
  test("says where, what, and what to do", () => {
    const { text } = results[1]?.message ?? assert.fail();
    assert.deepEqual(text.split("\n").slice(0, 3), [
      "example.com · mx2.example.com 192.0.2.20:25",
      "The certificate expired 3 days ago.",
      "expected: at least 14 days left",
    ]);
    assert.match(text, /\nfix: Renew it/);
  });
  test("points at the policy's line, else at the domain's", () => {
    const locations = results.map(({ locations: [one] }) => {
      const { artifactLocation, region } = one?.physicalLocation ?? assert.fail();
      return `${artifactLocation.uri}:${region.startLine}`;
    });
    assert.deepEqual(locations, ["zones/example.zone:12", ".github/mx-gate.yml:4", ".github/mx-gate.yml:9"]);
  });
  test("has a rule with help for each code", () => {
    for (const { id, help, helpUri } of tool.driver.rules) {
      assert.equal(helpUri, `https://example.com/docs/codes/${id}.md`);
      assert.ok(help.text.length > 20 && help.markdown?.includes(id));
    }
    assert.equal(tool.driver.rules.length, 3);
  });
});

test("of a deviation at several addresses the worst finding speaks, and all the places stand in it", () => {
  const places = (["warning", "error"] as const).map((severity, index) => {
    const address = `192.0.2.${String(index + 1)}`;
    const found = finding("cert-expired", severity, { host: "mx.example.com", address });
    return endpoint(
      address,
      checks(check("certificate", severity === "error" ? "fail" : "warn", "x", [found])),
    );
  });
  const report = reportOf([
    domain("example.com", check("mx", "pass", "1 host"), [server("mx.example.com", 10, places)]),
  ]);
  const { results } = sarif(report);
  assert.deepEqual(
    results.map(({ ruleId, level }) => `${level} ${ruleId}`),
    ["error cert-expired"],
  );
  assert.match(results[0]?.message.text ?? "", /192\.0\.2\.1.*192\.0\.2\.2/);
});

describe("where no line asked for it, a result points", () => {
  const bare = (file: string | null): Report =>
    reportOf([domain("example.com", check("mx", "fail", "x", [finding("mx-missing", "error")]), [])], {
      policy: { file },
    });
  const cases: readonly [string, string | null, Links, string][] = [
    ["at the workflow file", null, LINKS, ".github/workflows/mail%20(a).yml"],
    ["at the policy file outside of a workflow", "etc/mx.yml", {}, "etc/mx.yml"],
    [
      "at a policy file outside of the repository by its whole path",
      "/etc/mx gate.yml",
      {},
      "file:///etc/mx%20gate.yml",
    ],
  ];
  for (const [name, file, links, uri] of cases) {
    test(name, () => {
      const [only] = sarif(bare(file), links).results;
      assert.equal(only?.locations[0]?.physicalLocation?.artifactLocation.uri, uri);
    });
  }
  test("at the domain alone where there is no file", () => {
    const [only] = sarif(bare(null), {}).results;
    assert.deepEqual(only?.locations, [
      { logicalLocations: [{ fullyQualifiedName: "example.com", kind: "resource" }] },
    ]);
  });
});

describe("fingerprints", () => {
  const at = (...addresses: string[]): SarifRun =>
    sarif(
      reportOf([
        domain("example.com", check("mx", "pass", "1 host"), [
          server(
            "mx.example.com",
            10,
            addresses.map((address) =>
              endpoint(
                address,
                checks(
                  check("certificate", "fail", "expired", [expiredCertificate("mx.example.com", address)]),
                ),
              ),
            ),
          ),
        ]),
      ]),
    );
  const prints = ({ results }: SarifRun): unknown[] => results.map((one) => one.partialFingerprints);
  test("stay while addresses rotate", () =>
    assert.deepEqual(prints(at("192.0.2.1")), prints(at("198.51.100.9"))));
  test("are one for all addresses of a host, which the message names", () => {
    const both = at("192.0.2.1", "192.0.2.2");
    assert.deepEqual(prints(both), prints(at("192.0.2.1")));
    assert.match(both.results[0]?.message.text ?? "", /192\.0\.2\.1:25, mx\.example\.com 192\.0\.2\.2:25/);
  });
  test("differ by domain where no host is named", () => {
    const report = reportOf(
      ["a.example", "b.example"].map((name) =>
        domain(
          name,
          check("mx", "fail", "x", [finding("mx-missing", "error", { message: `${name}: none.` })]),
          [],
        ),
      ),
    );
    const { results } = sarif(report);
    assert.deepEqual(
      results.map(({ message }) => message.text.split("\n").slice(0, 2)),
      [
        ["a.example", "a.example: none."],
        ["b.example", "b.example: none."],
      ],
    );
    assert.equal(new Set(results.map((one) => one.partialFingerprints["mxGateDeviation/v1"])).size, 2);
  });
  test("differ by host and code", () => {
    const all = sample("many").results.map((one) => one.partialFingerprints["primaryLocationLineHash"]);
    assert.equal(new Set(all).size, all.length);
  });
});

test("what is waived or known is there, suppressed with its reason", () => {
  assert.deepEqual(
    ["waived", "known"].map((name) =>
      sample(name).results.flatMap(({ suppressions = [] }) => suppressions.map((one) => one.justification)),
    ),
    [["waived until 2027-01-31: renewed with the move"], ["known to the baseline"]],
  );
});

test("of domains on one server those are named for which it is not excused", () => {
  const served = (name: string, waived?: { reason: string; until: string }) => {
    const found = finding("cert-expired", "error", { host: "mx.example.com", ...(waived && { waived }) });
    const own = checks(check("certificate", waived === undefined ? "fail" : "waived", "x", [found]));
    return domain(name, check("mx", "pass", "1 host"), [
      server("mx.example.com", 10, [endpoint("192.0.2.1", own)]),
    ]);
  };
  const known = { reason: "known", until: "2027-01-31" };
  for (const domains of [
    [served("a.example", known), served("b.example"), served("c.example")],
    [served("b.example"), served("c.example"), served("a.example", known)],
  ]) {
    const { results } = sarif(reportOf(domains));
    assert.deepEqual(
      results.map(({ message, suppressions }) => [message.text.split("\n")[0], suppressions]),
      [["2 domains: b.example, c.example · mx.example.com 192.0.2.1:25", undefined]],
    );
  }
});

describe("too many results", () => {
  test("are cut, the worst kept, and the file says so", () => {
    const { results, invocations, properties } = sarif(manyDomains(100), LINKS, 30);
    assert.equal(results.length, 30);
    assert.ok(results.every(({ level }) => level === "error"));
    assert.equal(properties.results, 60);
    assert.match(
      invocations[0].toolExecutionNotifications[0]?.message.text ?? "",
      /Only the worst 30 of 60 results/,
    );
  });
  test("are more than 5,000", () => {
    const { results } = sarif(manyDomains(12_000));
    assert.equal(results.length, SARIF_LIMIT);
  });
  test("none is missing where nothing is cut", () => {
    assert.deepEqual(sample("failing").invocations[0].toolExecutionNotifications, []);
  });
});

test("without links the published page is the help", () => {
  const [rule] = sample("failing", {}).tool.driver.rules;
  assert.match(rule?.helpUri ?? "", /^https:\/\/github\.com\/.*\/docs\/codes\/banner-slow\.md$/);
});

describe("rules", () => {
  const rules = (name: string) => sample(name).tool.driver.rules;
  test("have a name that people read, and a severity that GitHub sorts by", () => {
    assert.deepEqual(
      rules("failing").map(({ name, properties }) => [name, properties["security-severity"]]),
      [
        ["Banner slow", "5.0"],
        ["Certificate expired", "7.5"],
        ["Connect timeout", "7.5"],
      ],
    );
  });
  test("are there for what is no mere notice", () => {
    assert.deepEqual(
      rules("waived").map(({ id }) => id),
      ["cert-expiring-soon"],
    );
  });
});
