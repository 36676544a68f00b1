/** Findings of the run about what it tests, where its files suggest something else. */
import type { Observations, TargetNote } from "../../observe/observation.ts";
import { andMore, isOrAre, plural } from "../../text/plural.ts";
import { quote, words, type SafeText } from "../../text/quote.ts";
import { raise } from "../outcome.ts";
import type { Policy } from "../policy.ts";
import type { Finding } from "../report.ts";
import { findingOfRun } from "./settle.ts";

interface Told {
  readonly what: (note: TargetNote) => SafeText;
  readonly remedy: SafeText;
}

const TOLD: Readonly<Record<TargetNote["kind"], Told>> = {
  "policy-targets": {
    what: (note) =>
      words`This run tests only what its inputs name: ${listed(note)} in ${quote(note.position?.file ?? "the policy file", 255)} ${isOrAre(note.count)} left aside`,
    remedy: words`Nothing to do where this run is for these targets alone. To test those of the policy file, name no target in inputs or options.`,
  },
  "zones-without-mx": {
    what: (note) =>
      words`${plural(note.count, "zone")} without any MX record ${isOrAre(note.count)} not tested: ${listed(note)}`,
    remedy: words`If the domain receives mail, add its MX record to the zone file. To test it as it is, name it in domains; else nothing is to be done.`,
  },
  "live-dns": {
    what: (note) =>
      words`${plural(note.count, "domain")} ${isOrAre(note.count)} in no zone file of this run and ${isOrAre(note.count)} tested by live DNS: ${listed(note)}`,
    remedy: words`Add the zone file to zone-files (NAME=path where its name does not say the zone), if there is one; else nothing is to be done.`,
  },
};

/** What is said of what a run tests, or several: shards of one run say the same, and it is said once. */
export function targetFindings(observations: Observations, policy: Policy): Finding[] {
  const notes = (observations.runs ?? [observations]).flatMap((run) => run.targetNotes ?? []);
  const distinct = new Map(notes.map((note) => [JSON.stringify(note), note]));
  return Array.from(distinct.values(), (note) => {
    const { what, remedy } = TOLD[note.kind];
    return findingOfRun(raise("target-sources", { what: what(note) }, { remedy }), policy, note.position);
  });
}

function listed({ names, count }: TargetNote): SafeText {
  const shown = names.map((name) => quote(name, 255));
  return andMore(shown, count);
}
