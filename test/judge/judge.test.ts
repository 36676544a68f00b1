/** Judging as a whole: what is put together from the checks, and what judging leaves alone. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { Check } from "../../src/judge/report.ts";
import { report as reportSchema } from "../../src/judge/schemas/report.ts";
import { DAY, issue } from "../support/certificates/issue.ts";
import { DOMAIN, HOST, judgeAgain, planOf, play, PUBLIC_ADDRESS, type Played, type Scene } from "./scene.ts";

const codesOf = (check: Check | undefined): string[] => (check?.findings ?? []).map(({ code }) => code);

function checkOf({ report }: Played, id: Check["check"]): Check | undefined {
  return report.domains[0]?.servers[0]?.endpoints[0]?.checks.find(({ check }) => check === id);
}

/** Freezes a value and everything in it, so that whoever changes it fails. */
function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const each of Object.values(value)) freeze(each);
}

describe("judging", () => {
  test("changes no fact, and gives the same report each time", async () => {
    const { observations, policy } = await play({});
    freeze(observations);
    assert.ok(isDeepStrictEqual(judgeAgain(observations, policy), judgeAgain(observations, policy)));
  });

  const stopped: readonly (readonly [string, Check["check"], Check["verdict"], Scene])[] = [
    ["nothing listens", "connect", "fail", { deserted: true }],
    ["the greeting refuses", "banner", "inconclusive", { script: { greeting: "554 5.7.1 Go away\r\n" } }],
    ["STARTTLS is not offered", "starttls", "fail", { script: { starttls: "missing" } }],
  ];
  for (const check of ["ehlo", "starttls", "relay", "delivery"] as const) {
    test(`believes nothing of a dialog that is rewritten on the way, where ${check} alone is asked for`, async () => {
      const script = {
        ehlo: "250-mx.case.test\r\n250-PIPELINING\r\n250 XXXXXXXA",
        starttls: "missing",
      } as const;
      const played = await play({ script, settings: { checks: check } });
      assert.deepEqual(
        [played.report.gate, checkOf(played, "connect")?.verdict, checkOf(played, check)?.verdict],
        ["closed", "inconclusive", "skip"],
      );
    });
  }

  for (const [that, step, verdict, scene] of stopped) {
    test(`says what keeps a check from being made, asked for or not, where ${that}`, async () => {
      const played = await play({ ...scene, settings: { checks: "certificate" } });
      const { report } = played;
      assert.deepEqual([report.gate, checkOf(played, step)?.verdict], ["closed", verdict]);
      assert.match(checkOf(played, "certificate")?.summary ?? "", /not reached/);
      const { report: sound } = await play({ settings: { checks: "certificate" } });
      const verdicts = sound.domains[0]?.servers[0]?.endpoints[0]?.checks ?? [];
      assert.deepEqual(
        verdicts.filter(({ verdict }) => verdict !== "skip").map(({ check }) => check),
        ["certificate"],
      );
    });
  }

  test("goes by the given moment and by no clock of its own", async () => {
    const { observations, policy } = await play({});
    const results = [0, 89 * 86_400, 91 * 86_400].map(
      (later) => judgeAgain(observations, policy, later).result,
    );
    assert.deepEqual(results, ["pass", "fail", "fail"]);
  });

  test("judges an endpoint once for the domains that share it, unless they make a difference", async () => {
    const { observations, policy } = await play({});
    const [domain] = observations.domains;
    assert.ok(domain);
    const domains = ["a.test", "b.test", DOMAIN].map((name) => ({ ...domain, name }));
    const [endpoint] = Object.values(observations.endpoints);
    const transactions = endpoint?.connections[0]?.delivery?.transactions ?? assert.fail();
    const [own = assert.fail()] = transactions;
    const reply = { code: 554, lines: ["554 5.7.1 Relay access denied"], seconds: 0 };
    transactions.push({ ...own, domain: "a.test" }, { ...own, domain: "b.test", rcpt: { reply } });
    const report = judgeAgain({ ...observations, domains }, policy);
    const [a, b, third] = report.domains.map(({ servers }) => servers[0]?.endpoints[0]);
    assert.equal(a, third);
    assert.notEqual(a, b);
    assert.deepEqual([a?.result, b?.result], ["pass", "fail"]);
  });

  test("says what it judged by", async () => {
    const { observations } = await play({});
    const { policy } = planOf({ "min-tls-version": "1.3" });
    const report = judgeAgain(observations, policy);
    assert.deepEqual(report.policy.settings["min-tls-version"], { value: "1.3", from: "input" });
    assert.equal(report.observations, observations);
    assert.equal(report.judgedAt, observations.finished);
  });
});

