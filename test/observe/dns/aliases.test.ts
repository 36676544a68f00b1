import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Answer } from "dns-packet";
import { answerOf, asking } from "./asking.ts";
import { a, always, cname, soa } from "../../support/dns/records.ts";
import { FLAGS, RCODES, rawReply, reply, startServer } from "../../support/dns/scripted-answers.ts";
import type { Query } from "../../support/dns/name-server.ts";
import type { Script } from "../../support/dns/scripted-answers.ts";
import { ALIAS_LIMIT } from "../../../src/text/bounds.ts";

describe("aliases", () => {
  const chain = (length: number, from = 0): Answer[] =>
    Array.from({ length }, (_, index) => {
      const name = from + index === 0 ? "host.example.com" : `a${String(from + index)}.example`;
      return cname(name, `a${String(from + index + 1)}.example`, 100 + index);
    });

  test("are followed inside the answer, in whatever order its records come", async () => {
    const answers = [a("a3.example", "192.0.2.1", 500), ...chain(3).toReversed()];
    const answer = await answerOf(always({ answers }));
    assert.deepEqual(answer.aliases, ["a1.example", "a2.example", "a3.example"]);
    assert.deepEqual([answer.outcome, answer.values, answer.ttl], ["answer", ["192.0.2.1"], 100]);
  });

  test("are followed by further questions where the answer ends early, and all must be validated", async () => {
    const server = await startServer((query) => [
      query.name === "host.example.com"
        ? reply(query, { answers: chain(2) })
        : reply(query, { flags: FLAGS.RA | FLAGS.AD, answers: [a("a2.example", "192.0.2.1", 50)] }),
    ]);
    const answer = await asking([server]).query("host.example.com", "A");
    assert.deepEqual([answer.outcome, answer.values, answer.ttl], ["answer", ["192.0.2.1"], 50]);
    assert.deepEqual([answer.name, answer.aliases], ["host.example.com", ["a1.example", "a2.example"]]);
    assert.equal(answer.authenticated, false);
    assert.deepEqual(
      server.received.map(({ name }) => name),
      ["host.example.com", "a2.example"],
    );
  });

  test("need no further question where the SOA of the target's zone denies the data", async () => {
    const server = await startServer(
      always({ answers: [cname("host.example.com", "www.example.com")], authorities: [soa] }),
    );
    const answer = await asking([server]).query("host.example.com", "A");
    assert.deepEqual(
      [answer.outcome, answer.aliases, server.received.length],
      ["nodata", ["www.example.com"], 1],
    );
  });

  test("that end in a name that does not exist are a name that does not exist", async () => {
    const answer = await answerOf(always({ rcode: RCODES.NXDOMAIN, answers: chain(1) }));
    assert.deepEqual([answer.outcome, answer.aliases], ["nxdomain", ["a1.example"]]);
  });

  test("keep what was passed when a further question fails", async () => {
    const answer = await answerOf((query) => [
      query.name === "host.example.com"
        ? reply(query, { answers: chain(1) })
        : reply(query, { rcode: RCODES.SERVFAIL }),
    ]);
    assert.deepEqual([answer.outcome, answer.aliases], ["servfail", ["a1.example"]]);
  });

  test("in a circle inside the answer are a loop", async () => {
    const answer = await answerOf(
      always({ answers: [cname("host.example.com", "b.example"), cname("b.example", "host.example.com")] }),
    );
    assert.deepEqual(
      [answer.outcome, answer.aliasLoop, answer.aliases],
      ["nodata", true, ["b.example", "host.example.com"]],
    );
  });

  test("in a circle over several questions are a loop", async () => {
    const server = await startServer((query) => [
      reply(query, { answers: [cname(query.name, query.name === "b.example" ? "c.example" : "b.example")] }),
    ]);
    const answer = await asking([server]).query("host.example.com", "A");
    assert.deepEqual([answer.outcome, answer.aliasLoop], ["nodata", true]);
    assert.deepEqual(answer.aliases, ["b.example", "c.example", "b.example"]);
  });

  test("are followed as far as the limit", async () => {
    const answers = [...chain(ALIAS_LIMIT), a(`a${String(ALIAS_LIMIT)}.example`, "192.0.2.1")];
    const answer = await answerOf(always({ answers }));
    assert.deepEqual(
      [answer.outcome, answer.aliasLoop, answer.aliases.length],
      ["answer", undefined, ALIAS_LIMIT],
    );
  });

  test("past the limit are too many and no circle, in one answer or over several", async () => {
    const answers = [...chain(ALIAS_LIMIT + 1), a(`a${String(ALIAS_LIMIT + 1)}.example`, "192.0.2.1")];
    const endless: Script = (query) => [
      reply(query, {
        answers: chain(1, Number(/\d+/.exec(query.name)?.[0] ?? 0)),
      }),
    ];
    for (const script of [always({ answers }), endless]) {
      const answer = await answerOf(script);
      assert.deepEqual(
        [answer.outcome, answer.aliasLoop, answer.aliasLimit, answer.aliases.length],
        ["nodata", undefined, ALIAS_LIMIT, ALIAS_LIMIT + 1],
      );
      assert.deepEqual(answer.values, []);
    }
  });

  test("are not followed where CNAME itself is asked for", async () => {
    const server = await startServer(
      always({ answers: [cname("host.example.com", "b.example"), a("b.example", "192.0.2.1")] }),
    );
    const answer = await asking([server]).query("host.example.com", "CNAME");
    assert.deepEqual([answer.values, answer.aliases], [["b.example"], []]);
  });

  test("with a dot or any octet within a label are asked for and told faithfully", async () => {
    // host.example.com CNAME "a.b" "\xff\x00" "example"
    const target = Buffer.concat([Buffer.from("\x03a.b\x02\xff\x00\x07example\x00", "latin1")]);
    const record = Buffer.concat([
      Buffer.from([0xc0, 0x0c, 0, 5, 0, 1, 0, 0, 0, 9, 0, target.length]),
      target,
    ]);
    const server = await startServer((query) => [
      query.message.includes("host") ? rawReply(query, [1, 0, 0], record) : echoed(query),
    ]);
    const echoed = (query: Query): Buffer => {
      const message = Buffer.from(query.message);
      message.writeUInt16BE(0x8183, 2);
      return message;
    };
    const answer = await asking([server]).query("host.example.com", "A");
    assert.deepEqual([answer.outcome, answer.aliases], ["nxdomain", [String.raw`a\046b.\255\000.example`]]);
    assert.ok(server.received[1]?.message.includes(target));
  });
});
