/** The TXT record that says where reports on TLS failures go (RFC 8460 3). */
import { isHostName } from "../text/host-name.ts";
import { fieldsOf, joinTexts, withoutSpace, type JoinedText } from "./text-record.ts";

/** Why senders act as if there were no record. */
export type RptFault =
  /** Several begin with `v=TLSRPTv1;`. */
  | "several"
  /** None begins so, and one all but does. */
  | "version"
  | "no-rua"
  /** A destination that is neither a mailbox nor an https address, or has a sign that must be encoded. */
  | "destination";

/** A place that reports go to. */
export interface RptDestination {
  readonly scheme: "mailto" | "https";
  /** Mail domain or web host, in A-labels; an address for an https address with one. */
  readonly host: string;
  readonly uri: string;
}

export type RptRecordReading =
  | { readonly kind: "none" }
  | {
      readonly kind: "invalid";
      readonly fault: RptFault;
      readonly texts: readonly JoinedText[];
      /** The destination that is none. */
      readonly uri?: string;
    }
  | { readonly kind: "valid"; readonly text: JoinedText; readonly destinations: readonly RptDestination[] };

const VERSION = "v=TLSRPTv1;";

/**
 * Reads the TXT records of `_smtp._tls.DOMAIN`. Those that do not begin with `v=TLSRPTv1;` are discarded, and exactly one
 * has to be left; `rua` may be there more than once, and each may be a list.
 * @param answer character-strings of each record, latin1
 */
export function readRptRecord(answer: readonly (readonly string[])[] | undefined): RptRecordReading {
  const texts = joinTexts(answer);
  const exact = texts.filter((text) => text.startsWith(VERSION));
  const [only, ...others] = exact;
  if (others.length > 0) return { kind: "invalid", fault: "several", texts: exact };
  if (only !== undefined) return readDestinations(only);
  // Whatever names a destination, or a version that looks like this one, was meant for this place.
  const near = texts.filter((text) => /^\s*v\s*=\s*[a-z]*rpt/i.test(text) || /\brua\s*=/i.test(text));
  return near.length === 0 ? { kind: "none" } : { kind: "invalid", fault: "version", texts: near };
}

function readDestinations(text: JoinedText): RptRecordReading {
  const lists = fieldsOf(text).filter(({ key }) => key === "rua");
  if (lists.length === 0) return { kind: "invalid", fault: "no-rua", texts: [text] };
  const uris = lists.flatMap(({ value }) => value.split(",").map(withoutSpace));
  const destinations: RptDestination[] = [];
  for (const uri of uris) {
    const destination = destinationOf(uri);
    if (destination === undefined) {
      if (uris.length === 1 && uri === "") return { kind: "invalid", fault: "no-rua", texts: [text] };
      return { kind: "invalid", fault: "destination", texts: [text], uri };
    }
    destinations.push(destination);
  }
  return { kind: "valid", text, destinations };
}

/** Signs of a URI (RFC 3986 2) without those that have to be encoded here: comma, exclamation mark, semicolon. */
const URI = /^[A-Za-z0-9%\-._~:/?#[\]@$&'()*+=]+$/;

function destinationOf(uri: string): RptDestination | undefined {
  if (!URI.test(uri)) return undefined;
  const colon = uri.indexOf(":");
  const scheme = uri.slice(0, colon).toLowerCase();
  if (scheme === "mailto") {
    const [mailbox = ""] = uri.slice(colon + 1).split("?", 1);
    const at = mailbox.lastIndexOf("@");
    const host = mailbox.slice(at + 1).toLowerCase();
    return at > 0 && isHostName(host) ? { scheme, host, uri } : undefined;
  }
  if (scheme !== "https") return undefined;
  const url = URL.parse(uri);
  if (url?.protocol !== "https:" || url.hostname === "") return undefined;
  return { scheme, host: url.hostname.replace(/^\[(.*)\]$/, "$1"), uri };
}
