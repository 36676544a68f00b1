/**
 * The check `dane` against the labels of the bed of oracles (test/mta/authenticated), which real senders were asked about:
 * the chains and records of every target with one host, without a network.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { daneCheck } from "../../../../src/judge/checks/dane/dane.ts";
import { ownSeverity } from "../../../../src/judge/outcome.ts";
import { Authorities } from "../../../mta/certificates.ts";
import { place, tlsaData, type Placing, type Site } from "../../../mta/authenticated/site.ts";
import { SET_TARGETS } from "../../../mta/authenticated/targets-sets.ts";
import { USAGE_TARGETS } from "../../../mta/authenticated/targets-usages.ts";
import { VALIDITY_TARGETS } from "../../../mta/authenticated/targets-validity.ts";
import { subjectFor } from "./dane-subject.ts";

const authorities = new Authorities(new Date());
const placing: Placing = {
  authorities,
  other: authorities.selfSigned("other.test"),
  newAddress: () => "192.0.2.25",
};

/** What the check says of the only server of a target. */
function judged({ target, domain, hosts }: Site): string {
  const [host = assert.fail()] = hosts;
  const [server = assert.fail()] = host.servers;
  const subject = subjectFor({
    host: host.name,
    domain,
    chain: server.plan.starttls === "missing" ? null : server.chain.map(({ der }) => der),
    tlsa: (target.tlsa?.["mx"] ?? []).map((plan) => tlsaData(plan, host.servers, placing)),
  });
  const outcome = daneCheck.judge(subject);
  if (outcome === undefined || outcome.skip !== undefined) return "skip";
  const severities = new Set(outcome.findings.map(ownSeverity));
  const verdict = severities.has("error")
    ? "fail"
    : severities.has("inconclusive")
      ? "inconclusive"
      : severities.has("warning")
        ? "warn"
        : "pass";
  const codes = [...new Set(outcome.findings.map(({ code }) => code))].toSorted().join(", ");
  return codes === "" ? verdict : `${verdict}: ${codes}`;
}

describe("the verdict is that of the label", () => {
  for (const target of [...USAGE_TARGETS, ...SET_TARGETS, ...VALIDITY_TARGETS]) {
    test(`${target.name}: ${target.rule}`, () => {
      assert.equal(judged(place(target, placing)), target.label.dane?.["mx"]);
    });
  }
});
