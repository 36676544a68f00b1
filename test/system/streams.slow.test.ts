import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Writable } from "node:stream";
import { describe, test } from "node:test";
import { outputTo } from "../../src/system/streams.ts";

/** A stream whose writes fail with this code. */
function failing(code: string): Writable {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(code), { code }));
    },
  });
}

describe("writing to a stream", () => {
  test("waits for a slow reader", async () => {
    const seen: string[] = [];
    const slow = new Writable({
      highWaterMark: 1,
      write(chunk, _encoding, done) {
        seen.push(String(chunk));
        setImmediate(done);
      },
    });
    await outputTo(slow).writeLines(["a", "b"]);
    await outputTo(slow).writeAll(["c"]);
    assert.equal(seen.join(""), "a\nb\nc");
  });

  test("ends without an error where the reader has left", async () => {
    const output = outputTo(failing("EPIPE"));
    await output.writeAll(["x".repeat(100_000), "y".repeat(100_000)]);
    output.write("z");
  });

  test("rejects where the stream breaks: a report that nobody got is no success", async () => {
    await assert.rejects(outputTo(failing("ENOSPC")).writeAll(["x"]), { code: "ENOSPC" });
  });

  test("survives a real pipe that closes early", () => {
    const module = join(import.meta.dirname, "..", "..", "src", "system", "streams.ts");
    const script = `import { outputTo } from ${JSON.stringify(module)};
      await outputTo(process.stdout).writeLines(Array.from({ length: 200_000 }, (_, i) => "line " + i));
      process.exitCode = 3;`;
    const run = spawnSync(
      "bash",
      ["-c", '"$NODE" --input-type=module -e "$SCRIPT" | head -n 1; echo "${PIPESTATUS[0]}"'],
      {
        encoding: "utf8",
        env: { ...process.env, NODE: process.execPath, SCRIPT: script },
      },
    );
    assert.equal(run.stderr, "");
    assert.equal(run.stdout, "line 0\n3\n");
  });
});
