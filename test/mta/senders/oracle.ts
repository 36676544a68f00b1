/** What real senders make of the lab: a Postfix and an Exim that deliver to every target. */
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runIsolated } from "../namespace.ts";
import { fetchPackages } from "../packages.ts";
import { delivery } from "./deliveries.ts";

/** Seconds that the lab and the senders may take. */
const PATIENCE = 300;

export const sendersResult = z.strictObject({
  deliveries: z.array(delivery),
  /** Seconds until the lab stood, until both had queued all messages, and until all were settled. */
  startSeconds: z.number(),
  queueSeconds: z.number(),
  sendSeconds: z.number(),
});
export type SendersResult = z.infer<typeof sendersResult>;

/** Starts the lab in a namespace of its own and lets both senders deliver. @param logFolder where logs are kept */
export async function askSenders(logFolder?: string): Promise<SendersResult> {
  fetchPackages();
  const script = fileURLToPath(new URL("run-senders.ts", import.meta.url));
  const output = await runIsolated(script, logFolder === undefined ? [] : [logFolder], PATIENCE);
  return sendersResult.parse(JSON.parse(output));
}
