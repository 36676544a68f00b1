import assert from "node:assert/strict";
import { isIP } from "node:net";
import { describe, test } from "node:test";
import { addressScopeOf } from "../../../src/observe/dns/address-scope.ts";
import { SPECIAL_RANGES } from "./special-addresses.ts";

describe("the edges of every special range", () => {
  for (const { what, scope, first, last, before, after } of SPECIAL_RANGES) {
    test(`${what}: ${first} to ${last}`, () => {
      const edges = [
        [first, scope],
        [last, scope],
        ...(before ? [before] : []),
        ...(after ? [after] : []),
      ] as const;
      for (const [address] of edges) assert.notEqual(isIP(address), 0, address);
      assert.deepEqual(
        edges.map(([address]) => [address, addressScopeOf(address)]),
        edges,
      );
    });
  }
  test("none of them is public", () => {
    assert.ok(SPECIAL_RANGES.every(({ scope }) => scope !== "public"));
  });
});
