/** Verdicts through a proxy: what it does wrong blames no server, and what a server does wrong no proxy. */
import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import type { Ways } from "../observe/route/proxies.ts";
import { scriptedProxy, startProxy, type Scheme } from "../observe/route/proxies.ts";
import { DOMAIN, HOST, play, type Scene } from "./scene.ts";

interface Seen {
  /** Each check as `check verdict codes`. */
  readonly checks: readonly string[];
  readonly words: string;
  readonly connections: number | undefined;
}

/** For scenes that wait for the proxy in vain: they are over as soon as that is. */
const HASTY = { timeout: "4", "reply-timeout": "4" };

async function judged(scene: Scene): Promise<Seen> {
  const { report } = await play(scene);
  const [endpoint] = report.domains.flatMap(({ servers }) => servers.flatMap((each) => each.endpoints));
  const checks = endpoint?.checks ?? [];
  return {
    checks: checks.map(({ check, verdict, findings }) =>
      [check, verdict, ...new Set(findings.map(({ code }) => code))].join(" "),
    ),
    words: checks.flatMap(({ findings }) => findings.map(({ message }) => message)).join("\n"),
    connections: endpoint?.connections,
  };
}

async function through(t: TestContext, scheme: Scheme, ways: Ways, scene: Scene = {}): Promise<Seen> {
  const { route } = await startProxy(t, scheme, ways);
  return judged({ ...scene, route });
}

const LATER = ["banner", "ehlo", "starttls", "certificate", "relay", "delivery"];
const SOUND = ["connect pass", ...LATER.map((check) => `${check} pass`), "dane skip"];
const UNSEEN = (code: string): string[] => [
  `connect inconclusive ${code}`,
  ...[...LATER, "dane"].map((check) => `${check} skip`),
];

for (const scheme of ["socks5", "http"] as const) {
  describe(`through a proxy (${scheme})`, () => {
    test("that works, a sound server passes", async (t) => {
      assert.deepEqual((await through(t, scheme, {})).checks, SOUND);
    });

    test("that works, a sound server at an IPv6 address passes", async (t) => {
      const proxy = await startProxy(t, scheme, {}, "::1");
      const zones = { [DOMAIN]: { MX: [[10, HOST]] }, [HOST]: { AAAA: ["::1"] } } as const;
      const { checks } = await judged({ zones, route: proxy.route, at: "::1" });
      assert.deepEqual(checks, SOUND);
      assert.match(proxy.asked.join(), /^0:0:0:0:0:0:0:1:\d+,|^::1:\d+,/);
    });

    test("that works, a dead server is refused", async (t) => {
      const { checks, words } = await through(t, scheme, {}, { deserted: true });
      assert.equal(checks[0], "connect fail connect-refused");
      assert.match(words, /is refused: nothing listens there, or a firewall rejects it/);
    });

    test("whose rules forbid the port, nothing is claimed", async (t) => {
      const { checks, words } = await through(t, scheme, { ports: [443] });
      assert.deepEqual(checks, UNSEEN("proxy-failed"));
      assert.match(words, /The proxy did not make the connection: .*(rules do not allow|does not allow)/);
    });

    test("that says yes before it knows, a sound server passes", async (t) => {
      assert.deepEqual((await through(t, scheme, { early: true })).checks, SOUND);
    });

    test("that says yes before it knows and then hangs up, nothing is claimed", async (t) => {
      const { checks, words } = await through(t, scheme, { early: true }, { deserted: true });
      assert.deepEqual(checks, UNSEEN("proxy-failed"));
      assert.match(words, /says that it is connected before it is.*\(ANSWERS_EARLY\)/);
    });

    test("that does so for some ports and forbids others, nothing is claimed", async (t) => {
      // Known only by asking for the port of the server: it forbids all others at once.
      const { checks } = await judged({
        deserted: true,
        routeFor: async (port) => (await startProxy(t, scheme, { early: true, ports: [port] })).route,
      });
      assert.deepEqual(checks, UNSEEN("proxy-failed"));
    });

    test("that says yes and then shows a page of its own, no server is malformed", async (t) => {
      const page = "<html>Please log in</html>\r\n";
      const { checks } = await through(t, scheme, { early: true, page });
      assert.deepEqual(checks, UNSEEN("proxy-failed"));
    });

    test("that says yes when it knows, what the server says is the server's, malformed as it is", async (t) => {
      const { checks } = await through(t, scheme, {}, { raw: [["SSH-2.0-OpenSSH_9.2\r\n"]] });
      assert.deepEqual(checks.slice(0, 2), ["connect pass", "banner fail banner-malformed"]);
    });

    test("that cuts one connection in mid-dialog, the second look passes", async (t) => {
      const cut = { at: /^EHLO/, connections: 1 };
      const seen = await through(t, scheme, { cut }, { settings: { retries: "1" } });
      assert.deepEqual([seen.checks, seen.connections], [SOUND, 3]);
    });

    test("that is gone after it cut one, nothing is claimed", async (t) => {
      const cut = { at: /^EHLO/, connections: 1, thenGone: true } as const;
      const { checks, words } = await through(t, scheme, { cut }, { settings: { retries: "1" } });
      assert.deepEqual(checks, UNSEEN("proxy-failed"));
      assert.match(words, /The proxy did not make the connection: it cannot be reached \(ECONNREFUSED\)/);
    });

    test("that cuts every one at the same step, it is what a server does that hangs up", async (t) => {
      const settings = { retries: "1" };
      const { checks } = await through(t, scheme, { cut: { at: /^EHLO/ } }, { settings });
      const direct = await judged({
        settings,
        script: { troubles: [{ at: "EHLO", then: "close" }] },
      });
      assert.deepEqual(checks, direct.checks);
      assert.match(checks[2] ?? "", /^ehlo fail ehlo-closed/);
    });
  });
}

