/** Every code of the registry, provoked: what it is raised for, how grave it is, and what a reader is told. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CODES, type Code } from "../../src/judge/diagnostics/registry.ts";
import { POLICY_CODES } from "../config/policy-codes.ts";
import { provoke, type CodeCase } from "./code-case.ts";
import { bannerCases } from "./codes/banner.ts";
import { certificateCases } from "./codes/certificate.ts";
import { connectCases } from "./codes/connect.ts";
import { daneCases } from "./codes/dane.ts";
import { deliveryCases } from "./codes/delivery.ts";
import { dnsCases } from "./codes/dns.ts";
import { ehloCases } from "./codes/ehlo.ts";
import { mxCases } from "./codes/mx.ts";
import { publishedCases } from "./codes/published.ts";
import { relayCases } from "./codes/relay.ts";
import { sessionCases } from "./codes/session.ts";
import { starttlsCases } from "./codes/starttls.ts";

const cases: readonly CodeCase[] = [
  ...mxCases,
  ...dnsCases,
  ...connectCases,
  ...bannerCases,
  ...ehloCases,
  ...starttlsCases,
  ...certificateCases,
  ...relayCases,
  ...deliveryCases,
  ...daneCases,
  ...sessionCases,
  ...publishedCases,
];

test("every code of the registry has a case that provokes it", () => {
  const provoked = new Set<string>([...cases, ...POLICY_CODES].map(({ code }) => code));
  // Of a run with zone files: test/run/zone-files.test.ts.
  provoked.add("target-sources" satisfies Code);
  provoked.add("zone-would-not-load" satisfies Code);
  // Of a recording that was cut: test/recorded/recording.test.ts.
  provoked.add("recording-cut-off" satisfies Code);
  // Of a run with a baseline: test/judge/checks/published.test.ts.
  provoked.add("mta-sts-id-unchanged" satisfies Code);
  // Of several runs: test/recorded/shards.slow.test.ts.
  provoked.add("shard-missing" satisfies Code);
  // Of a run as a whole: test/judge/findings/coverage.test.ts.
  provoked.add("deadline-too-short" satisfies Code);
  provoked.add("addresses-not-probed" satisfies Code);
  assert.deepEqual(
    CODES.filter((code) => !provoked.has(code)),
    [],
  );
});

describe("provoked for real", { concurrency: 8 }, () => {
  for (const each of cases) test(`${each.code} where ${each.where}`, () => provoke(each));
});
