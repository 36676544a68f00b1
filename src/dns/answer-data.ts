/** How the records of an answer are kept in a report. */
import { z } from "zod";

/** A host that takes the mail of a domain (RFC 1035 3.3.9). */
export const exchange = z.strictObject({ preference: z.int(), exchange: z.string() });
export type Exchange = z.infer<typeof exchange>;

/** A certificate association (RFC 6698 2.1); the data in lower-case hexadecimal. */
export const association = z.strictObject({
  usage: z.int(),
  selector: z.int(),
  matchingType: z.int(),
  data: z.string(),
});

export const answerData = z.strictObject({
  /** Addresses for A and AAAA, names for NS and CNAME, the fields in a line for SOA; of other types see below. */
  values: z.array(z.string()),
  /** For MX. */
  exchanges: z.array(exchange).optional(),
  /** For TXT: the character-strings of each record (RFC 1035 3.3.14), one latin1 character for each octet. */
  texts: z.array(z.array(z.string())).optional(),
  /** For TLSA. */
  associations: z.array(association).optional(),
});
export type AnswerData = z.infer<typeof answerData>;
