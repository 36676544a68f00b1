/**
 * The documents as pages of the site: README.md is its start, what is below docs/ loses that folder, and everything else is
 * a file of the repository. Links stay in the documents as GitHub needs them, and are resolved here.
 */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { PUBLISHER } from "../release/publisher.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** Documents that are pages, by path in the repository. */
export const PAGES: readonly string[] = globSync(["README.md", "docs/**/*.md"], { cwd: ROOT }).sort();

/** Where a project's Pages are: below the name of the repository, but for the one that is named like them. */
export function basePath(repository: string): string {
  const [owner = "", name = ""] = repository.toLowerCase().split("/");
  return name === `${owner}.github.io` ? "/" : `/${name}/`;
}

/** Path of a document in the site, with its `.md`: `index.md` of README.md, `codes/index.md` of docs/codes/README.md. */
export function pageOf(file: string): string {
  return file.replace(/^docs\//, "").replace(/(?<=^|\/)README\.md$/, "index.md");
}

/** Title of a document: its first heading, without the marks of code. */
export function titleOf(file: string): string {
  const [, title] = /^# (.+)$/m.exec(readFileSync(join(ROOT, file), "utf8")) ?? [];
  if (title === undefined) throw new Error(`${file} has no heading.`);
  return title.replaceAll("`", "");
}

/**
 * Where a link of a document leads in the site: to a page, or to the file in the repository.
 * @param from the document, by path in the repository
 * @param href as it stands there
 * @throws Error where there is no such file
 */
export function targetOf(from: string, href: string): string {
  if (/^(?:[a-z][a-z+.-]*:|#|\/)/i.test(href)) return href;
  const [, path = "", anchor = ""] = /^([^#]*)(#.*)?$/.exec(href) ?? [];
  const to = posix.join(posix.dirname(from), decodeURIComponent(path)).replace(/\/$/, "");
  const index = posix.join(to, "README.md");
  const page = [to, index].find((file) => PAGES.includes(file));
  if (page !== undefined) return `/${pageOf(page).replace(/(?<=^|\/)index\.md$/, "")}${anchor}`;
  if (!existsSync(join(ROOT, to))) throw new Error(`${from}: ${href} leads nowhere.`);
  const kind = statSync(join(ROOT, to)).isDirectory() ? "tree" : "blob";
  return `${PUBLISHER.url}/${kind}/main/${encodeURI(to)}${anchor}`;
}

/** Anchor of a heading, as GitHub makes it. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}
