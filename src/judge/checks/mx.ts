/** The check `mx`: the MX records and the addresses behind them. */
import { andMore, plural } from "../../text/plural.ts";
import type { DomainCheck } from "./check.ts";
import {
  hasEndpoints,
  type MxHost,
  type MxObservation,
  type ServerLookup,
} from "../../observe/observation.ts";
import { joinWords, quote, quoteName, words, type SafeText } from "../../text/quote.ts";
import { raise, type DomainSubject, type Outcome, type Raised } from "../outcome.ts";
import { describe } from "../diagnostics/registry.ts";
import { asked, judgeDiffering, judgeFailure, nothingExists, type Doubt } from "./dns-answer.ts";
import { judgePartial } from "./dane/partial.ts";
import { judgeHost, privateAddresses, unendingChain } from "./mx-host.ts";
import type { Thresholds } from "../policy.ts";
import type { FilePosition } from "../../text/file-position.ts";

export const mxCheck: DomainCheck<"mx"> = {
  id: "mx",
  scope: "domain",
  title: "MX resolution",
  observes:
    "the MX records by preference, null and implicit MX, every host's A and AAAA, aliases, answer codes",
  passes: "the domain has at least one MX host, and every one resolves to a public address",
  judge(subject) {
    const { mx, server } = subject.domain;
    if (server !== undefined) return askedOf(judgeServer(server, subject), subject);
    if (mx === undefined) return undefined;
    const findings = [...judgeRecords(mx, subject), ...judgeDetours(subject), ...judgePartial(subject)];
    return askedOf(
      { findings, summary: summarise(mx), facts: recordFacts(mx), seconds: mx.seconds },
      subject,
    );
  },
};

/**
 * What a line asks again where the finding names no question: the records or the host's addresses. What nobody has
 * answered went to the first resolver of the run.
 */
function askedOf(outcome: Outcome, { environment, domain }: DomainSubject): Outcome {
  const { mx, server, detours } = domain;
  const [first] = environment.resolver.split(", else ").slice(-1);
  const [resolver] = (first ?? "").split(", ");
  const hosts = [
    ...(mx?.hosts ?? []),
    ...(server ? [server.lookup] : []),
    ...(detours ?? []).map(({ to }) => to),
  ];
  const findings = outcome.findings.map((raised) => {
    const host = hosts.find((each) => each.host === raised.host && (each.a ?? each.aaaa) !== undefined);
    const answer = usesAddresses(raised) ? (host?.a ?? host?.aaaa) : mx?.question;
    const question = raised.question ?? (answer === undefined ? undefined : asked(answer).question);
    if (question === undefined) return raised;
    return { ...raised, question: { ...question, server: question.server ?? resolver } };
  });
  return { ...outcome, findings };
}

/** Whether the line of a finding asks for the addresses of its host. */
function usesAddresses({ code, confirm = describe(code).confirm }: Raised): boolean {
  return confirm === "dig-host";
}

function summarise(mx: MxObservation): SafeText {
  const { outcome } = mx.question;
  if (isNullMx(mx)) return words`null MX`;
  if (outcome === "answer") return plural(distinctHosts(mx).length, "host");
  if (outcome === "nodata") return mx.hosts.length > 0 ? words`implicit` : words`no MX`;
  return quote(outcome.toUpperCase());
}

function recordFacts(mx: MxObservation): NonNullable<Outcome["facts"]> {
  const records = mx.hosts.map((host) => {
    const preference = host.preference === null ? "" : `${String(host.preference)} `;
    const addresses = host.addresses.map((each) => each.address).join(", ");
    return quote(`${preference}${host.host}${addresses === "" ? "" : ` (${addresses})`}`);
  });
  return { hosts: records, authenticated: mx.question.authenticated };
}

function distinctHosts(mx: MxObservation): MxHost[] {
  return [...new Map(mx.hosts.map((host) => [host.host, host])).values()];
}

/** A single exchange that is the root: the domain takes no mail (RFC 7505 3). */
export function isNullMx(mx: MxObservation): boolean {
  return mx.hosts.length > 0 && mx.hosts.every((host) => host.form === "root");
}

/** Whoever types the name of a host where a domain belongs meets this one first. */
function hostOrDomain(name: SafeText): SafeText {
  return words`To test a server, use servers: ${name}. For a mail domain, publish an MX record that names its server, so that a web server at this address is never taken for one.`;
}

