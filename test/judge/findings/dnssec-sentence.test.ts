/** What every report says of the view that its run had of DNSSEC. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dnssecSentence } from "../../../src/judge/findings/dnssec-sentence.ts";
import type { DnssecControl, Observations } from "../../../src/observe/observation.ts";
import { answer } from "../dane-facts.ts";

function said(dnssec: DnssecControl | undefined): string | undefined {
  const environment = {
    heloName: "me",
    resolver: "192.0.2.53:53",
    route: "direct",
    privateAddressesAllowed: false,
    trustStores: [],
    ...(dnssec !== undefined && { dnssec }),
  };
  return dnssecSentence({ environment } as unknown as Observations).dnssec;
}

describe("the sentence about DNSSEC", () => {
  test("names who validated, and the way there", () => {
    const root = answer(".", { type: "NS", server: "192.0.2.53:53", transport: "udp" });
    const lost = { ...root, authenticated: false };
    assert.equal(
      said({ validates: true, asksBy: "ad", answers: [lost, root] }),
      "DNSSEC validated by 192.0.2.53:53 over UDP.",
    );
    const doh = { ...root, server: "https://dns.example", transport: "https" as const };
    assert.equal(
      said({ validates: true, asksBy: "do", answers: [doh] }),
      "DNSSEC validated by https://dns.example over HTTPS.",
    );
    assert.equal(said({ validates: true, answers: [] }), "DNSSEC validated by the resolver.");
  });

  test("says how to see more where nothing was seen", () => {
    const words = said({ validates: false, answers: [] });
    assert.match(words ?? "", /^DNSSEC not visible: .*dns-server: https:/);
  });

  test("is missing where nobody looked", () => assert.equal(said(undefined), undefined));
});
