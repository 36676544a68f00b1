/** Why another program says something else about a target than the truth does. */
import type { EndpointCheck } from "./expectation.ts";

/** One difference, as the reasons need it. */
export interface Difference {
  readonly target: string;
  readonly tool: string;
  /** What is true: the endpoint fails at these checks with these codes; nothing where it is sound. */
  readonly failing: readonly EndpointCheck[];
  readonly codes: readonly string[];
}

interface Reason {
  readonly tools: readonly string[];
  /** All that is given must hold. */
  readonly targets?: RegExp;
  readonly codes?: RegExp;
  readonly failing?: readonly EndpointCheck[];
  readonly why: string;
}

const OPENSSL = "openssl s_client";
const FINGER = "posttls-finger";
const NMAP = "nmap";
const CHECK = "check_smtp";

/** The first one that fits counts. */
const REASONS: readonly Reason[] = [
  {
    tools: [OPENSSL, FINGER, CHECK, NMAP],
    targets: /^(?:rate-limit)$/,
    why: "the tools before it had used up the connections of the minute",
  },
  {
    tools: [OPENSSL, FINGER, CHECK],
    targets: /-once$|^now-and-then$/,
    why: "takes no second look",
  },
  {
    tools: [OPENSSL, FINGER, CHECK],
    targets: /^null-cipher$/,
    why: "offers no cipher without encryption, so it cannot name what the server has",
  },
  { tools: [OPENSSL], targets: /^bytewise$/, why: "takes the first bytes of a reply for all of it" },
  {
    tools: [OPENSSL],
    targets: /^partial-wildcard$/,
    why: "still takes `m*`, which RFC 9525 no longer allows",
  },
  {
    tools: [OPENSSL],
    codes: /^starttls-hidden$/,
    why: "tries STARTTLS whatever EHLO says, and so hides the fault",
  },
  { tools: [OPENSSL], failing: ["ehlo"], why: "goes on to STARTTLS whatever EHLO says" },
  { tools: [FINGER], codes: /^cert-weak-key$/, why: "asks for no length of keys" },
  {
    tools: [OPENSSL, FINGER],
    codes: /^tls-handshake-failed$/,
    why: "is done when the handshake is; the server's alert comes behind it",
  },
  { tools: [FINGER], codes: /^ehlo-closed$/, why: "is done when the handshake is" },
  {
    tools: [OPENSSL, FINGER],
    codes: /^starttls-extra-data$/,
    why: "throws the bytes away and does not say so",
  },
  {
    tools: [OPENSSL, FINGER],
    codes: /^cert-expiring$/,
    why: "a certificate is good for it to the last second",
  },
  {
    tools: [OPENSSL, FINGER, CHECK],
    failing: ["relay"],
    why: "ends before MAIL and knows nothing of relaying",
  },
  {
    tools: [OPENSSL, FINGER, CHECK],
    failing: ["delivery"],
    why: "ends before MAIL and asks for no recipient",
  },
  {
    tools: [CHECK],
    targets: /^lower-case$/,
    why: "compares EHLO keywords with their case (RFC 5321 2.4: without)",
  },
  {
    tools: [CHECK],
    targets: /^(?:six-days|days)-/,
    why: "counts days (30 and 14), however long the certificate lives",
  },
  { tools: [CHECK], targets: /^sni/, why: "names no server (SNI)" },
  { tools: [CHECK], failing: ["certificate"], why: "looks at the certificate's last day alone" },
  {
    tools: [CHECK],
    targets: /^quit-silence$/,
    why: "says OK, waits for the answer to QUIT, and calls it critical that none comes",
  },
  {
    tools: [NMAP],
    targets: /^thorough-local$/,
    why: "none of its 16 forms has a sender of the domain that is tested",
  },
  {
    tools: [NMAP],
    targets: /^thorough-(?:percent|quoted)$/,
    why: "calls it a relay though no foreign domain part was taken; we warn (`relay-odd-forms`)",
  },
  {
    tools: [NMAP],
    targets: /^(?:lf-only|large-hello-dropped)$/,
    why: "takes the first packet of a reply for all of it; the box sends each line alone, so the answers it reads are those of earlier commands",
  },
  { tools: [NMAP], targets: /^open-in-tls/, why: "tests in the clear only" },
  { tools: [NMAP], targets: /^takes-252$/, why: "does not count 252 as accepted" },
  { tools: [NMAP], targets: /^open-to-percent$/, why: "tries 16 forms; our basic test tries the plain one" },
  {
    tools: [NMAP],
    codes: /^session-/,
    why: "its script gives up where the dialog ends or falls silent, and judges nothing",
  },
  { tools: [NMAP], failing: ["delivery"], why: "asks for foreign recipients only" },
  {
    tools: [NMAP],
    failing: ["banner", "ehlo", "starttls", "certificate"],
    why: "shows what there is and judges relaying alone",
  },
];

/** The reason, or undefined where none is known: then somebody has to look. */
export function reasonFor({ target, tool, failing, codes }: Difference): string | undefined {
  const fits = (reason: Reason): boolean =>
    reason.tools.includes(tool) &&
    (reason.targets?.test(target) ?? true) &&
    (reason.codes === undefined || codes.some((code) => reason.codes?.test(code))) &&
    (reason.failing === undefined || failing.some((check) => reason.failing?.includes(check)));
  return REASONS.find(fits)?.why;
}
