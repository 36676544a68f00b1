/** What a server, DNS and a certificate say is hostile: in the report it is words, on one line, and not too many. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Report } from "../../src/judge/report.ts";
import { issue } from "../support/certificates/issue.ts";
import { DOMAIN, HOST, play } from "./scene.ts";

/** Escape sequences, line breaks, direction marks, invisible characters, broken UTF-8; latin1, as on the wire. */
const NASTY =
  "\u001b[31mred\u0007\u0000\u0085\u00e2\u0080\u00ae::error::owned \u00ff\u00fe\t<script>|`$(id)` ##[error]";
/** The same as Unicode, for names in a certificate. */
const NASTY_TEXT = "CN\n::error::owned\u202e\u200b\u001b[31m<script>";

let report: Report;
before(async () => {
  const weird = "evil\u0007\u001b::error host.case.test";
  ({ report } = await play({
    zones: {
      [DOMAIN]: {
        MX: [
          [10, HOST],
          [20, weird],
        ],
      },
      [HOST]: { A: ["127.0.0.1"] },
    },
    script: {
      greeting: `220 ${HOST} ${NASTY}\r\n`,
      announce: [`X-${"A".repeat(2000)}`, NASTY, `AUTH PLAIN ${NASTY}`],
      behindStarttls: `${NASTY}\r\n`,
      rcpt: () => `550 5.1.1 ${NASTY}`,
    },
    tls: ({ now }) => ({
      chain: [
        issue(
          { subject: NASTY_TEXT, organization: NASTY_TEXT, rawDnsNames: [Buffer.from(NASTY, "latin1")] },
          now,
        ),
      ],
    }),
  }));
});

/** Every text of a value, with the path to it. */
function* texts(value: unknown, path = ""): Generator<[path: string, text: string]> {
  if (typeof value === "string") yield [path, value];
  else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* texts(each, `${path}.${key}`);
  }
}

describe("the judged part of a report", () => {
  test("holds no character that is not plainly visible", () => {
    const judged = { domains: report.domains, environment: report.environment, gate: report.gateSummary };
    for (const [path, text] of texts(judged)) {
      assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u, path);
    }
  });

  test("holds no text without end", () => {
    for (const [path, text] of texts(report.domains))
      assert.ok(text.length < 6000, `${path}: ${String(text.length)}`);
  });

  test("holds the hostile words all the same, made visible", () => {
    const all = [...texts(report.domains)].map(([, text]) => text).join("\n");
    for (const visible of ["\\x1b[31mred", "\\x07", "\\x00", "\\u{202e}", "<script>"]) {
      assert.ok(all.includes(visible), visible);
    }
  });

  test("has lines of confirmation without any of it", () => {
    const lines = [...texts(report.domains)]
      .filter(([path]) => path.endsWith(".confirm"))
      .map(([, text]) => text);
    assert.notEqual(lines.length, 0);
    for (const line of lines) assert.doesNotMatch(line, /error|script|owned|evil|[`$\\;&]/);
  });
});

test("the facts are kept as they came", () => {
  const [endpoint] = Object.values(report.observations.endpoints);
  assert.deepEqual(endpoint?.connections[0]?.greeting?.reply?.lines, [`220 ${HOST} ${NASTY}`]);
});
