/** Files of domains: what a line may be, where a domain comes from, and what is told of lines that are wrong. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { DOMAINS_FILE_LINE_OCTETS, DOMAINS_FILE_PROBLEMS } from "../../src/config/bounds.ts";
import { againWords, readingDomains, type FiledDomains } from "../../src/config/domains-file.ts";
import { makePlan } from "../support/run/made-plan.ts";
import { NO_SOURCES } from "../../src/config/policy/sources.ts";
import { atOnce } from "../../src/system/steps.ts";
import { folderWorkspace } from "../../src/system/workspace.ts";
import type { ConfigurationError } from "../../src/text/configuration-error.ts";

const root = mkdtempSync(join(tmpdir(), "mx-gate-domains-"));
after(() => rmSync(root, { recursive: true }));
const workspace = folderWorkspace(root);

function write(file: string, text: string | Buffer): void {
  writeFileSync(join(root, file), text);
}

function read(patterns: readonly string[], standardInput?: Iterable<string>): FiledDomains {
  const search = { workspace, anywhere: true, positionOf: () => undefined };
  return atOnce(readingDomains(patterns, { ...search, standardInput }));
}

function readText(text: string | Buffer): FiledDomains {
  write("list.txt", text);
  return read(["list.txt"]);
}

describe("a line", () => {
  const cases: readonly (readonly [text: string, ...domains: string[]])[] = [
    ["a.test\nb.test\n", "a.test", "b.test"],
    ["a.test\r\nb.test", "a.test", "b.test"],
    ["\u{feff}a.test\n", "a.test"],
    ["# all\n\n  a.test  # ours\n\tb.test\n", "a.test", "b.test"],
    ["A.Test.\n", "a.test"],
    ["bücher.test\nxn--bcher-kva.test\n", "xn--bcher-kva.test"],
  ];
  for (const [text, ...domains] of cases) {
    test(`as in ${JSON.stringify(text)}`, () => {
      const { domains: found, problems } = readText(text);
      assert.deepEqual([[...found.keys()], problems], [domains, []]);
    });
  }

  test("names the domain first where it stands first, and is counted where it stands again", () => {
    const filed = readText("# x\nb.test\na.test\nB.test.\nb.test\n");
    assert.deepEqual(
      [...filed.domains],
      [
        ["b.test", { file: "list.txt", line: 2 }],
        ["a.test", { file: "list.txt", line: 3 }],
      ],
    );
    assert.equal(
      againWords(filed),
      "domains-file: 2 lines name domains that another line has already; each is tested once.",
    );
  });

  const wrong: readonly (readonly [line: string, column: number, message: RegExp])[] = [
    ["  a@b.test", 3, /Give only the part after the @: b\.test$/],
    ["https://b.test/x", 1, /is a URL, not a domain name\. Give only the name: b\.test$/],
    ["a.test, b.test", 1, /^There is more than a domain in this line\. Write one a line\.$/],
    ["a.test b.test", 1, /^There is more than a domain in this line/],
    [
      "192.0.2.1",
      1,
      /is an IP address, not a domain name\. To test that server itself, use servers: 192\.0\.2\.1$/,
    ],
    ["a_b.test", 1, /is not a domain name: labels have/],
    ["\u{fffd}.test", 1, /is not a domain name/],
  ];
  for (const [line, column, message] of wrong) {
    test(`that is ${JSON.stringify(line)} is wrong at its column`, () => {
      const [problem, ...others] = readText(`ok.test\n${line}\nfine.test\n`).problems;
      assert.deepEqual([problem?.file, problem?.line, problem?.column, others], ["list.txt", 2, column, []]);
      assert.match(problem?.message ?? "", message);
    });
  }
});

describe("a file", () => {
  test("without a domain is an error", () => {
    for (const text of ["", "# later\n\n"])
      assert.deepEqual(readText(text).problems, [{ file: "list.txt", message: "There is no domain in it." }]);
  });

  test("that is not there is an error", () => {
    assert.deepEqual(read(["none/*.txt"]).problems, [
      { message: "domains-file: none/*.txt matches no file." },
    ]);
  });

  test("is read once, whatever patterns name it", () => {
    write("one.list", "a.test\n");
    write("two.list", "b.test\n");
    const { domains, again } = read(["two.list", "*.list"]);
    assert.deepEqual([[...domains.keys()], again], [["b.test", "a.test"], 0]);
  });

  test("of which all is wrong is told up to a number of lines", () => {
    const { problems } = readText("a_b\n".repeat(DOMAINS_FILE_PROBLEMS + 1200));
    assert.equal(problems.length, DOMAINS_FILE_PROBLEMS + 1);
    assert.equal(problems.at(-1)?.message, "domains-file: 1,200 more lines are wrong and not shown.");
  });

  test("with a line that has no end is not read on", () => {
    const { problems } = readText(Buffer.alloc(DOMAINS_FILE_LINE_OCTETS + 1, "x"));
    assert.deepEqual(problems, [
      { file: "list.txt", message: "The file is not read: line 1 is longer than 65536 octets." },
    ]);
  });
});

describe("standard input", () => {
  test("is a file by its name", () => {
    const { domains } = read(["-"], ["a.test\n"]);
    assert.deepEqual(domains.get("a.test"), { file: "standard input", line: 1 });
  });

  test("is an error where there is none", () => {
    assert.deepEqual(read(["-"]).problems, [
      { message: "domains-file: - is standard input, which only the command reads. Name a file." },
    ]);
  });
});

describe("in a plan", () => {
  const plan = (files: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>) =>
    makePlan(
      Object.entries(given).map(([name, value]) => ({ name, value, label: name })),
      "action",
      { ...NO_SOURCES, workspace, readFile: (path) => files[path] },
    );

  test("domains come from the settings and the files, each once, and say where they stand", () => {
    write("list.txt", "a.test\nb.test\n");
    const { subjects } = plan({}, { domains: "b.test", "domains-file": "list.txt" });
    assert.deepEqual(
      subjects.map(({ name, source }) => [name, source]),
      [
        ["b.test", { file: "list.txt", line: 2 }],
        ["a.test", { file: "list.txt", line: 1 }],
      ],
    );
  });

  test("what is wrong in a file is quoted where an input names it, and not where a policy file does", () => {
    write("creds.json", '{ "private_key": "not for a log" }\nhttps://token@b.test/not-for-a-log\n');
    const told = (run: () => unknown): string => {
      try {
        run();
      } catch (error) {
        return (error as ConfigurationError).message;
      }
      return assert.fail("it was taken");
    };
    assert.match(
      told(() => plan({}, { "domains-file": "creds.json" })),
      /not for a log/,
    );
    const unquoted = told(() => plan({ ".github/mx-gate.yml": "domains-file: creds*\n" }, {}));
    assert.match(unquoted, /^This line is not a domain name\. It is not shown/);
    assert.doesNotMatch(unquoted, /log"|token|b\.test/);
  });

  test("a policy file names files of the workspace, and never standard input", () => {
    assert.throws(
      () => plan({ ".github/mx-gate.yml": 'domains-file: ["-"]\n' }, {}),
      (error: ConfigurationError) => error.message.includes("standard input, which only the command reads"),
    );
    assert.throws(
      () => plan({ ".github/mx-gate.yml": "domains-file: ../x.txt\n" }, {}),
      (error: ConfigurationError) => error.message.includes("../x.txt leads out of the workspace"),
    );
  });
});
