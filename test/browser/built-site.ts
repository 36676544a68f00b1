/** The documents as a site: built in a folder of its own, and served as GitHub's Pages serve it. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import { basePath } from "../../.github/scripts/site/pages.ts";
import { PUBLISHER } from "../../.github/scripts/release/publisher.ts";
import { ROOT } from "../support/run/locations.ts";

export const BASE = basePath(PUBLISHER.repository);

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".png": "image/png",
};

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

export class Site implements AsyncDisposable {
  readonly folder: string;
  /** What the build printed. */
  readonly said: string;
  readonly #server: Server;

  private constructor(folder: string, said: string, server: Server) {
    this.folder = folder;
    this.said = said;
    this.#server = server;
  }

  /** @throws Error where the build fails, with what it printed */
  static async start(): Promise<Site> {
    const folder = mkdtempSync(join(tmpdir(), "mx-gate-site-"));
    const vitepress = join(ROOT, "node_modules/vitepress/bin/vitepress.js");
    const child = spawn(process.execPath, [vitepress, "build", "docs", "--outDir", folder], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    if (status !== 0) throw new Error(`The site was not built:\n${stdout}${stderr}`);
    const server = createServer(({ url = "" }, response) => {
      const { pathname } = new URL(url, "http://site");
      const path = Site.#fileOf(folder, decodeURIComponent(pathname));
      response.writeHead(path === undefined ? 404 : 200, { "content-type": TYPES[extname(path ?? ".html")] });
      response.end(readFileSync(path ?? join(folder, "404.html")));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new Site(folder, stdout + stderr, server);
  }

  /** The file behind a path, with `.html` or `index.html` where the path leaves them out. */
  static #fileOf(folder: string, pathname: string): string | undefined {
    if (!pathname.startsWith(BASE)) return undefined;
    const path = join(folder, pathname.slice(BASE.length));
    return [path, `${path}.html`, join(path, "index.html")].find(isFile);
  }

  fileOf(pathname: string): string | undefined {
    return Site.#fileOf(this.folder, pathname);
  }

  get origin(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}`;
  }

  /** Address of a page by its path in the site. */
  addressOf(page: string): string {
    return `${this.origin}${BASE}${page}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    rmSync(this.folder, { recursive: true });
  }
}
