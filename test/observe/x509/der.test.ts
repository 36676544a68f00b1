import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import * as writer from "../../support/certificates/der.ts";
import { MAX_ELEMENTS } from "../../../src/observe/bounds.ts";
import {
  childrenOf,
  hasNamedBit,
  readBoolean,
  readElement,
  readElements,
  readOid,
  readSmallInteger,
  readText,
  readWhole,
  TAG,
} from "../../../src/observe/x509/der.ts";

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(" ", ""), "hex");

describe("an element of DER", () => {
  const readable: [name: string, hex: string, content: string][] = [
    ["with a short length", "04 02 aabb", "aabb"],
    ["with a long length", `04 81 80 ${"00".repeat(128)}`, "00".repeat(128)],
    ["with a length in more octets than needed, as BER allows", "04 82 0001 aa", "aa"],
    ["without contents", "05 00", ""],
    ["followed by something else", "04 01 aa ff ff", "aa"],
  ];
  for (const [name, hex, content] of readable) {
    test(`is read ${name}`, () => {
      assert.equal(readElement(bytes(hex))?.content.toString("hex"), content);
    });
  }

  const malformed: [name: string, hex: string][] = [
    ["no byte at all", ""],
    ["a tag alone", "30"],
    ["contents that end too early", "04 05 aa"],
    ["a length that ends too early", "04 82 00"],
    ["an indefinite length", "30 80 0000"],
    ["a length of five octets", "04 85 0000000001 aa"],
    ["a length of nearly four gigabytes", "04 84 fffffffe aa"],
    ["a tag of several octets", "1f 81 01 00"],
  ];
  for (const [name, hex] of malformed) {
    test(`is nothing where there is ${name}`, () => {
      assert.equal(readElement(bytes(hex)), undefined);
    });
  }

  test("keeps its place among others", () => {
    const [first, second] = readElements(bytes("02 01 05  04 02 aabb")) ?? [];
    assert.equal(first?.whole.toString("hex"), "020105");
    assert.equal(second?.content.toString("hex"), "aabb");
  });

  test("is not read where a neighbour is malformed", () => {
    assert.equal(readElements(bytes("02 01 05  04 05 aa")), undefined);
  });

  test("is not read where there are more of it than names fit into a certificate", () => {
    const many = Buffer.alloc(2 * MAX_ELEMENTS).fill(bytes("0500"));
    assert.equal(readElements(many)?.length, MAX_ELEMENTS);
    assert.ok(readElements(Buffer.concat([many, bytes("0500")])) === undefined);
  });

  test("is taken apart only where it has the tag that is asked for", () => {
    const sequence = readElement(bytes("30 03 02 01 05"));
    assert.equal(childrenOf(sequence, TAG.sequence)?.length, 1);
    assert.equal(childrenOf(sequence, TAG.set), undefined);
  });

  test("fills the bytes that it is said to fill", () => {
    assert.equal(readWhole(bytes("30 03 02 01 05"), TAG.sequence)?.length, 1);
    assert.equal(readWhole(bytes("30 03 02 01 05 00"), TAG.sequence), undefined);
  });
});

describe("an object identifier", () => {
  const known: [dotted: string, hex: string][] = [
    ["1.2.840.113549.1.1.11", "06 09 2a864886f70d01010b"],
    ["2.5.29.17", "06 03 551d11"],
    ["2.999", "06 02 8837"],
    ["0.9.2342.19200300.100.1.25", "06 0a 0992268993f22c640119"],
  ];
  for (const [dotted, hex] of known) {
    test(`${dotted} is read`, () => {
      assert.equal(readOid(readElement(bytes(hex))), dotted);
    });
  }

  test("with an arc of 128 bits is read to the last digit", () => {
    const arc = 2n ** 128n - 1n;
    const septets: number[] = [];
    for (let rest = arc; rest > 0n; rest >>= 7n) septets.unshift(Number(rest & 0x7fn) | 0x80);
    septets.push((septets.pop() ?? 0) & 0x7f);
    const element = readElement(writer.element(0x06, Buffer.from([0x69, ...septets])));
    assert.equal(readOid(element), `2.25.${String(arc)}`);
  });

  const malformed: [name: string, hex: string][] = [
    ["is empty", "06 00"],
    ["ends in the middle of an arc", "06 02 5581"],
    ["has an arc with leading zeros", "06 03 558001"],
    ["is of another type", "04 03 551d11"],
    ["is longer than any in use", `06 41 ${"01".repeat(65)}`],
  ];
  for (const [name, hex] of malformed) {
    test(`is undefined where it ${name}`, () => {
      assert.equal(readOid(readElement(bytes(hex))), undefined);
    });
  }
});

