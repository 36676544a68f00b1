/** What the words of a refusal make the dialog do. The rooms that see and those that judge do not know each other. */
import { prepareToRead, readReply, type Meaning } from "../judge/replies/meaning.ts";
import type { Refusal, RefusalAdvice } from "../observe/smtp/refusal.ts";

/** 4xx that senders get past by coming again; what is about the client, the login or the mailbox stays. */
const PASSING: ReadonlySet<Meaning> = new Set<Meaning>(["trouble", "domain", "unclear"]);

/** Advice to the dialog about a refusal that it met. */
export function adviseOnRefusal({ reply, ...asked }: Refusal): RefusalAdvice {
  const { meaning } = readReply(reply, asked);
  const transient = reply.code < 500;
  return {
    tryOtherSender: meaning === "client",
    // Greylisting and full mailboxes are a matter of this recipient, and a 4xx may be over for the next.
    meetsOthers: !transient && meaning !== "mailbox",
    lookAgain: transient && PASSING.has(meaning),
  };
}

/** What most servers say to a foreign recipient. */
const USUAL: Refusal = {
  reply: { code: 554, lines: ["554 5.7.1 <probe@foreign.example>: Relay access denied"], seconds: 0 },
  command: "RCPT",
  ownAddress: undefined,
  heloName: "client.example",
  sender: "",
  recipient: "probe@foreign.example",
  foreign: true,
  host: "mx.example",
};

/** Makes ready what the first advice takes, and gives it once for nothing: patterns are compiled where they are first tried. */
export function prepareAdvice(): void {
  prepareToRead();
  adviseOnRefusal(USUAL);
}
