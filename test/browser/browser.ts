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

/** A window, and what its present page does. */
interface Window {
  readonly page: Page;
  /** What is at present noticed, and of the page at which address. */
  noticed: Noticed;
  own: string;
}

/** Where nothing is shown. */
const NOWHERE = "about:blank";

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
    await page.evaluate(`axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, impact, nodes }) =>
    ({ id, impact, nodes: nodes.slice(0, 3).map(({ html }) => html) })))`);
  return violations
    .parse(found)
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.join(" ")}`);
}

function withoutHash(address: string): string {
  return address.split("#")[0] ?? "";
}

export class PageBrowser implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #folder = mkdtempSync(join(tmpdir(), "mx-gate-browser-"));
  #files = 0;
  /** Windows that show nothing, by the options that they were opened with: a new one takes a second. */
  readonly #idle = new Map<string, Window[]>();

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

  /** Opens an address in a window that nobody uses. */
  async open(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const key = JSON.stringify(options);
    const window = this.#idle.get(key)?.pop() ?? (await this.#newWindow(options));
    const { page } = window;
    const noticed: Noticed = { requests: [], complaints: [], forbidden: [] };
    window.noticed = noticed;
    window.own = withoutHash(address);
    await page.goto(address);
    const leave = async (): Promise<void> => {
      await page.emulateMedia({ media: null });
      window.own = NOWHERE;
      await page.goto(NOWHERE);
      this.#idle.set(key, [...(this.#idle.get(key) ?? []), window]);
    };
    return { page, ...noticed, [Symbol.asyncDispose]: leave };
  }

  async #newWindow(options: BrowserContextOptions): Promise<Window> {
    const context = await this.#browser.newContext(options);
    const page = await context.newPage();
    const window: Window = {
      page,
      noticed: { requests: [], complaints: [], forbidden: [] },
      own: NOWHERE,
    };
    page.on("request", (request) => {
      if (withoutHash(request.url()) !== window.own) window.noticed.requests.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() !== "log") window.noticed.complaints.push(message.text());
    });
    page.on("pageerror", (error) => void window.noticed.complaints.push(String(error)));
    page.on("dialog", (dialog) => {
      window.noticed.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.exposeFunction("noticeForbidden", (what: string) => void window.noticed.forbidden.push(what));
    await page.addInitScript(
      `document.addEventListener("securitypolicyviolation", (event) => noticeForbidden(event.violatedDirective))`,
    );
    return window;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true });
  }
}
