/** Codes of the run itself: what its policy lets pass, and what of it is not there. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

type Waiver = { readonly code: SafeText; readonly scope: SafeText; readonly until: SafeText };

export const runDiagnostics = {
  "shard-missing": diagnostic<{ readonly what: SafeText }>({
    check: "run",
    severity: "error",
    message: ({ what }) => words`${what}.`,
    remedy: words`Run the shards that are missing again and judge all of them together: each of 1 to N once, with the same domains, settings and version. To judge a part on purpose, set allow-partial.`,
  }),
  "deadline-too-short": diagnostic<{
    readonly operator: SafeText;
    readonly takes: SafeText;
    readonly deadline: SafeText;
  }>({
    check: "run",
    severity: "notice",
    message: ({ operator, takes, deadline }) =>
      words`${operator} alone needs about ${takes}, because no operator is crowded; the deadline leaves ${deadline}.`,
    remedy: words`Raise \`deadline\`, share the run among shards (\`shard: K/N\`), or set \`addresses: one\` where each customer has a host name of its own.`,
  }),
  "addresses-not-probed": diagnostic<{ readonly addresses: SafeText; readonly hosts: SafeText }>({
    check: "run",
    severity: "notice",
    message: ({ addresses, hosts }) =>
      words`${addresses} of ${hosts} not tested: one address of each host was chosen instead (addresses: one).`,
    remedy: words`Nothing to do where all addresses of a host lead to the same servers. Else set \`addresses: all\` for these hosts.`,
  }),
  "target-sources": diagnostic<{ readonly what: SafeText }>({
    check: "run",
    severity: "notice",
    message: ({ what }) => words`${what}.`,
    remedy: words`Check that this run tests what you mean, by the DNS that you mean.`,
  }),
  "waiver-expired": diagnostic<Waiver>({
    check: "run",
    severity: "warning",
    message: ({ code, scope, until }) =>
      words`The waiver for ${code}${scope} ended on ${until}; its findings count again.`,
    remedy: words`Fix what it was for and remove the waiver; or give it a new end, and a reason that still holds.`,
  }),
  "waiver-ending": diagnostic<Waiver & { readonly left: SafeText }>({
    check: "run",
    severity: "notice",
    message: ({ code, scope, until, left }) =>
      words`The waiver for ${code}${scope} ends in ${left}, after ${until}.`,
    remedy: words`Fix what it lets pass before it counts again, or give the waiver a new end.`,
  }),
  "waiver-unused": diagnostic<Waiver>({
    check: "run",
    severity: "notice",
    message: ({ code, scope }) => words`The waiver for ${code}${scope} matches nothing in this run.`,
    remedy: words`Remove it if its cause is fixed; else check its code, domain or host.`,
  }),
  "policy-silences": diagnostic<{ readonly what: SafeText }>({
    check: "run",
    severity: "notice",
    message: ({ what }) => words`The policy ${what}.`,
    remedy: words`Check that each of these is intended. To forbid them, set severity: policy-silences:error outside the policy file, which it overrides.`,
  }),
  "recording-cut-off": diagnostic<{ readonly recordings: SafeText; readonly missing: SafeText }>({
    check: "run",
    severity: "inconclusive",
    message: ({ recordings, missing }) =>
      words`${recordings}, so either the run was killed or the file is incomplete: ${missing}.`,
    remedy: words`Run it again, or copy the file again. To report what was finished anyway, set severity: recording-cut-off:warning.`,
  }),
} as const;
