/**
 * Runs inside a namespace: starts the bed, asks all oracles and prints their table as JSON; with an argument it
 * writes the table and the senders' logs to that folder.
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
const bed = await startBed(folder, TARGETS);
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
const kept = process.argv[2];
if (kept !== undefined) {
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, "oracles.json"), output);
  copyFileSync(join(folder, "postfix-sender", "maillog"), join(kept, "maillog"));
  copyFileSync(join(folder, "exim-sender", "mainlog"), join(kept, "mainlog"));
}
leaveWith(output);
