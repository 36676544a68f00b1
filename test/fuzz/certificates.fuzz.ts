/** Certificates: the DER walker, the facts of one, and whole chains on their way to a trust anchor. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { certificateFacts, tlsHandshake } from "../../src/observe/schemas/observation.ts";
import { readCertificate } from "../../src/observe/x509/certificate.ts";
import {
  childrenOf,
  readElement,
  readElements,
  readOid,
  readText,
  TAG,
  type Element,
} from "../../src/observe/x509/der.ts";
import { createTrustStores } from "../../src/observe/trust/stores.ts";
import { describeChain } from "../../src/observe/trust/paths.ts";
import { fuzz } from "./fuzzing.ts";
import { changed, changes } from "./octets.ts";
import { RECORDED_CERTIFICATES } from "./recorded-certificates.ts";

const RECORDED = Object.values(RECORDED_CERTIFICATES).map((base64) => Buffer.from(base64, "base64"));

/** A certificate that was recorded, nearly. */
const nearly = fc.tuple(fc.constantFrom(...RECORDED), changes).map(([der, all]) => changed(der, all));

/** Elements within elements of any kind, their lengths right. */
const nested: fc.Arbitrary<Buffer> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        0x30,
        0x31,
        0x02,
        0x03,
        0x04,
        0x06,
        0x0c,
        0x13,
        0x17,
        0x18,
        0x1c,
        0x1e,
        0x82,
        0xa0,
        0xa3,
      ),
      fc.uint8Array({ maxLength: 12 }),
      fc.boolean(),
    ),
    { maxLength: 60 },
  )
  .map((parts) => {
    let inner = Buffer.alloc(0);
    for (const [tag, octets, around] of parts) {
      const content = around ? Buffer.concat([inner, octets]) : Buffer.from(octets);
      const whole = Buffer.concat([
        Buffer.from([tag, 0x82, content.length >> 8, content.length & 0xff]),
        content,
      ]);
      inner = around ? whole : Buffer.concat([inner, whole]);
    }
    return inner;
  });

/** Walks everything that can be walked, as deep as it goes. */
function walk(octets: Buffer): number {
  let count = 0;
  const open: Buffer[] = [octets];
  for (let next = open.pop(); next !== undefined && count < 10_000; next = open.pop()) {
    for (const element of readElements(next) ?? []) {
      count += 1;
      readOid(element);
      readText(element);
      if ((element.tag & 0x20) !== 0) open.push(element.content);
    }
  }
  return count;
}

fuzz("DER walker", {
  inputs: fc.oneof(nearly, nested),
  parse(octets): { first: Element | undefined; count: number } {
    return { first: readElement(octets), count: walk(octets) };
  },
  check({ first }, octets) {
    if (first === undefined) return;
    assert.ok(first.whole.length <= octets.length && first.content.length < first.whole.length);
  },
});

fuzz("certificate facts", {
  inputs: fc.oneof({ weight: 6, arbitrary: nearly }, { weight: 1, arbitrary: nested }),
  parse: readCertificate,
  check(facts, der) {
    certificateFacts.parse(facts);
    assert.equal(facts.der, der.toString("base64"));
  },
});

/** Chains of what was recorded, some of it changed; in every order, with some of it several times. */
const chains = fc.array(
  fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...RECORDED) }, { weight: 3, arbitrary: nearly }),
  { minLength: 1, maxLength: 5 },
);
const root = `-----BEGIN CERTIFICATE-----\n${RECORDED_CERTIFICATES.root}\n-----END CERTIFICATE-----\n`;

/** What of a certificate is signed, and thus cannot be changed. */
function signedPart(der: Buffer): string | undefined {
  return childrenOf(readElement(der), TAG.sequence)?.[0]?.whole.toString("base64");
}
const signed = new Set(RECORDED.map(signedPart));

fuzz("certificate chains", {
  inputs: chains,
  // Stores of their own: what is remembered of other inputs would spare this one its work.
  parse: (chain) => describeChain(chain, createTrustStores([{ store: "ca-file", read: () => [root] }])),
  check({ chain, paths, certificates }) {
    tlsHandshake.shape.chain.parse(chain);
    tlsHandshake.shape.paths.parse(paths);
    for (const { certificates: path } of paths) {
      // What is trusted ends at the one root that there is, and nobody else has signed anything.
      assert.equal(certificates[path.at(-1) ?? ""]?.der, RECORDED_CERTIFICATES.root);
      for (const sha256 of path) {
        const der = Buffer.from(certificates[sha256]?.der ?? "", "base64");
        assert.ok(signed.has(signedPart(der)), "a certificate is trusted that nobody has signed");
      }
    }
  },
});
