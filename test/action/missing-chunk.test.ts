/** A bundle of which a file is missing: whatever is loaded late, the run says so, fails, and does not hang. */
import assert from "node:assert/strict";
import { cpSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { newFolder } from "../support/run/folders.ts";
import { ROOT } from "../support/run/locations.ts";
import { start } from "../support/run/product.ts";

const NAMES_OF_CHUNKS = /^\d+\.index\.js$/;

let lab: Lab;
before(async () => {
  lab = await startLab({ only: ["healthy.test"] });
});
after(() => lab.close());

/** Runs the command without one file after the other; the files without which it failed. */
async function needed(words: readonly string[]): Promise<string[]> {
  const folder = join(newFolder("chunks"), "cli");
  cpSync(join(ROOT, "dist", "cli"), folder, { recursive: true });
  const chunks = readdirSync(folder).filter((name) => NAMES_OF_CHUNKS.test(name));
  const missed: string[] = [];
  for (const chunk of chunks) {
    renameSync(join(folder, chunk), join(folder, `${chunk}.away`));
    const { status, stdout, stderr } = await start(join(folder, "index.js"), words, {});
    renameSync(join(folder, `${chunk}.away`), join(folder, chunk));
    if (status === 0) continue;
    missed.push(chunk);
    const told = `${chunk} ${String(status)}\n${stdout}\n${stderr}`;
    assert.deepEqual([status, stdout], [70, ""], told);
    assert.match(
      stderr,
      /^mx-gate \S+ failed; this is a bug, and nothing is claimed about any server\.\n/,
      told,
    );
    assert.ok(stderr.includes(chunk), told);
  }
  return missed;
}

test("says which file is missing", async () => {
  const options = Object.entries(lab.settings).map(([name, value]) => `--${name}=${value}`);
  assert.ok((await needed(["healthy.test", ...options])).length > 0);
});
