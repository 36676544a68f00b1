import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import * as escape from "../../src/text/escape.ts";
import { codePoint } from "./code-points.ts";

/** Text as a hostile server may say it: every destination's own signs, and what hides on a screen. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "::",
        "##[",
        "##vso[",
        "error",
        "]",
        "]]>",
        "<",
        ">",
        "&",
        '"',
        "'",
        "|",
        "\\",
        "`",
        "```",
        "*",
        "_",
        "~",
      ),
      fc.constantFrom(
        "[",
        "(",
        ")",
        "!",
        "#",
        "@",
        "octocat",
        "$",
        ":",
        "smile",
        "http://x.example",
        "www.x.example",
      ),
      fc.constantFrom(
        "\n",
        "\r",
        "\u0000",
        "\u001b[31m",
        "\u009b",
        "\u202e",
        "\u200b",
        "\u0085",
        " ",
        "1. ",
        "- ",
        "=",
      ),
      fc.constantFrom(
        "GH-1",
        "a@b.example",
        "%0A",
        "%",
        ",",
        "</details>",
        "<!--",
        "&lt;",
        "é",
        "郵",
        "\ud800",
      ),
      fc.string({ unit: codePoint, maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u;

interface Case {
  readonly what: string;
  readonly text: string;
  readonly escaped: string;
}

function table(destination: string, escaped: (text: string) => string, cases: readonly Case[]): void {
  describe(destination, () => {
    for (const one of cases) test(one.what, () => assert.equal(escaped(one.text), one.escaped));
  });
}

table("for a terminal", escape.terminal, [
  { what: "plain words stay", text: "mx1 ✓ é", escaped: "mx1 ✓ é" },
  { what: "no ANSI is left", text: "\u001b[31mred\u001b[0m\u009b1m", escaped: "\\x1b[31mred\\x1b[0m\\x9b1m" },
  { what: "nothing moves the cursor", text: "a\r\b\n", escaped: "a\\r\\x08\\n" },
]);

table("for the data of a workflow command", escape.commandData, [
  { what: "percent signs are escaped", text: "100% %0A", escaped: "100%25 %250A" },
  { what: "line breaks of ours stay line breaks", text: "a\nb", escaped: "a%0Ab" },
  { what: "carriage returns become visible", text: "a\rb", escaped: "a\\rb" },
  { what: "colons and commas stay", text: "a::b, c", escaped: "a::b, c" },
  { what: "the old form of a command is disarmed", text: "##[error]", escaped: "##\\[error]" },
]);

table("for every destination", escape.terminal, [
  { what: "a command of GitHub's runner", text: "a ##[error]x", escaped: "a ##\\[error]x" },
  { what: "one of Azure Pipelines", text: "##vso[task.complete]x", escaped: "##\\vso[task.complete]x" },
  { what: "one of TeamCity", text: "##teamcity[x]", escaped: "##\\teamcity[x]" },
  { what: "behind further signs", text: "####[x] ##a-b_c[", escaped: "####\\[x] ##\\a-b_c[" },
  { what: "what is none stays", text: "## a [b] #[c] ##\\[d]", escaped: "## a [b] #[c] ##\\[d]" },
]);

table("for lines that a CI runner may read", escape.inertLines, [
  {
    what: "each line starts anew",
    text: "::a::\nb\r::c::\r\n ::d::",
    escaped: "\\::a::\nb\r\\::c::\r\n \\::d::",
  },
  {
    what: "cursor moves of ours stay, and hide no start",
    text: "\r\u001b[K\u001b[1A::add-mask::x",
    escaped: "\r\u001b[K\u001b[1A\\::add-mask::x",
  },
  { what: "plain lines stay", text: "a\n  [::1]:25\n\n", escaped: "a\n  [::1]:25\n\n" },
]);

test("a million line breaks take no time to look through", () => {
  const text = "\n".repeat(1_000_000);
  assert.equal(escape.inertLines(text), text);
});

table("for a property of a workflow command", escape.commandProperty, [
  { what: "what ends a property is escaped", text: "a,b::c%", escaped: "a%2Cb%3A%3Ac%25" },
  { what: "a line break becomes visible", text: "a\nb", escaped: "a\\nb" },
]);

table("for a line of the step log", escape.logLine, [
  { what: "a plain line stays", text: "  mx1 [2001:db8::1]:25 ✓", escaped: "  mx1 [2001:db8::1]:25 ✓" },
  { what: "a command at the start is disarmed", text: "::error::owned", escaped: "\\::error::owned" },
  {
    what: "behind spaces, too",
    text: " \t\u00a0\u0085::error::owned",
    escaped: " \t\u00a0\u0085\\::error::owned",
  },
  { what: "behind colours, too", text: "\u001b[31m ::error::x", escaped: "\u001b[31m \\::error::x" },
  { what: "between its colons, too", text: " :\u001b[31m:error::x", escaped: " \\:\u001b[31m:error::x" },
  { what: "in the middle it is no command", text: "a ::error::x", escaped: "a ::error::x" },
  {
    what: "the old form is disarmed anywhere",
    text: "a ##[error]x ##[group]",
    escaped: "a ##\\[error]x ##\\[group]",
  },
  { what: "our own colours stay", text: "\u001b[31m✗\u001b[39m", escaped: "\u001b[31m✗\u001b[39m" },
  { what: "a line stays one line", text: "a\n::error::x", escaped: "a ::error::x" },
]);

table("for HTML", escape.html, [
  { what: "markup becomes text", text: `<b a="1">&'`, escaped: "&lt;b a=&quot;1&quot;&gt;&amp;&#39;" },
  { what: "a mention is none", text: "@octocat", escaped: "@<wbr>octocat" },
  { what: "an issue number is none", text: "#123", escaped: "#<wbr>123" },
]);

table("for an HTML attribute", escape.htmlAttribute, [
  { what: "quotes do not end it", text: `a" onclick='x'&`, escaped: "a&quot; onclick=&#39;x&#39;&amp;" },
  { what: "an address stays an address", text: "https://a.example/#L4", escaped: "https://a.example/#L4" },
]);

table("for Markdown", escape.markdown, [
  { what: "plain words stay", text: "refused, 554 (3 days)", escaped: "refused, 554 (3 days)" },
  {
    what: "an address and a time stay",
    text: "2001:db8::1 192.0.2.1 23:59:59",
    escaped: "2001:db8::1 192.0.2.1 23:59:59",
  },
  { what: "emphasis is none", text: "*a* _b_ ~~c~~ `d`", escaped: "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\`" },
  { what: "links and images are none", text: "[a](b) ![c](d)", escaped: "\\[a\\](b) !\\[c\\](d)" },
  { what: "HTML and entities are none", text: "<b>&amp;", escaped: "&lt;b&gt;&amp;amp;" },
  { what: "a table cell goes on", text: "a|b\\|c", escaped: "a&#124;b&#92;&#124;c" },
  {
    what: "a URL is no link",
    text: "https://a.example www.a.example",
    escaped: "https:<wbr>//a.example www<wbr>.a.example",
  },
  { what: "a mail address is no link", text: "a@b.example", escaped: "a@<wbr>b.example" },
  {
    what: "mentions and references are none",
    text: "@o #1 GH-1 o/r#2",
    escaped: "@<wbr>o #<wbr>1 GH<wbr>-1 o/r#<wbr>2",
  },
  { what: "an emoji is none", text: ":smile: 2001:bee:1", escaped: ":<wbr>smile: 2001:<wbr>bee:1" },
  { what: "a formula is none", text: "$x$", escaped: "<span>$</span>x<span>$</span>" },
  { what: "a heading is none", text: "# a", escaped: "#<wbr> a" },
  { what: "a list is none", text: "- a", escaped: "\\- a" },
  { what: "a numbered list is none", text: "1. a", escaped: "1\\. a" },
  { what: "an underline of a heading is none", text: "===", escaped: "\\===" },
  { what: "indented code is none", text: "     a", escaped: "a" },
  { what: "it stays on one line", text: "a\n- b", escaped: "a&#92;n- b" },
  { what: "a command of a runner is none", text: " ::error::x", escaped: "\\::<wbr>error::x" },
]);

table("for a code span", escape.codeSpan, [
  { what: "words stand between backticks", text: "a b", escaped: "`a b`" },
  { what: "one backtick inside needs two outside", text: "a`b", escaped: "``a`b``" },
  { what: "any number inside needs one more outside", text: "`` ````", escaped: "````` `` ```` `````" },
  { what: "a space at an end is kept", text: " a", escaped: "`  a `" },
  { what: "spaces alone are kept", text: "  ", escaped: "`  `" },
  { what: "nothing is nothing", text: "", escaped: "" },
]);

describe("for a fenced block", () => {
  test("no line ends it", () => {
    assert.equal(escape.fencedBlock(["```", "a"], "text"), "````text\n```\na\n````");
  });
  test("a line stays one line", () => {
    assert.equal(escape.fencedBlock(["a\n```\nb"]), "````\na\\n```\\nb\n````");
  });
});

table("for XML", escape.xml, [
  { what: "every end of a CDATA section is broken", text: "]]> ]]>", escaped: "]] > ]] >" },
  { what: "our line breaks stay", text: "a\nb", escaped: "a\nb" },
  { what: "control characters become visible", text: "a\u0000\u001b\ufffe", escaped: "a\\x00\\x1b\\u{fffe}" },
]);

describe("whatever the text", () => {
  const always = (name: string, property: (text: string) => void, once: readonly string[] = []): void => {
    const examples = once.map((text): [string] => [text]);
    test(name, () => fc.assert(fc.property(hostileText, property), { numRuns: 200, examples }));
  };

  always("nothing hidden reaches any destination", (text) => {
    for (const escaped of [
      escape.terminal(text),
      escape.commandData(text),
      escape.commandProperty(text),
      escape.html(text),
      escape.htmlAttribute(text),
      escape.markdown(text),
      escape.codeSpan(text),
      escape.xml(text).replaceAll("\n", ""),
      escape.fencedBlock([text]).replaceAll("\n", ""),
    ]) {
      assert.doesNotMatch(escaped, HIDDEN);
    }
  });

  const logLineIsNoCommand = (text: string): void => {
    for (const line of [
      escape.logLine(text),
      escape.logLine(` ${text}`),
      escape.logLine(escape.terminal(text)),
    ]) {
      assert.doesNotMatch(line.replaceAll(/\u001b\[[\d;]*m/g, "").replace(/^[\s\u0085]+/u, ""), /^::/);
      assert.ok(!line.includes("##["));
    }
  };
  always("a log line is no command", logLineIsNoCommand, [":\u001b[31m::"]);

  always("a property holds none of the signs that end it", (text) => {
    assert.doesNotMatch(escape.commandProperty(text), /[:,\r\n]|%(?!25|3A|2C)|##\[/);
  });

  always("Markdown and HTML hold no markup but our own", (text) => {
    for (const escaped of [escape.markdown(text), escape.html(text)]) {
      assert.doesNotMatch(escaped.replaceAll(/<wbr>|<\/?span>/g, ""), /[<>]/);
      assert.doesNotMatch(escaped, /@(?!<wbr>)|:\/\/|(?<!&)#(?!<wbr>)/);
    }
    assert.doesNotMatch(escape.markdown(text), /(?<!\\)[`*_[\]~]|\|/);
  });

  always("a code span ends where we end it", (text) => {
    const span = escape.codeSpan(text);
    const fence = /^`*/.exec(span)?.[0] ?? "";
    const inside = span.slice(fence.length, span.length - fence.length);
    assert.ok(!Array.from(inside.matchAll(/`+/g), ([run]) => run).includes(fence));
  });
});

describe("text of a SARIF message", () => {
  const cases: readonly [string, string][] = [
    ["[x](javascript:alert(1))", "[x] (javascript:alert(1))"],
    ["{0} {12} {a} {}", "{ 0} { 12} {a} {}"],
    ["a\nb\u0000\u202e", "a\nb\\x00\\u{202e}"],
  ];
  for (const [text, shown] of cases) {
    test(JSON.stringify(text), () => assert.equal(escape.sarifText(text), shown));
  }
});

describe("JSON", () => {
  test("reads as the same and holds no command, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(hostileText), hostileText, (texts, key) => {
        const value = { texts, [key]: key };
        const written = escape.json(JSON.stringify(value));
        assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify(value)));
        assert.doesNotMatch(written, /##[\w-]*\[|#\[|(?<!\\)" *::/);
      }),
    );
  });

  const cases: readonly { what: string; text: string; stands: string }[] = [
    { what: "a plain text", text: "Grüße 漢字 ~", stands: '"Grüße 漢字 ~"' },
    { what: "a control sequence of eight bits", text: "\u009b31m", stands: '"\\u009b31m"' },
    { what: "a delete", text: "\u007f", stands: '"\\u007f"' },
    { what: "a turn of the reading direction", text: "a\u202eb", stands: '"a\\u202eb"' },
    { what: "an invisible tag", text: "\u{e0041}", stands: '"\\udb40\\udc41"' },
    { what: "a lone surrogate", text: "\ud800", stands: '"\\ud800"' },
    { what: "a letter that is invisible", text: "\u3164", stands: '"\\u3164"' },
    { what: "a command of GitHub's runner", text: "a ##[error]x", stands: '"a \\u0023\\u0023[error]x"' },
    { what: "one of Azure Pipelines", text: "##vso[x]", stands: '"\\u0023#vso[x]"' },
    { what: "half of one", text: "#[x]", stands: '"\\u0023[x]"' },
    { what: "one behind a backslash", text: "\\#[", stands: '"\\\\\\u0023["' },
    { what: "a command at the start", text: "::add-mask::x", stands: '"\\u003a:add-mask::x"' },
    { what: "one behind spaces and a quote", text: '" ::x::', stands: '"\\" \\u003a:x::"' },
    { what: "an IPv6 address", text: "[2001:db8::1]:25", stands: '"[2001:db8::1]:25"' },
  ];
  for (const { what, text, stands } of cases) {
    test(`holds ${what} so that it reads as the same`, () => {
      const written = escape.json(JSON.stringify(text));
      assert.equal(written, stands);
      assert.equal(JSON.parse(written), text);
    });
  }
});
