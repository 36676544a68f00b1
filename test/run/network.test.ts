import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { roomFor } from "../../src/run/network.ts";

describe("how much is under way at once, by the files that are left", () => {
  const table: readonly [left: number | undefined, connections: number, aside: number, questions: number][] =
    [
      [undefined, 64, 512, 128],
      [100_000, 64, 512, 128],
      [1024, 64, 440, 128],
      [528, 64, 192, 128],
      [144, 64, 0, 32],
      [41, 12, 0, 6],
      [18, 1, 0, 1],
      [0, 1, 0, 1],
      [-5, 1, 0, 1],
    ];
  for (const [left, connections, aside, questions] of table) {
    test(`${String(left)} files: ${String(connections)} connections and ${String(aside)} slow ones, ${String(questions)} questions`, () => {
      const room = roomFor({ concurrency: 64, "dns-server": [] }, left);
      assert.deepEqual(room, { connections, aside, questions });
    });
  }
  test("a question to all name servers of a zone takes more of them", () => {
    const chosen = { concurrency: 64, "dns-server": [{ authoritative: true as const }] };
    assert.equal(roomFor(chosen, 1024).questions, 15);
  });
  test("what was asked for is never exceeded", () => {
    assert.equal(roomFor({ concurrency: 3, "dns-server": [] }, 100_000).connections, 3);
  });
});
