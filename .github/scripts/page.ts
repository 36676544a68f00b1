/**
 * Pages for the pictures: Markdown the way GitHub shows it, a terminal in its colours, and the script that measures
 * both in the browser: what overflows, and which text stands too faint on its ground.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { marked } from "marked";

export type Theme = "light" | "dark";

const require = createRequire(import.meta.url);
/** Runs in the page, after everything else of it. */
const MEASURE = readFileSync(new URL("measure.js", import.meta.url), "utf8");

/** Grounds of GitHub's pages, and a terminal's colours by SGR number. */
const GROUND: Readonly<Record<Theme, { ground: string; text: string }>> = {
  light: { ground: "#ffffff", text: "#1f2328" },
  dark: { ground: "#0d1117", text: "#f0f6fc" },
};
const COLOURS: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light: { "31": "#b3261e", "32": "#116329", "33": "#7d4e00", "35": "#8250df", "2": "#59636e" },
  dark: { "31": "#ff7b72", "32": "#56d364", "33": "#e3b341", "35": "#d2a8ff", "2": "#9198a1" },
};

/** What the browser finds, left in the page as JSON. */
export interface Measured {
  readonly height: number;
  /** Elements wider than their place, with how much. */
  readonly overflowing: readonly string[];
  /** Lowest contrast of any text, and that text. */
  readonly contrast: number;
  readonly faintest: string;
  readonly elements: number;
}

function page(theme: Theme, styles: string, body: string): string {
  const { ground, text } = GROUND[theme];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>${styles}
html, body { margin: 0; background: ${ground}; color: ${text}; }
body { display: flow-root; }
</style></head><body>${body}<script>${MEASURE}</script></body></html>`;
}

/** Markdown as GitHub shows it; `frame` as a comment with its border. */
export function markdownPage(markdown: string, theme: Theme, frame = false): string {
  const css = readFileSync(require.resolve(`github-markdown-css/github-markdown-${theme}.css`), "utf8");
  const html = marked.parse(markdown, { async: false, gfm: true });
  const border = theme === "light" ? "#d1d9e0" : "#3d444d";
  const box = frame
    ? `border: 1px solid ${border}; border-radius: 6px; margin: 16px; padding: 16px;`
    : "padding: 24px 32px;";
  return page(
    theme,
    `${css}\n.markdown-body { box-sizing: border-box; ${box} }`,
    `<article class="markdown-body">${html}</article>`,
  );
}

/** Lines with ANSI styles as a terminal shows them. */
export function terminalPage(lines: readonly string[], theme: Theme): string {
  const escaped = (text: string): string =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const line = (text: string): string => {
    const on = new Map<string, string>();
    return text
      .split(/\u001b\[(\d+)m/)
      .map((part, index) => {
        if (index % 2 === 0) {
          const style = [...on.values()].join(";");
          return style === "" ? escaped(part) : `<span style="${style}">${escaped(part)}</span>`;
        }
        const colour = COLOURS[theme][part];
        if (part === "1") on.set("bold", "font-weight:700");
        else if (part === "22") ["bold", "2"].forEach((name) => on.delete(name));
        else if (part === "39") on.delete("colour");
        else if (colour !== undefined) on.set(part === "2" ? "2" : "colour", `color:${colour}`);
        return "";
      })
      .join("");
  };
  const styles =
    "pre { margin: 0; padding: 20px 24px; font: 13px/1.45 'DejaVu Sans Mono', monospace; white-space: pre-wrap; overflow-wrap: anywhere; }";
  return page(theme, styles, `<pre>${lines.map(line).join("\n")}</pre>`);
}