describe("the hosts of a domain", () => {
  test("stand in the order of preference, each once, a null MX among them not at all", async () => {
    const { report } = await play({
      deserted: true,
      settings: { checks: "mx" },
      zones: {
        [DOMAIN]: {
          MX: [
            [30, "mx3.case.test"],
            [0, "."],
            [10, "mx1.case.test"],
            [20, "mx1.case.test"],
          ],
        },
        "mx1.case.test": { A: [PUBLIC_ADDRESS] },
        "mx3.case.test": { A: [PUBLIC_ADDRESS] },
      },
    });
    const servers = report.domains[0]?.servers.map(({ host, preference }) => [host, preference]);
    assert.deepEqual(servers, [
      ["mx1.case.test", 10],
      ["mx3.case.test", 30],
    ]);
  });

  test("without an endpoint take the verdict of what was found about them", async () => {
    const { report } = await play({
      zones: {
        [DOMAIN]: {
          MX: [
            [10, HOST],
            [20, "gone.case.test"],
            [30, "empty.case.test"],
            [40, "192.0.2.9"],
            [50, "silent.case.test"],
          ],
        },
        [HOST]: { A: ["127.0.0.1"] },
        "empty.case.test": { TXT: ["here"] },
        "silent.case.test": { silent: true },
      },
      settings: { timeout: "2" },
    });
    const results = report.domains[0]?.servers.map(({ host, result, score, endpoints }) => [
      host,
      result,
      score,
      endpoints.length,
    ]);
    assert.deepEqual(results, [
      [HOST, "pass", 100, 1],
      ["gone.case.test", "fail", null, 0],
      ["empty.case.test", "fail", null, 0],
      ["192.0.2.9", "fail", null, 0],
      ["silent.case.test", "inconclusive", null, 0],
    ]);
  });

  test("that exist are not said to be missing where a broken name server denies one family", async () => {
    const { report } = await play({
      change: ({ domains }) => {
        const aaaa = domains[0]?.mx?.hosts[0]?.aaaa;
        if (aaaa !== undefined) aaaa.outcome = "nxdomain";
      },
    });
    assert.deepEqual(codesOf(report.domains[0]?.checks[0]), ["mx-private-address"]);
    assert.equal(report.result, "pass");
  });

  test("whose addresses are not public are not probed unless that is allowed", async () => {
    const played = await play({ settings: { "allow-private-addresses": "false" } });
    const endpoint = played.report.domains[0]?.servers[0]?.endpoints[0];
    assert.deepEqual([endpoint?.connections, endpoint?.score, endpoint?.result], [0, 0, "skip"]);
    assert.deepEqual(
      endpoint?.checks.map(({ verdict }) => verdict),
      ["skip", "skip", "skip", "skip", "skip", "skip", "skip", "skip"],
    );
    assert.deepEqual(
      [played.report.result, codesOf(played.report.domains[0]?.checks[0])],
      ["fail", ["mx-private-address"]],
    );
  });
});

describe("a domain without anything to probe", () => {
  const cases: readonly { where: string; scene: Scene; is: string }[] = [
    {
      where: "it does not exist, and mx was not asked for",
      scene: { zones: { "other.test": {} }, settings: { checks: "starttls" } },
      is: "fail closed domain-not-found",
    },
    {
      where: "DNS says nothing, and mx was not asked for",
      scene: { zones: { [DOMAIN]: { rcode: "REFUSED" } }, settings: { checks: "connect" } },
      is: "inconclusive closed dns-refused",
    },
    {
      where: "its host has addresses of the other family only",
      scene: {
        zones: { [DOMAIN]: { MX: [[10, HOST]] }, [HOST]: { AAAA: ["::1"] } },
        settings: { "ip-family": "4" },
      },
      is: "inconclusive closed mx-private-address not-probed",
    },
  ];
  for (const { where, scene, is } of cases) {
    test(`where ${where}: ${is}`, async () => {
      const { report } = await play({ ...scene, deserted: true });
      assert.equal([report.result, report.gate, ...codesOf(report.domains[0]?.checks[0])].join(" "), is);
    });
  }
});

