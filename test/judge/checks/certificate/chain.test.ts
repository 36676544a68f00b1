/** Which path speaks for a certificate; letters stand for certificates. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { intermediatesOf, isValidAt } from "../../../../src/judge/checks/certificate/best-path.ts";
import { choosePath } from "../../../../src/judge/checks/certificate/senders-path.ts";
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
import { issue, type Issued } from "../../../support/certificates/issue.ts";
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

describe("the path that counts", () => {
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
      facts: { I: certificate(-1), J: certificate(-9) },
      is: "LIR",
    },
    {
      where: "the root of every path has expired",
      paths: ["LIR", "LJXR"],
      facts: { R: certificate(-900) },
      is: "LIR",
    },
    {
      where: "the root of the shorter one has expired",
      paths: ["LIR", "LJXS"],
      facts: { R: certificate(-900) },
      is: "LJXS",
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
      const certificates = { L: VALID, I: VALID, J: VALID, X: VALID, R: VALID, S: VALID, ...facts };
      assert.equal(choosePath(handshake(paths), certificates, NOW)?.path.certificates.join(""), is);
    });
  }

  test("is none where nothing is known of paths", () => {
    assert.equal(choosePath({}, {}, NOW), undefined);
  });
});

describe("the path that OpenSSL takes", () => {
  const cases: readonly {
    where: string;
    chain: string;
    /** Served certificates that may be the issuer of another, in the order of the chain. */
    byName: Record<string, string>;
    paths: string[];
    facts?: Record<string, CertificateFacts>;
    is: string;
    /** Taken, and needed in its place. */
    turn?: string;
  }[] = [
    {
      where: "the cross-sign that leads to a root is served first",
      chain: "L<IJ I J",
      byName: { L: "IJ" },
      paths: ["LIR"],
      is: "LIR",
    },
    {
      where: "the cross-sign that leads to a root is served last",
      chain: "L<JI J I",
      byName: { L: "JI" },
      paths: ["LIR"],
      is: "LIR",
      turn: "JI",
    },
    {
      where: "the first cross-sign has expired, and is passed by",
      chain: "L<JI J I",
      byName: { L: "JI" },
      paths: ["LIR"],
      facts: { J: certificate(-1) },
      is: "LIR",
    },
    {
      where: "both have expired, and the one that lasted longest is taken",
      chain: "L<JI J I",
      byName: { L: "JI" },
      paths: ["LIR"],
      facts: { J: certificate(-2), I: certificate(-1) },
      is: "LIR",
    },
    {
      where: "both cross-signs lead to a root, the second one over fewer certificates",
      chain: "L<JI J I",
      byName: { L: "JI" },
      paths: ["LJXR", "LIR"],
      is: "LJXR",
    },
    {
      where: "the store has the issuer, whatever is served",
      chain: "L<I I<JX J X",
      byName: { I: "JX" },
      paths: ["LIR"],
      is: "LIR",
    },
    {
      where: "the store has an expired issuer, and takes it in place of a served cross-sign",
      chain: "L<I I<X X",
      byName: {},
      paths: ["LIR", "LIXS"],
      facts: { R: certificate(-1) },
      is: "LIR",
    },
    {
      where: "the served root is taken before its cross-sign",
      chain: "L<I I<XJ X<X J",
      byName: { I: "XJ" },
      paths: ["LIJR"],
      is: "LIJR",
      turn: "XJ",
    },
  ];
  for (const { where, chain, byName, paths, facts = {}, is, turn } of cases) {
    test(`is ${is}${turn === undefined ? "" : `, but for ${turn}`} where ${where}`, () => {
      const certificates = { L: VALID, I: VALID, J: VALID, X: VALID, R: VALID, S: VALID, ...facts };
      const served = handshake(paths, chain);
      const links = served.chain?.map((link) => {
        const issuers = byName[link.sha256];
        return issuers === undefined ? link : { ...link, issuersByName: [...issuers] };
      });
      const chosen = choosePath({ ...served, chain: links }, certificates, NOW);
      assert.equal(chosen?.path.certificates.join(""), is);
      const { taken = "", needed = "" } = chosen.wrongTurn ?? {};
      assert.equal(taken + needed, turn ?? "");
    });
  }

  test("is the verified one where an older version did not record what else is served", () => {
    const { chain, paths } = handshake(["LIR"], "L<JI J I");
    assert.equal(
      choosePath({ chain, paths }, { L: VALID, I: VALID, J: VALID, R: VALID }, NOW)?.wrongTurn,
      undefined,
    );
  });
});

