import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect } from "node:net";
import { after, before, describe, test } from "node:test";
import * as packet from "dns-packet";
import type { DecodedPacket, RecordType } from "dns-packet";
import { startDnsServer } from "./zone-server.ts";
import type { DnsServer } from "./zone-server.ts";

interface Ask {
  name: string;
  type: RecordType;
  flags?: number;
  edns?: number;
}

function queryOf({ name, type, flags = packet.RECURSION_DESIRED, edns }: Ask): Buffer {
  const additionals: packet.Answer[] =
    edns === undefined
      ? []
      : [
          {
            type: "OPT",
            name: ".",
            udpPayloadSize: edns,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: 0,
            flag_do: false,
            options: [],
          },
        ];
  return packet.encode({ type: "query", id: 4711, flags, questions: [{ type, name }], additionals });
}

/** The rcode as a word; the library's types leave the field out. */
function rcodeOf(answer: DecodedPacket): unknown {
  return Reflect.get(answer, "rcode");
}

describe("the name server of the lab", () => {
  const many = Array.from({ length: 60 }, (_, index) => [10, `mx${String(index)}.many.test`] as const);
  let server: DnsServer;
  before(async () => {
    server = await startDnsServer({
      "example.test": {
        MX: [
          [10, "mx1.example.test"],
          [20, "mx2.example.test"],
        ],
        ttl: 77,
      },
      "mx1.example.test": { A: ["127.0.0.2", "127.0.0.3"], AAAA: ["::1"] },
      "alias.test": { CNAME: "alias2.test" },
      "alias2.test": { CNAME: "mx1.example.test" },
      "loop.test": { CNAME: "loop2.test" },
      "loop2.test": { CNAME: "loop.test" },
      "dangling.test": { CNAME: "gone.test" },
      "null.test": { MX: [[0, "."]] },
      "deep.under.test": { A: ["127.0.0.9"] },
      "broken.test": { rcode: "SERVFAIL", extendedErrors: [{ code: 22, text: "No Reachable Authority" }] },
      "refused.test": { rcode: "REFUSED" },
      "bogus.test": { bogus: true, MX: [[10, "mx1.example.test"]] },
      "signed.test": { authenticated: true, A: ["127.0.0.2"] },
      "silent.test": { silent: true },
      "lossy.test": { lose: 1, A: ["127.0.0.2"] },
      "short.test": { truncated: true, A: ["127.0.0.2"] },
      "raw.test": { raw: Buffer.from("0000ffff", "hex") },
      "many.test": { MX: many },
    });
  });
  after(() => server.close());

  async function overUdp(ask: Ask): Promise<Buffer> {
    const socket = createSocket("udp4");
    socket.send(queryOf(ask), server.port, "127.0.0.1");
    const [message] = (await once(socket, "message")) as [Buffer];
    socket.close();
    return message;
  }
  async function udp(ask: Ask): Promise<DecodedPacket> {
    return packet.decode(await overUdp(ask));
  }
  async function tcp(asks: readonly Ask[]): Promise<DecodedPacket[]> {
    const socket = connect(server.port, "127.0.0.1");
    const framed = asks.map(queryOf).map((query) => Buffer.concat([Buffer.from([0, query.length]), query]));
    socket.write(Buffer.concat(framed));
    const answers: DecodedPacket[] = [];
    let received: Buffer = Buffer.alloc(0);
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        const end = 2 + received.readUInt16BE(0);
        answers.push(packet.decode(received.subarray(2, end)));
        received = received.subarray(end);
      }
      if (answers.length === asks.length) break;
    }
    return answers;
  }

  const cases: readonly { says: string; ask: Ask; rcode: string; data: readonly unknown[] }[] = [
    {
      says: "MX records come with preference and exchange",
      ask: { name: "example.test", type: "MX" },
      rcode: "NOERROR",
      data: [
        { preference: 10, exchange: "mx1.example.test" },
        { preference: 20, exchange: "mx2.example.test" },
      ],
    },
    {
      says: "names are found in any case",
      ask: { name: "MX1.Example.TEST", type: "A" },
      rcode: "NOERROR",
      data: ["127.0.0.2", "127.0.0.3"],
    },
    {
      says: "addresses of both families",
      ask: { name: "mx1.example.test", type: "AAAA" },
      rcode: "NOERROR",
      data: ["::1"],
    },
    {
      says: "a null MX has the root as exchange",
      ask: { name: "null.test", type: "MX" },
      rcode: "NOERROR",
      data: [{ preference: 0, exchange: "." }],
    },
    {
      says: "a name without records of that type gives NODATA",
      ask: { name: "example.test", type: "A" },
      rcode: "NOERROR",
      data: [],
    },
    {
      says: "a name above an existing one gives NODATA",
      ask: { name: "under.test", type: "A" },
      rcode: "NOERROR",
      data: [],
    },
    {
      says: "an unknown name gives NXDOMAIN",
      ask: { name: "nowhere.test", type: "MX" },
      rcode: "NXDOMAIN",
      data: [],
    },
    {
      says: "CNAME chains are followed",
      ask: { name: "alias.test", type: "A" },
      rcode: "NOERROR",
      data: ["alias2.test", "mx1.example.test", "127.0.0.2", "127.0.0.3"],
    },
    {
      says: "a CNAME into nowhere gives NXDOMAIN and the link",
      ask: { name: "dangling.test", type: "A" },
      rcode: "NXDOMAIN",
      data: ["gone.test"],
    },
    {
      says: "a CNAME that is asked for is the answer",
      ask: { name: "alias.test", type: "CNAME" },
      rcode: "NOERROR",
      data: ["alias2.test"],
    },
    {
      says: "a CNAME loop ends",
      ask: { name: "loop.test", type: "A" },
      rcode: "NOERROR",
      data: ["loop2.test", "loop.test"],
    },
    { says: "SERVFAIL is SERVFAIL", ask: { name: "broken.test", type: "MX" }, rcode: "SERVFAIL", data: [] },
    { says: "REFUSED is REFUSED", ask: { name: "refused.test", type: "MX" }, rcode: "REFUSED", data: [] },
    {
      says: "a bogus zone is SERVFAIL",
      ask: { name: "bogus.test", type: "MX" },
      rcode: "SERVFAIL",
      data: [],
    },
    {
      says: "a bogus zone answers where checking is disabled",
      ask: { name: "bogus.test", type: "MX", flags: packet.RECURSION_DESIRED | packet.CHECKING_DISABLED },
      rcode: "NOERROR",
      data: [{ preference: 10, exchange: "mx1.example.test" }],
    },
    {
      says: "the root has name servers",
      ask: { name: ".", type: "NS" },
      rcode: "NOERROR",
      data: ["a.root-servers.net", "b.root-servers.net"],
    },
  ];
  for (const { says, ask, rcode, data } of cases) {
    test(says, async () => {
      const answer = await udp(ask);
      assert.equal(answer.id, 4711);
      assert.equal(rcodeOf(answer), rcode);
      const seen = (answer.answers ?? []).map((record) => ("data" in record ? record.data : undefined));
      assert.deepEqual(
        seen.map((value) => structuredClone(value)),
        data,
      );
      assert.equal(answer.flag_ra, true);
      assert.equal(answer.questions?.[0]?.name, ask.name);
    });
  }

  test("TTL and AD are as configured; AA only where recursion is not asked for", async () => {
    const listed = (await udp({ name: "example.test", type: "MX" })).answers?.[0];
    assert.ok(listed !== undefined && "ttl" in listed);
    assert.equal(listed.ttl, 77);
    const signed = await udp({ name: "signed.test", type: "A" });
    assert.deepEqual([signed.flag_ad, signed.flag_aa], [true, false]);
    const direct = await udp({ name: "example.test", type: "MX", flags: 0 });
    assert.deepEqual([direct.flag_ad, direct.flag_aa], [false, true]);
  });

  test("what does not fit is truncated over UDP, by the size that the question allows, and whole over TCP", async () => {
    const small = await udp({ name: "many.test", type: "MX" });
    assert.deepEqual([small.flag_tc, small.answers?.length], [true, 0]);
    const large = await udp({ name: "many.test", type: "MX", edns: 4096 });
    assert.deepEqual([large.flag_tc, large.answers?.length], [false, 60]);
    const forced = await udp({ name: "short.test", type: "A" });
    assert.deepEqual([forced.flag_tc, forced.answers?.length], [true, 0]);
    const whole = await tcp([
      { name: "many.test", type: "MX" },
      { name: "short.test", type: "A" },
    ]);
    assert.deepEqual(
      whole.map((answer) => [answer.flag_tc, answer.answers?.length]),
      [
        [false, 60],
        [false, 1],
      ],
    );
  });

  test("extended errors are told to those who speak EDNS", async () => {
    const answer = await udp({ name: "broken.test", type: "MX", edns: 1232 });
    const opt = answer.additionals?.[0];
    assert.ok(opt?.type === "OPT");
    // The types of dns-packet know no option of this code.
    const option: unknown = opt.options[0];
    assert.ok(typeof option === "object" && option !== null && "code" in option && "data" in option);
    const { code, data } = option;
    assert.equal(code, 15);
    assert.ok(Buffer.isBuffer(data));
    assert.equal(data.subarray(2).toString(), "No Reachable Authority");
    assert.deepEqual((await udp({ name: "broken.test", type: "MX" })).additionals, []);
  });

  test("raw bytes go out as they are, with the question's identifier", async () => {
    assert.equal((await overUdp({ name: "raw.test", type: "A" })).toString("hex"), "1267ffff");
  });

  test("a silent name stays silent, a lossy one answers the second time", async () => {
    const socket = createSocket("udp4");
    const answers: (string | undefined)[] = [];
    socket.on("message", (message) => answers.push(packet.decode(message).questions?.[0]?.name));
    for (const name of ["silent.test", "lossy.test", "lossy.test", "mx1.example.test"]) {
      socket.send(queryOf({ name, type: "A" }), server.port, "127.0.0.1");
    }
    while (!answers.includes("mx1.example.test")) await once(socket, "message");
    socket.close();
    assert.deepEqual(answers, ["lossy.test", "mx1.example.test"]);
  });

  test("records change while it runs, and every question is on record", async () => {
    const before = server.asked.length;
    assert.equal(rcodeOf(await udp({ name: "new.test", type: "MX" })), "NXDOMAIN");
    server.set("new.test", { MX: [[5, "mx.new.test"]] });
    assert.equal((await udp({ name: "new.test", type: "MX" })).answers?.length, 1);
    server.set("new.test", undefined);
    assert.equal(
      rcodeOf((await tcp([{ name: "new.test", type: "MX" }]))[0] ?? assert.fail("no answer")),
      "NXDOMAIN",
    );
    assert.deepEqual(
      server.asked.slice(before).map(({ name, type, transport }) => `${name} ${type} ${transport}`),
      ["new.test MX udp", "new.test MX udp", "new.test MX tcp"],
    );
  });

  test("nonsense is not answered and does no harm", async () => {
    const socket = createSocket("udp4");
    socket.send(Buffer.from("nonsense"), server.port, "127.0.0.1");
    socket.send(Buffer.alloc(0), server.port, "127.0.0.1");
    socket.send(queryOf({ name: "example.test", type: "MX" }), server.port, "127.0.0.1");
    const [message] = (await once(socket, "message")) as [Buffer];
    socket.close();
    assert.equal(packet.decode(message).answers?.length, 2);
  });
});
