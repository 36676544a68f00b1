/** Targets that differ in their TLSA records alone. */
import type { Label, MakeChain, Target, TlsaPlan } from "./target.ts";

type Rest = Partial<Omit<Target, "name" | "rule" | "label">>;

/** A target with one host and one server, and these records for port 25. */
export function records(
  name: string,
  chain: MakeChain,
  tlsa: readonly TlsaPlan[],
  label: Pick<Label, "delivery"> & { readonly dane: NonNullable<Label["dane"]>[string] },
  rest: Rest & { readonly rule: string; readonly see: string },
): Target {
  return {
    name,
    hosts: { mx: [{ chain }] },
    tlsa: { mx: tlsa },
    ...rest,
    label: { dane: { mx: label.dane }, delivery: label.delivery ?? "verified" },
  };
}
