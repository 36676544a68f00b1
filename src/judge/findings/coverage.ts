/** Findings of the run about what it leaves out on purpose, or will not have the time for. */
import type { Observations, PolitenessBound } from "../../observe/observation.ts";
import { plural } from "../../text/plural.ts";
import { quote, words, type SafeText } from "../../text/quote.ts";
import { describe } from "../diagnostics/registry.ts";
import { raise, span } from "../outcome.ts";
import type { Policy } from "../policy.ts";
import type { Finding } from "../report.ts";
import { findingOfRun } from "./settle.ts";

/** Operators that have a finding each. */
const OPERATORS = 3;

/** Addresses that another one stands for, and operators that politeness makes slower than the deadline is. */
export function coverageFindings(observations: Observations, policy: Policy): Finding[] {
  const { runs = [observations] } = observations;
  const slow = new Map<string, PolitenessBound>();
  for (const bound of runs.flatMap(({ politeness = [] }) => politeness)) {
    const known = slow.get(bound.operator);
    if (known === undefined || known.seconds < bound.seconds) slow.set(bound.operator, bound);
  }
  const slowest = [...slow.values()].sort((one, other) => other.seconds - one.seconds).slice(0, OPERATORS);
  const spared = Object.values(observations.endpoints).filter(
    ({ notProbed }) => notProbed === "another-address",
  );
  const raised = slowest.map((bound) => raise("deadline-too-short", boundDetails(bound)));
  if (spared.length > 0) {
    const hosts = new Set(spared.map(({ host }) => host));
    raised.push(
      raise("addresses-not-probed", {
        addresses: plural(
          new Set(spared.map(({ host, address }) => `${host} ${address}`)).size,
          "address",
          "addresses",
        ),
        hosts: plural(hosts.size, "host"),
      }),
    );
  }
  return raised.map((each) => findingOfRun(each, policy, undefined));
}

/** The same for whoever watches the run, before it begins: what it needs, and how to mend it. */
export function boundSentence(bound: PolitenessBound): SafeText {
  return words`${raise("deadline-too-short", boundDetails(bound)).message} ${describe("deadline-too-short").remedy}`;
}

function boundDetails({ operator, seconds, secondsLeft }: PolitenessBound): {
  readonly operator: SafeText;
  readonly takes: SafeText;
  readonly deadline: SafeText;
} {
  return { operator: quote(operator, 255), takes: about(seconds), deadline: about(secondsLeft) };
}

/** Minutes from two on, else seconds: `40 minutes`, `90 seconds`. */
function about(seconds: number): SafeText {
  return seconds < 120 ? plural(Math.max(0, Math.round(seconds)), "second") : span(seconds * 1000);
}
