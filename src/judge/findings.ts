/** From a raised deviation to a finding: severity by the policy, place, remedy, and how to confirm it. */
import type { Thresholds } from "../config/settings.ts";
import { quote, type SafeText } from "../text/quote.ts";
import { confirmationLine } from "./confirm.ts";
import type { ConfirmationSubject } from "./confirmation.ts";
import { describe } from "./diagnostics.ts";
import { ownSeverity, type Outcome, type Raised } from "./outcome.ts";
import type { Excuser } from "./excuses.ts";
import type { Policy } from "./policy.ts";
import type { FilePosition, Finding, Severity, SeverityLevel } from "./report.ts";
import { isLower } from "./verdict.ts";

/** Where a finding belongs. */
export interface FindingPlace extends ConfirmationSubject {
  /** Line of the policy or zone file that asked for the domain. */
  readonly source?: FilePosition | undefined;
}

/** What decides over a raised deviation beside its severity. */
export interface Judgement {
  readonly policy: Policy;
  readonly excuser: Excuser;
  /** Id of the check that raised it. */
  readonly check: string;
}

/** Applies the policy's severities to an outcome, then what it lets pass. What is turned off stays, marked. */
export function settle(
  outcome: Outcome,
  place: FindingPlace,
  thresholdsFor: (host: string | undefined) => Thresholds,
  { policy, excuser, check }: Judgement,
): Finding[] {
  return outcome.findings.map((raised) => {
    const host = raised.host ?? place.host;
    const level = thresholdsFor(host).severity[raised.code] ?? ownSeverity(raised);
    const finding = makeFinding(raised, level, placeOf(raised, { ...place, host }), policy);
    return excuser.excuse(finding, { domain: place.domain ?? "", host, port: place.port, check });
  });
}

/** The place of a finding with what it names itself. */
function placeOf({ question, envelope }: Raised, place: FindingPlace): FindingPlace {
  const relay =
    envelope === undefined ? {} : { relaySender: envelope.sender, relayRecipient: envelope.recipient };
  return { ...place, question, ...relay };
}

/** Severity of a finding under the policy, with a mark where that is less than its own. */
export function severityMarks(
  level: SeverityLevel,
  own: Severity,
): Pick<Finding, "severity" | "off" | "loweredFrom"> {
  if (level === "off") return { severity: own, off: true };
  return isLower(level, own) ? { severity: level, loweredFrom: own } : { severity: level };
}

function makeFinding(raised: Raised, level: SeverityLevel, place: FindingPlace, policy: Policy): Finding {
  const { remedy, reference, resultType, askedBy, ...described } = describe(raised.code);
  const confirm = raised.confirm ?? described.confirm;
  const severityLine = `severity ${raised.code}`;
  const asker = askedBy === undefined ? [] : [askedBy];
  // What turns it off is the line that a reader has to see.
  const askers = level === "off" ? [severityLine, ...asker] : [...asker, severityLine];
  const lines = askers.map((asker) => policy.positionOf(asker, place.domain, place.host));
  const position = lines.find((found) => found !== undefined) ?? place.source;
  const line: SafeText | undefined = confirm === undefined ? undefined : confirmationLine(confirm, place);
  return {
    code: raised.code,
    ...severityMarks(level, ownSeverity(raised)),
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
