/** Fetching an MTA-STS policy, from sound policy hosts on loopback and from the hostile kinds of them. */
import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import { systemClock, type Clock } from "../../../src/system/clock.ts";
import { Turns } from "../../../src/system/turns.ts";
import {
  MAX_POLICY_HEADER_OCTETS,
  MAX_POLICY_OCTETS,
  POLICY_FETCH_SECONDS,
} from "../../../src/observe/bounds.ts";
import type { PolicyFetch } from "../../../src/observe/observation.ts";
import { policyFetch } from "../../../src/observe/schemas/observation.ts";
import { directRoute, type Destination } from "../../../src/observe/route/route.ts";
import { fetchPolicy, type PolicyFetchTools } from "../../../src/observe/sts/policy-fetch.ts";
import { webContext } from "../../../src/observe/tls/contexts.ts";
import { createTrustStores } from "../../../src/observe/trust/stores.ts";
import { openAuthority } from "../../support/certificates/authority.ts";
import type { Issued } from "../../support/certificates/issue.ts";
import { tableResolver, type Entry } from "../../support/dns/table-resolver.ts";
import { response, startPolicyHost, type PolicyHost, type Saying } from "../../support/web/policy-host.ts";

const HOST = "mta-sts.own.test";
const TEXT = "version: STSv1\r\nmode: none\r\nmax_age: 86400\r\n";

const { stage, root } = openAuthority(new Date());

interface Play {
  readonly says?: readonly Saying[];
  readonly chain?: readonly Issued[];
  readonly old?: true;
  readonly records?: Readonly<Record<string, Entry>>;
  readonly clock?: Clock;
  readonly tools?: Partial<PolicyFetchTools>;
  /** What the host is told about: the destinations that were dialled. */
  readonly dialled?: Destination[];
}

interface Fetched {
  readonly fetch: PolicyFetch;
  readonly host: PolicyHost;
}

async function fetchFrom(t: TestContext, play: Play = {}): Promise<Fetched> {
  const {
    says = [response(TEXT)],
    chain = stage.chainFor(HOST),
    old,
    clock = systemClock,
    dialled = [],
  } = play;
  const host = await startPolicyHost({ says, chain, ...(old && { old }) });
  t.after(() => host.close());
  const trust = createTrustStores([{ store: "bundled", read: () => [root.pem] }]);
  const fetch = await fetchPolicy("own.test", {
    resolver: tableResolver({ [`A ${HOST}`]: ["127.0.0.1"], ...play.records }),
    route: {
      ...directRoute,
      dial: (destination, options) => {
        dialled.push(destination);
        return directRoute.dial({ ...destination, port: host.port }, options);
      },
    },
    clock,
    trust,
    turns: new Turns(),
    signal: new AbortController().signal,
    timeout: 20,
    privateAllowed: true,
    context: () => webContext(trust.pems()),
    watch: () => ({
      signal: new AbortController().signal,
      began: () => undefined,
      dialled: () => undefined,
      answered: () => undefined,
      ended: () => undefined,
    }),
    keepCertificates: () => undefined,
    ...play.tools,
  });
  // What is recorded fits the schema of reports.
  assert.deepEqual(policyFetch.parse(fetch), fetch);
  return { fetch, host };
}

/** The machine's clock, on which the whole time for a policy is over at once when the host was asked. */
function hastyClock(): Clock {
  return {
    ...systemClock,
    sleep: (seconds, signal) => systemClock.sleep(seconds === POLICY_FETCH_SECONDS ? 0.5 : seconds, signal),
  };
}