function judgeRecords(mx: MxObservation, subject: DomainSubject): Raised[] {
  const domain = quoteName(subject.domain.name);
  const { question } = mx;
  if (question.outcome === "nxdomain" && !nothingExists(question, mx))
    return [raise("domain-not-found", { domain })];
  if (question.outcome !== "answer" && question.outcome !== "nodata")
    return judgeFailure(question, mx, "inconclusive");
  const unending = unendingChain(question);
  if (unending !== undefined) {
    const aliases = joinWords(
      question.aliases.map((name) => quote(name, 255)),
      ", ",
    );
    return [raise("mx-missing", { domain }, { actual: words`${unending}: ${aliases}` })];
  }
  const findings: Raised[] = judgeDiffering(question);
  const unexpected = judgeExpectation(mx, subject);
  findings.push(...unexpected);
  if (mx.hosts.length === 0) {
    return unexpected.length > 0 ? findings : [...findings, raise("mx-missing", { domain })];
  }
  const nullMxAt = subject.domain.lines?.find(({ host }) => host === "." || host === "");
  findings.push(...judgeNullMx(mx, domain, subject.thresholds.expect, nullMxAt));
  findings.push(...judgeHosts(mx, subject));
  if (mx.implicit && distinctHosts(mx).some((host) => host.addresses.length > 0))
    findings.push(raise("mx-implicit", { domain }, { remedy: hostOrDomain(domain) }));
  if (mx.listed !== undefined)
    findings.push(raise("mx-truncated", { listed: mx.listed, probed: mx.hosts.length }));
  for (const host of distinctHosts(mx)) {
    const times = mx.hosts.filter((each) => each.host === host.host).length;
    const name = { host: quoteName(host.host) };
    if (times > 1 && host.form !== "root")
      findings.push(raise("mx-duplicate-host", { ...name, times }, { host: host.host }));
    const requiresIpv6 = subject.thresholdsFor(host.host)["require-ipv6"];
    const { privateAddressesAllowed } = subject.environment;
    for (const finding of judgeHost(host, { ...mx, requiresIpv6, privateAddressesAllowed }))
      findings.push({ ...finding, host: host.host });
  }
  const addressed = mx.hosts.some(
    ({ form, addresses, host }) => form === "hostname" && addresses.length > 0 && subject.asksServer(host),
  );
  if (subject.probes && addressed && !hasEndpoints(subject.domain)) {
    const reason = words`none of its hosts has an address of the family that ip-family asks for`;
    findings.push(raise("not-probed", { reason }));
  }
  return findings;
}

/** What is said of a domain that is to take no mail (`expect: none`): only a null MX is what it should be. */
function judgeExpectation(mx: MxObservation, { domain, thresholds }: DomainSubject): Raised[] {
  if (thresholds.expect !== "none" || mx.hosts.some((host) => host.form === "root")) return [];
  // Where the addresses of the domain itself did not come, nobody knows whether it has any.
  if (mx.hosts.length === 0 && mx.root !== undefined) return [];
  const actual = mx.hosts.length === 0 ? words`no MX record` : hostWords(distinctHosts(mx));
  return [
    raise("mx-not-null", { domain: quoteName(domain.name) }, { expected: words`a null MX (0 .)`, actual }),
  ];
}

function hostWords(hosts: readonly Pick<MxHost, "host">[]): SafeText {
  const listed = hosts.slice(0, 12).map(({ host }) => quote(host, 255));
  return andMore(listed, hosts.length);
}

/** The hosts of a domain that takes mail against those that the policy asks for. */
function judgeHosts(mx: MxObservation, { domain, thresholds }: DomainSubject): Raised[] {
  const hosts = distinctHosts(mx).filter((host) => host.form !== "root");
  const asked = thresholds["mx-hosts"];
  const name = { domain: quoteName(domain.name) };
  const findings: Raised[] = [];
  if (asked.length > 0 && hosts.length > 0) {
    const sets = {
      expected: hostWords(asked.map((host) => ({ host }))),
      actual: hostWords(hosts),
    };
    for (const { host } of hosts.filter((each) => !asked.includes(each.host))) {
      findings.push(raise("mx-unexpected-host", { ...name, host: quoteName(host) }, { ...sets, host }));
    }
    for (const host of asked.filter((each) => !hosts.some((found) => found.host === each))) {
      findings.push(raise("mx-expected-missing", { ...name, host: quoteName(host) }, { ...sets, host }));
    }
  }
  const least = thresholds["min-mx-hosts"];
  if (hosts.length > 0 && hosts.length < least) {
    const expected = words`at least ${plural(least, "MX host")}`;
    findings.push(
      raise(
        "mx-too-few-hosts",
        { ...name, found: plural(hosts.length, "MX host") },
        { expected, actual: hostWords(hosts) },
      ),
    );
  }
  return findings;
}

