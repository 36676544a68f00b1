/** What name servers would refuse of one record that could be read. */
import type { FieldValue, RecordData } from "../../dns/fields.ts";
import { troubleOfType } from "../../dns/mnemonics.ts";
import { fieldsOf } from "../../dns/record-types.ts";
import type { ZoneTroubleReason } from "../../dns/zone-troubles.ts";
import { STRING_OCTETS } from "../../text/bounds.ts";
import { isAtOrBelow } from "../../text/dns-name.ts";
import { isWellFormed } from "./other-data.ts";
import type { ZoneToken } from "./tokens.ts";
import { hasPunctuation } from "./values.ts";

/** A record as it is written and as it was read. */
export interface WrittenRecord {
  /** Undefined where the line begins with white space. */
  readonly ownerToken: ZoneToken | undefined;
  readonly owner: string;
  readonly type: string;
  /** The words between owner and data, and the data. */
  readonly head: readonly ZoneToken[];
  readonly words: readonly ZoneToken[];
  readonly data: RecordData | undefined;
  readonly apex: string | undefined;
}

type Noted = readonly [reason: ZoneTroubleReason, about?: string];

/** Types whose owner must be a host name, as BIND checks it. */
const HOST_OWNERS: ReadonlySet<string> = new Set(["A", "AAAA", "MX", "WKS"]);
/** Where a host name stands in the data, as BIND checks it; a PTR record's only in reverse zones. */
const HOST_FIELDS: Readonly<Record<string, number>> = { MX: 1, NS: 0, SOA: 0, SRV: 3 };

const HOST_LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** Everything that a name server would refuse, with what it is about. */
export function* troublesOfRecord(record: WrittenRecord): Generator<Noted> {
  const { ownerToken, type, head, words, data } = record;
  if (ownerToken?.quoted === true) yield ["quoted-name"];
  const all = ownerToken === undefined ? words : [ownerToken, ...words];
  if (all.some(({ text }) => /[^\x00-\x7f]/.test(text))) yield ["raw-octets"];
  const fields = fieldsOf(type) ?? [];
  const names = words.filter((_, index) => fields[index] === "name");
  if ([...(ownerToken === undefined ? [] : [ownerToken]), ...names].some(({ text }) => hasPunctuation(text)))
    yield ["name-characters"];
  if (head.some(({ text }) => /^CLASS\d/i.test(text))) yield ["class-number"];
  const typeTrouble = troubleOfType(type);
  if (typeTrouble !== undefined) yield [typeTrouble, type];
  yield* badHostNames(record);
  if (data?.some(isTooLong) === true) yield ["long-string", type];
  if (data === undefined && words[0]?.text !== "\\#" && !isWellFormed(type, words))
    yield ["record-data", type];
  if (type === "CAA" && data?.[1] === "") yield ["record-data", type];
  yield* troublesOfDs(record);
}

function isTooLong(value: FieldValue): boolean {
  return Array.isArray(value) && value.some((string: string) => string.length > STRING_OCTETS);
}

function* badHostNames({ owner, type, data }: WrittenRecord): Generator<Noted> {
  if (HOST_OWNERS.has(type) && !isHost(owner.replace(/^\*\./, "")) && !isExempt(owner, type))
    yield ["host-name", owner];
  const target = data?.[HOST_FIELDS[type] ?? -1];
  if (typeof target === "string" && target !== "." && !isHost(target)) yield ["host-name", target];
  const reverse = isAtOrBelow(owner, "in-addr.arpa") || isAtOrBelow(owner, "ip6.arpa");
  const [pointed] = data ?? [];
  if (type === "PTR" && reverse && typeof pointed === "string" && !isHost(pointed))
    yield ["host-name", pointed];
}

function isHost(name: string): boolean {
  return name.split(".").every((label) => HOST_LABEL.test(label));
}

/** Labels above which SPF macros with `exists` look for A records (RFC 7208 5.7, D.1). */
const SPF_LABELS: ReadonlySet<string> = new Set(["_spf", "_spf_rate", "_spf_verify"]);

/** BIND takes addresses at `gc._msdcs.FOREST`, which Active Directory needs, and A records that SPF asks for. */
function isExempt(owner: string, type: string): boolean {
  if (owner.startsWith("gc._msdcs.") && isHost(owner.slice("gc._msdcs.".length))) return true;
  return type === "A" && owner.split(".").some((label) => SPF_LABELS.has(label));
}

/** Octets of each digest (IANA: DS digest algorithms). */
const DIGESTS: Readonly<Record<string, number>> = { 1: 20, 2: 32, 3: 32, 4: 48 };

function* troublesOfDs({ owner, type, words, apex }: WrittenRecord): Generator<Noted> {
  if (type !== "DS") return;
  if (owner === apex) yield ["ds-at-apex", owner];
  const digest = words[2]?.text ?? "";
  const length = words.slice(3).reduce((sum, { text }) => sum + text.length, 0) / 2;
  const known = DIGESTS[digest];
  if (known === undefined && /^\d+$/.test(digest)) yield ["ds-digest", owner];
  else if (known !== undefined && known !== length) yield ["record-data", type];
}
