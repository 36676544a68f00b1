/**
 * Bounds on what is read and kept, at each of them and one past it, where no finding is needed to see it. Those that
 * a server meets are in test/judge/bounds.test.ts.
 */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import * as observeBounds from "../../src/observe/bounds.ts";
import * as textBounds from "../../src/text/bounds.ts";
import { systemClock } from "../../src/system/clock.ts";
import { nameToWire } from "../../src/text/dns-name.ts";
import { createResolver, failed, type Heard } from "../../src/observe/dns/questions.ts";
import { decodeBody, decodeHead, encodeQuery } from "../../src/observe/dns/wire.ts";
import { requestConnect } from "../../src/observe/route/http-connect.ts";
import { ProxyReader } from "../../src/observe/route/proxy-reader.ts";
import { readElements, readOid, TAG } from "../../src/observe/x509/der.ts";
import { describeChain } from "../../src/observe/trust/paths.ts";
import { Wire } from "../fuzz/memory-wire.ts";
import { issue } from "../support/certificates/issue.ts";
import { extendedErrors } from "../support/dns/scripted-answers.ts";
import { storesOf } from "./trust/finding.ts";
import { Memory } from "../../src/text/memory.ts";

const bounds = { ...observeBounds, ...textBounds };

const ROOT = new URL("../../", import.meta.url);

/** A reply with these extended errors, read. */
function errorsOf(
  ...errors: readonly (readonly [number, string])[]
): readonly { code: number; text: string }[] {
  const message = Buffer.concat([
    Buffer.from([0, 0, 0x81, 0x80, 0, 0, 0, 0, 0, 0, 0, 1]),
    extendedErrors(...errors),
  ]);
  const head = decodeHead(message) ?? assert.fail("no head");
  const body = decodeBody(message, head);
  return "malformed" in body ? assert.fail(body.malformed) : body.extendedErrors;
}

/** What is made of an error page of a proxy whose telling words end at this octet. */
async function pageEndingAt(octets: number): Promise<string> {
  const wire = new Wire();
  const reader = new ProxyReader(wire.asSocket);
  const answer = requestConnect(
    reader,
    { scheme: "http", host: "127.0.0.1", port: 8080 },
    { host: "mx.own.test", address: "192.0.2.1", port: 25 },
  );
  wire.push(`HTTP/1.1 502 Bad\r\n\r\n${"Connection refused".padStart(octets)}`);
  wire.push(null);
  const { outcome } = await answer;
  wire.destroy();
  return outcome;
}

describe("of names in DNS", () => {
  test("a label has 63 octets at most", () => {
    assert.notEqual(nameToWire("x".repeat(bounds.LABEL_OCTETS)), undefined);
    assert.equal(nameToWire("x".repeat(bounds.LABEL_OCTETS + 1)), undefined);
  });

  test("a name has 255 octets at most", () => {
    // A label has its length in front, the root behind the last one.
    const name = (octets: number): string => `${"a.".repeat(126)}${"b".repeat(octets - 254)}`;
    assert.equal(nameToWire(name(bounds.NAME_OCTETS))?.length, bounds.NAME_OCTETS);
    assert.equal(nameToWire(name(bounds.NAME_OCTETS + 1)), undefined);
  });
});

describe("of DNS messages", () => {
  test("those of 65,535 octets are read", () => {
    assert.notEqual(decodeHead(Buffer.alloc(bounds.MESSAGE_BYTES)), undefined);
    assert.equal(decodeHead(Buffer.alloc(bounds.MESSAGE_BYTES + 1)), undefined);
  });

  test("so many extended errors are kept, and so much of each", () => {
    const many = (count: number) => Array.from({ length: count }, () => [9, ""] as const);
    assert.equal(errorsOf(...many(bounds.EXTENDED_ERROR_LIMIT)).length, bounds.EXTENDED_ERROR_LIMIT);
    assert.equal(errorsOf(...many(bounds.EXTENDED_ERROR_LIMIT + 1)).length, bounds.EXTENDED_ERROR_LIMIT);
    for (const octets of [bounds.EXTENDED_ERROR_OCTETS, bounds.EXTENDED_ERROR_OCTETS + 1])
      assert.equal(errorsOf([9, "x".repeat(octets)])[0]?.text.length, bounds.EXTENDED_ERROR_OCTETS);
  });

  test("a query asks for datagrams of 1,232 octets", () => {
    const query = encodeQuery({ name: "x", type: "MX", id: 0, edns: true, checkingDisabled: false });
    assert.equal(query?.readUInt16BE(query.length - 8), bounds.UDP_PAYLOAD);
  });

  test("128 questions are under way at once, and the next one waits", async () => {
    let asked = 0;
    const { promise, resolve: answer } = Promise.withResolvers<Heard>();
    const ask = (): Promise<Heard> => {
      asked += 1;
      return promise;
    };
    const { signal } = new AbortController();
    const resolver = createResolver("counting", { timeout: 20, clock: systemClock, signal }, 20, ask);
    const all = Array.from({ length: bounds.QUESTIONS_IN_FLIGHT + 1 }, (_, index) =>
      resolver.query(`x${String(index)}.test`, "A"),
    );
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(asked, bounds.QUESTIONS_IN_FLIGHT);
    answer(failed("refused"));
    await Promise.all(all);
    assert.equal(asked, bounds.QUESTIONS_IN_FLIGHT + 1);
  });
});

