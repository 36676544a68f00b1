/** DNS over HTTPS (RFC 8484): questions as POST to a URL, over the route of the run. */
import { Agent, request } from "node:https";
import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import { connect } from "node:tls";
import { Deadline } from "../../system/deadline.ts";
import { readBody } from "../route/http-body.ts";
import type { Route } from "../route/route.ts";
import { contextTrusting } from "../tls/contexts.ts";
import { DOH_CONNECTIONS, HTTPS_LOOK_SECONDS, MESSAGE_BYTES } from "../bounds.ts";
import { answers } from "./conversation.ts";
import { readReply, type Asked } from "./reply.ts";
import type { Resolver } from "./resolver.ts";
import { createResolver, failed, type Ask, type Heard, type ResolverSettings } from "./questions.ts";
import { decodeHead, encodeQuery, type Query } from "./wire.ts";
import { abortSignalOf, type Signal } from "../../system/signal.ts";

const MEDIA_TYPE = "application/dns-message";

export interface HttpsResolverSettings extends ResolverSettings {
  readonly url: URL;
  readonly route: Route;
  /** Trust anchors in PEM. */
  readonly trustAnchors: readonly string[];
}

/** A resolver that asks a DoH server. Its host's name is resolved by the system, or by a proxy on the way. */
export function createHttpsResolver(settings: HttpsResolverSettings): Resolver {
  const { url, signal } = settings;
  const agent = makeAgent(settings);
  // Nothing of a run stays open behind it.
  signal.addEventListener("abort", () => agent.destroy());
  const ask: Ask = async (asked, checkingDisabled, { over }) => {
    const asking = new Deadline();
    const { name, type, dnssecOk } = asked;
    // An id of 0 lets caches on the way do their work (RFC 8484 4.1); TLS does what ids are for elsewhere.
    const query: Query = { name, type, id: 0, edns: true, checkingDisabled, dnssecOk };
    const heard = post(url, agent, query, asked, asking.signal);
    try {
      return await Promise.race([heard, over]);
    } finally {
      asking.end();
    }
  };
  return createResolver(`https://${url.host}`, settings, HTTPS_LOOK_SECONDS, ask);
}

function makeAgent({ url, route, timeout, clock, signal, trustAnchors }: HttpsResolverSettings): Agent {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const destination = { host, address: host, port: url.port === "" ? 443 : Number(url.port) };
  const secureContext = contextTrusting(trustAnchors);
  const agent = new Agent({ keepAlive: true, maxSockets: DOH_CONNECTIONS });
  agent.createConnection = (_options, done): undefined => {
    void route.dial(destination, { timeout, clock, signal }).then(({ step, socket }) => {
      if (socket === undefined) {
        const why = [step.outcome, step.code, step.detail].filter((part) => part !== undefined).join(" ");
        done?.(new Error(why), undefined as unknown as Duplex);
        return;
      }
      const secured = connect({
        socket,
        ...(isIP(host) === 0 && { servername: host }),
        secureContext,
        ALPNProtocols: ["http/1.1"],
      });
      done?.(null, secured);
    });
    return undefined;
  };
  return agent;
}

function post(url: URL, agent: Agent, query: Query, asked: Asked, signal: Signal): Promise<Heard> {
  const message = encodeQuery(query);
  if (message === undefined) return Promise.resolve(failed("malformed", "not a domain name"));
  const { promise, resolve } = Promise.withResolvers<Heard>();
  const server = `https://${url.host}`;
  const headers = { accept: MEDIA_TYPE, "content-type": MEDIA_TYPE, "content-length": message.length };
  const sent = request(url, { method: "POST", agent, headers, signal: abortSignalOf(signal) }, (response) => {
    const brokenOff = (error?: Error): void =>
      resolve(
        error === undefined
          ? failed("malformed", "the response broke off")
          : failed("unreachable", error.message),
      );
    readBody(response, MESSAGE_BYTES, {
      whole: (body) => {
        const heard =
          response.statusCode === 200
            ? readAnswer(body, query, asked)
            : failed("refused", `HTTP ${String(response.statusCode)}`);
        resolve({ ...heard, server, transport: "https" });
      },
      tooLarge: brokenOff,
      brokenOff,
    });
  });
  sent.on("error", (error) => resolve(failed("unreachable", error.message)));
  sent.end(message);
  return promise;
}

/** What the body of a DoH response says to a query; never throws. */
export function readAnswer(message: Buffer, query: Query, asked: Asked): Heard {
  const head = decodeHead(message);
  if (head === undefined || !answers(head, query))
    return failed("malformed", "a message over HTTPS does not answer the question");
  return readReply(message, head, asked);
}
