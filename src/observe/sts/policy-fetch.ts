/**
 * The MTA-STS policy of a domain (RFC 8461 3.3): one GET over TLS to a host that the domain names by its own name. Nothing is
 * asked of a host that does not authenticate itself, no redirect is followed, and what comes is bounded.
 */
import { request, type IncomingMessage } from "node:http";
import type { SecureContext, TLSSocket } from "node:tls";
import type { Socket } from "node:net";
import { round, type Clock } from "../../system/clock.ts";
import { startDeadline } from "../../system/deadline.ts";
import type { Turns } from "../../system/turns.ts";
import {
  MAX_POLICY_ADDRESSES,
  MAX_POLICY_HEADER_OCTETS,
  MAX_POLICY_OCTETS,
  POLICY_FETCH_SECONDS,
} from "../bounds.ts";
import { lookUpHost } from "../dns/mx.ts";
import type { Resolver } from "../dns/resolver.ts";
import type { CertificateFacts, HostAddress, MxHost, PolicyFetch } from "../observation.ts";
import { readBody } from "../route/http-body.ts";
import type { Dialled, Route } from "../route/route.ts";
import { shakeHands } from "../tls/handshake.ts";
import { describeChain, type TrustStores } from "../trust/paths.ts";
import { namesHost } from "../x509/openssl.ts";
import { abortSignalOf, type Signal } from "../../system/signal.ts";

const HTTPS_PORT = 443;
const PATH = "/.well-known/mta-sts.txt";

export interface PolicyFetchTools {
  readonly resolver: Resolver;
  readonly route: Route;
  readonly clock: Clock;
  readonly trust: TrustStores;
  readonly turns: Turns;
  /** Ends the run. */
  readonly signal: Signal;
  /** Seconds for a connect and for a handshake, each. */
  readonly timeout: number;
  readonly privateAllowed: boolean;
  /** Trusts the anchors of the run, TLS 1.2 at least. */
  readonly context: () => SecureContext;
  /** Ends attempts to connect to an address, where it is known that nothing gets out; told what came of each. */
  readonly watch: (host: string, address: HostAddress) => ConnectWatch;
  keepCertificates(certificates: Readonly<Record<string, CertificateFacts>>): void;
}

export interface ConnectWatch {
  readonly signal: Signal;
  began(): void;
  dialled(step: Dialled["step"]): void;
  /** The host said something: nothing is blocked. */
  answered(): void;
  ended(): void;
}

type Facts = Omit<PolicyFetch, "host" | "seconds">;

/** The policy host of a domain (RFC 8461 3.3). */
export function policyHostOf(domain: string): string {
  return `mta-sts.${domain}`;
}

/** Asks for a policy once. Never rejects: what goes wrong is a fact. */
export async function fetchPolicy(domain: string, tools: PolicyFetchTools): Promise<PolicyFetch> {
  const host = policyHostOf(domain);
  const started = tools.clock.monotonic();
  const { promise: over, resolve: end } = Promise.withResolvers<Facts>();
  const fetch = new Fetch(host, tools);
  const deadline = startDeadline(POLICY_FETCH_SECONDS, tools, (why) => end({ outcome: why }));
  try {
    const facts = await Promise.race([over, fetch.run(deadline.signal)]);
    const seconds = round(Math.max(0, tools.clock.monotonic() - started));
    return { host, ...fetch.seen, ...facts, seconds };
  } finally {
    // Whatever is still under way has nobody left to tell.
    deadline.end();
  }
}

/** What is known as soon as it is seen, however the rest ends. */
type Seen = Pick<PolicyFetch, "a" | "aaaa" | "address" | "connect" | "tls" | "namesHost" | "status">;

class Fetch {
  seen: Seen = {};
  readonly #host: string;
  readonly #tools: PolicyFetchTools;

  constructor(host: string, tools: PolicyFetchTools) {
    this.#host = host;
    this.#tools = tools;
  }

