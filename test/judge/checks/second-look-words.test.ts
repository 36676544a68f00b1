/** What is said of a second look: that it ended as the first one did, only where it did. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Trouble } from "../../support/smtp/smtp-script.ts";
import { play } from "../scene.ts";

const CLOSES = { at: "EHLO", then: "close" } as const;
const BUSY = { at: "greeting", reply: "421 busy" } as const;
const ONCE = { connections: 1 } as const;

describe("the second look is named", () => {
  const cases: readonly { where: string; troubles: readonly Trouble[]; code: string; named: boolean }[] = [
    { where: "it ended so, too", troubles: [CLOSES], code: "ehlo-closed", named: true },
    {
      where: "it was turned away before",
      troubles: [{ ...CLOSES, ...ONCE }, { at: "greeting", ...ONCE }, BUSY],
      code: "ehlo-closed",
      named: false,
    },
    {
      where: "only it came so far",
      troubles: [{ ...BUSY, ...ONCE }, CLOSES],
      code: "ehlo-closed",
      named: false,
    },
    {
      where: "it ended otherwise at the same step",
      troubles: [
        { ...CLOSES, ...ONCE },
        { at: "EHLO", reply: "421 busy" },
      ],
      code: "session-deferred",
      named: false,
    },
    { where: "both were greeted with 421", troubles: [BUSY], code: "banner-deferred", named: true },
  ];
  for (const { where, troubles, code, named } of cases) {
    test(`${named ? "where" : "not where"} ${where}`, async () => {
      const { report } = await play({ script: { troubles }, settings: { retries: "1" } });
      const [endpoint] = report.domains[0]?.servers[0]?.endpoints ?? [];
      const findings = endpoint?.checks.flatMap((check) => check.findings) ?? [];
      const found = findings.find((finding) => finding.code === code) ?? assert.fail(`no ${code}`);
      assert.equal(found.message.includes("on the second look as well"), named);
    });
  }
});
