/** A name server that lies in every way there is: what is said of each domain, and what comes out. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Report } from "../../src/judge/report.ts";
import { check } from "../../src/run/run.ts";
import { startAwakeClock } from "../support/run/awake-clock.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";
import { HARMLESS } from "../report/harmless.ts";
import { SOUND_WAY } from "./dns-answers.ts";
import { openHandles } from "./meeting.ts";
import { startNameServer, type Answerer, type NameServer } from "../support/dns/name-server.ts";
import { HOSTILE_DOMAINS } from "./name-server-ways.ts";

const DEADLINE = 500;

/** The way of the domain that a name is in. */
function wayOf(name: string): (typeof HOSTILE_DOMAINS)[number]["way"] {
  const domain = name.split(".").at(-2)?.toLowerCase().replace(/\d+$/, "");
  return HOSTILE_DOMAINS.find((each) => each.name.replace(/\d+$/, "") === domain)?.way ?? SOUND_WAY;
}

const answer: Answerer = async (query, { say, sayFromElsewhere, wire }) => {
  const way = wayOf(query.name);
  if (wire === undefined) way.udp(query, say, sayFromElsewhere);
  else await way.tcp?.(query, wire);
};

let server: NameServer;
let report: Report;
let atFirst: readonly string[];
let atLast: readonly string[];
before(async () => {
  atFirst = openHandles();
  server = await startNameServer(answer);
  report = await check(
    given({
      domains: HOSTILE_DOMAINS.map(({ name }) => `${name}.test`).join(),
      checks: "mx",
      "dns-server": server.address,
      "allow-private-addresses": "true",
      timeout: "5",
      deadline: String(DEADLINE),
    }),
    "command",
    new RecordingHost({ clock: startAwakeClock() }),
  );
  await server.close();
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  atLast = openHandles();
});

describe("what is said of a domain whose name server is", () => {
  for (const { name, said } of HOSTILE_DOMAINS) {
    test(name, () => {
      const domain = report.domains.find((each) => each.name === `${name}.test`);
      const [mx] = domain?.checks ?? [];
      const codes = new Set(mx?.findings.map(({ code }) => code));
      assert.equal([mx?.verdict, ...codes].join(" "), said);
    });
  }
});

describe("the run", () => {
  test("believes nobody about somebody else's names", () => {
    const addresses = report.observations.domains.flatMap(
      ({ mx }) => mx?.hosts.flatMap(({ addresses: all }) => all.map(({ address }) => address)) ?? [],
    );
    assert.deepEqual([...new Set(addresses)], ["127.0.0.1"]);
    const hosts = report.observations.domains.flatMap(({ mx }) => mx?.hosts.map(({ host }) => host) ?? []);
    assert.equal(hosts.includes("mx.evil.test"), false);
  });

  test("ends by itself, before its deadline, and leaves no socket and no timer behind", () => {
    assert.equal(report.observations.ended, undefined);
    assert.deepEqual(atLast, atFirst);
  });
});

describe("what comes out", () => {
  for (const { name, hold } of HARMLESS) test(name, () => hold(report));
});
