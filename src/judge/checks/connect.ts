/** Check 2: the TCP connection. */
import { quote, words } from "../../text/quote.ts";
import {
  forPeople,
  raise,
  type EndpointCheck,
  type EndpointSubject,
  type Outcome,
  type Raised,
} from "../outcome.ts";
import { replyWords } from "../endings.ts";

/** From here on a connect counts as slow, in seconds: three SYNs were lost by then. */
const SLOW_SECONDS = 5;

export const connectCheck: EndpointCheck = {
  id: "connect",
  scope: "endpoint",
  title: "TCP connect",
  weight: 15,
  judge(subject) {
    const { endpoint, seen } = subject;
    const level = subject.thresholds.severity["mx-private-address"];
    if (endpoint.notProbed === "address-not-public" && level !== undefined && level !== "error") {
      // The policy forgives the address, and the run was not allowed to go there: nobody has seen the server.
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
    const step = seen.connect;
    if (step === undefined) return undefined;
    const outcome = judgeConnect(subject, step);
    const unproven = step.outcome !== "connected";
    return { ...outcome, unproven, seconds: step.seconds, facts: { seconds: step.seconds } };
  },
};

type Connect = NonNullable<EndpointSubject["seen"]["connect"]>;

function judgeConnect(
  subject: EndpointSubject,
  step: Connect,
): Pick<Outcome, "findings" | "summary" | "skip" | "endsJudging"> {
  const { endpoint, seen, otherFamily } = subject;
  const code = quote(step.code ?? step.outcome);
  const only = (finding: Raised, summary: Outcome["summary"]) => ({ findings: [finding], summary });
  switch (step.outcome) {
    case "connected": {
      const findings: Raised[] = [];
      const greeting = seen.greeting?.reply;
      if (greeting !== undefined && isMasked(greeting.lines)) {
        findings.push(raise("egress-intercepted", {}, { evidence: replyWords(greeting) }));
        return { findings, summary: words`greeting masked`, endsJudging: true };
      }
      const slow = step.seconds > SLOW_SECONDS;
      if (slow) findings.push(raise("connect-slow", { seconds: forPeople(step.seconds) }));
      return { findings, summary: slow ? words`${forPeople(step.seconds)} s` : words`connected` };
    }
    case "refused":
      return only(raise("connect-refused", { port: endpoint.port }, { actual: code }), words`refused`);
    case "timeout": {
      const other =
        endpoint.family === 6 ? words`; IPv4 of the same host does` : words`; IPv6 of the same host does`;
      const comparison = otherFamily === "connected" ? other : words``;
      return only(
        raise("connect-timeout", { seconds: forPeople(step.seconds), comparison }),
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
      if (otherFamily === "none" || subject.thresholds["require-ipv6"]) {
        return only(raise("ipv6-unavailable", {}, { severity: "inconclusive" }), words`no IPv6 here`);
      }
      const skip = { because: "inapplicable", reason: words`this machine has no IPv6` } as const;
      return { ...only(raise("ipv6-unavailable", {}), words`no IPv6 here`), skip };
    }
    case "aborted":
      return only(
        raise("not-probed", { reason: words`the run ended before the connection was there` }),
        words`not probed`,
      );
    case "local-limit":
    case "proxy-failed":
    case "error":
      return only(raise("local-limit", { code }), words`not possible here`);
  }
}

/** A greeting that a firewall has masked: `220 ****************` (Cisco "fixup smtp"). */
export function isMasked(lines: readonly string[]): boolean {
  return lines.some((line) => /^220[ -][*0-9A-Za-z ]*\*{6,}/.test(line));
}
