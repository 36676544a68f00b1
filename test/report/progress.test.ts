/** How far a run is, in one line: counts, and pace and time left once they mean something. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { progressBlock, progressLine } from "../../src/report/progress.ts";

const HALF = { domainsResolved: 1000, domains: 1000, endpointsDone: 600, endpoints: 1200, underWay: [] };

const CASES = [
  [{ ...HALF, seconds: 9 }, "600 of 1,200 endpoints done"],
  [{ ...HALF, seconds: 40 }, "600 of 1,200 endpoints done (15.0 a second, about 40 s left)"],
  [{ ...HALF, seconds: 600 }, "600 of 1,200 endpoints done (1.0 a second, about 10 min left)"],
  [{ ...HALF, seconds: 7200 }, "600 of 1,200 endpoints done (0.1 a second, about 2.0 h left)"],
  [
    { ...HALF, endpoints: 60_000, endpointsDone: 30_000, seconds: 20 },
    /\(1,500 a second, about 20 s left\)$/,
  ],
  [{ ...HALF, endpointsDone: 9, seconds: 40 }, "9 of 1,200 endpoints done"],
  [
    { ...HALF, domainsResolved: 500, seconds: 40 },
    "500 of 1,000 domains resolved, 600 of 1,200 endpoints done (15.0 a second, about 2 min left)",
  ],
  [{ ...HALF, endpointsDone: 1200, seconds: 40 }, /\(30\.0 a second, about 0 s left\)$/],
] as const;

for (const [progress, says] of CASES) {
  test(`${String(progress.endpointsDone)} of ${String(progress.endpoints)} in ${String(progress.seconds)} s`, () => {
    for (const line of [progressLine(progress), ...progressBlock(progress)]) {
      if (typeof says === "string") assert.equal(line, says);
      else assert.match(line, says);
    }
  });
}
