/** What must hold: the input of judging beside the observations. */
import type { Thresholds } from "../config/settings.ts";
import type { Baseline } from "./baseline.ts";
import type { FilePosition, GateRules, PolicyInForce } from "./report.ts";

export interface Policy {
  /**
   * Thresholds for a host of a domain; for the domain itself where `host` is undefined. The same object comes
   * back for equal thresholds, so that an endpoint is judged once however many domains share it.
   */
  thresholdsFor(domain: string, host: string | undefined): Thresholds;
  /** Where a setting was set for a host of a domain, if in a file; `severity CODE` for the severity of a code. */
  positionOf(setting: string, domain?: string, host?: string): FilePosition | undefined;
  /** Severities of the findings of the run itself. */
  readonly severity: Thresholds["severity"];
  readonly waivers: readonly WaiverRule[];
  readonly baseline?: Baseline | undefined;
  readonly gate: GateRules;
  readonly inForce: PolicyInForce;
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
