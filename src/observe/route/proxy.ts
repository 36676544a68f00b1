/** Routes through a proxy: the connection to it, and what its answers mean for the target. */
import { hostPort } from "../../text/address.ts";
import { PROXY_HABIT_WAIT } from "../bounds.ts";
import { HUNG_UP, type ConnectStep } from "../observation.ts";
import { directRoute, type Destination, type DialOptions, type Dialled, type Route } from "./route.ts";
import { requestConnect } from "./http-connect.ts";
import type { Proxy } from "./proxy-answer.ts";
import { ProxyReader } from "./proxy-reader.ts";
import { requestSocks5 } from "./socks5.ts";
import { round } from "../../system/clock.ts";
import { startDeadline } from "../../system/deadline.ts";

/**
 * Where no connection can be made from anywhere: TCP is never spoken to a broadcast address (RFC 1122 4.2.3.10), and
 * the port is the target's, so that a proxy's rules for ports make no difference. It shows what a proxy does about a
 * target that it cannot reach: it says so; or it has said "connected" before it knew; or it hangs up without a word,
 * as `ssh -D` does; or it is silent, and then it is so to everybody.
 */
const NOWHERE = "255.255.255.255";
type Habit = "tells" | "answers-early" | "hangs-up" | "silent";

/** Code of a request that the proxy never answered, whatever the target. */
const SILENT = "NO_ANSWER";

/** `socks5://127.0.0.1:1080`, without credentials. */
export function describeProxy({ scheme, host, port }: Proxy): string {
  return `${scheme}://${hostPort(host, port)}`;
}

/** A route through the proxy, for every connection of a run. */
export function proxyRoute(proxy: Proxy): Route {
  // Once per run and port: a proxy does not change its ways.
  const habits = new Map<number, Promise<Habit | undefined>>();
  const habitOf = async (port: number, options: DialOptions): Promise<Habit> => {
    for (;;) {
      const asking = habits.get(port) ?? askHabit(proxy, port, options);
      habits.set(port, asking);
      const habit = await asking;
      if (habit !== undefined) return habit;
      // Whoever asked was interrupted; that need not end the others.
      if (habits.get(port) === asking) habits.delete(port);
      if (options.signal.aborted) return "tells";
    }
  };
  return {
    description: describeProxy(proxy),
    kind: "proxy",
    async dial(destination, options) {
      const dialled = await dialThrough(proxy, destination, options);
      const { step } = dialled;
      if (step.code === HUNG_UP && (await habitOf(destination.port, options)) === "hangs-up") {
        const detail = "the proxy hung up, as it does where the target refuses or cannot be reached";
        return { step: { ...step, outcome: "unreachable", detail } };
      }
      // Without a code it is our patience that ended, and not the proxy's.
      const unanswered = step.outcome === "timeout" && step.code === undefined;
      if (unanswered && (await habitOf(destination.port, options)) === "silent")
        return { step: { ...silence(), seconds: step.seconds } };
      return dialled;
    },
    answersEarly: async (port, options) => (await habitOf(port, options)) === "answers-early",
  };
}

/** Undefined where the run ends before it is known. */
async function askHabit(proxy: Proxy, port: number, options: DialOptions): Promise<Habit | undefined> {
  const timeout = Math.min(PROXY_HABIT_WAIT, options.timeout);
  const nowhere = { host: NOWHERE, address: NOWHERE, port };
  const { step, socket } = await dialThrough(proxy, nowhere, { ...options, timeout });
  socket?.on("error", () => undefined);
  socket?.destroy();
  if (step.outcome === "aborted") return undefined;
  if (step.outcome === "connected") return "answers-early";
  if (step.outcome === "timeout" || step.code === SILENT) return "silent";
  return step.code === HUNG_UP ? "hangs-up" : "tells";
}

function silence(): Omit<ConnectStep, "seconds"> {
  return { outcome: "proxy-failed", code: SILENT, detail: "it does not answer in time" };
}

async function dialThrough(proxy: Proxy, destination: Destination, options: DialOptions): Promise<Dialled> {
  const { clock } = options;
  const started = clock.monotonic();
  const took = (): number => round(Math.max(0, clock.monotonic() - started));
  const reached = await directRoute.dial(
    { host: proxy.host, address: proxy.host, port: proxy.port },
    options,
  );
  const { socket } = reached;
  if (socket === undefined) return { step: { ...gone(reached.step), seconds: took() } };
  const { promise: ended, resolve: end } = Promise.withResolvers<"timeout" | "aborted">();
  const left = Math.max(0, options.timeout - (clock.monotonic() - started));
  const deadline = startDeadline(left, options, end);
  const reader = new ProxyReader(socket);
  try {
    const request = proxy.scheme === "http" ? requestConnect : requestSocks5;
    const answer = await Promise.race([request(reader, proxy, destination), ended]);
    if (answer === "timeout" || answer === "aborted") {
      socket.destroy();
      // Before it was asked for the connection, the target had no part in it.
      const late = answer === "timeout" && !reader.asked;
      return { step: { ...(late ? silence() : { outcome: answer }), seconds: took() } };
    }
    if (answer.outcome !== "connected") {
      socket.destroy();
      return { step: { ...answer, seconds: took() } };
    }
    reader.release();
    const { localAddress } = socket;
    return { step: { outcome: "connected", seconds: took(), localAddress }, socket };
  } finally {
    deadline.end();
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
