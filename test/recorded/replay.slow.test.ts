/** Recorded runs, judged again: the same facts under another policy, at another moment, or from several runs. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { isSettingName } from "../../src/config/given.ts";
import { placedChecks, type Report } from "../../src/judge/report.ts";
import { mergeObservations } from "../../src/recorded/merge.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { rejudge } from "../../src/run/replay.ts";
import { check } from "../../src/run/run.ts";
import { judgeAgain, play } from "../judge/scene.ts";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { given, hostOf, RecordingHost } from "../support/run/recording-host.ts";

const DOMAINS = [
  "healthy.test",
  "20-days-left.test",
  "expired.test",
  "nameless-greeting.test",
  "no-starttls.test",
  "null-mx.test",
];

let lab: Lab;
let whole: Report;
/** Of all domains, too, written line by line while the run went on. */
let recorded: Report;
/** Reports by the name of their file: of all domains, and of two halves. */
const files: Record<string, string> = {};

async function record(file: string, domains: readonly string[]): Promise<Report> {
  const settings = Object.entries(lab.settings).filter(([name]) => isSettingName(name));
  const host = hostOf(lab);
  const options = { ...Object.fromEntries(settings), domains: domains.join(), "report-file": file };
  const report = await check(given(options), "command", host);
  files[file] = host.readFile(file) ?? assert.fail(file);
  return report;
}

before(async () => {
  lab = await startLab({ only: DOMAINS });
  whole = await record("whole.json", DOMAINS);
  recorded = await record("whole.ndjson", DOMAINS);
  await record("one.json", DOMAINS.slice(0, 3));
  await record("other.json", DOMAINS.slice(3));
});
after(() => lab.close());

/** The threshold under which the lab was judged. */
const SAME = { "max-banner-seconds": "2" };

interface Again {
  readonly report: Report;
  readonly host: RecordingHost;
}

async function again(
  names: readonly string[],
  settings: Readonly<Record<string, string>> = SAME,
  at?: Date,
): Promise<Again> {
  const host = new RecordingHost({ files });
  const report = await rejudge(names, given(settings), at, host);
  return { report, host };
}

/** Every check of a report by its place: `expired.test mx1.expired.test certificate` and what became of it. */
function verdicts(report: Report): Map<string, string> {
  return new Map(
    [...placedChecks(report.domains)].map(({ domain, server, endpoint, check: each }) => [
      [domain.name, server?.host, endpoint?.address, each.check]
        .filter((part) => part !== undefined)
        .join(" "),
      [each.verdict, ...each.findings.map(({ code }) => code)].join(" "),
    ]),
  );
}

/** What stands in one report otherwise than in another. */
function changes(from: Report, to: Report): string[] {
  const before = verdicts(from);
  return [...verdicts(to)].flatMap(([place, verdict]) =>
    before.get(place) === verdict ? [] : [`${place}: ${before.get(place) ?? "nothing"} -> ${verdict}`],
  );
}

describe("the same facts under the same settings", () => {
  test("give the same report, byte for byte", async () => {
    const { host } = await again(["whole.json"], { ...SAME, "report-file": "whole.json" });
    assert.equal(host.readFile("whole.json") === files["whole.json"], true);
  });

  test("give the summary as a file, which names the others", async () => {
    const { host, report } = await again(["whole.json"], {
      ...SAME,
      "junit-file": "again.xml",
      "summary-file": "again.md",
    });
    const written = [{ kind: "junit-file", path: "again.xml" }] as const;
    assert.equal(
      host.readFile("again.md") === renderSummary(report, gateRules(report), { links: {}, written }),
      true,
    );
    assert.deepEqual(host.delivered[0]?.written.at(-1), { kind: "summary-file", path: "again.md" });
  });

  test("give the same report from a recording, byte for byte", async () => {
    const { report } = await again(["whole.ndjson"], { ...SAME, "report-file": "whole.ndjson" });
    assert.equal([...renderJson(report)].join("") === [...renderJson(recorded)].join(""), true);
  });

  test("give a recording again, which gives the same report", async () => {
    const settings = { ...SAME, "report-file": "second.ndjson" };
    const first = await again(["whole.ndjson"], settings);
    files["second.ndjson"] = first.host.readFile("second.ndjson") ?? assert.fail();
    const second = await again(["second.ndjson"], settings);
    assert.deepEqual(second.report, first.report);
  });

  test("give the same again from what was written then", async () => {
    const first = await again(["whole.json"], { ...SAME, "report-file": "second.json" });
    files["second.json"] = first.host.readFile("second.json") ?? assert.fail();
    const second = await again(["second.json"], { ...SAME, "report-file": "second.json" });
    assert.equal([...renderJson(second.report)].join("") === files["second.json"], true);
  });

  test("need no packet, and reach the host once", async () => {
    const asked = lab.dns.asked.length;
    const { host, report } = await again(["whole.json"], { ...SAME, "junit-file": "again.xml" });
    assert.equal(lab.dns.asked.length, asked);
    assert.deepEqual(
      host.delivered.map((each) => each.report === report),
      [true],
    );
    assert.deepEqual(host.delivered[0]?.written, [{ kind: "junit-file", path: "again.xml" }]);
  });
});

