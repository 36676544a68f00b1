/**
 * Every regular expression of the product takes time that grows with its text alone: proven by recheck, which reads
 * the expression as an automaton (or searches for an attack where look-arounds make that impossible).
 */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { checkSync } from "recheck";
import ts from "typescript";
// Loaded before anything is recorded: zod builds expressions of its own.
import "../src/text/quote.ts";

const SRC = join(import.meta.dirname, "..", "src");

/**
 * The search for an attack counts the characters that are read. By the clock, which it would watch besides, a machine with other
 * work makes every expression slow.
 */
const BY_STEPS = { attackTimeout: null, incubationTimeout: null, seedingTimeout: null } as const;
/** With milliseconds for one proof: the longest takes two seconds on a machine that does nothing else. */
const PARAMETERS = { ...BY_STEPS, timeout: 240_000 };

interface Found {
  readonly file: string;
  readonly literals: readonly string[];
  /** Calls of RegExp. */
  readonly built: number;
}

function regexesOf(file: string): Found {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(SRC, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const literals = new Set<string>();
  let built = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) literals.add(node.text);
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === "RegExp") {
      built++;
    }
    node.forEachChild(visit);
  };
  visit(source);
  return { file, literals: [...literals], built };
}

/** Why an expression is not known to be linear; undefined where it is. */
function doubt(literal: string): string | undefined {
  const end = literal.lastIndexOf("/");
  const result = checkSync(literal.slice(1, end), literal.slice(end + 1), PARAMETERS);
  if (result.status === "safe") return undefined;
  const why = result.status === "unknown" ? result.error.kind : result.complexity.summary;
  return `${literal}: ${why}`;
}

const files = globSync("**/*.ts", { cwd: SRC })
  .map((file) => file.replaceAll("\\", "/"))
  .toSorted()
  .map(regexesOf);

describe("regular expressions take time that grows with the text alone", () => {
  for (const { file, literals } of files) {
    if (literals.length === 0) continue;
    test(file, () =>
      assert.deepEqual(
        literals.map(doubt).filter((each) => each !== undefined),
        [],
      ),
    );
  }
});

describe("expressions that are put together from parts, too", () => {
  for (const { file, built } of files) {
    if (built === 0) continue;
    test(file, async () => {
      const made = await madeWhileLoading(file);
      assert.equal(made.length, built, "one is made elsewhere than while the file is loaded");
      assert.deepEqual(
        made
          .map(String)
          .map(doubt)
          .filter((each) => each !== undefined),
        [],
      );
    });
  }
});

/** The expressions that a file makes while it is loaded. */
async function madeWhileLoading(file: string): Promise<readonly RegExp[]> {
  const url = pathToFileURL(join(SRC, file)).href;
  // What it imports is loaded by then, so that only its own expressions are made below.
  await import(url);
  const made: RegExp[] = [];
  const original = globalThis.RegExp;
  const Recording = class extends original {
    constructor(pattern: string, flags?: string) {
      super(pattern, flags);
      made.push(this);
    }
  };
  globalThis.RegExp = Recording as RegExpConstructor;
  try {
    await import(`${url}?again`);
  } finally {
    globalThis.RegExp = original;
  }
  return made;
}

test("an expression of which this is not true is found", () => {
  assert.match(doubt(String.raw`/^(?:\\\d{3}|\\.|[^.\\])+\.(?<rest>.+)$/`) ?? "", /exponential/);
  assert.match(doubt(String.raw`/\S+@\S+/`) ?? "", /polynomial/);
});
