import { CONFIRM, type CodeCase } from "../code-case.ts";
import { PATIENT } from "../scene.ts";

const common = { check: "banner", confirm: CONFIRM.greeting } as const;
const error = { ...common, verdict: "fail", severity: "error" } as const;
const warning = { ...common, verdict: "warn", severity: "warning" } as const;
const unseen = { ...common, verdict: "inconclusive", severity: "inconclusive" } as const;

const SPAMD = "220 mx.case.test ESMTP spamd IP-based SPAM blocker; Sat Nov 21 17:19:00 2026\r\n";
const spamd = {
  ...unseen,
  confirm: CONFIRM.greetingOnceMore,
  code: "greylister-in-front",
  scene: {
    script: { greeting: SPAMD, starttls: "missing", announce: [], rcpt: () => "250 Hello, spam sender." },
  },
  says: ["spamd"],
  advises: "whitelist",
  quotes: "spamd IP-based SPAM blocker",
} as const;

export const bannerCases: readonly CodeCase[] = [
  {
    ...error,
    code: "banner-timeout",
    confirm: CONFIRM.greetingSlow,
    where: "the server takes the connection and stays silent",
    scene: { script: { greeting: [] }, settings: PATIENT },
    says: ["40 s"],
    advises: "hangs",
  },
  {
    ...error,
    code: "banner-timeout",
    confirm: CONFIRM.greetingSlow,
    where: "the greeting begins and never ends",
    scene: { script: { greeting: ["220-mx.case.test ESMTP\r\n", Infinity] }, settings: PATIENT },
    says: ["40 s"],
    advises: "hangs",
    quotes: "220-mx.case.test ESMTP",
  },
  {
    ...error,
    code: "banner-closed",
    where: "the server hangs up",
    scene: { raw: [[{ hangUp: "end" }]] },
    says: ["closed"],
    advises: "log",
  },
  {
    ...error,
    code: "banner-closed",
    where: "the server resets, on the second look, too",
    scene: { raw: [[{ pause: 0.1 }, { hangUp: "reset" }]], settings: { retries: "1" } },
    says: ["reset"],
    advises: "log",
  },
  {
    ...error,
    code: "banner-malformed",
    confirm: CONFIRM.rawGreeting,
    where: "a web server answers",
    scene: { raw: [["HTTP/1.1 400 Bad Request\r\n\r\n"]] },
    says: ["does not speak SMTP"],
    advises: "which service",
    quotes: "HTTP/1.1 400 Bad Request",
  },
  {
    ...error,
    code: "banner-malformed",
    confirm: CONFIRM.rawGreeting,
    where: "the greeting has another positive code",
    scene: { raw: [["250 mx.case.test\r\n"]] },
    says: ["not a greeting"],
    advises: "465",
    quotes: "250 mx.case.test",
  },
  {
    ...error,
    code: "banner-too-long",
    confirm: CONFIRM.rawGreeting,
    where: "a line does not end",
    scene: { raw: [[`220 ${"x".repeat(5000)}\r\n`]] },
    says: ["4096 octets per line"],
    advises: "512 octets",
  },
  {
    ...error,
    code: "banner-too-long",
    confirm: CONFIRM.rawGreeting,
    where: "the lines do not end",
    scene: { raw: [["220-mx.case.test\r\n".repeat(300)]] },
    says: ["256 lines per reply"],
    advises: "one line",
  },
  {
    ...warning,
    code: "banner-slow",
    confirm: CONFIRM.greetingSlowOnceMore,
    where: "the greeting takes longer than the policy allows",
    scene: {
      script: { greeting: [0.5, "220 mx.case.test ESMTP\r\n"] },
      settings: { "max-banner-seconds": "0.2" },
    },
    says: ["The greeting took ", " s (0.2 s allowed)"],
    advises: "DNS lookups",
  },
  {
    ...warning,
    code: "banner-no-hostname",
    where: "the greeting names nobody",
    scene: { script: { greeting: "220 ESMTP ready at your service\r\n" } },
    says: ["host name"],
    confirm: CONFIRM.greetingOnceMore,
    advises: "smtpd_banner",
    quotes: "220 ESMTP ready",
  },
  {
    ...unseen,
    code: "banner-refused",
    where: "the server refuses this client",
    scene: { script: { greeting: "554 5.7.1 No SMTP service for 192.0.2.1\r\n" } },
    says: ["554"],
    advises: "Allow this machine's address",
    quotes: "554 5.7.1 No SMTP service for 192.0.2.1",
  },
  {
    ...unseen,
    code: "banner-deferred",
    where: "the server is busy, on the second look, too",
    scene: {
      script: { troubles: [{ at: "greeting", reply: "421 4.3.2 Too many connections" }] },
      settings: { retries: "1" },
    },
    says: ["421", "second look"],
    advises: "later",
    quotes: "Too many connections",
  },
  {
    ...unseen,
    code: "banner-deferred",
    where: "the server puts this client off with another 4xx",
    scene: { script: { greeting: "450 4.7.1 Come back later\r\n" } },
    says: ["450"],
    advises: "later",
  },
  { ...spamd, where: "OpenBSD spamd greets" },
  { ...spamd, where: "OpenBSD spamd offers no STARTTLS", check: "starttls" },
  { ...spamd, where: "OpenBSD spamd shows no certificate", check: "certificate" },
  { ...spamd, where: "OpenBSD spamd takes every recipient", check: "relay" },
];
