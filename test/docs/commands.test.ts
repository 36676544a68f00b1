/** Commands of the documents, read by the command itself: every option is there, and every value is one that it takes. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { readSettings } from "../../src/config/given.ts";
import { parseCommandLine } from "../../src/terminal/arguments.ts";

const ROOT = join(import.meta.dirname, "../..");
const DOCUMENTS = globSync(["*.md", "docs/*.md", "docs/{ci,migrate}/*.md"], { cwd: ROOT });

/** The words behind the command of each line of a block, comments left out. */
function commandsOf(document: string): string[] {
  const text = readFileSync(join(ROOT, document), "utf8");
  const blocks = [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, block = ""]) => block);
  const start = /^(?:npx mx-gate@1|mx-gate|docker run .*mx-gate:[\d.]+) (.*)$/;
  return blocks
    .flatMap((block) => block.split("\n"))
    .flatMap((line) => start.exec(line.replace(/ +#.*$/, ""))?.[1] ?? []);
}

const commands = DOCUMENTS.flatMap((document) =>
  commandsOf(document).map((words) => [document, words] as const),
);

describe("commands of the documents are ones that the command takes", () => {
  test("there are some", () => assert.ok(commands.length > 8, String(commands.length)));

  for (const [document, words] of commands) {
    test(`${document}: ${words}`, () => {
      const command = parseCommandLine(words.replace(/ \|.*$/, "").split(" "));
      if (command.name === "check" || command.name === "judge")
        assert.deepEqual(readSettings(command.given, "command").problems, []);
    });
  }

  test("one that is wrong is found", () => {
    assert.throws(() => parseCommandLine(["example.com", "--min-days", "3"]));
  });
});