describe("without a path a chain is", () => {
  const facts = (...all: Issued[]) =>
    Object.fromEntries(all.map(({ sha256, der }) => [sha256, readCertificate(der)]));
  const cases: readonly { chain: string; is: TrustFault; top: string }[] = [
    { chain: "L<L", is: "self-signed", top: "L" },
    { chain: "L", is: "untrusted", top: "L" },
    { chain: "L X Y<X", is: "untrusted", top: "L" },
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

  test("either where the leaf comes alone, unless it says where its issuer is to be had, or a search tells", () => {
    const root = issue({ subject: "Private Authority", ca: true });
    const leaf = issue({ subject: "mx.own.test", issuer: root });
    const alone: TlsHandshake = { ...handshake([]), chain: [{ sha256: leaf.sha256, issuedBy: [] }] };
    assert.deepEqual(trustGap(alone, facts(leaf, root)), {
      fault: "untrusted",
      found: [],
      asked: [],
      issuerUnknown: true,
    });
    const named = issue({ subject: "mx.own.test", issuer: root, caIssuers: ["ldap://own.test/ca"] });
    const chain = [{ sha256: named.sha256, issuedBy: [] }];
    assert.equal(trustGap({ ...alone, chain }, facts(named)).fault, "incomplete");
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
    assert.equal(trustGap(alone, facts(leaf)).issuerUnknown, true);
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
    assert.deepEqual(
      [gap(namesake).fault, gap(namesake).foreign?.subject],
      ["untrusted", "CN=Private Authority"],
    );
  });

  test("untrusted and no more where an older version did not record who has not signed", () => {
    const gap = trustGap(handshake([], "L I<I"), { L: VALID, I: VALID });
    assert.deepEqual([gap.fault, gap.unsigned, gap.issuerUnknown], ["untrusted", undefined, true]);
  });

  test("untrusted, with the reason, where OpenSSL refuses the path, and incomplete where another one is found", () => {
    const refusedPath = {
      store: "system",
      certificates: ["L", "I", "R"],
      refused: "I",
      because: "not-a-ca",
    } as const;
    const tls = { ...handshake([], "L<I I"), refusedPath: { ...refusedPath, certificates: ["L", "I", "R"] } };
    assert.deepEqual(trustGap(tls, {}), { fault: "untrusted", found: [], asked: [], refused: refusedPath });
    const steps = [{ of: "L", issuer: "R", anchor: true as const }];
    const above = { ...handshake([]), issuerSearch: { steps, paths: [], refusedPath: tls.refusedPath } };
    const root = { ...VALID, selfIssued: true };
    assert.deepEqual(trustGap(above, { R: root }).refused, refusedPath);
    const paths = handshake(["LJR"]).paths ?? [];
    assert.equal(trustGap({ ...tls, issuerSearch: { steps: [], paths } }, {}).fault, "incomplete");
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

test("dates include notBefore and not notAfter, as in OpenSSL, and what is unknown is not valid", () => {
  const facts = certificate(1);
  assert.equal(isValidAt(facts, Date.parse(facts.notBefore)), true);
  assert.equal(isValidAt(facts, Date.parse(facts.notBefore) - 1), false);
  assert.equal(isValidAt(facts, Date.parse(facts.notAfter) - 1), true);
  assert.equal(isValidAt(facts, Date.parse(facts.notAfter)), false);
  assert.equal(isValidAt(undefined, NOW), false);
});

test("intermediates are what stands between leaf and anchor", () => {
  const between = (path: string): string =>
    intermediatesOf({ store: "system", certificates: [...path] }).join("");
  assert.deepEqual([between("LIXR"), between("LR"), between("L")], ["IX", "", ""]);
});
