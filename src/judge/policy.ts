/** What must hold: the input of judging beside the observations. */
import type { Baseline } from "./baseline.ts";
import type { GateRules, PolicyInForce, SeverityLevel } from "./report.ts";
import type { FilePosition } from "../text/file-position.ts";

/** The settings that decide how observations are judged, by their names: those of kind `judge` in config/settings.ts. */
export interface Thresholds {
  readonly "min-tls-version": "1.0" | "1.1" | "1.2" | "1.3";
  readonly "min-days-to-expiry": ExpiryRule;
  readonly "warn-days-to-expiry": ExpiryRule;
  readonly require: Requirement[];
  readonly "require-extensions": string[];
  readonly "max-banner-seconds": number;
  readonly severity: Readonly<Record<string, "error" | "off" | "notice" | "warning" | "inconclusive">>;
  readonly expect: "any" | "none" | "mail";
  readonly "mx-hosts": string[];
  readonly "min-mx-hosts": number;
  readonly "require-ipv6": boolean;
  readonly "min-rsa-bits": number;
  readonly trust: "any" | "senders" | "webpki";
  readonly issuers: string[];
  readonly "forbid-extensions": string[];
}

/** What every domain has to publish: `mta-sts` enforced, `mta-sts-testing` tested at least. */
export const REQUIREMENTS = ["dane", "mta-sts", "mta-sts-testing", "tls-rpt"] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

export interface Policy {
  /**
   * Thresholds for a host of a domain; for the domain itself where `host` is undefined. The same object comes
   * back for equal thresholds, so that an endpoint is judged once however many domains share it.
   */
  thresholdsFor(domain: string, host: string | undefined): Thresholds;
  /** Whether anything is asked of a host beyond its addresses. */
  asksServer(host: string): boolean;
  /** Where a setting was set for a host of a domain, if in a file; `severity CODE` for the severity of a code. */
  positionOf(setting: string, domain?: string, host?: string): FilePosition | undefined;
  /** Severities of the findings of the run itself. */
  readonly severity: Thresholds["severity"];
  readonly waivers: readonly WaiverRule[];
  readonly silences: PolicySilences;
  readonly baseline?: Baseline | undefined;
  readonly gate: GateRules;
  readonly inForce: PolicyInForce;
}

/** Where a rule of a policy stands, and what it is for. */
export interface RulePlace {
  /** Absent where an input or option says so. */
  readonly position?: FilePosition | undefined;
  /** Domains and hosts that it is for, in words; empty where it is for everything. */
  readonly scope: string;
}

/** Where a policy asks for less than the defaults do. */
export interface PolicySilences {
  /** Codes that it turns off, or gives a severity below their default. */
  readonly codes: readonly (RulePlace & { readonly code: string; readonly level: SeverityLevel })[];
  /** Settings of the policy file that check less than their default: `relay-test: off`. */
  readonly settings: readonly (RulePlace & { readonly name: string; readonly value: string })[];
}

/** One code that is let pass until a day. */
export interface WaiverRule {
  readonly code: string;
  /** What it holds for, in words: `mx2.example.com`; empty where it holds for everything. */
  readonly scope: string;
  /** Last day, inclusive, UTC. */
  readonly until: string;
  readonly reason: string;
  readonly position: FilePosition;
  /** Whether it holds for a host of a domain; for the domain itself where `host` is undefined. */
  covers(domain: string, host: string | undefined): boolean;
}

/** Days, or a share of a certificate's lifetime. `capShare` bounds a default for short-lived certificates. */
export interface ExpiryRule {
  readonly days?: number;
  readonly percent?: number;
  readonly capPercent?: number;
}
