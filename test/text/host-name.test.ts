import assert from "node:assert/strict";
import { isIP } from "node:net";
import { describe, test } from "node:test";
import fc from "fast-check";
import { normaliseHostName } from "../../src/text/host-name.ts";
import { codePoint } from "./code-points.ts";

const LONGEST_LABEL = "a".repeat(63);
/** 253 characters in four labels. */
const LONGEST_NAME = [LONGEST_LABEL, LONGEST_LABEL, LONGEST_LABEL, "b".repeat(61)].join(".");

describe("a host name", () => {
  const cases: readonly [what: string, written: string, name: string][] = [
    ["as it is", "mx1.example.com", "mx1.example.com"],
    ["in capitals", "MX1.Example.COM", "mx1.example.com"],
    ["with a trailing dot", "mx1.example.com.", "mx1.example.com"],
    ["between spaces", " mx1.example.com\t", "mx1.example.com"],
    ["of one label", "localhost", "localhost"],
    ["with digits in front", "1and1.com", "1and1.com"],
    ["with a label of digits", "123.example.com", "123.example.com"],
    ["with hyphens inside", "a--b-c.example", "a--b-c.example"],
    ["in A-labels", "XN--BCHER-KVA.example", "xn--bcher-kva.example"],
    ["in U-labels", "bücher.example", "xn--bcher-kva.example"],
    ["in U-labels and capitals", "BÜCHER.Example", "xn--bcher-kva.example"],
    ["in U-labels with a trailing dot", "bücher.example.", "xn--bcher-kva.example"],
    ["with a sharp s, which is a letter of its own", "faß.example", "xn--fa-hia.example"],
    ["with an ideographic full stop", "例え。jp", "xn--r8jz45g.jp"],
    ["in full width", "ｅｘａｍｐｌｅ．com", "example.com"],
    ["with a hexadecimal label that is not the last", "0x7f.example", "0x7f.example"],
    ["with the longest label", `${LONGEST_LABEL}.example`, `${LONGEST_LABEL}.example`],
    ["of the greatest length", LONGEST_NAME, LONGEST_NAME],
    ["of the greatest length, with a trailing dot", `${LONGEST_NAME}.`, LONGEST_NAME],
  ];
  for (const [what, written, name] of cases) {
    test(`${what} is ${name.length > 80 ? "taken" : name}`, () => {
      assert.equal(normaliseHostName(written), name);
    });
  }
});

describe("no host name", () => {
  const cases: readonly [what: string, written: string][] = [
    ["is nothing", ""],
    ["are spaces", "  "],
    ["is the root", "."],
    ["has an empty label", "a..b"],
    ["has an empty label in front", ".example.com"],
    ["has two trailing dots", "example.com.."],
    ["has an underscore", "_dmarc.example.com"],
    ["has a hyphen in front of a label", "-a.example"],
    ["has a hyphen behind a label", "a-.example"],
    ["has a label that is too long", `${LONGEST_LABEL}a.example`],
    ["is too long", `${LONGEST_NAME}b`],
    ["has an A-label that is too long, made of a U-label", `${"ü".repeat(60)}.example`],
    ["is an IPv4 address", "192.0.2.1"],
    ["is a short IPv4 address", "127.1"],
    ["is a number", "2130706433"],
    ["ends in a number", "example.123"],
    ["is an address to URL parsers, in hexadecimal", "0x7f.1"],
    ["is an address in full width", "１２７．０．０．１"],
    ["is an address in full width and hexadecimal", "０x7f.1"],
    ["is an IPv6 address", "2001:db8::1"],
    ["is an address literal", "[192.0.2.1]"],
    ["is a mail address", "info@example.com"],
    ["is a mail address in U-labels", "info@bücher.example"],
    ["has a scheme", "smtp://mx.example.com"],
    ["has a port", "mx.example.com:25"],
    ["has a port behind U-labels", "bücher.example:25"],
    ["has a path", "example.com/mail"],
    ["has a space inside", "exa mple.com"],
    ["has a space inside U-labels", "bü cher.example"],
    ["has a wildcard", "*.example.com"],
    ["has a percent escape", "ex%61mple.com"],
    ["has a percent escape beside U-labels", "b%61ücher.example"],
    ["has a path behind U-labels", "bücher.example/mail"],
    ["has a query behind U-labels", "bücher.example?a"],
    ["has a fragment behind U-labels", "bücher.example#a"],
    ["has a backslash beside U-labels", "bü\\cher.example"],
    ["has a tab inside", "exam\tple.com"],
    ["has a tab inside U-labels", "bü\tcher.example"],
    ["has a line end inside", "a.example\nb.example"],
    ["has a CR inside", "a.example\rb.example"],
    ["has NUL", "example\0.com"],
    ["has NUL beside U-labels", "bücher\0.example"],
    ["has DEL", "example\x7f.com"],
    ["has a lone surrogate", "a\ud800.example"],
  ];
  for (const [what, written] of cases) {
    test(`${what}: ${JSON.stringify(written).slice(0, 60)}`, () => {
      assert.equal(normaliseHostName(written), undefined);
    });
  }
});

describe("whatever is written", () => {
  const anything = fc.oneof(
    fc.string({ unit: codePoint }),
    fc.string(),
    fc.domain(),
    fc.string({
      unit: fc.constantFrom("a", "Z", "1", "-", ".", "_", "ü", "。", "0x", "xn--", ":", "[", "]"),
    }),
  );

  test("it never throws, and a name is one that DNS and SMTP can say", () => {
    fc.assert(
      fc.property(anything, (written) => {
        const name = normaliseHostName(written);
        if (name === undefined) return;
        assert.match(name, /^[a-z0-9.-]+$/);
        assert.ok(name.length <= 253 && name.split(".").every((label) => label !== "" && label.length <= 63));
        assert.equal(isIP(name), 0);
      }),
    );
  });

  test("a name is its own normal form, and that of its capitals", () => {
    fc.assert(
      fc.property(anything, (written) => {
        const name = normaliseHostName(written);
        if (name === undefined) return;
        assert.equal(normaliseHostName(name), name);
        assert.equal(normaliseHostName(`${name.toUpperCase()}.`), name);
      }),
    );
  });

  test("every plain domain name is one", () => {
    fc.assert(
      fc.property(fc.domain(), (domain) => assert.equal(normaliseHostName(domain), domain.toLowerCase())),
    );
  });
});
