/** A connection through a SOCKS5 proxy (RFC 1928), with user name and password (RFC 1929). */
import net from "node:net";
import { ipv6Octets } from "../../text/ip-address.ts";
import { HUNG_UP } from "../observation.ts";
import { proxyFailed, type Proxy, type ProxyAnswer } from "./proxy-answer.ts";
import type { ProxyReader } from "./proxy-reader.ts";
import type { Destination } from "./route.ts";

const VERSION = 5;
const METHOD = { NONE: 0, PASSWORD: 2, NO_ACCEPTABLE: 0xff };
const COMMAND_CONNECT = 1;
const ADDRESS_TYPE = { IPV4: 1, NAME: 3, IPV6: 4 };
const ADDRESS_LENGTHS: Readonly<Record<number, number>> = { [ADDRESS_TYPE.IPV4]: 4, [ADDRESS_TYPE.IPV6]: 16 };

/**
 * Replies that speak of the target (RFC 1928 6). The library `socks` keeps them in the text of an error only;
 * they decide here who is at fault.
 */
const TARGET_REPLIES: Readonly<Record<number, ProxyAnswer>> = {
  3: { outcome: "unreachable", code: "SOCKS5_3", detail: "network unreachable" },
  4: { outcome: "unreachable", code: "SOCKS5_4", detail: "host unreachable" },
  5: { outcome: "refused", code: "SOCKS5_5", detail: "connection refused" },
  // What proxies make of a connect that timed out: they have no code of its own for it.
  6: { outcome: "timeout", code: "SOCKS5_6", detail: "TTL expired" },
};

const PROXY_REPLIES: Readonly<Record<number, string>> = {
  1: "general failure of the proxy",
  2: "its rules do not allow this connection",
  7: "it does not support CONNECT",
  8: "it does not support this type of address",
};

/** Asks the proxy for a connection; what it answers is in the words of this side. */
export async function requestSocks5(
  reader: ProxyReader,
  proxy: Proxy,
  destination: Destination,
): Promise<ProxyAnswer> {
  const { socket } = reader;
  const withPassword = proxy.username !== undefined;
  const methods = withPassword ? [METHOD.NONE, METHOD.PASSWORD] : [METHOD.NONE];
  socket.write(Buffer.from([VERSION, methods.length, ...methods]));
  const choice = await reader.take(2);
  if (choice === undefined) return closed(reader);
  if (choice[0] !== VERSION) return proxyFailed("SOCKS5_PROTOCOL", "it does not speak SOCKS5");
  if (choice[1] === METHOD.PASSWORD && withPassword) {
    const refused = await logIn(reader, proxy);
    if (refused !== undefined) return refused;
  } else if (choice[1] === METHOD.NO_ACCEPTABLE || choice[1] === METHOD.PASSWORD) {
    const reason = withPassword
      ? "it does not take a user name and password"
      : "it asks for a user name and password";
    return proxyFailed("SOCKS5_AUTH", reason);
  } else if (choice[1] !== METHOD.NONE) {
    return proxyFailed("SOCKS5_PROTOCOL", "it asks for a login that was not offered");
  }
  const port = Buffer.alloc(2);
  port.writeUInt16BE(destination.port);
  const head = Buffer.from([VERSION, COMMAND_CONNECT, 0]);
  socket.write(Buffer.concat([head, addressOf(destination.address), port]));
  reader.asked = true;
  return readReply(reader);
}

async function logIn(reader: ProxyReader, proxy: Proxy): Promise<ProxyAnswer | undefined> {
  const username = Buffer.from(proxy.username ?? "", "utf8");
  const password = Buffer.from(proxy.password ?? "", "utf8");
  const lengths = [Buffer.from([1, username.length]), Buffer.from([password.length])] as const;
  reader.socket.write(Buffer.concat([lengths[0], username, lengths[1], password]));
  const answer = await reader.take(2);
  if (answer === undefined) return closed(reader, "it closed the connection after the password");
  return answer[1] === 0 ? undefined : proxyFailed("SOCKS5_AUTH", "it refuses this user name and password");
}

async function readReply(reader: ProxyReader): Promise<ProxyAnswer> {
  const head = await reader.take(4);
  if (head === undefined) return proxyFailed(HUNG_UP, "it hung up in place of an answer");
  if (head[0] !== VERSION) return proxyFailed("SOCKS5_PROTOCOL", "it does not speak SOCKS5");
  const reply = head[1] ?? 1;
  if (reply !== 0) {
    return (
      TARGET_REPLIES[reply] ?? proxyFailed(`SOCKS5_${String(reply)}`, PROXY_REPLIES[reply] ?? "unknown reply")
    );
  }
  // The address that the proxy connects from, and its port: of no use, but to be read.
  const length = head[3] === ADDRESS_TYPE.NAME ? (await reader.take(1))?.[0] : ADDRESS_LENGTHS[head[3] ?? 0];
  if (length === undefined && head[3] !== ADDRESS_TYPE.NAME)
    return proxyFailed("SOCKS5_PROTOCOL", "it does not speak SOCKS5");
  if (length === undefined || (await reader.take(length + 2)) === undefined) return closed(reader);
  return { outcome: "connected" };
}

function addressOf(address: string): Buffer {
  switch (net.isIP(address)) {
    case 4:
      return Buffer.from([ADDRESS_TYPE.IPV4, ...address.split(".").map(Number)]);
    case 6:
      return Buffer.from([ADDRESS_TYPE.IPV6, ...(ipv6Octets(address) ?? [])]);
    default: {
      const name = Buffer.from(address, "latin1");
      return Buffer.concat([Buffer.from([ADDRESS_TYPE.NAME, name.length]), name]);
    }
  }
}

function closed(reader: ProxyReader, detail = "it closed the connection without an answer"): ProxyAnswer {
  return proxyFailed(reader.errorCode ?? "CLOSED", detail);
}
