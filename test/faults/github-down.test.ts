/** GitHub's API down, slow, refusing or hostile: there is no comment, which is told, and the gate stands. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { openDoors } from "../support/run/doors.ts";
import { filesBelow, readReport, runAction, type FinishedAction } from "../support/run/product.ts";
import { newFolder } from "../support/run/folders.ts";

const TOKEN = "ghs_0123456789";

const doors = openDoors();

let lab: Lab;
before(async () => {
  lab = await startLab({ only: ["healthy.test", "expired.test"] });
});
after(() => lab.close());

type Serve = (request: IncomingMessage, response: ServerResponse, port: number) => void;

interface Played {
  readonly done: FinishedAction;
  readonly requests: readonly string[];
}

/** Lets the 20 seconds that a comment may take be over at once; every other timer runs as it is set. */
const HASTY = `
  const { setTimeout: timer } = globalThis;
  globalThis.setTimeout = (run, time, ...words) => timer(run, time === 20_000 ? 500 : time, ...words);
`;

/** Runs the Action on a pull request, with an API that serves like that. */
async function withApi(
  serve: Serve,
  domains = "healthy.test",
  url?: string,
  env: Readonly<Record<string, string>> = {},
  preload?: string,
): Promise<Played> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ""} ${request.url ?? ""} ${request.headers.authorization ?? "-"}`);
    response.on("error", () => undefined);
    serve(request, response, (server.address() as AddressInfo).port);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const event = join(newFolder(), "event.json");
  writeFileSync(event, JSON.stringify({ pull_request: { number: 7, head: { sha: "0123456789" } } }));
  try {
    const inputs = { ...lab.settings, domains, "comment-summary-in-pr": "always", "github-token": TOKEN };
    const variables = {
      GITHUB_EVENT_NAME: "pull_request",
      GITHUB_EVENT_PATH: event,
      GITHUB_API_URL: url ?? `http://127.0.0.1:${String(port)}`,
      ...env,
    };
    const done = await (preload === undefined
      ? doors.runAction(inputs, { env: variables })
      : runAction(inputs, { env: variables, preload }));
    return { done, requests };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const html =
  (status: number): Serve =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "text/html" });
    response.end("<html><body><h1>Unicorn!</h1>\n::error::forged\n</body></html>");
  };
const json =
  (status: number, message: string, headers: Record<string, string> = {}): Serve =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ message }));
  };

/** Sends octets as fast as they are taken, for ever. */
const endless: Serve = (_request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write("[");
  const piece = Buffer.alloc(65_536, " ");
  const more = (): void => {
    while (!response.destroyed) if (!response.write(piece)) break;
  };
  response.on("drain", more);
  more();
};

