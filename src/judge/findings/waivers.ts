/** Findings of the run itself about the waivers of its policy. */
import { plural } from "../../text/plural.ts";
import { quote, words, type SafeText } from "../../text/quote.ts";
import { describe, isCode } from "../diagnostics/registry.ts";
import { endpointChecksOf } from "../checks/all.ts";
import { findingOfRun } from "./settle.ts";
import { isInForce, type Waivers } from "../waivers.ts";
import { raise, type Raised } from "../outcome.ts";
import { DAY } from "../../text/time.ts";
import type { Policy, WaiverRule } from "../policy.ts";
import type { Finding } from "../report.ts";

/** Days before its end at which a waiver is named. */
const ENDING_DAYS = 14;

/**
 * A waiver that has ended, ends soon, or was of no use.
 * @param asked the checks that were made; a waiver of a code that none of them raises could not be of use
 */
export function waiverFindings(
  policy: Policy,
  { used }: Pick<Waivers, "used">,
  asked: readonly string[],
  now: number,
): Finding[] {
  return policy.waivers.flatMap((waiver) => {
    const raised = waiverFinding(waiver, used.has(waiver), asked, now);
    return raised === undefined ? [] : [findingOfRun(raised, policy, waiver.position)];
  });
}

function waiverFinding(
  waiver: WaiverRule,
  used: boolean,
  asked: readonly string[],
  now: number,
): Raised | undefined {
  const details = { code: quote(waiver.code), scope: scopeWords(waiver), until: quote(waiver.until) };
  const parts = { evidence: quote(waiver.reason) };
  if (!isInForce(waiver, now)) return raise("waiver-expired", details, parts);
  if (!used) return couldBeUsed(waiver, asked) ? raise("waiver-unused", details, parts) : undefined;
  const days = Math.floor((Date.parse(waiver.until) + DAY - now) / DAY);
  if (days > ENDING_DAYS) return undefined;
  return raise("waiver-ending", { ...details, left: plural(days, "day") }, parts);
}

function scopeWords({ scope }: WaiverRule): SafeText {
  return scope === "" ? words`` : words` at ${quote(scope, 200)}`;
}

function couldBeUsed({ code }: WaiverRule, asked: readonly string[]): boolean {
  if (!isCode(code)) return false;
  const { check } = describe(code);
  // Only those that go beyond the connection have a dialog in which a step can end.
  if (check === "session") return endpointChecksOf(asked).some(({ needs }) => needs.depth !== "connect");
  return asked.includes(check);
}
