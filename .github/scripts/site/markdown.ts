/**
 * Reads the documents as GitHub does: links from where the document is, bare names no links, braces and angle brackets
 * that are text no Vue.
 */
import { join, relative, sep } from "node:path";
import type { MarkdownOptions } from "vitepress";
import { z } from "zod";
import { targetOf } from "./pages.ts";

type Markdown = Parameters<NonNullable<MarkdownOptions["config"]>>[0];

const ROOT = join(import.meta.dirname, "../../..");
/** Elements that the documents use; everything else in angle brackets is a word to be replaced. */
const ELEMENTS = /^<(?:\/?(?:picture|source|img|br|details|summary|kbd|sub|sup)\b|!--)/;

/** Where the document is; `realPath` where its place in the site is another. */
const environment = z.looseObject({ path: z.string(), realPath: z.string().optional() });

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Vue would compute what stands in double braces. */
const inert = (html: string): string => html.replaceAll("{{", "&#123;&#123;");

interface Token {
  readonly type: string;
  attrGet(name: string): string | null;
}

function isForeignImage(token: Token): boolean {
  return token.type === "image" && /^https?:/.test(token.attrGet("src") ?? "");
}

export function readAsGitHub(md: Markdown): void {
  md.disable("emoji");
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

  md.core.ruler.push("repository_links", (state) => {
    const { path, realPath } = environment.parse(state.env);
    const from = relative(ROOT, realPath ?? path)
      .split(sep)
      .join("/");
    for (const block of state.tokens) {
      // An indented block looks like a fenced one, with its button to copy.
      if (block.type === "code_block") block.type = "fence";
      // Badges: a reader's browser asks nobody else.
      if (block.children?.some(isForeignImage) === true) block.children = [];
      for (const token of block.children ?? []) {
        const href = token.type === "link_open" ? token.attrGet("href") : null;
        if (href !== null) token.attrSet("href", targetOf(from, href));
      }
    }
  });

  for (const rule of ["text", "code_inline"] as const) {
    const render = md.renderer.rules[rule];
    if (render !== undefined) md.renderer.rules[rule] = (...words) => inert(render(...words));
  }
  for (const rule of ["html_inline", "html_block"] as const) {
    md.renderer.rules[rule] = (tokens, index) => {
      const { content = "" } = tokens[index] ?? {};
      // Vite takes for its own what begins with a dot.
      return ELEMENTS.test(content)
        ? content.replaceAll(/(?<= (?:src|srcset)=")(?=docs\/)/g, "./")
        : inert(escaped(content));
    };
  }
}
