import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { relayMeaning } from "../../../src/judge/checks/relay-meaning.ts";
import type { Reply } from "../../../src/observe/observation.ts";
import { accepted, relayRefused } from "./relay-replies/about-relaying.ts";
import { clientRefused } from "./relay-replies/about-the-client.ts";
import {
  deferred,
  deferredSession,
  recipientDomainRefused,
  rejectedOtherwise,
} from "./relay-replies/about-the-recipient.ts";
import { all, type RealReply } from "./relay-replies/real-reply.ts";
import { TRAPS } from "./relay-replies/traps.ts";

const REAL_REPLIES: readonly RealReply[] = [
  ...all("accepted", accepted),
  ...all("relay-refused", relayRefused),
  ...all("client-refused", clientRefused),
  ...all("recipient-domain-refused", recipientDomainRefused),
  ...all("deferred", deferred),
  ...all("rejected-otherwise", rejectedOtherwise),
  ...all("deferred-session", deferredSession),
];

/** The reply that these lines make. */
function replyOf(says: string | readonly string[]): Reply {
  const lines = typeof says === "string" ? [says] : [...says];
  return { code: Number(lines[0]?.slice(0, 3)), lines, seconds: 0.1 };
}

describe("what real servers mean", () => {
  for (const { of, says, means } of [...REAL_REPLIES, ...TRAPS]) {
    const [first = ""] = typeof says === "string" ? [says] : says;
    test(`${of}: ${first.slice(0, 90)} means ${means}`, () => {
      assert.equal(relayMeaning(replyOf(says)), means);
    });
  }
});
