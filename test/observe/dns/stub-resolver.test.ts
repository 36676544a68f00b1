import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dnsAnswer } from "../../../src/observe/schemas/observation.ts";
import { DNS_SOCKETS } from "../../../src/observe/bounds.ts";
import { asking } from "./asking.ts";
import { a, always } from "../../support/dns/records.ts";
import { reply, startServer } from "../../support/dns/scripted-answers.ts";

describe("one server answers", () => {
  test("an answer is told with its values, TTL, server and transport", async () => {
    const server = await startServer(
      always({ answers: [a("host.example.com", "192.0.2.1", 300), a("host.example.com", "192.0.2.2", 60)] }),
    );
    const { seconds, ...answer } = await asking([server]).query("Host.Example.COM.", "A");
    assert.ok(seconds >= 0);
    assert.deepEqual(answer, {
      name: "host.example.com",
      type: "A",
      outcome: "answer",
      rcode: "NOERROR",
      values: ["192.0.2.1", "192.0.2.2"],
      aliases: [],
      ttl: 60,
      authenticated: false,
      extendedErrors: [],
      server: `127.0.0.1:${String(server.port)}`,
      transport: "udp",
    });
  });

  test("the query asks for recursion, validation's word and 1232 octets, with checking on", async () => {
    const server = await startServer(always({}));
    await asking([server]).query("example.com", "MX");
    const [query] = server.received;
    assert.equal(query?.message.readUInt16BE(2), 0x0120);
    assert.deepEqual(query.packet.questions, [{ name: "example.com", type: "MX", class: "IN" }]);
    const [opt] = query.packet.additionals ?? [];
    assert.equal(opt?.type === "OPT" && opt.udpPayloadSize, 1232);
  });

  test("questions come with an id of their own, from several ports", async () => {
    const server = await startServer(always({}));
    const resolver = asking([server]);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => resolver.query(`n${String(index)}.example`, "A")),
    );
    assert.ok(new Set(server.received.map(({ packet }) => packet.id)).size > 15);
    assert.equal(new Set(server.received.map(({ from }) => from)).size, DNS_SOCKETS);
  });

  test("the root can be asked, and is written as a dot", async () => {
    const server = await startServer(
      always({ answers: [{ type: "NS", name: ".", data: "a.root.example" }] }),
    );
    const { name, outcome, values } = await asking([server]).query(".", "NS");
    assert.deepEqual([name, outcome, values], [".", "answer", ["a.root.example"]]);
    assert.equal(server.received[0]?.message.readUInt16BE(12), 0x0000);
  });

  test("a server is asked over IPv6", async () => {
    const server = await startServer(always({ answers: [a("host.example.com", "192.0.2.1")] }), "::1");
    const answer = await asking([server]).query("host.example.com", "A");
    assert.deepEqual([answer.outcome, answer.server], ["answer", `[::1]:${String(server.port)}`]);
  });

  test("what is no name is not asked", async () => {
    const server = await startServer(always({}));
    for (const name of ["", "a..example", `${"a".repeat(64)}.example`, "münchen.example"]) {
      const answer = dnsAnswer.parse(await asking([server]).query(name, "A"));
      assert.deepEqual([answer.outcome, answer.detail], ["malformed", "not a domain name"]);
    }
    assert.deepEqual(server.received, []);
  });
});

test("the description names the servers", () => {
  const servers = [
    { address: "192.0.2.53", port: 53 },
    { address: "2001:db8::53", port: 5353 },
  ];
  assert.equal(asking(servers).description, "192.0.2.53:53, [2001:db8::53]:5353");
});

test("hundreds of questions at once are all answered", async () => {
  const server = await startServer((query) => [reply(query, { answers: [a(query.name, "192.0.2.1")] })]);
  const resolver = asking([server]);
  const names = Array.from({ length: 500 }, (_, index) => `n${String(index)}.example`);
  const answers = await Promise.all(names.map((name) => resolver.query(name, "A")));
  assert.ok(answers.every(({ outcome, name }, index) => outcome === "answer" && name === names[index]));
});
