/** The job summary after a configuration error. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { renderRefusal } from "../../../src/report/summary/refusal.ts";

const LINKS = { files: "https://github.example/octo/mail/blob/0123" };

describe("the summary of a wrong configuration", () => {
  test("says what is wrong and where, with a link to the line", () => {
    const text = renderRefusal(
      [
        { file: ".github/mx-gate.yml", line: 7, column: 3, message: "min-tls-versoin is not a setting." },
        { message: "input fail-onn: unknown. Did you mean fail-on?" },
      ],
      LINKS,
    );
    assert.equal(
      text,
      [
        "### Mail gate: closed — configuration error, nothing was probed",
        "",
        '- <a href="https://github.example/octo/mail/blob/0123/.github/mx-gate.yml#L7">`.github/mx-gate.yml:7:3`</a>: min-tls-versoin is not a setting.',
        "- input fail-onn: unknown. Did you mean fail-on?",
        "",
        "2 errors; no server was asked, and nothing is claimed about any.",
        "",
      ].join("\n"),
    );
  });

  test("quotes what strangers wrote, and has a bound", () => {
    const text = renderRefusal(
      Array.from({ length: 5_000 }, () => ({ message: `"<script>@octocat" ${"x".repeat(80)}` })),
    );
    assert.doesNotMatch(text, /<script>/);
    assert.ok(Buffer.byteLength(text) < 110_000);
    assert.match(text, /5,000 errors; .* [\d,]+ more errors are in the step log\.\n$/);
  });
});
