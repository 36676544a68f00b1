/**
 * Makes the pictures of docs/images: the embedded lab is tested as in the demo, its report rendered, and Chromium
 * takes the pictures, after it has measured that nothing overflows and that every text can be read.
 *
 *     node .github/scripts/pictures.ts          (needs chromium and fonts-noto-color-emoji; CHROMIUM names another browser)
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Report } from "../../src/judge/report.ts";
import { historyOf } from "../../src/report/html/history.ts";
import { renderPage } from "../../src/report/html/page.ts";
import { renderComment } from "../../src/report/summary/comment.ts";
import { exitCode, gateRules } from "../../src/report/gate-rules.ts";
import { renderSummary } from "../../src/report/summary/summary.ts";
import { asOptions } from "../../src/terminal/option-words.ts";
import { blockLines, renderTerminal } from "../../src/report/terminal/terminal.ts";
import { check } from "../../src/run/run.ts";
import { startLab } from "../../test/support/lab/embedded-lab.ts";
import { given, hostOf } from "../../test/support/run/recording-host.ts";
import { PUBLISHER } from "./release/publisher.ts";
import { markdownPage, terminalPage } from "./page.ts";
import type { Measured, Theme } from "./page.ts";

/** Width of GitHub's column of text, in CSS pixels. */
const WIDTH = 1012;
/** What can be read without effort (WCAG 2.2, 1.4.3). */
const CONTRAST = 4.5;
/** A small run that has everything a picture should show. */
const SHOWN = ["healthy.test", "20-days-left.test", "one-of-four.test"];
const IMAGES = fileURLToPath(new URL("../../docs/images", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "mx-gate-pictures-"));

function chromium(...words: readonly string[]): string {
  const standing = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
  ];
  return execFileSync(process.env["CHROMIUM"] ?? "chromium", [...standing, ...words], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 100_000_000,
    timeout: 120_000,
  });
}

/** Measures a page; throws where it cannot be read as it should be. */
function measured(name: string, html: string, width: number): Measured & { readonly url: string } {
  const file = path.join(folder, `${name}.html`);
  writeFileSync(file, html);
  const url = pathToFileURL(file).href;
  const dom = chromium(`--window-size=${String(width)},800`, "--dump-dom", url);
  const json = /<script type="application\/json" id="measured">(.*?)<\/script>/s.exec(dom)?.[1];
  if (json === undefined) throw new Error(`${name}: the page was not measured.`);
  const found = JSON.parse(json) as Measured;
  const { overflowing, contrast, faintest, height, elements } = found;
  console.log(
    `${name}: ${String(width)} x ${String(height)}, ${String(elements)} elements, contrast ${contrast.toFixed(2)} (${faintest})`,
  );
  if (overflowing.length > 0) throw new Error(`${name} overflows:\n${overflowing.slice(0, 10).join("\n")}`);
  if (contrast < CONTRAST)
    throw new Error(`${name}: "${faintest}" has a contrast of ${contrast.toFixed(2)}.`);
  return { ...found, url };
}

function picture(name: string, html: string, width = WIDTH): void {
  const { url, height } = measured(name, html, width);
  const target = path.join(IMAGES, `${name}.png`);
  chromium(`--window-size=${String(width)},${String(height)}`, `--screenshot=${target}`, url);
}

/** Width of a telephone, and the height of a first screen, in CSS pixels. */
const NARROW = 360;

/**
 * A picture of the HTML page itself, which asks for its own colours and lets no script but its own run: nothing is
 * measured here, test/browser does that.
 */
function pagePicture(name: string, html: string, theme: Theme, width: number, height: number): void {
  const file = path.join(folder, `${name}.html`);
  writeFileSync(file, html);
  // Headless, Chromium has a window of 500 at least: a frame may be narrower.
  const frame = path.join(folder, `${name}-frame.html`);
  writeFileSync(
    frame,
    `<!doctype html><style>html,body{margin:0}iframe{display:block;border:0;width:${String(width)}px;height:${String(height)}px}</style><iframe src="${pathToFileURL(file).href}"></iframe>`,
  );
  const target = path.join(IMAGES, `${name}.png`);
  const dark =
    theme === "dark"
      ? ["--blink-settings=preferredColorScheme=0"]
      : ["--blink-settings=preferredColorScheme=1"];
  chromium(
    `--window-size=${String(width)},${String(height)}`,
    ...dark,
    `--screenshot=${target}`,
    pathToFileURL(frame).href,
  );
}

/** The demo's lab, tested by the ordinary engine. */
async function run(domains: readonly string[] | "all"): Promise<Report> {
  const lab = await startLab(domains === "all" ? {} : { only: domains });
  try {
    // On loopback every address is private: a note of it at each host would say nothing.
    const severity = "mx-private-address: off";
    const settings = {
      ...lab.settings,
      severity,
      domains: lab.domains.join("\n"),
      "helo-name": "probe.example.net",
    };
    return await check(given(settings), "command", hostOf(lab));
  } finally {
    await lab.close();
  }
}

const written = [
  { kind: "junit-file", path: "mx-gate-junit.xml" },
  { kind: "report-file", path: "mx-gate-report.json" },
] as const;

try {
  const small = await run(SHOWN);
  const whole = await run("all");
  const rules = gateRules(small);
  const mark = { key: "0".repeat(16), run: 1, state: small.gate } as const;
  const links = { docs: `${PUBLISHER.url}/blob/v${PUBLISHER.version}/docs/codes` };
  const lines = (width: number): string[] => [
    ...blockLines(
      renderTerminal(small, rules, {
        width,
        colour: true,
        written,
        speak: asOptions,
        exitCode: exitCode(small, rules),
      }),
    ),
  ];
  const week = 7 * 24 * 3600 * 1000;
  const before = (weeks: number): string => new Date(Date.parse(whole.finished) - weeks * week).toISOString();
  const history = historyOf([
    { ...small, finished: before(2) },
    { ...whole, domains: whole.domains.slice(0, 12), finished: before(1) },
    whole,
  ]);
  const html = [...renderPage(whole, gateRules(whole), { links, history })].join("");
  for (const theme of ["light", "dark"] as const satisfies readonly Theme[]) {
    pagePicture(`page-${theme}`, html, theme, 1180, 1500);
    pagePicture(`page-narrow-${theme}`, html, theme, NARROW, 1300);
    picture(`summary-${theme}`, markdownPage(renderSummary(small, rules, { written, links }), theme));
    picture(
      `comment-${theme}`,
      markdownPage(renderComment(small, rules, { written, links, mark }), theme, true),
    );
    picture(`terminal-${theme}`, terminalPage(lines(112), theme), 960);
    // The whole lab, with everything unfolded, is only measured.
    const unfolded = renderSummary(whole, rules, { written, links }).replaceAll(
      "<details>",
      "<details open>",
    );
    measured(`everything-${theme}`, markdownPage(unfolded, theme), WIDTH);
  }
} finally {
  rmSync(folder, { recursive: true });
}
