import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MAX_TLSA_OCTETS, MAX_TLSA_RECORDS } from "../../../src/observe/bounds.ts";
import { lookUpDane, type DaneLookUp } from "../../../src/observe/dns/dane.ts";
import { createStubResolver } from "../../../src/observe/dns/stub-resolver.ts";
import { withDnssec } from "../../../src/observe/dns/dnssec.ts";
import type { DnsAnswer, DnssecStatus } from "../../../src/observe/observation.ts";
import { daneObservation } from "../../../src/observe/schemas/observation.ts";
import { systemClock } from "../../../src/system/clock.ts";
import { FLAGS, rawReply, reply, startServer } from "../../support/dns/scripted-answers.ts";
import { tableResolver, type Entry } from "../../support/dns/table-resolver.ts";

const HOST = "mx.example.com";
const TARGET = "mail.example.net";
const MIDDLE = "alias.example.org";

const AT_HOST = `TLSA _25._tcp.${HOST}`;
const AT_TARGET = `TLSA _25._tcp.${TARGET}`;

const RECORD = { usage: 3, selector: 1, matchingType: 1, data: "ab".repeat(32) };

function there(dnssec: DnssecStatus, associations = [RECORD]): Entry {
  return { dnssec, values: [], associations };
}

function missing(dnssec: DnssecStatus, outcome: DnsAnswer["outcome"] = "nodata"): Entry {
  return { dnssec, outcome };
}

function alias(dnssec: DnssecStatus, target: string): Entry {
  return { dnssec, values: [target] };
}

function addresses(dnssec: DnssecStatus | undefined, aliases: readonly string[] = []): DnsAnswer {
  return {
    name: HOST,
    type: "A",
    outcome: "answer",
    values: ["192.0.2.1"],
    aliases: [...aliases],
    authenticated: dnssec === "secure",
    ...(dnssec !== undefined && { dnssec }),
    extendedErrors: [],
    seconds: 0,
  };
}

interface Found extends DaneLookUp {
  readonly asked: readonly string[];
  /** Base domains in the order of the look-ups. */
  readonly bases: readonly string[];
}

async function lookUp(
  found: DnsAnswer | undefined,
  table: Readonly<Record<string, Entry>>,
  port = 25,
): Promise<Found> {
  const resolver = tableResolver(table);
  const result = await lookUpDane({ host: HOST, port, addresses: found }, resolver);
  const { lookUps } = daneObservation.parse(result);
  return { ...result, asked: resolver.asked, bases: lookUps.map(({ baseDomain }) => baseDomain) };
}

describe("the base domain", () => {
  test("is the host where its addresses are secure and no alias", async () => {
    const {
      addresses: status,
      bases,
      asked,
    } = await lookUp(addresses("secure"), { [AT_HOST]: there("secure") });
    assert.deepEqual([status, bases, asked], ["secure", [HOST], [AT_HOST]]);
  });

  test("is the end of a secure chain of aliases where records are there; names in between never", async () => {
    const table = { [AT_TARGET]: there("secure"), [AT_HOST]: there("secure") };
    const { bases, asked } = await lookUp(addresses("secure", [MIDDLE, TARGET]), table);
    assert.deepEqual([bases, asked], [[TARGET], [AT_TARGET]]);
  });

  test("is the host where the end of its chain has none, or none that are secure", async () => {
    for (const atTarget of [
      missing("secure"),
      missing("secure", "nxdomain"),
      missing("insecure"),
      there("insecure"),
    ]) {
      const table = { [AT_TARGET]: atTarget, [AT_HOST]: there("secure") };
      const { bases } = await lookUp(addresses("secure", [MIDDLE, TARGET]), table);
      assert.deepEqual(bases, [TARGET, HOST]);
    }
  });

  test("is not looked for any further where the look-up fails", async () => {
    const loop: Entry = { dnssec: "secure", outcome: "nodata", aliasLoop: true };
    const failures = [missing("bogus", "servfail"), missing("failed", "timeout"), loop];
    for (const atTarget of failures) {
      const { bases } = await lookUp(addresses("secure", [TARGET]), { [AT_TARGET]: atTarget });
      assert.deepEqual(bases, [TARGET]);
    }
  });

  test("is the host where its own alias is secure and what that leads to is not", async () => {
    const table = {
      [`CNAME ${HOST}`]: alias("secure", MIDDLE),
      [AT_HOST]: there("secure"),
    };
    const {
      addresses: status,
      cname,
      bases,
      asked,
    } = await lookUp(addresses("insecure", [MIDDLE, TARGET]), table);
    assert.deepEqual([status, cname?.dnssec, bases], ["insecure", "secure", [HOST]]);
    assert.deepEqual(asked, [`CNAME ${HOST}`, AT_HOST]);
  });

  test("is asked for by the port", async () => {
    const { asked } = await lookUp(addresses("secure"), {}, 465);
    assert.deepEqual(asked, [`TLSA _465._tcp.${HOST}`]);
  });

  test("is what the user named where nobody was asked for addresses", async () => {
    const { addresses: status, bases } = await lookUp(undefined, { [AT_HOST]: there("secure") });
    assert.deepEqual([status, bases], ["secure", [HOST]]);
  });

  test("is none where the addresses are not to be had", async () => {
    for (const status of ["bogus", "failed"] as const) {
      const { addresses: told, asked } = await lookUp(addresses(status), {});
      assert.deepEqual([told, asked], [status, []]);
    }
  });

  test("is none where the name would be too long for DNS", async () => {
    const host = Array.from({ length: 4 }, () => "a".repeat(61)).join(".");
    const resolver = tableResolver({});
    const { lookUps } = await lookUpDane({ host, port: 25, addresses: addresses("secure") }, resolver);
    assert.deepEqual([lookUps, resolver.asked], [[], []]);
  });
});

