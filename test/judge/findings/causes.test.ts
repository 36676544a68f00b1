import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { causesOf } from "../../../src/judge/findings/causes.ts";
import type { DomainReport, Finding } from "../../../src/judge/report.ts";
import { placedChecks } from "../../../src/judge/report.ts";
import { check, checks, domain, endpoint, finding, server } from "../../report/sample-report.ts";

/** A domain with these findings of its certificate at one endpoint. */
function served(name: string, host: string, address: string, found: Finding[]): DomainReport {
  const own = checks(check("certificate", "fail", "x", found));
  return domain(name, check("mx", "pass", "1 host"), [server(host, 10, [endpoint(address, own)])]);
}

/** A domain with these findings of its own. */
function published(name: string, found: Finding[]): DomainReport {
  return domain(name, check("mx", "fail", "x", found), []);
}

/** The domains of each cause. */
function concerned(domains: readonly DomainReport[]): string[] {
  return Array.from(causesOf(domains).all, ({ finding: { code }, seen }) =>
    [code, ...seen.map(({ placed }) => placed.domain.name)].join(" "),
  );
}

const expired = (over: Parameters<typeof finding>[2] = {}): Finding =>
  finding("cert-expired", "error", { message: "The certificate expired 3 days ago.", ...over });

const hungUp = (step: string): Finding =>
  finding("session-closed", "error", { message: `The server closed the connection at ${step}.` });

interface Case {
  readonly name: string;
  readonly domains: readonly DomainReport[];
  readonly causes: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: "one endpoint of several domains is one cause",
    domains: [
      served("a.example", "mx.example", "192.0.2.1", [expired()]),
      served("b.example", "mx.example", "192.0.2.1", [expired()]),
    ],
    causes: ["cert-expired a.example b.example"],
  },
  {
    name: "two hosts at one address are two",
    domains: [
      served("a.example", "mx1.example", "192.0.2.1", [expired()]),
      served("b.example", "mx2.example", "192.0.2.1", [expired()]),
    ],
    causes: ["cert-expired a.example", "cert-expired b.example"],
  },
  {
    name: "two addresses of one host are two",
    domains: [
      served("a.example", "mx.example", "192.0.2.1", [expired()]),
      served("a.example", "mx.example", "192.0.2.2", [expired()]),
    ],
    causes: ["cert-expired a.example", "cert-expired a.example"],
  },
  {
    name: "what is waived for one domain is another cause than what counts",
    domains: [
      served("a.example", "mx.example", "192.0.2.1", [expired()]),
      served("b.example", "mx.example", "192.0.2.1", [
        expired({ waived: { reason: "known", until: "2027-01-01" } }),
      ]),
    ],
    causes: ["cert-expired a.example", "cert-expired b.example"],
  },
  {
    name: "the lines of a list, or of zone files, that ask for domains of one endpoint make no other cause",
    domains: [
      served("a.example", "mx.example", "192.0.2.1", [expired({ policy: { file: "p.yml", line: 1 } })]),
      served("b.example", "mx.example", "192.0.2.1", [expired({ policy: { file: "p.yml", line: 2 } })]),
      served("c.example", "mx.example", "192.0.2.1", [expired({ policy: { file: "c.zone", line: 3 } })]),
    ],
    causes: ["cert-expired a.example b.example c.example"],
  },
  {
    name: "what the domains of a list have in common is one cause, and what is in several zone files one for each",
    domains: (
      [
        ["a.example", "list.txt", 1],
        ["b.example", "list.txt", 2],
        ["c.example", "c.zone", 3],
        ["d.example", "d.zone", 3],
      ] as const
    ).map(([name, file, line]) =>
      published(name, [
        finding("mx-missing", "error", { message: `${name} has no MX record.`, policy: { file, line } }),
      ]),
    ),
    causes: ["mx-missing a.example b.example", "mx-missing c.example", "mx-missing d.example"],
  },
  {
    name: "words that differ in the domain's name only, and what the server said, make no other cause",
    domains: ["a.example", "b.example"].map((name, index) =>
      served(name, "mx.example", "192.0.2.1", [
        finding("domain-not-served", "error", {
          message: `The server refuses mail to ${name} with 550.`,
          evidence: `550 5.1.2 unknown, id ${String(index)}`,
        }),
      ]),
    ),
    causes: ["domain-not-served a.example b.example"],
  },
  {
    name: "a session that ends is one cause, whichever checks it leaves without an answer",
    domains: [
      domain("a.example", check("mx", "pass", "1 host"), [
        server("mx.example", 10, [
          endpoint("192.0.2.1", [
            check("starttls", "fail", "x", [hungUp("STARTTLS")]),
            check("relay", "fail", "x", [hungUp("RCPT")]),
            check("delivery", "fail", "x", [hungUp("RCPT")]),
          ]),
        ]),
      ]),
    ],
    causes: ["session-closed a.example", "session-closed a.example a.example"],
  },
  {
    name: "what is no end of a session is a cause of its check",
    domains: [
      domain("a.example", check("mx", "pass", "1 host"), [
        server("mx.example", 10, [
          endpoint("192.0.2.1", [
            check("relay", "fail", "x", [expired()]),
            check("delivery", "fail", "x", [expired()]),
          ]),
        ]),
      ]),
    ],
    causes: ["cert-expired a.example", "cert-expired a.example"],
  },
  {
    name: "a host that several domains name is one",
    domains: ["a.example", "b.example"].map((name) =>
      published(name, [
        finding("mx-no-address", "error", { host: "mx.example", message: "mx.example has no address." }),
      ]),
    ),
    causes: ["mx-no-address a.example b.example"],
  },
  {
    name: "what no host is named for is one where it reads alike",
    domains: [
      published("a.example", [finding("mx-missing", "error", { message: "a.example has no MX record." })]),
      published("b.example", [finding("mx-missing", "error", { message: "b.example has no MX record." })]),
      published("c.example", [finding("mx-missing", "error", { message: "c.example has one MX record." })]),
    ],
    causes: ["mx-missing a.example b.example", "mx-missing c.example"],
  },
  {
    name: "two findings of one check that differ in evidence only stay two",
    domains: ["a.example", "b.example"].map((name) =>
      served(name, "mx.example", "192.0.2.1", [expired({ evidence: "one" }), expired({ evidence: "two" })]),
    ),
    causes: ["cert-expired a.example b.example", "cert-expired a.example b.example"],
  },
  {
    name: "what a run did not get to is one, wherever it is",
    domains: [
      served("a.example", "mx1.example", "192.0.2.1", [finding("not-probed", "inconclusive")]),
      served("b.example", "mx2.example", "192.0.2.2", [finding("not-probed", "inconclusive")]),
    ],
    causes: ["not-probed a.example b.example"],
  },
];

describe("causes", () => {
  for (const { name, domains, causes } of CASES) {
    test(name, () => assert.deepEqual(concerned(domains), causes));
  }

  test("hold every finding once, and each check knows those of its findings", () => {
    for (const { domains } of CASES) {
      const causes = causesOf(domains);
      const sightings = [...causes.all].flatMap(({ seen }) => seen.map((one) => one.finding));
      const findings = [...placedChecks(domains)].flatMap((placed) => placed.check.findings);
      assert.deepEqual(new Set(sightings), new Set(findings));
      assert.equal(sightings.length, findings.length);
      for (const placed of placedChecks(domains)) {
        const own = causes.at(placed).map(({ seen }) => seen.map((one) => one.finding));
        assert.equal(own.length, placed.check.findings.length);
        placed.check.findings.forEach((each, index) => assert.ok(own[index]?.includes(each)));
      }
    }
  });
});
