/** One name beside one base of a name constraint, as OpenSSL compares them (v3_ncons.c; RFC 5280 4.2.1.10). */
import { foldAscii } from "../../text/ascii.ts";
import { NAME_KIND } from "../x509/alternative-names.ts";
import { readElement, readElements, readOid, type Element } from "../x509/der.ts";
import { comparableParts, readName } from "../x509/distinguished-name.ts";

/** A GeneralName as it is compared: read once, however many it is compared with. */
export interface ComparedName {
  readonly tag: number;
  /** DNS names, mail addresses and URIs, in latin1, as they came. */
  readonly text: string;
  /** The same in lower case. */
  readonly folded: string;
  /** IP addresses, and bases of address and mask. */
  readonly octets: Buffer;
  /** Directory names; undefined where malformed. */
  readonly parts?: readonly string[] | undefined;
  /** Object identifier of an otherName, which is a kind of its own. */
  readonly other?: string | undefined;
}

/** Reads a GeneralName. */
export function comparedName({ tag, content }: Pick<Element, "tag" | "content">): ComparedName {
  const isText = tag === NAME_KIND.dns || tag === NAME_KIND.email || tag === NAME_KIND.uri;
  const text = isText ? content.toString("latin1") : "";
  const name = tag === NAME_KIND.directory ? readName(readElement(content)) : undefined;
  const [id] = tag === NAME_KIND.otherName ? (readElements(content) ?? []) : [];
  return {
    tag,
    text,
    folded: foldAscii(text),
    octets: content,
    parts: name === undefined ? undefined : comparableParts(name),
    other: readOid(id),
  };
}

/** A name at or below the base; a base that starts with a dot holds for what is below it only. */
function dnsWithin(own: string, limit: string): boolean {
  if (!own.endsWith(limit)) return false;
  if (limit === "" || limit.startsWith(".") || own.length === limit.length) return true;
  return own[own.length - limit.length - 1] === ".";
}

/** The base is an address and a mask, one behind the other, of IPv4 or IPv6. */
function ipWithin(address: Buffer, base: Buffer): boolean | undefined {
  if (![4, 16].includes(address.length) || ![8, 32].includes(base.length)) return undefined;
  if (base.length !== 2 * address.length) return false;
  return address.every((octet, index) => {
    const mask = base[address.length + index] ?? 0;
    return (octet & mask) === ((base[index] ?? 0) & mask);
  });
}

/** `.host` is what is below the host; longer than the base by a character at least. */
function isBelow(host: string, limit: string): boolean {
  return host.length > limit.length && host.endsWith(limit);
}

/** A base is a mailbox, a host, or what is below a host. The local part counts with its case (RFC 5321 2.4). */
function emailWithin(own: ComparedName, limit: ComparedName): boolean | undefined {
  const at = own.text.lastIndexOf("@");
  if (at < 0) return undefined;
  const limitAt = limit.text.lastIndexOf("@");
  if (limitAt < 0 && limit.text.startsWith(".")) return isBelow(own.folded, limit.folded);
  if (limitAt > 0) {
    const [local, wanted] = [own.text.slice(0, at), limit.text.slice(0, limitAt)];
    if (local.length !== wanted.length) return false;
    if (local.includes("\0") || wanted.includes("\0")) return undefined;
    if (local !== wanted) return false;
  }
  return own.folded.slice(at + 1) === limit.folded.slice(limitAt + 1);
}

/** The host of a URI; undefined where it has none, or no `//`. */
function hostOf(uri: string): string | undefined {
  const colon = uri.indexOf(":");
  if (colon < 0 || uri.slice(colon, colon + 3) !== "://") return undefined;
  const rest = uri.slice(colon + 3);
  const port = rest.indexOf(":");
  const end = port < 0 ? rest.indexOf("/") : port;
  const host = end < 0 ? rest : rest.slice(0, end);
  return host === "" ? undefined : host;
}

/** A base is a host, or what is below a host. */
function uriWithin(own: string, limit: string): boolean | undefined {
  const host = hostOf(own);
  if (host === undefined) return undefined;
  return limit.startsWith(".") ? isBelow(host, limit) : host === limit;
}

function directoryWithin({ parts: own }: ComparedName, { parts: limit }: ComparedName): boolean | undefined {
  if (own === undefined || limit === undefined) return undefined;
  return limit.every((part, index) => own[index] === part);
}

/** Whether a name lies in a subtree of its own kind; undefined where they cannot be compared. */
export function isWithin(name: ComparedName, base: ComparedName): boolean | undefined {
  switch (name.tag) {
    case NAME_KIND.dns:
      return dnsWithin(name.folded, base.folded);
    case NAME_KIND.ip:
      return ipWithin(name.octets, base.octets);
    case NAME_KIND.email:
      return emailWithin(name, base);
    case NAME_KIND.uri:
      return uriWithin(name.folded, base.folded);
    case NAME_KIND.directory:
      return directoryWithin(name, base);
    default:
      return undefined;
  }
}
