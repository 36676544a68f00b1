/** Asking a caIssuers name, with a real HTTP server on loopback and the hostile kinds of it. */
import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, test, type TestContext } from "node:test";
import { systemClock } from "../../../src/system/clock.ts";
import { issuerFetch } from "../../../src/observe/schemas/observation.ts";
import { MAX_ISSUER_FILE_OCTETS } from "../../../src/observe/bounds.ts";
import {
  fetchIssuer,
  type FetchedIssuer,
  type IssuerFetchTools,
} from "../../../src/observe/trust/issuer-fetch.ts";
import { directRoute, type Route } from "../../../src/observe/route/route.ts";
import { issue } from "../../support/certificates/issue.ts";
import { startRawServer } from "../../support/tcp/raw-server.ts";
import type { Script } from "../../support/tcp/raw-server.ts";
import { tableResolver } from "../../support/dns/table-resolver.ts";
import { watchedRoute } from "../smtp/probing.ts";

const intermediate = issue({ subject: "Intermediate", ca: true });

const RESOLVER = tableResolver({
  "A ca.test": ["127.0.0.1"],
  "A inside.test": ["10.0.0.1", "169.254.169.254"],
});

/** Port 80 of `pN.ca.test` is port N of this machine: a test cannot listen where CAs do. */
function lab(route: Route): Pick<IssuerFetchTools, "route" | "resolver"> {
  return {
    resolver: {
      description: "the lab",
      query: (name, type) => RESOLVER.query(name.replace(/^p\d+\./, ""), type),
    },
    route: {
      ...route,
      dial(destination, options) {
        assert.equal(destination.port, 80);
        const port = Number(/^p(\d+)\./.exec(destination.host)?.[1] ?? 80);
        return route.dial({ ...destination, port }, options);
      },
    },
  };
}

async function fetchFrom(
  name: string,
  { route = directRoute, ...differing }: Partial<IssuerFetchTools> = {},
): Promise<FetchedIssuer> {
  const fetched = await fetchIssuer(name, {
    ...lab(route),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 20,
    privateAllowed: true,
    ...differing,
  });
  assert.deepEqual(issuerFetch.parse(fetched.fact), fetched.fact);
  return fetched;
}

/** An HTTP server; gives the name of a file of it. */
async function serve(
  t: TestContext,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://p${String((server.address() as AddressInfo).port)}.ca.test/i.cer`;
}

/** A server that says exactly this. */
async function saying(t: TestContext, ...script: Script): Promise<string> {
  const server = await startRawServer({ host: "127.0.0.1" }, script);
  t.after(() => server.close());
  return `http://p${String(server.port)}.ca.test/`;
}

