/** What a diagnostic code is. The codes themselves stand beside it, one file per check. */
import type { SafeText } from "../../text/quote.ts";
import type { Confirmation } from "../confirm/confirmation.ts";
import type { CheckId } from "../checks/all.ts";
import type { Severity } from "../report.ts";

/** Words that a finding is made with, by name; each code names the ones it needs. */
export type Details = Readonly<Record<string, SafeText | number>>;

/** For codes whose message needs no details. */
export type NoDetails = Readonly<Record<string, never>>;

export interface Diagnostic<Needed extends Details = never> {
  /** The check that raises it; `session` for codes that any step of the dialog may raise. */
  readonly check: CheckId | "session" | "run";
  readonly severity: Severity;
  /** One sentence: what is wrong, with the number in it. */
  readonly message: (details: Needed) => SafeText;
  /** What to do about it, in the imperative. */
  readonly remedy: SafeText;
  /** How to see it by hand. */
  readonly confirm?: Confirmation;
  /** What sending servers do with such an endpoint, where that does not depend on anything else. */
  readonly senders?: SafeText;
  /** Section of the RFC, or other source. */
  readonly reference?: string;
  /** Result type of RFC 8460 4.3. */
  readonly resultType?: string;
  /** True where it is about one address, whose line in a zone file is where an annotation points. */
  readonly ofAddress?: true;
  /** Name of the setting (kind `judge`) whose threshold asks for it: its line is where an annotation points. */
  readonly askedBy?: string;
}

/** Keeps the type of a code's details. */
export function diagnostic<Needed extends Details>(definition: Diagnostic<Needed>): Diagnostic<Needed> {
  return definition;
}
