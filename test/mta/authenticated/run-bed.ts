/**
 * Runs inside a namespace: starts the bed, asks all oracles and prints their table as JSON; with `--keep
 * FOLDER` it writes the table and the senders' logs to that folder, and with `--only NAMES` these targets alone are there.
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chosen, readLabWords } from "../lab-words.ts";
import { leaveWith, settleIn } from "../namespace.ts";
import type { Table } from "./answers.ts";
import { startBed } from "./bed.ts";
import { askAll } from "./oracles.ts";
import { TARGETS } from "./targets.ts";
import { Shell } from "./shells.ts";
import { askControl } from "./tools.ts";
import { NAMES } from "./signed-zones.ts";

const folder = settleIn();
const began = performance.now();
const { keep, only } = readLabWords();
const bed = await startBed(folder, chosen(TARGETS, only));
const started = performance.now();
const rows = await askAll(folder, bed);
const asked = performance.now();
const shell = new Shell();
const table: Table = {
  control: {
    [NAMES.resolver]: await askControl(shell, NAMES.resolver),
    [NAMES.unvalidating]: await askControl(shell, NAMES.unvalidating),
  },
  rows,
  startSeconds: (started - began) / 1000,
  askSeconds: (asked - started) / 1000,
};
const output = JSON.stringify(table, undefined, 1);
if (keep !== undefined) {
  mkdirSync(keep, { recursive: true });
  writeFileSync(join(keep, "oracles.json"), output);
  copyFileSync(join(folder, "postfix-sender", "maillog"), join(keep, "maillog"));
  copyFileSync(join(folder, "exim-sender", "mainlog"), join(keep, "mainlog"));
}
leaveWith(output);
