/** What this machine was too busy to look at is no fault of the server. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Dialled, Route } from "../../../src/observe/route/route.ts";
import { homeward, play } from "../scene.ts";

/** A route that says of each connect to a mail server what is given. */
function saying(step: Partial<Dialled["step"]>): Route {
  return {
    description: "busy",
    dial: async (destination, options) => {
      if (step.outcome === "timeout") return { step: { outcome: "timeout", seconds: 15, ...step } };
      const dialled = await homeward.dial(destination, options);
      return { ...dialled, step: { ...dialled.step, ...step } };
    },
  };
}

async function connectOf(step: Partial<Dialled["step"]>) {
  const { report } = await play({ route: saying(step) });
  const checks = report.domains[0]?.servers[0]?.endpoints[0]?.checks ?? [];
  const connect = checks.find(({ check }) => check === "connect") ?? assert.fail("it was not judged");
  return { verdict: connect.verdict, found: connect.findings.map(({ code, message }) => [code, message]) };
}

describe("of a connect", () => {
  test("that took long because nobody looked, nothing is said", async () => {
    assert.deepEqual(await connectOf({ seconds: 6.2, late: 2 }), { verdict: "pass", found: [] });
  });

  test("that took long without that, it is said that it is slow", async () => {
    const { verdict, found } = await connectOf({ seconds: 8.2, late: 2 });
    assert.deepEqual([verdict, found.map(([code]) => code)], ["warn", ["connect-slow"]]);
  });

  test("whose time was over while nobody looked, nothing is known", async () => {
    const { verdict, found } = await connectOf({ outcome: "timeout", late: 12 });
    assert.equal(verdict, "inconclusive");
    assert.deepEqual(found, [
      [
        "connect-timeout",
        "Nothing answered within 15 s; this machine was too busy to handle the connection for 12 s of it.",
      ],
    ]);
  });

  test("whose time was over all the same, it is said", async () => {
    const { verdict, found } = await connectOf({ outcome: "timeout", late: 2 });
    assert.deepEqual([verdict, found.map(([code]) => code)], ["fail", ["connect-timeout"]]);
  });
});
