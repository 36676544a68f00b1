/** Codes of the run itself: what its policy lets pass. */
import { words, type SafeText } from "../../text/quote.ts";
import { diagnostic } from "./diagnostic.ts";

type Waiver = { readonly code: SafeText; readonly scope: SafeText; readonly until: SafeText };

export const runDiagnostics = {
  "waiver-expired": diagnostic<Waiver>({
    check: "run",
    severity: "warning",
    message: ({ code, scope, until }) =>
      words`The waiver for ${code}${scope} ended on ${until}; what it let pass counts again.`,
    remedy: words`Mend what it was for and take the waiver out; or give it a new end, and a reason that still holds.`,
  }),
  "waiver-ending": diagnostic<Waiver & { readonly left: SafeText }>({
    check: "run",
    severity: "notice",
    message: ({ code, scope, until, left }) =>
      words`The waiver for ${code}${scope} ends in ${left}, after ${until}.`,
    remedy: words`Mend what it lets pass before it counts again, or give the waiver a new end.`,
  }),
  "waiver-unused": diagnostic<Waiver>({
    check: "run",
    severity: "notice",
    message: ({ code, scope }) => words`The waiver for ${code}${scope} matches nothing in this run.`,
    remedy: words`Take it out where its cause is mended; else look for a slip in its code, domain or host.`,
  }),
  "policy-silences": diagnostic<{ readonly what: SafeText }>({
    check: "run",
    severity: "notice",
    message: ({ what }) => words`The policy ${what}.`,
    remedy: words`Check that each of these is meant. To forbid them, set \`policy-silences: error\` in the input \`severity\`: an input overrides the policy file.`,
  }),
  "recording-cut-off": diagnostic<{ readonly recordings: SafeText; readonly missing: SafeText }>({
    check: "run",
    severity: "inconclusive",
    message: ({ recordings, missing }) =>
      words`${recordings}, so the run was killed or the file is incomplete: ${missing}.`,
    remedy: words`Run it again, or copy the file again. To report what was finished anyway, set \`recording-cut-off: warning\` in \`severity\`.`,
  }),
} as const;
