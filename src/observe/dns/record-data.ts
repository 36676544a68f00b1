/** Data of the record types that the product asks for (RFC 1035 3.3, 3.4; RFC 3596 2.2). */
import { formatIpv4, formatIpv6 } from "../../text/ip-address.ts";
import { readName } from "../../text/dns-name.ts";
import type { DnsType } from "./resolver.ts";
import type { ResourceRecord } from "./wire.ts";

export interface Exchange {
  readonly preference: number;
  readonly exchange: string;
}

export type RecordData = { readonly value: string } | Exchange;

/** A name that fills the data up to an end. */
function nameUpTo(message: Buffer, at: number, end: number): string | undefined {
  const read = readName(message, at);
  return read?.next === end ? read.name : undefined;
}

/** Primary server, mailbox and the five numbers, as in a master file. */
function readAuthority(message: Buffer, { dataAt, dataEnd }: ResourceRecord): string | undefined {
  const primary = readName(message, dataAt);
  const mailbox = primary === undefined ? undefined : readName(message, primary.next);
  if (primary === undefined || mailbox === undefined || mailbox.next + 20 !== dataEnd) return undefined;
  const numbers = [0, 4, 8, 12, 16].map((offset) => message.readUInt32BE(mailbox.next + offset));
  return [primary.name, mailbox.name, ...numbers].join(" ");
}

/**
 * Reads the data of a record of a type: an address, a name, an exchange, or for SOA its fields in a line.
 * @returns undefined where the data does not have the form of the type or is not filled by it exactly.
 */
export function readData(message: Buffer, record: ResourceRecord, type: DnsType): RecordData | undefined {
  const { dataAt, dataEnd } = record;
  const valueOf = (value: string | undefined): RecordData | undefined =>
    value === undefined ? undefined : { value };
  switch (type) {
    case "A":
      return dataEnd - dataAt === 4 ? { value: formatIpv4(message.subarray(dataAt, dataEnd)) } : undefined;
    case "AAAA":
      return dataEnd - dataAt === 16 ? { value: formatIpv6(message.subarray(dataAt, dataEnd)) } : undefined;
    case "NS":
    case "CNAME":
      return valueOf(nameUpTo(message, dataAt, dataEnd));
    case "SOA":
      return valueOf(readAuthority(message, record));
    case "MX": {
      if (dataEnd - dataAt < 3) return undefined;
      const exchange = nameUpTo(message, dataAt + 2, dataEnd);
      return exchange === undefined ? undefined : { preference: message.readUInt16BE(dataAt), exchange };
    }
  }
}
