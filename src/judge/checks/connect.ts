/** The check `connect`: the TCP connection. */
import type { EndpointCheck } from "./check.ts";
import { egressWords, type EgressWords } from "./egress.ts";
import { HUNG_UP } from "../../observe/observation.ts";
import { quote, words } from "../../text/quote.ts";
import { forPeople, raise, type EndpointSubject, type Outcome, type Raised } from "../outcome.ts";
import { replyWords } from "./endings.ts";

/** From here on a connect counts as slow, in seconds: three SYNs were lost by then. */
const SLOW_SECONDS = 5;

export const connectCheck: EndpointCheck<"connect"> = {
  id: "connect",
  scope: "endpoint",
  title: "TCP connect",
  observes: "a TCP connect to every address: refused, timed out, unreachable, reset",
  passes: "connected",
  shortHead: "conn",
  weight: 15,
  decidesScore: true,
  needs: { depth: "connect" },
  judge(subject) {
    const { endpoint, dialog } = subject;
    if (endpoint.notProbed === "address-not-public" && !subject.addressFaulted) {
      // Nothing else says that the run was not allowed to go there, and nobody has seen the server.
      const reason = words`the address is not public, and allow-private-addresses is not set`;
      return { findings: [raise("not-probed", { reason })], summary: words`not probed`, seconds: 0 };
    }
    if (endpoint.notProbed === "address-not-public") {
      return {
        findings: [],
        summary: words`not public`,
        seconds: 0,
        skip: { because: "failure", reason: words`the address is not public` },
      };
    }
    if (endpoint.notProbed !== undefined) {
      const reason =
        endpoint.notProbed === "interrupted"
          ? words`the run was interrupted`
          : words`the deadline of the run was over`;
      return { findings: [raise("not-probed", { reason })], summary: words`not probed`, seconds: 0 };
    }
    const step = dialog.connect;
    if (step === undefined) return undefined;
    const outcome = judgeConnect(subject, step);
    const unproven = step.outcome !== "connected" || subject.egressDoubt !== undefined;
    return { ...outcome, unproven, seconds: step.seconds, facts: { seconds: step.seconds } };
  },
};

const REWRITTEN = words`the dialog is rewritten on the way`;

type Connect = NonNullable<EndpointSubject["dialog"]["connect"]>;