describe("a policy", () => {
  test("comes with what says something of it", async (t) => {
    const { fetch } = await fetchFrom(t);
    const { outcome, status, contentType, body, address, namesHost, tls } = fetch;
    assert.deepEqual(
      { outcome, status, contentType, body, address, namesHost },
      {
        outcome: "answered",
        status: 200,
        contentType: "text/plain",
        body: TEXT,
        address: "127.0.0.1",
        namesHost: true,
      },
    );
    assert.deepEqual([tls?.outcome, tls?.opensslVerdict, tls?.serverName], ["done", "OK", HOST]);
  });

  test("is asked for once, with one GET that asks for nothing compressed and says who asks", async (t) => {
    const dialled: Destination[] = [];
    const { host } = await fetchFrom(t, { dialled });
    assert.equal(host.heard.length, 1);
    const [request = ""] = host.heard;
    assert.match(request, /^GET \/\.well-known\/mta-sts\.txt HTTP\/1\.1\r\n/);
    assert.match(request, /^host: mta-sts\.own\.test\r$/im);
    assert.match(request, /^accept-encoding: identity\r$/im);
    assert.match(request, /^user-agent: mx-gate\r$/im);
    assert.deepEqual(dialled, [{ host: HOST, address: "127.0.0.1", port: 443 }]);
  });

  test("is kept to the octet, whatever it is encoded in", async (t) => {
    const { fetch } = await fetchFrom(t, { says: [response("\x80\xff\0")] });
    assert.equal(fetch.body, "\x80\xff\0");
  });
});

describe("nothing is asked", () => {
  const strangers: readonly (readonly [string, () => readonly Issued[], string])[] = [
    [
      "of a host whose certificate is self-signed",
      () => [stage.selfSigned(HOST)],
      "DEPTH_ZERO_SELF_SIGNED_CERT",
    ],
    [
      "of a host whose certificate has expired",
      () => stage.chainFor(HOST, { notAfter: new Date(Date.now() - 1000) }),
      "CERT_HAS_EXPIRED",
    ],
    ["of a host whose certificate names another one", () => stage.chainFor("own.test"), "OK"],
    [
      "of a host that its certificate names in the common name alone",
      () => stage.chainFor(HOST, { dnsNames: [] }),
      "OK",
    ],
    [
      "of a host that sends no intermediate",
      () => stage.chainFor(HOST).slice(0, 1),
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    ],
    [
      "of a host whose certificate is for clients",
      () => stage.chainFor(HOST, { extendedKeyUsage: ["clientAuth"] }),
      "INVALID_PURPOSE",
    ],
  ];
  for (const [what, chain, verdict] of strangers) {
    test(what, async (t) => {
      const { fetch, host } = await fetchFrom(t, { chain: chain() });
      assert.deepEqual([fetch.outcome, fetch.tls?.opensslVerdict], ["not-authenticated", verdict]);
      assert.deepEqual(host.heard, []);
    });
  }

  test("but of a host with a wildcard in its certificate", async (t) => {
    const { fetch } = await fetchFrom(t, { chain: stage.chainFor("*.own.test") });
    assert.equal(fetch.outcome, "answered");
  });

  test("of a host that speaks TLS 1.1 at most", async (t) => {
    const { fetch, host } = await fetchFrom(t, { old: true });
    assert.deepEqual([fetch.outcome, host.heard], ["tls-failed", []]);
  });

  test("of an address that is not public, unless those are allowed", async (t) => {
    const dialled: Destination[] = [];
    const { fetch } = await fetchFrom(t, {
      records: { [`A ${HOST}`]: ["10.0.0.1", "169.254.169.254"] },
      tools: { privateAllowed: false },
      dialled,
    });
    assert.deepEqual([fetch.outcome, fetch.detail, dialled], ["address-not-public", "10.0.0.1", []]);
  });

  test("of a host without an address", async (t) => {
    const { fetch } = await fetchFrom(t, { records: { [`A ${HOST}`]: { outcome: "nodata" } } });
    assert.equal(fetch.outcome, "no-address");
  });
});

describe("what is no policy", () => {
  test("is a redirect, which is not followed", async (t) => {
    const dialled: Destination[] = [];
    const says = [response("", { status: 302, headers: [`location: https://${HOST}/elsewhere`] })];
    const { fetch, host } = await fetchFrom(t, { says, dialled });
    assert.deepEqual([fetch.outcome, fetch.status, fetch.body], ["answered", 302, undefined]);
    assert.equal(fetch.location, `https://${HOST}/elsewhere`);
    assert.deepEqual([host.heard.length, dialled.length], [1, 1]);
  });

  for (const status of [204, 404, 500]) {
    test(`is status ${String(status)}, whose body is not read`, async (t) => {
      const { fetch } = await fetchFrom(t, { says: [response(TEXT, { status })] });
      assert.deepEqual([fetch.status, fetch.body], [status, undefined]);
    });
  }
});