describe("one certificate", () => {
  test("can carry several findings, each on its own", async () => {
    const played = await play({
      tls: ({ now }) => {
        const over = {
          notBefore: new Date(now.getTime() - 90 * DAY),
          notAfter: new Date(now.getTime() - 5 * DAY),
        };
        const usage = { extendedKeyUsage: ["clientAuth"] } as const;
        return {
          chain: [
            issue(
              { subject: "other.test", dnsNames: ["other.test"], key: "rsa1024", ...usage, ...over },
              now,
            ),
          ],
          ciphers: "DEFAULT@SECLEVEL=0",
        };
      },
    });
    assert.deepEqual(codesOf(checkOf(played, "starttls")), []);
    assert.deepEqual(codesOf(checkOf(played, "certificate")), [
      "cert-expired",
      "cert-name-mismatch",
      "cert-self-signed",
      "cert-weak-key",
      "cert-wrong-usage",
    ]);
  });

  test("says nothing of sending servers at a submission service, where none goes", async () => {
    for (const submission of [false, true]) {
      const played = await play({
        tls: (authority) => ({ chain: authority.chainFor("other.test") }),
        change: ({ endpoints }) => Object.values(endpoints).forEach((each) => (each.submission = submission)),
      });
      const [finding] = checkOf(played, "certificate")?.findings ?? [];
      assert.deepEqual(
        [finding?.code, finding?.senders === undefined, finding?.resultType === undefined],
        ["cert-name-mismatch", submission, submission],
      );
    }
  });

  test("that names another host is told of an MX host, and of a server where it was named directly", async () => {
    for (const [kind, message] of [
      ["domain", "The certificate does not name the MX host mx.case.test."],
      ["server", "The certificate does not name the server mx.case.test."],
    ] as const) {
      const played = await play({
        tls: (authority) => ({ chain: authority.chainFor("other.test") }),
        change: ({ domains: [domain] }) => Object.assign(domain ?? assert.fail("no domain"), { kind }),
      });
      assert.deepEqual(
        checkOf(played, "certificate")?.findings.map((finding) => finding.message),
        [message],
      );
    }
  });

  test("whose dates cannot be read is trusted by nobody", async () => {
    const played = await play({
      change: ({ certificates, endpoints }) => {
        for (const { connections } of Object.values(endpoints)) {
          for (const { tls } of connections)
            if (tls?.chain !== undefined) tls.opensslVerdict = "ERROR_IN_CERT_NOT_AFTER_FIELD";
        }
        for (const each of Object.values(certificates)) {
          if (!each.ca)
            Object.assign(each, { notBefore: "", notAfter: "", unreadable: ["notBefore", "notAfter"] });
        }
      },
    });
    assert.deepEqual(codesOf(checkOf(played, "certificate")), ["cert-untrusted"]);
    assert.ok(reportSchema.safeParse(JSON.parse(JSON.stringify(played.report))).success);
  });

  const fine: readonly { that: string; scene: Scene; notices?: string[] }[] = [
    {
      that: "leads to a trust anchor that is weak",
      scene: rooted({ key: "rsa1024", signature: "sha1" }, 100),
    },
    {
      that: "is served with its root behind it",
      scene: { tls: ({ chainFor, root }) => ({ chain: [...chainFor(HOST), root] }) },
    },
    { that: "is served out of order", scene: shuffled() },
    { that: "has no extended key usage", scene: leaf({ extendedKeyUsage: [] }) },
    { that: "is for servers and clients", scene: leaf({ extendedKeyUsage: ["clientAuth", "serverAuth"] }) },
    { that: "has an RSA key of 2048 bits", scene: leaf({ key: "rsa2048" }) },
    { that: "names the host by a wildcard", scene: leaf({ dnsNames: ["*.case.test"] }) },
    { that: "names the host in capitals", scene: leaf({ dnsNames: ["MX.CASE.TEST"] }) },
    { that: "has no subject", scene: leaf({ subject: null }) },
  ];
  for (const { that, scene, notices = [] } of fine) {
    test(`that ${that} is fine`, async () => {
      const check = checkOf(await play(scene), "certificate");
      assert.deepEqual([check?.verdict, codesOf(check)], ["pass", notices]);
    });
  }
});

function leaf(
  differing: Parameters<typeof issue>[0] extends infer Options ? Partial<Options> : never,
): Scene {
  return { tls: ({ chainFor }) => ({ chain: chainFor(HOST, differing) }) };
}

/** A leaf right below a root of its own, which both stores have. */
function rooted(differing: Partial<Parameters<typeof issue>[0]>, daysLeft: number): Scene {
  const now = new Date();
  const span = {
    notBefore: new Date(now.getTime() - 900 * DAY),
    notAfter: new Date(now.getTime() + daysLeft * DAY),
  };
  const root = issue({ subject: "Old Root", ca: true, ...span, ...differing }, now);
  return {
    tls: () => ({
      chain: [issue({ subject: HOST, dnsNames: [HOST], issuer: root }, now)],
      ciphers: "DEFAULT@SECLEVEL=0",
    }),
    stores: () => (["bundled", "system"] as const).map((store) => ({ store, read: () => [root.pem] })),
  };
}

/** A chain of three whose intermediates are served the wrong way round. */
function shuffled(): Scene {
  return {
    tls: ({ root, now }) => {
      const upper = issue({ subject: "Upper", issuer: root, ca: true }, now);
      const lower = issue({ subject: "Lower", issuer: upper, ca: true }, now);
      return { chain: [issue({ subject: HOST, dnsNames: [HOST], issuer: lower }, now), upper, lower] };
    },
  };
}
