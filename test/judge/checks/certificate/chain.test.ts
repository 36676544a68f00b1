/** Which path speaks for a certificate; letters stand for certificates. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bestPath, intermediatesOf, isValidAt } from "../../../../src/judge/checks/certificate/best-path.ts";
import {
  topOfChain,
  type CertificateFacts,
  type IssuerSearch,
  type TlsHandshake,
  type TrustPath,
} from "../../../../src/observe/observation.ts";
import { trustGap, type TrustFault } from "../../../../src/judge/checks/certificate/trust-gap.ts";
import { readCertificate } from "../../../../src/observe/x509/certificate.ts";
import { describeChain } from "../../../../src/observe/trust/paths.ts";
import { issue, type Issued } from "../../../lab/pki.ts";
import { storesOf } from "../../../observe/trust/finding.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");

/** A certificate that is valid for so many days from now on; a negative number is over. */
function certificate(daysLeft: number, begun = true): CertificateFacts {
  const at = (days: number): string => new Date(NOW + days * 86_400_000).toISOString();
  return {
    der: "",
    subject: "CN=any",
    issuer: "CN=any",
    subjectCommonNames: [],
    dnsNames: [],
    ipAddresses: [],
    otherNames: 0,
    serial: "01",
    notBefore: at(begun ? -100 : 1),
    notAfter: at(daysLeft),
    keyType: "ec",
    signatureAlgorithm: "ecdsa-with-SHA256",
    ca: true,
    selfIssued: false,
  };
}

/** A handshake with these paths, `LIR` for leaf, intermediate, root, and this served chain, `L<I I<R R<R`. */
function handshake(paths: readonly string[], chain = "L"): TlsHandshake {
  return {
    outcome: "done",
    hello: "full",
    seconds: 0,
    chain: chain.split(" ").map((link) => {
      const [sha256 = "", issuers = ""] = link.split("<");
      return { sha256, issuedBy: [...issuers] };
    }),
    paths: paths.map((path): TrustPath => ({ store: "bundled", certificates: [...path] })),
  };
}

const VALID = certificate(300);

describe("the path that a careful client takes", () => {
  const cases: readonly {
    where: string;
    paths: string[];
    facts?: Record<string, CertificateFacts>;
    is: string | undefined;
  }[] = [
    { where: "there is one", paths: ["LIR"], is: "LIR" },
    { where: "there is none", paths: [], is: undefined },
    { where: "one is shorter", paths: ["LIXR", "LIR"], is: "LIR" },
    {
      where: "the shorter one leads over an expired intermediate",
      paths: ["LIR", "LJXR"],
      facts: { I: certificate(-1) },
      is: "LJXR",
    },
    {
      where: "an intermediate is not valid yet",
      paths: ["LIR", "LJR"],
      facts: { I: certificate(300, false) },
      is: "LJR",
    },
    {
      where: "every path leads over an expired one",
      paths: ["LJXR", "LIR"],
      facts: { I: certificate(-1), X: certificate(-9) },
      is: "LIR",
    },
    {
      where: "only the root has expired, which is trusted as it is",
      paths: ["LIR", "LJXR"],
      facts: { R: certificate(-900) },
      is: "LIR",
    },
    {
      where: "the leaf has expired, which is said elsewhere",
      paths: ["LIR", "LJXR"],
      facts: { L: certificate(-1) },
      is: "LIR",
    },
    { where: "the leaf is itself an anchor", paths: ["L"], is: "L" },
  ];
  for (const { where, paths, facts = {}, is } of cases) {
    test(`is ${is ?? "none"} where ${where}`, () => {
      const certificates = { L: VALID, I: VALID, J: VALID, X: VALID, R: VALID, ...facts };
      assert.equal(bestPath(handshake(paths), certificates, NOW)?.certificates.join(""), is);
    });
  }

  test("is none where nothing is known of paths", () => {
    assert.equal(bestPath({ outcome: "done", hello: "full", seconds: 0 }, {}, NOW), undefined);
  });
});

