/** A wall clock that is set while a run goes on: waits, deadlines and durations hold, certificates keep their dates. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { startRawServer } from "../support/tcp/raw-server.ts";
import { asOptions, codesOf, readReport, runCommand } from "../support/run/product.ts";

let lab: Lab;
before(async () => {
  lab = await startLab({ only: ["healthy.test", "slow-greeting.test"] });
});
after(() => lab.close());

const YEAR = 365 * 86_400;

/** With the first connection the clock is so many seconds off, and a little more with each look at it. */
const jumping = (seconds: number): string => `
  import { Socket } from "node:net";
  const { now } = Date;
  const { connect } = Socket.prototype;
  let connected = false;
  let looks = 0;
  Socket.prototype.connect = function (...words) {
    connected = true;
    return connect.apply(this, words);
  };
  const RealDate = Date;
  RealDate.now = () => now() + (connected ? ${String(seconds * 1000)} + looks++ * ${String(seconds)} : 0);
  globalThis.Date = class extends RealDate {
    constructor(...words) {
      super(...(words.length === 0 ? [RealDate.now()] : words));
    }
  };
`;

describe("the wall clock is set", () => {
  for (const [name, seconds] of [
    ["ten years ahead", 10 * YEAR],
    ["an hour back", -3600],
  ] as const) {
    test(`${name}: every certificate is judged by the date of the start, and nothing took long`, async () => {
      const settings = { ...lab.settings, "report-file": "report.json" };
      const started = Date.now();
      const done = await runCommand(["healthy.test", "slow-greeting.test", ...asOptions(settings)], {
        preload: jumping(seconds),
      });
      assert.equal(done.status, 0, done.stdout + done.stderr);
      const report = readReport(done.folder, "report.json");
      assert.deepEqual(codesOf(report), ["banner-slow", "mx-private-address"]);
      const took = Date.parse(report.finished) - Date.parse(report.started);
      assert.ok(took >= 0 && took <= Date.now() - started, String(took));
      assert.ok(Math.abs(Date.parse(report.started) - started) < 60_000);
      const times = report.domains.flatMap(({ servers }) =>
        servers.flatMap(({ endpoints }) =>
          endpoints.flatMap(({ checks }) => checks.map((each) => each.seconds)),
        ),
      );
      assert.ok(
        times.every((time) => time >= 0 && time < 60),
        times.join(),
      );
    });

    test(`${name}: the deadline comes when it should, and so does the end of waiting`, async () => {
      const silent = await startRawServer({ host: "127.0.0.1", port: 0 }, [{ pause: 50 }]);
      try {
        const settings = { ...lab.settings, deadline: "10", "report-file": "report.json" };
        const words = ["--servers", `127.0.0.1:${String(silent.port)}`, ...asOptions(settings)];
        const done = await runCommand(words, { preload: jumping(seconds) });
        assert.equal(done.status, 3, done.stdout + done.stderr);
        const report = readReport(done.folder, "report.json");
        assert.equal(report.observations.ended, "deadline");
        assert.deepEqual(codesOf(report), ["not-probed"]);
      } finally {
        await silent.close();
      }
    });
  }
});
