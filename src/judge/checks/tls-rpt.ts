/** The check `tls-rpt`: where senders report failures of TLS to (RFC 8460 3). */
import type { DnsAnswer, TlsRptObservation } from "../../observe/observation.ts";
import { plural } from "../../text/plural.ts";
import { joinWords, quote, quoteName, quoteWire, words, type SafeText } from "../../text/quote.ts";
import { readRptRecord, type RptDestination, type RptFault } from "../../sts/tls-rpt-record.ts";
import { raise, type DomainSubject, type Outcome, type Raised } from "../outcome.ts";
import { followedPolicy } from "./mta-sts/state.ts";
import type { DomainCheck } from "./check.ts";
import { asked, gaveWords } from "./dns-answer.ts";
import { abortedFinding } from "./endings.ts";

export const tlsRptCheck: DomainCheck<"tls-rpt"> = {
  id: "tls-rpt",
  scope: "domain",
  afterEndpoints: true,
  title: "TLS reporting",
  observes: "the `_smtp._tls` record, and whether DNS knows the hosts that it names; nothing is posted there",
  passes: "reports have somewhere to go; skipped where nothing is published",
  judge(subject) {
    const { tlsRpt } = subject.domain;
    return tlsRpt === undefined ? undefined : { ...judgeRecord(tlsRpt, subject), seconds: tlsRpt.seconds };
  },
};

type Judged = Omit<Outcome, "seconds">;

function judgeRecord(observed: TlsRptObservation, subject: DomainSubject): Judged {
  const { record: answer } = observed;
  const question = asked(answer);
  if (answer.outcome === "aborted") return { findings: [abortedFinding()], summary: words`not reached` };
  if (!isAnswered(answer)) {
    const summary = words`not seen`;
    const reason = lookupWords(answer);
    const unseen = words`whether it has any could not be seen (${reason})`;
    const required = judgeRequired(subject, unseen, question).map((each) => ({
      ...each,
      severity: "inconclusive" as const,
    }));
    if (required.length > 0) return { findings: required, summary };
    const what = words`It is unknown whether ${quoteName(subject.domain.name)} has an address for TLS reports: ${reason}`;
    return { findings: [raise("tls-rpt-unseen", { what }, question)], summary };
  }
  const record = readRptRecord(answer.texts);
  switch (record.kind) {
    case "none":
      return judgeAbsence(subject, question);
    case "invalid": {
      const evidence = joinWords(
        record.texts.slice(0, 3).map((text) => quoteWire(text, 200)),
        " | ",
      );
      const why = record.uri === undefined ? FAULTS[record.fault] : destinationWords(record.uri);
      const invalid = raise("tls-rpt-invalid", { why }, { evidence, ...question });
      const required = judgeRequired(subject, words`senders ignore its _smtp._tls record`, question);
      return { findings: [invalid, ...required], summary: words`record not valid` };
    }
    case "valid": {
      const { destinations } = record;
      const findings = destinations.flatMap((each) => judgeDestination(each, observed));
      return {
        findings,
        summary: plural(destinations.length, "destination"),
        facts: { destinations: destinations.map(({ uri }) => quote(uri, 200)) },
      };
    }
  }
}

/** Why senders ignore the record. */
const FAULTS: Readonly<Record<RptFault, SafeText>> = {
  several: words`there is more than one`,
  version: words`it does not begin with "v=TLSRPTv1;"`,
  "no-rua": words`it names no destination (rua)`,
  destination: words`it names a destination that is neither mailto: nor https:`,
};

function destinationWords(uri: string): SafeText {
  return words`${quoteWire(uri, 100)} is neither a mailto: nor an https: address`;
}

/** `TXT _smtp._tls.example.com got SERVFAIL`. */
function lookupWords(answer: DnsAnswer): SafeText {
  return words`${quote(answer.type)} ${quoteName(answer.name)} got ${gaveWords(answer)}`;
}

function isAnswered({ outcome }: DnsAnswer): boolean {
  return outcome === "answer" || outcome === "nodata" || outcome === "nxdomain";
}

/** Nowhere to report to: nothing bad in itself, and a pity where there is something to report on. */
function judgeAbsence(subject: DomainSubject, question: Pick<Raised, "question">): Judged {
  const summary = words`not published`;
  const required = judgeRequired(subject, words`it publishes none`, question);
  if (required.length > 0) return { findings: required, summary };
  const skip = { because: "inapplicable", reason: summary } as const;
  const published = [
    ...(hasDane(subject) ? [words`DANE`] : []),
    ...(hasPolicy(subject) ? [words`MTA-STS`] : []),
  ];
  const [first, second] = published;
  if (first === undefined) return { findings: [], summary, skip };
  const named = second === undefined ? first : words`${first} and ${second}`;
  const missing = raise(
    "tls-rpt-missing",
    { domain: quoteName(subject.domain.name), published: named },
    question,
  );
  return { findings: [missing], summary, skip };
}

function hasPolicy({ domain }: DomainSubject): boolean {
  const mode = followedPolicy(domain)?.mode;
  return mode === "enforce" || mode === "testing";
}

function hasDane({ endpoints }: DomainSubject): boolean {
  return endpoints.some(({ observation }) => {
    const tlsa = observation.dane?.lookUps.at(-1)?.tlsa;
    return tlsa?.dnssec === "secure" && (tlsa.associations?.length ?? 0) > 0;
  });
}

function judgeRequired(
  subject: DomainSubject,
  found: SafeText,
  question: Pick<Raised, "question">,
): Raised[] {
  if (!subject.thresholds.require.includes("tls-rpt")) return [];
  return [raise("tls-rpt-required", { domain: quoteName(subject.domain.name), found }, question)];
}

/** A destination that DNS does not know, or that takes no mail. */
function judgeDestination(
  { scheme, host, uri }: RptDestination,
  { destinations }: TlsRptObservation,
): Raised[] {
  const seen = destinations.find((each) => each.host === host && each.scheme === scheme);
  if (seen === undefined) return [];
  const { mx, a, aaaa } = seen;
  const name = quoteName(host);
  const undeliverable = (why: SafeText, answer: DnsAnswer): Raised[] => [
    raise("tls-rpt-undeliverable", { uri: quote(uri, 200), why }, asked(answer)),
  ];
  if (mx?.outcome === "nxdomain") return undeliverable(words`the domain ${name} does not exist`, mx);
  const exchanges = mx?.exchanges ?? [];
  if (mx !== undefined && exchanges.length > 0 && exchanges.every(({ exchange }) => exchange === "."))
    return undeliverable(words`the domain ${name} accepts no mail (null MX)`, mx);
  const addresses = (a?.values.length ?? 0) + (aaaa?.values.length ?? 0);
  const lost = [mx, a, aaaa].find((answer) => answer !== undefined && !isAnswered(answer));
  if (lost !== undefined && addresses === 0) {
    if (lost.outcome === "aborted") return [abortedFinding()];
    const what = words`It is unknown whether TLS reports to ${quote(uri, 200)} can be delivered: ${lookupWords(lost)}`;
    return [raise("tls-rpt-unseen", { what }, asked(lost))];
  }
  if (a === undefined || aaaa === undefined || addresses > 0) return [];
  const what =
    scheme === "mailto"
      ? words`the domain ${name} has neither an MX record nor an address`
      : words`the host ${name} has no address`;
  return undeliverable(what, mx ?? a);
}
