/** Recordings: what is written line by line reads as the report of the same run does, and half a file is half a run. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Report } from "../../src/judge/report.ts";
import type { Observations } from "../../src/observe/observation.ts";
import { mergeObservations } from "../../src/recorded/merge.ts";
import { readingRecording, type Recorded } from "../../src/recorded/reading.ts";
import { RecordingLines, renderRecording } from "../../src/recorded/recording.ts";
import { parseReport } from "../../src/recorded/report.ts";
import { renderJson } from "../../src/report/json.ts";
import { atOnce } from "../../src/system/steps.ts";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { policies, recordedRuns, severalRuns } from "./random-runs.ts";
import { judgeRecorded, observationsOf, policyOf } from "./reports.ts";

const FILE = "run.ndjson";
const POLICY = policyOf();

function read(lines: Iterable<string>): Recorded {
  return atOnce(readingRecording(lines, FILE));
}

function problemOf(lines: Iterable<string>): string {
  try {
    read(lines);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const [{ line, message }] = error.problems as [{ line?: number; message: string }];
    return `${line === undefined ? "" : `${String(line)}: `}${message}`;
  }
  return assert.fail("it was taken");
}

function nextOf(numbers: fc.Stream<number>): number {
  const next: IteratorResult<number, unknown> = numbers.next();
  return next.done === true ? 0 : next.value;
}

/** The observations that the JSON report of a run gives. */
function fromJson(report: Report): Observations {
  return parseReport([...renderJson(report)].join(""), "run.json").observations;
}

const RUN = observationsOf({
  minute: 0,
  checks: ["mx", "connect", "certificate"],
  blocked: false,
  endpoints: [
    { domain: "a.test", host: "mx1.test", state: "sound" },
    { domain: "b.test", host: "mx2.test", state: "expired" },
  ],
});
const LINES = [...renderRecording(judgeRecorded(RUN, POLICY))];

describe("of any runs", () => {
  const written = fc.oneof(recordedRuns, severalRuns.map(mergeObservations));

  test("a recording gives the observations that the JSON report gives, and the same verdicts", () => {
    fc.assert(
      fc.property(written, policies, (observations, policy) => {
        const report = judgeRecorded(observations, policy);
        const recorded = read(renderRecording(report));
        assert.deepEqual(recorded.observations, fromJson(report));
        assert.deepEqual(recorded.settings, JSON.parse(JSON.stringify(report.policy.settings)));
        assert.deepEqual(
          judgeRecorded(recorded.observations, policy),
          judgeRecorded(fromJson(report), policy),
        );
      }),
      { numRuns: 100 },
    );
  });

  test("the order in which things are seen does not matter, nor that they are seen twice", () => {
    fc.assert(
      fc.property(recordedRuns, fc.infiniteStream(fc.nat()), (observations, random) => {
        const report = judgeRecorded(observations, POLICY);
        const [header = "", ...others] = [...renderRecording(report)];
        const end = others.pop() ?? "";
        const ranked = [...others, ...others].map((line) => ({ line, rank: nextOf(random) }));
        const shuffled = ranked.sort((a, b) => a.rank - b.rank).map(({ line }) => line);
        assert.deepEqual(read([header, ...shuffled, end]).observations, fromJson(report));
      }),
      { numRuns: 50 },
    );
  });

  test("wherever the file is cut, what is whole in it is judged, and what is missing is counted", () => {
    fc.assert(
      fc.property(recordedRuns, fc.nat(), (observations, cut) => {
        const report = judgeRecorded(observations, POLICY);
        const text = [...renderRecording(report)].join("");
        const header = text.indexOf("\n") + 1;
        const half = text.slice(0, header + (cut % (text.length - header - 1)));
        const { observations: recorded } = read(half.split(/(?<=\n)/));
        assert.equal(recorded.ended, "cut-off");
        assert.equal(recorded.domains.length + (recorded.absent ?? 0), observations.domains.length);
        const names = recorded.domains.map(({ name }) => name);
        assert.deepEqual(
          recorded.domains,
          observations.domains.filter(({ name }) => names.includes(name)),
        );
        const judged = judgeRecorded(recorded, POLICY);
        assert.equal(judged.gate, "closed");
        assert.equal(judged.partial, true);
        assert.ok(judged.findings.some(({ code }) => code === "recording-cut-off"));
      }),
      { numRuns: 100 },
    );
  });
});

