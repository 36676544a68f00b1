/** Routes through a proxy: the connection to it, and what its answers mean for the target. */
import net from "node:net";
import type { ConnectStep } from "../observation.ts";
import { round } from "../smtp/session.ts";
import { directRoute, type Destination, type DialOptions, type Dialled, type Route } from "./route.ts";
import { requestConnect } from "./http-connect.ts";
import { ProxyReader } from "./proxy-reader.ts";
import { requestSocks5 } from "./socks5.ts";

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

/** Code of an answer that never came: the proxy took the request and hung up. */
export const HUNG_UP = "HUNG_UP";

/**
 * Where nothing listens on any machine: shows what a proxy does about a target that it cannot reach. It says so;
 * or it has said "connected" before it knew; or it hangs up without a word, as `ssh -D` does.
 */
const NOWHERE: Destination = { host: "127.0.0.1", address: "127.0.0.1", port: 1 };
type Habit = "tells" | "answers-early" | "hangs-up";

/** `socks5://127.0.0.1:1080`, without credentials. */
export function describeProxy({ scheme, host, port }: Proxy): string {
  return `${scheme}://${net.isIPv6(host) ? `[${host}]` : host}:${String(port)}`;
}

/** A route through the proxy, for every connection of a run. */
export function proxyRoute(proxy: Proxy): Route {
  let habit: Promise<Habit> | undefined;
  const habitOf = (options: DialOptions): Promise<Habit> => {
    // Once per run: a proxy does not change its ways.
    habit ??= dialThrough(proxy, NOWHERE, options).then(({ step, socket }) => {
      socket?.destroy();
      if (step.outcome === "aborted") habit = undefined;
      if (step.outcome === "connected") return "answers-early";
      return step.code === HUNG_UP ? "hangs-up" : "tells";
    });
    return habit;
  };
  return {
    description: describeProxy(proxy),
    kind: "proxy",
    async dial(destination, options) {
      const dialled = await dialThrough(proxy, destination, options);
      if (dialled.step.code !== HUNG_UP || (await habitOf(options)) !== "hangs-up") return dialled;
      const detail = "the proxy hung up, as it does where the target refuses or cannot be reached";
      return { step: { ...dialled.step, outcome: "unreachable", detail } };
    },
    answersEarly: async (options) => (await habitOf(options)) === "answers-early",
  };
}

async function dialThrough(proxy: Proxy, destination: Destination, options: DialOptions): Promise<Dialled> {
  const { clock, signal } = options;
  const started = clock.monotonic();
  const took = (): number => round(Math.max(0, clock.monotonic() - started));
  const reached = await directRoute.dial(
    { host: proxy.host, address: proxy.host, port: proxy.port },
    options,
  );
  const { socket } = reached;
  if (socket === undefined) return { step: { ...gone(reached.step), seconds: took() } };
  const { promise: ended, resolve: end } = Promise.withResolvers<"timeout" | "aborted">();
  const onAbort = (): void => end("aborted");
  const left = Math.max(0, options.timeout - (clock.monotonic() - started));
  const timer = setTimeout(() => end("timeout"), left * 1000);
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) end("aborted");
  const reader = new ProxyReader(socket);
  try {
    const request = proxy.scheme === "http" ? requestConnect : requestSocks5;
    const answer = await Promise.race([request(reader, proxy, destination), ended]);
    if (answer === "timeout" || answer === "aborted") {
      socket.destroy();
      return { step: { outcome: answer, seconds: took() } };
    }
    if (answer.outcome !== "connected") {
      socket.destroy();
      return { step: { ...answer, seconds: took() } };
    }
    reader.release();
    const { localAddress } = socket;
    return { step: { outcome: "connected", seconds: took(), localAddress }, socket };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}

/** The proxy itself could not be reached. */
function gone({ outcome, code }: ConnectStep): Omit<ConnectStep, "seconds"> {
  if (outcome === "aborted" || outcome === "local-limit") {
    return { outcome, ...(code !== undefined && { code }) };
  }
  const detail = outcome === "timeout" ? "it does not answer" : "it cannot be reached";
  return { outcome: "proxy-failed", code: code ?? outcome.toUpperCase(), detail };
}
