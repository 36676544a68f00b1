/** The whole program where a server does not send its chain: what the certificate's caIssuers name gives decides. */
import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import { connect, type AddressInfo, type Server } from "node:net";
import { describe, test, type TestContext } from "node:test";
import type { Finding, Report } from "../../src/judge/report.ts";
import { rejudge } from "../../src/run/replay.ts";
import { check } from "../../src/run/run.ts";
import { startDnsServer } from "../support/dns/zone-server.ts";
import { issue, type Issued } from "../support/certificates/issue.ts";
import { startScriptedServer } from "../support/smtp/scripted-server.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";

const root = issue({ subject: "Root", ca: true });
const intermediate = issue({ subject: "Intermediate", ca: true, issuer: root });
const privateRoot = issue({ subject: "Private", ca: true });

async function listening(t: TestContext, server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  return (server.address() as AddressInfo).port;
}

/** A proxy that leads to another port of this machine where port 80 is wanted: nobody listens there in a test. */
async function startProxy(t: TestContext, webPort: number, locations: string[]): Promise<string> {
  const proxy = createServer();
  proxy.on("connect", ({ url = "" }, client) => {
    locations.push(url);
    const [host, port] = url.split(":");
    const upstream = connect({ host: host ?? "", port: port === "80" ? webPort : Number(port) }, () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on("error", () => upstream.destroy());
  });
  return `http://127.0.0.1:${String(await listening(t, proxy))}`;
}

interface Played {
  readonly report: Report;
  readonly host: RecordingHost;
  /** Requests that the CA's server heard. */
  readonly requests: readonly string[];
  /** Where the proxy was asked to connect. */
  readonly places: readonly string[];
}

const URL = "http://ca.test/issuer.cer";

/**
 * Runs against one server that serves a leaf of this issuer alone; `answer` is what the CA's web server does, and with
 * `named` the server is one that was named directly.
 */
async function play(
  t: TestContext,
  issuer: Issued,
  answer: RequestListener,
  settings: Readonly<Record<string, string>> = {},
  named = false,
): Promise<Played> {
  const requests: string[] = [];
  const web = createServer((request, response) => {
    requests.push(`${request.method ?? ""} ${request.url ?? ""}`);
    answer(request, response);
  });
  t.after(() => web.closeAllConnections());
  const locations: string[] = [];
  const proxy = await startProxy(t, await listening(t, web), locations);
  const leaf = issue({ subject: "mx.own.test", dnsNames: ["mx.own.test"], issuer, caIssuers: [URL] });
  const server = await startScriptedServer(
    { host: "127.0.0.1" },
    { name: "mx.own.test", tls: { chain: [leaf] } },
  );
  t.after(() => server.close());
  const dns = await startDnsServer({
    "own.test": { MX: [[10, "mx.own.test"]] },
    "mx.own.test": { A: ["127.0.0.1"] },
    "ca.test": { A: ["127.0.0.1"] },
  });
  t.after(() => dns.close());
  const host = new RecordingHost({ files: { "ca.pem": root.pem } });
  const report = await check(
    given({
      ...(named ? { servers: `mx.own.test:${String(server.port)}` } : { domains: "own.test" }),
      port: String(server.port),
      proxy,
      "dns-server": `127.0.0.1:${String(dns.port)}`,
      "ca-file": "ca.pem",
      "allow-private-addresses": "true",
      "relay-test": "off",
      "report-file": "report.json",
      ...settings,
    }),
    "command",
    host,
  );
  return { report, host, requests, places: locations };
}

function findingOf({ domains }: Report): Finding | undefined {
  const checks = domains[0]?.servers[0]?.endpoints[0]?.checks;
  return checks?.find((each) => each.check === "certificate")?.findings[0];
}

describe("a leaf that is served alone", () => {
  test("lacks its intermediate where the fetched one leads to a known root", async (t) => {
    const { report, requests } = await play(t, intermediate, (_, response) => {
      response.end(intermediate.der);
    });
    const { code, evidence } = findingOf(report) ?? assert.fail();
    assert.deepEqual(
      [code, evidence],
      ["cert-incomplete-chain", `completed with CN=Intermediate, fetched from ${URL}`],
    );
    assert.deepEqual(requests, ["GET /issuer.cer"]);
  });

  test("is of an unknown authority where the fetched issuer signs itself", async (t) => {
    const { report } = await play(t, privateRoot, (_, response) => response.end(privateRoot.der));
    const { code, message, evidence } = findingOf(report) ?? assert.fail();
    assert.equal(code, "cert-untrusted");
    assert.match(message, /the chain ends at CN=Private/);
    assert.equal(evidence, `its root is in no trust store: CN=Private, fetched from ${URL}`);
  });

  const failures: readonly [says: string, answer: RequestListener, evidence: string][] = [
    ["gives HTTP 404", (_, response) => response.writeHead(404).end(), "answers with HTTP status 404"],
    [
      "gives another certificate",
      (_, response) => response.end(privateRoot.der),
      "gives another certificate",
    ],
    ["gives none", (_, response) => response.end("<html>"), "gives no certificate"],
  ];
  for (const [says, answer, words] of failures) {
    test(`is judged as it came where the name ${says}, and the evidence says so`, async (t) => {
      const { report } = await play(t, intermediate, answer);
      const { code, evidence } = findingOf(report) ?? assert.fail();
      assert.deepEqual(
        [code, evidence],
        ["cert-incomplete-chain", `the certificate names ${URL} for its issuer, which ${words}`],
      );
    });
  }

  test("has its issuer fetched nowhere with fetch-issuers: false", async (t) => {
    const settings = { "fetch-issuers": "false" };
    const { report, requests } = await play(t, intermediate, (_, response) => response.end(), settings);
    assert.deepEqual([findingOf(report)?.code, requests], ["cert-incomplete-chain", []]);
  });

  test("has its issuer fetched from no address that is not public, unless those are allowed", async (t) => {
    const settings = { "allow-private-addresses": "false" };
    const { report, requests } = await play(t, intermediate, (_, response) => response.end(), settings, true);
    assert.deepEqual([findingOf(report)?.code, requests], ["cert-incomplete-chain", []]);
    assert.match(
      findingOf(report)?.evidence ?? "",
      /was not asked: its address is not public \(127\.0\.0\.1\)$/,
    );
  });

  test("has its issuer fetched the way of the run, from port 80", async (t) => {
    const { report, places: locations } = await play(t, intermediate, (_, response) =>
      response.end(intermediate.der),
    );
    assert.match(findingOf(report)?.evidence ?? "", /^completed with CN=Intermediate, fetched from /);
    assert.ok(locations.includes("127.0.0.1:80"), locations.join(" "));
  });

  test("is judged the same from what was recorded, without a packet", async (t) => {
    const { host, requests } = await play(t, intermediate, (_, response) => response.end(intermediate.der));
    const written = host.files.get("report.json");
    await rejudge(["report.json"], given({ "report-file": "again.json" }), undefined, host);
    const settings = (text = ""): unknown =>
      JSON.parse(text, (key, value: unknown) => (key === "policy" ? 0 : value));
    assert.deepEqual(settings(host.files.get("again.json")), settings(written));
    assert.equal(requests.length, 1);
  });
});
