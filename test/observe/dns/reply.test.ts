import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Answer } from "dns-packet";
import { dnsAnswer } from "../../../src/observe/schemas/observation.ts";
import type { DnsAnswer } from "../../../src/observe/observation.ts";
import { answerOf, asking } from "./asking.ts";
import { a, always, cname, soa } from "../../support/dns/records.ts";
import {
  FLAGS,
  RCODES,
  extendedErrors,
  rawReply,
  reply,
  startServer,
} from "../../support/dns/scripted-answers.ts";
import type { ReplyParts } from "../../support/dns/scripted-answers.ts";

const referral: Answer = { type: "NS", name: "com", data: "a.gtld.example" };

describe("a reply", () => {
  const outcomes: readonly [string, ReplyParts, DnsAnswer["outcome"], string][] = [
    ["NXDOMAIN is a name that does not exist", { rcode: RCODES.NXDOMAIN }, "nxdomain", "NXDOMAIN"],
    ["an empty answer of a recursive server is no data", {}, "nodata", "NOERROR"],
    ["an empty answer of an authoritative server is no data", { flags: FLAGS.AA }, "nodata", "NOERROR"],
    ["an empty answer with the zone's SOA is no data", { flags: 0, authorities: [soa] }, "nodata", "NOERROR"],
    [
      "an empty answer of a server that neither knows nor looks denies nothing",
      { flags: 0 },
      "refused",
      "NOERROR",
    ],
    ["a referral denies nothing", { flags: 0, authorities: [referral] }, "refused", "NOERROR"],
    ["SERVFAIL is told as such", { rcode: RCODES.SERVFAIL }, "servfail", "SERVFAIL"],
    ["REFUSED is told as such", { rcode: RCODES.REFUSED }, "refused", "REFUSED"],
    ["an unknown code is no word about the domain", { rcode: 14 }, "refused", "RCODE14"],
    ["a DNAME that makes the name too long is the domain's fault", { rcode: 6 }, "servfail", "YXDOMAIN"],
  ];
  for (const [sentence, parts, outcome, rcode] of outcomes) {
    test(sentence, async () => {
      const answer = await answerOf(always(parts));
      assert.deepEqual([answer.outcome, answer.rcode, answer.values], [outcome, rcode, []]);
    });
  }

  test("the resolver's word that it validated is kept", async () => {
    const answer = await answerOf(
      always({ flags: FLAGS.RA | FLAGS.AD, answers: [a("host.example.com", "192.0.2.1")] }),
    );
    assert.equal(answer.authenticated, true);
  });

  test("extended errors are kept with code and text", async () => {
    const records = extendedErrors([9, "no DNSKEY for ü.example"], [22, ""]);
    const answer = await answerOf((query) => {
      const message = rawReply(query, [0, 0, 1], records);
      message.writeUInt16BE(0x8180 | RCODES.SERVFAIL, 2);
      return [message];
    });
    assert.equal(answer.outcome, "servfail");
    assert.deepEqual(answer.extendedErrors, [
      { code: 9, text: "no DNSKEY for ü.example" },
      { code: 22, text: "" },
    ]);
  });

  test("a response code of twelve bits is read whole", async () => {
    const records = extendedErrors();
    records[5] = 1;
    const answer = await answerOf((query) => [rawReply(query, [0, 0, 1], records)]);
    assert.deepEqual([answer.outcome, answer.rcode], ["refused", "BADVERS"]);
  });

  test("exchanges keep order, duplicates and the null MX", async () => {
    const mx = (preference: number, exchange: string): Answer => ({
      type: "MX",
      name: "example.com",
      data: { preference, exchange },
    });
    const server = await startServer(
      always({ answers: [mx(20, "B.example"), mx(10, "a.example"), mx(20, "b.example"), mx(0, ".")] }),
    );
    const answer = dnsAnswer.parse(await asking([server]).query("example.com", "MX"));
    assert.deepEqual(answer.values, []);
    assert.deepEqual(answer.exchanges, [
      { preference: 20, exchange: "b.example" },
      { preference: 10, exchange: "a.example" },
      { preference: 20, exchange: "b.example" },
      { preference: 0, exchange: "." },
    ]);
  });

  test("character-strings of TXT are kept as octets, those of each record apart", async () => {
    const strings = [[Buffer.from("v=STSv1; id=1;")], [Buffer.from([0, 0x22, 0xff]), Buffer.alloc(0)]];
    const answers = strings.map((data): Answer => ({ type: "TXT", name: "example.com", data }));
    const server = await startServer(always({ answers }));
    const answer = dnsAnswer.parse(await asking([server]).query("example.com", "TXT"));
    assert.deepEqual([answer.values, answer.texts], [[], [["v=STSv1; id=1;"], ["\0\x22\xff", ""]]]);
  });

  test("TLSA has usage, selector, matching type and data", async () => {
    const certificate = Buffer.from([0xd2, 0xab, 0x00]);
    const data = { usage: 3, selector: 1, matchingType: 2, certificate };
    const server = await startServer(always({ answers: [{ type: "TLSA", name: "example.com", data }] }));
    const answer = dnsAnswer.parse(await asking([server]).query("example.com", "TLSA"));
    assert.deepEqual(answer.associations, [{ usage: 3, selector: 1, matchingType: 2, data: "d2ab00" }]);
  });

  test("names of NS and CNAME, addresses of AAAA and the line of SOA are values", async () => {
    const records: Record<string, Answer> = {
      NS: { type: "NS", name: "x.example", data: "ns.example" },
      CNAME: cname("x.example", "y.example"),
      AAAA: { type: "AAAA", name: "x.example", data: "2001:db8:0:0:1::1" },
      SOA: {
        type: "SOA",
        name: "x.example",
        data: {
          mname: "ns.example",
          rname: "a.example",
          serial: 7,
          refresh: 6,
          retry: 5,
          expire: 4,
          minimum: 3,
        },
      },
    };
    const server = await startServer((query) => [reply(query, { answers: [records[query.type] ?? soa] })]);
    const resolver = asking([server]);
    const values = async (type: DnsAnswer["type"]): Promise<string[]> =>
      (await resolver.query("x.example", type)).values;
    assert.deepEqual(await values("NS"), ["ns.example"]);
    assert.deepEqual(await values("CNAME"), ["y.example"]);
    assert.deepEqual(await values("AAAA"), ["2001:db8::1:0:0:1"]);
    assert.deepEqual(await values("SOA"), ["ns.example a.example 7 6 5 4 3"]);
  });
});

