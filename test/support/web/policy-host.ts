/** A policy host on loopback: TLS, and octets exactly as told, whatever the client asks. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { createServer, type TLSSocket } from "node:tls";
import type { Issued } from "../certificates/issue.ts";

/** What a policy host says, in order. Bytes are latin1. */
export type Saying = string | { readonly pause: number } | { readonly repeat: string };

export interface PolicyHostPlan {
  /** Leaf first. */
  readonly chain: readonly Issued[];
  readonly says: readonly Saying[];
  /** TLS 1.1 at most. */
  readonly old?: true;
}

export interface PolicyHost {
  readonly port: number;
  /** What was asked, connection by connection. */
  readonly heard: readonly string[];
  close(): Promise<void>;
}

/** A whole response with a policy, or with something else in its place. */
export function response(
  body: string,
  {
    status = 200,
    headers = ["content-type: text/plain"],
  }: { status?: number; headers?: readonly string[] } = {},
): string {
  const head = [`HTTP/1.1 ${String(status)} Said`, ...headers, `content-length: ${String(body.length)}`];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

/** Starts it. It closes each connection when it has said all. */
export async function startPolicyHost({ chain, says, old }: PolicyHostPlan): Promise<PolicyHost> {
  const heard: string[] = [];
  const open = new Set<TLSSocket>();
  const server = createServer(
    {
      cert: chain.map(({ pem }) => pem).join(""),
      key: chain[0]?.keyPem,
      ...(old && { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" }),
    },
    (socket) => {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => open.delete(socket));
      let asked = "";
      socket.on("data", (octets: Buffer) => {
        asked += octets.toString("latin1");
        if (!asked.includes("\r\n\r\n")) return;
        heard.push(asked);
        asked = "";
        void say(socket, says);
      });
    },
  );
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** Resolves when more may be written, or never will be; leaves no listener behind. */
async function drained(socket: TLSSocket): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(socket, "drain", { signal }), once(socket, "close", { signal })]);
  over.abort();
}

async function say(socket: TLSSocket, says: readonly Saying[]): Promise<void> {
  for (const saying of says) {
    if (socket.destroyed) return;
    if (typeof saying === "string") socket.write(saying, "latin1");
    else if ("pause" in saying) await pause(saying.pause * 1000, undefined, { ref: false });
    else
      while (!socket.destroyed) {
        if (!socket.write(saying.repeat, "latin1")) await drained(socket);
      }
  }
  socket.end();
}
