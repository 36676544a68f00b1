/** What OpenSSL says of many served chains, asked through handshakes as a run makes them, with one server for all. */
import { once } from "node:events";
import { createSecureContext, createServer, type SecureContext } from "node:tls";
import { createTlsContexts } from "../../../src/observe/tls/contexts.ts";
import type { Handshake } from "../../../src/observe/tls/handshake.ts";
import { dial, shake } from "../tls/tls-server.ts";
import type { ChainCase } from "./chains/chain-case.ts";

export interface OpensslOracle {
  /** Shakes hands with a server of this chain. */
  ask(chain: Pick<ChainCase, "served" | "anchors">): Promise<Handshake>;
  close(): Promise<void>;
}

/** Starts the server. Weak keys and hashes are not refused. */
export async function startOracle(): Promise<OpensslOracle> {
  const contexts = new Map<string, SecureContext>();
  const server = createServer({ SNICallback: (host, done) => done(null, contexts.get(host)) });
  server.on("secureConnection", (socket) => socket.on("error", () => undefined));
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  let asked = 0;
  return {
    async ask({ served: [leaf, ...others], anchors }) {
      const serverName = `case-${String(asked)}.test`;
      asked += 1;
      contexts.set(
        serverName,
        createSecureContext({
          cert: [leaf, ...others].map(({ pem }) => pem).join(""),
          key: leaf.keyPem,
          ciphers: "DEFAULT:@SECLEVEL=0",
        }),
      );
      const verifying = createTlsContexts(() => anchors.map(({ pem }) => pem));
      const handshake = await shake(await dial(port), { serverName, context: verifying.full });
      handshake.tls?.destroy();
      contexts.delete(serverName);
      return handshake;
    },
    async close() {
      server.close();
      await once(server, "close");
    },
  };
}
