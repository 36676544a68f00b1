/**
 * What real servers say to a RCPT (or MAIL) of a stranger, and what they mean by it. The words are those of the
 * programs' own sources and of bounces that their users have published; addresses and hosts are replaced.
 */
import type { RelayMeaning } from "../../../../src/judge/checks/relay-meaning.ts";

export interface RealReply {
  /** Who says so. */
  readonly of: string;
  /** Whole lines, without line end. */
  readonly says: string | readonly string[];
  readonly means: RelayMeaning;
}

/** Who says something, and what. */
export type Said = readonly [of: string, says: string | readonly string[]];

/** Gives replies that mean the same their meaning. */
export function all(means: RelayMeaning, replies: readonly Said[]): RealReply[] {
  return replies.map(([of, says]) => ({ of, says, means }));
}
