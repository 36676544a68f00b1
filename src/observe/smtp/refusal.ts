/** What the dialog must know of a refusal to go on. It is told from outside: this room reads no words. */
import type { Reply } from "../observation.ts";

/** A refusal, what it answers, and who asked: what its words may speak of. */
export interface Refusal {
  readonly reply: Reply;
  readonly command: "MAIL" | "RCPT";
  /** Our address as the server sees it; undefined where that is not known (behind NAT or a proxy). */
  readonly ownAddress: string | undefined;
  readonly heloName: string;
  readonly sender: string;
  readonly recipient: string | undefined;
  /** The recipient is a stranger's, not a postmaster of a domain that the server is there for. */
  readonly foreign: boolean;
  readonly host: string;
}

export interface RefusalAdvice {
  /** It is of the sender or of this client: another sender may fare better. */
  readonly tryOtherSender: boolean;
  /** It is of more than this mailbox: postmasters of other domains would be refused as well. */
  readonly meetsOthers: boolean;
  /** It may be over at a second look. */
  readonly lookAgain: boolean;
}

export type AdviseOn = (refusal: Refusal) => RefusalAdvice;
