import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  configurationAnnotations,
  renderConfigurationErrors,
} from "../../src/report/configuration-errors.ts";

const FILE = ".github/mx-gate.yml";
const PROBLEMS = [
  {
    file: FILE,
    line: 7,
    column: 3,
    message: "min-tls-versoin is not a setting. Did you mean min-tls-version?",
  },
  { file: FILE, line: 9, column: 22, message: '"1.9" is not a TLS version. Allowed: 1.0, 1.1, 1.2, 1.3.' },
  { message: "No domain is given." },
];

describe("errors of the configuration", () => {
  test("are told with their places, then counted", () => {
    assert.deepEqual(renderConfigurationErrors(PROBLEMS, 100, "probed"), [
      ".github/mx-gate.yml:7:3  min-tls-versoin is not a setting. Did you mean min-tls-version?",
      '.github/mx-gate.yml:9:22 "1.9" is not a TLS version. Allowed: 1.0, 1.1, 1.2, 1.3.',
      "No domain is given.",
      "3 errors; nothing was probed.",
    ]);
  });

  test("hang below their text where a line is too short", () => {
    assert.deepEqual(renderConfigurationErrors(PROBLEMS.slice(0, 1), 60, "probed"), [
      ".github/mx-gate.yml:7:3 min-tls-versoin is not a setting.",
      "                        Did you mean min-tls-version?",
      "1 error; nothing was probed.",
    ]);
  });

  test("go below a place that is too long to stand beside", () => {
    const file = `${"a/".repeat(30)}policy.yml`;
    assert.deepEqual(renderConfigurationErrors([{ file, line: 1, message: "Wrong." }], 80, "probed"), [
      `${file}:1`,
      "  Wrong.",
      "1 error; nothing was probed.",
    ]);
  });

  test("say what they have kept from being done, and nothing of it where nothing was to be done", () => {
    const two = [{ message: "One." }, { message: "Two." }];
    const last = (undone: "judged" | undefined, problems = two) =>
      renderConfigurationErrors(problems, 80, undone).at(-1);
    assert.equal(last("judged"), "2 errors; nothing was judged.");
    assert.equal(last(undefined), "2 errors.");
    assert.equal(last(undefined, two.slice(0, 1)), "One.");
  });

  test("show what is hidden in them", () => {
    assert.equal(
      renderConfigurationErrors([{ message: "\u001b[2J\u202e is no setting." }], 80, "probed")[0],
      "\\x1b[2J\\u{202e} is no setting.",
    );
  });
});

test("of hundreds of thousands the first hundred are shown, and all are counted", () => {
  const many = Array.from({ length: 200_000 }, (_, index) => ({
    file: "p.yml",
    line: index,
    message: "No.",
  }));
  const lines = renderConfigurationErrors(many, 80, "probed");
  assert.equal(lines.length, 101);
  assert.equal(lines.at(-1), "200,000 errors; nothing was probed. The first 100 are shown.");
});

describe("their annotations", () => {
  test("stand at the line, and none is about the run", () => {
    assert.deepEqual(configurationAnnotations(PROBLEMS.slice(0, 1)), [
      {
        level: "error",
        title: "Mail gate: configuration error, nothing was probed",
        message: PROBLEMS[0]?.message,
        file: FILE,
        line: 7,
        column: 3,
      },
    ]);
  });
  test("are at most ten, and say how many are missing", () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ message: `Wrong ${index}.` }));
    const annotations = configurationAnnotations(many);
    assert.equal(annotations.length, 10);
    assert.equal(annotations.at(-1)?.message, "11 more errors in the step log; nothing was probed.");
  });
});
