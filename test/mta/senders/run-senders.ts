/**
 * Runs inside a namespace: the lab, and two senders that deliver to all of it. Prints what became of every message as
 * JSON; with `--keep FOLDER` it writes the logs to that folder, and with `--only NAMES` these targets alone are there,
 * and what belongs to them.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { startLab } from "../lab.ts";
import { readLabWords } from "../lab-words.ts";
import { leaveWith, settleIn } from "../namespace.ts";
import { PLANS, withCompanions } from "../plans.ts";
import { keyOf } from "../sighting.ts";
import { TRUTH } from "../truth.ts";
import { collect } from "./deliveries.ts";
import { sendByExim } from "./exim-sender.ts";
import { messagesFor } from "./message.ts";
import type { SendersResult } from "./oracle.ts";
import { sendByPostfix } from "./postfix-sender.ts";

const folder = settleIn();
const began = performance.now();
const { keep: logFolder, only } = readLabWords();
const asked = only === undefined ? Object.keys(PLANS) : withCompanions(only);
const lab = await startLab(
  folder,
  Object.fromEntries(Object.entries(PLANS).filter(([name]) => asked.includes(name))),
);
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
