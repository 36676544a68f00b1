/** The page in Chromium: what a reader does with it, and what it never does. */
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { z } from "zod";
import type { Report } from "../../src/judge/report.ts";
import { DRAWN } from "../../src/report/html/fleet.ts";
import { historyOf } from "../../src/report/html/history.ts";
import { hostileKinds, kinds } from "../report/kinds.ts";
import { reportOf } from "../report/sample-report.ts";
import { failingDomain, manyDomains, passingDomain } from "../report/samples.ts";
import { PageBrowser, seriousFaults, unfold, until } from "./browser.ts";
import type { Opened } from "./browser.ts";

const browser = await PageBrowser.start();
after(() => browser[Symbol.asyncDispose]());

const LINKS = { docs: "https://example.com/docs", files: "https://example.com/files" };
const sample = (name: string): Report => kinds()[name] ?? assert.fail(name);
const fleet = browser.addressOf(sample("twenty"), { links: LINKS });

/** Domains that are in sight, by name. */
async function shown({ page }: Opened): Promise<string[]> {
  return await page.locator(".dom:visible .n").allTextContents();
}

async function squares({ page }: Opened): Promise<number> {
  return await page.locator("#squares a:visible").count();
}

describe("what every page holds", () => {
  for (const name of ["failing", "inconclusive", "waived", "null MX", "no domains", "twenty"]) {
    const address = browser.addressOf(sample(name), { links: LINKS });
    test(`${name}: asks for nothing, breaks none of its rules, has no serious fault of accessibility`, async () => {
      await using opened = await browser.open(address);
      await unfold(opened.page);
      assert.deepEqual(await seriousFaults(opened.page), []);
      assert.deepEqual([opened.requests, opened.complaints, opened.forbidden], [[], [], []]);
    });
  }
});

describe("hostile text", () => {
  for (const [name, report] of Object.entries(hostileKinds())) {
    test(`${name}: stays text, in the page and in what the script makes of it`, async () => {
      await using opened = await browser.open(browser.addressOf(report));
      const { page } = opened;
      await unfold(page);
      const strange = await page.evaluate(`[...document.querySelectorAll("body *")].flatMap((one) => {
        const names = one.getAttributeNames().filter((name) => name.startsWith("on") || name === "style");
        const foreign = ["IMG", "IFRAME", "OBJECT", "FORM"].includes(one.tagName) && one.id !== "filters";
        const link = one.getAttribute("href");
        return names.length > 0 || foreign || (link !== null && !link.startsWith("#")) ? [one.outerHTML] : [];
      })`);
      assert.deepEqual(strange, []);
      assert.equal(await page.locator("script").count(), 2);
      assert.deepEqual([opened.requests, opened.complaints, opened.forbidden], [[], [], []]);
    });
  }

  test("a script that gets into the page all the same is not run", async () => {
    await using opened = await browser.open(fleet);
    const { page, forbidden } = opened;
    await page.evaluate(`{
      const script = document.createElement("script");
      script.textContent = "document.title = 'owned'";
      document.body.append(script);
      const image = document.createElement("img");
      image.src = "https://evil.example/pixel.png";
      document.body.append(image);
    }`);
    await page.waitForTimeout(50);
    assert.doesNotMatch(await page.title(), /owned/);
    assert.deepEqual(forbidden.toSorted(), ["img-src", "script-src-elem"]);
  });
});

