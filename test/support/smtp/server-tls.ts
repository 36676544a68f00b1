/** The TLS side of a scripted server. */
import type { Socket } from "node:net";
import { TLSSocket, createSecureContext } from "node:tls";
import type { SecureContext, SecureVersion } from "node:tls";
import type { Issued } from "../certificates/issue.ts";

export interface ServerTls {
  /** Leaf first, as it is to be served. */
  chain: readonly [Issued, ...Issued[]];
  /** Served to those who name no server (no SNI), where that makes a difference. */
  chainWithoutName?: readonly [Issued, ...Issued[]];
  /** Served to those who name one of these servers, in place of `chain`. */
  chainByName?: Readonly<Record<string, readonly [Issued, ...Issued[]]>>;
  /** TLSv1.2 where absent. */
  minVersion?: SecureVersion;
  maxVersion?: SecureVersion;
  /** OpenSSL cipher list; TLS 1.0 and 1.1 need `DEFAULT@SECLEVEL=0`. */
  ciphers?: string;
}

/** Made once for all connections of a server. */
export interface Contexts {
  named: SecureContext;
  byName: ReadonlyMap<string, SecureContext>;
  unnamed: SecureContext;
}

export function contextsOf(tls: ServerTls): Contexts {
  const contextOf = (chain: ServerTls["chain"]): SecureContext =>
    createSecureContext({
      cert: chain.map((link) => link.pem).join(""),
      key: chain[0].keyPem,
      minVersion: tls.minVersion ?? "TLSv1.2",
      ...(tls.maxVersion === undefined ? {} : { maxVersion: tls.maxVersion }),
      ...(tls.ciphers === undefined ? {} : { ciphers: tls.ciphers }),
    });
  const named = contextOf(tls.chain);
  const byName = Object.entries(tls.chainByName ?? {}).map(
    ([name, chain]) => [name, contextOf(chain)] as const,
  );
  return {
    named,
    byName: new Map(byName),
    unnamed: tls.chainWithoutName === undefined ? named : contextOf(tls.chainWithoutName),
  };
}

/**
 * Puts TLS over a connection, as its server.
 * @returns the secured socket, or the TLS library's or system's code where the handshake failed.
 */
export function secure(socket: Socket, contexts: Contexts): Promise<TLSSocket | string> {
  const secured = new TLSSocket(socket, {
    isServer: true,
    secureContext: contexts.unnamed,
    SNICallback: (name, done) => {
      done(null, contexts.byName.get(name) ?? contexts.named);
    },
  });
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      resolve(error.code ?? error.message);
      secured.destroy();
    };
    secured.on("error", failed);
    secured.on("_tlsError", failed);
    secured.once("close", () => {
      resolve("closed");
    });
    secured.once("secure", () => {
      resolve(secured);
    });
  });
}
