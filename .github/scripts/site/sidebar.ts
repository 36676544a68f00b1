/** What stands beside the pages: documents in groups, and the codes by check. Titles are those of the files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DefaultTheme } from "vitepress";
import { PAGES, pageOf, titleOf } from "./pages.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** Documents below docs/ in the order in which they are read; what is named nowhere comes last. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  "Set it up": [
    "README.md",
    "docs/reach.md",
    "docs/examples/README.md",
    "docs/ci/README.md",
    "docs/inputs.md",
    "docs/policy.md",
  ],
  "What it reports": [
    "docs/codes/README.md",
    "docs/page-and-metrics.md",
    "docs/recordings.md",
    "docs/authenticated-transport.md",
    "docs/etiquette.md",
    "docs/scale.md",
  ],
  "Coming from another tool": PAGES.filter((file) => file.startsWith("docs/migrate/")),
  "How far to trust it": [
    "docs/accuracy.md",
    "docs/accuracy-authenticated.md",
    "docs/accuracy-peers.md",
    "docs/not-tried.md",
    "docs/threat-model.md",
    "docs/attacks.md",
    "docs/bounds.md",
    "docs/fuzzing.md",
  ],
};
const OTHERS = "Inside";

function linkTo(file: string): DefaultTheme.SidebarItem {
  return {
    text: file === "README.md" ? "Start" : titleOf(file),
    link: `/${pageOf(file).replace(/(?:index)?\.md$/, "")}`,
  };
}

/** The codes below the headings of their index. */
function codes(): DefaultTheme.SidebarItem[] {
  const [, ...sections] = readFileSync(join(ROOT, "docs/codes/README.md"), "utf8").split(/^## /m);
  return sections.map((section) => ({
    text: (section.split("\n")[0] ?? "").replace(/ \(`.*`\)$/, ""),
    items: [...section.matchAll(/^\| \[[\w.-]+\]\(([\w.-]+\.md)\)/gm)].map(([, page = ""]) =>
      linkTo(`docs/codes/${page}`),
    ),
  }));
}

export function sidebar(): DefaultTheme.SidebarMulti {
  const named = new Set(Object.values(GROUPS).flat());
  const others = PAGES.filter((file) => !named.has(file) && !file.startsWith("docs/codes/"));
  const groups = [...Object.entries(GROUPS), [OTHERS, others] as const];
  return {
    "/codes/": [
      { text: "Overview", items: [linkTo("docs/codes/README.md"), linkTo("README.md")] },
      ...codes(),
    ],
    "/": groups.map(([text, files]) => ({ text, items: files.map(linkTo) })),
  };
}
