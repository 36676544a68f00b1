/**
 * The schema of a judged run. Every output, from the exit code to the annotations, is a rendering of it.
 *
 * Words from outside are {@link SafeText} here: made printable once, where a finding or a field is made.
 */
import { z } from "zod";
import { observations } from "../../observe/schemas/observation.ts";
import { CHECK_IDS } from "../checks/all.ts";
import { VERDICTS } from "../report.ts";
import type { FilePosition } from "../../text/file-position.ts";

/** Words that only `quote` and `words` make; what a file holds is taken at its word. */
export const safeText = z.string().brand<"SafeText">();

const filePosition: z.ZodType<FilePosition> = z.strictObject({ file: z.string(), line: z.int().positive() });

export const checkId = z.enum(CHECK_IDS);
export type { CheckId } from "../checks/all.ts";

export const verdict = z.enum(VERDICTS);
export type Verdict = z.infer<typeof verdict>;

/** Result of an endpoint, server, domain or run: the worst of its checks. */
export const result = z.enum(["pass", "warn", "fail", "inconclusive", "skip"]);
export type Result = z.infer<typeof result>;

export const severity = z.enum(["notice", "warning", "error", "inconclusive"]);
export type Severity = z.infer<typeof severity>;
/** What a policy may make of a code. */
export type SeverityLevel = Severity | "off";

export const gate = z.enum(["open", "closed"]);
export type Gate = z.infer<typeof gate>;

export const finding = z.strictObject({
  code: z.string(),
  severity,
  /** One sentence that says what is wrong, with the number in it. */
  message: safeText,
  host: safeText.optional(),
  /** IP address of the endpoint, without brackets. */
  address: z.string().optional(),
  expected: safeText.optional(),
  actual: safeText.optional(),
  /** What the other side said, quoted. */
  evidence: safeText.optional(),
  remedy: safeText,
  /** Several ways out, where it is for the reader to choose: shown in place of the remedy. */
  alternatives: z.array(z.strictObject({ label: safeText, text: safeText })).optional(),
  /** A command line that shows the same by hand; built from validated names only. */
  confirm: safeText.optional(),
  /** What sending servers do with this endpoint because of it. */
  senders: safeText.optional(),
  reference: z.string().optional(),
  /** Result type of RFC 8460 4.3, where one exists. */
  resultType: z.string().optional(),
  /** What asked for it, where that stands in a file. */
  policy: filePosition.optional(),
  waived: z.strictObject({ reason: safeText, until: z.string() }).optional(),
  /** True where the policy turns the code off; `severity` is the one that it would have, `policy` the line. */
  off: z.boolean().optional(),
  /** Severity that it would have, where the policy lowers it. */
  loweredFrom: severity.optional(),
  /** True where the baseline had this finding already. */
  known: z.boolean().optional(),
});
export type Finding = z.infer<typeof finding>;

/** A finding as the list of a report file has it: `domain` and `check` say where it stands, and are absent for one of the run. */
export const placedFinding = finding.extend({
  domain: safeText.optional(),
  check: checkId.optional(),
  port: z.int().optional(),
});
export type PlacedFinding = z.infer<typeof placedFinding>;

/** What one wants to read of a check, by name: `tlsVersion`, `notAfter`, `daysLeft`, `replies` … */
export const checkFacts = z.record(
  z.string(),
  z.union([safeText, z.number(), z.boolean(), z.array(safeText)]),
);
export type CheckFacts = z.infer<typeof checkFacts>;

export const check = z.strictObject({
  check: checkId,
  verdict,
  seconds: z.number().nonnegative(),
  /** The fact in few words, for a cell or a line: `TLS 1.3`, `61 days left`, `timed out`, `not asked for`. */
  summary: safeText,
  facts: checkFacts.optional(),
  findings: z.array(finding),
});
export type Check = z.infer<typeof check>;

export const endpointReport = z.strictObject({
  /** Identity within a run: host, address, port and TLS mode, as they were observed (`endpointKey`). */
  key: z.string(),
  address: z.string(),
  port: z.int(),
  /** Index of the run that saw it, in `observations.runs`, where several were merged. */
  run: z.int().nonnegative().optional(),
  result,
  score: z.int().min(0).max(100).nullable(),
  /** Number of connections that this run made to the endpoint. */
  connections: z.int().nonnegative(),
  /** Second looks that were taken, by name. */
  secondLooks: z.array(z.string()),
  /** Seconds after which it passed, with `wait`. */
  passedAfter: z.number().optional(),
  checks: z.array(check),
});
export type EndpointReport = z.infer<typeof endpointReport>;

