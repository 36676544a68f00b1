/** A connection through an HTTP proxy: CONNECT (RFC 9110 9.3.6) with Basic authentication (RFC 7617). */
import { hostPort } from "../../text/address.ts";
import { MAX_ANSWER_OCTETS, MAX_PAGE_OCTETS } from "../bounds.ts";
import { proxyFailed, type Proxy, type ProxyAnswer } from "./proxy-answer.ts";
import type { ProxyReader } from "./proxy-reader.ts";
import type { Destination } from "./route.ts";

type TargetFailure = "refused" | "timeout" | "unreachable";

/** System error numbers of Linux, as squid gives them in X-Squid-Error. */
const ERRNO: Readonly<Record<string, TargetFailure>> = {
  "101": "unreachable",
  "110": "timeout",
  "111": "refused",
  "113": "unreachable",
};

/**
 * What a status says of the target where no word does (RFC 9110 15.6): 502 is about what is behind a gateway; 500 and
 * 503 are about the proxy itself, which has failed or is busy.
 */
const BARE: Readonly<Record<number, TargetFailure>> = { 502: "unreachable" };

/** Asks the proxy for a connection; what it answers is in the words of this side. */
export async function requestConnect(
  reader: ProxyReader,
  proxy: Proxy,
  destination: Destination,
): Promise<ProxyAnswer> {
  const { address, port } = destination;
  const target = hostPort(address, port);
  const lines = [`CONNECT ${target} HTTP/1.1`, `Host: ${target}`];
  if (proxy.username !== undefined) {
    const credentials = Buffer.from(`${proxy.username}:${proxy.password ?? ""}`, "utf8").toString("base64");
    lines.push(`Proxy-Authorization: Basic ${credentials}`);
  }
  reader.socket.write(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  reader.asked = true;
  let answer = await readHead(reader);
  // Interim responses come before the one that counts (RFC 9110 15.2).
  while ("status" in answer && answer.status < 200) answer = await readHead(reader);
  if ("outcome" in answer) return answer;
  const { head, status, reason: words } = answer;
  if (status < 300) return { outcome: "connected" };
  const code = `HTTP_${String(status)}`;
  const said = `${String(status)} ${words}`.trim();
  if (status === 407) {
    const reason = proxy.username === undefined ? "it asks for" : "it refuses this";
    return proxyFailed(code, `${reason} user name and password (${said})`);
  }
  if (status < 500) return proxyFailed(code, `it does not allow this connection (${said})`);
  const page = (await reader.takeRest(MAX_PAGE_OCTETS)).toString("latin1");
  const outcome = status === 504 ? "timeout" : (targetFailure(head, page) ?? BARE[status]);
  if (outcome === undefined) return proxyFailed(code, `it failed with ${said}`);
  return { outcome, code, detail: said };
}

/** What every answer of HTTP/1 begins with; whatever else is no proxy's. */
const PROTOCOL = "HTTP/";

interface ResponseHead {
  readonly head: string;
  readonly status: number;
  readonly reason: string;
}

async function readHead(reader: ProxyReader): Promise<ResponseHead | ProxyAnswer> {
  const protocol = await reader.take(PROTOCOL.length);
  if (protocol !== undefined && protocol.toString("latin1") !== PROTOCOL)
    return proxyFailed("HTTP_PROTOCOL", "it does not speak HTTP");
  const answer = await reader.takeUntil("\r\n\r\n", MAX_ANSWER_OCTETS - PROTOCOL.length);
  if (answer === undefined)
    return proxyFailed(reader.errorCode ?? "CLOSED", "it closed the connection without an answer");
  if (answer === "too-long")
    return proxyFailed("ANSWER_LIMIT", `its answer is longer than ${String(MAX_ANSWER_OCTETS)} octets`);
  const head = answer.toString("latin1");
  const match = /^1\.[01] (\d{3})(?: ([^\r\n]*))?/.exec(head);
  if (match?.[1] === undefined) return proxyFailed("HTTP_PROTOCOL", "it does not speak HTTP");
  return { head, status: Number(match[1]), reason: match[2] ?? "" };
}

/** How the target failed, where a header or the words of the answer say so. */
function targetFailure(head: string, page: string): TargetFailure | undefined {
  const squid = /^X-Squid-Error: (ERR_\w+)(?: (\d+))?/im.exec(head);
  if (squid !== null)
    return squid[1] === "ERR_CONNECT_FAIL" ? (ERRNO[squid[2] ?? ""] ?? "unreachable") : undefined;
  const said = `${head}\n${page}`;
  if (/connection refused/i.test(said)) return "refused";
  if (/timed? ?out/i.test(said)) return "timeout";
  return /unreachable|no route|unable to connect|cannot connect|could not connect/i.test(said)
    ? "unreachable"
    : undefined;
}
