/** The first real servers: Postfix behind Knot, met by the whole program with its own resolver. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { report as reportSchema } from "../../src/judge/report.ts";
import type { Check, DomainReport, Report } from "../../src/judge/report.ts";
import { runIsolated } from "./namespace.ts";

let report: Report;
before(async () => {
  const script = fileURLToPath(new URL("postfix-and-knot.ts", import.meta.url));
  report = reportSchema.parse(JSON.parse(await runIsolated(script, [], { patience: 400 })));
});

function domainOf(name: string): DomainReport {
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
function checksOf(name: string): Record<string, string> {
  const { checks, servers } = domainOf(name);
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
  test("a sound server passes every check", () => {
    assert.deepEqual(checksOf("healthy.test"), SOUND);
    assert.equal(domainOf("healthy.test").result, "pass");
  });

  test("a real open relay on loopback is open to us, and sound otherwise", () => {
    assert.deepEqual(checksOf("open-relay.test"), { ...SOUND, relay: "fail: relay-open-to-us" });
    assert.equal(domainOf("open-relay.test").result, "fail");
    assert.equal(domainOf("open-relay.test").score, 0);
  });

  test("the open relay closes the gate", () => {
    assert.equal(report.gate, "closed");
    assert.equal(report.result, "fail");
  });

  test("two connections are enough for a sound server, and none is more", () => {
    const connections = report.domains.flatMap((domain) =>
      domain.servers.flatMap((server) => server.endpoints.map((endpoint) => endpoint.connections)),
    );
    assert.deepEqual(connections, [2, 2]);
  });

  test("Postfix speaks TLS 1.3 and names itself in its greeting", () => {
    const [endpoint] = domainOf("healthy.test").servers.flatMap((server) => server.endpoints);
    const factsOf = (id: string) => endpoint?.checks.find(({ check }) => check === id)?.facts;
    assert.equal(factsOf("starttls")?.["tlsVersion"], "TLS 1.3");
    assert.match(String(factsOf("banner")?.["greeting"]), /^220 mx\.healthy\.test ESMTP Postfix$/);
    assert.match(String(factsOf("relay")?.["foreignRecipient"]), /^554 5\.7\.1 .*Relay access denied$/);
  });
});
