/** The check `mta-sts`: record, policy, and whether the MX hosts satisfy it (RFC 8461). */
import type { DnsAnswer } from "../../../observe/observation.ts";
import { joinWords, quoteName, quoteWire, words } from "../../../text/quote.ts";
import type { DomainCheck } from "../check.ts";
import { asked, gaveWords } from "../dns-answer.ts";
import { abortedFinding } from "../endings.ts";
import { raise, type DomainSubject } from "../../outcome.ts";
import { stsStateOf, type StsState } from "./state.ts";
import { judgePublished } from "./published.ts";
import { RECORD_FAULTS } from "./reasons.ts";
import { judgeAbsence, judgeRequired, type Judged } from "./required.ts";

export const mtaStsCheck: DomainCheck<"mta-sts"> = {
  id: "mta-sts",
  scope: "domain",
  afterEndpoints: true,
  title: "MTA-STS",
  observes:
    "the `_mta-sts` record, the policy at `https://mta-sts.DOMAIN`, its MX patterns, and what the endpoints' own checks found",
  passes: "every MX host is listed and satisfies the policy; skipped where nothing is published",
  judge(subject) {
    const { mtaSts } = subject.domain;
    if (mtaSts === undefined) return undefined;
    const state = stsStateOf(mtaSts);
    return { ...judgeState(state, subject, mtaSts.record), seconds: mtaSts.seconds };
  },
};

function judgeState(state: StsState, subject: DomainSubject, answer: DnsAnswer): Judged {
  const question = asked(answer);
  switch (state.kind) {
    case "unanswered": {
      if (answer.outcome === "aborted") return { findings: [abortedFinding()], summary: words`not reached` };
      const what = words`It is unknown whether ${quoteName(subject.domain.name)} has an MTA-STS policy: TXT ${quoteName(answer.name)} got ${gaveWords(answer)}`;
      const remedy = words`Correct what the name servers answer for _mta-sts, or name a resolver that gets an answer (dns-server).`;
      const finding = raise("mta-sts-unseen", { what }, { confirm: "dig-question", remedy, ...question });
      return { findings: [finding], summary: words`not seen` };
    }
    case "none":
      return judgeAbsence(subject, words`it publishes no MTA-STS policy`, words`not published`, question);
    case "invalid": {
      const { fault, texts } = state.record;
      const evidence = joinWords(
        texts.slice(0, 3).map((text) => quoteWire(text, 200)),
        " | ",
      );
      const invalid = raise(
        "mta-sts-record-invalid",
        { why: RECORD_FAULTS[fault] },
        { evidence, ...question },
      );
      const required = judgeRequired(subject, words`senders ignore its _mta-sts record`, question);
      return { findings: [invalid, ...required], summary: words`record not valid` };
    }
    case "published":
      return judgePublished(state, subject, question);
  }
}