  async run(signal: Signal): Promise<Facts> {
    const found = await lookUpHost(this.#host, this.#tools.resolver, { families: [4, 6] });
    this.#see({ ...(found.a && { a: found.a }), ...(found.aaaa && { aaaa: found.aaaa }) });
    const addresses = this.#addressesOf(found);
    if ("outcome" in addresses) return addresses;
    const connected = await this.#connect(addresses.allowed, signal);
    if (connected === undefined) return { outcome: "not-connected" };
    const { socket, watch } = connected;
    try {
      const secured = await this.#secure(socket, signal);
      if (this.seen.tls?.outcome === "done") watch.answered();
      if (secured === undefined) return { outcome: "tls-failed" };
      if (this.seen.namesHost !== true || this.seen.tls?.opensslVerdict !== "OK") {
        secured.destroy();
        return { outcome: "not-authenticated" };
      }
      return await get(this.#host, secured, signal, (status) => this.#see({ status }));
    } finally {
      socket.destroy();
      watch.ended();
    }
  }

  #see(more: Seen): void {
    this.seen = { ...this.seen, ...more };
  }

  #addressesOf({ a, aaaa, addresses }: MxHost): { allowed: readonly HostAddress[] } | Facts {
    const { privateAllowed } = this.#tools;
    const [first] = addresses;
    if (first === undefined) {
      const said = [a, aaaa].every((each) => each?.outcome === "nodata" || each?.outcome === "nxdomain");
      return { outcome: said ? "no-address" : "name-failed" };
    }
    const allowed = addresses.filter(({ scope }) => scope === "public" || privateAllowed);
    if (allowed.length === 0) return { outcome: "address-not-public", detail: first.address };
    return { allowed: allowed.slice(0, MAX_POLICY_ADDRESSES) };
  }

  /** Connects to the first address that takes a connection. A refusal tells more than that there is no way at all. */
  async #connect(
    addresses: readonly HostAddress[],
    above: Signal,
  ): Promise<{ socket: Socket; watch: ConnectWatch } | undefined> {
    const { route, clock, timeout } = this.#tools;
    for (const place of addresses) {
      if (above.aborted) break;
      const watch = this.#tools.watch(this.#host, place);
      const { address } = place;
      watch.began();
      const destination = { host: this.#host, address, port: HTTPS_PORT };
      const { step, socket } = await route.dial(destination, { clock, timeout, signal: watch.signal });
      watch.dialled(step);
      const said = this.seen.connect?.outcome;
      if (socket !== undefined || said === undefined || said === "no-route")
        this.#see({ address, connect: step });
      if (socket !== undefined) return { socket, watch };
      watch.ended();
    }
    return undefined;
  }

  async #secure(socket: Socket, signal: Signal): Promise<TLSSocket | undefined> {
    const { clock, timeout, context, trust, turns } = this.#tools;
    const { facts, tls, chain } = await shakeHands(socket, {
      hello: "full",
      serverName: this.#host,
      timeout,
      signal,
      context: context(),
      clock,
    });
    this.#see({ tls: facts });
    if (tls === undefined) return undefined;
    const described = await turns.do(
      () => ({
        ...describeChain(chain, trust),
        names: chain[0] !== undefined && namesHost(chain[0], this.#host),
      }),
      signal,
    );
    if (described === undefined) return tls;
    const { certificates, names, ...served } = described;
    this.#tools.keepCertificates(certificates);
    this.#see({ tls: { ...facts, ...served }, namesHost: names });
    return tls;
  }
}

function get(
  host: string,
  socket: TLSSocket,
  signal: Signal,
  onStatus: (status: number) => void,
): Promise<Facts> {
  const { promise, resolve } = Promise.withResolvers<Facts>();
  const brokenOff = (error?: Error & { code?: string }): void =>
    resolve({ outcome: "broken-off", ...(error?.code !== undefined && { detail: error.code }) });
  const sent = request({
    path: PATH,
    headers: {
      host,
      accept: "*/*",
      // Nothing is decompressed: what is small on the way may be large here.
      "accept-encoding": "identity",
      "user-agent": "mx-gate",
      connection: "close",
    },
    // With `agent: false` Node would make a connection of its own in the clear.
    createConnection: () => socket,
    maxHeaderSize: MAX_POLICY_HEADER_OCTETS,
    signal: abortSignalOf(signal),
  });
  sent.on("response", (response) => {
    onStatus(response.statusCode ?? 0);
    receive(response, resolve, brokenOff);
  });
  sent.on("error", brokenOff);
  sent.on("close", () => {
    socket.destroy();
    brokenOff();
  });
  sent.end();
  return promise;
}

function receive(
  response: IncomingMessage,
  settle: (facts: Facts) => void,
  brokenOff: (error?: Error) => void,
): void {
  const { headers } = response;
  const answered = {
    ...(headers["content-type"] !== undefined && { contentType: headers["content-type"] }),
    ...(headers["content-encoding"] !== undefined && { contentEncoding: headers["content-encoding"] }),
    ...(headers.location !== undefined && { location: headers.location }),
  };
  if (response.statusCode !== 200) {
    settle({ outcome: "answered", ...answered });
    response.destroy();
    return;
  }
  readBody(response, MAX_POLICY_OCTETS, {
    whole: (body) => settle({ outcome: "answered", ...answered, body: body.toString("latin1") }),
    tooLarge: () => settle({ outcome: "too-large", limit: MAX_POLICY_OCTETS, ...answered }),
    brokenOff,
  });
}
