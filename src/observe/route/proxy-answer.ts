/** A proxy, and what it answers to the request for a connection. */

/** A proxy; its credentials are never part of a message. */
export interface Proxy {
  /** `socks5h` differs from `socks5` in who resolves names, which is decided before a connection is made. */
  readonly scheme: "socks5" | "socks5h" | "http";
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
}

/** What a proxy made of a request: the way is open, the target is at fault, or the proxy itself. */
export type ProxyAnswer =
  | { readonly outcome: "connected" }
  | {
      readonly outcome: "refused" | "timeout" | "unreachable" | "proxy-failed";
      readonly code: string;
      readonly detail: string;
    };

/** The proxy itself is at fault. */
export function proxyFailed(code: string, detail: string): ProxyAnswer {
  return { outcome: "proxy-failed", code, detail };
}
