/** Targets whose MTA-STS policy is written in all ways, right and wrong (RFC 8461 3.2). */
import { WEEK, policyLines } from "./policies.ts";
import { FRAGILE, SHARED_MX, policy } from "./policy-target.ts";
import type { Outcome, Target } from "./target.ts";

const INVALID = "warn: mta-sts-policy-invalid";
const LINES = policyLines("enforce", [SHARED_MX]);

function grammar(name: string, rule: string, text: readonly string[] | string, mtaSts: Outcome): Target {
  return policy(name, rule, "RFC 8461 3.2", { text, patterns: [SHARED_MX] }, mtaSts);
}

const [VERSION = "", MODE = "", MX = "", AGE = ""] = LINES;

const READABLE: readonly Target[] = [
  grammar("text-lf", "LF ends a line, too.", `${LINES.join("\n")}\n`, "pass"),
  grammar("text-no-last-end", "The last line need not end.", LINES.join("\r\n"), "pass"),
  grammar("text-any-order", "Any order will do.", [AGE, MX, MODE, VERSION], "pass"),
  policy(
    "text-unknown-key",
    "Unknown keys are ignored.",
    "RFC 8461 3.2",
    { text: [...LINES, "later: something"], patterns: [SHARED_MX] },
    "pass",
    { mistake: "Unknown keys of a policy are refused." },
  ),
  grammar(
    "text-no-space",
    "No space is needed behind a colon.",
    LINES.map((line) => line.replace(" ", "")),
    "pass",
  ),
  grammar(
    "text-trailing-space",
    "Space at the end of a line.",
    LINES.map((line) => `${line} `),
    "pass",
  ),
  grammar("text-none", "A policy that is withdrawn names no hosts.", policyLines("none", []), "skip"),
  grammar(
    "text-short-age",
    "Less than a day.",
    policyLines("enforce", [SHARED_MX], 3600),
    "warn: mta-sts-max-age-short",
  ),
  grammar("text-double-key", "Of doubles the first counts.", [VERSION, MODE, "mode: none", MX, AGE], FRAGILE),
  grammar("text-blank-line", "A blank line in between.", [VERSION, MODE, "", MX, AGE], FRAGILE),
  grammar("text-blank-end", "A blank line at the end.", [...LINES, ""], FRAGILE),
  grammar(
    "text-age-over-limit",
    "More than a year.",
    policyLines("enforce", [SHARED_MX], 31_557_601),
    FRAGILE,
  ),
  grammar("text-age-limit", "A year.", policyLines("enforce", [SHARED_MX], 31_557_600), "pass"),
];

const UNREADABLE: readonly Target[] = [
  grammar("text-empty", "Nothing.", "", INVALID),
  grammar("text-page", "A web page for everything.", "<!doctype html>\n<title>Welcome</title>\n", INVALID),
  grammar("text-no-version", "No version.", [MODE, MX, AGE], INVALID),
  grammar("text-other-version", "Another version.", ["version: STSv2", MODE, MX, AGE], INVALID),
  grammar("text-version-case", "Values are case-sensitive.", ["version: stsv1", MODE, MX, AGE], INVALID),
  grammar("text-no-mode", "No mode.", [VERSION, MX, AGE], INVALID),
  grammar("text-mode-case", "Values are case-sensitive.", [VERSION, "mode: Enforce", MX, AGE], INVALID),
  grammar("text-other-mode", "Another mode.", [VERSION, "mode: report", MX, AGE], INVALID),
  grammar("text-no-age", "No age.", [VERSION, MODE, MX], INVALID),
  grammar("text-age-words", "An age in words.", policyLines("enforce", [SHARED_MX], "1 week"), INVALID),
  grammar("text-age-negative", "A negative age.", policyLines("enforce", [SHARED_MX], -1), INVALID),
  grammar(
    "text-age-11-digits",
    "Eleven digits.",
    policyLines("enforce", [SHARED_MX], 10_000_000_000),
    INVALID,
  ),
  grammar("text-no-mx", "Enforced without hosts.", policyLines("enforce", []), INVALID),
  grammar("text-testing-no-mx", "Tested without hosts.", policyLines("testing", []), INVALID),
  grammar("text-key-case", "Keys are case-sensitive.", [VERSION, MODE, `MX: ${SHARED_MX}`, AGE], INVALID),
  grammar(
    "text-comma-list",
    "One pattern a line.",
    policyLines("enforce", [`${SHARED_MX}, mx2.test`]),
    INVALID,
  ),
  grammar("text-trailing-dot", "No dot at the end.", policyLines("enforce", [`${SHARED_MX}.`]), INVALID),
  grammar("text-star", "A star alone.", policyLines("enforce", ["*"]), INVALID),
  grammar("text-two-stars", "Two stars.", policyLines("enforce", ["*.*.dane.test"]), INVALID),
  grammar("text-inner-star", "A star in a label.", policyLines("enforce", ["mx*.shared.dane.test"]), INVALID),
  grammar("text-dot-suffix", "A dot for a star.", policyLines("enforce", [".shared.dane.test"]), INVALID),
  grammar("text-u-label", "Names as people write them.", policyLines("enforce", ["mx.bücher.test"]), INVALID),
  grammar("text-bom", "A byte order mark.", `\uFEFF${LINES.join("\n")}\n`, INVALID),
  grammar(
    "text-space-before-colon",
    "Space before a colon.",
    LINES.map((line) => line.replace(":", " :")),
    INVALID,
  ),
  grammar(
    "text-equals",
    "Written as the record is.",
    LINES.map((line) => line.replace(": ", "=")),
    INVALID,
  ),
];

/** An age of a week is usual. */
const USUAL: Target = grammar("text-week", "A week.", policyLines("enforce", [SHARED_MX], WEEK), "pass");

export const GRAMMAR_TARGETS: readonly Target[] = [...READABLE, USUAL, ...UNREADABLE];
