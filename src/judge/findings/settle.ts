/** From a raised deviation to a finding: severity by the policy, place, remedy, and how to confirm it. */
import { quote, type SafeText } from "../../text/quote.ts";
import type { ZoneLine } from "../../observe/observation.ts";
import type { CheckId } from "../checks/all.ts";
import { confirmationLine } from "../confirm/line.ts";
import type { ConfirmationSubject } from "../confirm/confirmation.ts";
import { describe } from "../diagnostics/registry.ts";
import { ownSeverity, type Outcome, type Raised } from "../outcome.ts";
import type { Waivers } from "../waivers.ts";
import type { Policy, Thresholds } from "../policy.ts";
import type { Finding, Severity, SeverityLevel } from "../report.ts";
import { isLower } from "../verdict.ts";
import type { FilePosition } from "../../text/file-position.ts";

/** Where a finding belongs. */
export interface FindingSubject extends ConfirmationSubject {
  /** Line of the policy or zone file that asked for the domain. */
  readonly source?: FilePosition | undefined;
  /** Lines of the zone file, where one names the domain's hosts. */
  readonly lines?: readonly ZoneLine[] | undefined;
  /** A service for logged-in users: no sending server goes there, so nothing is said of any. */
  readonly submission?: boolean | undefined;
}

/** What decides over a raised deviation beside its severity. */
export interface Judgement {
  readonly policy: Policy;
  readonly waivers: Waivers;
  /** The check that raised it. */
  readonly check: CheckId;
}

/** The list of a check that found nothing, the same for all: they are many. It must not be changed. */
const NONE: never[] = [];

/** Applies the policy's severities to an outcome, then what it lets pass. What is turned off stays, marked. */
export function settle(
  outcome: Outcome,
  subject: FindingSubject,
  thresholdsFor: (host: string | undefined) => Thresholds,
  { policy, waivers, check }: Judgement,
): Finding[] {
  if (outcome.findings.length === 0) return NONE;
  return outcome.findings.map((raised) => {
    const host = raised.host ?? subject.host;
    const level = thresholdsFor(host).severity[raised.code] ?? ownSeverity(raised);
    const finding = makeFinding(raised, level, placeOf(raised, { ...subject, host }), policy);
    return waivers.apply(finding, { domain: subject.domain ?? "", host, port: subject.port, check });
  });
}

/** The place of a finding with what it names itself. */
function placeOf({ question, envelope, dane }: Raised, subject: FindingSubject): FindingSubject {
  const relay =
    envelope === undefined ? {} : { relaySender: envelope.sender, relayRecipient: envelope.recipient };
  return { ...subject, question, dane, ...relay };
}

/** Severity of a finding under the policy, with a mark where that is less than its own. */
export function severityMarks(
  level: SeverityLevel,
  own: Severity,
): Pick<Finding, "severity" | "off" | "loweredFrom"> {
  if (level === "off") return { severity: own, off: true };
  return isLower(level, own) ? { severity: level, loweredFrom: own } : { severity: level };
}

/** A finding of the run, which no check raised. @param position the rule that it is about */
export function findingOfRun(raised: Raised, policy: Policy, position: FilePosition | undefined): Finding {
  const own = ownSeverity(raised);
  const { remedy, reference } = describe(raised.code);
  return {
    code: raised.code,
    ...severityMarks(policy.severity[raised.code] ?? own, own),
    message: raised.message,
    ...(raised.evidence !== undefined && { evidence: raised.evidence }),
    remedy: raised.remedy ?? remedy,
    ...(reference !== undefined && { reference }),
    ...(position !== undefined && { policy: position }),
  };
}

/**
 * The line of the address, of the records that it is about where they are not MX records, of the MX record that names
 * the host, or of whatever asked for the domain.
 */
function sourceOf({ code, about, at, question }: Raised, subject: FindingSubject): FilePosition | undefined {
  const { host, source, lines = [] } = subject;
  if (at !== undefined) return at;
  const ofHost = lines.filter((line) => line.host === host);
  const address = describe(code).ofAddress === true ? (about ?? subject.address) : undefined;
  const found =
    ofHost.find((line) => address !== undefined && line.address === address) ??
    (["MX", "A", "AAAA"].includes(question?.type ?? "MX") ? undefined : question?.zoneFile?.at) ??
    ofHost.find((line) => line.address === undefined);
  return found === undefined ? source : { file: found.file, line: found.line };
}

function makeFinding(raised: Raised, level: SeverityLevel, subject: FindingSubject, policy: Policy): Finding {
  const { remedy, reference, askedBy, ...described } = describe(raised.code);
  const ofSenders = subject.submission !== true;
  const resultType = ofSenders ? (raised.resultType ?? described.resultType) : undefined;
  const confirm = raised.confirm ?? described.confirm;
  const senders = ofSenders ? (raised.senders ?? described.senders) : undefined;
  const severityLine = `severity ${raised.code}`;
  const asker = askedBy === undefined ? [] : [askedBy];
  // What turns it off is the line that a reader has to see.
  const askers = level === "off" ? [severityLine, ...asker] : [...asker, severityLine];
  const lines = askers.map((asker) => policy.positionOf(asker, subject.domain, subject.host));
  const position = lines.find((found) => found !== undefined) ?? sourceOf(raised, subject);
  const line: SafeText | undefined = confirm === undefined ? undefined : confirmationLine(confirm, subject);
  return {
    code: raised.code,
    ...severityMarks(level, ownSeverity(raised)),
    message: raised.message,
    ...(subject.host !== undefined && { host: quote(subject.host, 255) }),
    ...(subject.address !== undefined && { address: subject.address }),
    ...(raised.expected !== undefined && { expected: raised.expected }),
    ...(raised.actual !== undefined && { actual: raised.actual }),
    ...(raised.evidence !== undefined && { evidence: raised.evidence }),
    remedy: raised.remedy ?? remedy,
    ...(line !== undefined && { confirm: line }),
    ...(senders !== undefined && { senders }),
    ...(reference !== undefined && { reference }),
    ...(resultType !== undefined && { resultType }),
    ...(position !== undefined && { policy: position }),
  };
}
