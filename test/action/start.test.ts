/** What the built command does without where little is asked of it: each of the scripts that it loads takes time. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, test } from "node:test";
import { LATE } from "../../.github/scripts/chunks.ts";
import { startDnsServer } from "../support/dns/zone-server.ts";
import { newFolder } from "../support/run/folders.ts";

const BUILT = join(import.meta.dirname, "..", "..", "dist", "cli");

/** Runs the command from a copy that lacks some of its files. */
async function runWithout(
  isLacking: RegExp,
  words: readonly string[],
): Promise<{ status: unknown; said: string }> {
  const copy = newFolder("command");
  cpSync(BUILT, copy, { recursive: true, filter: (path) => !isLacking.test(path) });
  const child = spawn(process.execPath, [join(copy, "index.js"), ...words], {
    cwd: newFolder("cwd"),
    env: { CI: "true" },
  });
  const exit = once(child, "exit");
  const [said, wrong] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await exit;
  return { status: child.exitCode, said: said + wrong };
}

const NO_LATE = new RegExp(`[\\\\/]${LATE.replace(".", "\\.")}$`);
const NO_SCRIPT = /[\\/](?:\d+\.index|late)\.js$/;

describe("the command", () => {
  test("asks DNS alone without what the dialogs with servers take", async (t) => {
    const server = await startDnsServer({
      ".": { NS: ["ns.start.example"] },
      "start.example": { MX: [[10, "mx.start.example"]] },
      "mx.start.example": { A: ["198.41.0.4"] },
    });
    t.after(() => server.close());
    const words = ["start.example", "--checks=mx", `--dns-server=${server.address}`];
    const { status, said } = await runWithout(NO_LATE, words);
    assert.match(said, /Gate open/);
    assert.equal(status, 0);
  });

  test("tells its version, and what a code means, without any of them", async () => {
    assert.match((await runWithout(NO_SCRIPT, ["--version"])).said, /^mx-gate \d/);
  });

  test("cannot test a server without them: the test above can fail", async () => {
    const { status } = await runWithout(NO_LATE, ["--servers=127.0.0.1:9", "--allow-private-addresses"]);
    assert.notEqual(status, 0);
  });
});
