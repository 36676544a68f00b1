/** How a connection is made. */
import net from "node:net";
import dgram from "node:dgram";
import { round, type Clock } from "../../system/clock.ts";
import { startDeadline } from "../../system/deadline.ts";
import { isLocalLimit } from "../../system/local-limit.ts";
import type { ConnectStep } from "../observation.ts";
import type { Signal } from "../../system/signal.ts";

export interface Destination {
  /** Host name of the server, for routes that need it; never used for a DNS question here. */
  readonly host: string;
  readonly address: string;
  readonly port: number;
}

export interface DialOptions {
  /** Seconds for the connection to be there. */
  readonly timeout: number;
  readonly signal: Signal;
  readonly clock: Clock;
}

/** What became of a connect; the socket is there where `step.outcome` is `connected`. */
export interface Dialled {
  readonly step: ConnectStep;
  readonly socket?: net.Socket;
}

/** A way to endpoints. It never rejects: what goes wrong is a fact. */
export interface Route {
  readonly description: string;
  /** Set where connections are another machine's: servers see its address and not ours. */
  readonly kind?: "proxy";
  dial(destination: Destination, options: DialOptions): Promise<Dialled>;
  /**
   * Whether it says "connected" before it knows, as some proxies do for this port: then only what the server says
   * itself shows that it is there. Undefined where a connection is one.
   */
  answersEarly?(port: number, options: DialOptions): Promise<boolean>;
}

/** Straight from this machine. */
export const directRoute: Route = {
  description: "direct",
  dial: dialDirectly,
};

async function dialDirectly(destination: Destination, options: DialOptions): Promise<Dialled> {
  const { clock, signal } = options;
  const started = clock.monotonic();
  const took = (): number => round(Math.max(0, clock.monotonic() - started));
  if (signal.aborted) return { step: { outcome: "aborted", seconds: 0 } };
  const socket = net.connect({ host: destination.address, port: destination.port, noDelay: true });
  const ended = await new Promise<NodeJS.ErrnoException | "connected" | "timeout" | "aborted">((resolve) => {
    const settle = (value: NodeJS.ErrnoException | "connected" | "timeout" | "aborted"): void => {
      deadline.end();
      socket.removeListener("connect", onConnect);
      socket.removeListener("error", settle);
      resolve(value);
    };
    const onConnect = (): void => settle("connected");
    socket.once("connect", onConnect);
    socket.once("error", settle);
    const deadline = startDeadline(options.timeout, options, settle);
  });
  if (ended === "connected") {
    const localAddress = socket.localAddress;
    return { step: { outcome: "connected", seconds: took(), localAddress }, socket };
  }
  // An error that comes after the decision has nobody left to tell.
  socket.on("error", () => undefined);
  socket.destroy();
  if (ended === "timeout" || ended === "aborted") return { step: { outcome: ended, seconds: took() } };
  const code = ended.code ?? ended.name;
  let outcome = outcomeOf(code);
  if (outcome === "unreachable" && !(await hasRoute(destination.address))) outcome = "no-route";
  // There is a route and yet no address to connect from: every local port is in use.
  else if (code === "EADDRNOTAVAIL") outcome = "local-limit";
  return { step: { outcome, code, seconds: took() } };
}

function outcomeOf(code: string): ConnectStep["outcome"] {
  switch (code) {
    case "ECONNREFUSED":
      return "refused";
    case "ECONNRESET":
      return "reset";
    case "ETIMEDOUT":
      return "timeout";
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "EADDRNOTAVAIL":
    case "EAFNOSUPPORT":
    case "EACCES":
    case "EPERM":
    case "EHOSTDOWN":
    case "ENETDOWN":
      return "unreachable";
    default:
      return isLocalLimit(code) ? "local-limit" : "error";
  }
}

/**
 * Whether this machine has a route to the address: connecting a UDP socket asks the routing table and sends
 * nothing. Tells "no IPv6 here" from "a router on the way said unreachable". Where this machine has no socket or port
 * left to ask with, nothing speaks against the route.
 */
export function hasRoute(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dgram.createSocket(net.isIPv6(address) ? "udp6" : "udp4");
    const settle = (value: boolean): void => {
      socket.close();
      resolve(value);
    };
    // A callback of connect() would get the error in place of the event.
    socket.once("error", ({ code }: NodeJS.ErrnoException) => settle(isLocalLimit(code)));
    socket.once("connect", () => settle(true));
    socket.connect(9, address);
  });
}
