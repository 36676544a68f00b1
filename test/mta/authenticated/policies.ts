/** MTA-STS policies in the words of targets, and where the bed serves them (RFC 8461 3.2, 3.3). */
import type { PolicyPlan, StsPlan } from "./target.ts";

export const WEEK = 604_800;

/** Where policies are served: all at one address, told apart by name, but for these. */
export const POLICY_HOSTS = {
  nginx: "127.25.254.1",
  nginx6: "fd00:25:254::1",
  tls11: "127.25.254.2",
  plaintext: "127.25.254.3",
  silent: "127.25.254.4",
  /** Nothing listens here. */
  refused: "127.25.254.5",
} as const;

export function policyLines(
  mode: string,
  patterns: readonly string[],
  maxAge: number | string = WEEK,
): readonly string[] {
  return [
    "version: STSv1",
    `mode: ${mode}`,
    ...patterns.map((pattern) => `mx: ${pattern}`),
    `max_age: ${String(maxAge)}`,
  ];
}

/** A sound policy, and what else is to be said of it. */
export function sound(mode: string, patterns: readonly string[], rest: PolicyPlan = {}): PolicyPlan {
  return { text: policyLines(mode, patterns), patterns, ...rest };
}

/** A sound record and a sound policy. */
export function enforce(...patterns: readonly string[]): StsPlan {
  return { policy: sound("enforce", patterns) };
}

export function testing(...patterns: readonly string[]): StsPlan {
  return { policy: sound("testing", patterns) };
}

/** The record that a target has where it does not say otherwise. */
export const SOUND_RECORD = '"v=STSv1; id=20260101T000000"';

/** Address of a policy host, or nothing where it has none. */
export function addressOf({ at }: PolicyPlan): string | undefined {
  if (at === "absent") return undefined;
  if (at === "v6") return POLICY_HOSTS.nginx6;
  return at === undefined || at === "drip" || at === "gzip" ? POLICY_HOSTS.nginx : POLICY_HOSTS[at];
}
