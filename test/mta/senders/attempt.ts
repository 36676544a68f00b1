/** What one sender's log says of one try. */
import { z } from "zod";

export const senderName = z.enum(["postfix", "exim"]);
export type SenderName = z.infer<typeof senderName>;

export const outcome = z.enum(["sent", "deferred", "bounced"]);
export type Outcome = z.infer<typeof outcome>;

export const attempt = z.strictObject({
  outcome,
  /** The server's reply, or the sender's words where no server spoke. */
  words: z.string(),
  /** What the server refused: `connection`, `EHLO`, `MAIL`, `RCPT`, `DATA`, `end of data`; absent where it did not. */
  at: z.string().optional(),
  /** Address of the last endpoint that was tried, where the log names it. */
  address: z.string().optional(),
  /**
   * TLS of that connection; a certificate that is not trusted does not stop opportunistic TLS. Absent where the log
   * does not say: Exim's never does of what it defers.
   */
  encryption: z.enum(["none", "untrusted", "trusted"]).optional(),
});
export type Attempt = z.infer<typeof attempt>;

/** Every try of every message, by its id. */
export type Attempts = ReadonlyMap<string, readonly Attempt[]>;

/** What the scripted servers of the lab say to DATA: they take no mail, and would if they had where to put it. */
const PLAYED = "554 5.5.1 Error: no mail is taken here";

/** How a try ended. A scripted server that lets a message come to DATA has taken its recipient. */
export function outcomeOf({ outcome: logged, at, words }: Attempt): Outcome {
  return at === "DATA" && words === PLAYED ? "sent" : logged;
}
