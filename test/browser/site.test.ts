/** The documents as a site: no link is dead, every code is found, and a reader's browser asks nobody else. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import MiniSearch from "minisearch";
import { z } from "zod";
import { PAGES, pageOf } from "../../.github/scripts/site/pages.ts";
import { SEARCH } from "../../.github/scripts/site/search.ts";
import { CODES } from "../../src/judge/diagnostics/registry.ts";
import { PageBrowser, seriousFaults, until } from "./browser.ts";
import type { Opened } from "./browser.ts";
import { BASE, Site } from "./built-site.ts";

const browser = await PageBrowser.start();
const site = await Site.start();
after(() => Promise.all([browser[Symbol.asyncDispose](), site[Symbol.asyncDispose]()]));

const files = globSync("**/*.html", { cwd: site.folder });
const html = new Map(files.map((file) => [file, readFileSync(join(site.folder, file), "utf8")]));

/** Values of an attribute, as the browser reads them. */
function valuesOf(text: string, attribute: string): string[] {
  return [...text.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, "g"))].map(([, value = ""]) =>
    value.replaceAll("&amp;", "&"),
  );
}

describe("the site", () => {
  test("is built without a complaint", () => assert.doesNotMatch(site.said, /\(!\)|warn/i));

  test("has a page for every document", () => {
    const pages = PAGES.map((file) => pageOf(file).replace(/md$/, "html"));
    assert.ok(pages.length > CODES.length);
    assert.deepEqual(
      pages.filter((page) => !files.includes(page)),
      [],
    );
  });

  test("has no dead link, and no anchor without its heading", () => {
    const idsOf = new Map(
      [...html].map(([file, text]) => [join(site.folder, file), new Set(valuesOf(text, "id"))]),
    );
    const dead: string[] = [];
    let seen = 0;
    for (const [file, text] of html) {
      if (file === "404.html") continue;
      const here = new URL(site.addressOf(file));
      for (const href of [...valuesOf(text, "href"), ...valuesOf(text, "src"), ...valuesOf(text, "srcset")]) {
        const to = new URL(href, here);
        if (to.origin !== here.origin) continue;
        seen += 1;
        const path = site.fileOf(decodeURIComponent(to.pathname));
        const anchor = decodeURIComponent(to.hash.slice(1));
        if (path === undefined) dead.push(`${file}: ${href}`);
        else if (anchor !== "" && idsOf.get(path)?.has(anchor) !== true) dead.push(`${file}: ${href}`);
      }
    }
    assert.deepEqual(dead, []);
    assert.ok(seen > 1000);
  });

  test("loads nothing from elsewhere", () => {
    const loaded = /<(?:script|link|img|source|iframe)\b[^>]*\s(?:src|href|srcset)="(?!data:)([^"]*)"/g;
    for (const [file, text] of html) {
      for (const [, address = ""] of text.matchAll(loaded))
        assert.ok(address.startsWith(BASE), `${file}: ${address}`);
    }
    for (const file of globSync("**/*.css", { cwd: site.folder }))
      assert.doesNotMatch(readFileSync(join(site.folder, file), "utf8"), /url\((?!["']?(?:data:|\/))/);
  });

  test("shows words in angle brackets and braces as the documents have them", () => {
    const shown = html.get("publishing.html") ?? "";
    assert.match(shown, /&#123;&#123;\.Manifest\.Digest}}|{{\.Manifest\.Digest}}/);
  });
});

describe("the search", () => {
  let index: MiniSearch;
  before(async () => {
    const [file = ""] = globSync("assets/chunks/@localSearchIndexroot*.js", { cwd: site.folder });
    const module: unknown = await import(pathToFileURL(join(site.folder, file)).href);
    const { default: json } = z.object({ default: z.string() }).parse(module);
    index = MiniSearch.loadJSON(json, {
      fields: ["title", "titles", "text"],
      storeFields: ["title", "titles"],
      ...SEARCH.options,
    });
  });

  test("finds the page of every code by its name, first", () => {
    const missed = CODES.flatMap((code) => {
      const [first] = index.search(code, SEARCH.searchOptions);
      const [page] = z.string().parse(first?.id).split("#");
      return page === `${BASE}codes/${code}` ? [] : [`${code}: ${page ?? ""}`];
    });
    assert.deepEqual(missed, []);
  });

  test("takes a reader from a few letters to the page", async () => {
    await using opened = await browser.open(site.addressOf(""));
    const { page } = opened;
    // Until Vue has taken over the page, nobody hears the key.
    await until(page, `document.querySelector("#app").__vue_app__ !== undefined`);
    await page.keyboard.press("/");
    await page.locator("#localsearch-input").fill("cert-exp");
    await page.locator("#localsearch-list a", { hasText: "cert-expired" }).first().click();
    await page.locator("h1", { hasText: "cert-expired" }).waitFor();
    assert.match(page.url(), /\/codes\/cert-expired(?:#.*)?$/);
    assert.deepEqual([elsewhere(opened), opened.complaints], [[], []]);
  });
});

/** Requests that left the site. */
function elsewhere({ requests }: Opened): string[] {
  return requests.filter((url) => !url.startsWith(site.addressOf("")) && !url.startsWith("data:"));
}

describe("in Chromium", () => {
  for (const [path, width, colorScheme] of [
    ["", 1440, "light"],
    ["codes/cert-expired", 1440, "dark"],
    ["inputs", 360, "light"],
    ["examples/", 768, "dark"],
  ] as const) {
    test(`/${path}, ${String(width)} wide, ${colorScheme}: no complaint, no serious fault, nothing from elsewhere`, async () => {
      await using opened = await browser.open(site.addressOf(path), {
        colorScheme,
        viewport: { width, height: 900 },
      });
      const { page } = opened;
      await page.locator(".VPContent h1").waitFor();
      assert.deepEqual(await seriousFaults(page), []);
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), width);
      assert.deepEqual([elsewhere(opened), opened.complaints, opened.forbidden], [[], [], []]);
    });
  }
});
