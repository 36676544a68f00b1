import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../support/run/locations.ts";
import { renderAuthenticatedPage } from "./authenticated-page.ts";
import { TARGETS } from "./targets.ts";

test("the page about authenticated transport shows every target as it is", async () => {
  const page = await renderAuthenticatedPage();
  assert.equal(readFileSync(join(ROOT, "docs/accuracy-authenticated.md"), "utf8"), page);
  for (const { name } of TARGETS) assert.ok(page.includes(`| ${name} `), name);
});
