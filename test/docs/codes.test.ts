import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { codePage, codesIndex, codeTable, meaningOf } from "../../.github/scripts/codes-index.ts";
import { settings } from "../../src/config/settings.ts";
import { SEVERITY_LEVELS } from "../../src/config/values.ts";
import { confirmationLine } from "../../src/judge/confirm/line.ts";
import type { ConfirmationSubject } from "../../src/judge/confirm/confirmation.ts";
import {
  CODES,
  describe as describeCode,
  FIXED_SEVERITY,
  isCode,
} from "../../src/judge/diagnostics/registry.ts";

const PAGES = path.join(import.meta.dirname, "../../docs/codes");
const FIX = "How to fix";
const MEANT = "If this is intended";
const SECTIONS = ["Symptom", "Likely causes", "How to confirm", FIX, MEANT];
const SIDES = [
  "Postfix",
  "Exim",
  "Exchange",
  "certbot and acme.sh",
  "DNS",
  "Policy host",
  "Cloud and firewall",
  "In the workflow",
];

/** The server, domain and question that every page takes as its example. */
const EXAMPLE: ConfirmationSubject = {
  domain: "example.com",
  host: "mx1.example.com",
  address: "192.0.2.10",
  port: 25,
  relaySender: "",
  relayRecipient: "mx-gate-relay-test@example.net",
  question: { name: "example.com", type: "MX" },
};

/** The example with a TLSA record, and the question for it. */
const WITH_DANE = {
  ...EXAMPLE,
  question: { name: "_25._tcp.mx1.example.com", type: "TLSA" },
  dane: {
    baseDomain: "mx1.example.com",
    records: ["3 1 1 0d957f79320757e5ccd2a6b90250a206678b90247856fdd185cd66ed8d339a96"],
  },
};

/**
 * The example, at its other address for the pages about IPv6, with a name for those about EHLO, and with the questions
 * for those about authenticated transport.
 */
const EXAMPLES: readonly ConfirmationSubject[] = [
  EXAMPLE,
  { ...EXAMPLE, address: "2001:db8::10" },
  { ...EXAMPLE, heloName: "mx-gate.example.net" },
  { ...EXAMPLE, host: EXAMPLE.address },
  WITH_DANE,
  { ...EXAMPLE, question: { name: "_mta-sts.example.com", type: "TXT" } },
  { ...EXAMPLE, question: { name: "_smtp._tls.example.com", type: "TXT" } },
];

const DEFINITIONS: Readonly<Record<string, (typeof settings)[keyof typeof settings]>> = settings;
const pageFiles = readdirSync(PAGES).filter((file) => file !== "README.md");
const pages = CODES.filter((code) => pageFiles.includes(`${code}.md`)).map((code) => ({
  code,
  page: codePage(code),
}));

/** Text of each section by its heading, in order; the text above the first one has an empty heading. */
function sectionsOf(text: string, mark: "##" | "###"): Map<string, string> {
  const parts = `\n${mark} \n${text}`.split(`\n${mark} `).slice(1);
  return new Map(
    parts.map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n") + 1).trimEnd()]),
  );
}

function section(page: string, heading: string): string {
  return sectionsOf(page, "##").get(heading) ?? "";
}

/** What is asked of every page, applied to all: the pages that fail it, each with what was found wrong. */
function offenders(complaint: (page: string, code: string) => string | undefined): string[] {
  return pages.flatMap(({ code, page }) => {
    const found = complaint(page, code);
    return found === undefined ? [] : [`${code}: ${found}`];
  });
}

function factsOf(code: string) {
  assert.ok(isCode(code));
  return describeCode(code);
}

