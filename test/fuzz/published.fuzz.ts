/** Records of MTA-STS and TLS reporting, and policies, however they are written: no crash, and nothing said that is not there. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_AGE_LIMIT, policyCovers, readStsPolicy } from "../../src/sts/sts-policy.ts";
import { readStsRecord } from "../../src/sts/sts-record.ts";
import { readRptRecord } from "../../src/sts/tls-rpt-record.ts";
import { isHostName } from "../../src/text/host-name.ts";
import { fuzz, gluedText } from "./fuzzing.ts";

const POLICY_PIECES = [
  ...["version: STSv1", "version:STSv1", "version: STSv2", "mode: enforce", "mode: testing", "mode: none"],
  ...["max_age: 604800", "max_age: 99999999999", "max_age: 31557601", "mx: a.test", "mx: *.b.test", "mx: *"],
  ...["mx: A-B.Test", "mx: a..b", "mx: a.test.", "later: yes", "mode", ":", "mx", "max_age: "],
  ...["\n", "\r\n", "\r", "\n\n", " ", "\t", "\0", "\x1f\x8b", "\xef\xbb\xbf", "\xfc", "<html>", "#"],
];

const RECORD_PIECES = [
  ...["v=STSv1", "v=stsv1", "v=TLSRPTv1", "v=TSLRPTv1", "id=1", "id=", "id=a-b", "rua=", "mailto:a@b.test"],
  ...[
    "https://c.test/x",
    "http://d.test",
    "https://[::1]/",
    "mailto:",
    "!10m",
    ",",
    ";",
    "; ",
    " ;",
    "=",
    " ",
  ],
  ...["\t", "\0", "\xff", "x".repeat(255), "%2c", "@", "?subject=x"],
];

fuzz("MTA-STS policies", {
  inputs: gluedText(POLICY_PIECES, 40),
  parse: (text) => readStsPolicy(text),
  check(reading, text) {
    const lines = text.split("\n").length;
    if (reading.policy === undefined) {
      assert.ok((reading.fault.line ?? 1) <= lines);
      return;
    }
    const { mode, maxAge, patterns, oddities } = reading.policy;
    assert.ok(text.includes("STSv1") && text.includes(mode));
    assert.ok(Number.isSafeInteger(maxAge) && maxAge >= 0);
    assert.equal(
      oddities.some(({ reason }) => reason === "max-age-limit"),
      maxAge > MAX_AGE_LIMIT,
    );
    assert.ok(mode === "none" || patterns.length > 0);
    for (const { pattern, line } of patterns) {
      assert.ok(line <= lines && text.toLowerCase().includes(pattern));
      const name = pattern.replace(/^\*\./, "");
      // A wildcard is one label: neither none nor two.
      const expected = pattern.startsWith("*.") ? [false, true, false] : [true, false, false];
      const own = { patterns: [{ pattern, line }] };
      assert.deepEqual(
        [name, `x.${name}`, `x.y.${name}`].map((host) => policyCovers(own, host)),
        expected,
      );
    }
  },
});

const records = fc.array(fc.array(gluedText(RECORD_PIECES, 8), { minLength: 1, maxLength: 3 }), {
  maxLength: 4,
});

fuzz("MTA-STS records", {
  inputs: records,
  parse: (answer) => readStsRecord(answer),
  check(reading, answer) {
    const texts = answer.map((strings) => strings.join(""));
    const exact = texts.filter((text) => text.startsWith("v=STSv1;"));
    if (reading.kind === "valid") {
      assert.match(reading.id, /^[A-Za-z0-9]{1,32}$/);
      assert.ok(texts.includes(reading.text) && reading.text.includes(`id=${reading.id}`));
      assert.ok(exact.length === 1 || (exact.length === 0 && reading.oddities.length > 0));
    } else if (exact.length > 0) assert.equal(reading.kind, "invalid");
  },
});

fuzz("TLS reporting records", {
  inputs: records,
  parse: (answer) => readRptRecord(answer),
  check(reading, answer) {
    const exact = answer.filter((strings) => strings.join("").startsWith("v=TLSRPTv1;"));
    if (reading.kind !== "valid") return;
    assert.equal(exact.length, 1);
    assert.ok(reading.destinations.length > 0);
    for (const { scheme, host, uri } of reading.destinations) {
      assert.ok(uri.toLowerCase().startsWith(`${scheme}:`) && reading.text.includes(uri));
      assert.ok(host !== "" && (scheme === "https" || isHostName(host)));
    }
  },
});
