import assert from "node:assert/strict";
import { test } from "node:test";
import { TRUTH } from "../truth.ts";
import { differencesOf, REASONS } from "./claims.ts";

test("what the program is to claim of arrival is what senders meet, or the difference has a reason", () => {
  const unexplained = differencesOf(TRUTH).filter(({ name }) => REASONS[name] === undefined);
  assert.deepEqual(unexplained, []);
});

test("every reason is about a difference that there is", () => {
  const differing = new Set(differencesOf(TRUTH).map(({ name }) => name));
  assert.deepEqual(
    Object.keys(REASONS).filter((name) => !differing.has(name)),
    [],
  );
});

test("a claim that differs is seen", () => {
  const [row = assert.fail("no row")] = TRUTH.filter(({ name }) => name === "sound-postfix");
  const refusing = { ...row, endpoints: { mx: { delivery: { verdict: "fail", codes: [] } } } } as const;
  assert.deepEqual(differencesOf([refusing]), [
    { name: "sound-postfix", endpoint: "mx", claim: "refused", arrival: "yes" },
  ]);
});
