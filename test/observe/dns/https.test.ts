/** DNS over HTTPS, asked of a server of our own: straight, and what it is when the server fails. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:https";
import { describe, test, type TestContext } from "node:test";
import * as packet from "dns-packet";
import { systemClock } from "../../../src/system/clock.ts";
import { withDnssec } from "../../../src/observe/dns/dnssec.ts";
import { createHttpsResolver } from "../../../src/observe/dns/https.ts";
import { directRoute } from "../../../src/observe/route/route.ts";
import { openAuthority } from "../../support/certificates/authority.ts";

const authority = openAuthority(new Date());

/** A DoH server that knows one MX record, and the types of what it was sent. */
async function startServer(t: TestContext, status = 200) {
  const [leaf, intermediate] = authority.stage.chainFor("localhost");
  const seen: string[] = [];
  const server = createServer(
    { cert: leaf.pem + intermediate.pem, key: leaf.keyPem },
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { id = 0, questions = [], additionals = [] } = packet.decode(Buffer.concat(chunks));
        seen.push(`${request.method ?? ""} ${request.headers["content-type"] ?? ""} ${String(id)}`);
        const answers = questions.map(({ name, type }): packet.Answer =>
          type === "NS"
            ? { type, name, data: "a.root.example" }
            : { type: "MX", name, data: { preference: 10, exchange: "mx1.own.test" } },
        );
        const [opt] = additionals;
        // It says so only to those who know of DNSSEC.
        const flags =
          packet.RECURSION_AVAILABLE | (opt?.type === "OPT" && opt.flag_do ? packet.AUTHENTIC_DATA : 0);
        response.writeHead(status, { "content-type": "application/dns-message" });
        response.end(packet.encode({ type: "response", id, flags, questions, answers }));
      });
    },
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const bound = server.address();
  assert.ok(bound !== null && typeof bound === "object");
  const ending = new AbortController();
  t.after(() => ending.abort());
  const resolver = (trustAnchors: readonly string[]) =>
    createHttpsResolver({
      url: new URL(`https://localhost:${String(bound.port)}/dns-query`),
      route: directRoute,
      trustAnchors,
      timeout: 10,
      clock: systemClock,
      signal: ending.signal,
    });
  return { seen, resolver };
}

describe("DNS over HTTPS", () => {
  test("answers as any other resolver does", async (t) => {
    const { seen, resolver } = await startServer(t);
    const answer = await resolver([authority.root.pem]).query("own.test", "MX");
    assert.deepEqual(
      [answer.outcome, answer.exchanges, answer.transport],
      ["answer", [{ preference: 10, exchange: "mx1.own.test" }], "https"],
    );
    assert.deepEqual(seen, ["POST application/dns-message 0"]);
  });

  test("tells its DNSSEC status, by the form of asking that brings it", async (t) => {
    const { resolver } = await startServer(t);
    const seeing = withDnssec(resolver([authority.root.pem]));
    const answer = await seeing.query("own.test", "MX");
    assert.deepEqual(
      [answer.dnssec, answer.authenticated, seeing.dnssec?.()?.asksBy],
      ["secure", true, "do"],
    );
  });

  test("is not taken from a server that nobody vouches for", async (t) => {
    const { seen, resolver } = await startServer(t);
    const answer = await resolver([]).query("own.test", "MX");
    assert.deepEqual([answer.outcome, seen], ["unreachable", []]);
  });

  test("keeps the status of a server that will not answer", async (t) => {
    const { resolver } = await startServer(t, 403);
    const answer = await resolver([authority.root.pem]).query("own.test", "MX");
    assert.deepEqual([answer.outcome, answer.detail], ["refused", "HTTP 403"]);
  });
});
