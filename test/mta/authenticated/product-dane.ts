/** What the whole program is held against: every target with a label about DANE, and what came out. */
import { z } from "zod";
import type { Target } from "./target.ts";
import { TARGETS } from "./targets.ts";

/** Targets with a label of `dane`, or about DANE in `mx`. */
export const DANE_TARGETS: readonly Target[] = TARGETS.filter(
  ({ label }) => label.dane !== undefined || label.mx !== undefined,
);

export const judgedDane = z.strictObject({
  name: z.string(),
  /** By host as labels name it, with `#n` for its n-th server: verdict and codes, as labels have them. */
  dane: z.record(z.string(), z.string()),
  /** Codes about DANE that `mx` has. */
  mx: z.array(z.string()),
  /** The reach of the domain in a sentence. */
  reach: z.string(),
  /** What was said. */
  words: z.array(z.string()),
});
export type JudgedDane = z.infer<typeof judgedDane>;
