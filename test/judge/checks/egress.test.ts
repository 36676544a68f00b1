/** A server is blamed only where this runner's view of its port is known to work. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EgressObservation } from "../../../src/observe/observation.ts";
import type { Script } from "../../support/tcp/raw-server.ts";
import { DOMAIN, HOST, homeward, play, PUBLIC_ADDRESS, type Scene } from "../scene.ts";

type Control = EgressObservation["controls"][number];

/** What was found out of control hosts; where nothing is given, none resolved. */
interface Found {
  readonly controls?: readonly Pick<Control, "connect" | "greeting">[];
  readonly unresolved?: number;
  readonly otherFamily?: number;
  readonly blocked?: boolean;
}

const HANGS_UP: Script = [{ hangUp: "end" }];
const GREETS: Script = ["220 mx.case.test ESMTP\r\n", { until: /EHLO/ }, { hangUp: "end" }];
const connected = { outcome: "connected", seconds: 0.1 } as const;
const timedOut = { outcome: "timeout", seconds: 15 } as const;
const UNRESOLVED: Found = { unresolved: 5 };
const SILENT: Found = { controls: [{ connect: connected, greeting: "none" }] };
const GREETING: Found = { controls: [{ connect: connected, greeting: "seen" }] };
const DEAD: Found = { controls: [{ connect: timedOut }], blocked: true };

const TWO = {
  [DOMAIN]: {
    MX: [
      [10, HOST],
      [20, "mx2.case.test"],
    ] as const,
  },
  [HOST]: { A: [PUBLIC_ADDRESS] },
  "mx2.case.test": { A: ["203.0.112.26"] },
} as const;

/** The codes of `connect` and `banner` of each endpoint, what the run says, and what is left of the gate. */
async function judged(scene: Scene, found: Found | undefined) {
  const { report } = await play({
    zones: { [DOMAIN]: { MX: [[10, HOST]] }, [HOST]: { A: [PUBLIC_ADDRESS] } },
    route: homeward,
    ...scene,
    change: (observations) => {
      if (found === undefined) return;
      const [{ port } = assert.fail("no endpoint")] = Object.values(observations.endpoints);
      observations.egress = [
        {
          port,
          family: 4,
          blocked: found.blocked ?? false,
          noRoute: false,
          controls: (found.controls ?? []).map((control) => {
            return { host: "control.test", address: "203.0.112.99", port, ...control };
          }),
          ...(found.unresolved !== undefined && { unresolved: found.unresolved }),
          ...(found.otherFamily !== undefined && { otherFamily: found.otherFamily }),
          named: false,
        },
      ];
    },
  });
  const [domain = assert.fail("no domain")] = report.domains;
  const endpoints = domain.servers.flatMap((server) => server.endpoints);
  return {
    codes: endpoints.map(({ checks }) =>
      checks.flatMap(({ findings }) => findings.map(({ code, severity }) => `${severity} ${code}`)),
    ),
    verdicts: endpoints.map(({ checks }) => checks.map(({ verdict }) => verdict).join(" ")),
    ofRun: report.findings.map(({ message }) => message),
    remedies: report.findings.map(({ remedy }) => remedy),
    result: report.result,
    reach: domain.reach,
    alternatives: report.findings.flatMap(({ alternatives = [] }) => alternatives.map(({ label }) => label)),
  };
}

const INCONCLUSIVE = ["inconclusive egress-blocked"];

describe("where a box takes every connection", () => {
  test("and no control host greets, nothing is claimed about the server", async () => {
    const seen = await judged({ raw: [HANGS_UP] }, SILENT);
    assert.deepEqual(seen.codes, [INCONCLUSIVE]);
    assert.equal(seen.result, "inconclusive");
    assert.match(
      seen.ofRun[0] ?? "",
      /^This machine cannot reach port \d+ anywhere \(connections are accepted, but 1 control host sent no greeting, either\), so 1 endpoint could not be tested\. Nothing is claimed about them\.$/,
    );
    assert.deepEqual([seen.reach?.connected, seen.reach?.refusing, seen.reach?.unseen], [0, 0, 1]);
    assert.deepEqual(seen.verdicts, ["inconclusive skip skip skip skip skip skip skip"]);
  });

  test("and the control hosts cannot be resolved, it says what would settle it", async () => {
    const seen = await judged({ raw: [HANGS_UP], zones: TWO }, UNRESOLVED);
    assert.deepEqual(seen.codes, [INCONCLUSIVE, INCONCLUSIVE]);
    assert.match(
      seen.ofRun[0] ?? "",
      /^It is unknown whether this machine can reach port \d+ \(every connection was accepted and closed without a greeting, and no address was found for 5 control hosts\), so 2 endpoints could not be tested\./,
    );
    assert.equal(seen.alternatives[0], "to find out");
    assert.match(seen.remedies[0] ?? "", /^Set `egress-control: HOST:(\d+)` to .* known to answer, or make/);
    assert.equal(/HOST:(\d+)/.exec(seen.remedies[0] ?? "")?.[1], /port (\d+)/.exec(seen.ofRun[0] ?? "")?.[1]);
  });

  test("and the control hosts do not even connect, it is unknown too", async () => {
    const seen = await judged({ raw: [HANGS_UP] }, DEAD);
    assert.deepEqual(seen.codes, [INCONCLUSIVE]);
    assert.match(seen.ofRun[0] ?? "", /1 control host timed out, too/);
  });

  test("and `checks` leaves out the connect, the same is said", async () => {
    const seen = await judged({ raw: [HANGS_UP], settings: { checks: "mx,banner,starttls" } }, SILENT);
    assert.deepEqual(seen.codes, [INCONCLUSIVE]);
  });
});

