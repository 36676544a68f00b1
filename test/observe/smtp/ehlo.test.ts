import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { offers, parseExtensions } from "../../../src/observe/smtp/ehlo.ts";
import { codePoint } from "../../text/code-points.ts";

describe("an EHLO line", () => {
  const cases: readonly [what: string, line: string, keyword: string, parameters: string][] = [
    ["with a keyword", "250-PIPELINING", "PIPELINING", ""],
    ["that is the last, with a space", "250 STARTTLS", "STARTTLS", ""],
    ["in lower case", "250-starttls", "STARTTLS", ""],
    ["with parameters, as they came", "250-SIZE 10240000", "SIZE", "10240000"],
    ["with several parameters", "250-AUTH PLAIN login", "AUTH", "PLAIN login"],
    ["in the old form with an equals sign", "250-AUTH=PLAIN LOGIN", "AUTH", "PLAIN LOGIN"],
    ["with a hyphen in the keyword", "250-X-EXPS GSSAPI", "X-EXPS", "GSSAPI"],
    ["with a digit in front", "250-8BITMIME", "8BITMIME", ""],
    ["with spaces behind", "250-DSN  ", "DSN", ""],
    ["with more space than needed", "250-  SIZE   5  ", "SIZE", "5"],
    ["with octets above 0x7f in its parameters", "250-XNAME m\xfcx", "XNAME", "m\xfcx"],
  ];
  for (const [what, line, keyword, parameters] of cases) {
    test(what, () => {
      assert.deepEqual(parseExtensions(["250-mx.test", line]), [{ keyword, parameters }]);
    });
  }

  for (const line of ["250-", "250", "250 _X", "250-*** ESMTP", "250-X_Y z", "250-XXXXXXX\x80A", "garbage"]) {
    test(`without a keyword is passed over: ${JSON.stringify(line)}`, () => {
      assert.deepEqual(parseExtensions(["250-mx.test", line, "250 DSN"]), [
        { keyword: "DSN", parameters: "" },
      ]);
    });
  }
});

describe("an EHLO reply", () => {
  test("has no extension in its first line, which names the server", () => {
    assert.deepEqual(parseExtensions(["250 STARTTLS.example greets you"]), []);
    assert.deepEqual(parseExtensions(["250 STARTTLS"]), []);
  });

  test("keeps the order, and what is listed twice", () => {
    const keywords = parseExtensions(["250-mx", "250-SIZE 1", "250-DSN", "250 SIZE 2"]);
    assert.deepEqual(
      keywords.map(({ keyword, parameters }) => `${keyword} ${parameters}`),
      ["SIZE 1", "DSN ", "SIZE 2"],
    );
  });

  test("offers what is among its keywords, whole words only", () => {
    const extensions = parseExtensions(["250-mx", "250-XSTARTTLS", "250-STARTTLS-X", "250 Pipelining"]);
    assert.equal(offers(extensions, "PIPELINING"), true);
    assert.equal(offers(extensions, "STARTTLS"), false);
    assert.equal(offers(undefined, "STARTTLS"), false);
  });

  test("of random octets never throws, and its keywords are words", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: codePoint })), (lines) => {
        for (const { keyword } of parseExtensions(["250-mx", ...lines.map((line) => `250-${line}`)])) {
          assert.match(keyword, /^[A-Z0-9][A-Z0-9-]*$/);
        }
      }),
    );
  });
});
