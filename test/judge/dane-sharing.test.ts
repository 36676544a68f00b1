/** An endpoint with TLSA records is judged once for equal domains, and for each that makes a difference. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { placedChecks } from "../../src/judge/report.ts";
import { publish, type Published } from "./dane-facts.ts";
import { onlyFor } from "../support/smtp/smtp-script.ts";
import { DOMAIN, HOST, judgeAgain, play, type Scene } from "./scene.ts";

const OTHER = "other.test";

/** The reports of the shared endpoint for both domains, the other one with MX records of this status. */
async function judgedForBoth(published: Published, otherMx: "secure" | "insecure", scene: Scene = {}) {
  const { report } = await play({
    ...scene,
    before: [OTHER],
    script: { rcpt: onlyFor([DOMAIN, OTHER]) },
    change: (observations) => {
      publish(published)(observations);
      for (const domain of observations.domains) {
        if (domain.name === OTHER && domain.mx !== undefined) domain.mx.question.dnssec = otherMx;
      }
    },
  });
  return report.domains.map(({ servers }) => servers[0]?.endpoints[0]);
}

describe("an endpoint that two domains share", () => {
  test("is judged once where its key is published", async () => {
    const [one, other] = await judgedForBoth({ tlsa: ["3 1 1 leaf"] }, "secure");
    assert.ok(one !== undefined && one === other);
  });

  test("is judged for each where the MX records of one are not signed", async () => {
    const both = await judgedForBoth({ tlsa: ["3 1 1 leaf"] }, "insecure");
    const codes = both.map((endpoint) =>
      endpoint?.checks.flatMap(({ findings }) => findings.map(({ code }) => code)),
    );
    assert.deepEqual(codes, [["dane-mx-insecure"], []]);
  });

  test("is judged for each where a CA is published, for then the name of the domain counts", async () => {
    const both = await judgedForBoth({ tlsa: ["2 1 1 ca"] }, "secure", {
      tls: ({ chainFor }) => ({ chain: chainFor(HOST, { dnsNames: [DOMAIN] }) }),
    });
    const verdicts = both.map((endpoint) => endpoint?.checks.find(({ check }) => check === "dane")?.verdict);
    assert.deepEqual(verdicts, ["fail", "pass"]);
  });
});

test("a recorded run is judged again without a word of DANE being lost", async () => {
  const { report, observations, policy } = await play({ change: publish({ tlsa: ["3 1 1 other"] }) });
  const again = judgeAgain(JSON.parse(JSON.stringify(observations)) as typeof observations, policy);
  const dane = (of: typeof report) =>
    [...placedChecks(of.domains)].filter(({ check }) => check.check === "dane").map(({ check }) => check);
  assert.deepEqual(dane(again), dane(report));
});
