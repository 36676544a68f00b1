/** Links between the documents lead somewhere: to a file that is there, and to a heading that it has. */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";

const ROOT = join(import.meta.dirname, "../..");
const DOCUMENTS = globSync(["*.md", "docs/*.md", "docs/{ci,codes,examples,migrate}/*.md"], { cwd: ROOT });

/** Lines outside of fenced blocks. */
function proseOf(file: string): string[] {
  let fenced = false;
  return readFileSync(join(ROOT, file), "utf8")
    .split("\n")
    .filter((line) => {
      const fence = /^\s*```/.test(line);
      if (fence) fenced = !fenced;
      return !fence && !fenced;
    });
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(file: string): string[] {
  return proseOf(file).flatMap((line) => {
    const heading = /^#+ (.*)$/.exec(line)?.[1];
    if (heading === undefined) return [];
    const words = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, "");
    return [words.replaceAll(" ", "-")];
  });
}

function deadLinks(file: string): string[] {
  const targets = proseOf(file).flatMap((line) =>
    [...line.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target),
  );
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path = "", anchor] = target.split("#");
      const to = path === "" ? file : join(dirname(file), path);
      if (!existsSync(join(ROOT, to))) return true;
      return anchor !== undefined && !(statSync(join(ROOT, to)).isFile() && anchorsOf(to).includes(anchor));
    })
    .map((target) => `${file}: ${target}`);
}

describe("links between the documents", () => {
  test("none is dead", () => {
    assert.ok(DOCUMENTS.length > 10);
    assert.deepEqual(DOCUMENTS.flatMap(deadLinks), []);
  });

  test("a dead one is found", () => {
    assert.ok(anchorsOf("docs/reach.md").includes("through-a-server-of-yours-by-ssh"));
    assert.equal(anchorsOf("docs/reach.md").includes("nowhere"), false);
  });
});
