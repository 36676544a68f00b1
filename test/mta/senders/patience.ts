/** Seconds that the senders wait; real ones have minutes. The slowest server of the lab greets after 35. */
export const PATIENCE = {
  connect: 15,
  /** One reply. */
  reply: 75,
  /** STARTTLS and handshake, where a sender has a limit of its own for them. */
  tls: 40,
  /** Between the first try and the second. Greylisters of the lab want less. */
  secondTry: 8,
  /** Messages that are queued at once, and seconds until the next ones: a crowd of processes makes all of them late. */
  batch: 20,
  pause: 0.4,
  /** After the last message was queued, until all must have been answered. */
  all: 400,
} as const;
