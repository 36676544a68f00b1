import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readCertificate } from "../../../../src/observe/x509/certificate.ts";
import {
  matchServerIdentity,
  type NameMatch,
} from "../../../../src/judge/checks/certificate/server-identity.ts";
import { issue } from "../../../support/certificates/issue.ts";

interface Case {
  readonly names?: readonly string[];
  readonly addresses?: readonly string[];
  readonly common?: readonly string[];
  readonly host: string;
  readonly address?: string;
  readonly is: NameMatch;
}

const NAMES: readonly Case[] = [
  { names: ["mx.example.com"], host: "mx.example.com", is: "dns-name" },
  { names: ["www.example.com", "mx.example.com"], host: "mx.example.com", is: "dns-name" },
  { names: ["MX.Example.COM"], host: "mx.example.com", is: "dns-name" },
  { names: ["mx.example.com"], host: "MX.EXAMPLE.COM", is: "dns-name" },
  { names: ["mx.example.com."], host: "mx.example.com", is: "none" },
  { names: ["mx.example.com."], host: "mx.example.com.", is: "none" },
  { names: ["*.example.com."], host: "mx.example.com", is: "none" },
  { names: ["mx.example.com"], host: "mx.example.com.", is: "dns-name" },
  { names: ["*.example.com"], host: "mx.example.com.", is: "dns-name" },
  { names: ["xn--mller-kva.example"], host: "xn--mller-kva.example", is: "dns-name" },
  { names: ["example.com"], host: "mx.example.com", is: "none" },
  { names: ["mx.example.com"], host: "example.com", is: "none" },
  { names: ["mx.example.com.evil.example"], host: "mx.example.com", is: "none" },
  { names: ["evilmx.example.com"], host: "mx.example.com", is: "none" },
  { names: [], host: "mx.example.com", is: "none" },
  { names: [""], host: "mx.example.com", is: "none" },
  { names: ["."], host: ".", is: "none" },
  { names: ["mx.example.com\\000.evil.example"], host: "mx.example.com", is: "none" },
];

const WILDCARDS: readonly Case[] = [
  { names: ["*.example.com"], host: "mx.example.com", is: "dns-name" },
  { names: ["*.Example.com"], host: "MX.example.com", is: "dns-name" },
  { names: ["*.example.com"], host: "xn--mx-lka.example.com", is: "dns-name" },
  { names: ["*.example.com"], host: "_mx.example.com", is: "none" },
  { names: ["*._mx.example.com"], host: "a._mx.example.com", is: "none" },
  { names: ["_mx.example.com"], host: "_mx.example.com", is: "dns-name" },
  { names: ["*.example.com"], host: "a.mx.example.com", is: "none" },
  { names: ["*.example.com"], host: "example.com", is: "none" },
  { names: ["*.example.com"], host: ".example.com", is: "none" },
  { names: ["*.*.example.com"], host: "a.mx.example.com", is: "none" },
  { names: ["mx.*.com"], host: "mx.example.com", is: "none" },
  { names: ["m*.example.com"], host: "mx.example.com", is: "none" },
  { names: ["*x.example.com"], host: "mx.example.com", is: "none" },
  { names: ["m*x.example.com"], host: "max.example.com", is: "none" },
  { names: ["*"], host: "mx", is: "none" },
  { names: ["*.com"], host: "example.com", is: "none" },
  { names: ["*."], host: "mx.", is: "none" },
];

const COMMON_NAMES: readonly Case[] = [
  { common: ["mx.example.com"], host: "mx.example.com", is: "common-name" },
  { common: ["MX.example.com"], host: "mx.example.com", is: "common-name" },
  { common: ["mx.example.com."], host: "mx.example.com", is: "none" },
  // The Kelvin sign, which Unicode folds to a k.
  { common: ["mx.\u212aexample.com"], host: "mx.kexample.com", is: "none" },
  { common: ["*.example.com"], host: "mx.example.com", is: "common-name" },
  { common: ["Example Ltd", "mx.example.com"], host: "mx.example.com", is: "common-name" },
  { common: ["mx.example.com"], addresses: ["192.0.2.1"], host: "mx.example.com", is: "common-name" },
  { common: ["mx.example.com"], names: ["www.example.com"], host: "mx.example.com", is: "none" },
  { common: ["Example Ltd"], host: "mx.example.com", is: "none" },
];

