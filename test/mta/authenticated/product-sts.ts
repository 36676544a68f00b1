/** What the whole program is held against: every target with a label about policies, and what came out. */
import { z } from "zod";
import type { Target } from "./target.ts";
import { TARGETS } from "./targets.ts";

/** Targets with a label of `mtaSts` or `tlsRpt`. */
export const STS_TARGETS: readonly Target[] = TARGETS.filter(
  ({ label }) => label.mtaSts !== undefined || label.tlsRpt !== undefined,
);

export const judged = z.strictObject({
  name: z.string(),
  /** Verdict and codes, as labels have them. */
  mtaSts: z.string(),
  tlsRpt: z.string(),
  /** The reach of the domain in a sentence. */
  reach: z.string(),
  /** What was said. */
  words: z.array(z.string()),
});
export type Judged = z.infer<typeof judged>;
