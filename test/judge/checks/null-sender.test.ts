/** How many refusals of the null sender are read by their words, and that all of them count by their codes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Attempt, Attempts } from "../../../src/judge/answers.ts";
import { nullSenderRefusal } from "../../../src/judge/checks/null-sender.ts";
import type { Step } from "../../../src/observe/observation.ts";
import { NULL_SENDER_REFUSALS_READ } from "../../../src/text/bounds.ts";

const HOST = "mx.own.example";
const OF_SENDER = "550 5.7.1 <>: Sender address rejected: no null sender here";

const answered = (line: string): Step => ({
  reply: { code: Number(line.slice(0, 3)), lines: [line], seconds: 0 },
});

/** Attempts for domains of their own, of which the null sender meets these answers, and another one is accepted. */
function attempts(refusals: readonly string[]): Attempts {
  const own = refusals.map((line, index): [string, readonly Attempt[]] => {
    const domain = `d${String(index)}.example`;
    const attempt = (sender: string, rcpt: string): Attempt => ({
      foreign: false,
      sender,
      recipient: `postmaster@${domain}`,
      mail: answered("250 2.1.0 Ok"),
      rcpt: answered(rcpt),
      rset: undefined,
      inTls: true,
      connection: 0,
      ownAddress: undefined,
      heloName: "",
    });
    return [domain, [attempt("", line), attempt("probe@sender.example", "250 2.1.5 Ok")]];
  });
  return { foreign: [], own: new Map(own), everybody: undefined };
}

const refusals = (count: number, last: string): string[] => [
  ...Array.from({ length: count - 1 }, () => OF_SENDER),
  last,
];

test("the words of as many refusals as the bound says are read", () => {
  const other = "550 5.1.1 No such user here";
  assert.equal(nullSenderRefusal(attempts(refusals(NULL_SENDER_REFUSALS_READ, other)), HOST), undefined);
  const past = nullSenderRefusal(attempts(refusals(NULL_SENDER_REFUSALS_READ + 1, other)), HOST);
  assert.deepEqual(past?.lines, [OF_SENDER]);
});

test("an acceptance or a refusal for now counts past the bound, too", () => {
  for (const last of ["250 2.1.5 Ok", "450 4.7.1 Try again later"]) {
    assert.equal(nullSenderRefusal(attempts(refusals(NULL_SENDER_REFUSALS_READ + 1, last)), HOST), undefined);
  }
});
