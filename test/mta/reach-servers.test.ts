/** Other ports, before and after a deploy, servers that limit their clients: with real parts. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sceneOf, type Run } from "./reach-stage.ts";

test("Postfix with submission and smtps: refusing strangers is the pass; a server without address is a finding", async () => {
  await sceneOf<Run>("submission and smtps").holds(({ endpoints, domains }) => {
    const checks = ["connect", "banner", "ehlo", "starttls", "certificate", "relay"].map(
      (id) => `${id} pass`,
    );
    // Named without a domain, or a submission service: nobody is asked to take mail.
    const passes = [...checks, "delivery skip", "dane skip"];
    assert.deepEqual(endpoints, {
      "mail.own.test 11.0.6.1 25": passes,
      "mail.own.test 11.0.6.1 587": passes,
      "mail.own.test 11.0.6.1 465": passes,
    });
    assert.deepEqual(domains, {
      "mail.own.test:25": "pass",
      "mail.own.test:587": "pass",
      "mail.own.test:465": "pass",
      "nobody.own.test:25": "fail mx-host-not-found",
    });
  });
});

test("a server that allows two connections a minute, and one that answers 421 first, pass in one run", async () => {
  await sceneOf<Run>("two connections a minute").holds(({ endpoints, exit, seconds }) => {
    for (const checks of Object.values(endpoints))
      assert.deepEqual(
        checks.filter((check) => !check.includes(" pass")),
        ["dane skip"],
      );
    assert.equal(exit, 0);
    // The second look comes after its pause.
    assert.ok(seconds > 5);
  });
});

describe("before the deploy", () => {
  test("connect-to judges what runs elsewhere under the production name", async () => {
    await sceneOf<{ domain: Run; server: Run }>("before the deploy").holds(({ domain, server }) => {
      const checks = domain.endpoints["mx1.own.test 127.0.0.1 2525"] ?? [];
      assert.deepEqual(
        checks.filter((check) => !check.endsWith(" pass")),
        ["dane skip"],
      );
      assert.equal(domain.exit, 0);
      // A name that is not in DNS yet: its certificate is the other one's.
      assert.match(
        server.endpoints["new.own.test 127.0.0.1 2525"]?.join() ?? "",
        /certificate fail cert-name-mismatch/,
      );
      assert.equal(server.domains["new.own.test:25"], "skip");
    });
  });
});

describe("after the deploy", () => {
  test("with wait, what does not pass is looked at again until it does, and nothing else is", async () => {
    interface Deploy {
      readonly run: Run;
      readonly soundConnections: number;
      readonly lateConnections: number;
      readonly relayTests: number;
    }
    await sceneOf<Deploy>("after the deploy").holds(
      ({ run, soundConnections, lateConnections, relayTests }) => {
        assert.deepEqual([run.exit, run.result], [0, "pass"]);
        assert.equal(Object.keys(run.endpoints).length, 3);
        assert.deepEqual([soundConnections, lateConnections], [2, 2]);
        assert.equal(run.passedAfter.length, 3);
        assert.deepEqual(run.passedAfter.map((seconds) => seconds > 5).sort(), [false, true, true]);
        assert.ok(run.seconds < 15);
        assert.equal(relayTests, 1, "an answered relay test is not repeated");
        assert.match(run.notes.join(), /2 domains do not pass yet; the next look is in 5 s/);
      },
    );
  });
});

test("two authoritative servers with different MX sets are a finding, and every host is tested", async () => {
  interface Authoritative {
    readonly differing: Run;
    readonly asked: number;
    readonly alone: Run;
  }
  await sceneOf<Authoritative>("authoritative").holds(({ differing, asked, alone }) => {
    assert.equal(differing.domains["own.test"], "warn mx-inconsistent");
    assert.deepEqual(Object.keys(differing.endpoints), [
      "mx1.own.test 11.0.5.1 25",
      "mx2.own.test 11.0.5.2 25",
    ]);
    assert.match(
      differing.json,
      /11\.0\.5\.53:53: 10 mx1\.own\.test; 11\.0\.5\.54:53: 10 mx1\.own\.test, 11 mx2/,
    );
    assert.equal(asked, 0, "no resolver is asked for what the zone says itself");
    // A server that knows its own zones only is no broken resolver.
    assert.equal(alone.domains["own.test"], "pass");
    assert.equal(alone.domains["other.test"], "inconclusive dns-refused");
  });
});
