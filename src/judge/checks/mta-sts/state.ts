/** What a domain publishes of MTA-STS, read as senders read it: the one place where records and policies are read in judge/. */
import type {
  DnsAnswer,
  DomainObservation,
  MtaStsObservation,
  PolicyFetch,
} from "../../../observe/observation.ts";
import {
  policyCovers,
  readStsPolicy,
  type OfLine,
  type PolicyFault,
  type StsPolicy,
} from "../../../sts/sts-policy.ts";
import { readStsRecord, type StsRecordReading } from "../../../sts/sts-record.ts";

type ValidRecord = Extract<StsRecordReading, { kind: "valid" }>;
type InvalidRecord = Extract<StsRecordReading, { kind: "invalid" }>;

/** The policy as far as it was to be had. */
export type PolicyState =
  | { readonly kind: "policy"; readonly policy: StsPolicy }
  | { readonly kind: "invalid"; readonly fault: OfLine<PolicyFault> }
  /** Compressed, though nobody asked for that. */
  | { readonly kind: "encoded"; readonly encoding: string }
  | { readonly kind: "not-fetched"; readonly fetch: PolicyFetch };

export type StsState =
  /** DNS gave no answer. */
  | { readonly kind: "unanswered"; readonly answer: DnsAnswer }
  | { readonly kind: "none" }
  | { readonly kind: "invalid"; readonly record: InvalidRecord }
  | { readonly kind: "published"; readonly record: ValidRecord; readonly policy: PolicyState };

/** What senders make of the record, and of the policy behind it. */
export function stsStateOf(observed: MtaStsObservation): StsState {
  const { record: answer } = observed;
  if (!["answer", "nodata", "nxdomain"].includes(answer.outcome)) return { kind: "unanswered", answer };
  const record = readStsRecord(answer.texts);
  if (record.kind === "none") return { kind: "none" };
  if (record.kind === "invalid") return { kind: "invalid", record };
  const policy = policyStateOf(observed);
  return policy === undefined ? { kind: "none" } : { kind: "published", record, policy };
}

/** The policy that was fetched, or the file that stands for it; undefined where nobody asked for it. */
export function policyStateOf({ fetch, file }: MtaStsObservation): PolicyState | undefined {
  if (file !== undefined) return readText(file.text);
  if (fetch === undefined) return undefined;
  const { body, contentEncoding = "identity" } = fetch;
  if (fetch.outcome !== "answered" || body === undefined) return { kind: "not-fetched", fetch };
  const encoding = contentEncoding.trim().toLowerCase();
  return encoding === "" || encoding === "identity" ? readText(body) : { kind: "encoded", encoding };
}

function readText(text: string): PolicyState {
  const reading = readStsPolicy(text);
  return reading.policy === undefined
    ? { kind: "invalid", fault: reading.fault }
    : { kind: "policy", policy: reading.policy };
}

/** The policy that senders follow, in whatever mode; undefined where they find none, or nobody has looked. */
export function followedPolicy({ mtaSts }: Pick<DomainObservation, "mtaSts">): StsPolicy | undefined {
  const state = mtaSts === undefined ? undefined : stsStateOf(mtaSts);
  return state?.kind === "published" && state.policy.kind === "policy" ? state.policy.policy : undefined;
}

/**
 * Whether MTA-STS senders deliver to an MX host of a domain only by its enforced policy: it is in force and covers the host.
 * @param policy the one that they follow
 * @param host as the MX record names it, in A-labels and lower case
 */
export function enforcedByMtaSts(policy: StsPolicy | undefined, host: string): boolean {
  return policy?.mode === "enforce" && policyCovers(policy, host);
}