describe("another policy changes what it asks for, and nothing else", () => {
  test("severity", async () => {
    const { report } = await again(["whole.json"], { ...SAME, severity: "banner-no-hostname: error" });
    const place = "nameless-greeting.test mx1.nameless-greeting.test";
    assert.deepEqual(
      changes(whole, report).map((change) => change.replace(/127[\d.]+ /, "")),
      [`${place} banner: warn banner-no-hostname -> fail banner-no-hostname`],
    );
  });

  test("days to expiry", async () => {
    const { report } = await again(["whole.json"], { ...SAME, "min-days-to-expiry": "21" });
    assert.deepEqual(
      changes(whole, report).map((change) => change.replace(/127[\d.]+ /, "")),
      ["20-days-left.test mx1.20-days-left.test certificate: warn cert-expiring-soon -> fail cert-expiring"],
    );
  });

  test("the gate", async () => {
    const { report } = await again(["whole.json"], { ...SAME, "fail-on": "never" });
    assert.deepEqual([whole.gate, report.gate, changes(whole, report)], ["closed", "open", []]);
  });

  test("the TLS version", async () => {
    const { report } = await play({ tls: () => ({ maxVersion: "TLSv1.2" }) });
    files["tls12.json"] = [...renderJson(report)].join("");
    const strict = await again(["tls12.json"], { "min-tls-version": "1.3" });
    assert.deepEqual([report.result, report.gate], ["pass", "open"]);
    assert.deepEqual([strict.report.result, strict.report.gate], ["fail", "closed"]);
    assert.deepEqual(changes(report, strict.report), [
      "case.test mx.case.test 127.0.0.1 starttls: pass tls-no-1.3 -> fail tls-version-too-low tls-no-1.3",
    ]);
  });

  test("the moment: a year later every certificate has expired", async () => {
    const at = new Date(Date.parse(whole.finished) + 365 * 86_400_000);
    const { report } = await again(["whole.json"], SAME, at);
    assert.equal(report.judgedAt, at.toISOString());
    assert.deepEqual([report.started, report.finished], [whole.started, whole.finished]);
    const certificates = [...verdicts(report)].filter(([place]) => place.endsWith(" certificate"));
    const expired = certificates.filter(([, verdict]) => verdict.startsWith("fail cert-expired"));
    // Of one server no certificate was ever seen.
    assert.equal(expired.length, certificates.length - 1);
  });
});

