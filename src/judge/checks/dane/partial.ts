/** Whether DANE protects all MX hosts of a domain, or some of them only (RFC 7672 2.2.1). */
import { quote, quoteName, type SafeText } from "../../../text/quote.ts";
import { raise, type DomainSubject, type Raised } from "../../outcome.ts";
import { applies, publicationOf } from "./publication.ts";
import { listed } from "./tlsa-records.ts";

/**
 * The finding for a domain with hosts to which senders with DANE deliver without knowing to whom, beside others. A host whose
 * records cannot be looked up is none of them: such senders leave it out.
 */
export function judgePartial({ domain, observed }: DomainSubject): Raised[] {
  if (domain.mx === undefined) return [];
  const guarded = new Set<string>();
  const bare = new Set<string>();
  for (const { host, dane } of observed) {
    if (dane === undefined) continue;
    const publication = publicationOf(dane);
    if (applies(publication)) guarded.add(host);
    else if (!["failed", "not-seen", "unseen", "zone-file"].includes(publication.status)) bare.add(host);
  }
  // A host with DANE at one of its addresses is named once, as what it is to most senders.
  for (const host of guarded) bare.delete(host);
  if (guarded.size === 0 || bare.size === 0) return [];
  const hosts = (named: ReadonlySet<string>): SafeText => listed([...named].map((host) => quote(host, 255)));
  return [raise("dane-partial", { domain: quoteName(domain.name), of: hosts(guarded), bare: hosts(bare) })];
}
