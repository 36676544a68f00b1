/** What MTA-STS findings depend on beside the policy itself: the baseline, the way out, and what else was asked for. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { baselineOf } from "../../../src/judge/baseline.ts";
import type { Check, Report } from "../../../src/judge/report.ts";
import { enforcedByMtaSts, followedPolicy } from "../../../src/judge/checks/mta-sts/state.ts";
import type { ConnectStep, MtaStsObservation, PolicyFetch } from "../../../src/observe/observation.ts";
import { mergeObservations } from "../../../src/recorded/merge.ts";
import { directRoute } from "../../../src/observe/route/route.ts";
import { response } from "../../support/web/policy-host.ts";
import { HOST, judgeAgain, play, type Played, type Scene } from "../scene.ts";

const RECORD = (id: string) => ({ "_mta-sts.case.test": { TXT: [`v=STSv1; id=${id}`] } });

function text(mode: string, patterns: readonly string[], maxAge = 604_800): string {
  const lines = ["version: STSv1", `mode: ${mode}`, ...patterns.map((pattern) => `mx: ${pattern}`)];
  return [...lines, `max_age: ${String(maxAge)}`].join("\n");
}

function played(policy: string, scene: Partial<Scene> = {}, id = "1"): Promise<Played> {
  return play({
    zones: {
      "case.test": { MX: [[10, HOST]] },
      [HOST]: { A: ["127.0.0.1"] },
      "mta-sts.case.test": { A: ["127.0.0.1"] },
      ...RECORD(id),
    },
    policyHost: { says: [response(policy)] },
    ...scene,
  });
}

function stsOf(report: Report): Check {
  return report.domains[0]?.checks.find(({ check }) => check === "mta-sts") ?? assert.fail("no check");
}

function codes(report: Report): string[] {
  const { verdict, findings } = stsOf(report);
  return [verdict, ...findings.map(({ code, severity }) => `${code} ${severity}`)];
}

const DNS_ONLY = { settings: { checks: "mx, mta-sts, tls-rpt" } };

describe("against a baseline", () => {
  const [before, sameId, otherId] = [
    { policy: text("enforce", ["old.case.test"]), id: "1" },
    { policy: text("enforce", [HOST]), id: "1" },
    { policy: text("enforce", [HOST]), id: "2" },
  ];

  async function after(
    former: { policy: string; id: string },
    { policy, id }: { policy: string; id: string },
  ): Promise<Report> {
    const { report: then } = await played(former.policy, DNS_ONLY, former.id);
    const now = await played(policy, DNS_ONLY, id);
    return judgeAgain(now.observations, { ...now.policy, baseline: baselineOf(then, "former.json") });
  }

  test("a policy that changed under its old id, which missed a present host, is an error", async () => {
    const report = await after(before, sameId);
    assert.deepEqual(codes(report), ["fail", "mta-sts-id-unchanged error"]);
    const [finding] = stsOf(report).findings;
    assert.match(
      finding?.message ?? "",
      /still 1: senders that cached the old policy use it for up to 7 days\.$/,
    );
    assert.match(finding?.senders ?? "", /do not deliver to mx\.case\.test/);
  });

  test("one whose old text was only tested is a warning", async () => {
    const tested = { policy: text("testing", ["old.case.test"]), id: "1" };
    assert.deepEqual(codes(await after(tested, sameId)), ["warn", "mta-sts-id-unchanged warning"]);
  });

  test("one with a new id is none, nor is one that says the same in other words", async () => {
    assert.deepEqual(codes(await after(before, otherId)), ["pass"]);
    const reordered = {
      policy: `max_age: 604800\r\nmx: ${HOST}\r\nmode: enforce\r\nversion: STSv1`,
      id: "1",
    };
    assert.deepEqual(codes(await after(sameId, reordered)), ["pass"]);
  });
});

describe("where endpoints are not asked for", () => {
  test("the policy is read, its coverage judged, and what was not tested is said", async () => {
    const { report } = await played(text("enforce", [HOST]), DNS_ONLY);
    assert.deepEqual(codes(report), ["pass"]);
    assert.equal(stsOf(report).summary, "enforce, 1 of 1 host, certificates not tested");
    assert.deepEqual(report.domains[0]?.servers[0]?.endpoints, []);
    assert.equal(report.domains[0]?.reach.mtaSts, undefined);
    assert.equal(report.gate, "open");
  });

  test("a host that is missing from the policy is an error all the same", async () => {
    const { report } = await played(text("enforce", ["*.other.test"]), DNS_ONLY);
    assert.equal(codes(report)[0], "fail");
    assert.equal(report.gate, "closed");
  });
});

describe("where endpoints are asked for", () => {
  test("those that satisfy the policy are counted, and named in the first sentence", async () => {
    const { report } = await played(text("enforce", [HOST]));
    assert.equal(report.domains[0]?.reach.mtaSts, 1);
    assert.match(report.domains[0]?.reachSummary ?? "", /it satisfies the MTA-STS policy\.$/);
  });

  test("those that could not be seen leave the check inconclusive", async () => {
    const { report } = await played(text("enforce", [HOST]), {
      change: ({ endpoints }) => {
        for (const endpoint of Object.values(endpoints)) {
          endpoint.connections = [];
          endpoint.notProbed = "deadline";
        }
      },
    });
    assert.deepEqual(codes(report), ["inconclusive", "mta-sts-unseen inconclusive"]);
    assert.equal(report.domains[0]?.reach.mtaSts, 0);
  });

  test("those at IPv6, where this machine has none, leave nothing open", async () => {
    const { report } = await played(text("enforce", [HOST]), {
      zones: {
        "case.test": { MX: [[10, HOST]] },
        [HOST]: { A: ["127.0.0.1"], AAAA: ["2001:db8::1"] },
        "mta-sts.case.test": { A: ["127.0.0.1"] },
        ...RECORD("1"),
      },
      route: {
        ...directRoute,
        dial: (destination, options) =>
          destination.address.includes(":")
            ? Promise.resolve({ step: { outcome: "no-route", seconds: 0 } })
            : directRoute.dial(destination, options),
      },
    });
    assert.deepEqual(codes(report), ["pass"]);
    assert.match(
      report.domains[0]?.reachSummary ?? "",
      /; the one that was seen satisfies the MTA-STS policy\.$/,
    );
  });

  test("those that refuse everybody are not a matter of MTA-STS", async () => {
    const { report } = await played(text("enforce", [HOST]), { deserted: true });
    assert.deepEqual(codes(report), ["pass"]);
  });

  test("one name in the certificate's common name alone is not enough", async () => {
    const { report } = await played(text("enforce", [HOST]), {
      tls: ({ chainFor }) => ({ chain: chainFor(HOST, { dnsNames: [] }) }),
    });
    const [finding] = stsOf(report).findings;
    assert.equal(finding?.code, "mta-sts-mx-unauthenticated");
    assert.equal(finding.resultType, "certificate-host-mismatch");
    assert.match(finding.message, /common name, which does not count/);
    assert.match(finding.senders ?? "", /skip this host/);
  });
});

describe("of two runs", () => {
  test("one may read the policy where port 25 is blocked, and the other test the servers", async () => {
    const hosted = await played(text("enforce", [HOST]), DNS_ONLY);
    const own = await played(text("enforce", [HOST]), {
      settings: { checks: "mx, connect, banner, ehlo, starttls, certificate" },
      tls: ({ selfSigned }) => ({ chain: [selfSigned(HOST)] }),
    });
    const merged = mergeObservations([hosted.observations, own.observations]);
    const report = judgeAgain(merged, own.policy);
    assert.deepEqual(codes(report), ["fail", "mta-sts-mx-unauthenticated error"]);
    assert.equal(report.domains[0]?.reach.mtaSts, 0);
  });
});

/** The same run, in which the policy was fetched so. */
async function fetched(
  change: Partial<PolicyFetch>,
  more: {
    readonly egress?: "open" | "silent" | "blocked";
    readonly other?: true;
    readonly proxied?: true;
  } = {},
): Promise<string> {
  const { observations, policy } = await played(text("enforce", [HOST]), DNS_ONLY);
  const domain = observations.domains[0] ?? assert.fail("no domain");
  const fetch = domain.mtaSts?.fetch ?? assert.fail("nothing was fetched");
  const { body: _body, status: _status, tls: _tls, ...rest } = fetch;
  const mtaSts: MtaStsObservation = {
    ...(domain.mtaSts ?? assert.fail("no policy")),
    fetch: { ...rest, ...change },
  };
  const connect = { outcome: more.egress === "blocked" ? "timeout" : "connected", seconds: 1 } as const;
  const greeting = more.egress === "silent" ? "none" : undefined;
  const report = judgeAgain(
    {
      ...observations,
      ...(more.proxied && { environment: { ...observations.environment, route: "socks5://127.0.0.1:1080" } }),
      domains: [{ ...domain, mtaSts }, ...(more.other === true ? [{ ...domain, name: "other.test" }] : [])],
      ...(more.egress !== undefined && {
        egress: [
          {
            port: 443,
            family: 4,
            blocked: more.egress === "blocked",
            noRoute: false,
            controls: [{ host: "control.test", address: "192.0.2.1", port: 443, connect, greeting }],
          },
        ],
      }),
    },
    policy,
  );
  return stsOf(report)
    .findings.map(({ code }) => code)
    .join();
}

