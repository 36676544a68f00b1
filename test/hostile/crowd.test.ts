/**
 * 1,000 endpoints of which half are hostile: the verdicts of the other half are right, all of them. The settings are
 * those of a default run with shorter times; bench/hostile.ts makes it with the defaults themselves.
 */
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { after, before, describe, test } from "node:test";
import type { DomainReport, Report } from "../../src/judge/report.ts";
import { check } from "../../src/run/run.ts";
import { startAwakeClock } from "../support/run/awake-clock.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";
import { crowd, isHostile } from "./crowd.ts";
import { startElsewhere, type Elsewhere } from "./elsewhere.ts";
import { SOUND } from "./peer.ts";
import { expectedOf, saidOf, settingsFor } from "./verdicts.ts";

const COUNT = 1000;

describe("of 1,000 endpoints, the first half hostile,", () => {
  let elsewhere: Elsewhere;
  let report: Report;
  let byName: ReadonlyMap<string, DomainReport>;
  before(async () => {
    elsewhere = await startElsewhere("crowd", String(COUNT));
    const host = new RecordingHost({ files: { "ca.pem": elsewhere.ca }, clock: startAwakeClock() });
    const settings = {
      ...settingsFor(crowd(COUNT), elsewhere),
      "reply-timeout": "8",
      deadline: "3600",
      concurrency: "64",
      retries: "0",
      "tls-floor-test": "false",
    };
    report = await check(given(settings), "command", host);
    byName = new Map(report.domains.map((domain) => [domain.name, domain]));
  });
  after(() => elsewhere.close());

  test("each sound one is found to be sound", () => {
    const wrong = crowd(COUNT).flatMap(({ name }, index) => {
      const said = saidOf(byName.get(`${name}.test`));
      const right = Object.entries(SOUND).every(([id, verdict]) => said[id] === verdict);
      return isHostile(index, COUNT) || right ? [] : [{ name, ...said }];
    });
    assert.deepEqual(wrong.slice(0, 5), []);
  });

  test("no hostile one is taken for sound that is not", () => {
    const wrong = crowd(COUNT).filter((peer) => {
      const said = saidOf(byName.get(`${peer.name}.test`));
      return isDeepStrictEqual(said, SOUND) && !expectedOf(peer).some((one) => isDeepStrictEqual(one, SOUND));
    });
    assert.deepEqual(
      wrong.map(({ name }) => name),
      [],
    );
    assert.equal(saidOf(byName.get("c0.test"))["banner"], "fail banner-timeout");
  });

  test("every one has had its turn", () => {
    assert.equal(report.observations.ended, undefined);
    const left = Object.values(report.observations.endpoints).filter(
      ({ notProbed }) => notProbed !== undefined,
    );
    assert.equal(left.length, 0);
  });
});