describe("a hostile policy host", () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n";

  test(`is heard for ${String(MAX_POLICY_OCTETS)} octets and no more`, async (t) => {
    const most = await fetchFrom(t, { says: [response("x".repeat(MAX_POLICY_OCTETS))] });
    assert.deepEqual([most.fetch.outcome, most.fetch.body?.length], ["answered", MAX_POLICY_OCTETS]);
    const more = await fetchFrom(t, { says: [response("x".repeat(MAX_POLICY_OCTETS + 1))] });
    assert.deepEqual(
      [more.fetch.outcome, more.fetch.limit, more.fetch.body],
      ["too-large", MAX_POLICY_OCTETS, undefined],
    );
  });

  test("that never ends is left", async (t) => {
    const { fetch } = await fetchFrom(t, { says: [`${head}\r\n`, { repeat: "y".repeat(1000) }] });
    assert.equal(fetch.outcome, "too-large");
  });

  test("that sends chunks without end is left", async (t) => {
    const says = [
      `${head}transfer-encoding: chunked\r\n\r\n`,
      { repeat: "400\r\n" + "z".repeat(1024) + "\r\n" },
    ];
    const { fetch } = await fetchFrom(t, { says });
    assert.equal(fetch.outcome, "too-large");
  });

  test("with a bomb of gzip is not unpacked", async (t) => {
    const bomb = gzipSync(Buffer.alloc(10_000_000)).toString("latin1");
    const { fetch } = await fetchFrom(t, {
      says: [response(bomb, { headers: ["content-type: text/plain", "content-encoding: gzip"] })],
    });
    assert.deepEqual([fetch.outcome, fetch.contentEncoding, fetch.body], ["answered", "gzip", bomb]);
  });

  test(`with more than ${String(MAX_POLICY_HEADER_OCTETS)} octets of header is left`, async (t) => {
    const { fetch } = await fetchFrom(t, {
      says: ["HTTP/1.1 200 OK\r\n", { repeat: "x-more: and more\r\n" }],
    });
    assert.deepEqual([fetch.outcome, fetch.detail], ["broken-off", "HPE_HEADER_OVERFLOW"]);
  });

  test("that promises more than it sends has sent nothing", async (t) => {
    const { fetch } = await fetchFrom(t, { says: [`${head}content-length: 1000\r\n\r\n${TEXT}`] });
    assert.deepEqual([fetch.outcome, fetch.status, fetch.body], ["broken-off", 200, undefined]);
  });

  test("that sends more than it promises is not believed", async (t) => {
    const { fetch } = await fetchFrom(t, { says: [`${head}content-length: 4\r\n\r\n${TEXT}`] });
    assert.deepEqual([fetch.outcome, fetch.body], ["broken-off", undefined]);
  });

  for (const [what, says] of [
    ["that says something else than HTTP", "220 mx.own.test ESMTP\r\n"],
    ["that hangs up", ""],
    ["that switches protocols", "HTTP/1.1 101 Switching\r\nupgrade: smtp\r\nconnection: upgrade\r\n\r\n"],
  ] as const) {
    test(`${what} has no policy`, async (t) => {
      const { fetch } = await fetchFrom(t, { says: [says] });
      assert.deepEqual([fetch.outcome, fetch.body], ["broken-off", undefined]);
    });
  }

  for (const [what, says] of [
    ["that falls silent", [{ pause: 1000 }]],
    ["that only ever continues", [{ repeat: "HTTP/1.1 100 Continue\r\n\r\n" }]],
    ["that drips", [`${head}content-length: 100\r\n\r\nversion`, { pause: 1000 }]],
  ] as const) {
    test(`${what} has its time, and no more`, async (t) => {
      const { fetch } = await fetchFrom(t, { says, clock: hastyClock() });
      assert.deepEqual([fetch.outcome, fetch.body, fetch.tls?.outcome], ["timeout", undefined, "done"]);
    });
  }
});

test("the end of the run ends it", async (t) => {
  const run = new AbortController();
  const fetching = fetchFrom(t, { says: [{ pause: 1000 }], tools: { signal: run.signal } });
  setTimeout(() => run.abort(), 200);
  const { fetch } = await fetching;
  assert.equal(fetch.outcome, "aborted");
});
