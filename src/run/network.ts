/** How a run reaches the world: its route, and who answers its DNS questions. */
import type { DnsServerAddress } from "../config/addresses.ts";
import type { Settings } from "../config/settings.ts";
import type { Host } from "../host.ts";
import { ASIDE_PER_SLOT, MAX_NAME_SERVERS, QUESTIONS_IN_FLIGHT } from "../observe/bounds.ts";
import { createAuthoritativeResolver } from "../observe/dns/authoritative.ts";
import type { DnsDial } from "../observe/dns/conversation.ts";
import { withDnssec, withoutDnssec } from "../observe/dns/dnssec.ts";
import { createHttpsResolver } from "../observe/dns/https.ts";
import { DNS_PORT, systemServers, type NameServer } from "../observe/dns/name-server.ts";
import { memoised, type Resolver } from "../observe/dns/resolver.ts";
import { createStubResolver } from "../observe/dns/stub-resolver.ts";
import { proxyRoute } from "../observe/route/proxy.ts";
import { directRoute, type Route } from "../observe/route/route.ts";
import type { TrustStores } from "../observe/trust/stores.ts";
import type { Signal } from "../system/signal.ts";

/** Files kept free for what is no connection: trust stores, reports, a look at the routing table. */
const FILES_KEPT = 16;
/** Sockets that one question may take: UDP, and TCP after it. */
const SOCKETS_OF_A_QUESTION = 2;

/** How much may be under way at once. */
export interface Room {
  readonly connections: number;
  /** Connections to slow servers beside those, which stand aside. */
  readonly aside: number;
  readonly questions: number;
}

/**
 * Room within the limit of open files: half of it for connections to servers, half for DNS. Less at once takes longer;
 * running out of files would leave endpoints untested.
 */
export function roomFor(
  { concurrency, "dns-server": chosen }: Pick<Settings, "concurrency" | "dns-server">,
  filesLeft: number | undefined,
): Room {
  const half = filesLeft === undefined ? Infinity : Math.floor((filesLeft - FILES_KEPT) / 2);
  const asked = chosen.some((server) => "authoritative" in server) ? MAX_NAME_SERVERS : 1;
  const connections = Math.max(1, Math.min(concurrency, half));
  return {
    connections,
    aside: Math.max(0, Math.min(concurrency * ASIDE_PER_SLOT, half - connections)),
    questions: Math.max(1, Math.min(QUESTIONS_IN_FLIGHT, Math.floor(half / SOCKETS_OF_A_QUESTION / asked))),
  };
}

export interface Network {
  readonly route: Route;
  /** A new one for every round: it remembers answers, and failures as well. */
  readonly createResolver: (signal: Signal) => Resolver;
}

type Chosen = Pick<Settings, "proxy" | "dns-server" | "timeout" | "allow-private-addresses">;

/**
 * Puts the network of a run together.
 * @param trust the stores of the run: a DoH server may need the user's own anchors as much as a mail server
 * @param seesDnssec whether answers are to tell their DNSSEC status
 */
export function makeNetwork(
  { questions }: Pick<Room, "questions">,
  { proxy, timeout, "dns-server": chosen, "allow-private-addresses": allowPrivateAddresses }: Chosen,
  trust: TrustStores,
  { clock, machine }: Pick<Host, "clock" | "machine">,
  seesDnssec = false,
): Network {
  const route = proxy === null ? directRoute : proxyRoute(proxy);
  // As with curl, only socks5h moves name resolution to the other side.
  const dial = proxy?.scheme === "socks5h" ? dialer(route, timeout, clock) : undefined;
  return {
    route,
    createResolver(signal) {
      const settings = { timeout, clock, signal, questions, random: machine.random, ...(dial && { dial }) };
      const url = chosen.flatMap((server) => ("url" in server ? [server.url] : []))[0];
      const validated = (resolver: Resolver): Resolver =>
        memoised(seesDnssec ? withDnssec(resolver) : resolver);
      if (url !== undefined) {
        return validated(
          createHttpsResolver({ ...settings, url: new URL(url), route, trustAnchors: trust.pems() }),
        );
      }
      const given = chosen.filter(isAddressed);
      const stub = createStubResolver({
        ...settings,
        servers: given.length > 0 ? given : systemServers(undefined, machine.resolvConf),
      });
      if (!chosen.some((server) => "authoritative" in server)) return validated(stub);
      const authoritative = createAuthoritativeResolver({
        ...settings,
        bootstrap: stub,
        port: DNS_PORT,
        allowPrivateAddresses,
      });
      return memoised(seesDnssec ? withoutDnssec(authoritative) : authoritative);
    },
  };
}

function isAddressed(server: DnsServerAddress): server is NameServer {
  return "address" in server;
}

/** Connections to name servers through the proxy. */
function dialer(route: Route, timeout: number, clock: Host["clock"]): DnsDial {
  return async ({ address, port }, signal) => {
    const { step, socket } = await route.dial({ host: address, address, port }, { timeout, clock, signal });
    if (socket !== undefined) return socket;
    const detail = [step.code ?? step.outcome, step.detail].filter((part) => part !== undefined).join(", ");
    const outcome = step.outcome === "local-limit" ? "local-limit" : "unreachable";
    return { outcome, detail: `${detail} through ${route.description}` };
  };
}
