/** A question to DNS and what becomes of it, whoever answers. */
import { z } from "zod";
import { answerData } from "./answer-data.ts";
import { DNS_TYPES, type DnsType } from "./record-types.ts";

const outcome = z.enum([
  "answer",
  "nodata",
  "nxdomain",
  "servfail",
  "refused",
  "timeout",
  "malformed",
  /** No resolver could be reached at all: the socket itself failed. */
  "unreachable",
  /** This machine ran out of sockets or files. */
  "local-limit",
  /** The run ended before an answer came. */
  "aborted",
]);

/**
 * DNSSEC status of an answer (RFC 4035 4.3), as far as this run could see it: validated by the resolver, not validated by a
 * resolver that is known to validate, refused by its validation, failed for another reason, or asked of a resolver
 * that is not known to validate.
 */
export const dnssecStatus = z.enum(["secure", "insecure", "bogus", "failed", "unseen"]);
export type DnssecStatus = z.infer<typeof dnssecStatus>;

/** One DNS question and what became of it. */
export const dnsAnswer = z.strictObject({
  /** Asked name: A-labels, lower case, no trailing dot; `.` is the root. */
  name: z.string(),
  type: z.enum(DNS_TYPES),
  outcome,
  rcode: z.string().optional(),
  ...answerData.shape,
  /** Names that the answer's CNAME chain passes, the asked one excluded. */
  aliases: z.array(z.string()),
  /** True where the CNAME chain runs in a circle. */
  aliasLoop: z.boolean().optional(),
  /** How many aliases were followed, where the CNAME chain has more. */
  aliasLimit: z.int().optional(),
  ttl: z.int().optional(),
  /** The resolver says that it validated the answer (RFC 4035 3.2.3). */
  authenticated: z.boolean(),
  /** Absent in reports of versions that did not look at it. */
  dnssec: dnssecStatus.optional(),
  /** Extended DNS errors (RFC 8914). */
  extendedErrors: z.array(z.strictObject({ code: z.int(), text: z.string() })),
  /** What a first look gave, where the question was asked twice: the rest of this is about the second one. */
  firstOutcome: outcome.optional(),
  /** What the same question gave with checking disabled; asked after SERVFAIL only (RFC 4035 3.2.2). */
  withCheckingDisabled: z.string().optional(),
  /**
   * The zone file that gave this answer, the zone's own name server (RFC 1035 3.3.13), where the file names one, and
   * where the first of the records stands, in an included file maybe.
   */
  zoneFile: z
    .strictObject({
      file: z.string(),
      server: z.string().optional(),
      at: z.strictObject({ file: z.string(), line: z.int().positive() }).optional(),
    })
    .optional(),
  /** Why an answer counts as malformed, or the system's error code. */
  detail: z.string().optional(),
  /** Name server that gave this answer, `address:port`. */
  server: z.string().optional(),
  transport: z.enum(["udp", "tcp", "https"]).optional(),
  /** What each of several name servers said, where all of them were asked and not all said the same. */
  differing: z
    .array(z.strictObject({ server: z.string(), outcome: z.string(), values: z.array(z.string()) }))
    .optional(),
  seconds: z.number().nonnegative(),
});
export type DnsAnswer = z.infer<typeof dnsAnswer>;

/** What this run could see of DNSSEC: whether its resolver validates. */
export const dnssecControl = z.strictObject({
  /** False where no answer to the control came with AD: everything is `unseen` then. */
  validates: z.boolean(),
  /** How questions are asked so that AD comes back: by the AD bit (RFC 6840 5.7), or by DO (RFC 3225). */
  asksBy: z.enum(["ad", "do"]).optional(),
  /**
   * The questions of the control, `. NS` first, and those of further servers of the resolver; none where it cannot validate
   * by its nature.
   */
  answers: z.array(dnsAnswer),
});
export type DnssecControl = z.infer<typeof dnssecControl>;

/** How a question is put, where not as usual. */
export interface Manner {
  /** One short look: neither silence nor SERVFAIL is worth a second one. */
  readonly once?: boolean;
  /** How the resolver is asked whether it validated: by the AD bit, if left out. */
  readonly asksBy?: "ad" | "do";
}

export interface Resolver {
  /** Who answers, for the report. */
  readonly description: string;
  /** What was found of its view of DNSSEC so far; absent, or undefined, where nobody looked. */
  readonly dnssec?: () => DnssecControl | undefined;
  /**
   * Asks one question, a second time where the first look proves nothing, and follows its aliases. Never rejects: what
   * goes wrong is an outcome of the answer.
   * @param name in text form (RFC 1035 5.1), in any case, with or without trailing dot; `.` is the root.
   */
  query(name: string, type: DnsType, manner?: Manner): Promise<DnsAnswer>;
}
