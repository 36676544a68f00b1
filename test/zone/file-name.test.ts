/** Which zone a file's name says for certain. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { zoneOfFileName } from "../../src/zone/file-name.ts";
import { namedPattern } from "../../src/zone/find.ts";

const CERTAIN: Readonly<Record<string, string>> = {
  "example.com": "example.com",
  "dns/example.com.zone": "example.com",
  "example.com.ZONE": "example.com",
  "db.example.com": "example.com",
  "DB.Example.COM": "example.com",
  "db.example.com.zone": "example.com",
  "example.com.db": "example.com",
  "example.com.hosts": "example.com",
  "example.com.txt": "example.com",
  "example.com.dns": "example.com",
  "pri.example.com": "example.com",
  "named.example.co.uk": "example.co.uk",
  "master.sub.example.org": "sub.example.org",
  "zone.example.internal": "example.internal",
  "xn--bcher-kva.example.zone": "xn--bcher-kva.example",
  "bücher.example.zone": "xn--bcher-kva.example",
  "example.xn--p1ai": "example.xn--p1ai",
  "1.168.192.in-addr.arpa.zone": "1.168.192.in-addr.arpa",
  "zone.db.example.com": "db.example.com",
};

const UNCERTAIN: readonly string[] = [
  ...[
    "example.com.zone.bak",
    "example.com.bak",
    "example.com.zone.orig",
    "db.example.com.old",
    "example.com.zone~",
  ],
  ...[
    "example.com.zone.j2",
    "example.com.tmpl",
    "example.com.zone.in",
    "example.com.erb",
    "example.com.zone.tpl",
  ],
  ...["example.com.zone.signed", "example.com.zone.2026-11-29", "example.com.1", "example.com_old.zone"],
  ...["example.com.yaml", "example.com.json", "example.com.tf", "dnsconfig.js", "example.com.zone.gz"],
  ...[
    "zone",
    "db",
    "example.zone",
    "db.local",
    "db.127",
    "db.192.168.1",
    "zones",
    "named.conf",
    "example..com.zone",
  ],
  ...[
    "example.com-internal.zone1",
    "internal/zone.db",
    "example.com.zone.rpmsave",
    "db.example.com.dpkg-dist",
  ],
  ...[
    "copy of example.com.zone",
    "example.com (1).zone",
    "#example.com.zone#",
    ".example.com.zone.swp",
    "_example.com",
  ],
];

describe("a file's name says for certain", () => {
  for (const [file, zone] of Object.entries(CERTAIN))
    test(`${file} is ${zone}`, () => assert.equal(zoneOfFileName(file), zone));
});

describe("a file's name does not say for certain", () => {
  for (const file of UNCERTAIN) test(file, () => assert.equal(zoneOfFileName(file), undefined));
});

describe("a pattern with a name before it", () => {
  const cases: readonly [string, string, string | undefined][] = [
    ["example.com=dns/live.j2", "dns/live.j2", "example.com"],
    ["Bücher.example=dns/a", "dns/a", "xn--bcher-kva.example"],
    ["com=tld.zone", "tld.zone", "com"],
    ["example.com=dns/a=b.zone", "dns/a=b.zone", "example.com"],
    ["example.com.=dns/a", "dns/a", "example.com"],
    ["dns/a=b.zone", "dns/a=b.zone", undefined],
    ["dns/*.zone", "dns/*.zone", undefined],
    ["=dns/a", "=dns/a", undefined],
    ["a..b=dns/a", "a..b=dns/a", undefined],
  ];
  for (const [written, pattern, zone] of cases)
    test(written, () => assert.deepEqual(namedPattern(written), { pattern, zone }));
});
