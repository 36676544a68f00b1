import assert from "node:assert/strict";
import { dirname } from "node:path";
import { describe, test } from "node:test";
import { missingNotices } from "../../.github/scripts/licence-notices.ts";

const root = dirname(dirname(import.meta.dirname));

describe("notices that ncc cannot see", () => {
  test("what junit-report-builder carries inside is named, with its licence", () => {
    const notices = missingNotices(root, "junit-report-builder\nMIT\nThe MIT License\n");
    const names = [...notices.matchAll(/^\n([\w-]+)\n(MIT|ISC)\n/gm)].map(([, name]) => name);
    assert.deepEqual(names, ["lodash", "make-dir", "semver", "xmlbuilder"]);
    assert.match(notices, /Copyright OpenJS Foundation and other contributors/);
    assert.match(notices, /Copyright \(c\) Isaac Z\. Schlueter and Contributors/);
  });

  test("what ncc has named already is not named twice", () => {
    const notices = missingNotices(root, "junit-report-builder\nMIT\n\nlodash\nMIT\ntext\n");
    assert.doesNotMatch(notices, /^lodash$/m);
    assert.match(notices, /^semver$/m);
  });

  test("a bundle without junit-report-builder needs nothing", () => {
    assert.equal(missingNotices(root, "zod\nMIT\ntext\n"), "");
  });
});
