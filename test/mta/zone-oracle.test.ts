/**
 * Our reading of zone files against that of name servers: named-compilezone and named-checkzone of BIND, kzonecheck of
 * Knot DNS, nsd-checkzone of NSD, all from Debian.
 */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { folderWorkspace } from "../../src/system/workspace.ts";
import { writeFields } from "../../src/dns/fields.ts";
import { fieldsOf } from "../../src/dns/record-types.ts";
import { readZones } from "../../src/zone/set.ts";
import { ipv6Groups } from "../../src/text/ip-address.ts";
import { normalName } from "../../src/text/dns-name.ts";
import { SERVED_ZONES } from "../zone/servers/all.ts";
import { ODD_ZONES, REFUSED_ZONES, type OddZone } from "../zone/odd-zones.ts";
import { Shell } from "./authenticated/shells.ts";

const folder = mkdtempSync(path.join(tmpdir(), "mx-gate-zones-"));
const idle: Shell[] = [];
after(() => {
  for (const shell of idle) shell.close();
  rmSync(folder, { recursive: true });
});

/** Tests of one kind at once. */
const atOnce = { concurrency: 3 };

/** Whether a command ends well. */
async function passes(...command: readonly string[]): Promise<boolean> {
  const shell = idle.pop() ?? new Shell({ limited: false });
  const { status } = await shell.run(command);
  idle.push(shell);
  return status === 0;
}

const COMPARED = ["MX", "A", "AAAA", "CNAME", "DNAME", "NS", "SOA", "TXT", "TLSA"];
const LAX = ["-i", "none", ...["-k", "-n", "-m", "-M", "-r", "-S"].flatMap((check) => [check, "ignore"])];

/** Writes the files of a zone; ours is told the zone's name by a first line, BIND by an argument. */
function write({ text, files = {}, origin = "example.com" }: OddZone, name: string): string {
  const home = path.join(folder, name.replaceAll(/\W+/g, "-"));
  const all = { "zone.db": text, "ours.db": `$ORIGIN ${origin}.\n${text}`, ...files };
  for (const [file, content] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
    writeFileSync(path.join(home, file), content);
  }
  return home;
}

/** What BIND makes of it: records in one form; undefined where it refuses the file. */
async function byBind({ origin = "example.com" }: OddZone, home: string): Promise<string[] | undefined> {
  const form = ["-f", "text", "-F", "text", "-s", "full"];
  const words = ["-q", ...LAX, ...form, "-w", home, "-o", "out.db", origin, "zone.db"];
  if (!(await passes("named-compilezone", ...words))) return undefined;
  const lines = readFileSync(path.join(home, "out.db"), "latin1").split("\n");
  return lines.flatMap((line) => canonical(line) ?? []).toSorted();
}

/** A line of BIND's full style, `owner TTL class type data`, in the form that is compared. */
function canonical(line: string): string | undefined {
  const parts = /^(\S+)\s+(\d+)\s+IN\s+(\S+)\s+(.*)$/.exec(line)?.slice(1) ?? [];
  const [owner = "", ttl = "", type = "", data = ""] = parts;
  if (!COMPARED.includes(type)) return undefined;
  return `${nameOf(owner)} ${ttl} ${type} ${canonicalData(type, data)}`;
}

function nameOf(text: string): string {
  return normalName(text) ?? assert.fail(text);
}

function canonicalData(type: string, data: string): string {
  const words = data.split(" ");
  switch (type) {
    case "A":
    case "TXT":
      return data;
    case "AAAA":
      return address(data);
    case "TLSA":
      return [...words.slice(0, 3), words.slice(3).join("").toLowerCase()].join(" ");
    default:
      return words.map((word) => (/^\d+$/.test(word) ? word : nameOf(word))).join(" ");
  }
}

function address(text: string): string {
  return (ipv6Groups(text) ?? []).join();
}

/** What we make of it, in the same form; equal records are one. */
function byUs(home: string): string[] | undefined {
  const search = { workspace: folderWorkspace(home), anywhere: false, positionOf: () => undefined };
  const { zones, problems } = readZones(["ours.db"], search);
  if (problems.length > 0) return undefined;
  const lines = (zones[0]?.records ?? []).flatMap(({ owner, ttl, type, data }) => {
    const fields = fieldsOf(type);
    if (!COMPARED.includes(type) || fields === undefined || data === undefined) return [];
    const line = writeFields(fields, data);
    return [`${owner} ${String(ttl)} ${type} ${type === "AAAA" ? address(line) : line}`];
  });
  return [...new Set(lines)].toSorted();
}

describe("a zone file of an odd kind is read as BIND reads it", atOnce, () => {
  assert.ok(ODD_ZONES.length >= 20);
  for (const zone of ODD_ZONES) {
    test(zone.name, async () => {
      const home = write(zone, zone.name);
      const bind = await byBind(zone, home);
      assert.ok(bind !== undefined && bind.length > 0, "named-compilezone takes it");
      assert.deepEqual(byUs(home), bind);
    });
  }
});

describe("a zone file that BIND refuses is refused", atOnce, () => {
  for (const zone of REFUSED_ZONES) {
    test(zone.name, async () => {
      const home = write(zone, zone.name);
      assert.equal(await byBind(zone, home), undefined, "named-compilezone refuses it");
      assert.equal(byUs(home), undefined);
    });
  }
});

function withoutTtl(lines: readonly string[] = []): string[] {
  return [...new Set(lines.map((line) => line.replace(/ \d+ /, " ")))].toSorted();
}

describe("each name server takes and refuses what the table of zone files says", atOnce, () => {
  for (const { name, text, loads, zone = "example.com" } of SERVED_ZONES) {
    test(`${name}: ${loads}`, async () => {
      const home = write({ name, text, origin: zone }, `served-${name}`);
      const file = path.join(home, "zone.db");
      // As named itself checks a primary zone by default: host names must be such, and nobody is asked.
      const bind = await passes("named-checkzone", "-k", "fail", "-i", "local", zone, file);
      const compiled = path.join(home, "compiled.db");
      assert.equal(await passes("named-compilezone", "-i", "local", "-o", compiled, zone, file), bind);
      const knot = await passes("kzonecheck", "-o", zone, file);
      const nsd = await passes("nsd-checkzone", zone, file);
      assert.equal([bind ? "B" : "-", knot ? "K" : "-", nsd ? "N" : "-"].join(""), loads);
    });
  }
});

describe("what BIND loads of the table, we read as BIND does", atOnce, () => {
  for (const zone of SERVED_ZONES.filter(({ loads, ours }) => loads.startsWith("B") && ours !== "part")) {
    test(zone.name, async () => {
      const odd = { name: zone.name, text: zone.text, origin: zone.zone ?? "example.com" };
      const home = write(odd, `compiled-${zone.name}`);
      // BIND gives the records of one set one TTL, as a server must; that is not read in a file.
      assert.deepEqual(withoutTtl(byUs(home)), withoutTtl(await byBind(odd, home)));
    });
  }
});
