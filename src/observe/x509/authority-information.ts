/** Where a certificate says that its issuer's is to be had: authority information access (RFC 5280 4.2.2.1). */
import { NAME_KIND } from "./alternative-names.ts";
import { MAX_CA_ISSUERS } from "../bounds.ts";
import { childrenOf, readLeading, readOid, TAG, type Element } from "./der.ts";

/** id-ad-caIssuers. */
const CA_ISSUERS = "1.3.6.1.5.5.7.48.2";

function readDescription(element: Element): { method: string; location: Element } | undefined {
  const [method, location] = childrenOf(element, TAG.sequence) ?? [];
  const id = readOid(method);
  return id === undefined || location === undefined ? undefined : { method: id, location };
}

/**
 * Reads the extension's value: the URIs of its caIssuers entries, as they came in latin1, a few at most. Places of
 * other kinds (directory names) are left out; undefined where it is malformed.
 */
export function readCaIssuers(value: Buffer): string[] | undefined {
  const uris: string[] = [];
  for (const element of readLeading(value, TAG.sequence) ?? [undefined]) {
    const description = element === undefined ? undefined : readDescription(element);
    if (description === undefined) return undefined;
    const { method, location } = description;
    if (method === CA_ISSUERS && location.tag === NAME_KIND.uri)
      uris.push(location.content.toString("latin1"));
  }
  return uris.slice(0, MAX_CA_ISSUERS);
}