function judgeConnect(
  subject: EndpointSubject,
  step: Connect,
): Pick<Outcome, "findings" | "summary" | "skip" | "endsJudging"> {
  const { endpoint, dialog, otherFamily, egress } = subject;
  const code = quote(step.code ?? step.outcome);
  const only = (finding: Raised, summary: Outcome["summary"]) => ({ findings: [finding], summary });
  // A policy that requires IPv6 is not content with what IPv4 shows.
  const fallback = subject.thresholds["require-ipv6"] ? "none" : otherFamily;
  if (step.code === HUNG_UP && step.outcome === "unreachable" && !subject.hangUpMeantTarget) {
    const detail =
      "it hung up without a reason: its rules may forbid the connection, or it reaches no server at this port";
    return only(proxyFailed({ ...step, detail }), words`proxy failed`);
  }
  if (egress?.blocked === true && isExplainedByEgress(step)) {
    return egress.noRoute && endpoint.family === 6
      ? withoutIpv6(fallback)
      : egressBlocked(egressWords(egress));
  }
  if (subject.egressDoubt !== undefined) {
    const said = egressWords(subject.egressDoubt.facts, subject.egressDoubt.end);
    return {
      ...egressBlocked(said),
      endsJudging:
        said.remedy === undefined
          ? words`nothing gets out to this port`
          : words`it is unknown whether anything gets out to this port`,
    };
  }
  switch (step.outcome) {
    case "connected": {
      const findings: Raised[] = [];
      if (dialog.proxyLost !== undefined) {
        // Whoever ended the first look, the second one never got to the server.
        findings.push(proxyFailed(dialog.proxyLost));
        return { findings, summary: words`proxy lost`, endsJudging: words`the proxy was lost on the way` };
      }
      const greeting = dialog.greeting?.reply;
      if (greeting !== undefined && isMasked(greeting.lines)) {
        const what = words`The greeting is masked with asterisks`;
        findings.push(raise("egress-intercepted", { what }, { evidence: replyWords(greeting) }));
        return { findings, summary: words`greeting masked`, endsJudging: REWRITTEN };
      }
      const hello = dialog.hello?.reply;
      if (hello !== undefined && hidesExtensions(hello.lines)) {
        const what = words`The answer to EHLO has extensions masked with X`;
        const parts = { evidence: replyWords(hello), confirm: "smtp-ehlo" as const };
        findings.push(raise("egress-intercepted", { what }, parts));
        return { findings, summary: words`EHLO masked`, endsJudging: REWRITTEN };
      }
      const slow = ofServer(step) > SLOW_SECONDS;
      if (slow) findings.push(raise("connect-slow", { seconds: forPeople(step.seconds) }));
      if (slow) return { findings, summary: words`${forPeople(step.seconds)} s` };
      return { findings, summary: step.late === undefined ? words`connected` : words`connected, seen late` };
    }
    case "refused":
      return only(raise("connect-refused", { port: endpoint.port }, { actual: code }), words`refused`);
    case "timeout": {
      const other =
        endpoint.family === 6 ? words`; IPv4 of the same host does` : words`; IPv6 of the same host does`;
      const comparison = otherFamily === "connected" ? other : words``;
      const details = { seconds: forPeople(step.seconds), comparison };
      if (step.late === undefined || ofServer(step) > Math.min(SLOW_SECONDS, step.seconds / 2))
        return only(raise("connect-timeout", details), words`timed out`);
      // An answer may have come while nobody looked.
      const busy = words`; this machine was too busy to handle the connection for ${forPeople(step.late)} s of it`;
      return only(
        raise("connect-timeout", { ...details, comparison: busy }, { severity: "inconclusive" }),
        words`timed out`,
      );
    }
    case "reset":
      return only(raise("connect-reset", { port: endpoint.port }, { actual: code }), words`reset`);
    case "unreachable": {
      // EACCES and EPERM come from this machine's own firewall: no word about the server.
      const severity = step.code === "EACCES" || step.code === "EPERM" ? "inconclusive" : "error";
      return only(raise("connect-unreachable", { code }, { severity }), words`unreachable`);
    }
    case "no-route": {
      if (endpoint.family === 4) {
        return only(raise("connect-unreachable", { code }, { severity: "inconclusive" }), words`no route`);
      }
      return withoutIpv6(fallback);
    }
    case "aborted":
      return only(
        raise("not-probed", { reason: words`the run ended before the connection was there` }),
        words`not probed`,
      );
    case "proxy-failed":
      return only(proxyFailed(step), words`proxy failed`);
    case "local-limit":
    case "error":
      return only(raise("local-limit", { code }), words`not possible here`);
  }
}

function egressBlocked({ remedy, ...details }: EgressWords): Pick<Outcome, "findings" | "summary"> {
  const summary = remedy === undefined ? words`egress blocked` : words`egress unknown`;
  return { findings: [raise("egress-blocked", details, { remedy })], summary };
}

/** The seconds of a connect that this machine is not known to have spent on other things. */
function ofServer({ seconds, late = 0 }: Connect): number {
  return seconds - late;
}

function proxyFailed({ outcome, code, detail }: Connect): Raised {
  const reason = words`${quote(detail ?? "it gave no reason")} (${quote(code ?? outcome)})`;
  return raise("proxy-failed", { reason });
}

/** Outcomes that say nothing of a server behind a way that is blocked. */
function isExplainedByEgress({ outcome, code }: Connect): boolean {
  switch (outcome) {
    case "refused":
    case "timeout":
    case "unreachable":
    case "reset":
    case "no-route":
    case "aborted":
      return true;
    case "proxy-failed":
      return code === "ANSWERS_EARLY";
    case "connected":
    case "local-limit":
    case "error":
      return false;
  }
}

/** No IPv6 here: nothing to lose where the host has IPv4, nothing to see where it has not. */
function withoutIpv6(
  otherFamily: EndpointSubject["otherFamily"],
): Pick<Outcome, "findings" | "summary" | "skip"> {
  const summary = words`no IPv6 here`;
  if (otherFamily === "none")
    return { findings: [raise("ipv6-unavailable", {}, { severity: "inconclusive" })], summary };
  const skip = { because: "inapplicable", reason: words`this machine has no IPv6` } as const;
  return { findings: [raise("ipv6-unavailable", {})], summary, skip };
}

/** A greeting that a firewall has masked: `220 ****************` (Cisco "fixup smtp"). */
export function isMasked(lines: readonly string[]): boolean {
  return lines.some((line) => /^220[ -][*0-9A-Za-z ]*\*{6,}/.test(line));
}

/** Extensions that a firewall has overwritten: `250-XXXXXXXA` in place of `250-STARTTLS` (Cisco "inspect esmtp"). */
function hidesExtensions(lines: readonly string[]): boolean {
  return lines.slice(1).some((line) => /^250[ -]X{5,}[A-Z]?\s*$/.test(line));
}
