/** What the words of a refusal make the dialog do. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { adviseOnRefusal } from "../../src/run/refusals.ts";

describe("a refusal of a postmaster", () => {
  const cases: readonly [says: string, advice: string][] = [
    ["554 5.7.1 <postmaster@own.test>: Relay access denied", "meetsOthers"],
    ["550 5.1.1 <postmaster@own.test>: Recipient address rejected: User unknown", ""],
    [
      "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
      "tryOtherSender meetsOthers",
    ],
    ["530 5.7.0 Authentication required", "meetsOthers"],
    ["550 xyzzy", "meetsOthers"],
    ["451 4.3.0 <postmaster@own.test>: Temporary lookup failure", "lookAgain"],
    ["450 xyzzy", "lookAgain"],
    ["450 4.2.0 <postmaster@own.test>: Recipient address rejected: Greylisted", ""],
    ["454 4.7.1 <postmaster@own.test>: Relay access denied", ""],
  ];
  for (const [says, advice] of cases) {
    test(`${says.slice(0, 60)}: ${advice === "" ? "nothing" : advice}`, () => {
      const given = adviseOnRefusal({
        reply: { code: Number(says.slice(0, 3)), lines: [says], seconds: 0 },
        command: "RCPT",
        ownAddress: "192.0.2.1",
        heloName: "client.test",
        sender: "",
        recipient: "postmaster@own.test",
        foreign: false,
        host: "mx.own.test",
      });
      const what = (["tryOtherSender", "meetsOthers", "lookAgain"] as const).filter((each) => given[each]);
      assert.equal(what.join(" "), advice);
    });
  }
});
