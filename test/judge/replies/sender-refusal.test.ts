/** Which refusals of the null sender are of the sender. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { refusesSenderForGood } from "../../../src/judge/replies/sender-refusal.ts";
import { replyOf, toMail, toOwn } from "./answered.ts";

const OF_SENDER = [
  "550 5.7.1 No null sender",
  "550 5.7.1 <>: Sender address rejected: bounces are not taken",
  "553 Requested action not taken: NULL sender is not allowed",
  "553 sorry, empty envelope senders not allowed",
  "550 We do not accept bounces",
  "550 Sender verify failed",
  "501 5.5.4 Syntax: MAIL FROM: <address>",
  "553 5.1.8 refused",
];

const OF_SOMETHING_ELSE = [
  ["for now", "450 4.7.1 <>: Sender address rejected: not now"],
  ["the client's address", "550 5.7.1 Client host [192.0.2.77] blocked using zen.spamhaus.org"],
  ["the client, though it names the sender", "550 sender IP address blocked by policy"],
  ["what the client did", "554 too many messages from sender"],
  ["SPF", "550 5.7.23 SPF check of the sender failed"],
  ["the EHLO name", "550 Access denied - Invalid HELO name"],
  ["a login", "530 5.7.0 Authentication required"],
  ["a login of the sender", "535 5.7.8 Sender needs to log in"],
  ["the order of commands", "503 5.5.1 Sender already specified"],
  ["nothing", "550 xyzzy"],
] as const;

describe("a refusal is of the sender", () => {
  for (const line of OF_SENDER) {
    test(line, () => {
      for (const asked of [toMail, toOwn]) assert.equal(refusesSenderForGood(replyOf(line), asked), true);
    });
  }
});

describe("a refusal is not of the sender, but", () => {
  for (const [what, line] of OF_SOMETHING_ELSE) {
    test(`${what}: ${line}`, () => {
      for (const asked of [toMail, toOwn]) assert.equal(refusesSenderForGood(replyOf(line), asked), false);
    });
  }
  test("the recipient", () => {
    const reply = replyOf("550 5.1.1 <postmaster@example.org>: Recipient address rejected: User unknown");
    assert.equal(refusesSenderForGood(reply, toOwn), false);
  });
});
