/**
 * Outside text of the length that a bound allows: four times as much of it takes about four times the work. What was
 * quadratic takes sixteen times; what was exponential never ends.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { splitList } from "../src/config/values.ts";
import { zoneTime } from "../src/zone/file/values.ts";
import { readYaml } from "../src/config/policy/yaml.ts";
import { readZoneFile } from "../src/zone/file/file.ts";
import { readReply } from "../src/judge/replies/meaning.ts";
import { readStsPolicy } from "../src/sts/sts-policy.ts";
import { readStsRecord } from "../src/sts/sts-record.ts";
import { readRptRecord } from "../src/sts/tls-rpt-record.ts";
import { isAtOrBelow, normalName, parentName } from "../src/text/dns-name.ts";
import { quoteWire } from "../src/text/quote.ts";
import { html, logLine, markdown, terminal } from "../src/text/escape.ts";

/** Between the four of what is linear and the sixteen of what is quadratic. */
const MOST = 10;

/** Microseconds of this process below which a measurement says nothing. */
const NOISE = 20_000;

const asked = {
  command: "RCPT",
  ...{ ownAddress: "192.0.2.1", heloName: "client.test", sender: "" },
  ...{ recipient: "postmaster@own.test", host: "mx.own.test" },
} as const;
const reply = (text: string) => readReply({ code: 550, seconds: 0, lines: [`550 ${text}`] }, asked);
const zone = (text: string) => readZoneFile("z", text, { include: () => ({ problem: "is not there." }) });

/** What reads outside text, and what of it was slow or might be; the length of the smaller text. */
const CASES: readonly (readonly [
  name: string,
  read: (text: string) => unknown,
  piece: string,
  length: number,
])[] = [
  ["a reply of @", reply, "a", 50_000],
  ["a reply of addresses", reply, "a@", 50_000],
  ["a reply of relays", reply, "relay ", 50_000],
  ["a reply of refusals", reply, "not allowed to ", 50_000],
  ["a reply of both", reply, "no relay", 50_000],
  ["a reply of open brackets", reply, "<", 50_000],
  ["a reply of host names", reply, "a.bc.", 50_000],
  ["a reply of dots", reply, ".", 50_000],
  ["a list of blanks", splitList, " ", 100_000],
  ["a list of comments", splitList, ",#", 100_000],
  ["a list of signs", splitList, "#", 100_000],
  ["a time", zoneTime, "1", 100_000],
  ["a time of units", zoneTime, "1w", 100_000],
  ["words in octets", quoteWire, "\u00ff", 100_000],
  ["blanks of the log", logLine, " ", 100_000],
  ["colours of the log", logLine, "\u001b[1m", 100_000],
  ["colons in HTML", html, ":a", 50_000],
  ["hooks in Markdown", markdown, "`", 50_000],
  ["a line of a terminal", terminal, "\u0000", 50_000],
  ["YAML of lists", readYaml, "- a\n", 18_000],
  ["YAML of one line", (text) => readYaml(`a: [${text}]`), "[],", 12_000],
  ["YAML of quotes", readYaml, '"', 18_000],
  ["YAML of directives", readYaml, "%a\n", 24_000],
  ["a policy of patterns", (text) => readStsPolicy(`version: STSv1\n${text}`), "mx: a.b-c.test\n", 10_000],
  ["a policy of one pattern", (text) => readStsPolicy(`mx: ${text}`), "a-", 100_000],
  ["a policy of blanks", readStsPolicy, " ", 100_000],
  ["a policy of blank lines", readStsPolicy, " \n", 50_000],
  ["a record of fields", (text) => readStsRecord([[`v=STSv1;${text}`]]), "a=b;", 30_000],
  ["records of MTA-STS", (text) => readStsRecord(Array.from(text, () => ["v=STSv2; id=1"])), "x", 20_000],
  [
    "a record of destinations",
    (text) => readRptRecord([[`v=TLSRPTv1;rua=${text}`]]),
    "mailto:a@b.test,",
    10_000,
  ],
  ["a record of blanks", (text) => readRptRecord([[`v=${text}`]]), " ", 100_000],
  ["a zone of names", zone, "a. 1 A 192.0.2.1\n$TTL 1\n", 20_000],
  ["a zone of backslashes", zone, "\\", 60_000],
  ["a zone of dots", zone, ".", 60_000],
  ["a zone of parentheses", zone, "(", 200_000],
];

function work(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage().user;
  read(text);
  return process.cpuUsage().user - before;
}

describe("four times the text takes four times the work", () => {
  for (const [name, read, piece, length] of CASES) {
    test(name, () => {
      const once = piece.repeat(length / piece.length);
      const often = once.repeat(4);
      // The first of several that is good enough: what else the process did in between is nobody's fault here.
      const growths: number[] = [];
      while (growths.length < 5 && growths.every((growth) => growth >= MOST)) {
        const small = work(read, once);
        growths.push(work(read, often) / Math.max(small, NOISE));
      }
      assert.ok(Math.min(...growths) < MOST, growths.join(" "));
    });
  }
});

test("a name of 255 octets that are all odd has its parents one after the other", () => {
  const label = "\\255".repeat(63);
  const name = normalName([label, label, label, "\\255".repeat(61)].join(".")) ?? "";
  const parents: string[] = [];
  for (let parent = parentName(name); parent !== undefined; parent = parentName(parent)) parents.push(parent);
  assert.equal(parents.length, 4);
  assert.ok(parents.every((parent) => isAtOrBelow(name, parent)));
});
