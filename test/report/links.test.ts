import assert from "node:assert/strict";
import { test } from "node:test";
import { fileLine } from "../../src/report/links.ts";

test("the name of a file ends no link, and breaks no renderer", () => {
  const links = { files: "https://github.example/octo/mail/blob/main" };
  assert.equal(
    fileLine(links, { file: "dns/a)](javascript:x) b#.zone", line: 3 }),
    `${links.files}/dns/a%29%5D%28javascript%3Ax%29%20b%23.zone#L3`,
  );
  assert.equal(fileLine(links, { file: "\ud800", line: 1 }), `${links.files}/%EF%BF%BD#L1`);
  assert.equal(fileLine({}, { file: "a", line: 1 }), undefined);
});
