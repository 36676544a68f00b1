/** What reaches a bound is taken, what goes one past it meets a finding. docs/bounds.md lists the bounds. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  MAX_CERTIFICATE_OCTETS,
  MAX_CONNECTION_OCTETS,
  MAX_HOST_ADDRESSES,
  MAX_LINE_OCTETS,
  MAX_MX_HOSTS,
  MAX_REPLY_LINES,
} from "../../src/observe/bounds.ts";
import { placedChecks, type CheckId, type Finding } from "../../src/judge/report.ts";
import type { Zones } from "../support/dns/zone-records.ts";
import type { Issued } from "../support/certificates/issue.ts";
import { alternativeNames, extension, forge, name, OID } from "../support/certificates/forge.ts";
import { DOMAIN, HOST, play, type Scene } from "./scene.ts";
import { ALIAS_LIMIT } from "../../src/text/bounds.ts";

interface BoundCase {
  readonly bound: string;
  /** A scene in which there are so many of what is bound. */
  readonly scene: (count: number) => Scene;
  readonly at: number;
  readonly check: CheckId;
  readonly code: string;
  /** Words of the message past the bound: the number that is in force. */
  readonly says: string;
}

const GREETING = `220 ${HOST}`;
/** Octets of the greeting on the wire; of a line, the carriage return counts. */
const GREETED = GREETING.length + 2;

/** An EHLO reply of so many octets on the wire, in lines that are short enough each. */
function helloOf(octets: number): string {
  const lines: string[] = [];
  for (let left = octets; left > 0;) {
    // No line may be left that is too short to be one.
    const size = left <= MAX_LINE_OCTETS ? left : Math.min(MAX_LINE_OCTETS, left - 16);
    left -= size;
    lines.push(`250${left === 0 ? " " : "-"}${"x".repeat(size - 6)}`);
  }
  return lines.join("\r\n");
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const dns = (zones: Zones): Scene => ({ zones, deserted: true, settings: { checks: "mx" } });

/** A certificate of exactly so many octets; the length of its signature is a matter of luck. */
function certificateOf(octets: number): Issued {
  let padding = octets - 700;
  for (;;) {
    const made = forge({
      subject: name([OID.commonName, HOST]),
      extensions: [alternativeNames(HOST), extension("1.3.6.1.4.1.99999.1", Buffer.alloc(padding))],
    });
    if (made.der.length === octets) return made;
    if (Math.abs(made.der.length - octets) > 3) padding += octets - made.der.length;
  }
}

const CASES: readonly BoundCase[] = [
  {
    bound: "the octets of a line",
    scene: (count) => ({ script: { ehlo: `250 ${"x".repeat(count - 5)}` } }),
    at: MAX_LINE_OCTETS,
    check: "ehlo",
    code: "session-limit",
    says: `${String(MAX_LINE_OCTETS)} octets per line`,
  },
  {
    bound: "the octets of a line of the greeting",
    scene: (count) => ({ script: { greeting: `${`${GREETING} `.padEnd(count - 1, "x")}\r\n` } }),
    at: MAX_LINE_OCTETS,
    check: "banner",
    code: "banner-too-long",
    says: `${String(MAX_LINE_OCTETS)} octets per line`,
  },
  {
    bound: "the lines of a reply",
    scene: (count) => ({ script: { ehlo: `${"250-x\r\n".repeat(count - 1)}250 x` } }),
    at: MAX_REPLY_LINES,
    check: "ehlo",
    code: "session-limit",
    says: `${String(MAX_REPLY_LINES)} lines per reply`,
  },
  {
    bound: "the octets of a connection",
    scene: (count) => ({ script: { greeting: `${GREETING}\r\n`, ehlo: helloOf(count - GREETED) } }),
    at: MAX_CONNECTION_OCTETS,
    check: "ehlo",
    code: "session-limit",
    says: `${String(MAX_CONNECTION_OCTETS / 1024)} KiB per connection`,
  },
  {
    bound: "the MX hosts of a domain",
    scene: (count) => {
      const hosts = numbers(count).map((number) => `mx${String(number)}.case.test`);
      return dns({
        [DOMAIN]: { MX: hosts.map((host, index) => [index, host] as const) },
        ...Object.fromEntries(hosts.map((host) => [host, { A: ["127.0.0.1"] }])),
      });
    },
    at: MAX_MX_HOSTS,
    check: "mx",
    code: "mx-truncated",
    says: `the first ${String(MAX_MX_HOSTS)} by preference`,
  },
  {
    bound: "the addresses of a host",
    scene: (count) =>
      dns({
        [DOMAIN]: { MX: [[10, HOST]] },
        [HOST]: { A: numbers(count).map((number) => `127.0.0.${String(number)}`) },
      }),
    at: MAX_HOST_ADDRESSES,
    check: "mx",
    code: "mx-truncated",
    says: `the first ${String(MAX_HOST_ADDRESSES)} were`,
  },
  {
    bound: "the aliases that are followed",
    scene: (count) =>
      dns({
        [DOMAIN]: { MX: [[10, "a0.case.test"]] },
        ...Object.fromEntries(
          numbers(count).map((number) => [
            `a${String(number - 1)}.case.test`,
            { CNAME: `a${String(number)}.case.test` },
          ]),
        ),
        [`a${String(count)}.case.test`]: { A: ["127.0.0.1"] },
      }),
    at: ALIAS_LIMIT,
    check: "mx",
    code: "mx-no-address",
    says: "a0.case.test",
  },
  {
    bound: "the octets of a certificate",
    scene: (count) => {
      const made = certificateOf(count);
      return {
        tls: () => ({ chain: [made] }),
        stores: () => [{ store: "ca-file", read: () => [made.pem] }],
      };
    },
    at: MAX_CERTIFICATE_OCTETS,
    check: "certificate",
    code: "cert-untrusted",
    says: `longer than anyone needs (${String(MAX_CERTIFICATE_OCTETS / 1024)} KiB)`,
  },
];

/** Findings of a check with this code. */
async function found(scene: Scene, check: CheckId, code: string): Promise<Finding[]> {
  const { report } = await play(scene);
  return [...placedChecks(report.domains)]
    .filter((placed) => placed.check.check === check)
    .flatMap((placed) => placed.check.findings)
    .filter((finding) => finding.code === code);
}

for (const { bound, scene, at, check, code, says } of CASES) {
  describe(bound, () => {
    test(`may be ${String(at)}`, async () => {
      assert.deepEqual(await found(scene(at), check, code), []);
    });

    test(`may not be ${String(at + 1)}: ${code}`, async () => {
      const [finding] = await found(scene(at + 1), check, code);
      assert.ok(finding?.message.includes(says), finding?.message ?? "no finding");
    });
  });
}
