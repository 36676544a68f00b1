/** A resolver that dies in mid-run: what it has answered is judged, and of the rest nothing is claimed. */
import assert from "node:assert/strict";
import { createSocket, type Socket } from "node:dgram";
import { after, before, describe, test } from "node:test";
import { startDnsServer, type DnsServer } from "../support/dns/zone-server.ts";
import type { Records } from "../support/dns/zone-records.ts";
import { listen, type RawServer } from "../support/tcp/raw-server.ts";
import { codesOf, readReport, runCommand } from "../support/run/product.ts";

const DOMAINS = Array.from({ length: 60 }, (_, index) => `d${String(index)}.test`);

let dns: DnsServer;
let server: RawServer;
before(async () => {
  const zones: Record<string, Records> = {};
  for (const [index, domain] of DOMAINS.entries()) {
    zones[domain] = { MX: [[10, `mx.${domain}`]] };
    zones[`mx.${domain}`] = { A: [`127.2.0.${String(index + 1)}`] };
  }
  dns = await startDnsServer(zones);
  server = await listen({ host: "0.0.0.0" }, (socket) => {
    socket.write("220 mx.own.test ESMTP\r\n");
    socket.on("data", () => socket.end("221 bye\r\n"));
  });
});
after(async () => {
  await dns.close();
  await server.close();
});

/** What a dying resolver does with a question: an answer, or nothing. */
type LastWords = (question: Buffer) => Buffer | undefined;

const rcode =
  (code: number): LastWords =>
  (question) => {
    const answer = Buffer.from(question);
    answer.writeUInt16BE(0x8180 | code, 2);
    // No additional records: EDNS is left out.
    answer.writeUInt16BE(0, 10);
    return answer.subarray(0, endOfQuestion(question));
  };

function endOfQuestion(message: Buffer): number {
  let at = 12;
  while ((message[at] ?? 0) !== 0) at += 1 + (message[at] ?? 0);
  return at + 5;
}

/** A resolver that answers so many questions, and then dies. */
async function mortalResolver(answers: number, lastWords: LastWords | "gone") {
  const front = createSocket("udp4");
  const behind: Socket[] = [];
  let asked = 0;
  let answered = 0;
  let closed = false;
  const close = (): void => {
    if (!closed) front.close();
    closed = true;
  };
  front.on("message", (question, from) => {
    const send = (answer: Buffer | undefined): void => {
      if (answer !== undefined && !closed) front.send(answer, from.port, from.address);
    };
    asked += 1;
    if (asked <= answers) {
      const socket = createSocket("udp4");
      behind.push(socket);
      socket.once("message", (answer) => {
        send(answer);
        socket.close();
        // A port that is closed before would take back answers that count.
        if (++answered === answers && lastWords === "gone") close();
      });
      socket.send(question, dns.port, "127.0.0.1");
    } else if (lastWords !== "gone") send(lastWords(question));
  });
  await new Promise<void>((resolve) => front.bind(0, "127.0.0.1", resolve));
  return { address: `127.0.0.1:${String(front.address().port)}`, close };
}

async function run(address: string, domains: readonly string[]) {
  const done = await runCommand([
    ...domains,
    `--dns-server=${address}`,
    `--port=${String(server.port)}`,
    "--checks=mx,connect,banner",
    "--timeout=2",
    "--allow-private-addresses",
    "--egress-control=off",
    "--report-file=report.json",
  ]);
  assert.doesNotMatch(done.stdout + done.stderr, /this is a bug|\n {4}at /);
  return { ...done, report: readReport(done.folder, "report.json") };
}

describe("a resolver dies after a number of answers", () => {
  const ways: readonly [string, LastWords | "gone", readonly string[]][] = [
    ["in silence", () => undefined, ["dns-resolver-broken", "dns-timeout"]],
    ["and its port is closed", "gone", ["dns-resolver-broken", "dns-timeout"]],
    ["and says SERVFAIL to everything", rcode(2), ["dns-resolver-broken"]],
    ["and says REFUSED to everything", rcode(5), ["dns-refused", "dns-resolver-broken"]],
  ];
  for (const [name, lastWords, allowed] of ways) {
    test(name, async () => {
      const resolver = await mortalResolver(100, lastWords);
      try {
        const { report, status } = await run(resolver.address, DOMAINS);
        const results = Map.groupBy(report.domains, ({ result }) => result);
        // Where it died between the A and the AAAA answer, senders deliver over IPv4: a warning.
        const told = [...results.keys()].filter((result) => result !== "warn");
        assert.deepEqual(told.sort(), ["inconclusive", "pass"]);
        for (const { servers } of results.get("pass") ?? [])
          assert.deepEqual(
            servers.map(({ result }) => result),
            ["pass"],
          );
        const codes = codesOf(report).filter((code) => code !== "mx-private-address");
        assert.ok(codes.length > 0);
        assert.deepEqual(
          codes.filter((code) => !allowed.includes(code)),
          [],
        );
        assert.equal(status, 3);
      } finally {
        resolver.close();
      }
    });
  }

  test("after a domain that was broken before: that the root resolved then says nothing of what comes later", async () => {
    const servfail = rcode(2);
    const waiting: (() => void)[] = [];
    let rootAnswered = false;
    const front = createSocket("udp4");
    front.on("message", (question, { port }) => {
      const send = (answer: Buffer | undefined): void => front.send(answer ?? "", port);
      if (question.includes("spoiled")) send(servfail(question));
      else if (endOfQuestion(question) === 17 && !rootAnswered) {
        // An empty answer without an error: the root is there.
        send(rcode(0)(question));
        rootAnswered = true;
        // By then the resolver is dead.
        setTimeout(() => waiting.forEach((fail) => fail()), 300);
      } else if (!rootAnswered) waiting.push(() => send(servfail(question)));
      else send(servfail(question));
    });
    await new Promise<void>((resolve) => front.bind(0, "127.0.0.1", resolve));
    try {
      const address = `127.0.0.1:${String(front.address().port)}`;
      const { report } = await run(address, ["spoiled.test", ...DOMAINS]);
      const codes = report.domains.map(({ checks }) => checks[0]?.findings[0]?.code);
      // A question that failed is asked again after a while: by then the resolver is dead for the first domain, too.
      assert.equal(codes[0], "dns-resolver-broken");
      assert.deepEqual([...new Set(codes.slice(1))].sort(), ["dns-resolver-broken", "dns-timeout"]);
    } finally {
      front.close();
    }
  });
});
