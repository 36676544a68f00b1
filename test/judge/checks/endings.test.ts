/** The bounds that a reply exceeded, in the words of the run that met them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limitWords } from "../../../src/judge/checks/endings.ts";
import type { Ending } from "../../../src/observe/observation.ts";

describe("a bound that was met is told in words", () => {
  const cases: readonly [ending: Ending, says: string][] = [
    [{ how: "line-limit", limit: 4096 }, "4096 octets per line"],
    [{ how: "lines-limit", limit: 100 }, "100 lines per reply"],
    [{ how: "bytes-limit", limit: 131_072 }, "128 KiB per connection"],
    [{ how: "bytes-limit", limit: 1000 }, "1000 octets per connection"],
    [{ how: "line-limit" }, "octets per line"],
    [{ how: "lines-limit" }, "lines per reply"],
    [{ how: "bytes-limit" }, "octets per connection"],
    [{ how: "timeout" }, "60 s per reply"],
  ];
  for (const [ending, says] of cases) {
    test(`${ending.how} ${String(ending.limit ?? "without a number")}: ${says}`, () => {
      assert.equal(limitWords(ending, 60), says);
    });
  }
});
