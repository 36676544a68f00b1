/** A server on loopback that speaks the calls of GitHub that the comment needs: REST, and one of GraphQL. */
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface StoredComment {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly user: { readonly login: string; readonly type: "Bot" | "User" };
}

export interface PullRequest {
  readonly number: number;
  readonly state: "open" | "closed";
  readonly head: { readonly sha: string };
}

export interface GithubApi {
  readonly url: string;
  readonly comments: StoredComment[];
  /** `METHOD path?query` of each request, in order. */
  readonly asked: string[];
  /** Values of the Authorization header that came in. */
  readonly authorisations: Set<string>;
  close(): Promise<void>;
}

export interface GithubApiOptions {
  readonly comments?: readonly StoredComment[];
  readonly pulls?: readonly PullRequest[];
  /** What every request whose method is named is answered with, instead. */
  readonly refuse?: {
    readonly methods: readonly string[];
    readonly status: number;
    readonly message: string;
  };
  /** Takes requests and never answers. */
  readonly silent?: boolean;
  /** Owner of the token; without, it is a workflow's own. */
  readonly self?: string;
  /** What tells the token's owner; without, GraphQL does, and REST for a person's token. */
  readonly identity?: "REST" | "none";
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const text = (await request.setEncoding("utf8").toArray()).join("");
  if (text === "") return "";
  const json: unknown = JSON.parse(text);
  const body = typeof json === "object" && json !== null && "body" in json ? json.body : undefined;
  return typeof body === "string" ? body : "";
}

/** Starts the server on a free port of loopback. */
export async function startGithubApi(options: GithubApiOptions = {}): Promise<GithubApi> {
  const { pulls = [], refuse, silent = false, self, identity } = options;
  const comments = (options.comments ?? []).map((comment) => ({ ...comment }));
  const asked: string[] = [];
  const authorisations = new Set<string>();
  const answer = (response: ServerResponse, status: number, value: unknown, link?: string): void => {
    response.writeHead(status, {
      "content-type": "application/json",
      ...(link === undefined ? {} : { link }),
    });
    response.end(JSON.stringify(value));
  };

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = "", url = "" } = request;
    asked.push(`${method} ${url}`);
    authorisations.add(request.headers.authorization ?? "");
    if (silent) return;
    if (method === "POST" && url === "/graphql" && identity === undefined) {
      answer(response, 200, { data: { viewer: { login: self ?? BOT.login } } });
      return;
    }
    if (refuse?.methods.includes(method) === true) {
      answer(response, refuse.status, { message: refuse.message });
      return;
    }
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const ofIssue = /^\/repos\/octo\/mail\/issues\/(\d+)\/comments$/.exec(pathname)?.[1];
    const one = /^\/repos\/octo\/mail\/issues\/comments\/(\d+)$/.exec(pathname)?.[1];
    if (method === "GET" && ofIssue !== undefined) {
      const page = Number(searchParams.get("page") ?? "1");
      const size = Number(searchParams.get("per_page") ?? "30");
      const all = comments.filter(({ issue }) => issue === Number(ofIssue));
      const next = page * size < all.length;
      const here = `http://${request.headers.host ?? ""}${pathname}?per_page=${size}&page=${page + 1}`;
      answer(
        response,
        200,
        all.slice((page - 1) * size, page * size),
        next ? `<${here}>; rel="next"` : undefined,
      );
    } else if (method === "POST" && ofIssue !== undefined) {
      const user = self === undefined ? BOT : { login: self, type: "User" as const };
      const comment = {
        id: comments.length + 1000,
        issue: Number(ofIssue),
        body: await bodyOf(request),
        user,
      };
      if (comment.body.length > 65_536) answer(response, 422, { message: "Body is too long" });
      else {
        comments.push(comment);
        answer(response, 201, comment);
      }
    } else if (method === "PATCH" && one !== undefined) {
      const comment = comments.find(({ id }) => id === Number(one));
      if (comment === undefined) answer(response, 404, { message: "Not Found" });
      else {
        comment.body = await bodyOf(request);
        answer(response, 200, comment);
      }
    } else if (method === "GET" && /^\/repos\/octo\/mail\/commits\/[0-9a-f]+\/pulls$/.test(pathname)) {
      answer(response, 200, pulls);
    } else if (method === "GET" && pathname === "/user" && self !== undefined && identity !== "none") {
      answer(response, 200, { login: self });
    } else answer(response, 403, { message: "Resource not accessible by integration" });
  };

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      answer(response, 500, { message: String(error) });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    comments,
    asked,
    authorisations,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Who comments with a workflow's own token. */
export const BOT = { login: "github-actions[bot]", type: "Bot" } as const;