function judgeNullMx(
  mx: MxObservation,
  domain: SafeText,
  expected: Thresholds["expect"],
  line: FilePosition | undefined,
): Raised[] {
  const at = line === undefined ? {} : { at: { file: line.file, line: line.line } };
  const roots = mx.hosts.filter((host) => host.form === "root");
  const first = roots[0];
  if (first === undefined) return [];
  const others = mx.hosts.length - roots.length;
  if (others > 0) return [raise("mx-null-with-others", { others }, at)];
  const findings: Raised[] = [];
  if (expected === "mail") {
    const asked = words`MX records that name mail servers`;
    findings.push(
      raise("mx-null", { domain }, { expected: asked, actual: words`${first.preference ?? 0} .` }),
    );
  }
  if (first.preference !== null && first.preference !== 0) {
    findings.push(raise("mx-null-preference", { preference: first.preference }));
  }
  return findings;
}

/** A server that was named directly: there is no MX, but its name must lead somewhere. */
function judgeServer(server: ServerLookup, { domain, probes, environment }: DomainSubject): Outcome {
  const { lookup, seconds } = server;
  const role = words`server`;
  const allowed = environment.privateAddressesAllowed;
  // Whoever named it for this run knows where it is; in a policy file anybody may have.
  const known = server.privateAddressesAllowed;
  const asked = lookup.a !== undefined || lookup.aaaa !== undefined;
  const detoured = judgeDetours({ domain });
  if (!asked) {
    const reason = domain.detours === undefined ? words`named by address` : words`connect-to`;
    // Without this, what was not probed would be skipped all along, and the gate open.
    const elsewhere = known || allowed || domain.detours !== undefined;
    const unprobed = elsewhere ? [] : privateAddresses(lookup, role, false);
    const findings = [...unprobed.map((each) => ({ ...each, host: lookup.host })), ...detoured];
    return {
      findings,
      summary: reason,
      seconds,
      ...(findings.length === 0 && { skip: { because: "inapplicable", reason } }),
    };
  }
  // An alias is nothing bad for a server that no MX record names.
  const how = {
    ...doubtOf(server),
    implicit: true,
    requiresIpv6: false,
    privateAddressesAllowed: allowed,
    role,
  };
  const findings = judgeHost(lookup, how).filter(({ code }) => code !== "mx-private-address" || !known);
  const unprobed = probes && !hasEndpoints(domain) && domain.detours === undefined;
  if (findings.length === 0 && unprobed) {
    const actual = words`only addresses of the other family: ${joinWords(
      lookup.addresses.map(({ address }) => quote(address)),
      ", ",
    )}`;
    findings.push(
      raise("mx-no-address", { host: quoteName(lookup.host), role }, { actual, severity: "inconclusive" }),
    );
  }
  return {
    findings: [...findings, ...detoured].map((finding) => ({ ...finding, host: lookup.host })),
    summary: plural(lookup.addresses.length, "address", "addresses"),
    facts: { addresses: lookup.addresses.map(({ address }) => quote(address)) },
    seconds,
  };
}

/** Where `connect-to` leads to a name that leads nowhere, nothing can be tested. */
function judgeDetours({ domain }: Pick<DomainSubject, "domain">): Raised[] {
  return (domain.detours ?? []).flatMap(({ host, to, ...asked }) => {
    if (to.addresses.length > 0) return [];
    const role = words`connect-to address`;
    const how = {
      ...doubtOf(asked),
      implicit: true,
      requiresIpv6: false,
      privateAddressesAllowed: true,
      role,
    };
    return judgeHost(to, how).map((finding) => ({ ...finding, host }));
  });
}

function doubtOf({ root, topLevels }: Doubt): Doubt {
  return { ...(root !== undefined && { root }), ...(topLevels !== undefined && { topLevels }) };
}
