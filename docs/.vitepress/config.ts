/** The documents as a site: `npm run site` writes it to site/, .github/workflows/site.yml publishes it. */
import { defineConfig } from "vitepress";
import { readAsGitHub } from "../../.github/scripts/site/markdown.ts";
import { anchorOf, basePath, pageOf } from "../../.github/scripts/site/pages.ts";
import { SEARCH } from "../../.github/scripts/site/search.ts";
import { sidebar } from "../../.github/scripts/site/sidebar.ts";
import { PUBLISHER } from "../../.github/scripts/release/publisher.ts";

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23116329'/%3E%3Cpath d='M4 8.5l3 3 5-6' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";
/** Language names that can be read; no key beside "Search", which a screen reader would miss in the button's name. */
const STYLE =
  ":root { --vp-code-lang-color: var(--vp-c-text-2); } .DocSearch-Button-Keys { display: none !important; }";

export default defineConfig({
  title: "MX Gate",
  description:
    "Tests the mail servers of your domains as a sending server meets them, and fails the build when mail would suffer.",
  lang: "en",
  base: basePath(PUBLISHER.repository),
  srcDir: "..",
  srcExclude: ["!(README).md", "!(docs)/**/*.md"],
  outDir: "../site",
  cacheDir: "../node_modules/.cache/vitepress",
  rewrites: pageOf,
  cleanUrls: true,
  // The index of the search is fetched by whoever searches.
  vite: { build: { chunkSizeWarningLimit: 2000 } },
  head: [
    ["link", { rel: "icon", href: ICON }],
    ["style", {}, STYLE],
  ],
  markdown: {
    attrs: { disable: true },
    anchor: { slugify: anchorOf },
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config: readAsGitHub,
  },
  themeConfig: {
    sidebar: sidebar(),
    outline: "deep",
    search: { provider: "local", options: { miniSearch: SEARCH } },
    socialLinks: [{ icon: "github", link: PUBLISHER.url }],
    editLink: { pattern: `${PUBLISHER.url}/blob/main/:path`, text: "This page in the repository" },
  },
});