test("what is written while a run goes on is not written again at its end, unless something became of it", () => {
  const writer = new RecordingLines();
  const [endpoint] = Object.values(RUN.endpoints);
  const [domain] = RUN.domains;
  if (endpoint === undefined || domain === undefined) assert.fail("nothing recorded");
  const before = [
    ...writer.certificates(RUN.certificates),
    ...writer.endpoint(endpoint),
    ...writer.domain(0, domain),
  ];
  const looked = { ...endpoint, probedAfter: 1 };
  const at = Object.keys(RUN.endpoints)[0] ?? "";
  const after = [...writer.end({ ...RUN, endpoints: { ...RUN.endpoints, [at]: looked } })];
  const [header = ""] = LINES;
  assert.deepEqual(
    after.map((line) => /"record":"(\w+)"/.exec(line)?.[1]),
    ["endpoint", "endpoint", "domain", "end"],
  );
  const { endpoints } = read([header, ...before, ...after]).observations;
  assert.equal(endpoints[at]?.probedAfter, 1);
});

test("what is no recording is refused with its line, and quoted nowhere", () => {
  const [header = "", ...others] = LINES;
  const end = others.at(-1) ?? "";
  const cases: readonly (readonly [lines: readonly string[], problem: RegExp])[] = [
    [[], /^This is no recording .* It is empty\.$/],
    [["TOKEN=secret\n"], /^1: This is not valid JSON\.$/],
    [["TOKEN=secret"], /^1: This is not valid JSON\.$/],
    [[header, "TOKEN=secret\n", end], /^2: This is not valid JSON\.$/],
    [others, /^1: .* Its first line is not the header\.$/],
    [[header, header], /^2: This is a second header/],
    [[...LINES, others[0] ?? ""], /^\d+: It goes on behind its end/],
    [[...LINES, "secret"], /^\d+: It goes on behind its end/],
    [
      [header.replace('"subjects":2', '"subjects":3'), ...others],
      /The file is not whole: the run was for 3 domains and servers, of which the file lacks 1\.$/,
    ],
    [
      [header, ...others.slice(1)],
      /The file is not whole: by its end it has 4 certificates, and 3 are there\./,
    ],
    ...[
      ["3", "2", /There is no shard 3 of 2\.$/],
      ["1", "4000000000", /^1: This is no recording .* At shard\.of: /],
    ].map(([index, of, problem]): readonly [string[], RegExp] => {
      const shard = `"shard":{"index":${String(index)},"of":${String(of)},"plan":"","subjects":2}`;
      return [[header.replace('"subjects":2', `"subjects":2,${shard}`)], problem as RegExp];
    }),
    [[header, '{"record":"secret"}\n'], /^2: This is no recording/],
    [[header.replace('"subjects":2', '"subjects":1'), ...others], /This is domain 1 of 1\.$/],
    [[`${"[".repeat(100_000)}${"]".repeat(100_000)}\n`], /^1: This is no recording/],
    [
      [header.replace(/"from":"default"/, `"from":"default","line":{}`)],
      /^1: This is no recording .* At policy\.settings/,
    ],
    [
      [
        header.replace(
          '"settings":{',
          `"settings":{"x":{"from":"input","value":${"[".repeat(50_000)}${"]".repeat(50_000)}},`,
        ),
      ],
      /^1: .* nested too deeply\.$/,
    ],
    [LINES.map((line) => line.replace("mx1.test|", "mx9.test|")), /there is no such endpoint\.$/],
  ];
  for (const [lines, problem] of cases) {
    const told = problemOf(lines);
    assert.match(told, problem);
    assert.doesNotMatch(told, /secret/);
  }
});