describe("records that do not belong to the chain do not count", () => {
  test("addresses of other names, and other classes", async () => {
    const answer = await answerOf(
      always({
        answers: [
          a("www.example.com", "203.0.113.66"),
          a("host.example.com", "192.0.2.1"),
          { type: "A", name: "host.example.com", class: "CH", data: "203.0.113.67" },
          cname("www.example.com", "evil.example"),
          a("evil.example", "203.0.113.68"),
        ],
        additionals: [a("host.example.com", "203.0.113.69")],
      }),
    );
    assert.deepEqual([answer.values, answer.aliases], [["192.0.2.1"], []]);
  });

  test("an answer of nothing else is no data", async () => {
    const answer = await answerOf(always({ answers: [a("www.example.com", "203.0.113.66")] }));
    assert.deepEqual([answer.outcome, answer.values], ["nodata", []]);
  });
});

describe("an answer that cannot be read is malformed", () => {
  const record = (type: number, data: readonly number[]): Buffer =>
    Buffer.from([0xc0, 0x0c, 0, type, 0, 1, 0, 0, 0, 9, 0, data.length, ...data]);
  const cases: [string, readonly [number, number, number], Buffer, string][] = [
    ["an address of three octets", [1, 0, 0], record(1, [1, 2, 3]), "the data of an A record cannot be read"],
    ["an alias that points to itself", [1, 0, 0], record(5, [0xc0, 0x2e]), "an alias cannot be read"],
    ["an alias with octets behind it", [1, 0, 0], record(5, [0, 0]), "an alias cannot be read"],
    ["fewer records than announced", [2, 0, 0], record(1, [1, 2, 3, 4]), "record 2 cannot be read"],
    [
      "a record that ends early",
      [1, 0, 0],
      record(1, [1, 2, 3, 4]).subarray(0, 14),
      "record 1 cannot be read",
    ],
    ["an absurd number of records", [0xffff, 0, 0], Buffer.alloc(0), "65535 records announced"],
    [
      "two EDNS records",
      [0, 0, 2],
      Buffer.concat([extendedErrors(), extendedErrors()]),
      "more than one EDNS record",
    ],
    [
      "an EDNS option that ends early",
      [0, 0, 1],
      extendedErrors([1, "abc"]).fill(9, 13, 15),
      "the EDNS options cannot be read",
    ],
  ];
  for (const [what, counts, records, detail] of cases) {
    test(what, async () => {
      const answer = await answerOf((query) => [rawReply(query, counts, records)]);
      assert.deepEqual([answer.outcome, answer.detail], ["malformed", detail]);
    });
  }

  test("octets behind the last record are no fault", async () => {
    const answer = await answerOf((query) => [
      rawReply(query, [1, 0, 0], Buffer.concat([record(1, [192, 0, 2, 1]), Buffer.from("more")])),
    ]);
    assert.deepEqual([answer.outcome, answer.values], ["answer", ["192.0.2.1"]]);
  });

  test("a TTL with its highest bit set is zero", async () => {
    const answer = await answerOf((query) => {
      const address = record(1, [192, 0, 2, 1]);
      address[6] = 0x80;
      return [rawReply(query, [1, 0, 0], address)];
    });
    assert.equal(answer.ttl, 0);
  });
});