describe("of certificates", () => {
  const leaf = issue({ subject: "mx.own.test" });

  test("twenty are kept, and the next one is counted", () => {
    const chain = (count: number): Buffer[] => Array.from({ length: count }, () => leaf.der);
    const stores = storesOf({ "ca-file": [leaf] });
    assert.equal(describeChain(chain(bounds.MAX_SERVED_CERTIFICATES), stores).chainCut, undefined);
    assert.equal(describeChain(chain(bounds.MAX_SERVED_CERTIFICATES + 1), stores).chainCut, 1);
  });

  test("1,024 elements of a sequence are read", () => {
    const elements = (count: number): Buffer => Buffer.from("\x01\x01\x00".repeat(count));
    assert.equal(readElements(elements(bounds.MAX_ELEMENTS))?.length, bounds.MAX_ELEMENTS);
    assert.equal(readElements(elements(bounds.MAX_ELEMENTS + 1)), undefined);
  });

  test("64 octets of an object identifier are read", () => {
    const oid = (octets: number): string | undefined => {
      const content = Buffer.alloc(octets, 1);
      return readOid({ tag: TAG.oid, content, whole: content });
    };
    assert.notEqual(oid(bounds.MAX_OID_OCTETS), undefined);
    assert.equal(oid(bounds.MAX_OID_OCTETS + 1), undefined);
  });

  test("so many are remembered, and the oldest is worked out again", () => {
    for (const capacity of [bounds.MAX_REMEMBERED_CHAINS, bounds.MAX_REMEMBERED_CERTIFICATES]) {
      const memory = new Memory<number>(capacity);
      for (let key = 0; key < capacity; key++) memory.recall(String(key), () => key);
      assert.equal(
        memory.recall("0", () => assert.fail("it was forgotten")),
        0,
      );
      memory.recall("one more", () => 1);
      assert.equal(memory.size, capacity);
      assert.equal(
        memory.recall("0", () => -1),
        -1,
      );
    }
  });
});

test("the words of a proxy's error page count within its first 8,192 octets", async () => {
  assert.equal(await pageEndingAt(bounds.MAX_PAGE_OCTETS), "refused");
  assert.equal(await pageEndingAt(bounds.MAX_PAGE_OCTETS + 1), "unreachable");
});

/** Numbers of a protocol or of our own doing: they bound nothing that others do. */
const NO_BOUNDS = new Set([
  ...[
    "CLASS_IN",
    "TYPE_OPT",
    "OPTION_EXTENDED_ERROR",
    "HEADER_BYTES",
    "DOT",
    "BACKSLASH",
    "LF",
    "CR",
    "VERSION",
  ],
  ...["COMMAND_CONNECT", "DNS_PORT", "KEY_CERT_SIGN", "PADDING", "HOST_NAME_LENGTH", "MAX_SERVER_NAME"],
  ...["LONGEST_NAME", "LONGEST_CREDENTIAL", "NOTABLE_SECONDS", "EGRESS_WAIT", "WAIT_SHARE"],
  ...["PROGRESS_SECONDS", "RANDOM_LETTERS", "HTTP_PORT", "HTTPS_PORT", "MAX_EXPIRY_DAYS"],
  ...["OTHER_WORK", "RSA_BITS", "RSA_EXPONENT_BITS", "DSA_EXPONENT_BITS", "COMPARED_LENGTH", "PRIME"],
  ...[
    "PROCESS_STARTED",
    "STEP",
    "OCTETS_OF_A_CHARACTER",
    "LONGEST_TIME",
    "QUOTE_LIMIT",
    "DAY",
    "ENOUGH_OCTETS",
    "UNCOMPRESSED",
    "LOOKED_AT",
    "RECORD_OCTETS",
    "INT32_LARGEST",
  ],
]);

test("bounds stand in bounds.ts and nowhere else", () => {
  for (const room of ["observe", "config", "zone", "text"]) {
    for (const file of globSync(`src/${room}/**/*.ts`, { cwd: ROOT })) {
      if (file.endsWith("/bounds.ts")) continue;
      const text = readFileSync(new URL(file, ROOT), "utf8");
      for (const [, name = ""] of text.matchAll(/^(?:export )?const ([A-Z][A-Z\d_]*) = [\d(]/gm)) {
        assert.ok(
          NO_BOUNDS.has(name),
          `${name} of ${file}: is it a bound? Then it belongs into src/${room}/bounds.ts`,
        );
      }
    }
  }
});
