/** The block list of the lab. */

/**
 * The list (RFC 5782 2.1), and the clients on it: all of the lab. What postscreen has learnt of one client it has not
 * learnt of another, so those that are not to know of each other come from addresses of their own.
 */
export const BLOCK_LIST = {
  zone: "dnsbl.test",
  /** The program, and every client that does not choose its address. */
  client: "127.0.0.1",
  /** Who comes before everybody (visits.ts). */
  herald: "127.0.0.66",
  /** The second of two senders. */
  second: "127.0.0.67",
} as const;

/** The records of the zone test that make the list. */
export function blockListRecords(): string[] {
  const [label = ""] = BLOCK_LIST.zone.split(".");
  const { client, herald, second } = BLOCK_LIST;
  return [client, herald, second].map(
    (address) => `${address.split(".").reverse().join(".")}.${label} A 127.0.0.2`,
  );
}
