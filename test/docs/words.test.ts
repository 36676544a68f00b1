/** Everything that people read is plain technical English: these words of an older style do not come back. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import ts from "typescript";

const ROOT = join(import.meta.dirname, "../..");

/** What is not said, and what is said in its place. */
const WORDS: readonly (readonly [not: RegExp, but: string])[] = [
  [/\bopens? (?:and|or) closes? your\b/i, "fails the build"],
  [/\bmet (?:its|the) deadline\b/i, "ran out of time"],
  [/\btold\b/i, "reported, shown, listed"],
  [/(?<!there |which )\bis no (?!longer\b|more\b)\w/i, "is not a …, or: unknown …"],
  [/\bis nothing that\b/i, "… does not accept it"],
  [/\bif it stays\b/i, "if it persists"],
  [/\bmend(?:s|ed|ing)?\b/i, "fix"],
  [/\bin its midst\b/i, "during it"],
  [/\bso many\b(?! \w+ that\b)/i, "the number, or N"],
  [/\bwhat must hold\b/i, "requirements, policy"],
  [/\bwithout a packet\b/i, "offline"],
  [/\bends? up with\b/i, "negotiates"],
  [/\bcould not be found out\b/i, "is unknown"],
  [/\bbecomes valid only\b/i, "is not valid until"],
  [/\bfindings of severity\b/i, "errors, warnings"],
  [/\ba (?:machine|network) that may\b/i, "a host that can reach port 25"],
  [/\breplace\b[^.;:]{1,80}\bby\b/i, "replace … with"],
  [/\blook into the server/i, "check the server's log"],
  [/\bput(?:s|ting)? (?:\w+ ){0,2}off\b/i, "defer"],
  [/\bdid not come about\b/i, "failed"],
];

/** Documents, each by its lines. CHANGELOG.md tells what older releases said. */
const DOCUMENTS = globSync(
  [
    "{README,CONTRIBUTING,SECURITY,SUPPORT}.md",
    "action.yml",
    "man/*",
    "docs/**/*.{md,yml}",
    "docs/ci/*",
    "templates/*",
    ".github/ISSUE_TEMPLATE/*",
    ".github/*.md",
  ],
  { cwd: ROOT },
);

/** Sources whose texts reach people: messages, remedies, help, errors, summary, page. */
const SOURCES = globSync("src/**/*.ts", { cwd: ROOT });

/** What a text says that it should not, with what it should say. */
function foundIn(text: string): string[] {
  return WORDS.flatMap(([not, but]) => {
    const [found] = not.exec(text) ?? [];
    return found === undefined ? [] : [`"${found}": ${but}`];
  });
}

/** Sentences of a document: its paragraphs with their lines joined. */
function paragraphsOf(text: string): string[] {
  return text
    .split(/\n(?:#\s*)?\n|\n(?=\||- )/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n(?:# ?)?\s*/g, " "));
}

/** String literals and the fixed parts of templates; comments and names are for developers. */
function literalsOf(file: string): string[] {
  const texts: string[] = [];
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push(
        [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join("…"),
      );
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts.filter((text) => /\s/.test(text));
}

describe("what people read is plain English", () => {
  for (const file of DOCUMENTS) {
    test(file, () => {
      const text = readFileSync(join(ROOT, file), "utf8");
      assert.deepEqual(paragraphsOf(text).flatMap(foundIn), []);
    });
  }

  for (const file of SOURCES) {
    test(`texts of ${file}`, () => {
      assert.deepEqual(literalsOf(file).flatMap(foundIn), []);
    });
  }

  test("each word of the list is found where it stands", () => {
    const wrong = [
      "opens or closes your CI gate",
      "The run met its deadline",
      "told otherwise",
      "This is no YAML",
      "nothing is nothing that judge takes",
      "If it stays, look again",
      "how to mend it",
      "closes the connection in its midst",
      "more than so many lines",
      "What must hold can stand here",
      "judged without a packet",
      "a client ends up with TLS 1.2",
      "it could not be found out",
      "becomes valid only in 6 days",
      "findings of severity error",
      "a machine that may",
      "Replace the null MX by the MX records",
      "Look into the server's log",
      "The server puts this client off",
      "TLS, which did not come about",
    ];
    assert.deepEqual(
      wrong.map((text) => foundIn(text).length > 0),
      WORDS.map(() => true),
    );
    assert.deepEqual(foundIn("There is no such file. Replace it with another; it is no longer needed."), []);
  });
});
