/** DNS over HTTPS through proxies: it reaches its server, and where it does not, the proxy is what is named. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:https";
import { describe, test, type TestContext } from "node:test";
import * as packet from "dns-packet";
import { systemClock } from "../../../src/system/clock.ts";
import { createHttpsResolver } from "../../../src/observe/dns/https.ts";
import type { Route } from "../../../src/observe/route/route.ts";
import { openAuthority } from "../../support/certificates/authority.ts";
import { scriptedProxy, startProxy } from "../route/proxies.ts";

const authority = openAuthority(new Date());

/** A DoH server at an address, which answers every question with one MX record. */
async function startServer(t: TestContext, host: string): Promise<number> {
  const [leaf, intermediate] = authority.stage.chainFor("localhost", {
    dnsNames: ["localhost"],
    ipAddresses: ["127.0.0.1", "::1"],
  });
  const server = createServer(
    { cert: leaf.pem + intermediate.pem, key: leaf.keyPem },
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { id = 0, questions = [] } = packet.decode(Buffer.concat(chunks));
        const data = { preference: 10, exchange: "mx1.own.test" };
        const answers = questions.map(({ name }) => ({ type: "MX" as const, name, data }));
        response.writeHead(200, { "content-type": "application/dns-message" });
        response.end(
          packet.encode({ type: "response", id, flags: packet.RECURSION_AVAILABLE, questions, answers }),
        );
      });
    },
  );
  server.listen(0, host);
  await once(server, "listening");
  t.after(() => server.close());
  const bound = server.address();
  assert.ok(bound !== null && typeof bound === "object");
  return bound.port;
}

async function ask(t: TestContext, url: string, route: Route) {
  const ending = new AbortController();
  t.after(() => ending.abort());
  const resolver = createHttpsResolver({
    url: new URL(url),
    route,
    trustAnchors: [authority.root.pem],
    timeout: 10,
    clock: systemClock,
    signal: ending.signal,
  });
  const { outcome, exchanges, detail } = await resolver.query("own.test", "MX");
  return { outcome, exchanges, detail };
}

const ANSWER = {
  outcome: "answer",
  exchanges: [{ preference: 10, exchange: "mx1.own.test" }],
  detail: undefined,
};

for (const scheme of ["socks5", "http"] as const) {
  describe(`through a proxy (${scheme})`, () => {
    test("a server by name is asked; the proxy looks the name up", async (t) => {
      const port = await startServer(t, "127.0.0.1");
      const proxy = await startProxy(t, scheme);
      assert.deepEqual(await ask(t, `https://localhost:${String(port)}/dns-query`, proxy.route), ANSWER);
      assert.deepEqual(proxy.asked, [`localhost:${String(port)}`]);
    });

    test("a server by IPv6 address is asked", async (t) => {
      const port = await startServer(t, "::1");
      const proxy = await startProxy(t, scheme);
      assert.deepEqual(await ask(t, `https://[::1]:${String(port)}/dns-query`, proxy.route), ANSWER);
      assert.equal(proxy.asked.length, 1);
    });

    test("a server that the rules forbid is not reached, and the proxy is named", async (t) => {
      const { route } = await startProxy(t, scheme, { ports: [25] });
      const { outcome, detail } = await ask(t, "https://localhost:443/dns-query", route);
      assert.equal(outcome, "unreachable");
      assert.match(detail ?? "", /^proxy-failed (SOCKS5_2 its rules do not|HTTP_403 it does not) allow/);
    });
  });
}

test("a proxy that refuses the password is named", async (t) => {
  const route = await scriptedProxy(t, { scheme: "http", username: "me", password: "hunter2" }, [
    { until: /\r\n\r\n/ },
    "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
    { hangUp: "end" },
  ]);
  const { outcome, detail } = await ask(t, "https://localhost:443/dns-query", route);
  assert.equal(outcome, "unreachable");
  assert.match(detail ?? "", /proxy-failed HTTP_407 it refuses this user name and password/);
  assert.doesNotMatch(detail ?? "", /hunter2/);
});
