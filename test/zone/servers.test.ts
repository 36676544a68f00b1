/**
 * Each zone file of the table as we read it. What the name servers make of it is compared with themselves in
 * test/mta/zone-oracle.test.ts.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ZONE_TROUBLES, type NameServer } from "../../src/dns/zone-troubles.ts";
import { readZoneFile } from "../../src/zone/file/file.ts";
import { zoneFilesOf } from "../../src/run/zone-files.ts";
import { zoneFindings } from "../../src/judge/findings/zones.ts";
import { createWaivers } from "../../src/judge/waivers.ts";
import { makeReplayPolicy } from "../support/run/made-plan.ts";
import { SERVED_ZONES } from "./servers/all.ts";
import type { Ours, ServedZone } from "./servers/served-zone.ts";

const { policy } = makeReplayPolicy([]);
const LETTERS: Readonly<Record<NameServer, string>> = { BIND: "B", "Knot DNS": "K", NSD: "N" };

function refusedBy({ troubles }: Pick<ServedZone, "troubles">): Set<string> {
  return new Set(troubles.flatMap((reason) => ZONE_TROUBLES[reason].map((server) => LETTERS[server])));
}

describe("a zone file of the table is read as the table says", () => {
  for (const { name, text, ours, troubles, zone = "example.com" } of SERVED_ZONES) {
    test(`${name}: ${ours}`, () => {
      const { problems, zone: read } = readZoneFile("zone.db", text, {
        origin: zone,
        include: () => ({ problem: "is not there." }),
      });
      assert.equal(
        problems.length > 0,
        ours === "refused",
        problems.map(({ message }) => message).join("\n"),
      );
      assert.deepEqual(ours === "refused" ? [] : read.troubles.map(({ reason }) => reason), [...troubles]);
    });
  }
});

describe("what we say of a file is what the name servers do", () => {
  const loading = (letter: string) => SERVED_ZONES.filter(({ loads }) => loads.includes(letter));
  const names = (zones: readonly ServedZone[], ...ours: Ours[]) =>
    zones.filter((zone) => ours.includes(zone.ours)).map(({ name }) => name);

  test("the table is long enough to mean something", () => {
    assert.ok(SERVED_ZONES.length >= 250);
    assert.equal(new Set(SERVED_ZONES.map(({ name }) => name)).size, SERVED_ZONES.length);
  });

  test("nothing is refused that BIND loads", () => {
    assert.deepEqual(names(loading("B"), "refused", "part"), []);
  });

  test("it is an error in the report where BIND refuses it, a warning where BIND leaves something out", () => {
    for (const { name, text, ours, zone = "example.com" } of SERVED_ZONES) {
      if (ours === "refused" || ours === "part") continue;
      const { zone: read } = readZoneFile("zone.db", text, {
        origin: zone,
        include: () => ({ problem: "is not there." }),
      });
      const files = zoneFilesOf({ zones: [read] });
      const said = zoneFindings({ zoneFiles: files }, policy, createWaivers(policy, 0)).map(
        ({ severity }) => severity,
      );
      const most = (["error", "warning", "notice"] as const).find((severity) => said.includes(severity));
      assert.equal(most ?? "read", ours, name);
    }
  });

  test("nothing passes without an error that BIND refuses", () => {
    const refused = SERVED_ZONES.filter(({ loads }) => !loads.includes("B"));
    assert.deepEqual(names(refused, "read", "notice", "warning"), []);
  });

  test("the servers that are named are those that refuse it", () => {
    for (const zone of SERVED_ZONES.filter(({ ours }) => ours !== "refused" && ours !== "part")) {
      const refusing = [..."BKN"].filter((letter) => !zone.loads.includes(letter));
      const named = refusedBy(zone);
      for (const letter of named) assert.ok(refusing.includes(letter), `${zone.name}: ${letter} loads it`);
      // Bad data is told of BIND: what the others make of it depends on the type.
      if (zone.loads.startsWith("B")) assert.deepEqual([...named].sort(), refusing, zone.name);
    }
  });
});
