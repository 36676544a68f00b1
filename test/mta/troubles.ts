/** What is wrong with one lab's answers, by target, and how a second lab's take their place. */
import { describeDifference, isRight } from "./compare.ts";
import type { Compared } from "./compare.ts";
import type { Confirmation } from "./confirmations.ts";
import { withThoseOf } from "./second-lab.ts";
import { SYMPTOMS } from "./symptoms.ts";
import type { LabResult } from "./sighting.ts";

/** Connections to one endpoint: the two of a healthy one, and at most six second looks. */
const MOST_CONNECTIONS = 2 + 6;

const INTERMEDIATE = "CN=Lab Root Two, O=MX Gate Lab";

/** What the evidence says of certificates that were not served, by target. */
export const EVIDENCE: Readonly<Record<string, string>> = {
  "names-issuer": `completed with ${INTERMEDIATE}, fetched from http://ca.test/second-root.cer`,
  "names-private-root":
    "its root is in no trust store: CN=Private Authority, O=MX Gate Lab, fetched from http://ca.test/private.cer",
  "names-missing-file":
    "the certificate names http://ca.test/gone.cer for its issuer, which answers with HTTP status 404",
  "no-intermediate":
    "completed with CN=Lab Intermediate, O=MX Gate Lab, which other servers of this run send",
};

/** What the evidence of a target's certificate says, without its code. */
export function evidenceOf({ sightings }: LabResult, name: string): string {
  const [said = ""] =
    sightings.find((sighting) => sighting.name === name)?.endpoints["mx"]?.certificate?.evidence ?? [];
  return said.replace(/^[a-z-]+: /, "");
}

/** Targets with more connections to an endpoint than the program may make. */
export function crowded({ sightings }: LabResult): string[] {
  return sightings.filter(({ connections }) => connections > MOST_CONNECTIONS).map(({ name }) => name);
}

/** What is wrong with the line that confirms a finding: nothing, or its output. */
export function confirmationFault({ code, said, shell, control }: Confirmation): string | undefined {
  const symptom = SYMPTOMS[code as keyof typeof SYMPTOMS];
  if (!("shows" in symptom)) return undefined;
  const tail = (output: string): string => output.slice(-1500);
  if (!symptom.shows(said))
    return `${code} does not show in ${shell}, status ${String(said.status)}: ${said.line}\n${tail(said.output)}`;
  if (control !== undefined && symptom.shows(control))
    return `${code} shows at a sound server: ${control.line}\n${tail(control.output)}`;
  return undefined;
}

/** Everything in which a target differs from the truth. */
export function differencesIn(all: readonly Compared[], result: LabResult): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (name: string, line: string): void => {
    found.set(name, [...(found.get(name) ?? []), line]);
  };
  for (const each of all) if (!isRight(each)) add(each.row.name, describeDifference(each));
  for (const name of crowded(result)) add(name, "more connections than the program may make");
  for (const [name, says] of Object.entries(EVIDENCE)) {
    if (evidenceOf(result, name) !== says) add(name, `the evidence is ${evidenceOf(result, name)}`);
  }
  for (const each of result.confirmations) {
    const fault = confirmationFault(each);
    if (fault !== undefined) add(each.name, fault);
  }
  return found;
}

/** The first lab's answers, but for these targets, of which the second lab says all but what a sound server showed. */
export function replaceTargets(first: LabResult, second: LabResult, targets: ReadonlySet<string>): LabResult {
  const confirmations = withThoseOf(second.confirmations, first.confirmations, targets);
  return {
    ...first,
    sightings: withThoseOf(second.sightings, first.sightings, targets),
    found: withThoseOf(second.found, first.found, targets),
    confirmations: keepingControls(confirmations, first.confirmations),
    rudeness: [...first.rudeness, ...second.rudeness],
  };
}

/** A sound server is asked once for each code: where the finding beside it is gone, another of its code has its answer. */
function keepingControls(
  confirmations: readonly Confirmation[],
  former: readonly Confirmation[],
): Confirmation[] {
  const kept = new Set(confirmations.filter(({ control }) => control !== undefined).map(({ code }) => code));
  return confirmations.map((each) => {
    if (kept.has(each.code)) return each;
    const control = former.find(({ code, control }) => code === each.code && control !== undefined)?.control;
    if (control === undefined) return each;
    kept.add(each.code);
    return { ...each, control };
  });
}
