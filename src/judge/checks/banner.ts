/** The check `banner`: the greeting. */
import type { EndpointCheck } from "./check.ts";
import type { Ending } from "../../observe/observation.ts";
import { words, type SafeText } from "../../text/quote.ts";
import {
  abortedFinding,
  againWords,
  howClosed,
  isLimit,
  limitWords,
  partialWords,
  replyWords,
} from "./endings.ts";
import { isAddress } from "./certificate/server-identity.ts";
import { forPeople, raise, type EndpointSubject, type Outcome, type Raised } from "../outcome.ts";

export const bannerCheck: EndpointCheck<"banner"> = {
  id: "banner",
  scope: "endpoint",
  title: "Greeting",
  observes: "the greeting, its code and host name, the time it takes",
  passes: "220 with a host name within 30 s",
  shortHead: "ban",
  weight: 5,
  needs: { depth: "banner" },
  judge(subject) {
    const step = subject.dialog.greeting;
    if (step === undefined) return undefined;
    if (step.reply === undefined) {
      const finding = noGreeting(step.ended ?? { how: "closed" }, subject, step.late);
      return { findings: [finding], summary: words`no greeting`, seconds: 0, unproven: true };
    }
    const { reply } = step;
    const seconds = forPeople(reply.seconds);
    const facts = { greeting: replyWords(reply), seconds: reply.seconds };
    // What this machine was too busy to look at may have been there.
    const took = reply.seconds - (step.late ?? 0);
    const findings = judgeGreeting(subject, reply.code, reply.lines, took, facts.greeting);
    const slow = findings.some((finding) => finding.code === "banner-slow");
    const summary = reply.code !== 220 ? words`${reply.code}` : slow ? words`${seconds} s` : words`220`;
    return { findings, summary, facts, seconds: reply.seconds, unproven: reply.code !== 220 };
  },
};

function judgeGreeting(
  subject: EndpointSubject,
  code: number,
  lines: readonly string[],
  seconds: number,
  evidence: SafeText,
): Raised[] {
  if (code >= 500) return [raise("banner-refused", { code }, { evidence })];
  if (code >= 400)
    return [
      raise(
        "banner-deferred",
        { code, again: againWords(subject.dialog, subject.dialog.greeting) },
        { evidence },
      ),
    ];
  if (code !== 220)
    return [raise("banner-malformed", {}, { evidence, expected: words`220`, actual: words`${code}` })];
  if (isSpamd(lines)) return [raise("greylister-in-front", {}, { evidence })];
  const findings: Raised[] = [];
  if (!namesHost(lines)) {
    // swaks waits for the space behind the code.
    const confirm = lines.at(-1) === "220" ? ("raw-greeting" as const) : undefined;
    findings.push(raise("banner-no-hostname", {}, { evidence, actual: evidence, confirm }));
  }
  const allowed = subject.thresholds["max-banner-seconds"];
  if (seconds > allowed) {
    const expected = words`at most ${allowed} s`;
    findings.push(
      raise(
        "banner-slow",
        { seconds: forPeople(seconds), allowed },
        { expected, actual: words`${forPeople(seconds)} s` },
      ),
    );
  }
  return findings;
}

function noGreeting(ended: Ending, subject: EndpointSubject, late = 0): Raised {
  const evidence = partialWords(ended);
  const parts = evidence === undefined ? {} : { evidence };
  const replyTimeout = subject.endpoint.replyTimeout;
  if (ended.how === "aborted") return abortedFinding();
  if (ended.how === "timeout") {
    // A greeting may have come while nobody looked, which is the likelier the longer that was.
    const enough = Math.min(subject.thresholds["max-banner-seconds"], replyTimeout / 2);
    const unsure = late > 0 && replyTimeout - late <= enough;
    const severity = unsure ? ({ severity: "inconclusive" } as const) : {};
    return raise("banner-timeout", { seconds: replyTimeout }, { ...parts, ...severity });
  }
  if (ended.how === "malformed") return raise("banner-malformed", {}, parts);
  if (isLimit(ended)) return raise("banner-too-long", { limit: limitWords(ended, replyTimeout) }, parts);
  return raise("banner-closed", { how: howClosed(ended) }, parts);
}

/** OpenBSD spamd says so in its greeting: `220 host ESMTP spamd IP-based SPAM blocker; date`. */
function isSpamd(lines: readonly string[]): boolean {
  return lines.some((line) => /\bspamd IP-based SPAM blocker\b/i.test(line));
}

/** What the checks behind a greylister say, which never lets a stranger through to the server on the first visit. */
export function greylisterInFront({ greeting }: EndpointSubject["dialog"]): Outcome | undefined {
  const reply = greeting?.reply;
  if (reply === undefined || !isSpamd(reply.lines)) return undefined;
  const findings = [raise("greylister-in-front", {}, { evidence: replyWords(reply) })];
  return { findings, summary: words`greylister`, seconds: 0 };
}

/**
 * True where the greeting names a host. RFC 5321 4.2 puts the name first, and there an address literal is one, too;
 * servers that put it elsewhere are understood, but then a version (`9.0.1FP8`, `[3.9.0.7]`) is no name. A name may
 * stand behind an `@`: `<1356@mx.example>`.
 */
function namesHost(lines: readonly string[]): boolean {
  const [first = "", ...others] = lines.flatMap((line) => line.slice(4).split(/[\s,;()<>]+/)).filter(Boolean);
  if (isQualifiedName(first) || isLiteral(first)) return true;
  return [first, ...others].some((word) => isQualifiedName(word.slice(word.lastIndexOf("@") + 1)));
}

/** Labels with dots between; a top-level domain has no digit but in its A-label form (RFC 3696 2). */
function isQualifiedName(word: string): boolean {
  const name = word.replace(/[.:]$/, "");
  return /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i.test(
    name,
  );
}

function isLiteral(word: string): boolean {
  const literal = /^\[(?:IPv6:)?(.+)\]$/i.exec(word)?.[1];
  return literal !== undefined && isAddress(literal);
}