describe("ours or theirs", () => {
  const connect = (outcome: ConnectStep["outcome"]) => ({
    outcome: "not-connected" as const,
    connect: { outcome, seconds: 4 },
  });
  const THEIRS = "mta-sts-fetch-failed";
  const OURS = "mta-sts-unseen";

  for (const [what, change, more, expected] of [
    ["a refusal", connect("refused"), {}, THEIRS],
    ["a reset", connect("reset"), {}, THEIRS],
    ["silence", connect("timeout"), {}, OURS],
    ["silence beside a control host that answers", connect("timeout"), { egress: "open" }, THEIRS],
    ["silence beside a control host that drops TLS", connect("timeout"), { egress: "silent" }, OURS],
    ["silence beside another policy host that answers", connect("timeout"), { other: true }, THEIRS],
    ["a router that says unreachable", connect("unreachable"), {}, OURS],
    ["a refusal where nothing gets out", connect("refused"), { egress: "blocked" }, OURS],
    ["a connect that ended because nothing gets out", connect("aborted"), { egress: "blocked" }, OURS],
    ["a machine without a route", connect("no-route"), { other: true }, OURS],
    ["a machine without sockets", connect("local-limit"), { other: true }, OURS],
    ["a proxy that fails", connect("proxy-failed"), { other: true }, OURS],
    ["a name without an address", { outcome: "no-address" }, {}, THEIRS],
    ["a name that DNS does not answer for", { outcome: "name-failed" }, { other: true }, OURS],
    ["an address that is not public", { outcome: "address-not-public", detail: "10.0.0.1" }, {}, THEIRS],
    [
      "a handshake that fails",
      { outcome: "tls-failed", tls: { outcome: "failed", hello: "full", seconds: 1 } },
      {},
      THEIRS,
    ],
    [
      "a hang-up behind a proxy that says connected early",
      {
        outcome: "tls-failed",
        tls: { outcome: "failed", hello: "full", seconds: 1, failure: { by: "peer-closed" } },
      },
      { proxied: true },
      OURS,
    ],
    [
      "a handshake that does not end",
      { outcome: "tls-failed", tls: { outcome: "timeout", hello: "full", seconds: 1 } },
      {},
      OURS,
    ],
    [
      "a host that falls silent behind its handshake",
      { outcome: "timeout", tls: { outcome: "done", hello: "full", seconds: 1 } },
      {},
      THEIRS,
    ],
    ["a status", { outcome: "answered", status: 503 }, {}, THEIRS],
    ["the end of the run", { outcome: "aborted" }, { other: true }, "not-probed"],
  ] as const) {
    test(`${what}: ${expected}`, async () => assert.equal(await fetched(change, more), expected));
  }
});

test("an enforced policy covers the hosts that it lists, and no others", async () => {
  const { observations } = await played(text("enforce", [HOST]), DNS_ONLY);
  const domain = observations.domains[0] ?? assert.fail("no domain");
  assert.deepEqual(
    [HOST, "other.test"].map((host) => enforcedByMtaSts(followedPolicy(domain), host)),
    [true, false],
  );
  const tested = await played(text("testing", [HOST]), DNS_ONLY);
  assert.equal(enforcedByMtaSts(followedPolicy(tested.observations.domains[0] ?? domain), HOST), false);
  assert.equal(enforcedByMtaSts(followedPolicy({}), HOST), false);
});

test("a session that is lost behind the handshake is not said to satisfy the policy", async () => {
  const { report } = await played(text("enforce", [HOST]), {
    script: { troubles: [{ at: "EHLO in TLS", then: "close" }] },
  });
  assert.deepEqual(codes(report), ["inconclusive", "mta-sts-unseen inconclusive"]);
  assert.equal(
    report.domains[0]?.reachSummary,
    "Mail arrives through its one endpoint; it does not encrypt.",
  );
});