describe("a proxy that hangs up without a word where it makes no connection, as ssh -D does", () => {
  test("and that makes none at all: its rules may forbid them, and nothing is claimed", async (t) => {
    const { checks, words } = await through(t, "socks5", { wordless: true, ports: [443] });
    assert.deepEqual(checks, UNSEEN("proxy-failed"));
    assert.match(words, /it hung up without a reason: its rules may forbid the connection/);
  });

  test("and that makes those to another server: this one cannot be reached", async (t) => {
    const { route } = await startProxy(t, "socks5", { wordless: true });
    const zones = {
      [DOMAIN]: { MX: [[10, HOST]] },
      [HOST]: { A: ["127.0.0.1", "127.0.0.9"] },
    } as const;
    const { report } = await play({ zones, route });
    const endpoints = report.domains.flatMap(({ servers }) => servers.flatMap((each) => each.endpoints));
    assert.deepEqual(
      endpoints.map(({ checks: [connect] }) => [connect?.verdict, connect?.findings[0]?.code]),
      [
        ["pass", undefined],
        ["fail", "connect-unreachable"],
      ],
    );
  });
});

test("a proxy that never answers is a proxy that failed, not a server that timed out", async (t) => {
  const { checks, words } = await judged({
    route: await scriptedProxy(t, { scheme: "http" }, []),
    settings: HASTY,
  });
  assert.deepEqual(checks, UNSEEN("proxy-failed"));
  assert.match(words, /it does not answer in time \(NO_ANSWER\)/);
});

test("a proxy that waits for the target in vain, and answers others at once, shows a server that timed out", async (t) => {
  const nowhere = { until: /^CONNECT 255[^]*\r\n\r\n/ };
  const route = await scriptedProxy(
    t,
    { scheme: "http" },
    [],
    [nowhere, "HTTP/1.1 502 Bad Gateway\r\n\r\n", { hangUp: "end" }],
  );
  const { checks, words } = await judged({ route, settings: HASTY });
  assert.equal(checks[0], "connect fail connect-timeout");
  assert.match(words, /Nothing answered within \d+(\.\d)? s/);
});
