/** What is answered before the engine is loaded: the same as it would say, and nothing that it alone can answer. */
import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { isForActionOnly, SETTING_NAMES, settings } from "../../src/config/settings.ts";
import { CHECK_IDS } from "../../src/judge/checks/all.ts";
import { CODES, describe as describeCode, isCode } from "../../src/judge/diagnostics/registry.ts";
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

const explained = (word: string): string => explain(word, FOLDER, readTextFile);

describe("the page of a check", () => {
  for (const id of CHECK_IDS) {
    test(`${id} says what it observes, when it passes and which codes it has`, () => {
      const page = explained(id);
      assert.match(page, new RegExp(`^# ${id}\n`));
      assert.match(page, /\nObserves: [^]+\nPasses when: [^]+--checks /);
      for (const code of CODES.filter((each) => isCode(each) && describeCode(each).check === id))
        assert.match(
          page,
          new RegExp(`^ {4}${code.replace(".", "\\.")} +(?:error|warning|notice|inconclusive)$`, "m"),
        );
    });
  }
});

describe("the page of a setting", () => {
  for (const name of Object.keys(settings)) {
    test(`${name} says what it means, how to write it and where`, () => {
      const page = explained(name);
      assert.match(page, new RegExp(`^# ${name}\n`));
      assert.match(page, new RegExp(`^ {4}${name}: `, "m"));
      assert.match(page, /\n(?:Default: |It has no default\.)[^]*\bIt is an? (?:input|key)/);
      const option = SETTING_NAMES.some((each) => each === name && !isForActionOnly(each));
      assert.equal(/^ {4}mx-gate example\.com --/m.test(page), option);
    });
  }
  test("names the codes that it decides, and is found as an option, too", () => {
    assert.match(explained("min-tls-version"), /^ {4}tls-version-too-low +error$/m);
    assert.equal(explained("--min-tls-version"), explained("min-tls-version"));
    assert.equal(explained("--no-tls-floor-test"), explained("tls-floor-test"));
  });
});

describe("a word that nothing is called", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["cert-expird", /^"cert-expird" is not a code, check or setting\. Did you mean cert-expired\b/],
    ["expired", /Did you mean [^?]*\bcert-expired\b[^?]*\?$/],
    ["certificat", /Did you mean certificate\b/],
    ["tls-version", /Did you mean [^?]*\bmin-tls-version\b/],
    ["--min-tls-versoin", /Did you mean min-tls-version\?$/],
    ["RELAY-OPNE", /Did you mean relay-open\b/],
  ];
  for (const [word, says] of cases) {
    test(`${word} gets the nearest ones`, () => {
      assert.throws(() => explained(word), { message: says });
    });
  }

  test("gets five at most", () => {
    assert.throws(
      () => explained("cert"),
      (error: Error) => (/mean (.*)\?/.exec(error.message)?.[1] ?? "").split(/, | or /).length === 5,
    );
  });

  test("gets the page of this release that lists all codes, where none is near", () => {
    const page = `${PUBLISHER.url}/blob/v${VERSION}/docs/codes/README.md`;
    assert.throws(() => explained("xyzzy"), {
      message: `"xyzzy" is not a code, check or setting. \`mx-gate --help\` lists checks and settings, ${page} the codes.`,
    });
  });
});
