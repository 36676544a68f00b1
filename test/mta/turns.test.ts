/** Labs take turns: many beside each other, or one alone, which nobody overtakes. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { besideOthers } from "./namespace.ts";

const folder = mkdtempSync(join(tmpdir(), "mx-gate-turns-"));
after(() => rmSync(folder, { recursive: true }));
const files = [join(folder, "running"), join(folder, "waiting")] as const;
for (const file of files) writeFileSync(file, "");

test("a lab that is to run alone waits for those that run, and one that comes later waits for it", async () => {
  const seen: string[] = [];
  const play = (name: string, alone: boolean, until: Promise<unknown>): Promise<void> =>
    besideOthers(
      alone,
      async () => {
        seen.push(`${name} begins`);
        await until;
        seen.push(`${name} ends`);
      },
      files,
    );
  const release = Promise.withResolvers<undefined>();
  const first = play("first", false, release.promise);
  const beside = play("beside", false, release.promise);
  while (seen.length < 2) await sleep(20);
  const alone = play("alone", true, Promise.resolve());
  while (spawnSync("flock", ["--nonblock", "--shared", files[1], "true"]).status === 0) await sleep(20);
  const late = play("late", false, Promise.resolve());
  release.resolve(undefined);
  await Promise.all([first, beside, alone, late]);
  assert.deepEqual(seen.slice(0, 2).sort(), ["beside begins", "first begins"]);
  assert.deepEqual(seen.slice(2, 4).sort(), ["beside ends", "first ends"]);
  assert.deepEqual(seen.slice(4), ["alone begins", "alone ends", "late begins", "late ends"]);
});
