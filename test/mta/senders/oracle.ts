/** What real senders make of the lab: a Postfix and an Exim that deliver to every target. */
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { labWords } from "../lab-words.ts";
import { runIsolated } from "../namespace.ts";
import { fetchPackages } from "../packages.ts";
import { askTwice } from "../second-lab.ts";
import { TRUTH } from "../truth.ts";
import { disagreements } from "./agreement.ts";
import { delivery } from "./deliveries.ts";

/** Seconds that the lab and the senders may take. */
const PATIENCE = 800;

export const sendersResult = z.strictObject({
  deliveries: z.array(delivery),
  /** Seconds until the lab stood, until both had queued all messages, and until all were settled. */
  startSeconds: z.number(),
  queueSeconds: z.number(),
  sendSeconds: z.number(),
});
export type SendersResult = z.infer<typeof sendersResult>;

/** Starts the lab in a namespace and lets both senders deliver. @param only targets; all where absent */
async function startAndSend(logFolder: string | undefined, only?: readonly string[]): Promise<SendersResult> {
  fetchPackages();
  const script = fileURLToPath(new URL("run-senders.ts", import.meta.url));
  const words = labWords(only === undefined ? logFolder : undefined, only);
  const isolation = { patience: PATIENCE, alone: only !== undefined };
  return sendersResult.parse(JSON.parse(await runIsolated(script, words, isolation)));
}

/**
 * What both senders make of the lab, and of a second one with the targets at which mail fared otherwise than it should.
 * @param logFolder where logs are kept
 */
export function askSenders(logFolder?: string): Promise<SendersResult> {
  return askTwice({
    ask: (only) => startAndSend(logFolder, only),
    differences: ({ deliveries }) => {
      const wrong = TRUTH.map((row) => [row.name, disagreements(row, deliveries)] as const);
      return new Map(wrong.filter(([, lines]) => lines.length > 0));
    },
    replace: (first, second, targets) => ({
      ...first,
      deliveries: [
        ...first.deliveries.filter(({ target }) => !targets.has(target)),
        ...second.deliveries.filter(({ target }) => targets.has(target)),
      ],
    }),
  });
}
