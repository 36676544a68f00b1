/** Whether a refusal is of the sender: not of the client, not of the recipient, and not for want of a login. */
import type { Reply } from "../../observe/observation.ts";
import { codesOf, readReply, understand } from "./meaning.ts";
import type { Asked } from "./quoted-names.ts";
import { says, speaksToUs } from "./utterance.ts";

/** Order of commands, and logins (RFC 5321 4.2.3, RFC 4954 6): what they say of a sender is no reason. */
const OF_THE_SESSION: ReadonlySet<number> = new Set([503, 530, 534, 535, 538]);

/** X.1.7 and X.1.8: the sender's address is malformed, or its domain is (RFC 3463 3.2). */
const OF_SENDER: ReadonlySet<string> = new Set(["1.7", "1.8"]);

/** Whether a reply refuses the sender for good, by its words or its enhanced code. */
export function refusesSenderForGood(reply: Reply, asked: Asked): boolean {
  if (reply.code < 500 || OF_THE_SESSION.has(reply.code)) return false;
  if (readReply(reply, asked).meaning !== "client") return false;
  const { text, said } = understand(reply, asked);
  if (says(said, "client", "conduct", "listed", "auth", "authMissing") || speaksToUs(said)) return false;
  const rejected = said.tags.some(
    ({ concept, phrase }) => concept === "clientRejected" && phrase.startsWith("sender"),
  );
  return rejected || says(said, "sender") || OF_SENDER.has(codesOf(reply, text, asked).enhanced ?? "");
}
