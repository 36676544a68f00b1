/** What is answered before the engine is loaded: the same as it would say, and nothing that it alone can answer. */
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { CODES } from "../../src/judge/diagnostics/registry.ts";
import { readTextFile } from "../../src/system/files.ts";
import { parseCommandLine } from "../../src/terminal/arguments.ts";
import { briefAnswer } from "../../src/terminal/brief.ts";
import { explain } from "../../src/terminal/explain.ts";
import { PUBLISHER } from "../../.github/scripts/release/publisher.ts";
import { VERSION } from "../../src/version.ts";

const FOLDER = join(dirname(dirname(import.meta.dirname)), "src");
const answer = (...words: string[]): string | undefined => briefAnswer(words, FOLDER, readTextFile);

describe("answered at once", () => {
  for (const word of ["--version", "version"]) {
    test(word, () => {
      assert.equal(answer(word), `mx-gate ${VERSION}\n`);
      assert.deepEqual(parseCommandLine([word]), { name: "version" });
    });
  }

  test("the page of every code, as the whole command gives it", () => {
    for (const code of CODES)
      assert.equal(answer("explain", code), explain(code, FOLDER, readTextFile), code);
  });
});

describe("left to the whole command", () => {
  const lines = [
    ...["", "--help", "example.com", "check", "explain", "--version --verbose", "version example.com"],
    ...["explain no-such-code", "explain cert-expired mx-null", "explain --help", "--version --help"],
    // These are files, and no codes.
    ...["explain README", "explain ../bounds", "explain ../codes/cert-expired", "explain cert-expired.md"],
    ...["explain .", "explain ..", "explain /etc/passwd"],
  ];
  for (const line of lines) {
    test(line === "" ? "nothing" : line, () => {
      assert.equal(answer(...line.split(" ").filter((word) => word !== "")), undefined);
    });
  }
});

describe("a word that is not a code", () => {
  const explained = (word: string) => () => explain(word, FOLDER, readTextFile);

  test("gets the nearest code", () => {
    assert.throws(explained("cert-expird"), {
      message: '"cert-expird" is not a code. Did you mean cert-expired?',
    });
  });

  test("gets the page of this release that lists all codes, where none is near", () => {
    const page = `${PUBLISHER.url}/blob/v${VERSION}/docs/codes/README.md`;
    assert.throws(explained("nope"), { message: `"nope" is not a code. All codes: ${page}` });
  });
});