describe("several runs", () => {
  test("become one: every domain, every verdict, whatever the order of the files", async () => {
    for (const names of [
      ["one.json", "other.json"],
      ["other.json", "one.json"],
    ]) {
      const { report } = await again(names);
      assert.deepEqual(
        report.domains.map(({ name }) => name),
        DOMAINS,
      );
      assert.deepEqual(changes(whole, report), []);
      assert.deepEqual(report.counts, whole.counts);
      assert.deepEqual(
        [report.result, report.score, report.gateSummary],
        [whole.result, whole.score, whole.gateSummary],
      );
    }
  });

  test("last from the first beginning to the last end", async () => {
    const { report } = await again(["one.json", "other.json"]);
    const { started } = (await again(["one.json"])).report;
    const { finished } = (await again(["other.json"])).report;
    assert.deepEqual([report.started, report.finished, report.judgedAt], [started, finished, finished]);
  });

  test("that saw the same domain: what one of them saw fail is not undone by the other", async () => {
    const broken = await play({ script: { starttls: "missing" } });
    const mended = await play({});
    for (const runs of [
      [broken.observations, mended.observations],
      [mended.observations, broken.observations],
    ]) {
      const { domains, gate } = judgeAgain(mergeObservations(runs), mended.policy);
      const endpoints = domains.flatMap(({ servers }) => servers.flatMap((server) => server.endpoints));
      assert.deepEqual(
        endpoints.map(({ port, result }) => `${String(port)} ${result}`).sort(),
        [`${String(broken.port)} fail`, `${String(mended.port)} pass`].sort(),
      );
      assert.deepEqual([domains.length, gate], [1, "closed"]);
    }
  });

  test("that share an endpoint: each domain is judged by its own postmaster", async () => {
    const served = await play({});
    const moved = structuredClone(served.observations);
    for (const domain of moved.domains) domain.name = "moved.test";
    const transactions = Object.values(moved.endpoints).flatMap(({ connections }) =>
      connections.flatMap(({ delivery }) => delivery?.transactions ?? []),
    );
    for (const transaction of transactions) {
      transaction.domain = "moved.test";
      transaction.rcpt = {
        reply: { code: 554, lines: ["554 5.7.1 Relay access denied"], seconds: 0 },
      };
    }
    for (const runs of [
      [served.observations, moved],
      [moved, served.observations],
    ]) {
      const report = judgeAgain(mergeObservations(runs), served.policy);
      const results = report.domains.map(({ name, result }) => `${name} ${result}`).sort();
      assert.deepEqual(results, ["case.test pass", "moved.test fail"]);
    }
  });

  test("of which there is none are an error", () => {
    assert.throws(() => mergeObservations([]), ConfigurationError);
  });
});

describe("a file that is no report", () => {
  const cases: readonly { what: string; text: () => string | undefined; says: RegExp }[] = [
    { what: "that does not exist", text: () => undefined, says: /^strange\.json does not exist\.$/ },
    { what: "that is empty", text: () => "", says: /^This is not valid JSON\.$/ },
    { what: "that is XML", text: () => "<testsuites/>", says: /^This is not valid JSON\.$/ },
    {
      what: "that is cut off",
      text: () => files["one.json"]?.slice(0, -100),
      says: /^This is not valid JSON\.$/,
    },
    {
      what: "that is null",
      text: () => "null",
      says: /^This is not a report of MX Gate \(mx-gate\/report\/v1\)\.$/,
    },
    {
      what: "that is other JSON",
      text: () => '{"name":"mx-gate"}',
      says: /^This is not a report of MX Gate .* At schema: /,
    },
    {
      what: "of a version to come",
      text: () => files["one.json"]?.replace("mx-gate/report/v1", "mx-gate/report/v2"),
      says: /^This is not a report of MX Gate .* At schema: /,
    },
    {
      what: "in which somebody has written",
      text: () => files["one.json"]?.replace(/("mx":\{"question":.*?"outcome":)"answer"/, '$1"fine"'),
      says: /^This is not a report of MX Gate .* At observations\.domains\[0\]\.mx\.question\.outcome: /,
    },
  ];
  for (const { what, text, says } of cases) {
    test(what, async () => {
      const content = text();
      const host = new RecordingHost({
        files: { ...files, ...(content !== undefined && { "strange.json": content }) },
      });
      await assert.rejects(rejudge(["one.json", "strange.json"], given(SAME), undefined, host), (error) => {
        assert.ok(error instanceof ConfigurationError);
        assert.deepEqual(
          error.problems.map(({ file, message }) => file ?? message.split(" ")[0]),
          ["strange.json"],
        );
        assert.match(error.message, says);
        return true;
      });
      assert.deepEqual(host.delivered, []);
    });
  }
});

test("settings about probing are refused, all at once", async () => {
  await assert.rejects(
    again(["whole.json"], { timeout: "3", domains: "example.com", "min-tls-version": "1.3" }),
    (error) => {
      assert.ok(error instanceof ConfigurationError);
      assert.deepEqual(
        error.problems.map(({ message }) => message.split(" ")[0]),
        ["--timeout", "--domains"],
      );
      return true;
    },
  );
});
