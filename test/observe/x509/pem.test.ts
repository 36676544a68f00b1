/** What is read of a PEM file is what OpenSSL reads, which X509Certificate asks for text; nothing is left out in silence. */
import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { describe, test } from "node:test";
import { readPem } from "../../../src/observe/x509/pem.ts";
import { issue } from "../../support/certificates/issue.ts";

const LABELS = ["CERTIFICATE", "X509 CERTIFICATE"];
const { pem, der } = issue({ subject: "One", ca: true });
const lines = pem.trimEnd().split("\n");
const LAST = lines.length;

/** The file with its first line, or its last, written so. */
const first = (boundary: string): string => [boundary, ...lines.slice(1), ""].join("\n");
const last = (boundary: string): string => [...lines.slice(0, -1), boundary, ""].join("\n");

function isReadByOpenssl(text: string): boolean {
  try {
    return new X509Certificate(text).raw.equals(der);
  } catch {
    return false;
  }
}

const BROKEN: readonly [what: string, text: string, problem: string, line: number][] = [
  ["six dashes everywhere", pem.replaceAll("-----", "------"), "malformed-boundary", 1],
  ["a sixth dash before BEGIN", first("------BEGIN CERTIFICATE-----"), "malformed-boundary", 1],
  ["a sixth dash behind BEGIN", first("-----BEGIN CERTIFICATE------"), "malformed-boundary", 1],
  ["a sixth dash before END", last("------END CERTIFICATE-----"), "malformed-boundary", LAST],
  ["a sixth dash behind END", last("-----END CERTIFICATE------"), "malformed-boundary", LAST],
  ["four dashes", first("----BEGIN CERTIFICATE-----"), "malformed-boundary", 1],
  ["a space before BEGIN", first(" -----BEGIN CERTIFICATE-----"), "malformed-boundary", 1],
  ["a word before BEGIN", first("ca: -----BEGIN CERTIFICATE-----"), "malformed-boundary", 1],
  ["a word behind BEGIN", first("-----BEGIN CERTIFICATE----- ours"), "malformed-boundary", 1],
  ["a word behind END", last("-----END CERTIFICATE----- ours"), "malformed-boundary", LAST],
  ["no line ends but CR", pem.replaceAll("\n", "\r"), "malformed-boundary", 1],
  ["no END", last(""), "unclosed-block", 1],
  ["the END of another label", last("-----END X509 CERTIFICATE-----"), "unclosed-block", 1],
  ["an END alone", `\n${lines.at(-1) ?? ""}\n`, "malformed-boundary", 2],
];

const SOUND: readonly [what: string, text: string][] = [
  ["as it was made", pem],
  ["lines that end with CR and LF", pem.replaceAll("\n", "\r\n")],
  ["spaces and tabs at the ends of lines", pem.replaceAll("\n", " \t\n")],
  ["a byte order mark", `\ufeff${pem}`],
  ["no line end behind it", pem.trimEnd()],
  ["text before and behind", `subject=CN = One\n${pem}see the wiki\n`],
  [
    "a request beside it",
    `-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n${pem}`,
  ],
  ["the same commented out before it", `${pem.replaceAll(/^/gm, "# ")}\n${pem}`],
];

describe("a PEM file with", () => {
  for (const [what, text, problem, line] of BROKEN) {
    test(`${what} is refused at its line, as OpenSSL reads no certificate in it`, () => {
      assert.deepEqual(readPem(text, LABELS), { problem, line });
      assert.equal(isReadByOpenssl(text), false);
    });
  }
  for (const [what, text] of SOUND) {
    test(`${what} is read as OpenSSL reads it`, () => {
      const found = readPem(text, LABELS);
      assert.ok(!("problem" in found));
      assert.deepEqual(
        found.map(({ octets }) => octets),
        [der],
      );
      assert.equal(isReadByOpenssl(text), true);
    });
  }
  test("what is not base64 in a block has no octets, and its line", () => {
    assert.deepEqual(readPem(`\n${pem.replace("M", "*")}`, LABELS), [
      { label: "CERTIFICATE", octets: undefined, line: 2 },
    ]);
  });
});