describe("the server is blamed for hanging up", () => {
  const cases: readonly { where: string; found: Found | undefined }[] = [
    { where: "a control host greets", found: GREETING },
    { where: "the user vouches for the network (egress-control: off)", found: undefined },
    {
      where: "the recording is of a version that did not wait for greetings",
      found: { controls: [{ connect: connected }] },
    },
  ];
  for (const { where, found } of cases) {
    test(`where ${where}`, async () => {
      const { codes } = await judged({ raw: [HANGS_UP] }, found);
      assert.deepEqual(codes, [["error banner-closed"]]);
    });
  }

  test("where another endpoint of the run greets", async () => {
    const { codes } = await judged({ raw: [HANGS_UP, GREETS], zones: TWO }, UNRESOLVED);
    assert.equal(codes.flat().includes("error banner-closed"), true);
    assert.equal(codes.flat().includes("inconclusive egress-blocked"), false);
  });

  test("where its address is private: the control hosts do not stand for it", async () => {
    const { codes } = await judged(
      { raw: [HANGS_UP], zones: { [DOMAIN]: { MX: [[10, HOST]] }, [HOST]: { A: ["127.0.0.1"] } } },
      SILENT,
    );
    assert.deepEqual(codes, [["error banner-closed"]]);
  });
});

describe("a connection that is refused", () => {
  test("is nobody's fault where no control host resolved", async () => {
    const seen = await judged({ deserted: true }, UNRESOLVED);
    assert.deepEqual(seen.codes, [INCONCLUSIVE]);
    assert.match(
      seen.ofRun[0] ?? "",
      /every connection was refused, and no address was found for 5 control hosts/,
    );
  });

  test("is the server's where a control host took one, greeting or not", async () => {
    const { codes } = await judged({ deserted: true }, SILENT);
    assert.deepEqual(codes, [["error connect-refused"]]);
  });
});

describe("that nothing is reached is said only where every control host was tried", () => {
  const full = { outcome: "local-limit", code: "EMFILE", seconds: 0 } as const;
  const cases: readonly { where: string; scene: Scene; found: Found; why: RegExp; remedy: RegExp }[] = [
    {
      where: "one sent no greeting, and the names of others did not resolve",
      scene: { raw: [HANGS_UP] },
      found: { ...SILENT, unresolved: 3 },
      why: /closed without a greeting, and 1 control host sent no greeting, either, and no address was found for 3 control hosts\)/,
      remedy: /^Set `egress-control: .*make the control hosts resolvable/,
    },
    {
      where: "one timed out, and the names of others did not resolve",
      scene: { deserted: true },
      found: { ...DEAD, unresolved: 3 },
      why: /\(1 control host timed out, too, and no address was found for 3 control hosts\)/,
      remedy: /^Set `egress-control: .*make the control hosts resolvable/,
    },
    {
      where: "this machine had no socket left for them",
      scene: { deserted: true },
      found: { controls: [{ connect: full }, { connect: full }] },
      why: /every connection was refused, and 2 control hosts could not be tried \(EMFILE\)\)/,
      remedy: /^This machine ran out of sockets or files: lower `concurrency`/,
    },
    {
      where: "the proxy failed for one of them",
      scene: { deserted: true },
      found: {
        controls: [{ connect: timedOut }, { connect: { outcome: "proxy-failed", seconds: 0 } }],
        blocked: true,
      },
      why: /\(1 control host timed out, too, and 1 control host could not be tried \(the proxy failed\)\)/,
      remedy: /^Set `egress-control: HOST:\d+` to a mail server elsewhere that is known to answer\. /,
    },
    {
      where: "they could not be tried, each for a reason of its own",
      scene: { deserted: true },
      found: {
        controls: [{ connect: full }, { connect: { outcome: "no-route", seconds: 0 } }, { connect: full }],
      },
      why: /and 3 control hosts could not be tried \(EMFILE, this machine has no route there\)\)/,
      remedy: /^This machine ran out of sockets or files: lower `concurrency`/,
    },
    {
      where: "they have addresses of the other family alone",
      scene: { deserted: true },
      found: { otherFamily: 1 },
      why: /every connection was refused, and the control host has no IPv4 address\)/,
      remedy: /^Set `egress-control: HOST:\d+` to a mail server elsewhere that is known to answer\. /,
    },
  ];
  for (const { where, scene, found, why, remedy } of cases) {
    test(`not where ${where}`, async () => {
      const seen = await judged(scene, found);
      assert.deepEqual(seen.codes, [INCONCLUSIVE]);
      assert.match(seen.ofRun[0] ?? "", /^It is unknown whether this machine can reach port \d+ \(/);
      assert.match(seen.ofRun[0] ?? "", why);
      assert.match(seen.remedies[0] ?? "", remedy);
    });
  }

  test("and of several that were, each is told", async () => {
    const two: Found = { controls: [...(SILENT.controls ?? []), { connect: timedOut }] };
    const { ofRun } = await judged({ raw: [HANGS_UP] }, two);
    assert.match(
      ofRun[0] ?? "",
      /^This machine cannot reach port \d+ anywhere \(connections are accepted, but 1 control host sent no greeting, either, and 1 control host timed out, too\)/,
    );
  });
});
