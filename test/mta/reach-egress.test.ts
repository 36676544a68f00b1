/** Where a network lets nothing out, the run says so, once and soon, and blames no server. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sceneOf, type Run } from "./reach-stage.ts";

/** One connect timeout of the scenes, and what a machine with other work needs beside it. */
const SOON = 3 + 2;

function verdictsOf({ endpoints }: Run, check: string): string[] {
  const said = Object.values(endpoints).flatMap((checks) =>
    checks.filter((each) => each.startsWith(`${check} `)).map((each) => each.slice(check.length + 1)),
  );
  return [...new Set(said)];
}

describe("a network that lets nothing out to port 25", () => {
  const dropping = sceneOf<Run>("drop");
  const cases = [
    { scene: "drop", how: "timed out" },
    { scene: "reject with a reset", how: "refused" },
    { scene: "reject as prohibited", how: "could not be reached" },
  ];
  for (const { scene, how } of cases) {
    test(`${scene}: fifty endpoints are inconclusive, said once, within one connect timeout`, async () => {
      await (scene === "drop" ? dropping : sceneOf<Run>(scene)).holds((run) => {
        assert.deepEqual(run.ofRun, [
          `egress-blocked inconclusive: This machine cannot reach port 25 anywhere (2 control hosts ${how}, too), so 50 endpoints could not be tested. Nothing is claimed about them.`,
        ]);
        assert.deepEqual(verdictsOf(run, "connect"), ["inconclusive egress-blocked"]);
        assert.deepEqual([Object.keys(run.endpoints).length, run.exit, run.result], [50, 3, "inconclusive"]);
        assert.ok(run.seconds < SOON, `${String(run.seconds)} s`);
      });
    });
  }

  test("the screen says what to do, in three ways, and no endpoint", async () => {
    await dropping.holds(({ screen }) => {
      assert.match(screen, /to test from here +route through a host that can reach port 25/);
      assert.match(screen, /to test elsewhere +run this job on a self-hosted runner/);
      assert.match(screen, /to test what can be +checks: mx/);
      assert.doesNotMatch(screen, /11\.0\.1\./);
    });
  });

  test("with on-inconclusive: warn the gate is open", async () => {
    await sceneOf<Run>("drop, on-inconclusive warn").holds(({ exit }) => assert.equal(exit, 0));
  });
});

describe("a network whose box takes every connection to port 25", () => {
  const silent =
    "egress-blocked inconclusive: This machine cannot reach port 25 anywhere (connections are accepted, but 1 control host sent no greeting, either), so 2 endpoints could not be tested. Nothing is claimed about them.";
  const cases = [
    { scene: "a box hangs up", says: silent },
    { scene: "a box says nothing", says: silent },
    { scene: "a box resets", says: undefined },
    {
      scene: "a box, and no control host has an address",
      says: "egress-blocked inconclusive: It is unknown whether this machine can reach port 25 (every connection was accepted and closed without a greeting, and no address was found for 1 control host), so 2 endpoints could not be tested. Nothing is claimed about them.",
    },
  ];
  for (const { scene, says } of cases) {
    test(`${scene}: no server is blamed`, async () => {
      await sceneOf<Run>(scene).holds((run) => {
        // A reset may come before the connection is seen as made, which changes the words.
        if (says !== undefined) assert.deepEqual(run.ofRun, [says]);
        assert.deepEqual(verdictsOf(run, "connect"), ["inconclusive egress-blocked"]);
        assert.deepEqual([run.exit, run.result], [3, "inconclusive"]);
      });
    });
  }
});

test("where a control host answers, the silent server is at fault", async () => {
  await sceneOf<Run>("control alive").holds((run) => {
    assert.deepEqual(run.ofRun, []);
    assert.deepEqual(verdictsOf(run, "connect"), ["fail connect-timeout"]);
    assert.equal(run.exit, 1);
  });
});

test("without any route the run says so, and asks no control host", async () => {
  await sceneOf<Run>("no route").holds((run) => {
    assert.deepEqual(run.ofRun, [
      "egress-blocked inconclusive: This machine cannot reach port 25 anywhere (it has no route for IPv4), so 50 endpoints could not be tested. Nothing is claimed about them.",
    ]);
    assert.equal(run.exit, 3);
  });
});

test("without a route for IPv6 its endpoints are skipped, said once; a host with nothing else is inconclusive", async () => {
  await sceneOf<{ dual: Run; six: Run }>("no IPv6").holds(({ dual, six }) => {
    assert.deepEqual(dual.ofRun, [
      "ipv6-unavailable notice: This machine has no IPv6 route, so 1 IPv6 endpoint was not tested.",
    ]);
    assert.deepEqual([dual.exit, dual.result], [0, "pass"]);
    assert.equal(dual.endpoints["mx1.dual.test 2a00:1::1 25"]?.[0], "connect skip ipv6-unavailable");
    assert.deepEqual(six.ofRun, [
      "ipv6-unavailable inconclusive: This machine has no IPv6 route, so 2 IPv6 endpoints were not tested.",
    ]);
    assert.equal(six.endpoints["mx1.six.test 2a00:1::2 25"]?.[0], "connect inconclusive ipv6-unavailable");
    assert.equal(six.exit, 3);
  });
});
