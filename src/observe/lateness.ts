/** How much of a time that was measured is this machine's own: no server is blamed for it. */
import { round, type Clock } from "../system/clock.ts";
import { NOTED_LATENESS } from "./bounds.ts";

/** Begins to measure; what is returned ends it, and gives what is to be recorded: nothing where it does not matter. */
export function startLateness({ lateness }: Clock): () => { readonly late?: number } {
  const end = lateness?.();
  return () => {
    const late = end?.() ?? 0;
    return late < NOTED_LATENESS ? {} : { late: round(late) };
  };
}