const ADDRESSES: readonly Case[] = [
  { addresses: ["192.0.2.1"], host: "192.0.2.1", address: "192.0.2.1", is: "ip-address" },
  { addresses: ["2001:db8::1"], host: "2001:db8::1", address: "2001:db8::1", is: "ip-address" },
  { addresses: ["192.0.2.2"], host: "192.0.2.1", address: "192.0.2.1", is: "none" },
  { names: ["192.0.2.1"], host: "192.0.2.1", address: "192.0.2.1", is: "none" },
  { common: ["192.0.2.1"], host: "192.0.2.1", address: "192.0.2.1", is: "none" },
  { addresses: ["192.0.2.1"], host: "mx.example.com", is: "none" },
];

for (const [title, cases] of Object.entries({ NAMES, WILDCARDS, COMMON_NAMES, ADDRESSES })) {
  describe(title.toLowerCase().replace("_", " "), () => {
    for (const { names = [], addresses = [], common = [], host, address, is } of cases) {
      const presented =
        [...names, ...addresses, ...common.map((name) => `CN=${name}`)].join(", ") || "nothing";
      test(`${presented} for ${host}: ${is}`, () => {
        const certificate = { dnsNames: names, ipAddresses: addresses, subjectCommonNames: common };
        assert.equal(matchServerIdentity(certificate, host, address), is);
      });
    }
  });
}

describe("X509_check_host finds the same names", () => {
  const key = issue({ subject: null });
  /** Whether OpenSSL, and whether we find the host in a certificate with this name. */
  const found = (presented: string, host: string): [theirs: boolean, ours: boolean] => {
    const { der } = issue({ subject: "mx.example.com", dnsNames: [presented], reuseKeyOf: key });
    const options = { subject: "never", partialWildcards: false } as const;
    // It knows no trailing dot: Postfix, as we do, asks without it.
    const theirs = new X509Certificate(der).checkHost(host.replace(/\.$/, ""), options);
    const { dnsNames } = readCertificate(der);
    const names = { dnsNames, ipAddresses: [], subjectCommonNames: ["mx.example.com"] };
    return [theirs !== undefined, matchServerIdentity(names, host, undefined) === "dns-name"];
  };
  const label = fc.constantFrom("mx", "MX", "a", "b", "xn--a", "m-x", "_x", "1");
  const presented = fc.constantFrom(
    ...["mx", "Mx", "a", "b", "*", "m*", "*x", "xn--*", "xn--a", "*-x", "m-x", "_x", "1", "", "\0", "K"],
  );
  const dotted = (labels: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.array(labels, { minLength: 1, maxLength: 4 }).map((all) => all.join("."));
  const trailing = fc.constantFrom("", "", ".");
  const host = fc.tuple(dotted(label), trailing).map(([name, dot]) => name + dot);
  /** Names that are near to the host, so that more than chance finds them. */
  const near = fc.constantFrom<((host: string) => string)[]>(
    (name) => name,
    (name) => name.toUpperCase(),
    (name) => name.replace(/\.$/, ""),
    (name) => name.replace(/\.$/, "").replace(/^[^.]*/, "*"),
    (name) => name.replace(/^[^.]*/, "*"),
    (name) => name.replace(/^(.)[^.]*/, "$1*"),
    (name) => name.replace(/\.[^.]*/, ".*"),
    (name) => `x${name}`,
    (name) => `*.${name}`,
    (name) => name.replace(/^[^.]*\./, ""),
  );

  test("over 3,000 pairs", () => {
    const met = { both: 0, neither: 0 };
    const property = fc.property(
      host,
      fc.option(dotted(presented), { freq: 1 }),
      near,
      (asked, unlike, like) => {
        const name = unlike ?? like(asked);
        const [theirs, ours] = found(name, asked);
        assert.equal(ours, theirs, `${name} for ${asked}`);
        met[theirs ? "both" : "neither"] += 1;
      },
    );
    fc.assert(property, { numRuns: 3000 });
    assert.ok(met.both > 400 && met.neither > 400, JSON.stringify(met));
  });
});
