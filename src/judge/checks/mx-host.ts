/** What is said of one host by its name and addresses. */
import type { DnsAnswer, MxHost } from "../../observe/observation.ts";
import { joinWords, quote, quoteName, words, type SafeText } from "../../text/quote.ts";
import { raise, type Raised } from "../outcome.ts";
import type { Severity } from "../report.ts";
import {
  judgeDiffering,
  judgeFailure,
  nothingExists,
  resolverBroken,
  type Doubt,
  type Softened,
} from "./dns-answer.ts";

/** A host without IPv6 where the policy requires it; an answer that did not come is reported as such. */
function missingIpv6(host: MxHost): Raised[] {
  const noIpv6 = host.aaaa?.outcome === "nodata" || host.aaaa?.outcome === "nxdomain";
  if (host.addresses.length === 0 || !noIpv6) return [];
  const addresses = host.addresses.slice(0, 8).map(({ address }) => quote(address));
  return [raise("ipv6-missing", { host: quoteName(host.host) }, { actual: joinWords(addresses, ", ") })];
}

/** What a host is judged by. */
export interface HostContext extends Doubt {
  /** No MX record names it, so an alias is nothing bad. */
  readonly implicit: boolean;
  readonly requiresIpv6: boolean;
  readonly privateAddressesAllowed: boolean;
  /** What it is; an MX host, if left out. */
  readonly role?: SafeText;
}

/** What is said of a host: of an exchange, or of a server that was named directly. */
export function judgeHost(host: MxHost, context: HostContext): Raised[] {
  const { implicit, requiresIpv6, role = words`MX host` } = context;
  const name = { host: quoteName(host.host), role };
  if (host.form === "root") return [];
  if (host.form === "address") return [raise("mx-is-address", name)];
  if (host.form === "invalid") return [raise("mx-invalid-name", { ...name, why: words`` })];
  const answers = [host.a, host.aaaa].filter((answer) => answer !== undefined);
  const findings: Raised[] = answers.flatMap(judgeDiffering);
  const alias = answers.find((answer) => answer.aliases.length > 0);
  const target = alias?.aliases.at(-1);
  if (target !== undefined && !implicit)
    findings.push(raise("mx-is-alias", { ...name, target: quoteName(target) }));
  if (host.addressesListed !== undefined) {
    const probed = host.addresses.length;
    const details = { host: name.host, listed: host.addressesListed, probed };
    findings.push(raise("mx-truncated", details, { confirm: "dig-host" }));
  }
  const underscore = host.host.includes("_") && !implicit;
  if (underscore) {
    const why = words` because of the underscore; senders deliver, but no public authority issues a certificate for it`;
    findings.push(raise("mx-invalid-name", { ...name, why }, { severity: "warning" }));
  }
  const reachable = host.addresses.length > 0;
  // A name that has an address exists, whatever a broken name server says of the other family (RFC 8020).
  const missing = reachable ? undefined : answers.find((answer) => answer.outcome === "nxdomain");
  if (missing !== undefined) {
    const broken = nothingExists(missing, context);
    return [
      ...findings,
      broken ? resolverBroken(missing, context) : raise("mx-host-not-found", name, missingDot(host.host)),
    ];
  }
  const answered = ["answer", "nodata", "nxdomain"];
  const failed = answers.filter((answer) => !answered.includes(answer.outcome));
  for (const answer of failed)
    findings.push(...judgeFailure(answer, context, reachable ? softening(answer, requiresIpv6) : undefined));
  if (failed.length === 0 && !reachable) {
    const unending = answers.map(unendingChain).find((found) => found !== undefined);
    findings.push(
      raise("mx-no-address", name, unending === undefined ? missingDot(host.host) : { actual: unending }),
    );
  }
  if (requiresIpv6) findings.push(...missingIpv6(host));
  return [...findings, ...privateAddresses(host, role, context.privateAddressesAllowed)];
}

/** What less depends on an answer where the other family has an address: most senders get through all the same. */
function softening({ type }: DnsAnswer, requiresIpv6: boolean): Softened {
  if (type !== "AAAA") return "warning";
  return requiresIpv6 ? "inconclusive-always" : "warning-always";
}

/** Why a chain of aliases leads nowhere, where it has no end. */
export function unendingChain({ aliasLoop, aliasLimit }: DnsAnswer): SafeText | undefined {
  if (aliasLoop === true) return words`the CNAME chain runs in a circle`;
  return aliasLimit === undefined ? undefined : words`the CNAME chain has more than ${aliasLimit} aliases`;
}

/**
 * Ends of names that stand in mid-name where the dot at the end was left out: generic top-level domains, for two letters
 * are a subdomain as often as a country. Of those that name subdomains, too (`mx.net.example.com`), only what stands behind a
 * host and a domain counts.
 */
const TOP_LEVEL = /^(?:com|org)$/;
const TOP_LEVEL_BEHIND_DOMAIN = /^(?:com|org|net|info|biz|name|pro)$/;

/**
 * A name with its domain twice at the end, or with a top-level domain in its middle, was most likely written without a
 * dot at its end in the zone file.
 */
function missingDot(host: string): { readonly expected?: SafeText } {
  const labels = host.split(".");
  const isEnd = (label: string, index: number): boolean =>
    index > 1 ? TOP_LEVEL_BEHIND_DOMAIN.test(label) : index === 1 && TOP_LEVEL.test(label);
  const end = labels.findIndex(isEnd) + 1;
  if (end > 0 && labels.length - end >= 2) {
    const meant = quoteName(labels.slice(0, end).join("."));
    return {
      expected: words`did you mean ${meant}. with a dot at the end? A zone's name is added to one without it`,
    };
  }
  for (let length = 2; length * 2 < labels.length + 1; length++) {
    const last = labels.slice(-length).join(".");
    if (labels.slice(-2 * length, -length).join(".") !== last) continue;
    const meant = quoteName(labels.slice(0, -length).join("."));
    return { expected: words`did you mean ${meant}. with a dot at the end? The zone's name is in it twice` };
  }
  return {};
}

/** Addresses of a host that are not public. */
export function privateAddresses({ host, addresses }: MxHost, role: SafeText, allowed: boolean): Raised[] {
  const severity: Severity = allowed ? "notice" : "error";
  return addresses
    .filter(({ scope }) => scope !== "public")
    .map(({ address, scope }) => {
      const details = { host: quoteName(host), role, address: quote(address), scope: quote(scope) };
      return raise("mx-private-address", details, { severity, about: address });
    });
}