describe("search and filters", () => {
  test("a search leaves what matches, in the squares and in the list, and stays in the address bar", async () => {
    await using opened = await browser.open(fleet);
    await opened.page.locator("#q").fill("d005");
    await until(opened.page, `document.querySelector("#found").textContent === "1 of 20 domains"`);
    assert.deepEqual(await shown(opened), ["d005.example"]);
    assert.equal(await squares(opened), 1);
    assert.match(opened.page.url(), /#q=d005$/);
    await using again = await browser.open(opened.page.url());
    assert.deepEqual(await shown(again), ["d005.example"]);
    assert.equal(await again.page.locator("#q").inputValue(), "d005");
  });

  const cases: readonly [string, string, number][] = [
    ["a host", "q=mx2.d010", 1],
    ["an address", "q=198.51.100.7", 4],
    ["two words, both of which must match", "q=d010+cert-expired", 1],
    ["a result", "state=fail", 4],
    ["several results", "state=fail,pass", 20],
    ["a code", "code=banner-slow", 4],
    ["part of a host's name", "host=MX3.", 4],
    ["an operator", "operator=d015.example", 1],
    ["everything at once", "q=d0&state=fail&code=cert-expired&host=d000", 1],
    ["nothing that there is", "q=nowhere", 0],
  ];
  for (const [name, hash, number] of cases) {
    test(`the address bar filters by ${name}`, async () => {
      await using opened = await browser.open(fleet);
      await opened.page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await until(
        opened.page,
        `document.querySelector("#found").textContent === "${String(number)} of 20 domains"`,
      );
      assert.equal((await shown(opened)).length, number);
      assert.equal(await squares(opened), number);
      assert.equal(await opened.page.locator("#none").isVisible(), number === 0);
    });
  }

  test("a button of a result is pressed and released; one button shows all again", async () => {
    await using opened = await browser.open(fleet);
    const fail = opened.page.getByRole("button", { name: /fail/ });
    await fail.click();
    assert.equal(await fail.getAttribute("aria-pressed"), "true");
    assert.equal(await squares(opened), 4);
    assert.match(opened.page.url(), /#state=fail$/);
    await fail.click();
    assert.equal(await squares(opened), 20);
    await opened.page.locator("#code").selectOption("cert-expired");
    assert.equal(await squares(opened), 4);
    await opened.page.getByRole("button", { name: "Show all" }).click();
    assert.equal(await squares(opened), 20);
    assert.match(opened.page.url(), /#$/);
  });

  test("a card leads to the domains that it concerns", async () => {
    await using opened = await browser.open(browser.addressOf(manyDomains(40)));
    await opened.page.getByRole("link", { name: "show the domains" }).first().click();
    assert.match(opened.page.url(), /#code=connect-timeout$/);
    assert.equal(await squares(opened), 8);
  });
});

describe("more domains than are drawn at first", () => {
  const many = browser.addressOf(manyDomains(DRAWN + 200));
  const all = DRAWN + 200;

  test("the others follow by themselves, as the first ones are", async () => {
    await using opened = await browser.open(many);
    const { page, complaints } = opened;
    await until(page, `document.querySelectorAll("#squares a").length === ${String(all)}`);
    const [first, last] = await page
      .evaluate(
        `[0, ${String(all - 1)}].map((at) => {
      const square = document.querySelectorAll("#squares a")[at];
      return [square.getAttribute("href"), square.className, /: (.*)/.exec(square.getAttribute("aria-label"))[1]];
    })`,
      )
      .then((value) => z.array(z.array(z.string())).parse(value));
    assert.deepEqual(first?.slice(0, 2), ["#d0", "f"]);
    assert.match(first?.[2] ?? "", /^fail, score \d+$/);
    assert.deepEqual(last, [`#d${String(all - 1)}`, "p", "pass, score 98"]);
    assert.deepEqual(complaints, []);
  });

  test("a search and the End key reach the last of them at once", async () => {
    await using opened = await browser.open(`${many}#state=pass`);
    const { page } = opened;
    const passing = await squares(opened);
    assert.ok(passing > 0 && passing < all);
    await page.locator("#squares a:visible").first().focus();
    await page.keyboard.press("End");
    assert.equal(await page.locator("#squares a:focus").getAttribute("href"), `#d${String(all - 1)}`);
  });
});

describe("the keyboard", () => {
  test("the squares are one stop; arrows walk, and Enter opens the domain", async () => {
    await using opened = await browser.open(fleet);
    const { page } = opened;
    await page.locator("#squares a").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    const name = await page.locator("#squares a:focus").getAttribute("aria-label");
    assert.equal(await page.locator("#tip").textContent(), name);
    assert.equal(await page.locator('#squares a[tabindex="0"]').count(), 1);
    await page.keyboard.press("Enter");
    const summary = page.locator(".dom[open] summary:focus");
    assert.ok(name?.startsWith(`${(await summary.locator(".n").textContent()) ?? "?"}:`), name ?? "");
    assert.equal(await page.locator(".dom[open] table").count(), 1);
  });

  test("a slash leads to the search", async () => {
    await using opened = await browser.open(fleet);
    const { page } = opened;
    await page.keyboard.press("/");
    assert.equal(await page.evaluate("document.activeElement.id"), "q");
    assert.equal(await page.locator("#q").inputValue(), "");
  });

  test("Tab reaches everything that can be used, in the order of the page", async () => {
    await using opened = await browser.open(browser.addressOf(sample("failing"), { links: LINKS }));
    const { page } = opened;
    const reached: string[] = [];
    for (let step = 0; step < 80; step++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(`document.activeElement === document.body ? "" :
        [...document.querySelectorAll("a,button,input,select,summary,[tabindex]")].indexOf(document.activeElement).toString()`);
      if (at === "") break;
      reached.push(String(at));
    }
    const order = reached.map(Number);
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    const usable = await page
      .locator("a:visible,button:visible,input:visible,select:visible,summary:visible,.scroll:visible")
      .count();
    // The squares are one stop.
    assert.equal(reached.length, usable - 1);
  });
});

test("the copy button copies the command, and says so", async () => {
  await using opened = await browser.open(browser.addressOf(sample("failing")), {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const { page } = opened;
  const card = page.locator(".card").filter({ hasText: "cert-expired" });
  await card.locator("summary").click();
  const command = await card.locator(".cmd code").textContent();
  await card.getByRole("button", { name: "Copy" }).click();
  await page.getByText("Copied", { exact: true }).waitFor();
  assert.equal(await page.evaluate("navigator.clipboard.readText()"), command);
  assert.match(command ?? "", /^openssl s_client -starttls smtp/);
});

describe("looks", () => {
  const report = reportOf([failingDomain("example.com"), passingDomain("example.org")]);
  const history = historyOf([
    { ...reportOf([passingDomain("example.com")]), finished: "2026-11-14T17:00:00.000Z" },
    report,
  ]);
  const address = browser.addressOf(report, { links: LINKS, history });
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 768, 1440]) {
      test(`${colorScheme}, ${String(width)} wide: nothing overflows, contrasts suffice`, async () => {
        await using opened = await browser.open(address, { colorScheme, viewport: { width, height: 800 } });
        const { page } = opened;
        await unfold(page);
        assert.equal(await page.evaluate("document.documentElement.scrollWidth"), width);
        assert.deepEqual(await seriousFaults(page), []);
      });
    }
  }

  test("on paper the causes stand open, and no button is there", async () => {
    await using opened = await browser.open(browser.addressOf(sample("twenty")));
    const { page } = opened;
    await page.emulateMedia({ media: "print" });
    await page.evaluate(`dispatchEvent(new Event("beforeprint"))`);
    assert.equal(await page.locator("#causes details:not([open])").count(), 0);
    assert.equal(await page.locator("button:visible").count(), 0);
    assert.equal(await page.locator(".dom[open] .body").count(), 20);
  });

  test("without scripts the causes, the plots and the names are there", async () => {
    await using opened = await browser.open(address, { javaScriptEnabled: false });
    const { page } = opened;
    assert.equal(await page.locator(".card").count(), 3);
    assert.equal(await page.locator("svg").count(), 6);
    assert.deepEqual(await page.locator(".dom .n").allTextContents(), ["example.com", "example.org"]);
    assert.equal(await page.locator("button:visible,input:visible").count(), 0);
  });

  test("runs of different times are told as a history, the latest first", async () => {
    await using opened = await browser.open(address);
    const { page } = opened;
    const rows = await page.locator("#history tbody tr").allInnerTexts();
    assert.equal(rows.length, 2);
    assert.match(rows[0] ?? "", /^2026-11-21 17:00\s+59\s+1\/2\s+-3\s+.*cert-expired at mx2\.example\.com/s);
  });
});
