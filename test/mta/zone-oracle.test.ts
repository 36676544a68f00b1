/** Our reading of zone files against BIND's: named-compilezone of Debian's bind9-utils. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, test } from "node:test";
import { folderWorkspace } from "../../src/system/workspace.ts";
import { readZones } from "../../src/zone/set.ts";
import { ipv6Groups } from "../../src/text/ip-address.ts";
import { normalName } from "../../src/text/dns-name.ts";
import { ODD_ZONES, REFUSED_ZONES, type OddZone } from "../zone/odd-zones.ts";

const folder = mkdtempSync(path.join(tmpdir(), "mx-gate-zones-"));
after(() => rmSync(folder, { recursive: true }));

const COMPARED = ["MX", "A", "AAAA", "CNAME", "DNAME", "NS"];
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
function byBind({ origin = "example.com" }: OddZone, home: string): string[] | undefined {
  const words = ["-q", ...LAX, "-f", "text", "-F", "text", "-s", "full", "-o", "out.db", origin, "zone.db"];
  try {
    execFileSync("named-compilezone", words, { cwd: home, stdio: "pipe" });
  } catch {
    return undefined;
  }
  const lines = readFileSync(path.join(home, "out.db"), "latin1").split("\n");
  return lines.flatMap((line) => canonical(line) ?? []).toSorted();
}

/** A line of BIND's full style, `owner TTL class type data`, in the form that is compared. */
function canonical(line: string): string | undefined {
  const [owner = "", ttl = "", , type = "", first = "", second = ""] = line.split(/\s+/);
  if (!COMPARED.includes(type)) return undefined;
  const name = (text: string): string => normalName(text) ?? assert.fail(text);
  const data = { MX: `${first} ${type === "MX" ? name(second) : ""}`, A: first, AAAA: address(first) };
  return `${name(owner)} ${ttl} ${type} ${type in data ? data[type as keyof typeof data] : name(first)}`;
}

function address(text: string): string {
  return (ipv6Groups(text) ?? []).join();
}

/** What we make of it, in the same form; equal records are one. */
function byUs(home: string): string[] | undefined {
  const search = { workspace: folderWorkspace(home), anywhere: false, positionOf: () => undefined };
  const { zones, problems } = readZones(["ours.db"], search);
  if (problems.length > 0) return undefined;
  const lines = (zones[0]?.records ?? []).flatMap(
    ({ owner, ttl, type, value = "", preference, exchange = "" }) => {
      if (!COMPARED.includes(type)) return [];
      const data =
        type === "MX" ? `${String(preference)} ${exchange}` : type === "AAAA" ? address(value) : value;
      return [`${owner} ${String(ttl)} ${type} ${data}`];
    },
  );
  return [...new Set(lines)].toSorted();
}

describe("a zone file of an odd kind is read as BIND reads it", () => {
  assert.ok(ODD_ZONES.length >= 20);
  for (const zone of ODD_ZONES) {
    test(zone.name, () => {
      const home = write(zone, zone.name);
      const bind = byBind(zone, home);
      assert.ok(bind !== undefined && bind.length > 0, "named-compilezone takes it");
      assert.deepEqual(byUs(home), bind);
    });
  }
});

describe("a zone file that BIND refuses is refused", () => {
  for (const zone of REFUSED_ZONES) {
    test(zone.name, () => {
      const home = write(zone, zone.name);
      assert.equal(byBind(zone, home), undefined, "named-compilezone refuses it");
      assert.equal(byUs(home), undefined);
    });
  }
});
