/** A group of hostile peers, met by one run of the whole product: what is said of each, and what comes out. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { DomainReport, Report } from "../../src/judge/report.ts";
import { check } from "../../src/run/run.ts";
import { startAwakeClock } from "../support/run/awake-clock.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";
import { HARMLESS } from "../report/harmless.ts";
import { startElsewhere, type Elsewhere } from "./elsewhere.ts";
import type { Peer } from "./peer.ts";
import { PEERS, type Group } from "./peers.ts";
import { expectedOf, saidOf, settingsFor } from "./verdicts.ts";

const DEADLINE = 500;
/** Connections that one endpoint may see: the dialog, the floor test and six second looks. */
const MOST_CONNECTIONS = 8;
const TRANSCRIPT_OCTETS = 16 * 1024;

/** Fails where something else is said of the peer than may be. */
function assertSaid(peer: Peer, domain: DomainReport | undefined): void {
  const said = saidOf(domain);
  const expected = expectedOf(peer);
  if (!expected.some((one) => isDeepStrictEqual(one, said))) assert.deepEqual(said, expected[0]);
}

/** Sockets and timers of this process that keep it alive. */
export function openHandles(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((kind) => /TCP|TLS|UDP|Timeout|Connect/.test(kind))
    .sort();
}

/** Declares the tests of a group. */
export function meet(group: Group): void {
  const peers: readonly Peer[] = PEERS[group];
  let elsewhere: Elsewhere;
  let report: Report;
  let atFirst: readonly string[];
  let atLast: readonly string[];

  before(async () => {
    elsewhere = await startElsewhere(group);
    const host = new RecordingHost({ files: { "ca.pem": elsewhere.ca }, clock: startAwakeClock() });
    atFirst = openHandles();
    report = await check(
      given({ ...settingsFor(peers, elsewhere), deadline: String(DEADLINE) }),
      "command",
      host,
    );
    // A socket that was destroyed is gone one turn of the loop later.
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
    atLast = openHandles();
  });
  after(() => elsewhere.close());

  describe("what is said of", () => {
    for (const peer of peers) {
      const name = `${peer.name}.test`;
      test(peer.name, () =>
        assertSaid(
          peer,
          report.domains.find((domain) => domain.name === name),
        ),
      );
    }
  });

  describe("the run", () => {
    test("ends by itself, before its deadline", () => {
      assert.equal(report.observations.ended, undefined);
    });

    test("leaves no socket and no timer behind", () => assert.deepEqual(atLast, atFirst));

    test("meets each endpoint eight times at most, and keeps 16 KiB of what was said", () => {
      for (const { host: name, connections } of Object.values(report.observations.endpoints)) {
        assert.ok(connections.length <= MOST_CONNECTIONS, name);
        const lines = connections.flatMap(({ transcript }) => transcript);
        const octets = lines.reduce((sum, { text }) => sum + text.length, 0);
        assert.ok(octets <= TRANSCRIPT_OCTETS, `${name}: ${octets}`);
      }
    });
  });

  describe("what comes out", () => {
    for (const { name, hold } of HARMLESS) test(name, () => hold(report));
  });
}
