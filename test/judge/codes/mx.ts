import type { Zones } from "../../support/dns/zone-records.ts";
import { CONFIRM, type CodeCase } from "../code-case.ts";
import { PUBLIC_ADDRESS, type Scene } from "../scene.ts";

/** A scene of DNS alone. */
export function dns(zones: Zones, settings: Scene["settings"] = {}): Scene {
  return { zones, settings: { checks: "mx", ...settings }, deserted: true };
}

const A = [PUBLIC_ADDRESS];
const HUNDRED_AND_ONE = Array.from({ length: 101 }, (_, index) => index + 1);
const error = { check: "mx", verdict: "fail", severity: "error" } as const;
const warning = { check: "mx", verdict: "warn", severity: "warning" } as const;
const digMx = { confirm: CONFIRM.digMx };

export const mxCases: readonly CodeCase[] = [
  {
    ...error,
    ...digMx,
    code: "domain-not-found",
    where: "the domain is not in DNS",
    scene: dns({ "other.test": {} }),
    says: ["case.test", "NXDOMAIN"],
    advises: "spelling",
  },
  {
    ...error,
    ...digMx,
    code: "mx-missing",
    where: "the domain has neither MX nor address",
    scene: dns({ "case.test": { TXT: ["v=spf1 -all"] } }),
    says: ["case.test"],
    advises: "null MX",
  },
  {
    ...error,
    ...digMx,
    code: "mx-missing",
    where: "the domain is an alias of itself",
    scene: dns({ "case.test": { CNAME: "case.test" } }),
    says: ["case.test"],
    advises: "MX record",
  },
  {
    ...error,
    ...digMx,
    code: "mx-null",
    where: "the domain says that it takes no mail",
    scene: dns({ "case.test": { MX: [[0, "."]] } }),
    says: ["case.test", "null MX"],
    advises: "Replace the null MX",
  },
  {
    ...error,
    ...digMx,
    code: "mx-null-with-others",
    where: "a null MX stands beside two other records",
    scene: dns({
      "case.test": {
        MX: [
          [0, "."],
          [10, "mx.case.test"],
          [20, "mx2.case.test"],
        ],
      },
      "mx.case.test": { A },
      "mx2.case.test": { A },
    }),
    says: ["2 other MX records"],
    advises: 'Remove the record "0 ."',
  },
  {
    ...digMx,
    code: "mx-null-preference",
    where: "the null MX has another preference than 0",
    scene: dns({ "case.test": { MX: [[10, "."]] } }),
    check: "mx",
    verdict: "fail",
    severity: "notice",
    says: ["10"],
    advises: '"0 ."',
    beside: ["mx-null"],
  },
  {
    ...warning,
    ...digMx,
    code: "mx-implicit",
    where: "the domain has an address and no MX",
    scene: dns({ "case.test": { A } }),
    says: ["The name case.test has an address but no MX record"],
    advises: "servers: case.test",
  },
  {
    ...error,
    code: "mx-host-not-found",
    where: "the MX host is not in DNS",
    scene: dns({ "case.test": { MX: [[10, "mx.case.test"]] } }),
    says: ["mx.case.test", "NXDOMAIN"],
    advises: "Correct the name",
    confirm: CONFIRM.digHost,
  },
  {
    ...error,
    code: "mx-no-address",
    where: "the MX host has no address",
    scene: dns({ "case.test": { MX: [[10, "mx.case.test"]] }, "mx.case.test": { TXT: ["here"] } }),
    says: ["mx.case.test"],
    advises: "Publish the address",
    confirm: CONFIRM.digHost,
  },
  {
    ...error,
    ...digMx,
    code: "mx-is-address",
    where: "the MX record names an address",
    scene: dns({ "case.test": { MX: [[10, "192.0.2.7"]] } }),
    says: ["192.0.2.7"],
    advises: "Give the server a name",
  },
  {
    ...error,
    ...digMx,
    code: "mx-invalid-name",
    where: "the MX record names what is no host name",
    scene: dns({ "case.test": { MX: [[10, "mail!.case.test"]] } }),
    says: ["mail"],
    advises: "letters, digits and hyphens",
  },
  {
    ...warning,
    ...digMx,
    code: "mx-invalid-name",
    where: "the MX host has an underscore in its name, to which senders deliver",
    scene: dns({ "case.test": { MX: [[10, "mail_1.case.test"]] }, "mail_1.case.test": { A } }),
    says: ["mail_1.case.test", "underscore", "senders deliver"],
    advises: "letters, digits and hyphens",
  },
  {
    ...error,
    ...digMx,
    code: "mx-invalid-name",
    where: "the MX record names what no shell should see",
    scene: dns({ "case.test": { MX: [[10, "$(id) `id`.case.test"]] } }),
    says: ["id"],
    advises: "letters, digits and hyphens",
  },
  {
    ...warning,
    code: "mx-is-alias",
    where: "the MX host is an alias",
    scene: dns({
      "case.test": { MX: [[10, "mx.case.test"]] },
      "mx.case.test": { CNAME: "real.case.test" },
      "real.case.test": { A },
    }),
    says: ["mx.case.test", "real.case.test"],
    advises: "canonical host",
    confirm: CONFIRM.digHost,
  },
  {
    ...error,
    code: "mx-private-address",
    where: "the MX host has a private address and such are not to be probed",
    scene: dns(
      { "case.test": { MX: [[10, "mx.case.test"]] }, "mx.case.test": { A: ["10.1.2.3"] } },
      { "allow-private-addresses": "false" },
    ),
    says: ["mx.case.test", "10.1.2.3", "private"],
    advises: "allow-private-addresses",
    confirm: CONFIRM.digHost,
  },
  {
    code: "mx-private-address",
    where: "private addresses are allowed",
    scene: dns({ "case.test": { MX: [[10, "mx.case.test"]] }, "mx.case.test": { A: ["10.1.2.3"] } }),
    check: "mx",
    verdict: "pass",
    severity: "notice",
    says: ["10.1.2.3"],
    advises: "allow-private-addresses",
    confirm: CONFIRM.digHost,
  },
  {
    ...digMx,
    code: "mx-duplicate-host",
    where: "one host is listed three times",
    scene: dns({
      "case.test": { MX: [10, 20, 30].map((preference) => [preference, "mx.case.test"] as const) },
      "mx.case.test": { A },
    }),
    check: "mx",
    verdict: "pass",
    severity: "notice",
    says: ["mx.case.test", "3 times"],
    advises: "one MX record per host",
  },
  {
    ...warning,
    ...digMx,
    code: "mx-truncated",
    where: "more hosts are listed than anyone tries",
    scene: dns({
      "case.test": {
        MX: HUNDRED_AND_ONE.map((number) => [number, `mx${String(number)}.case.test`] as const),
      },
      ...Object.fromEntries(HUNDRED_AND_ONE.map((number) => [`mx${String(number)}.case.test`, { A }])),
    }),
    says: ["101", "100"],
    advises: "fewer of them",
  },
  {
    ...warning,
    confirm: CONFIRM.digHost,
    code: "mx-truncated",
    where: "a host has more addresses than anyone tries",
    scene: dns({
      "case.test": { MX: [[10, "mx.case.test"]] },
      "mx.case.test": { A: HUNDRED_AND_ONE.map((number) => `127.0.0.${String(number + 1)}`) },
    }),
    says: ["mx.case.test", "101", "32"],
    advises: "fewer of them",
  },
];
