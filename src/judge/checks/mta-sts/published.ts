/** What is said of a domain that has a valid record: its policy, and whether its MX hosts satisfy it. */
import { plural } from "../../../text/plural.ts";
import { quote, quoteName, quoteWire, words, type SafeText } from "../../../text/quote.ts";
import { policyCovers, type OfLine, type StsPolicy } from "../../../sts/sts-policy.ts";
import { raise, type DomainSubject, type Outcome, type Raised } from "../../outcome.ts";
import type { PolicyState, StsState } from "./state.ts";
import { judgeCoverage, judgeFitness, namedHosts } from "./coverage.ts";
import { judgeFetch } from "./fetch.ts";
import { judgeMemory } from "./memory.ts";
import {
  ageWords,
  evidenceOf,
  lineWords,
  POLICY_FAULTS,
  POLICY_ODDITIES,
  RECORD_ODDITIES,
} from "./reasons.ts";
import { judgeAbsence, judgeRequired, type Judged } from "./required.ts";

/** An enforced policy that lives for less than this is no protection, in seconds. */
const SHORT_AGE = 86_400;

type Published = Extract<StsState, { kind: "published" }>;

/** The outcome for a valid record, and whatever is behind it. */
export function judgePublished(
  { record, policy: state }: Published,
  subject: DomainSubject,
  question: Pick<Raised, "question">,
): Judged {
  const ofRecord = record.oddities.map((oddity) =>
    raise(
      "mta-sts-fragile",
      { why: RECORD_ODDITIES[oddity] },
      { evidence: quoteWire(record.text, 200), confirm: "dig-question", ...question },
    ),
  );
  const id = { id: quote(record.id) };
  if (state.kind !== "policy") {
    const finding = judgeUnusable(state, subject);
    const found = words`senders find no valid policy`;
    // What could not be seen from here may well be in order.
    const unseen = finding.code === "mta-sts-unseen" || finding.code === "not-probed";
    const required = unseen ? [] : judgeRequired(subject, found, question);
    const summary = unseen ? words`policy not seen` : words`policy not usable`;
    return { findings: [finding, ...ofRecord, ...required], summary, facts: id };
  }
  const { policy } = state;
  const facts = { ...id, ...policyFacts(policy) };
  if (policy.mode === "none") {
    const outcome = judgeAbsence(
      subject,
      words`its MTA-STS policy is withdrawn (mode: none)`,
      words`withdrawn (mode: none)`,
      question,
    );
    return { ...outcome, facts };
  }
  const hosts = namedHosts(subject.domain.mx);
  const covered = hosts.filter((host) => policyCovers(policy, host));
  const tested = words`its MTA-STS policy is only in mode testing`;
  const findings = [
    ...judgeCoverage(policy, hosts, (line) => lineOf(line, subject)),
    ...judgeFitness(policy, subject.endpoints, lineOf(policy.lines.mode, subject)),
    ...ofRecord,
    ...judgeText(policy, subject),
    ...judgeMemory({ id: record.id, policy, hosts }, subject.formerPolicy, question),
    ...(policy.mode === "testing" ? judgeRequired(subject, tested, question, "enforce") : []),
    ...judgeUnseenEndpoints(policy, subject),
  ];
  const summary = words`${quote(policy.mode)}, ${covered.length} of ${plural(hosts.length, "host")}${untested(subject)}`;
  return { findings, summary, facts };
}

function policyFacts({ mode, maxAge, patterns }: StsPolicy): NonNullable<Outcome["facts"]> {
  return {
    mode: quote(mode),
    maxAge,
    patterns: patterns.slice(0, 20).map(({ pattern }) => quote(pattern, 255)),
  };
}

/** Why there is a record and no policy that senders take. */
function judgeUnusable(state: Exclude<PolicyState, { kind: "policy" }>, subject: DomainSubject): Raised {
  switch (state.kind) {
    case "not-fetched":
      return judgeFetch(state.fetch, subject.web);
    case "encoded":
      return raise("mta-sts-policy-invalid", {
        why: words`it is compressed (${quote(state.encoding, 60)}), which senders do not ask for`,
      });
    case "invalid": {
      const { fault } = state;
      const parts = { ...shown(fault, subject), ...lineOf(fault.line ?? 1, subject) };
      return raise("mta-sts-policy-invalid", { why: lineWords(fault, POLICY_FAULTS) }, parts);
    }
  }
}

/** What senders read differently, and a policy that lives too short to protect. */
function judgeText(policy: StsPolicy, subject: DomainSubject): Raised[] {
  const findings = policy.oddities
    .slice(0, 8)
    .map((oddity) =>
      raise(
        "mta-sts-fragile",
        { why: lineWords(oddity, POLICY_ODDITIES) },
        { ...shown(oddity, subject), ...lineOf(oddity.line ?? 1, subject) },
      ),
    );
  const { fetch } = subject.domain.mtaSts ?? {};
  const type = fetch?.contentType?.split(";", 1)[0]?.trim().toLowerCase();
  if (fetch !== undefined && type !== "text/plain") {
    const served =
      type === undefined || type === "" ? words`without a media type` : words`as ${quote(type, 100)}`;
    findings.push(
      raise("mta-sts-fragile", { why: words`the policy is served ${served}, not as text/plain` }),
    );
  }
  if (policy.mode === "enforce" && policy.maxAge < SHORT_AGE) {
    const line = lineOf(policy.lines.maxAge, subject);
    findings.push(raise("mta-sts-max-age-short", { age: ageWords(policy.maxAge) }, line));
  }
  return findings;
}

/** The line as evidence; of a file its number is enough. */
function shown(fault: OfLine<string>, { domain }: DomainSubject): Pick<Raised, "evidence"> {
  return domain.mtaSts?.file === undefined ? evidenceOf(fault) : {};
}

/** A line of the file that stands for the policy; nothing where it was fetched. */
function lineOf(line: number, { domain }: DomainSubject): Pick<Raised, "at"> {
  const file = domain.mtaSts?.file?.file;
  return file === undefined ? {} : { at: { file, line } };
}

/** `, certificates not tested` where nobody asked for what the policy demands of endpoints. */
function untested({ endpoints }: DomainSubject): SafeText {
  const tested = endpoints.some(({ fitness }) => fitness.kind !== "not-asked");
  return tested ? words`` : words`, certificates not tested`;
}

/** Endpoints of covered hosts that could not be seen: what was asked for and is not known. */
function judgeUnseenEndpoints(policy: StsPolicy, { endpoints, domain }: DomainSubject): Raised[] {
  const unseen = endpoints.filter(
    ({ observation, fitness }) => fitness.kind === "unseen" && policyCovers(policy, observation.host),
  );
  if (unseen.length === 0) return [];
  const what = words`The MTA-STS policy of ${quoteName(domain.name)} was read, but whether its MX hosts satisfy it could not be seen from here (${plural(unseen.length, "endpoint")})`;
  return [raise("mta-sts-unseen", { what })];
}
