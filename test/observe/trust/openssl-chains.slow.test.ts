/**
 * Our verdict on a chain beside OpenSSL's own, for hundreds of chains that the tests forge: what it refuses is no pass,
 * what it trusts is no fail. All of them, with Debian's OpenSSL and Postfix's client: test/mta/openssl-chains.test.ts.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { families, sampled, type ChainCase } from "./chains/families.ts";
import { EXPLAINED } from "./chains/explained.ts";
import { storesOf } from "./finding.ts";
import { judgeChainCase, REFUSALS } from "./judged-chain.ts";
import { startOracle, type OpensslOracle } from "./openssl-oracle.ts";

let oracle: OpensslOracle;
before(async () => {
  oracle = await startOracle();
});
after(() => oracle.close());

describe("our verdict on a chain is OpenSSL's", () => {
  const verdicts = { trusted: 0, refused: 0 };

  /** What is wrong about our verdict; undefined where nothing is. */
  async function fault(each: ChainCase): Promise<string | undefined> {
    const { facts, chain } = await oracle.ask(each);
    const { opensslVerdict = "none" } = facts;
    const stores = storesOf({ "ca-file": each.anchors });
    assert.deepEqual(
      chain.map((der) => der.toString("hex")),
      each.served.map(({ der }) => der.toString("hex")),
    );
    const alone = judgeChainCase(chain, stores);
    const beside = judgeChainCase(chain, stores, { opensslVerdict });
    const trusted = opensslVerdict === "OK";
    verdicts[trusted ? "trusted" : "refused"] += 1;
    const agrees = trusted === !alone.some((code) => REFUSALS.has(code));
    const said = `${each.title}: ${opensslVerdict}, and we say ${alone.join() || "nothing"}`;
    if (agrees === EXPLAINED.some(({ titles }) => titles.test(each.title))) return said;
    // With its verdict at hand nothing that it refuses passes, and nothing fails that it trusts.
    const expected = agrees ? alone : [...alone.filter((code) => !REFUSALS.has(code)), "cert-senders-differ"];
    return beside.toSorted().join() === expected.toSorted().join()
      ? undefined
      : `${said}, with its verdict ${beside.join() || "nothing"}`;
  }

  for (const [family, cases] of Object.entries(families)) {
    test(family, async () => {
      const faults: string[] = [];
      for (const each of sampled(cases())) {
        const found = await fault(each);
        if (found !== undefined) faults.push(found);
      }
      assert.deepEqual(faults, []);
    });
  }

  test("for more than 400 chains, of which neither verdict has less than a third", () => {
    const { trusted, refused } = verdicts;
    assert.ok(trusted + refused > 400, JSON.stringify(verdicts));
    assert.ok(Math.min(trusted, refused) > (trusted + refused) / 3, JSON.stringify(verdicts));
  });
});