describe("without a path a chain is", () => {
  const facts = (...all: Issued[]) =>
    Object.fromEntries(all.map(({ sha256, der }) => [sha256, readCertificate(der)]));
  const cases: readonly { chain: string; is: TrustFault; top: string }[] = [
    { chain: "L<L", is: "self-signed", top: "L" },
    { chain: "L", is: "incomplete", top: "L" },
    { chain: "L X Y<X", is: "incomplete", top: "L" },
    { chain: "L<I I<R R<R", is: "untrusted", top: "R" },
    { chain: "L<I I", is: "untrusted", top: "I" },
    { chain: "L<I R<R I<R", is: "untrusted", top: "R" },
    { chain: "L<IJ I<J J<I", is: "untrusted", top: "J" },
    { chain: "L<L X", is: "self-signed", top: "L" },
  ];
  for (const { chain, is, top } of cases) {
    test(`${is} where ${chain} is served, and it ends at ${top}`, () => {
      assert.equal(trustGap(handshake([], chain), {}).fault, is);
      assert.equal(topOfChain(handshake([], chain)), top);
    });
  }

  test("incomplete where the leaf comes alone, whoever else the run has met, unless the search says so", () => {
    const root = issue({ subject: "Private Authority", ca: true });
    const leaf = issue({ subject: "mx.own.test", issuer: root });
    const alone: TlsHandshake = { ...handshake([]), chain: [{ sha256: leaf.sha256, issuedBy: [] }] };
    assert.equal(trustGap(alone, facts(leaf, root)).fault, "incomplete");
    const searched = {
      ...alone,
      issuerSearch: { steps: [{ of: leaf.sha256, issuer: root.sha256 }], paths: [] },
    };
    assert.equal(trustGap(searched, facts(leaf, root)).fault, "untrusted");
  });

  test("incomplete where the search has met the intermediate that is missing", () => {
    const root = issue({ subject: "Root", ca: true });
    const intermediate = issue({ subject: "Root Two, no root at all", ca: true, issuer: root });
    const leaf = issue({ subject: "mx.own.test", issuer: intermediate });
    const alone: TlsHandshake = { ...handshake([]), chain: [{ sha256: leaf.sha256, issuedBy: [] }] };
    assert.equal(trustGap(alone, facts(leaf)).fault, "untrusted");
    const searched = {
      ...alone,
      issuerSearch: { steps: [{ of: leaf.sha256, issuer: intermediate.sha256 }], paths: [] },
    };
    const { fault, found } = trustGap(searched, facts(leaf, intermediate));
    assert.deepEqual(
      [fault, found.map(({ certificate: { subject } }) => subject)],
      ["incomplete", ["CN=Root Two\\, no root at all"]],
    );
  });

  test("untrusted where the issuer is served and has not signed; a namesake with another key is not the issuer", () => {
    const root = issue({ subject: "Private Authority", ca: true });
    const namesake = issue({ subject: "Private Authority", ca: true });
    const leaf = issue({ subject: "mx.own.test", issuer: root });
    const damaged = Buffer.from(leaf.der);
    damaged.writeUInt8(damaged.readUInt8(damaged.length - 1) ^ 1, damaged.length - 1);
    const gap = (issuer: Issued) => {
      const { certificates, ...described } = describeChain([damaged, issuer.der], storesOf({}));
      return trustGap({ ...handshake([]), ...described }, certificates);
    };
    assert.equal(gap(root).fault, "untrusted");
    assert.equal(gap(root).unsigned?.subject, "CN=Private Authority");
    assert.equal(gap(namesake).unsigned, undefined);
    assert.equal(gap(namesake).fault, "incomplete");
  });

  test("judged as before where it was recorded by a version that did not tell who has not signed", () => {
    const old = handshake([], "L I<I");
    assert.deepEqual(trustGap(old, { L: VALID, I: VALID }).fault, "incomplete");
  });

  describe("after a search for its issuer", () => {
    const root = issue({ subject: "Root", ca: true });
    const intermediate = issue({ subject: "Intermediate", ca: true, issuer: root });
    const leaf = issue({ subject: "mx.own.test", issuer: intermediate });
    const url = "http://ca.test/i.cer";
    const known = facts(leaf, intermediate, root);
    const after = (issuerSearch: IssuerSearch): TlsHandshake => ({
      ...handshake([]),
      chain: [{ sha256: leaf.sha256, issuedBy: [] }],
      issuerSearch,
    });
    const path = { store: "bundled", certificates: [leaf.sha256, intermediate.sha256, root.sha256] } as const;
    const cases: readonly {
      where: string;
      search: IssuerSearch;
      is: TrustFault;
      found: readonly string[];
    }[] = [
      {
        where: "a path leads over one that was fetched",
        search: {
          steps: [{ of: leaf.sha256, url, issuer: intermediate.sha256 }],
          paths: [{ ...path, certificates: [...path.certificates] }],
        },
        is: "incomplete",
        found: [`CN=Intermediate ${url}`],
      },
      {
        where: "a path leads over one that another server sends",
        search: {
          steps: [{ of: leaf.sha256, issuer: intermediate.sha256 }],
          paths: [{ ...path, certificates: [...path.certificates] }],
        },
        is: "incomplete",
        found: ["CN=Intermediate at hand"],
      },
      {
        where: "it ended at a root that no store has",
        search: {
          steps: [
            { of: leaf.sha256, url, issuer: intermediate.sha256 },
            { of: intermediate.sha256, issuer: root.sha256 },
          ],
          paths: [],
        },
        is: "untrusted",
        found: ["CN=Root at hand"],
      },
      {
        where: "it ended at a root that a store has: then the root is not what is wrong",
        search: { steps: [{ of: leaf.sha256, issuer: root.sha256, anchor: true }], paths: [] },
        is: "untrusted",
        found: [],
      },
    ];
    for (const { where, search, is, found } of cases) {
      test(`${is} where ${where}`, () => {
        const gap = trustGap(after(search), known);
        const words = gap.found.map(
          ({ certificate: { subject }, url: from = "at hand" }) => `${subject} ${from}`,
        );
        assert.deepEqual([gap.fault, words], [is, found]);
      });
    }

    test("incomplete without proof where the issuer was found and no path leads over it", () => {
      const search = { steps: [{ of: leaf.sha256, url, issuer: intermediate.sha256 }], paths: [] };
      const { fault, found, completes } = trustGap(after(search), known);
      assert.deepEqual([fault, found[0]?.url, completes], ["incomplete", url, undefined]);
    });

    test("as before it where the name that was asked gave nothing", () => {
      const search = { steps: [{ of: leaf.sha256, url }], paths: [] };
      const known = { [leaf.sha256]: readCertificate(leaf.der) };
      assert.deepEqual(trustGap(after(search), known), { fault: "incomplete", found: [], asked: [url] });
    });
  });

  test("untrusted where no certificate came", () => {
    const anonymous: TlsHandshake = { outcome: "done", hello: "small", seconds: 0, chain: [] };
    assert.equal(trustGap(anonymous, {}).fault, "untrusted");
    assert.equal(topOfChain(anonymous), undefined);
  });
});

test("dates are inclusive, and what is unknown is not valid", () => {
  const facts = certificate(1);
  assert.equal(isValidAt(facts, Date.parse(facts.notBefore)), true);
  assert.equal(isValidAt(facts, Date.parse(facts.notBefore) - 1), false);
  assert.equal(isValidAt(facts, Date.parse(facts.notAfter)), true);
  assert.equal(isValidAt(facts, Date.parse(facts.notAfter) + 1), false);
  assert.equal(isValidAt(undefined, NOW), false);
});

test("intermediates are what stands between leaf and anchor", () => {
  const between = (path: string): string =>
    intermediatesOf({ store: "system", certificates: [...path] }).join("");
  assert.deepEqual([between("LIXR"), between("LR"), between("L")], ["IX", "", ""]);
});
