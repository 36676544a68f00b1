/** docs/architecture.md and the pages of the rooms lead a stranger through the code: what they name is there. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { FOLDERS, roomPages } from "../../.github/scripts/room-pages.ts";
import { ROOMS } from "../../.github/scripts/rooms.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** A page without its blocks of code, whose files are examples. */
const prose = (page: string): string => page.replaceAll(/^ *```[^]*?^ *```$/gm, "");

/** Paths from the root of the project that a page names in code, and those that its links lead to. */
function named(file: string): string[] {
  const text = prose(textOf(file));
  const paths = [...text.matchAll(/`((?:src|test|docs|schema|\.github|\.ci)\/[\w./-]*)`/g)].map(
    ([, path = ""]) => path,
  );
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = ""]) => join(dirname(file), link));
  // CODE stands for any.
  return [...new Set([...paths, ...links])].filter((path) => !path.includes("CODE"));
}

describe("docs/architecture.md names what is there:", () => {
  const paths = named("docs/architecture.md");
  test("much of it", () => assert.ok(paths.length > 50));
  for (const path of paths) test(path, () => assert.ok(existsSync(join(ROOT, path))));

  test("every room, with the file at which to start", () => {
    const page = textOf("docs/architecture.md");
    for (const folder of FOLDERS)
      assert.match(page, new RegExp(`^\\| \\[${folder}\\].*\\| \`src/${folder}/`, "m"));
  });

  test("sections that are there", () => {
    const page = textOf("docs/architecture.md");
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading = ""]) => heading);
    for (const [, anchor = ""] of page.matchAll(/\]\(#([\w-]+)\)/g)) {
      assert.ok(
        headings.some((heading) => heading.toLowerCase().replaceAll(" ", "-") === anchor),
        anchor,
      );
    }
  });
});

describe("every room has a page of a few lines:", () => {
  for (const folder of FOLDERS) {
    test(folder, () => {
      const file = `src/${folder}/README.md`;
      const page = textOf(file);
      assert.ok(page.split("\n").length < 45);
      const start =
        /\bStart at ([^]*?)\n\n/.exec(`${page}\n`)?.[1] ?? assert.fail(`${file} says nowhere to start.`);
      const files = [...page.matchAll(/`([\w/-]+\.ts|[\w-]+\/)`/g)].map(([, path = ""]) => path);
      assert.match(start, /`[\w/-]+\.ts`/);
      const places = ["", `src/${folder}`, "src"];
      for (const path of files) {
        assert.ok(
          places.some((place) => existsSync(join(ROOT, place, path))),
          `${file} names ${path}`,
        );
      }
    });
  }
});

test("pages say of each room what it may import", () => {
  const pages = roomPages(textOf);
  assert.deepEqual(Object.keys(pages).length, FOLDERS.length + 1);
  for (const [file, page] of Object.entries(pages))
    assert.equal(textOf(file), page, `${file}: npm run generate`);
  const page = pages["docs/architecture.md"] ?? "";
  for (const room of Object.keys(ROOMS)) assert.match(page, new RegExp(`^- \`${room}/?\` imports `, "m"));
  assert.match(page, /^- `judge\/` imports `text\/`/m);
});

test("a page without a place for them is an error", () => {
  assert.throws(() => roomPages(() => "# text/\n"), /has no place for what a room may import/);
});

test("README.md and CONTRIBUTING.md lead there", () => {
  for (const file of ["README.md", "CONTRIBUTING.md"])
    assert.match(textOf(file), /\(docs\/architecture\.md\)/);
});
