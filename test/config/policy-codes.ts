/** Codes that only a policy file raises, each with the file that provokes it in the lab. */
import type { Code } from "../../src/judge/diagnostics/registry.ts";

/** The day so many days from today, UTC. */
export function day(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export interface PolicyCode {
  readonly code: Code;
  readonly policy: string;
  /** Words that the message must hold. */
  readonly says: readonly string[];
  /** Line of the file that asked for it. */
  readonly line: number;
}

export const POLICY_CODES: readonly PolicyCode[] = [
  {
    code: "mx-not-null",
    policy: "domains: healthy.test\nexpect: none\n",
    says: ["healthy.test", "null MX"],
    line: 2,
  },
  {
    code: "mx-unexpected-host",
    policy: "domains: healthy.test\nmx-hosts: [other.test]\n",
    says: ["mx1.healthy.test"],
    line: 2,
  },
  {
    code: "mx-expected-missing",
    policy: "domains: healthy.test\nmx-hosts: [other.test]\n",
    says: ["other.test"],
    line: 2,
  },
  { code: "mx-too-few-hosts", policy: "domains: healthy.test\nmin-mx-hosts: 7\n", says: ["only"], line: 2 },
  { code: "ipv6-missing", policy: "domains: expired.test\nrequire-ipv6: true\n", says: ["IPv6"], line: 2 },
  {
    code: "ehlo-forbidden-extension",
    policy: "domains: healthy.test\nforbid-extensions: [starttls]\n",
    says: ["STARTTLS", "before TLS"],
    line: 2,
  },
  {
    code: "cert-issuer-unexpected",
    policy: "domains: healthy.test\nissuers: [Somebody Else, 'Else *']\n",
    says: ["issued by"],
    line: 2,
  },
  {
    code: "waiver-expired",
    policy: `domains: healthy.test\nwaivers:\n  - { code: banner-slow, until: ${day(-1)}, reason: r }\n`,
    says: ["banner-slow", day(-1)],
    line: 3,
  },
  {
    code: "waiver-unused",
    policy: `domains: healthy.test\nwaivers:\n  - { code: banner-slow, until: ${day(40)}, reason: r }\n`,
    says: ["banner-slow"],
    line: 3,
  },
  {
    code: "policy-silences",
    policy: 'domains: expired.test\nseverity:\n  cert-expired: "off"\n',
    says: ["turns off cert-expired (1 finding, .github/mx-gate.yml:3)"],
    line: 3,
  },
  {
    code: "waiver-ending",
    policy: `domains: expired.test\nwaivers:\n  - { code: cert-expired, host: '*', until: ${day(3)}, reason: r }\n`,
    says: ["cert-expired at *", "3 days"],
    line: 3,
  },
];
