/** docs/etiquette.md against the log of a real Postfix: every line that it promises comes, no other, and so often. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Logged } from "./etiquette-scenes.ts";
import { sceneOf } from "./reach-stage.ts";
import { textOf } from "./recipe-document.ts";

/** Text of the page from these words up to the next heading. */
function partOf(words: string): string {
  const page = textOf("docs/etiquette.md");
  const start = page.indexOf(words);
  assert.ok(start >= 0, words);
  return page.slice(start).split(/\n## /)[0] ?? "";
}

/** A line of the page as a pattern: `…` is anything, and the client has another name here. */
function patternOf(line: string): RegExp {
  const literal = line.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const client = literal.replaceAll(
    String.raw`runner\.example\[192\.0\.2\.99\]`,
    String.raw`unknown\[[\d.]+\]`,
  );
  return new RegExp(`^${client.replaceAll("…", ".*")}$`);
}

/** Lines that the first table behind these words promises, in order. */
function promised(words: string): RegExp[] {
  const [, table = ""] = /(\|[^]*?\n)(?:\n|$)/.exec(partOf(words)) ?? [];
  const rows = [...table.matchAll(/^\| `([^`]+)` +\|/gm)];
  assert.ok(rows.length > 0, words);
  return rows.map(([, line = ""]) => patternOf(line));
}

/** Lines of the log by connection. */
function connectionsOf({ lines }: Logged): string[][] {
  const connections: string[][] = [];
  for (const line of lines) {
    if (line.startsWith("connect from")) connections.push([]);
    connections.at(-1)?.push(line);
  }
  return connections;
}

/** One connection's lines come in the order of the table, one each. */
function assertLines(lines: readonly string[] | undefined, patterns: readonly RegExp[]): void {
  assert.equal(lines?.length, patterns.length, lines?.join("\n"));
  for (const [index, pattern] of patterns.entries()) assert.match(lines[index] ?? "", pattern);
}

describe("what docs/etiquette.md says stands in the log of Postfix", () => {
  type Runs = Readonly<Record<string, Logged>>;
  const scene = sceneOf<Runs>("etiquette");
  const of = (runs: Runs, name: string): Logged => runs[name] ?? assert.fail(name);

  const dialog = promised("The dialog:");
  const floor = promised("The second connection, once per address");

  test("a polite run: the dialog and the second connection, line by line, and no line more", () =>
    scene.holds((runs) => {
      const seen = connectionsOf(of(runs, "polite"));
      assert.equal(seen.length, 2);
      assertLines(seen[0], dialog);
      assertLines(seen[1], floor);
      assert.deepEqual([of(runs, "polite").connections, of(runs, "polite").secondLooks], [2, []]);
    }));

  test("tls-floor-test: false leaves the second connection out", () =>
    scene.holds((runs) => {
      const seen = connectionsOf(of(runs, "without the floor test"));
      assert.equal(seen.length, 1);
      assertLines(seen[0], dialog);
      assert.equal(of(runs, "without the floor test").connections, 1);
    }));

  test("domains that share the server: one dialog, its transactions and RCPTs as the page counts them", () =>
    scene.holds((runs) => {
      const [, last = ""] =
        /Seven\s+of\s+them\s+end\s+with\s+`([^`]+)`/.exec(partOf("If several domains share")) ?? [];
      const seen = connectionsOf(of(runs, "shared"));
      assert.equal(seen.length, 2);
      assert.match(seen[0]?.at(-1) ?? "", patternOf(last));
      assert.equal(of(runs, "shared").connections, 2);
    }));

  test("a thorough run: five connections more, with the lines of the page and as many rejections", () =>
    scene.holds((runs) => {
      const title = /With `relay-test: thorough`: (\w+) connections more/.exec(textOf("docs/etiquette.md"));
      assert.equal(title?.[1], "five");
      const patterns = promised("With `relay-test: thorough`");
      const seen = connectionsOf(of(runs, "thorough"));
      assertLines(seen[0], dialog);
      assertLines(seen[1], floor);
      const further = seen.slice(2);
      assert.deepEqual(
        of(runs, "thorough").secondLooks,
        Array.from({ length: 5 }, () => "relay-thorough"),
      );
      assert.deepEqual([further.length, of(runs, "thorough").connections], [5, 7]);
      const lines = further.flat().filter((line) => !line.includes("mail=2 rcpt=0/2 rset=2"));
      for (const line of lines)
        assert.ok(
          patterns.some((pattern) => pattern.test(line)),
          line,
        );
      for (const pattern of patterns)
        assert.ok(
          lines.some((line) => pattern.test(line)),
          pattern.source,
        );
    }));

  test("its RCPTs: eighteen forms, seventeen of them foreign and rejected; the plain one makes eighteen", () =>
    scene.holds((runs) => {
      const further = connectionsOf(of(runs, "thorough")).slice(2);
      const counts = further.map((lines) => / rcpt=(\d+)\/(\d+) /.exec(lines.at(-1) ?? ""));
      const sum = (group: number): number => counts.reduce((all, each) => all + Number(each?.[group]), 0);
      assert.deepEqual([sum(1), sum(2)], [1, 18]);
      const rejected = of(runs, "thorough").lines.filter((line) => line.startsWith("NOQUEUE: reject"));
      assert.equal(rejected.length, 18);
      assert.match(
        partOf("With `relay-test: thorough`"),
        /Seventeen foreign forms; with the plain one eighteen/,
      );
    }));

  test("nothing is ever sent: no DATA, no AUTH, no VRFY in any of them", () =>
    scene.holds((runs) => {
      const ends = Object.values(runs).flatMap(({ lines }) =>
        lines.filter((line) => line.startsWith("disconnect")),
      );
      assert.equal(ends.length, 2 + 1 + 7 + 2);
      for (const end of ends) assert.doesNotMatch(end, /\b(?:data|auth|vrfy|unknown)=/);
    }));
});
