/** The MX hosts and endpoints of a domain against its policy (RFC 8461 4). */
import type { MxObservation } from "../../../observe/observation.ts";
import { andMore, plural } from "../../../text/plural.ts";
import { joinWords, quote, quoteName, words, type SafeText } from "../../../text/quote.ts";
import { patternCovers, policyCovers, type StsPolicy } from "../../../sts/sts-policy.ts";
import { describe, type Code } from "../../diagnostics/registry.ts";
import { raise, type JudgedPlace, type Raised } from "../../outcome.ts";

/** What is said where the policy is only tested. */
function ofMode({ mode }: StsPolicy): Pick<Raised, "severity" | "senders"> {
  if (mode === "enforce")
    return {
      senders: words`senders that use MTA-STS skip this host, and queue the mail if no other host is left; other senders deliver`,
    };
  return {
    severity: "warning",
    senders: words`senders that use MTA-STS deliver, and report it if they send TLS reports`,
  };
}

/** MX hosts that have a name, each once. */
export function namedHosts(mx: MxObservation | undefined): string[] {
  const hosts = (mx?.hosts ?? []).filter(({ form }) => form !== "root" && form !== "address");
  return [...new Set(hosts.map(({ host }) => host))];
}

/** The place of a line of the policy, where it stands in a file. */
type AtLine = (line: number) => Pick<Raised, "at">;

/** Hosts that no pattern covers, and patterns that cover no host. */
export function judgeCoverage(policy: StsPolicy, hosts: readonly string[], at: AtLine): Raised[] {
  const listed = policy.patterns.slice(0, 8).map(({ pattern }) => quote(pattern, 255));
  const actual = words`mx: ${andMore(listed, policy.patterns.length)}`;
  const uncovered = hosts
    .filter((host) => !policyCovers(policy, host))
    .map((host) =>
      raise(
        "mta-sts-mx-not-covered",
        { host: quoteName(host), mode: quote(policy.mode) },
        {
          ...{ host, expected: words`mx: ${quote(host, 255)}`, actual },
          remedy: words`Add the line "mx: ${quote(host, 255)}" to the policy, then change the id in the _mta-sts record so that senders fetch the policy again; or remove the MX record.`,
          ...ofMode(policy),
          ...at(policy.patterns[0]?.line ?? policy.lines.mode),
        },
      ),
    );
  const patterns = new Map(policy.patterns.map(({ pattern, line }) => [pattern, line]));
  const unused = [...patterns]
    .filter(([pattern]) => !hosts.some((host) => patternCovers(pattern, host)))
    .slice(0, UNUSED_NAMED)
    .map(([pattern, line]) => raise("mta-sts-pattern-unused", { pattern: quote(pattern, 255) }, at(line)));
  return [...uncovered, ...unused];
}

/** Patterns that findings of their own name: nobody reads more. */
const UNUSED_NAMED = 20;

/** Endpoints of covered hosts that do not satisfy the policy, told host by host. */
export function judgeFitness(
  policy: StsPolicy,
  endpoints: readonly JudgedPlace[],
  at: Pick<Raised, "at">,
): Raised[] {
  const covered = endpoints.filter(({ observation: { host } }) => policyCovers(policy, host));
  return [...Map.groupBy(covered, ({ observation: { host } }) => host)].flatMap(([host, all]) => {
    const unfit = all.flatMap(({ observation, fitness }) =>
      fitness.kind === "unfit" ? [{ address: observation.address, reasons: fitness.reasons }] : [],
    );
    const [first] = unfit;
    const [reason] = first?.reasons ?? [];
    if (first === undefined || reason === undefined) return [];
    const some =
      unfit.length < all.length
        ? words` at ${unfit.length} of ${plural(all.length, "address", "addresses")}`
        : words``;
    const why = words`${reasonWords(reason)}${some}`;
    const evidence = joinWords(
      unfit.map(
        ({ address, reasons }) =>
          words`${quote(address)}: ${joinWords(
            reasons.map((code) => quote(code)),
            ", ",
          )}`,
      ),
      "; ",
    );
    const { resultType } = describe(reason);
    return [
      raise(
        "mta-sts-mx-unauthenticated",
        { host: quoteName(host), mode: quote(policy.mode), why },
        { host, evidence, ...ofMode(policy), ...at, ...(resultType !== undefined && { resultType }) },
      ),
    ];
  });
}

/** Why a host does not satisfy a policy, by the code of its own check; completes a sentence. */
const REASONS: Readonly<Partial<Record<Code, SafeText>>> = {
  "starttls-not-offered": words`it does not offer STARTTLS`,
  "starttls-refused": words`it refuses STARTTLS`,
  "tls-handshake-failed": words`the TLS handshake fails`,
  "tls-timeout": words`the TLS handshake does not finish`,
  "cert-expired": words`its certificate has expired`,
  "cert-not-yet-valid": words`its certificate is not valid yet`,
  "cert-name-mismatch": words`its certificate does not name the host`,
  "cert-common-name-only": words`its certificate names the host only in the common name, which does not count`,
  "cert-self-signed": words`its certificate is self-signed`,
  "cert-incomplete-chain": words`the server does not send the intermediate certificate`,
  "cert-untrusted": words`its certificate is not from a public CA`,
  "cert-chain-expired": words`a certificate of its chain has expired`,
};

function reasonWords(code: Code): SafeText {
  return REASONS[code] ?? words`finding ${quote(code)}`;
}
