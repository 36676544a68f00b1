/** What the oracles say, in one form, and where in the table it stands. */
import { z } from "zod";

/** What became of a message, or of the connection that would have carried it. */
export const delivery = z.enum(["verified", "unauthenticated", "plain", "deferred", "bounced"]);

export const sent = z.strictObject({
  answer: delivery,
  /** Where the message went. */
  host: z.string().optional(),
  address: z.string().optional(),
  /** The server there, as labels have it: `mx#2`. */
  server: z.string().optional(),
  /** What the log says. */
  words: z.string(),
});
export type Sent = z.infer<typeof sent>;

export const said = z.strictObject({ answer: z.string(), words: z.string() });
/** An answer that is no delivery. */
export type Said = z.infer<typeof said>;

/** All that the oracles say of one target; absent where an oracle was not asked. */
export const row = z.strictObject({
  name: z.string(),
  domain: z.string(),
  /** Postfix with `smtp_tls_security_level = dane`. */
  postfix: sent.optional(),
  /** Exim with `hosts_try_dane = *`. */
  exim: sent.optional(),
  /** posttls-finger at the level `dane`. */
  finger: sent.optional(),
  /** openssl s_client with the TLSA records of the base domain, by host and server. */
  openssl: z.record(z.string(), said),
  /** unbound-host, by question. */
  dns: z.record(z.string(), said),
  /** Postfix at the level `secure` with the names of the policy. */
  sts: sent.optional(),
  /** curl at the policy. */
  fetch: said.optional(),
  /** dig: the strings of a TXT record, by owner. */
  txt: z.record(z.string(), z.array(z.string())),
});
export type Row = z.infer<typeof row>;

export const table = z.strictObject({
  /** AD in the answer to `. NS`, by resolver. */
  control: z.record(z.string(), z.boolean()),
  rows: z.array(row),
  /** In seconds. */
  startSeconds: z.number(),
  askSeconds: z.number(),
});
export type Table = z.infer<typeof table>;
