/** TLSA records: off the wire, against served chains, and the files of keys that are about to be deployed. */
import assert from "node:assert/strict";
import { createHash, X509Certificate } from "node:crypto";
import fc from "fast-check";
import { MAX_TLSA_OCTETS, MAX_TLSA_RECORDS } from "../../src/observe/bounds.ts";
import { lookUpDane, type DaneLookUp } from "../../src/observe/dns/dane.ts";
import { dnssecStatusOf } from "../../src/observe/dns/dnssec.ts";
import { createResolver, failed } from "../../src/observe/dns/questions.ts";
import { readReply } from "../../src/observe/dns/reply.ts";
import { decodeHead } from "../../src/observe/dns/wire.ts";
import { associationMatch, daneKeyFile, daneObservation } from "../../src/observe/schemas/observation.ts";
import { matchAssociations, type Association } from "../../src/observe/x509/tlsa/association.ts";
import { readKeyFile } from "../../src/observe/x509/tlsa/key-file.ts";
import { systemClock } from "../../src/system/clock.ts";
import { fuzz, gluedText } from "./fuzzing.ts";
import { changed, changes } from "./octets.ts";
import { RECORDED_CERTIFICATES } from "./recorded-certificates.ts";

const RECORDED = Object.values(RECORDED_CERTIFICATES).map((base64) => Buffer.from(base64, "base64"));

function keyOf(der: Buffer): Buffer {
  return new X509Certificate(der).publicKey.export({ type: "spki", format: "der" });
}

function digestOf(matchingType: number, octets: Buffer): Buffer {
  if (matchingType === 1) return createHash("sha256").update(octets).digest();
  return matchingType === 2 ? createHash("sha512").update(octets).digest() : octets;
}

/** Octets of data that a length of sixteen bits leaves, behind the three fields (RFC 1035 3.2.1). */
const MOST_DATA = 65_535 - 3;

/** Data of a record: of a recorded certificate by the record's own fields, by others, or a little changed. */
const data = fc
  .tuple(
    fc.constantFrom(...RECORDED),
    fc.nat({ max: 1 }),
    fc.nat({ max: 2 }),
    fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: changes }),
  )
  .map(([der, selector, matchingType, all]) =>
    changed(digestOf(matchingType, selector === 1 ? keyOf(der) : der), all).subarray(0, MOST_DATA),
  );

const field = fc.oneof(
  { weight: 8, arbitrary: fc.nat({ max: 3 }) },
  { weight: 1, arbitrary: fc.nat({ max: 255 }) },
);
const record = fc.tuple(field, field, field, data);

/** A reply with these records at `_25._tcp.a.example`, each behind a pointer to the question. */
function replyOf(records: readonly (readonly [number, number, number, Buffer])[], flags: number): Buffer {
  const name = Buffer.from("\x03_25\x04_tcp\x01a\x07example\x00", "latin1");
  const head = Buffer.from([0, 0, flags >> 8, flags & 0xff, 0, 1, 0, 0, 0, 0, 0, 0]);
  head.writeUInt16BE(records.length, 6);
  const written = records.map(([usage, selector, matchingType, octets]) => {
    const front = Buffer.from([0xc0, 12, 0, 52, 0, 1, 0, 0, 0, 60, 0, 0, usage, selector, matchingType]);
    front.writeUInt16BE(octets.length + 3, 10);
    return Buffer.concat([front, octets]);
  });
  return Buffer.concat([head, name, Buffer.from([0, 52, 0, 1]), ...written]);
}

const FOUND = {
  name: "a.example",
  type: "A",
  outcome: "answer",
  values: ["192.0.2.1"],
  aliases: [],
  authenticated: true,
  dnssec: "secure",
  extendedErrors: [],
  seconds: 0,
} as const;

