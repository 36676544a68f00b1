/** What became of every message: the two senders, and the table that their logs make. */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { attempt, outcomeOf, senderName } from "./attempt.ts";
import type { Attempt, Attempts, Outcome, SenderName } from "./attempt.ts";
import type { Message } from "./message.ts";
import { PATIENCE } from "./patience.ts";

/** One message of one sender. */
export const delivery = z.strictObject({
  target: z.string(),
  /** Name of the endpoint that it was sent to; absent where it followed the MX records. */
  endpoint: z.string().optional(),
  sender: senderName,
  /** In order; empty where the sender did not answer in time. */
  tries: z.array(attempt),
});
export type Delivery = z.infer<typeof delivery>;

/** A sender at work. */
export interface Sender {
  readonly name: SenderName;
  /** What its log says up to now. */
  attempts(): Attempts;
  /** Tries a message again that was deferred; absent where it does so on its own. */
  retry?(id: string): void;
}

/** How the last try ended. */
export function endOf({ tries }: Delivery): Outcome | undefined {
  const last = tries.at(-1);
  return last === undefined ? undefined : outcomeOf(last);
}

/** True where another try would tell nothing new: who waited in vain would only wait again. */
function isSettled(tries: readonly Attempt[]): boolean {
  const last = tries.at(-1);
  if (last === undefined) return false;
  return outcomeOf(last) !== "deferred" || tries.length > 1 || /timed out|timeout/i.test(last.words);
}

/** Waits until every message is settled with every sender, or all patience is over. */
export async function collect(senders: readonly Sender[], messages: readonly Message[]): Promise<Delivery[]> {
  const began = performance.now();
  const retried = new Set<string>();
  for (;;) {
    const seen = senders.map((sender) => ({ sender, attempts: sender.attempts() }));
    const open = seen.flatMap(({ sender, attempts }) =>
      messages.flatMap(({ id }) => {
        const tries = attempts.get(id) ?? [];
        return isSettled(tries) ? [] : [{ sender, id, tries }];
      }),
    );
    for (const { sender, id, tries } of open) {
      if (tries.length !== 1 || sender.retry === undefined || retried.has(id)) continue;
      retried.add(id);
      void sleep(PATIENCE.secondTry * 1000).then(() => sender.retry?.(id));
    }
    if (open.length === 0 || performance.now() - began > PATIENCE.all * 1000) {
      return seen.flatMap(({ sender, attempts }) =>
        messages.map(({ id, target, route }) => ({
          target,
          ...(route === "mx records" ? {} : { endpoint: route.endpoint }),
          sender: sender.name,
          tries: [...(attempts.get(id) ?? [])],
        })),
      );
    }
    await sleep(1000);
  }
}
