/** The first real servers: Postfix behind Knot, met by the whole program with its own resolver. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { report as reportSchema } from "../../src/judge/schemas/report.ts";
import type { Check, DomainReport, Report } from "../../src/judge/report.ts";
import { runIsolated } from "./namespace.ts";
import { Scene } from "./second-lab.ts";

const scene = new Scene<Report>("Postfix behind Knot", async (alone) => {
  const script = fileURLToPath(new URL("postfix-and-knot.ts", import.meta.url));
  return reportSchema.parse(JSON.parse(await runIsolated(script, [], { patience: 400, alone })));
});

function domainOf(report: Report, name: string): DomainReport {
  return (
    report.domains.find((domain) => String(domain.name) === name) ?? assert.fail(`${name} was not tested`)
  );
}

/** `verdict` or `verdict: code, code` of each check, by its name. */
function outcomes(checks: readonly Check[]): Record<string, string> {
  return Object.fromEntries(
    checks.map(({ check, verdict, findings }) => {
      const codes = findings.map((finding) => finding.code).join(", ");
      return [check, codes === "" ? verdict : `${verdict}: ${codes}`];
    }),
  );
}

/** Checks of a domain with one server at one address. */
function checksOf(report: Report, name: string): Record<string, string> {
  const { checks, servers } = domainOf(report, name);
  assert.equal(servers.length, 1);
  const endpoints = servers.flatMap((server) => server.endpoints);
  assert.equal(endpoints.length, 1);
  return outcomes([...checks, ...endpoints.flatMap((endpoint) => endpoint.checks)]);
}

const SOUND = {
  mx: "pass: mx-private-address",
  // Nothing of the kind is published.
  "mta-sts": "skip",
  "tls-rpt": "skip",
  dane: "skip",
  connect: "pass",
  banner: "pass",
  ehlo: "pass",
  starttls: "pass",
  certificate: "pass",
  relay: "pass",
  delivery: "pass",
};

describe("Postfix behind Knot", () => {
  test("a sound server passes every check", () =>
    scene.holds((report) => {
      assert.deepEqual(checksOf(report, "healthy.test"), SOUND);
      assert.equal(domainOf(report, "healthy.test").result, "pass");
    }));

  test("a real open relay on loopback is open to us, and sound otherwise", () =>
    scene.holds((report) => {
      assert.deepEqual(checksOf(report, "open-relay.test"), { ...SOUND, relay: "fail: relay-open-to-us" });
      assert.equal(domainOf(report, "open-relay.test").result, "fail");
      assert.equal(domainOf(report, "open-relay.test").score, 0);
    }));

  test("the open relay closes the gate", () =>
    scene.holds((report) => {
      assert.equal(report.gate, "closed");
      assert.equal(report.result, "fail");
    }));

  test("two connections are enough for a sound server, and none is more", () =>
    scene.holds((report) => {
      const connections = report.domains.flatMap((domain) =>
        domain.servers.flatMap((server) => server.endpoints.map((endpoint) => endpoint.connections)),
      );
      assert.deepEqual(connections, [2, 2]);
    }));

  test("Postfix speaks TLS 1.3 and names itself in its greeting", () =>
    scene.holds((report) => {
      const [endpoint] = domainOf(report, "healthy.test").servers.flatMap((server) => server.endpoints);
      const factsOf = (id: string) => endpoint?.checks.find(({ check }) => check === id)?.facts;
      assert.equal(factsOf("starttls")?.["tlsVersion"], "TLS 1.3");
      assert.match(String(factsOf("banner")?.["greeting"]), /^220 mx\.healthy\.test ESMTP Postfix$/);
      assert.match(String(factsOf("relay")?.["foreignRecipient"]), /^554 5\.7\.1 .*Relay access denied$/);
    }));
});