describe("where no sender would ask", () => {
  /** How questions were put. */
  async function manners(found: DnsAnswer, table: Readonly<Record<string, Entry>>): Promise<unknown[]> {
    const resolver = tableResolver(table);
    const manner: unknown[] = [];
    await lookUpDane(
      { host: HOST, port: 25, addresses: found },
      {
        ...resolver,
        query(name, type, given) {
          manner.push([type, given?.once ?? false]);
          return resolver.query(name, type);
        },
      },
    );
    return manner;
  }

  test("insecure addresses are looked up once, and an error gets no second look", async () => {
    assert.deepEqual(await manners(addresses("insecure"), {}), [["TLSA", true]]);
    const insecure = { [`CNAME ${HOST}`]: alias("insecure", TARGET) };
    const asked = await manners(addresses("insecure", [TARGET]), insecure);
    assert.deepEqual(asked, [
      ["CNAME", false],
      ["TLSA", true],
    ]);
  });

  test("those of a resolver that does not see DNSSEC are looked up in the same way, as if they were secure", async () => {
    for (const status of ["unseen", undefined] as const) {
      const found = addresses(status, [TARGET]);
      assert.deepEqual(await manners(found, {}), [
        ["TLSA", true],
        ["TLSA", true],
      ]);
      const { addresses: told, bases } = await lookUp(found, { [AT_TARGET]: there("unseen") });
      assert.deepEqual([told, bases], ["unseen", [TARGET]]);
    }
  });

  test("secure ones are asked for with a second look", async () => {
    assert.deepEqual(await manners(addresses("secure"), {}), [["TLSA", false]]);
  });
});

describe("hostile records", () => {
  const lookUpAt = (entry: Entry): Promise<Found> => lookUp(addresses("secure"), { [AT_HOST]: entry });

  test("are kept up to a number, and all are counted", async () => {
    const many = Array.from({ length: 10_000 }, () => RECORD);
    const { lookUps } = await lookUpAt(there("secure", many));
    assert.equal(lookUps[0]?.tlsa.associations?.length, MAX_TLSA_RECORDS);
    assert.equal(lookUps[0].listed, 10_000);
  });

  test("are kept up to so many octets: of what does not fit the front stays", async () => {
    const long = { ...RECORD, matchingType: 0, data: "01".repeat(MAX_TLSA_OCTETS - 10) };
    const huge = { ...RECORD, matchingType: 0, data: "02".repeat(60 * 1024) };
    const { lookUps } = await lookUpAt(there("secure", [long, huge, RECORD]));
    const kept = [long, { ...huge, data: "02".repeat(10) }, { ...RECORD, data: "" }];
    assert.deepEqual(lookUps[0]?.tlsa.associations, kept);
    assert.equal(lookUps[0].listed, 3);
  });

  test("of an ordinary answer are all kept, and not counted", async () => {
    const { lookUps } = await lookUpAt(there("secure", [RECORD, RECORD]));
    assert.deepEqual([lookUps[0]?.tlsa.associations?.length, lookUps[0]?.listed], [2, undefined]);
  });

  test("come from the wire as they are, or the answer is malformed", async () => {
    const owner = Buffer.from([0xc0, 12]);
    const record = (data: Buffer): Buffer => {
      const head = Buffer.from([0, 52, 0, 1, 0, 0, 0, 60, 0, 0]);
      head.writeUInt16BE(data.length, 8);
      return Buffer.concat([owner, head, data]);
    };
    const sets: readonly (readonly [
      what: string,
      datas: readonly Buffer[],
      outcome: string,
      kept: number,
    ])[] = [
      ["no data", [Buffer.from([3, 1, 1])], "answer", 1],
      ["two octets", [Buffer.from([3, 1])], "malformed", 0],
      ["one octet", [Buffer.from([3])], "malformed", 0],
      ["60 KiB", [Buffer.alloc(60 * 1024, 1)], "answer", 1],
      [
        "4,000 records",
        Array.from({ length: 4000 }, () => Buffer.from([3, 1, 1, 7])),
        "answer",
        MAX_TLSA_RECORDS,
      ],
      [
        "more records than a message holds",
        Array.from({ length: 4300 }, () => Buffer.from([3])),
        "malformed",
        0,
      ],
    ];
    for (const [what, datas, outcome, kept] of sets) {
      const server = await startServer((query) => {
        if (query.type === "NS")
          return [
            reply(query, {
              flags: FLAGS.RA | FLAGS.AD,
              answers: [{ type: "NS", name: query.name, data: "a.root.example" }],
            }),
          ];
        if (query.transport === "udp") return [reply(query, { flags: FLAGS.RA | FLAGS.TC })];
        return [rawReply(query, [datas.length, 0, 0], Buffer.concat(datas.map(record)))];
      });
      const { signal } = new AbortController();
      const stub = createStubResolver({
        servers: [server],
        timeout: 15,
        clock: systemClock,
        signal,
        random: Math.random,
      });
      const question = { host: HOST, port: 25, addresses: addresses("secure") };
      const { lookUps } = await lookUpDane(question, withDnssec(stub));
      assert.equal(lookUps[0]?.tlsa.outcome, outcome, what);
      assert.equal(lookUps[0].tlsa.associations?.length ?? 0, kept, what);
    }
  });
});
