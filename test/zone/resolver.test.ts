/** Zone files in front of live DNS: who answers, and what. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DnsAnswer } from "../../src/dns/answer.ts";
import { ALIAS_LIMIT } from "../../src/text/bounds.ts";
import { readZoneFile } from "../../src/zone/file/file.ts";
import type { DnsType } from "../../src/observe/dns/resolver.ts";
import { withZoneFiles } from "../../src/zone/resolver.ts";
import { tableResolver } from "../support/dns/table-resolver.ts";

const ZONE = `$TTL 60
@ SOA ns hm 1 2 3 4 5
@ NS ns
ns A 192.0.2.1
@ MX 20 mx2
@ 30 MX 10 mx1
@ MX 10 MX1
mx1 A 192.0.2.10
mx1 AAAA 2001:DB8::10
alias CNAME mx1
away CNAME mail.elsewhere.test.
loop CNAME pool
pool CNAME loop
deep.below A 192.0.2.11
*.wild A 192.0.2.12
named.wild TXT x
sub NS ns.sub
ns.sub A 192.0.2.53
old DNAME new
host.new A 192.0.2.13
_smtp._tls TXT "v=TLSRPTv1;" "rua=mailto:é@x"
_25._tcp.mx1 TLSA 3 1 1 AB CD
_25._tcp.mx1 TLSA 3 1 1 abcd
_25._tcp.alias CNAME _25._tcp.mx1
`;
const PART = "mx.part.test. 60 A 192.0.2.20\n";

function read(file: string, text: string) {
  const { zone, problems } = readZoneFile(file, text, {
    origin: file,
    include: () => ({ problem: "is not there." }),
  });
  assert.deepEqual(problems, []);
  return zone;
}

describe("a question", () => {
  const cases: readonly {
    readonly asked: string;
    readonly type: DnsType;
    readonly answer: readonly unknown[];
    readonly aliases?: readonly string[];
    readonly live?: readonly string[];
  }[] = [
    { asked: "Example.test.", type: "MX", answer: ["20 mx2.example.test", "10 mx1.example.test"] },
    { asked: "mx1.example.test", type: "A", answer: ["192.0.2.10"] },
    { asked: "mx1.example.test", type: "AAAA", answer: ["2001:db8::10"] },
    { asked: "mx2.example.test", type: "A", answer: ["nxdomain"] },
    { asked: "ns.example.test", type: "AAAA", answer: ["nodata"] },
    { asked: "below.example.test", type: "A", answer: ["nodata"] },
    { asked: "alias.example.test", type: "A", answer: ["192.0.2.10"], aliases: ["mx1.example.test"] },
    {
      asked: "away.example.test",
      type: "A",
      answer: ["198.51.100.9"],
      aliases: ["mail.elsewhere.test"],
      live: ["A mail.elsewhere.test"],
    },
    {
      asked: "loop.example.test",
      type: "A",
      answer: ["nodata", "loop"],
      aliases: ["pool.example.test", "loop.example.test"],
    },
    { asked: "any.wild.example.test", type: "A", answer: ["192.0.2.12"] },
    { asked: "a.b.wild.example.test", type: "A", answer: ["192.0.2.12"] },
    { asked: "named.wild.example.test", type: "A", answer: ["nodata"] },
    { asked: "x.named.wild.example.test", type: "A", answer: ["nxdomain"] },
    { asked: "ns.sub.example.test", type: "A", answer: ["203.0.113.53"], live: ["A ns.sub.example.test"] },
    { asked: "sub.example.test", type: "MX", answer: ["nodata"], live: ["MX sub.example.test"] },
    { asked: "host.old.example.test", type: "A", answer: ["192.0.2.13"], aliases: ["host.new.example.test"] },
    { asked: "mx.part.test", type: "A", answer: ["192.0.2.20"] },
    { asked: "other.part.test", type: "A", answer: ["nodata"], live: ["A other.part.test"] },
    { asked: "elsewhere.test", type: "MX", answer: ["5 mail.elsewhere.test"], live: ["MX elsewhere.test"] },
    {
      asked: "example.test",
      type: "SOA",
      answer: ["ns.example.test hm.example.test 1 2 3 4 5"],
    },
    { asked: "example.test", type: "NS", answer: ["ns.example.test"] },
    { asked: "_smtp._tls.example.test", type: "TXT", answer: [["v=TLSRPTv1;", "rua=mailto:\xc3\xa9@x"]] },
    { asked: "x.wild.example.test", type: "TXT", answer: ["nodata"] },
    {
      asked: "_25._tcp.mx1.example.test",
      type: "TLSA",
      answer: [{ usage: 3, selector: 1, matchingType: 1, data: "abcd" }],
    },
    {
      asked: "_25._tcp.alias.example.test",
      type: "TLSA",
      answer: [{ usage: 3, selector: 1, matchingType: 1, data: "abcd" }],
      aliases: ["_25._tcp.mx1.example.test"],
    },
    { asked: ".", type: "NS", answer: ["nodata"], live: ["NS ."] },
  ];
  for (const { asked, type, answer, aliases = [], live = [] } of cases) {
    test(`for ${type} ${asked} is answered ${live.length > 0 ? "by DNS" : "by the file"}`, async () => {
      const table = tableResolver({
        "A mail.elsewhere.test": ["198.51.100.9"],
        "A ns.sub.example.test": ["203.0.113.53"],
        "MX elsewhere.test": ["5 mail.elsewhere.test"],
      });
      const resolver = withZoneFiles([read("example.test", ZONE), read("part.test", PART)], table);
      const got = await resolver.query(asked, type);
      const values =
        got.exchanges?.map(({ preference, exchange }) => `${String(preference)} ${exchange}`) ??
        got.texts ??
        got.associations ??
        got.values;
      const shown =
        got.outcome === "answer" ? values : [got.outcome, ...(got.aliasLoop === true ? ["loop"] : [])];
      assert.deepEqual([shown, got.aliases, table.asked], [answer, aliases, live]);
    });
  }

  test("is answered with the shortest time of its records", async () => {
    const answer = await withZoneFiles([read("example.test", ZONE)], tableResolver({})).query(
      "example.test",
      "MX",
    );
    assert.equal(answer.ttl, 30);
  });

  test("gives with each answer its file, and the zone's own name server where the file names one", async () => {
    const named = read(
      "own.test",
      "@ 60 SOA ns1.own.test. hm 1 2 3 4 5\n@ 60 NS ns2.own.test.\n@ 60 MX 10 mx\n",
    );
    const part = read("part.test", "mx.own.part.test. 60 A 192.0.2.1\n");
    const resolver = withZoneFiles([named, part], tableResolver({}));
    assert.deepEqual((await resolver.query("own.test", "MX")).zoneFile, {
      file: "own.test",
      server: "ns1.own.test",
      at: { file: "own.test", line: 3 },
    });
    assert.deepEqual((await resolver.query("nothing.own.test", "MX")).zoneFile, {
      file: "own.test",
      server: "ns1.own.test",
    });
    assert.deepEqual((await resolver.query("mx.own.part.test", "A")).zoneFile, {
      file: "part.test",
      at: { file: "part.test", line: 1 },
    });
    assert.equal((await resolver.query("elsewhere.test", "A")).zoneFile, undefined);
  });

  test("says who answers", () => {
    const zones = [read("example.test", ZONE), read("part.test", PART)];
    assert.equal(
      withZoneFiles(zones, tableResolver({})).description,
      "example.test, part.test, else a table",
    );
  });
});

describe("aliases of a hostile zone file end", () => {
  const tooMany = { aliasLimit: ALIAS_LIMIT };
  type Ending = Pick<DnsAnswer, "aliasLoop" | "aliasLimit">;
  const cases: readonly (readonly [name: string, text: string, asked: string, ending: Ending])[] = [
    ["a DNAME below itself", `d 60 DNAME ${"x".repeat(60)}.d\n`, "q.d.own.test", tooMany],
    ["a DNAME at the apex", "@ 60 DNAME a\n", "q.own.test", tooMany],
    ["a wildcard that is an alias of itself", "* 60 CNAME a\n", "q.own.test", { aliasLoop: true }],
  ];
  for (const [name, text, asked, { aliasLoop, aliasLimit }] of cases) {
    test(name, async () => {
      const table = tableResolver({});
      const soa = "@ 60 SOA ns hm 1 2 3 4 5\n@ 60 NS ns.test.\n";
      const resolver = withZoneFiles([read("own.test", soa + text)], table);
      const answer = await resolver.query(asked, "A");
      assert.deepEqual(
        [answer.outcome, answer.aliasLoop, answer.aliasLimit],
        ["nodata", aliasLoop, aliasLimit],
      );
      assert.deepEqual(table.asked, []);
    });
  }
});

test("a zone of the root has wildcards, too", async () => {
  const root = read("x.test", "$ORIGIN .\n. 60 SOA ns hm 1 2 3 4 5\n. 60 NS ns\n* 60 A 192.0.2.1\n");
  const answer = await withZoneFiles([root], tableResolver({})).query("anything", "A");
  assert.deepEqual(answer.values, ["192.0.2.1"]);
});

test("whoever asks files alone lets others have their turn", async () => {
  const resolver = withZoneFiles([read("example.test", ZONE)], tableResolver({}));
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  for (let asked = 0; asked < 100; asked++) {
    await resolver.query("mx1.example.test", "A");
    const until = performance.now() + 1;
    while (performance.now() < until);
  }
  clearInterval(timer);
  assert.ok(turns > 0);
});
