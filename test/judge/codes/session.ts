import { CONFIRM, type CodeCase } from "../code-case.ts";
import { PATIENT } from "../scene.ts";

const common = { check: "relay", confirm: CONFIRM.relay } as const;
const error = { ...common, verdict: "fail", severity: "error" } as const;
const unseen = { ...common, verdict: "inconclusive", severity: "inconclusive" } as const;
/** Without PIPELINING each command has an answer of its own, or none. */
const STEP_BY_STEP = { announce: [] } as const;

export const sessionCases: readonly CodeCase[] = [
  {
    ...error,
    code: "session-closed",
    where: "the server hangs up at RCPT, twice",
    scene: {
      script: { ...STEP_BY_STEP, troubles: [{ at: "RCPT", then: "close" }] },
      settings: { retries: "1" },
    },
    says: ["closed", "RCPT", "second look"],
    advises: "crashes",
  },
  {
    ...error,
    code: "session-closed",
    where: "the server hangs up at MAIL, twice",
    scene: { script: { troubles: [{ at: "MAIL", then: "close" }] }, settings: { retries: "1" } },
    says: ["closed", "MAIL", "second look"],
    advises: "crashes",
    confirm: CONFIRM.mail,
  },
  {
    ...error,
    code: "session-closed",
    where: "the server resets at STARTTLS, twice",
    scene: { script: { troubles: [{ at: "STARTTLS", then: "reset" }] }, settings: { retries: "1" } },
    check: "starttls",
    says: ["reset", "STARTTLS"],
    advises: "log",
    confirm: CONFIRM.relay,
  },
  {
    ...error,
    code: "session-limit",
    where: "the answer to EHLO does not end",
    scene: { script: { ehlo: Array.from({ length: 300 }, () => "250-X").join("\r\n") } },
    check: "ehlo",
    says: ["EHLO", "256 lines per reply"],
    advises: "loops",
    quotes: "250-X",
    confirm: CONFIRM.mail,
  },
  {
    ...error,
    code: "session-limit",
    where: "MAIL gets two replies",
    scene: { script: { ...STEP_BY_STEP, mail: () => "250 2.1.0 Ok\r\n250 2.1.0 Ok" } },
    says: ["a reply too many at RCPT"],
    advises: "loops",
    beside: ["delivery-not-tested"],
  },
  {
    ...unseen,
    code: "session-deferred",
    where: "the server says 421 to EHLO",
    scene: {
      script: { troubles: [{ at: "EHLO", reply: "421 4.7.0 Too much mail from you" }] },
      settings: { retries: "1" },
    },
    check: "ehlo",
    says: ["EHLO", "421", "second look"],
    advises: "limits",
    quotes: "Too much mail from you",
    confirm: CONFIRM.mail,
  },
  {
    ...unseen,
    code: "session-deferred",
    where: "the server says 421 to STARTTLS, which says nothing of TLS",
    scene: {
      script: { troubles: [{ at: "STARTTLS", reply: "421 4.7.0 Rate limited" }] },
      settings: { retries: "1" },
    },
    check: "starttls",
    says: ["STARTTLS", "421"],
    advises: "later",
    quotes: "Rate limited",
    confirm: CONFIRM.mail,
  },
  {
    ...error,
    code: "session-limit",
    where: "RCPT gets no answer",
    scene: {
      script: { ...STEP_BY_STEP, troubles: [{ at: "RCPT", then: "silence" }] },
      settings: { ...PATIENT, retries: "1" },
    },
    says: ["RCPT", "40 s per reply"],
    advises: "hangs",
  },
  {
    ...error,
    code: "session-limit",
    where: "the answer to RCPT does not end",
    scene: {
      script: { ...STEP_BY_STEP, rcpt: () => Array.from({ length: 300 }, () => "550-No").join("\r\n") },
      settings: { retries: "1" },
    },
    says: ["RCPT", "256 lines per reply"],
    advises: "loops",
    quotes: "550-No",
  },
  {
    ...unseen,
    code: "session-deferred",
    where: "the server says 421 to RCPT, which says nothing of relaying",
    scene: {
      script: {
        ...STEP_BY_STEP,
        troubles: [{ at: "RCPT", reply: "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred" }],
      },
      settings: { retries: "1" },
    },
    says: ["RCPT", "421", "second look"],
    advises: "later",
    quotes: "[TSS04]",
  },
];
