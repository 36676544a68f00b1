/**
 * The file behind a caIssuers name (RFC 5280 4.2.2.1, RFC 4325 2). The name comes from a certificate that nobody
 * has vouched for, so what is asked is little: plain HTTP, no redirects, no address that is not public unless
 * those are allowed, few bytes, and not for long.
 */
import { request, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { MAX_ISSUER_FILE_OCTETS, MAX_ISSUER_NAME_LENGTH, MAX_ISSUER_ADDRESSES } from "../bounds.ts";
import { round, type Clock } from "../../system/clock.ts";
import { startDeadline } from "../../system/deadline.ts";
import { lookUpHost } from "../dns/mx.ts";
import type { Resolver } from "../dns/resolver.ts";
import type { HostAddress, IssuerFetch } from "../observation.ts";
import { readBody } from "../route/http-body.ts";
import type { Route } from "../route/route.ts";
import { readCertificateFile } from "../x509/certificate-file.ts";
import { fingerprint } from "../x509/parsed-certificate.ts";
import { abortSignalOf, type Signal } from "../../system/signal.ts";

/** The only port that is asked: others are those of other services, which are not to be greeted with HTTP. */
const HTTP_PORT = 80;

export interface IssuerFetchTools {
  readonly resolver: Resolver;
  readonly route: Route;
  readonly clock: Clock;
  /** Ends the run. */
  readonly signal: Signal;
  /** Seconds for everything: name, connection and file. */
  readonly timeout: number;
  readonly privateAllowed: boolean;
}

/** What came, as a fact, and the certificates in DER. */
export interface FetchedIssuer {
  readonly fact: IssuerFetch;
  readonly certificates: readonly Buffer[];
}

type Failure = Pick<IssuerFetch, "outcome" | "detail" | "limit">;

/** The name as a URL that may be asked; undefined where it is none. */
function askable(name: string): URL | undefined {
  const url = name.length > MAX_ISSUER_NAME_LENGTH ? null : URL.parse(name);
  if (url?.protocol !== "http:" || url.username !== "" || url.password !== "") return undefined;
  // A URL has no port where it is the one of its scheme.
  return url.port === "" ? url : undefined;
}

/** Asks for the file once. Never rejects: what goes wrong is a fact. */
export async function fetchIssuer(name: string, tools: IssuerFetchTools): Promise<FetchedIssuer> {
  const started = tools.clock.monotonic();
  const { promise: over, resolve: end } = Promise.withResolvers<Failure>();
  const deadline = startDeadline(tools.timeout, tools, (why) => end({ outcome: why }));
  try {
    const url = askable(name);
    const heard =
      url === undefined
        ? ({ outcome: "not-asked" } as const)
        : await Promise.race([over, retrieve(url, { ...tools, signal: deadline.signal })]);
    const seconds = round(Math.max(0, tools.clock.monotonic() - started));
    if (!Buffer.isBuffer(heard)) return { fact: { ...heard, certificates: [], seconds }, certificates: [] };
    const certificates = readCertificateFile(heard);
    const outcome = certificates.length === 0 ? "no-certificate" : "fetched";
    return { fact: { outcome, certificates: certificates.map(fingerprint), seconds }, certificates };
  } finally {
    // Whatever is still under way has nobody left to tell.
    deadline.end();
  }
}

async function retrieve(url: URL, tools: IssuerFetchTools): Promise<Buffer | Failure> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const { addresses } = await lookUpHost(host, tools.resolver, { families: [4, 6] });
  const allowed = addresses.filter(({ scope }) => scope === "public" || tools.privateAllowed);
  const [first] = addresses;
  if (first === undefined) return { outcome: "no-address" };
  if (allowed.length === 0) return { outcome: "address-not-public", detail: first.address };
  const connected = await connect(host, allowed.slice(0, MAX_ISSUER_ADDRESSES), tools);
  return "outcome" in connected ? connected : get(url, connected, tools.signal);
}

async function connect(
  host: string,
  addresses: readonly HostAddress[],
  { route, clock, timeout, signal }: IssuerFetchTools,
): Promise<Socket | Failure> {
  let failure: Failure = { outcome: "not-connected" };
  for (const { address } of addresses) {
    const destination = { host, address, port: HTTP_PORT };
    const { step, socket } = await route.dial(destination, { clock, timeout, signal });
    if (socket !== undefined) return socket;
    failure = { outcome: "not-connected", detail: step.code ?? step.outcome };
  }
  return failure;
}

function get(url: URL, socket: Socket, signal: Signal): Promise<Buffer | Failure> {
  const { promise, resolve } = Promise.withResolvers<Buffer | Failure>();
  const brokenOff = (error?: Error & { code?: string }): void =>
    resolve({ outcome: "broken-off", ...(error?.code !== undefined && { detail: error.code }) });
  const sent = request({
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host, accept: "*/*", "user-agent": "mx-gate", connection: "close" },
    createConnection: () => socket,
    signal: abortSignalOf(signal),
  });
  sent.on("response", (response) => receive(response, resolve, brokenOff));
  sent.on("error", brokenOff);
  sent.on("close", () => socket.destroy());
  sent.end();
  return promise;
}

function receive(
  response: IncomingMessage,
  settle: (heard: Buffer | Failure) => void,
  brokenOff: (error?: Error) => void,
): void {
  const { statusCode } = response;
  if (statusCode !== 200) {
    settle({ outcome: "http-status", detail: String(statusCode) });
    response.destroy();
    return;
  }
  readBody(response, MAX_ISSUER_FILE_OCTETS, {
    whole: settle,
    tooLarge: () => settle({ outcome: "too-large", limit: MAX_ISSUER_FILE_OCTETS }),
    brokenOff,
  });
}
