/** .ci/run adds up what its stages say; each case is a small project whose scripts say something else. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";

const root = dirname(dirname(import.meta.dirname));

interface Outcome {
  readonly exitCode: number | string;
  readonly lines: readonly string[];
}

/** Runs stages of .ci/run in a project that has these npm scripts. */
async function run(
  scripts: Readonly<Record<string, string>>,
  ...stages: readonly string[]
): Promise<Outcome> {
  const project = mkdtempSync(join(tmpdir(), "mx-gate-ci-"));
  try {
    mkdirSync(join(project, ".ci"));
    cpSync(join(root, ".ci/run"), join(project, ".ci/run"));
    writeFileSync(join(project, "package.json"), JSON.stringify({ name: "x", scripts }));
    return await new Promise((resolve) => {
      execFile(join(project, ".ci/run"), stages, (error, stdout, stderr) => {
        assert.equal(stderr, "", "everything goes to one stream, so that the last line is the last line");
        resolve({ exitCode: error?.code ?? 0, lines: stdout.trimEnd().split("\n") });
      });
    });
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** A script that prints these lines and ends with this code. */
const printing = (code: number, ...lines: readonly string[]): string =>
  `printf '${lines.map((line) => `${line}\\n`).join("")}'; exit ${code}`;

const summary = (pass: number, fail: number, cancelled = 0, skipped = 0): readonly string[] => [
  "ℹ tests 99",
  `ℹ pass ${pass}`,
  `ℹ fail ${fail}`,
  `ℹ cancelled ${cancelled}`,
  `ℹ skipped ${skipped}`,
  "ℹ todo 0",
];

describe("the last line of .ci/run", () => {
  const cases: readonly {
    name: string;
    scripts: Readonly<Record<string, string>>;
    stages: readonly string[];
    last: string;
    exitCode: number;
  }[] = [
    {
      name: "counts each test and each other stage",
      scripts: {
        lint: printing(0, "fine"),
        test: printing(0, ...summary(12, 0)),
        "test:mta": printing(0, ...summary(3, 0)),
      },
      stages: ["lint", "test", "mta"],
      last: "16 passed, 0 failed",
      exitCode: 0,
    },
    {
      name: "goes on after a failure and counts it",
      scripts: {
        lint: printing(1, "bad"),
        types: printing(0, "fine"),
        test: printing(1, ...summary(5, 2, 1)),
      },
      stages: ["lint", "types", "test"],
      last: "6 passed, 4 failed",
      exitCode: 1,
    },
    {
      name: "understands the TAP summary, too",
      scripts: { test: printing(0, "# pass 4", "# fail 0", "# cancelled 0") },
      stages: ["test"],
      last: "4 passed, 0 failed",
      exitCode: 0,
    },
    {
      name: "takes the summary that is printed last, not one that a test prints",
      scripts: { test: printing(0, ...summary(1, 0), ...summary(7, 0)) },
      stages: ["test"],
      last: "7 passed, 0 failed",
      exitCode: 0,
    },
    {
      name: "counts a run of tests that dies before its summary",
      scripts: { test: printing(7, "starting") },
      stages: ["test"],
      last: "0 passed, 1 failed",
      exitCode: 1,
    },
    {
      name: "counts a run of tests that found none",
      scripts: { test: printing(0, ...summary(0, 0)) },
      stages: ["test"],
      last: "0 passed, 1 failed",
      exitCode: 1,
    },
    {
      name: "counts a failure outside of any test",
      scripts: { test: printing(1, ...summary(3, 0)) },
      stages: ["test"],
      last: "3 passed, 1 failed",
      exitCode: 1,
    },
    {
      name: "counts skipped tests on neither side",
      scripts: { test: printing(0, ...summary(3, 0, 0, 2)) },
      stages: ["test"],
      last: "3 passed, 0 failed",
      exitCode: 0,
    },
    {
      name: "counts a stage that leaves a process running, and ends that process",
      scripts: { demo: "sleep 300 & exit 0" },
      stages: ["demo"],
      last: "0 passed, 1 failed",
      exitCode: 1,
    },
    {
      name: "waits for the summary of a run whose last process outlives its first",
      scripts: { test: `(sleep 0.5; ${printing(0, ...summary(3, 0))}) & exit 0` },
      stages: ["test"],
      last: "3 passed, 0 failed",
      exitCode: 0,
    },
    {
      name: "counts steps that ran beside the labs, and ends what they leave running",
      scripts: {
        lint: printing(1, "bad"),
        types: "sleep 300 & exit 0",
        "test:mta": printing(0, ...summary(3, 0)),
      },
      stages: ["lint", "types", "mta"],
      last: "3 passed, 2 failed",
      exitCode: 1,
    },
    {
      name: "lets a stage be interrupted, as its tests do with the command",
      scripts: { lint: "kill -INT $$; echo deaf" },
      stages: ["lint"],
      last: "0 passed, 1 failed",
      exitCode: 1,
    },
    {
      name: "reads no standard input",
      scripts: { lint: "cat" },
      stages: ["lint"],
      last: "1 passed, 0 failed",
      exitCode: 0,
    },
  ];
  for (const { name, scripts, stages, last, exitCode } of cases) {
    test(name, async () => {
      const outcome = await run(scripts, ...stages);
      assert.equal(outcome.lines.at(-1), last, outcome.lines.join("\n"));
      assert.equal(outcome.exitCode, exitCode);
    });
  }

  test("what ran beside the labs is shown behind them, each in one piece", async () => {
    const { lines } = await run(
      {
        lint: printing(0, "lint said"),
        types: printing(1, "types said"),
        "test:mta": printing(0, ...summary(3, 0)),
      },
      ...["lint", "types", "mta", "clean"],
    );
    const told = lines.filter((line) => /^(?:===|---|\w+ said)/.test(line));
    assert.deepEqual(told.slice(0, -2), [
      "=== mta: npm run test:mta",
      "--- mta: ok",
      "=== lint, beside mta: npm run lint",
      "lint said",
      "--- lint: ok",
      "=== types, beside mta: npm run types",
      "types said",
      "--- types: FAILED (exit code 1)",
    ]);
    assert.match(told.at(-2) ?? "", /^=== clean: /);
  });

  test("an unknown stage runs nothing", async () => {
    const outcome = await run({ lint: "echo ran" }, "lint", "lnt");
    assert.equal(outcome.exitCode, 2);
    assert.match(outcome.lines.join("\n"), /^There is no stage "lnt": [a-z ]+\.$/);
  });
});
