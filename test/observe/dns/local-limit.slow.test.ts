import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

test("a machine without files left blames neither the server nor the name", async () => {
  const program = fileURLToPath(new URL("ask-out-of-files.ts", import.meta.url));
  const limited = 'ulimit -n 64 && exec "$0" "$1"';
  const { stdout } = await promisify(execFile)("sh", ["-c", limited, process.execPath, program]);
  assert.equal(stdout, "local-limit EMFILE");
});
