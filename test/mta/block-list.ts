/** The block list of the lab. */

/**
 * The list (RFC 5782 2.1), and the clients on it: all of the lab. What postscreen has learnt of one client it has not
 * learnt of another, so those that are not to know of each other come from addresses of their own.
 */
export const BLOCK_LIST = {
  zone: "dnsbl.test",
  /** The program, and every client that does not choose its address. */
  client: "127.0.0.1",
  /** Those who come before everybody (visits.ts). */
  heralds: ["127.0.0.66", "127.0.0.68", "127.0.0.69", "127.0.0.70"],
  /** The second of two senders. */
  second: "127.0.0.67",
} as const;

/** The records of the zone test that make the list. */
export function blockListRecords(): string[] {
  const [label = ""] = BLOCK_LIST.zone.split(".");
  const { client, heralds, second } = BLOCK_LIST;
  return [client, ...heralds, second].map(
    (address) => `${address.split(".").reverse().join(".")}.${label} A 127.0.0.2`,
  );
}
