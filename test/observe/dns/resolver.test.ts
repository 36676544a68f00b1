import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoised } from "../../../src/observe/dns/resolver.ts";
import { tableResolver } from "../../support/dns/table-resolver.ts";

describe("a memoised resolver", () => {
  test("asks each question once, in whatever spelling, at once or later", async () => {
    const resolver = tableResolver({ "A example.com": ["192.0.2.1"] });
    const once = memoised(resolver);
    const [first, second] = await Promise.all([
      once.query("example.com", "A"),
      once.query("EXAMPLE.com.", "A"),
    ]);
    const third = await once.query("example.com", "A");
    assert.deepEqual([first.values, second, third], [["192.0.2.1"], first, first]);
    assert.deepEqual(resolver.asked, ["A example.com"]);
  });

  test("keeps types and names apart", async () => {
    const resolver = tableResolver({});
    const once = memoised(resolver);
    await once.query("example.com", "A");
    await once.query("example.com", "AAAA");
    await once.query("example.net", "A");
    assert.deepEqual(resolver.asked, ["A example.com", "AAAA example.com", "A example.net"]);
  });

  test("passes on what is no name, and keeps its description", async () => {
    const resolver = tableResolver({ "A a..b": { outcome: "malformed" } });
    const once = memoised(resolver);
    assert.equal((await once.query("a..b", "A")).outcome, "malformed");
    assert.equal(once.description, "a table");
  });
});