describe("a caIssuers name", () => {
  test("gives the certificate behind it, and is asked as a name by one plain GET", async (t) => {
    const seen: string[] = [];
    const name = await serve(t, ({ method, url, headers }, response) => {
      seen.push(`${method ?? ""} ${url ?? ""} ${(headers.host ?? "").replace(/^p\d+/, "pN")}`);
      response.end(intermediate.der);
    });
    const { fact, certificates } = await fetchFrom(`${name}?a=b#c`);
    assert.deepEqual([fact.outcome, fact.certificates], ["fetched", [intermediate.sha256]]);
    assert.deepEqual(certificates, [intermediate.der]);
    assert.deepEqual(seen, ["GET /i.cer?a=b pN.ca.test"]);
  });

  const answers: readonly [says: string, outcome: string, answer: (response: ServerResponse) => void][] = [
    ["that is not there", "http-status 404", (response) => response.writeHead(404).end("not here")],
    [
      "that leads elsewhere: nobody follows",
      "http-status 302",
      (response) => response.writeHead(302, { location: "http://127.0.0.1:25/" }).end(),
    ],
    ["without content", "http-status 204", (response) => response.writeHead(204).end()],
    ["that gives a page", "no-certificate", (response) => response.end("<html>Hello</html>")],
    ["that gives nothing", "no-certificate", (response) => response.end()],
    [
      "that is larger than it may be",
      "too-large",
      (response) => response.end(Buffer.alloc(MAX_ISSUER_FILE_OCTETS + 1)),
    ],
    [
      "that has no end",
      "too-large",
      (response) => {
        const more = (): void => {
          if (response.write(Buffer.alloc(16_384))) setImmediate(more);
          else response.once("drain", more);
        };
        more();
      },
    ],
    [
      "that breaks off",
      "broken-off ECONNRESET",
      (response) => {
        response.writeHead(200, { "content-length": "1000" });
        response.write("x", () => response.destroy());
      },
    ],
  ];
  for (const [says, outcome, answer] of answers) {
    test(`${says}: ${outcome}`, async (t) => {
      const name = await serve(t, (_, response) => answer(response));
      const { fact, certificates } = await fetchFrom(name);
      assert.equal([fact.outcome, fact.detail].filter(Boolean).join(" "), outcome);
      assert.deepEqual(certificates, []);
    });
  }

  const bytes: readonly [says: string, outcome: string, script: Script][] = [
    ["of a mail server", "broken-off", ["220 mx.own.test ESMTP\r\n"]],
    ["of a server that hangs up", "broken-off", [{ hangUp: "end" }]],
    ["of a server with endless headers", "broken-off", [`HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}`]],
  ];
  for (const [says, outcome, script] of bytes) {
    test(`${says}: ${outcome}`, async (t) => {
      const { fact } = await fetchFrom(await saying(t, ...script));
      assert.equal(fact.outcome, outcome);
    });
  }

  test("of a server that says nothing: timeout", async (t) => {
    const { fact } = await fetchFrom(await saying(t), { timeout: 0.05 });
    assert.deepEqual([fact.outcome, fact.certificates], ["timeout", []]);
  });

  test("of a server that gives an octet now and then: timeout", async (t) => {
    const drip = Array.from({ length: 50 }, () => ["x", { pause: 0.02 }] as const).flat();
    const { fact } = await fetchFrom(await saying(t, "HTTP/1.1 200 OK\r\n\r\n", ...drip), { timeout: 0.1 });
    assert.equal(fact.outcome, "timeout");
  });

  test("of a port where nothing listens: not-connected", async () => {
    const server = await startRawServer({ host: "127.0.0.1" }, []);
    await server.close();
    const { fact } = await fetchFrom(`http://p${String(server.port)}.ca.test/`);
    assert.deepEqual([fact.outcome, fact.detail], ["not-connected", "ECONNREFUSED"]);
  });

  test("after the end of the run: aborted, and nobody listens for its end any more", async () => {
    const signal = AbortSignal.abort();
    assert.equal((await fetchFrom("http://ca.test/", { signal })).fact.outcome, "aborted");
    assert.equal(getEventListeners(signal, "abort").length, 0);
  });

  const refused: readonly [name: string, outcome: string][] = [
    ["https://ca.test/", "not-asked"],
    ["ldap://ca.test/cn=Intermediate", "not-asked"],
    ["ftp://ca.test/", "not-asked"],
    ["file:///etc/passwd", "not-asked"],
    ["//ca.test/", "not-asked"],
    ["", "not-asked"],
    [`http://ca.test/${"x".repeat(3000)}`, "not-asked"],
    ["http://user:secret@ca.test/", "not-asked"],
    ["http://ca.test:25/", "not-asked"],
    ["http://ca.test:22/", "not-asked"],
    ["http://ca.test:443/", "not-asked"],
    ["http://ca.test:8080/", "not-asked"],
    ["http://ca.test:6379/", "not-asked"],
    ["http://ca.test:65535/", "not-asked"],
    ["http://ca.test:0/", "not-asked"],
    ["http://ca.test:80/", "address-not-public"],
    ["http://nowhere.test/", "no-address"],
    ["http://ca.test/", "address-not-public"],
    ["http://inside.test/", "address-not-public"],
    ["http://127.0.0.1/", "address-not-public"],
    ["http://0x7f.1/", "address-not-public"],
    ["http://2130706433/", "address-not-public"],
    ["http://169.254.169.254/latest/meta-data/", "address-not-public"],
    ["http://[::1]/", "address-not-public"],
    ["http://[::ffff:127.0.0.1]/", "address-not-public"],
    ["http://[fd00::1]/", "address-not-public"],
    ["http://localhost/", "address-not-public"],
    ["http://0.0.0.0/", "address-not-public"],
  ];
  for (const [name, outcome] of refused) {
    test(`${name.slice(0, 60)}: ${outcome}, and no connection is made`, async () => {
      const route = watchedRoute();
      const { fact } = await fetchFrom(name, { privateAllowed: false, route });
      assert.equal(fact.outcome, outcome);
      assert.equal(route.mostAtOnce, 0);
    });
  }

  test("goes the way of the run, to an address that the run's resolver gave", async (t) => {
    const name = await serve(t, (_, response) => response.end(intermediate.der));
    const route = watchedRoute();
    await fetchFrom(name, { route });
    assert.equal(route.mostAtOnce, 1);
  });
});
