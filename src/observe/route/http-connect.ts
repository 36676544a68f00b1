/** A connection through an HTTP proxy: CONNECT (RFC 9110 9.3.6) with Basic authentication (RFC 7617). */
import net from "node:net";
import type { Proxy, ProxyAnswer } from "./proxy.ts";
import type { ProxyReader } from "./proxy-reader.ts";
import type { Destination } from "./route.ts";

/** Octets of an error page that are searched for what became of the target. */
const PAGE_OCTETS = 8192;

type TargetFailure = "refused" | "timeout" | "unreachable";

/** System error numbers of Linux, as squid gives them in X-Squid-Error. */
const ERRNO: Readonly<Record<string, TargetFailure>> = {
  "101": "unreachable",
  "110": "timeout",
  "111": "refused",
  "113": "unreachable",
};

/** Asks the proxy for a connection; what it answers is in the words of this side. */
export async function requestConnect(
  reader: ProxyReader,
  proxy: Proxy,
  destination: Destination,
): Promise<ProxyAnswer> {
  const { address, port } = destination;
  const target = `${net.isIPv6(address) ? `[${address}]` : address}:${String(port)}`;
  const lines = [`CONNECT ${target} HTTP/1.1`, `Host: ${target}`];
  if (proxy.username !== undefined) {
    const credentials = Buffer.from(`${proxy.username}:${proxy.password ?? ""}`, "utf8").toString("base64");
    lines.push(`Proxy-Authorization: Basic ${credentials}`);
  }
  reader.socket.write(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  const head = (await reader.takeUntil("\r\n\r\n"))?.toString("latin1");
  if (head === undefined)
    return failed(reader.errorCode ?? "CLOSED", "it closed the connection without an answer");
  const match = /^HTTP\/1\.[01] (\d{3})(?: ([^\r\n]*))?/.exec(head);
  if (match?.[1] === undefined) return failed("HTTP_PROTOCOL", "it does not speak HTTP");
  const status = Number(match[1]);
  if (status >= 200 && status < 300) return { outcome: "connected" };
  const code = `HTTP_${match[1]}`;
  const said = `${match[1]} ${match[2] ?? ""}`.trim();
  if (status === 407) {
    const reason = proxy.username === undefined ? "it asks for" : "it refuses this";
    return failed(code, `${reason} user name and password (${said})`);
  }
  if (status < 500) return failed(code, `it does not allow this connection (${said})`);
  const page = (await reader.takeRest(PAGE_OCTETS)).toString("latin1");
  const outcome = status === 504 ? "timeout" : targetFailure(head, page);
  // 502 and 503 are about what is behind the proxy; a bare 500 is about the proxy, unless it says otherwise.
  if (outcome === undefined && status !== 502 && status !== 503)
    return failed(code, `it failed with ${said}`);
  return { outcome: outcome ?? "unreachable", code, detail: said };
}

/** How the target failed, where a header or the words of the answer say so. */
function targetFailure(head: string, page: string): TargetFailure | undefined {
  const errno = /^X-Squid-Error: ERR_\w+ (\d+)/im.exec(head)?.[1];
  if (errno !== undefined && errno !== "0") return ERRNO[errno] ?? "unreachable";
  const said = `${head}\n${page}`;
  if (/connection refused/i.test(said)) return "refused";
  if (/timed? ?out/i.test(said)) return "timeout";
  return /unreachable|no route|unable to connect|cannot connect|could not connect/i.test(said)
    ? "unreachable"
    : undefined;
}

function failed(code: string, detail: string): ProxyAnswer {
  return { outcome: "proxy-failed", code, detail };
}
