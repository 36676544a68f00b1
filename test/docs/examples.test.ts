/** The workflows to copy: the index has each of them, in the right place; each says where to save it and asks for no more rights than it uses. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { settings, type Setting } from "../../src/config/settings.ts";

const FOLDER = join(import.meta.dirname, "../../docs/examples");
const INDEX = readFileSync(join(FOLDER, "README.md"), "utf8");
const EXAMPLES = globSync("*.yml", { cwd: FOLDER }).sort();

const workflow = z.looseObject({
  on: z.looseObject({ pull_request: z.looseObject({ paths: z.array(z.string()).default([]) }).optional() }),
  permissions: z.strictObject({}),
  jobs: z.record(
    z.string(),
    z.looseObject({
      "runs-on": z.union([z.string(), z.array(z.string())]),
      "timeout-minutes": z.number(),
      permissions: z.record(z.string(), z.string()),
      steps: z.array(z.unknown()),
    }),
  ),
});

/** Rights of a job, by the words in its steps that need them. */
const RIGHTS: readonly (readonly [words: RegExp, right: string])[] = [
  [/"actions\/checkout@/, "contents: read"],
  [/"comment-summary-in-pr"/, "pull-requests: write"],
  [/\bgh issue /, "issues: write"],
  [/\bgh run /, "actions: read"],
  // In private repositories it reads the run, too.
  [/upload-sarif@/, "actions: read"],
  [/upload-sarif@/, "security-events: write"],
];

/** Headings of the index, in their order, by the runners that the jobs of a workflow need. */
const HEADINGS = {
  hosted: "On GitHub-hosted runners",
  both: "On both",
  own: "On self-hosted runners that reach port 25",
} as const;

function textOf(example: string): string {
  return readFileSync(join(FOLDER, example), "utf8");
}

function headingOf(example: string): string {
  const { jobs } = workflow.parse(parse(textOf(example)));
  const hosted = Object.values(jobs).map((job) => job["runs-on"] === "ubuntu-latest");
  if (hosted.every(Boolean)) return HEADINGS.hosted;
  return hosted.some(Boolean) ? HEADINGS.both : HEADINGS.own;
}

describe("docs/examples/README.md", () => {
  test("has the workflows that need nothing of their own first", () => {
    const headings = [...INDEX.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, [...Object.values(HEADINGS), "Self-hosted runners"]);
  });

  for (const example of EXAMPLES) {
    const saved = /^# Save it as \.github\/workflows\/([\w-]+\.yml)\./m.exec(textOf(example))?.[1];

    test(`${example} says where to save it, as its row does, below the right heading`, () => {
      const row = new RegExp(`^\\| \\[${example}\\]\\(${example}\\) .*\\| \`(.*)\` +\\|$`, "m").exec(INDEX);
      assert.equal(row?.[1], saved);
      const above = [...INDEX.slice(0, row?.index).matchAll(/^## (.*)$/gm)].at(-1)?.[1];
      assert.equal(above, headingOf(example));
    });

    test(`${example} gives each job the rights that its steps need`, () => {
      for (const [name, { permissions, steps }] of Object.entries(
        workflow.parse(parse(textOf(example))).jobs,
      )) {
        const words = JSON.stringify(steps);
        const needed = RIGHTS.filter(([pattern]) => pattern.test(words)).map(([, right]) => right);
        const given = Object.entries(permissions).map(([scope, access]) => `${scope}: ${access}`);
        assert.deepEqual(given.sort(), [...new Set(needed)].sort(), name);
      }
    });

    test(`${example} runs for changes of itself where it names workflows`, () => {
      const paths = workflow.parse(parse(textOf(example))).on.pull_request?.paths ?? [];
      const named = paths
        .filter((path) => path.startsWith(".github/workflows/"))
        .map((path) => basename(path));
      assert.deepEqual(named, named.length === 0 ? [] : [saved]);
    });
  }

  test("no two are to be saved in one place", () => {
    const places = EXAMPLES.map((example) => /^# Save it as (\S+)\.$/m.exec(textOf(example))?.[1]);
    assert.deepEqual([...new Set(places)], places);
  });

  test("pull-request.yml starts Postfix as before-deploy.yml does", () => {
    const jobsOf = (example: string) => workflow.parse(parse(textOf(example))).jobs;
    assert.deepEqual(
      jobsOf("pull-request.yml")["configuration"]?.steps,
      jobsOf("before-deploy.yml")["mail"]?.steps,
    );
  });

  test("pull-request.yml has each job test what the pull request brings", () => {
    const { jobs } = workflow.parse(parse(textOf("pull-request.yml")));
    for (const { steps } of Object.values(jobs)) {
      assert.match(JSON.stringify(steps[0]), /"actions\/checkout@/);
      for (const step of steps.map((each) => JSON.stringify(each)))
        assert.ok(!step.includes('"domains"') || step.includes('"zone-files"'), step);
    }
  });

  test("where zone files are tested, the domains that must have mail are named beside them", () => {
    const steps = EXAMPLES.flatMap((example) =>
      Object.values(workflow.parse(parse(textOf(example))).jobs)
        .flatMap((job) => job.steps.map((step) => JSON.stringify(step)))
        .filter((step) => step.includes('"zone-files"'))
        .map((step) => ({ example, step })),
    );
    assert.ok(steps.length > 5);
    for (const { example, step } of steps) {
      assert.match(step, /"domains"/, example);
      // As an input, or in the policy that the head of the example shows.
      assert.match(textOf(example), /mx-implicit: error/, example);
    }
  });
});

describe("lines of a policy file that an example has in its comment", () => {
  const commented = EXAMPLES.flatMap((example) =>
    [...textOf(example).matchAll(/^# {5}([a-z-]+): (\S.*)$/gm)].map(([, key = "", value = ""]) => ({
      example,
      key,
      value,
    })),
  );

  test("are keys of the file, with values that they take", () => {
    const definitions: Readonly<Record<string, Setting>> = settings;
    const refused = commented.filter(
      ({ key, value }) => definitions[key]?.schema.safeParse(parse(value)).success !== true,
    );
    assert.deepEqual(refused, []);
  });

  test("name a baseline in the workflow of the shards", () => {
    const found = commented.find(({ example, key }) => example === "sharded.yml" && key === "baseline");
    assert.equal(found?.value, "mail/baseline.json");
    // Every job that judges has checked the file out.
    const { jobs } = workflow.parse(parse(textOf("sharded.yml")));
    for (const job of ["probe", "gate"])
      assert.match(JSON.stringify(jobs[job]?.steps), /"actions\/checkout@/);
  });
});
