/** A real browser for the page, and what it notices: requests, errors, and what the page's own rules forbade. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { z } from "zod";
import type { Report } from "../../src/judge/report.ts";
import { gateRules } from "../../src/report/gate-rules.ts";
import { renderPage } from "../../src/report/html/page.ts";
import type { PageOptions } from "../../src/report/html/page.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What a page did that it should not. */
export interface Noticed {
  /** Addresses that were asked for, but for the page itself. */
  readonly requests: string[];
  /** Errors, warnings, and dialogs that opened. */
  readonly complaints: string[];
  /** What the Content-Security-Policy forbade. */
  readonly forbidden: string[];
}

export interface Opened extends Noticed, AsyncDisposable {
  readonly page: Page;
}

/** Looks this often, in milliseconds, and for this long. */
const LOOK = { every: 25, atMost: 30_000 };

/** Waits until an expression holds. The page's own rules forbid what Playwright would wait with: `eval`. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let waited = 0; waited < LOOK.atMost; waited += LOOK.every) {
    if ((await page.evaluate(expression)) === true) return;
    await page.waitForTimeout(LOOK.every);
  }
  throw new Error(`This never came true: ${expression}`);
}

/** Opens everything that is folded. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(
    `for (const summary of document.querySelectorAll("details:not([open]) > summary")) summary.click()`,
  );
  await until(
    page,
    `document.querySelectorAll(".dom").length === document.querySelectorAll(".dom > .body").length`,
  );
}

const violations = z.array(z.object({ id: z.string(), impact: z.string(), nodes: z.array(z.string()) }));

/** Serious faults that axe finds: each with the elements that have it. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found =
    await page.evaluate(`axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) =>
    ({ id, impact, nodes: nodes.slice(0, 3).map(({ html }) => html) })))`);
  return violations
    .parse(found)
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.join(" ")}`);
}

export class PageBrowser implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #folder = mkdtempSync(join(tmpdir(), "mx-gate-browser-"));
  #files = 0;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<PageBrowser> {
    const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
    return new PageBrowser(await chromium.launch({ executablePath, args: ["--no-sandbox"] }));
  }

  /** Writes the page of a report to a file and gives its address. */
  addressOf(report: Report, options: PageOptions = {}): string {
    const file = join(this.#folder, `page ${String(this.#files++)}.html`);
    writeFileSync(file, [...renderPage(report, gateRules(report), options)].join(""));
    return pathToFileURL(file).href;
  }

  /** Opens an address in a new window. */
  async open(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await this.#browser.newContext(options);
    const page = await context.newPage();
    const noticed: Noticed = { requests: [], complaints: [], forbidden: [] };
    const own = address.split("#")[0] ?? "";
    page.on("request", (request) => {
      if (request.url().split("#")[0] !== own) noticed.requests.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() !== "log") noticed.complaints.push(message.text());
    });
    page.on("pageerror", (error) => void noticed.complaints.push(String(error)));
    page.on("dialog", (dialog) => {
      noticed.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.exposeFunction("noticeForbidden", (what: string) => void noticed.forbidden.push(what));
    await page.addInitScript(
      `document.addEventListener("securitypolicyviolation", (event) => noticeForbidden(event.violatedDirective))`,
    );
    await page.goto(address);
    return { page, ...noticed, [Symbol.asyncDispose]: () => context.close() };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true });
  }
}
