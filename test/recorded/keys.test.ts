/** Endpoints that differ by their TLS mode alone, and reports from before endpoints and domains had keys. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { baselineOf } from "../../src/judge/baseline.ts";
import { placedChecks, type Report } from "../../src/judge/report.ts";
import { endpointKey, type Observations } from "../../src/observe/observation.ts";
import { parseReport } from "../../src/recorded/report.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { endpointCount } from "../../src/report/sentences.ts";
import { transcriptsOf } from "../../src/report/transcripts.ts";
import { judgeRecorded, policyOf } from "./reports.ts";

/** Written by a version without keys. */
const FORMER = readFileSync(new URL("../fuzz/recorded-report.json", import.meta.url), "utf8");

/** The recorded run, in which the first endpoint has a twin that speaks TLS from the first byte. */
function withTwin(): Observations {
  const { observations } = parseReport(FORMER, "former.json");
  const first = Object.values(observations.endpoints)[0] ?? assert.fail();
  const own = endpointKey(first);
  const key = endpointKey({ ...first, tlsMode: "implicit" });
  const connections = first.connections.map((connection) => ({
    ...connection,
    transcript: [{ at: 0, mark: "*" as const, text: "this is the twin" }],
  }));
  return {
    ...observations,
    endpoints: { ...observations.endpoints, [key]: { ...first, tlsMode: "implicit", connections } },
    domains: observations.domains.map((domain) =>
      domain.endpoints.includes(own) ? { ...domain, endpoints: [...domain.endpoints, key] } : domain,
    ),
  };
}

function endpointsOf(report: Report) {
  return report.domains.flatMap(({ servers }) => servers.flatMap(({ endpoints }) => endpoints));
}

describe("endpoints that differ by their TLS mode alone", () => {
  const observations = withTwin();
  const report = judgeRecorded(observations, policyOf());

  test("count as two", () => {
    assert.equal(endpointCount(report), Object.keys(observations.endpoints).length);
  });

  test("have transcripts of their own", () => {
    const said = endpointsOf(report).map((endpoint) =>
      transcriptsOf(observations.endpoints, endpoint).some(({ lines }) =>
        lines.some(({ text }) => text === "this is the twin"),
      ),
    );
    assert.equal(said.filter(Boolean).length, 1);
    assert.ok(said.length > 1);
  });

  test("are two cases of JUnit with two names", () => {
    const xml = [...renderJunit(report, gateRules(report))].join("");
    const names = [
      ...xml.matchAll(
        /classname="([^"]*\.connect)" name="([^"]*)"|name="([^"]*)" classname="([^"]*\.connect)"/g,
      ),
    ];
    const identities = names.map(([, a, b, c, d]) => `${a ?? d ?? ""} ${b ?? c ?? ""}`);
    assert.equal(identities.length, endpointsOf(report).length);
    assert.deepEqual([...new Set(identities)], identities);
  });
});

describe("a report without keys", () => {
  const parsed = parseReport(FORMER, "former.json");

  test("gets those that its observations give", () => {
    assert.doesNotMatch(FORMER, /"rawName"/);
    const today = judgeRecorded(parsed.observations, policyOf());
    assert.deepEqual(
      parsed.domains.map(({ rawName }) => rawName),
      today.domains.map(({ rawName }) => rawName),
    );
    assert.deepEqual(
      endpointsOf(parsed).map(({ key }) => key),
      endpointsOf(today).map(({ key }) => key),
    );
  });

  test("is a baseline for a report with keys", () => {
    const policy = policyOf({ severity: "tls-no-1.3:error,banner-no-hostname:error" });
    const written = [...renderJson(judgeRecorded(parsed.observations, policy))].join("");
    const former = JSON.parse(written, (name: string, value: unknown) =>
      name === "rawName" || name === "key" ? undefined : value,
    ) as unknown;
    const baseline = baselineOf(parseReport(JSON.stringify(former), "old.json"), "old.json");
    const again = judgeRecorded(parsed.observations, { ...policy, baseline });
    const counting = [...placedChecks(again.domains)].flatMap(({ check }) =>
      check.findings.filter(({ severity }) => severity === "error" || severity === "warning"),
    );
    assert.ok(counting.length > 0);
    assert.deepEqual(again.baseline?.known, counting.length);
    assert.deepEqual(again.baseline.new, 0);
  });
});
