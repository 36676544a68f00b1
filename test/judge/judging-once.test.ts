/** A step of a dialog is judged once for an endpoint, asked for or not. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bannerCheck } from "../../src/judge/checks/banner.ts";
import { connectCheck } from "../../src/judge/checks/connect.ts";
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
