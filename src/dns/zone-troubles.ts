/** Why a name server would not load a zone file that this product can read, or would leave a part of it out. */

/** Name servers whose own checks were compared: BIND 9.18, Knot DNS 3.2, NSD 4.6. */
export type NameServer = "BIND" | "Knot DNS" | "NSD";

/**
 * Each reason with the name servers that refuse such a file, by named-checkzone, kzonecheck and nsd-checkzone
 * (test/zone/servers/ holds the table, test/mta/zone-oracle.test.ts compares it).
 */
export const ZONE_TROUBLES = {
  "byte-order-mark": ["BIND", "Knot DNS", "NSD"],
  /** A `$GENERATE` whose data are several words without quotes around them. */
  "generate-unquoted": ["BIND", "Knot DNS", "NSD"],
  /** A name server of the zone, with a name in the zone, that has no address there. */
  "name-server-address": ["BIND", "Knot DNS"],
  /** The same, where the name is an alias or lies below a DNAME (RFC 2181 10.3). */
  "name-server-alias": ["BIND", "Knot DNS"],
  /** A name that must be a host name and is none (RFC 1123 2.1): BIND's `check-names`. */
  "host-name": ["BIND"],
  /** A character-string of more than 255 octets (RFC 1035 3.3). */
  "long-string": ["BIND", "NSD"],
  /** Data that does not have the form of its type; types that mail needs are errors instead. */
  "record-data": ["BIND"],
  "ds-at-apex": ["BIND"],
  /** Data outside of the zone: BIND and Knot DNS load the zone without it. */
  "out-of-zone": ["NSD"],
  generate: ["Knot DNS", "NSD"],
  date: ["Knot DNS", "NSD"],
  "relative-origin": ["Knot DNS", "NSD"],
  "nested-parentheses": ["Knot DNS", "NSD"],
  "below-dname": ["Knot DNS", "NSD"],
  /** A record type that these versions do not know. */
  "new-type": ["Knot DNS", "NSD"],
  "old-type": ["Knot DNS"],
  /** The SOA record twice, as `dig AXFR` shows it. */
  "soa-twice": ["NSD"],
  /** A delegation to a name of the zone without an address there. */
  "delegation-address": ["Knot DNS"],
  "quoted-name": ["Knot DNS"],
  /** Octets that are not ASCII and not written as `\DDD`. */
  "raw-octets": ["Knot DNS"],
  /** Punctuation in a name that is not escaped. */
  "name-characters": ["Knot DNS"],
  "carriage-return": ["Knot DNS"],
  "joined-quotes": ["Knot DNS"],
  "class-number": ["Knot DNS"],
  "ds-digest": ["Knot DNS"],
} as const satisfies Readonly<Record<string, readonly NameServer[]>>;

export type ZoneTroubleReason = keyof typeof ZONE_TROUBLES;

export const ZONE_TROUBLE_REASONS = Object.keys(ZONE_TROUBLES) as [ZoneTroubleReason, ...ZoneTroubleReason[]];