export const serverReport = z.strictObject({
  host: safeText,
  preference: z.int().nullable(),
  result,
  score: z.int().min(0).max(100).nullable(),
  endpoints: z.array(endpointReport),
  /** Another shard probes it, and nobody whose observations are here did. */
  elsewhere: z.literal(true).optional(),
});
export type ServerReport = z.infer<typeof serverReport>;

/** How far mail gets, counted in endpoints. */
export const reach = z.strictObject({
  endpoints: z.int(),
  /** TCP connected. */
  connected: z.int(),
  /** Took mail to the domain's postmaster: mail arrives here. */
  accepting: z.int(),
  /** Did not take mail, or failed before it could be asked; absent in reports of versions that did not ask. */
  refusing: z.int().optional(),
  /** Could not be seen from here, or was not asked; absent as before. */
  unseen: z.int().optional(),
  /** TLS handshake done. */
  encrypted: z.int(),
  /** Certificate trusted, valid today and naming the MX host; or authenticated by DANE. */
  authenticated: z.int(),
  /** Authenticated by DANE; absent where no TLSA record counts, and in reports of older versions. */
  dane: z.int().optional(),
  /** Satisfy the domain's MTA-STS policy (testing or enforce); absent where none was read. */
  mtaSts: z.int().optional(),
});
export type Reach = z.infer<typeof reach> & { readonly refusing: number; readonly unseen: number };

export const domainReport = z.strictObject({
  /** For people: names in other scripts are decoded beside the A-labels. */
  name: safeText,
  /** As it was observed, for whatever looks the domain up. */
  rawName: z.string(),
  kind: z.enum(["domain", "server"]),
  source: filePosition.optional(),
  result,
  score: z.int().min(0).max(100).nullable(),
  /** Something could not be judged and is left out of the score. */
  partial: z.boolean(),
  reach,
  /** The reach in one sentence. */
  reachSummary: safeText,
  /** Checks of the domain itself: `mx`. */
  checks: z.array(check),
  servers: z.array(serverReport),
});
export type DomainReport = z.infer<typeof domainReport>;

export const counts = z.strictObject({
  pass: z.int(),
  warn: z.int(),
  fail: z.int(),
  inconclusive: z.int(),
  waived: z.int(),
  skip: z.int(),
});
export type Counts = z.infer<typeof counts>;

/** One setting in force, with what set it. */
export const settingInForce = z.strictObject({
  value: z.unknown(),
  from: z.enum(["default", "input", "file"]),
  line: z.int().positive().optional(),
});

export const policyInForce = z.strictObject({
  file: z.string().nullable(),
  sha256: z.string().optional(),
  overrides: z.int(),
  waivers: z.int(),
  settings: z.record(z.string(), settingInForce),
});
export type PolicyInForce = z.infer<typeof policyInForce>;

export const report = z.strictObject({
  schema: z.literal("mx-gate/report/v1"),
  tool: z.strictObject({ name: z.literal("mx-gate"), version: z.string() }),
  started: z.iso.datetime(),
  finished: z.iso.datetime(),
  /** The moment at which certificates and waivers were judged. */
  judgedAt: z.iso.datetime(),
  result,
  gate,
  /** Why the gate is closed, in one sentence; or that it is open. */
  gateSummary: safeText,
  score: z.int().min(0).max(100).nullable(),
  partial: z.boolean(),
  counts,
  policy: policyInForce,
  environment: z.strictObject({
    heloName: safeText,
    resolver: safeText,
    route: safeText,
    trustStores: z.array(safeText),
    /** What the run could see of DNSSEC, in one sentence; absent where it did not look. */
    dnssec: safeText.optional(),
    /** The zone files that stood in for live DNS: the zone that each was read as, and what says so. */
    zones: z.array(safeText).optional(),
  }),
  /**
   * Findings of the run itself: egress, proxy, waivers. A report file has those of all domains behind them, each with
   * its place; they are read from the checks, where they stand as well.
   */
  findings: z.array(placedFinding),
  /** What is new, known and fixed since a former report, where the policy names one. */
  baseline: z
    .strictObject({
      file: z.string(),
      /** Findings of severity warning or error that the former report did not have. */
      new: z.int(),
      known: z.int(),
      /** What stood there and is gone; of checks that could be made this time only. */
      fixed: z.array(
        z.strictObject({
          domain: safeText,
          host: safeText.optional(),
          port: z.int().optional(),
          check: z.string(),
          code: z.string(),
        }),
      ),
    })
    .optional(),
  domains: z.array(domainReport),
  observations,
});
export type Report = z.infer<typeof report>;

/** How a run compares with a former one. */
export type BaselineComparison = NonNullable<Report["baseline"]>;
