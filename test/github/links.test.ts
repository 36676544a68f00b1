import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linksOf } from "../../src/github/links.ts";

const SERVER = "https://github.example";
const HEAD = "0123456789abcdef0123456789abcdef01234567";
const CONTEXT = { payload: {}, sha: "merge", runId: 77, serverUrl: SERVER };
const ENV = {
  GITHUB_REPOSITORY: "octo/mail",
  GITHUB_SHA: "merge",
  GITHUB_ACTION_REPOSITORY: "mx-gate/mx-gate",
  GITHUB_ACTION_REF: "v1",
};

describe("links of a run", () => {
  test("lead to the run, the commit, its files and the pages of this version", () => {
    assert.deepEqual(linksOf(CONTEXT, ENV), {
      run: `${SERVER}/octo/mail/actions/runs/77`,
      commit: { sha: "merge", url: `${SERVER}/octo/mail/commit/merge` },
      files: `${SERVER}/octo/mail/blob/merge`,
      docs: `${SERVER}/mx-gate/mx-gate/blob/v1/docs/codes`,
    });
  });

  test("of a pull request name the commit that it brings, and the files that were tested", () => {
    const payload = { pull_request: { number: 1, head: { sha: HEAD } } };
    const links = linksOf({ ...CONTEXT, payload }, ENV);
    assert.deepEqual(links.commit, { sha: HEAD, url: `${SERVER}/octo/mail/commit/${HEAD}` });
    assert.equal(links.files, `${SERVER}/octo/mail/blob/merge`);
  });

  const workflows: readonly [string, string | undefined][] = [
    ["octo/mail/.github/workflows/mail.yml@refs/heads/main", ".github/workflows/mail.yml"],
    ["octo/mail/.github/workflows/a@refs/b.yml@refs/tags/v1", ".github/workflows/a@refs/b.yml"],
    ["other/shared/.github/workflows/mail.yml@refs/heads/main", undefined],
    ["", undefined],
  ];
  for (const [reference, path] of workflows) {
    test(`name the workflow file of ${JSON.stringify(reference)}: ${path ?? "none of this repository"}`, () => {
      assert.equal(linksOf(CONTEXT, { ...ENV, GITHUB_WORKFLOW_REF: reference }).workflow, path);
    });
  }

  test("lead to a web server, or nowhere", () => {
    for (const serverUrl of [
      "javascript:alert(1)//",
      "",
      "https://a.example/)[x](",
      "file:///etc",
      "https://u@h",
    ]) {
      assert.deepEqual(linksOf({ ...CONTEXT, serverUrl }, ENV), {});
    }
    const http = linksOf({ ...CONTEXT, serverUrl: "http://ghe.example:8080" }, ENV);
    assert.equal(http.run, "http://ghe.example:8080/octo/mail/actions/runs/77");
  });

  test("take no commit of an event that is none", () => {
    const payload = { pull_request: { number: 1, head: { sha: "x](javascript:alert(1)) ::error::x" } } };
    assert.equal(linksOf({ ...CONTEXT, payload }, ENV).commit?.sha, "merge");
  });

  test("leave out what the runner does not say", () => {
    assert.deepEqual(linksOf({ ...CONTEXT, runId: Number.NaN }, {}), {});
    assert.deepEqual(linksOf({ ...CONTEXT, payload: { pull_request: { number: 1, head: null } } }, {}), {});
  });
});
