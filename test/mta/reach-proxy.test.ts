/** Through a proxy the same servers get the same verdicts, and what the proxy does wrong blames none of them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sceneOf, type Run } from "./reach-stage.ts";

type Runs = Readonly<Record<string, Run>>;

function of(runs: Runs, way: string): Run {
  return runs[way] ?? assert.fail(way);
}

describe("the same servers through every proxy", () => {
  const scene = sceneOf<Runs>("every proxy");

  const truthful = [
    "SOCKS5 (microsocks)",
    "SOCKS5, DNS behind it",
    "SOCKS5 with a password",
    "CONNECT (tinyproxy)",
    "CONNECT with a password",
    "CONNECT (squid)",
    "CONNECT with a password (squid)",
    "ssh -D",
  ];
  for (const way of truthful) {
    test(`${way}: every verdict is the one of the direct way`, () =>
      scene.holds((runs) => {
        const verdicts = ({ endpoints }: Run) =>
          Object.entries(endpoints).map(([name, checks]) => [
            name,
            checks.map((check) => check.split(" ").slice(0, 2)),
          ]);
        assert.deepEqual(verdicts(of(runs, way)), verdicts(of(runs, "direct")));
        assert.deepEqual([of(runs, way).ofRun, of(runs, way).exit], [[], 1]);
      }));
  }

  test("SOCKS5 and squid give every code of the direct way, too", () =>
    scene.holds((runs) => {
      for (const way of ["SOCKS5 (microsocks)", "CONNECT (squid)"])
        assert.deepEqual(of(runs, way).endpoints, of(runs, "direct").endpoints, way);
      assert.equal(
        of(runs, "direct").endpoints["mx3.own.test 11.0.4.3 25"]?.[0],
        "connect fail connect-refused",
      );
    }));

  test("ssh -D hangs up where a server takes no connection: the verdict is the same, the reason is not known", () =>
    scene.holds((runs) => {
      const { "mx3.own.test 11.0.4.3 25": refused, ...others } = of(runs, "ssh -D").endpoints;
      const { "mx3.own.test 11.0.4.3 25": _, ...expected } = of(runs, "direct").endpoints;
      assert.deepEqual(others, expected);
      assert.equal(refused?.[0], "connect fail connect-unreachable");
      assert.match(
        of(runs, "ssh -D").json,
        /hung up, as it does where the target refuses or cannot be reached/,
      );
    }));

  test("a password is masked, and stands nowhere in the report", () =>
    scene.holds((runs) => {
      const { json, masked, screen } = of(runs, "SOCKS5 with a password");
      assert.deepEqual(masked, ["p@ss:w", "p%40ss%3Aw", Buffer.from("me:p@ss:w").toString("base64")]);
      for (const secret of masked) assert.ok(!`${json}${screen}`.includes(secret), secret);
      assert.match(json, /socks5:\/\/\*\*\*@11\.0\.9\.1:1081/);
    }));
});

describe("a proxy that fails", () => {
  const scene = sceneOf<Runs>("broken proxies");

  const cases: readonly { way: string; says: RegExp }[] = [
    { way: "gone", says: /it cannot be reached \(ECONNREFUSED\)/ },
    {
      way: "wrong password",
      says: /it refuses this user name and password|closed the connection after the password/,
    },
    { way: "password missing", says: /it asks for a user name and password/ },
    { way: "CONNECT denied", says: /it does not allow this connection \(403/ },
    {
      way: "CONNECT, wrong password",
      says: /user name and password \(40[17]|not allow this connection \(401/,
    },
    { way: "CONNECT denied (squid)", says: /it does not allow this connection \(403 Forbidden\)/ },
    {
      way: "CONNECT, wrong password (squid)",
      says: /it refuses this user name and password \(407 Proxy Authentication Required\)/,
    },
    { way: "CONNECT, password missing (squid)", says: /it asks for user name and password \(407/ },
    { way: "no proxy at all", says: /it does not speak SOCKS5/ },
  ];
  for (const { way, says } of cases) {
    test(`${way}: inconclusive for all, said once, without the password`, () =>
      scene.holds((runs) => {
        const { ofRun, endpoints, exit, json } = of(runs, way);
        assert.equal(ofRun.length, 1, ofRun.join());
        assert.match(ofRun[0] ?? "", /^proxy-failed inconclusive: .* so 3 endpoints could not be tested\.$/);
        assert.match(ofRun[0] ?? "", says);
        assert.deepEqual(
          Object.values(endpoints).map(([connect]) => connect),
          Array.from({ length: 3 }, () => "connect inconclusive proxy-failed"),
        );
        assert.deepEqual([exit, json.includes("hunter2")], [3, false]);
      }));
  }
});

describe("ssh -D to a server that restricts forwarding", () => {
  const scene = sceneOf<Runs>("ssh that may not");

  const connects = (runs: Runs, way: string): (string | undefined)[] =>
    Object.values(of(runs, way).endpoints).map(([connect]) => connect);
  const forbidden = "connect inconclusive proxy-failed";

  for (const way of [
    "AllowTcpForwarding no",
    "AllowTcpForwarding no, with a control host",
    "PermitOpen for another port",
  ]) {
    test(`${way}: the proxy's, said once, and no server is blamed`, () =>
      scene.holds((runs) => {
        assert.deepEqual(connects(runs, way), [forbidden, forbidden, forbidden]);
        assert.match(
          runs[way]?.ofRun.join() ?? "",
          /^proxy-failed inconclusive: .* it hung up without a reason: .* so 3 endpoints/,
        );
        assert.equal(runs[way]?.exit, 3);
      }));
  }

  test("PermitOpen for one server: that one is judged, the others are not", () =>
    scene.holds((runs) => {
      const way = "PermitOpen for one server, with a control host";
      assert.deepEqual(connects(runs, way), ["connect pass", forbidden, forbidden]);
    }));

  test("PermitOpen for the port: a server that is dead is at fault", () =>
    scene.holds((runs) => {
      const way = "PermitOpen for the port, with a control host";
      assert.deepEqual(connects(runs, way), [
        "connect pass",
        "connect pass",
        "connect fail connect-unreachable",
      ]);
      assert.deepEqual(runs[way]?.ofRun, []);
    }));
});

test("a network that is blocked behind the proxy is a blocked network, not three dead servers", async () => {
  await sceneOf<Runs>("blocked behind the proxy").holds((runs) => {
    for (const [way, { ofRun, exit }] of Object.entries(runs)) {
      assert.match(
        ofRun.join(),
        /^egress-blocked inconclusive: .* so 3 endpoints could not be tested\./,
        way,
      );
      assert.equal(exit, 3, way);
    }
  });
});
