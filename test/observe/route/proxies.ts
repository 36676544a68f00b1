/** Proxies on loopback: one that works, with ways of its own, and one that says to the octet what it is told to. */
import { connect, type Socket } from "node:net";
import type { TestContext } from "node:test";
import { proxyRoute } from "../../../src/observe/route/proxy.ts";
import type { Proxy } from "../../../src/observe/route/proxy-answer.ts";
import type { Route } from "../../../src/observe/route/route.ts";
import { listen, startRawServer, type RawServer, type Script } from "../../support/tcp/raw-server.ts";

export type Scheme = "socks5" | "http";

/** Place of a target as the client asked for it. */
interface Asked {
  readonly address: string;
  readonly port: number;
}

export interface WorkingProxy extends RawServer {
  /** `address:port` of every connection that was asked for, in order. */
  readonly asked: readonly string[];
  readonly route: Route;
}

export interface Ways {
  /** Says that it is connected before it is. */
  readonly early?: true;
  /** Said behind that in place of the server's words, to everybody. */
  readonly page?: string;
  /** Hangs up without a word where it is not connected, as `ssh -D` does. */
  readonly wordless?: true;
  /** Ports that its rules let through; all, if left out. */
  readonly ports?: readonly number[];
  /** Cuts its first so many connections when the client says this. */
  readonly cut?: { readonly at: RegExp; readonly connections?: number; readonly thenGone?: true };
}

/** How each protocol says what became of a request. */
const SAYS = {
  socks5: {
    connected: "\x05\0\0\x01\0\0\0\0\0\0",
    failed: "\x05\x05\0\x01\0\0\0\0\0\0",
    forbidden: "\x05\x02\0\x01\0\0\0\0\0\0",
  },
  http: {
    connected: "HTTP/1.1 200 Connection established\r\n\r\n",
    failed: "HTTP/1.1 502 Bad Gateway\r\n\r\nConnection refused",
    forbidden: "HTTP/1.1 403 Forbidden\r\n\r\n",
  },
} as const;

/** Starts a proxy that does its work, in its own way. */
export async function startProxy(
  t: TestContext,
  scheme: Scheme,
  ways: Ways = {},
  host = "127.0.0.1",
): Promise<WorkingProxy> {
  const asked: string[] = [];
  const serve = async (socket: Socket, number: number, server: RawServer): Promise<void> => {
    const place = await (scheme === "http" ? readConnect(socket) : readSocks5(socket));
    if (place === undefined) return;
    asked.push(`${place.address}:${String(place.port)}`);
    const say = (what: keyof (typeof SAYS)["http"]): boolean => socket.write(SAYS[scheme][what], "latin1");
    const hangUp = (what: "failed" | "forbidden"): void => {
      if (ways.wordless !== true && ways.early !== true) say(what);
      socket.end();
    };
    if (ways.ports?.includes(place.port) === false) {
      if (ways.wordless !== true) say("forbidden");
      socket.end();
      return;
    }
    if (ways.early === true) say("connected");
    if (ways.page !== undefined) {
      socket.end(ways.page);
      return;
    }
    const target = connect({ host: place.address, port: place.port });
    target.on("error", () => hangUp("failed"));
    socket.on("close", () => target.destroy());
    target.once("connect", () => {
      if (ways.early !== true) say("connected");
      const cut = number <= (ways.cut?.connections ?? Infinity) ? ways.cut : undefined;
      socket.on("data", (chunk: Buffer) => {
        if (cut?.at.test(chunk.toString("latin1")) !== true) return void target.write(chunk);
        socket.destroy();
        if (cut.thenGone === true) void server.close();
      });
      target.on("data", (chunk: Buffer) => socket.write(chunk));
      target.on("end", () => socket.end());
    });
  };
  const server = await listen({ host }, (socket, number, raw) => void serve(socket, number, raw));
  t.after(() => (server.closing.aborted ? undefined : server.close()));
  const route = proxyRoute({ scheme, host, port: server.port });
  return Object.assign(server, { asked, route });
}

/** A route through a proxy that plays a script to every connection, or to the n-th the n-th. */
export async function scriptedProxy(
  t: TestContext,
  proxy: Pick<Proxy, "scheme" | "username" | "password">,
  ...scripts: readonly [Script, ...Script[]]
): Promise<Route & { readonly server: RawServer }> {
  const server = await startRawServer({ host: "127.0.0.1" }, ...scripts);
  t.after(() => server.close());
  return { ...proxyRoute({ ...proxy, host: "127.0.0.1", port: server.port }), server };
}

/** Next octets of a client; undefined where it hangs up. */
function next(socket: Socket): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    socket.once("data", resolve);
    socket.once("close", () => resolve(undefined));
  });
}

/** A request in one packet each, as this client sends it. */
async function readSocks5(socket: Socket): Promise<Asked | undefined> {
  if ((await next(socket)) === undefined) return undefined;
  socket.write(Buffer.from([5, 0]));
  const request = await next(socket);
  if (request === undefined) return undefined;
  const port = request.readUInt16BE(request.length - 2);
  const octets = request.subarray(4, -2);
  if (request[3] === 1) return { address: octets.join("."), port };
  if (request[3] === 3) return { address: octets.subarray(1).toString("latin1"), port };
  const groups = Array.from({ length: 8 }, (_, index) => octets.readUInt16BE(index * 2).toString(16));
  return { address: groups.join(":"), port };
}

async function readConnect(socket: Socket): Promise<Asked | undefined> {
  const request = (await next(socket))?.toString("latin1") ?? "";
  const match = /^CONNECT \[?([^\s\]]+)\]?:(\d+) HTTP\/1\.1\r\nHost: /.exec(request);
  return match === null ? undefined : { address: match[1] ?? "", port: Number(match[2]) };
}
