/**
 * Runs inside a namespace: the whole lab, and two senders that deliver to all of it. Prints what became of every
 * message as JSON; with an argument it writes the logs to that folder.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { startLab } from "../lab.ts";
import { leaveWith, settleIn } from "../namespace.ts";
import { PLANS } from "../plans.ts";
import { keyOf } from "../sighting.ts";
import { TRUTH } from "../truth.ts";
import { collect } from "./deliveries.ts";
import { sendByExim } from "./exim-sender.ts";
import { messagesFor } from "./message.ts";
import type { SendersResult } from "./oracle.ts";
import { sendByPostfix } from "./postfix-sender.ts";

const folder = settleIn();
const began = performance.now();
const lab = await startLab(folder, PLANS);
const started = performance.now();

const rowOf = new Map(TRUTH.map((row) => [row.name, row]));
// Certificates stop no sender, so they come last: those that are waited for are to be asked early.
const LATE = new Set(["DNS", "Certificates"]);
const late = (name: string): number => Number(LATE.has(rowOf.get(name)?.topic ?? ""));
const messages = messagesFor(
  lab.domains.toSorted((one, other) => late(one.name) - late(other.name)),
  keyOf,
  ({ name }) => rowOf.get(name)?.mx.verdict === "pass",
);
const senders = await Promise.all([
  sendByPostfix(folder, messages, lab.caFile),
  sendByExim(folder, messages, lab.caFile),
]);
const queued = performance.now();
const deliveries = await collect(senders, messages);
const ended = performance.now();

const logFolder = process.argv[2];
if (logFolder !== undefined) {
  mkdirSync(logFolder, { recursive: true });
  for (const [log, name] of [
    ["postfix-sender/maillog", "postfix-sender.log"],
    ["exim-sender/mainlog", "exim-sender.log"],
    ["postfix/maillog", "postfix-servers.log"],
  ] as const) {
    copyFileSync(join(folder, log), join(logFolder, name));
  }
}
const result: SendersResult = {
  deliveries,
  startSeconds: (started - began) / 1000,
  queueSeconds: (queued - started) / 1000,
  sendSeconds: (ended - queued) / 1000,
};
leaveWith(JSON.stringify(result));