/** What a run makes of a message, whatever it is asked. */
async function lookUpFrom(message: Buffer): Promise<DaneLookUp> {
  const settings = { timeout: 1, clock: systemClock, signal: new AbortController().signal };
  const resolver = createResolver("fuzzed", settings, 1, (asked) => {
    const head = decodeHead(message);
    return Promise.resolve(head === undefined ? failed("malformed") : readReply(message, head, asked));
  });
  const query: typeof resolver.query = async (name, type) => {
    const answer = await resolver.query(name, type, { once: true });
    return { ...answer, dnssec: dnssecStatusOf(answer, { validates: true, answers: [] }) };
  };
  const addresses = { ...FOUND, values: [...FOUND.values], aliases: [], extendedErrors: [] };
  return lookUpDane({ host: "a.example", port: 25, addresses }, { ...resolver, query });
}

fuzz("TLSA answers", {
  inputs: fc
    .tuple(
      fc.array(record, { maxLength: 5 }),
      fc.constantFrom(1, 1, 1, 30),
      fc.constantFrom(0x81a0, 0x8180, 0x8183, 0x8182),
      fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: changes }),
    )
    .map(([records, times, flags, all]) =>
      changed(replyOf(Array.from({ length: times }, () => records).flat(), flags), all),
    ),
  parse: lookUpFrom,
  check(lookUp) {
    daneObservation.parse(lookUp);
    const [{ tlsa, listed } = assert.fail("nothing was asked")] = lookUp.lookUps;
    const { associations = [] } = tlsa;
    assert.ok(associations.length <= MAX_TLSA_RECORDS);
    assert.ok(associations.reduce((octets, each) => octets + each.data.length / 2, 0) <= MAX_TLSA_OCTETS);
    assert.ok(listed === undefined || listed >= associations.length);
  },
});

/** Worked out by Node's own reader: the places in the chain that a record matches. */
function matchedBy(
  { selector, matchingType, data: wanted }: Association,
  chain: readonly Buffer[],
): string[] {
  if (selector > 1 || matchingType > 2) return [];
  const matching = chain.filter(
    (der) => digestOf(matchingType, selector === 1 ? keyOf(der) : der).toString("hex") === wanted,
  );
  return [...new Set(matching.map((der) => createHash("sha256").update(der).digest("hex")))];
}

fuzz("TLSA records against chains", {
  inputs: fc.tuple(
    fc.array(
      record.map(([usage, selector, matchingType, octets]) => ({
        usage,
        selector,
        matchingType,
        data: octets.toString("hex"),
      })),
      { maxLength: MAX_TLSA_RECORDS, size: "max" },
    ),
    fc.array(fc.constantFrom(...RECORDED), { maxLength: 6 }),
  ),
  // Up to as many whole certificates as records.
  weight: 10,
  parse: ([records, chain]) => matchAssociations(records, chain),
  check(found, [records, chain]) {
    assert.equal(found.length, records.length);
    for (const [index, match] of found.entries()) {
      associationMatch.parse(match);
      const association = records[index] ?? assert.fail("one too many");
      assert.deepEqual(match.matches, matchedBy(association, chain));
      const whole = association.matchingType === 0 && association.selector <= 1;
      assert.equal(match.parses !== undefined, whole);
      assert.ok(match.signs === undefined || (association.usage === 2 && match.matches.length === 0));
    }
  },
});

const KEY = `-----BEGIN PUBLIC KEY-----\n${keyOf(RECORDED[0] ?? Buffer.alloc(0)).toString("base64")}\n-----END PUBLIC KEY-----\n`;
const PIECES = [
  ...RECORDED.map(
    (der) => `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`,
  ),
  KEY,
  ...["-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----", "-----", "-"],
  ...["-----END PUBLIC KEY-----", "X509 ", "MIIB", "\n", "\r\n", "=", "# next", "AAAA"],
];

fuzz("key files", {
  inputs: gluedText(PIECES, 40),
  weight: 4,
  parse: (text) => readKeyFile(text, 20),
  check(keys, text) {
    if ("problem" in keys) return;
    daneKeyFile.parse({ file: "x.pem", keys });
    for (const { publicKey, line } of keys) {
      const octets = Buffer.from(publicKey.full, "hex");
      assert.equal(createHash("sha512").update(octets).digest("hex"), publicKey.sha512);
      assert.match(text.split("\n")[line - 1] ?? "", /-----BEGIN /);
    }
  },
});
