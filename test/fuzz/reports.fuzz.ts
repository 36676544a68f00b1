/** Reports that are read back: recorded, then cut, changed and lied in. What is taken is judged and shown. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { makeReplayPolicy } from "../support/run/made-plan.ts";
import { judge } from "../../src/judge/judge.ts";
import type { Report } from "../../src/judge/report.ts";
import { report as reportSchema } from "../../src/judge/schemas/report.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderJunit } from "../../src/report/junit/junit.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { mergeObservations } from "../../src/recorded/merge.ts";
import { fuzz } from "./fuzzing.ts";
import { changed, changes } from "./octets.ts";
import { parseReport } from "../../src/recorded/report.ts";

const TEXT = JSON.stringify(
  JSON.parse(readFileSync(new URL("recorded-report.json", import.meta.url), "utf8")),
);
const RECORDED = parseReport(TEXT, "recorded-report.json");
const { policy } = makeReplayPolicy([]);
const TOOL = { name: "mx-gate", version: "0.0.0" } as const;

type Path = readonly (string | number)[];

/** The way to every part of a value. */
function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* pathsOf(item, [...path, index]);
  else if (typeof value === "object" && value !== null)
    for (const [key, item] of Object.entries(value)) yield* pathsOf(item, [...path, key]);
}

/** What is judged again, and the frame around it. */
const PATHS = [
  ...pathsOf(RECORDED.observations, ["observations"]),
  ...[...pathsOf(RECORDED)].slice(0, 20),
].slice(1);
/** Every word of the report: one in the place of another is of the right type, and a lie. */
const WORDS = [...new Set(Array.from(TEXT.matchAll(/"([^"\\]{1,40})"/g), ([, word = ""]) => word))];

const replacement: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...WORDS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      ...[
        null,
        true,
        false,
        0,
        -1,
        1,
        0.5,
        25,
        250,
        421,
        554,
        2 ** 53,
        1e300,
        "",
        [],
        {},
        [[]],
        "\u202e\u0000",
        "-",
      ],
      ...[
        "2026-02-30T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "0000-01-01T00:00:00Z",
        "+275760-09-13T00:00:00Z",
        "no date",
      ],
      ...[
        "x".repeat(5000),
        "250-x\r\n",
        "\ud800",
        "__proto__",
        "*.".repeat(500),
        "127.0.0.1",
        "::ffff:127.0.0.1",
        "xn--",
      ],
    ),
  },
);

type Edit =
  | { readonly kind: "replace"; readonly path: Path; readonly by: unknown }
  | { readonly kind: "remove" | "repeat"; readonly path: Path };

const path = fc.constantFrom(...PATHS);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("replace" as const), path, by: replacement }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("remove" as const, "repeat" as const), path }) },
);

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}

function apply(root: unknown, { path: way, ...edited }: Edit): void {
  let parent: unknown = root;
  for (const step of way.slice(0, -1)) parent = isRecord(parent) ? parent[step] : undefined;
  const last = way.at(-1);
  if (!isRecord(parent) || last === undefined) return;
  if (edited.kind === "replace") parent[last] = edited.by;
  else if (edited.kind === "remove") {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else Reflect.deleteProperty(parent, last);
  } else if (Array.isArray(parent)) parent.push(parent[Number(last)]);
  else parent[`${String(last)} again`] = parent[last];
}

const edited = fc.array(edit, { maxLength: 5 }).map((edits) => {
  const copy: unknown = JSON.parse(TEXT);
  for (const each of edits) apply(copy, each);
  return JSON.stringify(copy);
});
const broken = changes.map((all) => changed(Buffer.from(TEXT), all).toString("utf8"));

fuzz("recorded reports", {
  inputs: fc.oneof({ weight: 9, arbitrary: edited }, { weight: 1, arbitrary: broken }),
  parse(text): Report {
    const { observations } = parseReport(text, "r.json");
    const merged = mergeObservations([observations, RECORDED.observations]);
    return judge(merged, { policy, now: Date.parse(observations.finished), tool: TOOL });
  },
  check(report) {
    reportSchema.shape.domains.parse(report.domains);
    const rules = gateRules(report);
    const lines = [
      ...blockLines(renderTerminal(report, rules, { width: 100, colour: false, verbose: true })),
    ];
    assert.notEqual(lines.length + [...renderJunit(report, rules)].length, 0);
  },
  declared: (error) => error instanceof ConfigurationError && error.problems.length > 0,
});
