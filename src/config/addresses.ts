/** How places are written: servers, detours, proxies, control hosts, and who answers DNS. */
import { isIPv6 } from "node:net";
import { z } from "zod";
import type { NameServer } from "../observe/dns/name-server.ts";
import type { ControlHost } from "../observe/egress.ts";
import type { Proxy } from "../observe/route/proxy-answer.ts";
import type { DetourRule, NamedServer } from "../observe/targets.ts";
import { hostPort, isPort, parseAddressPort, serviceAt, type MailService } from "../text/address.ts";
import { shown } from "../text/configuration-error.ts";
import { normaliseHostName } from "../text/host-name.ts";
import { ipVersion } from "../text/ip-address.ts";
import { listInput, splitList } from "./values.ts";

/** Host, address or `[v6]`, with a port behind it or without; undefined where it is none. */
function parseHostPort(text: string): { host: string; port: number | undefined } | undefined {
  if (ipVersion(text) !== 0) return { host: text.toLowerCase(), port: undefined };
  const groups = /^(?:\[(?<v6>[^\]]*)\]|(?<name>[^:[\]]*))(?::(?<port>\d{1,5}))?$/.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const port = groups["port"] === undefined ? undefined : Number(groups["port"]);
  const host = groups["v6"] === undefined ? hostOf(groups["name"] ?? "") : sixOf(groups["v6"]);
  return host === undefined || (port !== undefined && !isPort(port)) ? undefined : { host, port };
}

function hostOf(text: string): string | undefined {
  return ipVersion(text) === 4 ? text : normaliseHostName(text);
}

/** One spelling for equal addresses. */
function sixOf(text: string): string | undefined {
  return isIPv6(text) && !text.includes("%") ? new URL(`http://[${text}]/`).hostname.slice(1, -1) : undefined;
}

export type { ControlHost };

/** A server that is named directly. */
export interface ServerAddress extends Omit<NamedServer, "allowPrivateAddresses"> {
  /** How it is called everywhere; never the name of a domain, for it has a port. */
  readonly name: string;
}

const SERVICES: Readonly<Record<string, MailService & { readonly port: number }>> = {
  smtp: { port: 25, tlsMode: "starttls", submission: false },
  submission: { port: 587, tlsMode: "starttls", submission: true },
  smtps: { port: 465, tlsMode: "implicit", submission: true },
};

/** `host`, `host:port`, `[v6]:port`, `smtp://`, `submission://`, `smtps://`; equal ones are taken once. */
export function serverList() {
  return listInput().transform((value, context) => {
    const servers = new Map<string, ServerAddress>();
    for (const item of splitList(value)) {
      const server = parseServerAddress(item);
      if (server !== undefined) servers.set(server.name, server);
      else {
        const message = `${shown(item)} is not a server. Write host, host:port, [v6]:port, or one of these behind smtp://, submission:// or smtps://.`;
        context.addIssue({ code: "custom", message });
      }
    }
    return [...servers.values()];
  });
}

function parseServerAddress(item: string): ServerAddress | undefined {
  const match = /^(?:(?<scheme>[a-z]+):\/\/)?(?<place>.+?)\/?$/i.exec(item)?.groups;
  const scheme = match?.["scheme"]?.toLowerCase();
  const place = parseHostPort(match?.["place"] ?? "");
  const named = scheme === undefined ? undefined : SERVICES[scheme];
  if (place === undefined || (scheme !== undefined && named === undefined)) return undefined;
  const port = place.port ?? named?.port ?? 25;
  const usual = serviceAt(port);
  const { tlsMode, submission } = named ?? usual;
  // Two services may be tried at one port: what differs from the port's meaning is written out.
  const prefix = named === undefined || tlsMode === usual.tlsMode ? "" : `${scheme ?? ""}://`;
  return { name: prefix + hostPort(place.host, port), host: place.host, port, tlsMode, submission };
}

const DETOUR = /^(\[[^\]]*\]|[^:[\]]*):(\d{0,5}):(\[[^\]]*\]|[^:[\]]*):(\d{0,5})$/;

/** `HOST:PORT:ADDRESS:PORT` as curl's `--connect-to` takes it; each part may be empty. */
export function detourList() {
  return listInput().transform((value, context) => {
    const detours: DetourRule[] = [];
    for (const item of splitList(value)) {
      const detour = parseDetour(item);
      if (detour !== undefined) detours.push(detour);
      else {
        const message = `${shown(item)} is not HOST:PORT:ADDRESS:PORT, such as mx1.example.com:25:127.0.0.1:2525.`;
        context.addIssue({ code: "custom", message });
      }
    }
    return detours;
  });
}

