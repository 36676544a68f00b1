/** What is said of a policy that did not come: whose fault it is, and why. */
import type { EgressObservation, PolicyFetch } from "../../../observe/observation.ts";
import { joinWords, quote, words, type SafeText } from "../../../text/quote.ts";
import { abortedFinding } from "../endings.ts";
import { forPeople, raise, sizeWords, type Raised } from "../../outcome.ts";

/** What a run knows of its way to web servers. */
export interface WebView {
  /** Address families in which a policy host of this run answered. */
  readonly answered: ReadonlySet<4 | 6>;
  readonly egress: readonly EgressObservation[] | undefined;
  /** Connections are another machine's, which may say "connected" before it knows. */
  readonly proxied: boolean;
}

/** The finding for a policy that was not fetched. */
export function judgeFetch(fetch: PolicyFetch, web: WebView): Raised {
  const host = quote(fetch.host, 255);
  const evidence = evidenceOf(fetch);
  if (fetch.outcome === "not-authenticated")
    return raise("mta-sts-webpki-invalid", { host, why: certificateWords(fetch) }, evidence);
  if (fetch.outcome === "aborted" || fetch.tls?.outcome === "aborted") return abortedFinding();
  const ours = oursBecause(fetch, web);
  if (ours !== undefined) {
    const what = words`The MTA-STS policy at ${host} could not be fetched from here: ${ours}`;
    const question = [fetch.a, fetch.aaaa].find((each) => each !== undefined && !isAnswered(each));
    if (fetch.outcome !== "name-failed" || question === undefined)
      return raise("mta-sts-unseen", { what }, evidence);
    const { name, type, server } = question;
    return raise(
      "mta-sts-unseen",
      { what },
      { ...evidence, confirm: "dig-question", question: { name, type, server } },
    );
  }
  return raise("mta-sts-fetch-failed", { host, why: failureWords(fetch) }, evidence);
}

function isAnswered({ outcome }: NonNullable<PolicyFetch["a"]>): boolean {
  return outcome === "answer" || outcome === "nodata" || outcome === "nxdomain";
}

/** Why it may be this side's fault; undefined where senders meet the same. */
function oursBecause(fetch: PolicyFetch, web: WebView): SafeText | undefined {
  const { outcome, connect, tls, address } = fetch;
  if (outcome === "name-failed") return words`DNS gave no answer about its addresses`;
  const family = address?.includes(":") === true ? 6 : 4;
  const way = web.egress?.find((each) => each.port === 443 && each.family === family);
  if (way?.blocked === true) return words`this machine reached no web server over IPv${family}`;
  if (outcome === "not-connected" || outcome === "timeout") {
    switch (connect?.outcome) {
      case "no-route":
        return words`this machine has no IPv${family} route`;
      case "local-limit":
        return words`this machine ran out of sockets or files`;
      case "proxy-failed":
        return words`the proxy failed`;
      case "refused":
      case "reset":
        return undefined;
      case "connected":
        if (tls?.outcome === "done") return undefined;
        break;
      case "timeout":
      case "unreachable":
      case "aborted":
      case "error":
      case undefined:
        break;
    }
    return isReached(way, web, family)
      ? undefined
      : words`${failureWords(fetch)}, and no other web server was reached, either`;
  }
  // What hangs up at once behind a proxy may be the proxy.
  const doubtful = tls?.outcome === "timeout" || (web.proxied && tls?.failure?.by !== "peer-alert");
  if (outcome === "tls-failed" && doubtful && !isReached(way, web, family))
    return words`${failureWords(fetch)}, and no other web server was reached, either`;
  return undefined;
}

/** Whether web servers can be reached from here. */
function isReached(way: EgressObservation | undefined, { answered }: WebView, family: 4 | 6): boolean {
  return (
    answered.has(family) ||
    (way?.controls.some(({ connect, greeting }) => connect.outcome === "connected" && greeting !== "none") ??
      false)
  );
}