describe("the gate stands, the comment is missed, and the run ends", () => {
  const cases: readonly { name: string; serve: Serve; says: RegExp; preload?: string }[] = [
    { name: "500", serve: json(500, "Server Error"), says: /cannot be used right now/ },
    { name: "502 with a page", serve: html(502), says: /cannot be used right now/ },
    { name: "503 with a page", serve: html(503), says: /cannot be used right now/ },
    { name: "200 with a page", serve: html(200), says: /cannot be used right now/ },
    { name: "401", serve: json(401, "Bad credentials"), says: /does not accept the token \(HTTP 401\)/ },
    { name: "404", serve: json(404, "Not Found"), says: /may not do that \(HTTP 404\)/ },
    {
      name: "403 of a fork",
      serve: json(403, "Resource not accessible by integration"),
      says: /may not do that \(HTTP 403\)/,
    },
    {
      name: "403 rate limit with retry-after: it is not waited for",
      serve: json(403, "You have exceeded a secondary rate limit", { "retry-after": "3600" }),
      says: /asks to slow down \(HTTP 403\)/,
    },
    {
      name: "429",
      serve: json(429, "Too many requests", { "retry-after": "3600" }),
      says: /asks to slow down \(HTTP 429\)/,
    },
    {
      name: "a message with commands in it",
      serve: json(422, "x\n::error::forged\n##[error]forged"),
      says: /refused \(HTTP 422/,
    },
    {
      name: "redirects in a circle",
      serve: (request, response, port) => {
        response.writeHead(302, { location: `http://127.0.0.1:${String(port)}${request.url ?? "/"}` });
        response.end();
      },
      says: /cannot be used right now/,
    },
    {
      name: "a connection that is cut",
      serve: (request) => request.socket.destroy(),
      says: /cannot be used right now/,
    },
    ...["[null]", "[5]", '[{"id":{}}]', '[{"id":1,"body":[],"user":7}]', '{"length":1}', '"[]"'].map(
      (body) => ({
        name: `comments that are ${body}`,
        serve: ((request, response) => {
          response.writeHead(request.method === "POST" ? 500 : 200, { "content-type": "application/json" });
          response.end(body);
        }) satisfies Serve,
        says: /cannot be used right now/,
      }),
    ),
    { name: "an answer that never ends", serve: endless, says: /cannot be used right now/ },
    {
      name: "an answer that never comes",
      serve: () => undefined,
      says: /did not answer within 20 s/,
      preload: HASTY,
    },
    {
      name: "one octet a second",
      serve: (_request, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        const timer = setInterval(() => response.write(" "), 1000);
        response.on("close", () => clearInterval(timer));
      },
      says: /did not answer within 20 s/,
      preload: HASTY,
    },
    {
      name: "pages without end",
      serve: (_request, response) => {
        const comments = Array.from({ length: 100 }, (_, id) => ({ id, body: "", user: null }));
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify(comments));
      },
      says: /did not answer within 20 s/,
      preload: HASTY,
    },
  ];
  for (const { name, serve, says, preload } of cases) {
    test(name, async () => {
      const { done } = await withApi(serve, undefined, undefined, undefined, preload);
      assert.doesNotMatch(done.stdout + done.stderr, /this is a bug|\n {4}at /);
      assert.equal(done.status, 0, done.stdout + done.stderr);
      assert.match(
        done.stdout,
        /^::warning title=Mail gate%3A no comment::There is no comment on the pull request\. /m,
      );
      assert.match(done.stdout, says);
      assert.doesNotMatch(done.stdout, /^\s*::error|^##\[error/m);
      assert.deepEqual([done.outputs["gate"], readReport(done.folder).gate], ["open", "open"]);
      assert.ok(!done.stdout.replace(/^.*\n/, "").includes(TOKEN));
    });
  }

  test("a closed gate stays closed where the API is down", async () => {
    const { done } = await withApi(html(502), "expired.test");
    assert.deepEqual([done.status, done.outputs["gate"]], [1, "closed"]);
  });

  for (const [name, url] of [
    ["nobody listens", "http://127.0.0.1:9"],
    ["its name does not resolve", "http://nowhere.invalid"],
  ] as const) {
    test(name, async () => {
      const { done } = await withApi(() => undefined, "healthy.test", url);
      assert.doesNotMatch(done.stdout + done.stderr, /this is a bug|\n {4}at /);
      assert.equal(done.status, 0, done.stdout + done.stderr);
      assert.match(
        done.stdout,
        /no comment::There is no comment on the pull request\. GitHub's API cannot be used/,
      );
    });
  }
});

test("the password of the environment's proxy is not told where it fails", async () => {
  const { done } = await withApi(() => undefined, "healthy.test", "http://nowhere.invalid", {
    http_proxy: "http://user:s3cret@127.0.0.1:9",
  });
  assert.deepEqual([done.status, done.outputs["gate"]], [0, "open"]);
  assert.match(done.stdout, /There is no comment on the pull request\. GitHub's API cannot be used/);
  assert.doesNotMatch(done.stdout + done.stderr, /s3cret/);
});

describe("an address of the API that is none ends the run before anything is probed", () => {
  for (const url of [
    "api.github.example",
    "::error::forged",
    "file:///etc/passwd",
    "https://",
    "https://user:s3cret@api.github.example",
  ]) {
    test(url, async () => {
      const { done, requests } = await withApi(() => undefined, "healthy.test", url);
      assert.deepEqual([done.status, requests.length], [1, 0]);
      assert.match(
        done.stdout.replaceAll(/\s+/g, " "),
        /GITHUB_API_URL is not the URL of an API, and comment-summary-in-pr needs one\..* 1 error; nothing was probed/,
      );
      assert.doesNotMatch(done.stdout + done.stderr, /this is a bug|\n {4}at |s3cret|^::error::forged/m);
      assert.deepEqual(filesBelow(done.folder), []);
    });
  }

  test("and nobody minds where there is no comment to write", async () => {
    const inputs = { ...lab.settings, domains: "healthy.test", "comment-summary-in-pr": "never" };
    const done = await doors.runAction(inputs, { env: { GITHUB_API_URL: "nowhere" } });
    assert.deepEqual([done.status, done.outputs["gate"]], [0, "open"]);
  });
});

describe("a proxy that is none for HTTP is no bug", () => {
  for (const proxy of ["socks5://127.0.0.1:9", "ftp://user:s3cret@h", "::error::forged"]) {
    test(proxy, async () => {
      const { done, requests } = await withApi(() => undefined, "healthy.test", undefined, {
        https_proxy: proxy,
      });
      assert.deepEqual([done.status, done.outputs["gate"], requests.length], [0, "open", 0]);
      assert.match(done.stdout, /^::warning .*There is no comment: https_proxy names no HTTP proxy/m);
      assert.doesNotMatch(done.stdout + done.stderr, /s3cret|^::error|\n {4}at /m);
    });
  }
});

test("a redirect to another server does not get the token", async () => {
  const elsewhere: string[] = [];
  const other = createServer((request, response) => {
    elsewhere.push(request.headers.authorization ?? "none");
    response.end("[]");
  });
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  try {
    const { done, requests } = await withApi((_request, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${String(port)}/steal` });
      response.end();
    });
    assert.equal(done.status, 0, done.stdout);
    assert.ok(requests[0]?.endsWith(`token ${TOKEN}`), requests.join());
    assert.deepEqual([...new Set(elsewhere)], ["none"]);
  } finally {
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  }
});
