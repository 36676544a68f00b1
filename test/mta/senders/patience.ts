/** Seconds that the senders wait; real ones have minutes. The slowest server of the lab greets after 40. */
export const PATIENCE = {
  connect: 10,
  /** One reply. */
  reply: 45,
  /** STARTTLS and handshake, where a sender has a limit of its own for them. */
  tls: 10,
  /** Between the first try and the second. Greylisters of the lab want less. */
  secondTry: 8,
  /** After the last message was queued, until all must have been answered. */
  all: 110,
} as const;