/** `it answers with status 404`: completes a sentence. */
function failureWords(fetch: PolicyFetch): SafeText {
  const { outcome, status, location, connect, tls, detail, limit, seconds } = fetch;
  switch (outcome) {
    case "answered":
      if (status !== undefined && status >= 300 && status < 400 && location !== undefined)
        return words`it redirects (status ${status}), which senders do not follow`;
      return words`it answers with status ${status ?? 0} instead of 200`;
    case "no-address":
      return words`the name has no address`;
    case "name-failed":
      return words`DNS gave no answer about it`;
    case "address-not-public":
      return words`its address ${quote(detail ?? "")} is not public`;
    case "not-connected":
      return connectWords(connect?.outcome, connect?.code);
    case "tls-failed":
      if (tls?.outcome === "timeout") return words`the TLS handshake did not finish in time`;
      if (tls?.failure?.by === "not-tls") return words`it does not speak TLS on port 443`;
      return words`the TLS handshake failed (senders need TLS 1.2 or later)`;
    case "not-authenticated":
      return certificateWords(fetch);
    case "timeout":
      return words`the policy was not received within ${forPeople(seconds)} s`;
    case "broken-off":
      return words`what it sent is not a complete HTTP response`;
    case "too-large":
      return words`what it sent is larger than ${sizeWords(limit ?? 0)}`;
    case "aborted":
      return words`the run ended before that`;
  }
}

function connectWords(outcome: string | undefined, code: string | undefined): SafeText {
  switch (outcome) {
    case "refused":
      return words`it refuses connections on port 443`;
    case "reset":
      return words`it resets connections on port 443`;
    case "timeout":
      return words`nothing answers on port 443`;
    default:
      return words`no connection on port 443 (${quote(code ?? outcome ?? "unknown")})`;
  }
}

/** What OpenSSL says of a chain that leads nowhere, by what senders would call it. */
const VERDICTS: Readonly<Record<string, SafeText>> = {
  CERT_HAS_EXPIRED: words`its certificate has expired`,
  CERT_NOT_YET_VALID: words`its certificate is not valid yet`,
  DEPTH_ZERO_SELF_SIGNED_CERT: words`its certificate is self-signed`,
  SELF_SIGNED_CERT_IN_CHAIN: words`its certificate leads to a root that is not trusted`,
  UNABLE_TO_GET_ISSUER_CERT: words`its certificate leads to no trusted root`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: words`its certificate leads to no trusted root (an intermediate may be missing)`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: words`its certificate leads to no trusted root (an intermediate may be missing)`,
  CA_MD_TOO_WEAK: words`its chain has a signature that is too weak`,
  EE_KEY_TOO_SMALL: words`its key is too small`,
};

function certificateWords({ host, tls, namesHost }: PolicyFetch): SafeText {
  const verdict = tls?.opensslVerdict ?? "";
  if (tls?.chain?.length === 0 || verdict === "") return words`it sent no certificate`;
  if (verdict !== "OK")
    return VERDICTS[verdict] ?? words`its certificate is not valid (${quote(verdict, 100)})`;
  return namesHost === true
    ? words`its certificate is not valid`
    : words`its certificate does not name ${quote(host, 255)}`;
}

/** Address, TLS and HTTP, as they were seen. */
function evidenceOf({ address, tls, status, location, detail }: PolicyFetch): { evidence?: SafeText } {
  const parts = [
    address,
    tls?.failure?.message ?? tls?.failure?.code,
    tls?.opensslVerdict === "OK" ? undefined : tls?.opensslVerdict,
    status === undefined ? undefined : `HTTP ${String(status)}`,
    location === undefined ? undefined : `location: ${location}`,
    detail,
  ];
  const said = parts.filter((part) => part !== undefined).map((part) => quote(part, 200));
  return said.length === 0 ? {} : { evidence: joinWords([...new Set(said)], "; ") };
}
