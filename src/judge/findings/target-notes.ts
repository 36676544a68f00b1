/** Findings of the run about what it tests, where its files suggest something else. */
import { isOrAre, plural } from "../../text/plural.ts";
import { joinWords, quote, words, type SafeText } from "../../text/quote.ts";
import { raise } from "../outcome.ts";
import type { Policy, TargetNote } from "../policy.ts";
import type { Finding } from "../report.ts";
import { findingOfRun } from "./settle.ts";

/** Names that a finding lists. */
const LISTED = 5;

interface Told {
  readonly what: (note: TargetNote) => SafeText;
  readonly remedy: SafeText;
}

const TOLD: Readonly<Record<TargetNote["kind"], Told>> = {
  "policy-targets": {
    what: ({ names, file = "" }) =>
      words`This run tests only what its inputs name: ${listed(names)} in ${quote(file, 255)} ${isOrAre(names.length)} left aside`,
    remedy: words`Nothing to do where this run is for these targets alone. To test those of the policy file, name no target in inputs or options.`,
  },
  "zones-without-mx": {
    what: ({ names }) =>
      words`${plural(names.length, "zone")} without any MX record ${isOrAre(names.length)} not tested: ${listed(names)}`,
    remedy: words`If the domain receives mail, add its MX record to the zone file. To test it as it is, name it in domains; else nothing is to be done.`,
  },
  "live-dns": {
    what: ({ names }) =>
      words`${plural(names.length, "domain")} ${isOrAre(names.length)} in no zone file of this run and ${isOrAre(names.length)} tested by live DNS: ${listed(names)}`,
    remedy: words`Add the zone file to zone-files (NAME=path where its name does not say the zone), if there is one; else nothing is to be done.`,
  },
};

export function targetFindings(policy: Policy): Finding[] {
  return (policy.targetNotes ?? []).map((note) => {
    const { what, remedy } = TOLD[note.kind];
    return findingOfRun(raise("target-sources", { what: what(note) }, { remedy }), policy, note.position);
  });
}

function listed(names: readonly string[]): SafeText {
  const first = joinWords(
    names.slice(0, LISTED).map((name) => quote(name, 255)),
    ", ",
  );
  return names.length > LISTED ? words`${first}, and ${names.length - LISTED} more` : first;
}