function parseDetour(item: string): DetourRule | undefined {
  const match = DETOUR.exec(item);
  if (match === null) return undefined;
  const [host, port, toHost, toPort] = match.slice(1).map((part) => (part === "" ? undefined : part));
  const hosts = [host, toHost].map((part) => (part === undefined ? undefined : parseHostPort(part)?.host));
  const ports = [port, toPort].map((part) => (part === undefined ? undefined : Number(part)));
  const broken =
    (host !== undefined && hosts[0] === undefined) ||
    (toHost !== undefined && hosts[1] === undefined) ||
    ports.some((each) => each !== undefined && !isPort(each)) ||
    (toHost === undefined && toPort === undefined);
  return broken ? undefined : { host: hosts[0], port: ports[0], toHost: hosts[1], toPort: ports[1] };
}

const PROXY_PORTS: Readonly<Record<Proxy["scheme"], number>> = {
  socks5: 1080,
  socks5h: 1080,
  http: 8080,
};

/** RFC 1929: one octet tells the length. */
const LONGEST_CREDENTIAL = 255;

/** `socks5://`, `socks5h://` or `http://`, with `user:password@` where needed; `none` is no proxy. */
export function proxyAddress() {
  return z.string().transform((written, context): Proxy | null => {
    const text = written.trim();
    if (text === "" || text === "none") return null;
    const refuse = (message: string): never => {
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    };
    const match = /^(?<scheme>[a-z0-9]+):\/\/(?:(?<user>.*)@)?(?<place>[^@/]+)\/?$/i.exec(text)?.groups;
    const scheme = (["socks5", "socks5h", "http"] as const).find(
      (known) => known === match?.["scheme"]?.toLowerCase(),
    );
    const place = parseHostPort(match?.["place"] ?? "");
    if (scheme === undefined || place === undefined) {
      return refuse(
        "This is not a proxy address. Write socks5://HOST:PORT, socks5h://HOST:PORT or http://HOST:PORT, with USER:PASSWORD@ before the host where it asks for them.",
      );
    }
    const proxy = { scheme, host: place.host, port: place.port ?? PROXY_PORTS[scheme] };
    const user = match?.["user"];
    if (user === undefined) return proxy;
    const colon = user.indexOf(":");
    const username = decoded(colon < 0 ? user : user.slice(0, colon));
    const password = decoded(colon < 0 ? "" : user.slice(colon + 1));
    if (username === undefined || password === undefined)
      return refuse("The proxy's user name or password has a % that starts no escape. Write it as %25.");
    if ([username, password].some((each) => Buffer.byteLength(each) > LONGEST_CREDENTIAL))
      return refuse("The proxy's user name or password is longer than 255 octets.");
    if (username === "") return refuse("The proxy's user name is empty.");
    return { ...proxy, username, password };
  });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The proxy as reports may show it. */
export function withoutCredentials(proxy: Proxy | null): string | null {
  if (proxy === null) return null;
  const credentials = proxy.username === undefined ? "" : "***@";
  return `${proxy.scheme}://${credentials}${hostPort(proxy.host, proxy.port)}`;
}

/** Everything in a proxy's address that must not be seen, in each form in which it might be. */
export function secretsOf(proxy: Proxy | null): string[] {
  if (proxy?.password === undefined || proxy.password === "") return [];
  const { username = "", password } = proxy;
  const basic = Buffer.from(`${username}:${password}`, "utf8").toString("base64");
  return [...new Set([password, encodeURIComponent(password), basic])];
}

/** `host:port`, port 25 where it is left out; `off`: none. */
export function controlList() {
  return listInput().transform((value, context) => {
    const items = splitList(value);
    if (items.length === 1 && items[0] === "off") return [];
    return items.flatMap((item): ControlHost[] => {
      const place = parseHostPort(item);
      if (place !== undefined) return [{ host: place.host, port: place.port ?? 25 }];
      context.addIssue({ code: "custom", message: `${shown(item)} is not host:port, and not off.` });
      return [];
    });
  });
}

/** Who answers DNS: a resolver by address, by DoH URL, or the domains' own name servers. */
export type DnsServerAddress = NameServer | { readonly url: string } | { readonly authoritative: true };

/** `ip`, `ip:port`, `https://...`, `authoritative`. */
export function dnsServerList() {
  return listInput().transform((value, context) => {
    const servers = splitList(value).flatMap((item): DnsServerAddress[] => {
      if (item === "authoritative") return [{ authoritative: true }];
      const server = parseAddressPort(item, 53) ?? parseUrl(item);
      if (server !== undefined) return [server];
      // A URL may hold a password.
      const what = item.includes("@") ? "This" : shown(item);
      const message = `${what} is not an IP address with an optional port, an https:// URL without credentials, or the word authoritative.`;
      context.addIssue({ code: "custom", message });
      return [];
    });
    const urls = servers.filter((server) => "url" in server).length;
    if (urls > 0 && servers.length > 1) {
      context.addIssue({
        code: "custom",
        message: "An https:// resolver stands alone: give one URL, or addresses.",
      });
    }
    return servers;
  });
}

function parseUrl(text: string): { url: string } | undefined {
  if (!/^https:\/\/\S+$/i.test(text) || !URL.canParse(text)) return undefined;
  const { href, username, password, hash } = new URL(text);
  return username === "" && password === "" && hash === "" ? { url: href } : undefined;
}
