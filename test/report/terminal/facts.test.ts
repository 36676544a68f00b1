import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { factSentences } from "../../../src/report/terminal/facts.ts";
import { quote } from "../../../src/text/quote.ts";
import { check } from "../sample-report.ts";

describe("facts at a terminal", () => {
  test("are sentences", () => {
    const banner = {
      ...check("banner", "pass", "220"),
      facts: { greeting: quote("220 mx ESMTP"), seconds: 0.1 },
    };
    assert.equal(factSentences(banner), "Greeting: 220 mx ESMTP.");
    const relay = {
      ...check("relay", "pass", "closed"),
      facts: { insideTls: false, foreignRecipient: quote("554 No.") },
    };
    assert.equal(factSentences(relay), "To a foreign recipient (without TLS): 554 No.");
  });

  test("without words of their own stand under their names", () => {
    const strange = {
      ...check("mx", "pass", "1 host"),
      facts: { constructor: quote("x"), later: [quote("a"), quote("b")] },
    };
    assert.equal(factSentences(strange), "constructor x. later a, b.");
  });
});
