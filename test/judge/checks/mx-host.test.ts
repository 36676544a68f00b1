/** What is guessed of a host that does not exist: that the dot at the end of its name was left out. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DOMAIN, play } from "../scene.ts";

async function hintFor(host: string): Promise<string | undefined> {
  // The top-level domains exist, so the resolver is not to blame.
  const exists = { ".": {}, com: {}, net: {}, org: {}, test: {} };
  const { report } = await play({
    zones: { ...exists, [DOMAIN]: { MX: [[10, host]] } },
    settings: { checks: "mx" },
  });
  const [finding] = report.domains[0]?.checks[0]?.findings ?? [];
  assert.equal(finding?.code, "mx-host-not-found");
  return /^did you mean (\S+)\. with a dot/.exec(finding.expected ?? "")?.[1];
}

describe("a missing host is taken for a name without its last dot", () => {
  const cases = [
    { host: "mx.example.com.case.test", meant: "mx.example.com" },
    { host: "example.com.case.test", meant: "example.com" },
    { host: "aspmx.l.example.net.case.test", meant: "aspmx.l.example.net" },
    { host: "mx1.case.test.case.test", meant: "mx1.case.test" },
  ];
  for (const { host, meant } of cases) {
    test(`${host}: ${meant}`, async () => assert.equal(await hintFor(host), meant));
  }
});

describe("it is not where a label is a subdomain as often", () => {
  for (const host of [
    "mail.it.case.test",
    "mail.no.case.test",
    "mx.at.case.test",
    "mx.net.case.test",
    "mail.info.case.test",
    "mx.de.case.test",
    "mail.io.dept.case.test",
  ]) {
    test(host, async () => assert.equal(await hintFor(host), undefined));
  }
});
