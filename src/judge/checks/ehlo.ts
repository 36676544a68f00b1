/** The check `ehlo`: the answer to EHLO, before and after TLS. */
import { plural } from "../../text/plural.ts";
import type { EndpointCheck } from "./check.ts";
import type { EhloStep } from "../../observe/observation.ts";
import { joinWords, quote, quoteWire, words, type SafeText } from "../../text/quote.ts";
import {
  abortedFinding,
  againWords,
  howClosed,
  partialWords,
  replyWords,
  sessionFinding,
} from "./endings.ts";
import { sendersWithoutTls } from "../senders.ts";
import { describe } from "../diagnostics/registry.ts";
import { common, raise, type EndpointSubject, type Raised } from "../outcome.ts";

export const ehloCheck: EndpointCheck<"ehlo"> = {
  id: "ehlo",
  scope: "endpoint",
  title: "EHLO",
  observes: "the reply to EHLO and every extension, before and after TLS",
  passes: "250, and the extensions that you ask for",
  shortHead: "ehlo",
  weight: 5,
  needs: { depth: "ehlo" },
  judge(subject) {
    const { hello, helloInTls, tls } = subject.dialog;
    if (hello === undefined) return undefined;
    const findings = judgeReply(hello, words``, subject);
    const answered = hello.reply?.code === 250;
    if (answered && hello.verb === "HELO") findings.push(raise("ehlo-helo-only", {}, evidenceOf(hello)));
    if (answered) findings.push(...judgeAuth(hello, subject));
    // A TLS alert in place of the answer belongs to the handshake, and is judged there.
    if (helloInTls !== undefined && helloInTls.ended?.how !== "tls-error") {
      const inside = judgeReply(helloInTls, words` inside TLS`, subject).map(insideTls);
      findings.push(
        ...inside.map((each) => ({ ...each, senders: sendersWithoutTls(each.code, subject.dialog) })),
      );
    }
    const inside = tls?.outcome === "done" ? helloInTls : undefined;
    if (answered) findings.push(...judgeForbidden(hello, inside, subject));
    const offered = [...hello.extensions, ...(inside?.extensions ?? [])];
    const current = inside?.reply?.code === 250 ? inside : hello;
    if (current.reply?.code === 250) findings.push(...judgeExtensions(hello, current, subject));
    const extensions = [...new Set(offered.map((each) => wordsOf(each)))];
    return {
      findings,
      summary: answered
        ? hello.verb === "HELO"
          ? words`HELO only`
          : plural(current.extensions.length, "extension")
        : noAnswer(hello),
      facts: common({ extensions }),
      seconds: hello.reply?.seconds ?? 0,
      unproven: !answered,
    };
  },
};

/** The line that shows an answer inside TLS. */
function insideTls(raised: Raised): Raised {
  const kind = describe(raised.code).confirm;
  if (kind === "smtp-ehlo") return { ...raised, confirm: "smtp-ehlo-in-tls" };
  return kind === "raw-ehlo" ? { ...raised, confirm: "raw-ehlo-in-tls" } : raised;
}

function wordsOf(extension: EhloStep["extensions"][number]): SafeText {
  return quoteWire(`${extension.keyword} ${extension.parameters}`.trim(), 200);
}

function noAnswer(hello: EhloStep): SafeText {
  return hello.reply === undefined ? words`no answer` : words`${hello.reply.code}`;
}

function evidenceOf(step: EhloStep): { evidence?: SafeText } {
  return step.reply === undefined ? {} : { evidence: replyWords(step.reply) };
}

function judgeReply(step: EhloStep, where: SafeText, subject: EndpointSubject): Raised[] {
  const seconds = subject.endpoint.replyTimeout;
  const { reply, ended } = step;
  if (ended !== undefined) {
    const evidence = partialWords(ended);
    const parts = evidence === undefined ? {} : { evidence };
    switch (ended.how) {
      case "aborted":
        return [abortedFinding()];
      case "timeout":
        return [raise("ehlo-timeout", { where, seconds }, parts)];
      case "malformed":
        return [raise("ehlo-malformed", { where }, parts)];
      case "closed":
      case "reset":
      case "error":
      case "tls-error":
        return [
          raise(
            "ehlo-closed",
            { where, how: howClosed(ended), again: againWords(subject.dialog, step) },
            parts,
          ),
        ];
      case "line-limit":
      case "lines-limit":
      case "bytes-limit": {
        const finding = sessionFinding(step, words`EHLO${where}`, subject);
        return finding === undefined ? [] : [finding];
      }
    }
  }
  if (reply === undefined || reply.code === 250) return [];
  const evidence = { evidence: replyWords(reply) };
  const { code } = reply;
  if (code === 421) {
    const finding = sessionFinding(step, words`EHLO${where}`, subject);
    return finding === undefined ? [] : [finding];
  }
  if (step.verb === "HELO" && (code === 500 || code === 502))
    return [raise("ehlo-refused", { code }, evidence)];
  // 4xx, 501, 504 and 55x speak of our name or our address (RFC 5321 4.1.4, 4.2.4).
  if (code >= 400) return [raise("ehlo-client-refused", { code }, evidence)];
  return [raise("ehlo-malformed", { where }, { ...evidence, expected: words`250`, actual: words`${code}` })];
}

function judgeAuth(hello: EhloStep, subject: EndpointSubject): Raised[] {
  if (subject.endpoint.tlsMode === "implicit") return [];
  const mechanisms = hello.extensions
    .filter((extension) => extension.keyword === "AUTH")
    .flatMap((extension) => extension.parameters.toUpperCase().split(/\s+/))
    .filter((mechanism) => mechanism === "PLAIN" || mechanism === "LOGIN");
  if (mechanisms.length === 0) return [];
  const shown = joinWords(
    [...new Set(mechanisms)].map((mechanism) => quote(`AUTH ${mechanism}`)),
    ", ",
  );
  return [raise("ehlo-auth-in-clear", { mechanisms: shown }, evidenceOf(hello))];
}

/** Extensions that the policy forbids, wherever they are offered. */
function judgeForbidden(hello: EhloStep, inside: EhloStep | undefined, subject: EndpointSubject): Raised[] {
  const offers = (step: EhloStep | undefined, keyword: string): boolean =>
    step?.extensions.some((extension) => extension.keyword === keyword) === true;
  return subject.thresholds["forbid-extensions"].flatMap((keyword) => {
    const before = offers(hello, keyword);
    const within = offers(inside, keyword);
    if (!before && !within) return [];
    const where =
      before === within || inside === undefined ? words`` : before ? words` before TLS` : words` inside TLS`;
    const parts = {
      expected: words`no ${quote(keyword)}`,
      ...evidenceOf(before || inside === undefined ? hello : inside),
    };
    return [raise("ehlo-forbidden-extension", { keyword: quote(keyword), where }, parts)];
  });
}

/** STARTTLS is offered before TLS only (RFC 3207 4.2), all else counts as it stands inside TLS. */
function judgeExtensions(hello: EhloStep, current: EhloStep, subject: EndpointSubject): Raised[] {
  const offered = new Set(current.extensions.map((extension) => extension.keyword));
  if (hello.extensions.some((extension) => extension.keyword === "STARTTLS")) offered.add("STARTTLS");
  const missing = subject.thresholds["require-extensions"].filter((keyword) => !offered.has(keyword));
  const actual = joinWords(
    [...offered].sort().map((keyword) => quoteWire(keyword, 40)),
    ", ",
  );
  return missing.map((keyword) =>
    raise("ehlo-missing-extension", { keyword: quote(keyword) }, { expected: quote(keyword), actual }),
  );
}
