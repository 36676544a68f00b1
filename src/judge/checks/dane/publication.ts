/** What DNS publishes for an endpoint: whether DANE applies to it, before any certificate is looked at (RFC 7672 2.2). */
import type { DaneObservation, DnsAnswer } from "../../../observe/observation.ts";
import { rateRecords, type RatedRecord } from "./tlsa-records.ts";

/** TLSA records that were found. */
interface Records {
  /** The name below which they stand; it is the server name that senders ask for (RFC 7672 8.1). */
  readonly baseDomain: string;
  readonly answer: DnsAnswer;
  readonly records: readonly RatedRecord[];
  /** How many there are, where more than were looked at. */
  readonly listed?: number | undefined;
}

export type Publication =
  /** No records: DANE does not apply. */
  | {
      readonly status: "none";
      readonly answer?: DnsAnswer;
      /** No answer came, and the addresses are not known to be signed or unsigned. */
      readonly lost?: true;
    }
  /** Senders cannot look the records up, and must not go on without (RFC 7672 2.1.2). */
  | { readonly status: "failed"; readonly baseDomain: string; readonly answer: DnsAnswer }
  /** This run could not look them up, which says nothing of senders. */
  | { readonly status: "not-seen"; readonly answer: DnsAnswer }
  /** There are records, and no DNSSEC that would make them count. */
  | (Records & { readonly status: "insecure"; readonly of: "addresses" | "records" })
  /** There are records, and whether DNSSEC makes them count is unknown. */
  | (Records & { readonly status: "unseen" })
  /** The records count; those of a zone file will, once it is signed and live. */
  | (Records & { readonly status: "secure" | "zone-file" });

/** The records as far as senders would look at them. */
export type Published = Extract<Publication, Records>;

export function publicationOf(dane: DaneObservation): Publication {
  const last = dane.lookUps.at(-1);
  if (last === undefined) return { status: "none" };
  const { baseDomain, tlsa: answer, listed } = last;
  const statuses = [dane.addresses, dane.cname?.dnssec];
  const secured = statuses.includes("secure");
  if (isLost(answer)) {
    // Without secure addresses no sender asks (RFC 7672 2.2.2).
    if (!secured) return { status: "none", answer, ...(dane.addresses !== "insecure" && { lost: true }) };
    return isOurs(answer) ? { status: "not-seen", answer } : { status: "failed", baseDomain, answer };
  }
  const associations = answer.associations ?? [];
  if (answer.outcome !== "answer" || associations.length === 0) return { status: "none", answer };
  const found = { baseDomain, answer, records: rateRecords(associations, dane.matches), listed };
  if (answer.zoneFile !== undefined) return { ...found, status: "zone-file" };
  if (secured && answer.dnssec === "secure") return { ...found, status: "secure" };
  if (answer.dnssec === "insecure") return { ...found, status: "insecure", of: "records" };
  if (!secured && dane.addresses === "insecure") return { ...found, status: "insecure", of: "addresses" };
  return { ...found, status: "unseen" };
}

/** Whether no usable answer came: an alias that leads to no end is none either. */
function isLost({ outcome, aliasLoop, aliasLimit }: DnsAnswer): boolean {
  if (aliasLoop === true || aliasLimit !== undefined) return true;
  return outcome !== "answer" && outcome !== "nodata" && outcome !== "nxdomain";
}

/** Whether the lack of an answer is this machine's or its resolver's. */
function isOurs({ outcome }: DnsAnswer): boolean {
  return ["aborted", "local-limit", "unreachable", "refused"].includes(outcome);
}

/** Whether senders authenticate the server by these records, or do not deliver. */
export function applies(publication: Publication): publication is Published & { status: "secure" } {
  return (
    publication.status === "secure" && publication.records.some(({ unusable }) => unusable === undefined)
  );
}
