/** The registry of codes. A code enters with the test that provokes it and its page in docs/codes. */
import type { Diagnostic } from "./diagnostic.ts";
import { bannerDiagnostics } from "./banner.ts";
import { certificateDiagnostics } from "./certificate.ts";
import { connectDiagnostics } from "./connect.ts";
import { daneDiagnostics } from "./dane.ts";
import { deliveryDiagnostics } from "./delivery.ts";
import { ehloDiagnostics } from "./ehlo.ts";
import { mtaStsDiagnostics } from "./mta-sts.ts";
import { mxDiagnostics } from "./mx.ts";
import { relayDiagnostics } from "./relay.ts";
import { runDiagnostics } from "./run.ts";
import { sessionDiagnostics } from "./session.ts";
import { starttlsDiagnostics } from "./starttls.ts";
import { tlsRptDiagnostics } from "./tls-rpt.ts";
import { zoneDiagnostics } from "./zone.ts";

export const diagnostics = {
  ...mxDiagnostics,
  ...connectDiagnostics,
  ...bannerDiagnostics,
  ...ehloDiagnostics,
  ...starttlsDiagnostics,
  ...certificateDiagnostics,
  ...relayDiagnostics,
  ...deliveryDiagnostics,
  ...daneDiagnostics,
  ...mtaStsDiagnostics,
  ...tlsRptDiagnostics,
  ...sessionDiagnostics,
  ...runDiagnostics,
  ...zoneDiagnostics,
} as const;

export type Code = keyof typeof diagnostics;
/** Every code. Annotated, because the settings are checked against it and the codes name settings. */
export const CODES: readonly string[] = Object.keys(diagnostics);

/** Codes that no policy can turn off. */
export const ALWAYS_TOLD: readonly string[] = ["policy-silences"];

/** Codes whose severity no policy changes: a setting of the run does. */
export const FIXED_SEVERITY: Readonly<Record<string, string>> = { "shard-missing": "allow-partial" };

/** The words that a code's message needs. */
export type DetailsOf<Name extends Code> = Parameters<(typeof diagnostics)[Name]["message"]>[0];

/** What all diagnostics have in common, for those who need no message. */
export function describe(code: Code): Omit<Diagnostic, "message"> {
  return diagnostics[code];
}

/** True where the text is a code of the registry. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(diagnostics, text);
}
