/** The finding of the run that names what its policy turns off or lowers: nothing is silenced without a word. */
import { andMore, plural } from "../../text/plural.ts";
import { joinWords, quote, words, type SafeText } from "../../text/quote.ts";
import { describe, isCode } from "../diagnostics/registry.ts";
import { findingOfRun } from "./settle.ts";
import { raise } from "../outcome.ts";
import type { Policy, RulePlace } from "../policy.ts";
import type { Finding, PlacedCheck, Severity, SeverityLevel } from "../report.ts";
import { isLower, unlowered } from "../verdict.ts";

/** Codes, and settings, that the sentence names; all of them stand in the evidence. */
const NAMED = 8;

/** A code below its default, with what it came to in this run. */
interface Silenced {
  readonly code: string;
  readonly from: Severity;
  readonly level: SeverityLevel;
  readonly rules: RulePlace[];
  /** Distinct places at which a finding was silenced. */
  readonly places: Set<string>;
}

/** Collects what a policy silences: everything that a rule names, and everything that was silenced. */
export class Silences {
  readonly #policy: Policy;
  /** A code may be graver here than by default, so by the level that it was given, too. */
  readonly #ruled = new Map<string, Silenced>();
  /** What was silenced at checks: named after what was silenced of the run itself. */
  readonly #seen = new Map<string, Silenced>();

  constructor(policy: Policy) {
    this.#policy = policy;
    for (const { code, level, ...place } of policy.silences.codes) {
      if (isCode(code)) entryOf(this.#ruled, code, level, describe(code).severity).rules.push(place);
    }
  }

  /** Takes in the findings of a check. */
  add({ domain, endpoint, check }: PlacedCheck): void {
    for (const finding of check.findings) {
      count(this.#seen, finding, endpoint?.key ?? finding.host ?? domain.rawName);
    }
  }

  /**
   * The finding `policy-silences`; none where the policy asks for all that the defaults ask for.
   * @param ofRun findings of the run, which a policy may turn off as well
   */
  findings(ofRun: readonly Finding[]): Finding[] {
    for (const finding of ofRun) count(this.#ruled, finding, finding.message);
    for (const { code, level, from, places } of this.#seen.values()) {
      const entry = entryOf(this.#ruled, code, level, from);
      for (const place of places) entry.places.add(place);
    }
    const silenced = [...this.#ruled.values()].sort(worstFirst);
    const { settings } = this.#policy.silences;
    if (silenced.length + settings.length === 0) return [];
    const off = silenced.filter(({ level }) => level === "off");
    const lowered = silenced.filter(({ level }) => level !== "off");
    const say = (limit: number): SafeText =>
      joinWords(
        [
          ...list(words`turns off`, off.map(codeWords), limit),
          ...list(words`lowers`, lowered.map(codeWords), limit),
          ...list(words`sets`, settings.map(settingWords), limit),
        ],
        "; ",
      );
    const cut = [off, lowered, settings].some(({ length }) => length > NAMED);
    const position = [...silenced.flatMap(({ rules }) => rules), ...settings].find(
      (rule) => rule.position !== undefined,
    )?.position;
    const evidence = cut ? { evidence: say(Number.POSITIVE_INFINITY) } : {};
    const raised = raise("policy-silences", { what: say(NAMED) }, evidence);
    return [findingOfRun(raised, this.#policy, position)];
  }
}

function entryOf(found: Map<string, Silenced>, code: string, level: SeverityLevel, from: Severity): Silenced {
  const key = `${code} ${level}`;
  const known = found.get(key) ?? { code, from, level, rules: [], places: new Set() };
  found.set(key, known);
  return known;
}

function count(found: Map<string, Silenced>, finding: Finding, place: string): void {
  if (finding.off !== true && finding.loweredFrom === undefined) return;
  const level = finding.off === true ? "off" : finding.severity;
  entryOf(found, finding.code, level, unlowered(finding)).places.add(place);
}

/** What silenced something first, then the gravest: a list that is cut must not end before those. */
function worstFirst(a: Silenced, b: Silenced): number {
  const silent = Number(b.places.size > 0) - Number(a.places.size > 0);
  if (silent !== 0 || a.from === b.from) return silent;
  return isLower(a.from, b.from) ? 1 : -1;
}

function list(verb: SafeText, items: readonly SafeText[], limit: number): SafeText[] {
  if (items.length === 0) return [];
  return [words`${verb} ${andMore(items.slice(0, limit), items.length)}`];
}

/** `relay-open (2 findings, .github/mx-gate.yml:7)`, `cert-expired from error to notice (…)`. */
function codeWords({ code, from, level, rules, places: locations }: Silenced): SafeText {
  const change = level === "off" ? words`` : words` from ${quote(from)} to ${quote(level)}`;
  const number = locations.size === 0 ? words`no finding` : plural(locations.size, "finding");
  return words`${quote(code)}${change} (${joinWords([number, ...rules.map(placeWords)], ", ")})`;
}

function settingWords({ name, value, ...place }: Policy["silences"]["settings"][number]): SafeText {
  return words`${quote(name)}: ${quote(value, 100)} (${placeWords(place)})`;
}

function placeWords({ position, scope }: RulePlace): SafeText {
  const at =
    position === undefined ? words`by an input` : quote(`${position.file}:${String(position.line)}`, 200);
  return scope === "" ? at : words`${at} for ${quote(scope, 100)}`;
}
