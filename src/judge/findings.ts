/** From a raised deviation to a finding: severity by the policy, place, remedy, and how to confirm it. */
import type { Thresholds } from "../config/settings.ts";
import { quote, type SafeText } from "../text/quote.ts";
import { confirmationLine } from "./confirm.ts";
import type { ConfirmationSubject } from "./confirmation.ts";
import { describe } from "./diagnostics.ts";
import { ownSeverity, type Outcome, type Raised } from "./outcome.ts";
import type { Excuser } from "./excuses.ts";
import type { Policy } from "./policy.ts";
import type { FilePosition, Finding } from "./report.ts";

/** Where a finding belongs. */
export interface FindingPlace extends ConfirmationSubject {
  /** Line of the policy or zone file that asked for the domain. */
  readonly source?: FilePosition | undefined;
}

/** Findings of one outcome, and whether the policy has switched off what made it inconclusive. */
export interface Settled {
  readonly findings: Finding[];
  /** An inconclusive code was switched off: the check claims nothing any more. */
  readonly silenced: boolean;
}

/** What decides over a raised deviation beside its severity. */
export interface Judgement {
  readonly policy: Policy;
  readonly excuser: Excuser;
  /** Id of the check that raised it. */
  readonly check: string;
}

/** Applies the policy's severities to an outcome, then what it lets pass. */
export function settle(
  outcome: Outcome,
  place: FindingPlace,
  thresholdsFor: (host: string | undefined) => Thresholds,
  { policy, excuser, check }: Judgement,
): Settled {
  const findings: Finding[] = [];
  let silenced = false;
  for (const raised of outcome.findings) {
    const host = raised.host ?? place.host;
    const own = ownSeverity(raised);
    const level = thresholdsFor(host).severity[raised.code] ?? own;
    // Neither switched off nor as a notice does what could not be seen become a pass.
    if (level === "off" || level === "notice") silenced ||= own === "inconclusive";
    if (level === "off") continue;
    const finding = makeFinding(raised, level, placeOf(raised, { ...place, host }), policy);
    findings.push(excuser.excuse(finding, { domain: place.domain ?? "", host, port: place.port, check }));
  }
  return { findings, silenced };
}

/** The place of a finding with what it names itself. */
function placeOf({ question, envelope }: Raised, place: FindingPlace): FindingPlace {
  const relay =
    envelope === undefined ? {} : { relaySender: envelope.sender, relayRecipient: envelope.recipient };
  return { ...place, question, ...relay };
}

function makeFinding(
  raised: Raised,
  severity: Finding["severity"],
  place: FindingPlace,
  policy: Policy,
): Finding {
  const { remedy, reference, resultType, askedBy, ...described } = describe(raised.code);
  const confirm = raised.confirm ?? described.confirm;
  const askers = [...(askedBy === undefined ? [] : [askedBy]), `severity ${raised.code}`];
  const lines = askers.map((asker) => policy.positionOf(asker, place.domain, place.host));
  const position = lines.find((found) => found !== undefined) ?? place.source;
  const line: SafeText | undefined = confirm === undefined ? undefined : confirmationLine(confirm, place);
  return {
    code: raised.code,
    severity,
    message: raised.message,
    ...(place.host !== undefined && { host: quote(place.host, 255) }),
    ...(place.address !== undefined && { address: place.address }),
    ...(raised.expected !== undefined && { expected: raised.expected }),
    ...(raised.actual !== undefined && { actual: raised.actual }),
    ...(raised.evidence !== undefined && { evidence: raised.evidence }),
    remedy,
    ...(line !== undefined && { confirm: line }),
    ...(reference !== undefined && { reference }),
    ...(resultType !== undefined && { resultType }),
    ...(position !== undefined && { policy: position }),
  };
}