describe("the pages of the codes", () => {
  test("there is one for each code of the registry, and none for anything else", () => {
    assert.deepEqual(pageFiles.toSorted(), CODES.map((code) => `${code}.md`).toSorted());
  });

  test("each begins with its code, one sentence, and the registry's facts", () => {
    const wrong = offenders((page, code) => {
      const meaning = meaningOf(page);
      if (!/^[^.]+(?:\.\d[^.]*)*\.$/.test(meaning)) return `"${meaning}" is not one sentence`;
      const head = page.slice(0, page.indexOf("\n## ")).trim().split("\n\n");
      const wanted = [`# ${code}`, head[1], codeTable(code).trim()];
      return head.join("\n\n") === wanted.join("\n\n")
        ? undefined
        : `it should begin with\n${wanted.join("\n\n")}`;
    });
    assert.deepEqual(wrong, []);
  });

  test("each has all sections in order, with something in each", () => {
    const wrong = offenders((page) => {
      const found = [...sectionsOf(page, "##")].slice(1);
      const headings = found.map(([heading]) => heading).join(", ");
      if (headings !== SECTIONS.join(", ")) return headings;
      const empty = found.find(([, text]) => text.length < 20);
      return empty === undefined ? undefined : `nothing under ${empty[0]}`;
    });
    assert.deepEqual(wrong, []);
  });

  test("each says how to fix it, on one side at least, and in the workflow where it is inconclusive", () => {
    const wrong = offenders((page, code) => {
      const sides = [...sectionsOf(section(page, FIX), "###")].slice(1);
      const stranger = sides.find(([side]) => !SIDES.includes(side));
      if (stranger !== undefined) return `what is ${stranger[0]}?`;
      if (sides.length === 0) return "no side";
      const empty = sides.find(([, text]) => text.length < 20);
      if (empty !== undefined) return `nothing under ${empty[0]}`;
      const inconclusive = factsOf(code).severity === "inconclusive";
      return inconclusive && !sides.some(([side]) => side === "In the workflow")
        ? "nothing in the workflow"
        : undefined;
    });
    assert.deepEqual(wrong, []);
  });

  test("each lists its causes by number", () => {
    const wrong = offenders((page) => {
      const numbers = [...section(page, "Likely causes").matchAll(/^(\d+)\. /gm)].map(([, number]) =>
        Number(number),
      );
      const inOrder = numbers.every((number, index) => number === index + 1);
      return numbers.length > 0 && inOrder ? undefined : `causes ${numbers.join(", ")}`;
    });
    assert.deepEqual(wrong, []);
  });

  test("each shows the line to confirm it as the product prints it", () => {
    const wrong = offenders((page, code) => {
      const { confirm } = factsOf(code);
      if (confirm === undefined) return undefined;
      const lines = EXAMPLES.map((subject) => confirmationLine(confirm, subject) ?? "no line");
      const shown = section(page, "How to confirm");
      return lines.some((line) => shown.includes(line)) ? undefined : `not there: ${lines[0] ?? ""}`;
    });
    assert.deepEqual(wrong, []);
  });

  test("each shows how to change its severity, with values that the settings take", () => {
    const wrong = offenders((page, code) => {
      const meant = section(page, MEANT);
      const setting = FIXED_SEVERITY[code];
      if (setting !== undefined)
        return meant.includes(`\`${setting}: true\``) ? undefined : `no word of ${setting}`;
      const level = new RegExp(`^    severity: \\|\n      ${code.replaceAll(".", "\\.")}: (\\S+)$`, "m").exec(
        meant,
      )?.[1];
      if (!SEVERITY_LEVELS.some((known) => known === level)) return `severity ${level ?? "missing"}`;
      if (level === factsOf(code).severity) return `${level} is the default`;
      const inconclusive = factsOf(code).severity === "inconclusive";
      return inconclusive && !meant.includes("on-inconclusive: warn")
        ? "no word of on-inconclusive"
        : undefined;
    });
    assert.deepEqual(wrong, []);
  });

  test("what they tell a workflow to set is a setting, and its value is taken", () => {
    const wrong = offenders((page) => {
      const workflow = sectionsOf(section(page, FIX), "###").get("In the workflow") ?? "";
      const written = [
        ...`${workflow}\n${section(page, MEANT)}`.matchAll(/^ {4}([a-z-]+): ([^|\n].*)$/gm),
        ...section(page, MEANT).matchAll(/`([a-z-]+): ([^`]+)`/g),
      ];
      const refused = written.find(
        ([, name = "", value]) => DEFINITIONS[name]?.schema.safeParse(value).success !== true,
      );
      return refused?.[0];
    });
    assert.deepEqual(wrong, []);
  });

  test("each has from 15 to 45 lines of text", () => {
    const wrong = offenders((page) => {
      const lines = page.split("\n").filter((line) => line !== "").length;
      return lines >= 15 && lines <= 45 ? undefined : `${String(lines)} lines`;
    });
    assert.deepEqual(wrong, []);
  });
});

describe("links between the pages", () => {
  test("none is dead", () => {
    const dead = readdirSync(PAGES).flatMap((file) => {
      const text = readFileSync(path.join(PAGES, file), "utf8");
      const targets = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = ""]) => target);
      const relative = targets.filter((target) => !/^[a-z]+:/.test(target));
      return relative
        .filter((target) => !existsSync(path.join(PAGES, target.replace(/#.*$/, ""))))
        .map((target) => `${file}: ${target}`);
    });
    assert.deepEqual(dead, []);
  });
});

describe("the index of codes", () => {
  test("the committed one is the one that follows from the registry and the pages", () => {
    assert.equal(readFileSync(path.join(PAGES, "README.md"), "utf8"), codesIndex());
  });

  test("it lists every code once, with its severity and what its page says that it means", () => {
    const rows = codesIndex().split("\n");
    for (const { code, page } of pages) {
      const cells = rows
        .filter((row) => row.includes(`](${code}.md)`))
        .map((row) => row.split("|").map((cell) => cell.trim()));
      assert.equal(cells.length, 1, code);
      assert.equal(cells[0]?.[2], factsOf(code).severity);
      assert.equal(cells[0][3], meaningOf(page), code);
    }
  });
});
