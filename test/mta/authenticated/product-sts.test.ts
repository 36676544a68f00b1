/** The whole program against every target that is about policies: what comes out is what the label says. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runIsolated } from "../namespace.ts";
import { fetchPackages } from "../packages.ts";
import { judged as judgedSchema, STS_TARGETS, type Judged } from "./product-sts.ts";

/** How long the bed and the run may take, in seconds. A policy host that is silent takes a minute of it. */
const PATIENCE = 280;

let judged: readonly Judged[];
before(async () => {
  fetchPackages();
  const script = fileURLToPath(new URL("run-product-sts.ts", import.meta.url));
  judged = z.array(judgedSchema).parse(JSON.parse(await runIsolated(script, [], PATIENCE)));
});

describe("the program says what the label says", () => {
  for (const { name, rule, label } of STS_TARGETS) {
    test(`${name}: ${rule}`, () => {
      const found = judged.find((each) => each.name === name) ?? assert.fail("it was not tested");
      const said = found.words.join("\n");
      if (label.mtaSts !== undefined) assert.equal(found.mtaSts, label.mtaSts, said);
      if (label.tlsRpt !== undefined) assert.equal(found.tlsRpt, label.tlsRpt, said);
    });
  }
});
