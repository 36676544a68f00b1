/** Zone files: what is read, at which place, and what is said of those that cannot be. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { folderWorkspace } from "../../src/system/workspace.ts";
import { readZoneFile } from "../../src/zone/file/file.ts";
import { readZones } from "../../src/zone/set.ts";
import { ODD_ZONES, REFUSED_ZONES, type OddZone } from "./odd-zones.ts";

function read({ text, origin = "example.com", files = {} }: OddZone) {
  const all: Readonly<Record<string, string>> = { "zone.db": text, ...files };
  return readZoneFile("zone.db", text, {
    origin: origin.toLowerCase(),
    include: (written) => {
      const found = all[written];
      return found === undefined ? { problem: "is not there." } : { file: written, text: found };
    },
  });
}

describe("a file of an odd kind has no problem", () => {
  for (const zone of ODD_ZONES) {
    test(zone.name, () => {
      const { problems, zone: found } = read(zone);
      assert.deepEqual(problems, []);
      assert.ok(found.records.length > 0);
    });
  }
});

describe("what cannot be read is told with its place", () => {
  for (const zone of REFUSED_ZONES) {
    test(zone.name, () => {
      const told = read(zone).problems.map(
        ({ file, line, column, message }) => `${[file, line, column].join(":")} ${message}`,
      );
      assert.deepEqual(told, [zone.says]);
    });
  }

  test("what has one cause is told once", () => {
    const generate = Array.from(
      { length: 14 },
      (_, index) => `$GENERATE 1-65536 a${String(index)}-$ A 192.0.2.1`,
    );
    const messages = (text: string, origin?: string): string[] =>
      readZoneFile("zone.db", text, { origin, include: () => ({ problem: "is not there." }) }).problems.map(
        ({ message }) => message,
      );
    assert.deepEqual(messages(`$TTL 60\n${generate.join("\n")}\n`, "example.com"), [
      "The $GENERATE lines of this run make more than 131072 records.",
    ]);
    assert.equal(messages("$TTL 60\na MX 10 b\n  MX 20 c\nd MX 30 e\n").length, 1);
    assert.equal(messages("a MX 10 b\nb MX 20 c\n", "example.com").length, 1);
    assert.equal(messages("  60 MX 10 b\n  60 MX 20 c\n", "example.com").length, 1);
  });

  test("all of it at once, in the order of the file", () => {
    const { problems } = read({ name: "", text: "$TTL x\n@ 1 MX a b\nc 1 A d\n" });
    assert.deepEqual(
      problems.map(({ line, column }) => [line, column]),
      [
        [1, 6],
        [2, 8],
        [3, 7],
      ],
    );
  });
});

test("every MX record has file, line and column, within included files too", () => {
  const { zone } = read({
    name: "",
    text: "$TTL 60\n@ MX 10 mx1\n   MX 20 (\n mx2 )\n$INCLUDE part.db mail\nb MX 5 mx\n",
    files: { "part.db": "; a part\n@ MX 30 mx3\n" },
  });
  assert.deepEqual(
    zone.records.map(({ owner, data, file, line, column }) => [owner, data?.[1], file, line, column]),
    [
      ["example.com", "mx1.example.com", "zone.db", 2, 1],
      ["example.com", "mx2.example.com", "zone.db", 3, 4],
      ["mail.example.com", "mx3.mail.example.com", "part.db", 2, 1],
      ["b.example.com", "mx.example.com", "zone.db", 6, 1],
    ],
  );
});

describe("zone files in a workspace", () => {
  let outside: string;
  let root: string;
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const found = (patterns: readonly string[], anywhere = false) => {
    const { domains, untested, problems } = readZones(patterns, {
      workspace: folderWorkspace(root),
      anywhere,
      positionOf: () => ({ file: "policy.yml", line: 3 }),
    });
    const place = ({ file, line }: { file?: string; line?: number }): string =>
      `${file ?? ""}:${String(line ?? "")}`;
    return {
      domains: [...domains].map(([name, { source }]) => `${name} ${place(source)}`),
      untested: untested.map((each) => `${each.owner} ${place(each)}`),
      problems: problems.map((each) => `${place(each)} ${each.message}`),
    };
  };
  before(() => {
    outside = mkdtempSync(path.join(tmpdir(), "mx-gate-outside-"));
    root = path.join(outside, "workspace");
    write("dns/db.example.org", "@ 60 MX 10 mx\n* 60 MX 10 mx\n_x 60 MX 10 mx\n");
    write("dns/example.com.zone", "$TTL 60\n@ MX 10 mx\nwww MX 10 mx\n$INCLUDE parts/more.zone\n");
    write("dns/parts/more.zone", "more MX 10 mx\n");
    write(
      "links/secret.zone",
      "$ORIGIN a.test.\n$TTL 60\n$INCLUDE way-out\n$INCLUDE ../../passwd\n$INCLUDE /etc/passwd\n",
    );
    writeFileSync(path.join(outside, "passwd"), "root MX 10 x\n");
    symlinkSync(path.join(outside, "passwd"), path.join(root, "links/way-out"));
    symlinkSync(path.join(outside, "passwd"), path.join(root, "links/linked.zone"));
    write("nameless", "mail 60 MX 10 mx\n");
  });
  after(() => rmSync(outside, { recursive: true }));

  test("their domains have the line of the first MX record", () => {
    assert.deepEqual(found(["dns/**/*.zone", "dns/db.*"]), {
      domains: [
        "example.com dns/example.com.zone:2",
        "www.example.com dns/example.com.zone:3",
        "more.example.com dns/parts/more.zone:1",
        "example.org dns/db.example.org:1",
      ],
      untested: ["*.example.org dns/db.example.org:2", "_x.example.org dns/db.example.org:3"],
      problems: [],
    });
  });

  test("a file that another includes is not read on its own", () => {
    assert.deepEqual(found(["dns/parts/more.zone", "dns/example.com.zone"]).problems, []);
  });

  test("nothing outside is read, by no way", () => {
    const problem = "leads out of the workspace, so it is not read.";
    assert.deepEqual(found(["links/secret.zone"]).problems, [
      `links/secret.zone:3 The file ${problem}`,
      `links/secret.zone:4 The file ${problem}`,
      `links/secret.zone:5 The file ${problem}`,
    ]);
    assert.deepEqual(found(["links/linked.zone"]).problems, [
      "policy.yml:3 zone-files: links/linked.zone leads out of the workspace.",
    ]);
    assert.deepEqual(found(["../passwd"]).problems, [
      "policy.yml:3 zone-files: ../passwd leads out of the workspace.",
    ]);
  });

  test("who runs it may name a file elsewhere", () => {
    assert.deepEqual(found(["../passwd"], true).problems, [
      "../passwd:1 This name is relative, and the file's name does not say for certain which zone it is. Name the zone in zone-files (example.com=../passwd), or start the file with $ORIGIN and the zone's name.",
    ]);
  });

  test("a file of another tool is named as what it is, with the way to a zone file", () => {
    write("tools/octo.yaml", "---\n'':\n  - type: MX\n    values:\n      - exchange: mx.example.com.\n");
    write(
      "tools/dnsconfig.js",
      'D("example.com", REG_NONE, DnsProvider("BIND"), MX("@", 10, "mx.example.com."));\n',
    );
    write("tools/main.tf", 'resource "aws_route53_record" "mx" {\n  type = "MX"\n}\n');
    write("tools/records.json", '{ "records": [ { "type": "MX" } ] }\n');
    write("tools/plain", "this is nothing of all that\n");
    const said = Object.fromEntries(
      ["octo.yaml", "dnsconfig.js", "main.tf", "records.json"].map((name) => [
        name,
        found([`tools/${name}`]).problems,
      ]),
    );
    for (const [name, way] of [
      ["octo.yaml", "octodns-dump"],
      ["dnsconfig.js", "dnscontrol get-zones --format=zone"],
      ["main.tf", "Terraform"],
      ["records.json", "JSON"],
    ] as const) {
      assert.equal(said[name]?.length, 1, name);
      assert.ok(said[name]?.[0]?.startsWith(`tools/${name}:1 `) && said[name][0].includes(way), name);
    }
    assert.doesNotMatch(found(["tools/plain"]).problems.join(), /octoDNS|dnscontrol|Terraform|JSON/);
  });

  test("a file whose SOA record is of another zone than its name in zone-files is refused", () => {
    write("named/live", "$TTL 60\nexample.net. SOA ns hm 1 2 3 4 5\nexample.net. NS ns.example.org.\n");
    assert.deepEqual(found(["example.org=named/live"]).problems, [
      "named/live:2 This is the SOA record of example.net, but zone-files names the file example.org. Correct one of them.",
    ]);
    assert.deepEqual(found(["example.net=named/live"]).problems, []);
    assert.deepEqual(
      found(["example.net=named/live", "example.org=named/live"]).problems[0],
      ["policy.yml:3 zone-files: named/live is named example.net and example.org. A file has one zone."][0],
    );
  });

  test("a pattern without a file is told, and so is a relative name without an origin", () => {
    assert.deepEqual(found(["nowhere/*", "nameless"]).problems, [
      "policy.yml:3 zone-files: nowhere/* matches no file.",
      "nameless:1 This name is relative, and the file's name does not say for certain which zone it is. Name the zone in zone-files (example.com=nameless), or start the file with $ORIGIN and the zone's name.",
    ]);
  });
});
