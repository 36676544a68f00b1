/** What must hold: the input of judging beside the observations. */
import type { Thresholds } from "../config/settings.ts";
import type { FilePosition, GateRules, PolicyInForce } from "./report.ts";

export interface Policy {
  /**
   * Thresholds for a host of a domain; for the domain itself where `host` is undefined. The same object comes
   * back for equal thresholds, so that an endpoint is judged once however many domains share it.
   */
  thresholdsFor(domain: string, host: string | undefined): Thresholds;
  /** Where a setting was set, if in a file. */
  positionOf(setting: string): FilePosition | undefined;
  readonly gate: GateRules;
  readonly inForce: PolicyInForce;
}
