/** What is the same is judged once, and kept once: a step of a dialog, an endpoint that domains share, facts of a product. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bannerCheck } from "../../src/judge/checks/banner.ts";
import { connectCheck } from "../../src/judge/checks/connect.ts";
import { judgeRecorded, observationsOf, policyOf } from "../recorded/reports.ts";
import { play } from "./scene.ts";

const MASKED = `220 ${"*".repeat(78)}2${"*".repeat(10)}0*00\r\n`;

test("where nothing of a dialog is believed, and its steps were not asked for", async (t) => {
  const steps = [connectCheck, bannerCheck].map((check) => t.mock.method(check, "judge"));
  const { report } = await play({
    script: { greeting: MASKED, starttls: "missing" },
    settings: { checks: "mx,starttls,certificate,relay" },
  });
  const checks = report.domains[0]?.servers[0]?.endpoints[0]?.checks ?? [];
  assert.deepEqual(
    checks.flatMap(({ findings }) => findings.map(({ code }) => code)),
    ["egress-intercepted"],
  );
  assert.deepEqual(
    steps.map(({ mock }) => mock.callCount()),
    [1, 1],
  );
});

test("an endpoint that domains share has one report, and equal facts of endpoints are one object", (t) => {
  const judge = t.mock.method(connectCheck, "judge");
  const endpoints = [
    { domain: "a.test", host: "mx1.test", state: "sound" },
    { domain: "b.test", host: "mx1.test", state: "sound" },
    { domain: "c.test", host: "mx2.test", state: "sound" },
  ] as const;
  const checks = ["mx", "connect", "banner", "ehlo", "starttls", "certificate", "relay"];
  const { domains } = judgeRecorded(
    observationsOf({ minute: 0, checks, blocked: false, endpoints }),
    policyOf(),
  );
  const [a, b, c] = domains.map(({ servers }) => servers[0]?.endpoints[0] ?? assert.fail("no endpoint"));
  assert.equal(judge.mock.callCount(), 2);
  assert.equal(a, b);
  assert.notEqual(a, c);
  const [ofA, ofC] = [a, c].map((endpoint) => endpoint?.checks.find(({ check }) => check === "ehlo")?.facts);
  assert.ok(ofA !== undefined);
  assert.equal(ofA, ofC);
});