describe("values of DER", () => {
  test("a boolean is true for every octet but zero", () => {
    const values = ["01 01 ff", "01 01 01", "01 01 00", "01 00", "02 01 01"];
    const read = values.map((hex) => readBoolean(readElement(bytes(hex))));
    assert.deepEqual(read, [true, true, false, undefined, undefined]);
  });

  test("an integer is small and not negative", () => {
    const read = ["00", "05", "0100", "00ffffffffff", "80", "", "01000000000000"].map((hex) =>
      readSmallInteger(bytes(hex)),
    );
    assert.deepEqual(read, [0, 5, 256, 0xffffffffff, undefined, undefined, undefined]);
  });

  test("bit 0 of a bit string is the first one", () => {
    const content = writer.namedBits([0, 5]).subarray(2);
    assert.deepEqual(
      [0, 1, 5, 6, 7, 8, 400].map((bit) => hasNamedBit(content, bit)),
      [true, false, true, false, false, false, false],
    );
  });

  const texts: [name: string, tag: number, hex: string, text: string | undefined][] = [
    ["UTF8String", TAG.utf8String, "c3a9", "é"],
    ["UTF8String that is none, as latin1", TAG.utf8String, "e9", "é"],
    ["PrintableString", TAG.printableString, "4142", "AB"],
    ["IA5String with a byte above 127, as latin1", TAG.ia5String, "41e9", "Aé"],
    ["TeletexString as latin1", TAG.teletexString, "4ce9", "Lé"],
    ["BMPString", TAG.bmpString, "00e9 d83d de00", "é😀"],
    ["BMPString of an odd length", TAG.bmpString, "00e900", undefined],
    ["UniversalString", TAG.universalString, "0001f600", "😀"],
    ["UniversalString past Unicode", TAG.universalString, "00110000", undefined],
    ["type that is no text", TAG.octetString, "41", undefined],
  ];
  for (const [name, tag, hex, text] of texts) {
    test(`text of a ${name}`, () => {
      const element = readElement(writer.element(tag, bytes(hex)));
      assert.equal(element && readText(element), text);
    });
  }
});

describe("any bytes at all", () => {
  test("are read or not, without an exception, and elements stay inside of them", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(210), (array, offset) => {
        const input = Buffer.from(array);
        const element = readElement(input, offset);
        if (element === undefined) return;
        assert.ok(offset + element.whole.length <= input.length);
        assert.ok(element.content.length <= element.whole.length - 2);
        readOid(element);
        readText(element);
        readBoolean(element);
        readSmallInteger(element.content);
        readElements(element.content);
      }),
      { numRuns: 2000 },
    );
  });

  test("that are written are what is read", () => {
    const contents = fc.uint8Array({ maxLength: 400 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(2, 4, 12, 0x30, 0x86), contents), { maxLength: 8 }),
        (list) => {
          const written = list.map(([tag, content]) => writer.element(tag, Buffer.from(content)));
          const read = readElements(Buffer.concat(written)) ?? [];
          assert.deepEqual(
            read.map(({ tag, content }) => [tag, content.toString("hex")]),
            list.map(([tag, content]) => [tag, Buffer.from(content).toString("hex")]),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
