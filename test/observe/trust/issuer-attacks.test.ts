/** Servers and CAs that want the search for issuers to take long, to find the wrong one, or none. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  MAX_ISSUER_CANDIDATES,
  MAX_ISSUER_NAMESAKES,
  MAX_ISSUER_SEARCH_WORK,
  MAX_SIGNATURE_WORK,
} from "../../../src/observe/bounds.ts";
import type { FetchedIssuer } from "../../../src/observe/trust/issuer-fetch.ts";
import { searchIssuers } from "../../../src/observe/trust/issuer-search.ts";
import { Namesakes } from "../../../src/observe/trust/namesakes.ts";
import type {
  CertificateFacts,
  EndpointObservation,
  IssuerSearch,
} from "../../../src/observe/observation.ts";
import { ParsedCertificate } from "../../../src/observe/x509/parsed-certificate.ts";
import { describeChain } from "../../../src/observe/trust/paths.ts";
import type { TrustStores } from "../../../src/observe/trust/stores.ts";
import { Turns } from "../../../src/system/turns.ts";
import { issue, type Issued } from "../../support/certificates/issue.ts";
import { storesOf } from "./finding.ts";
import { basicConstraints, extension, forge, name, OID } from "../../support/certificates/forge.ts";

const root = issue({ subject: "Root", ca: true });
const middle = issue({ subject: "Middle", ca: true, issuer: root });
const impostors = Array.from({ length: 100 }, () => issue({ subject: "Middle", ca: true }));

const leafOf = (issuer: Issued, ...caIssuers: string[]): Issued =>
  issue({ subject: "mx.own.test", issuer, caIssuers });

function endpointOf(chain: readonly Issued[], stores: TrustStores, into: Record<string, CertificateFacts>) {
  const { certificates, ...described } = describeChain(
    chain.map(({ der }) => der),
    stores,
  );
  Object.assign(into, certificates);
  const endpoint: EndpointObservation = {
    host: "mx.own.test",
    address: "192.0.2.1",
    family: 4,
    scope: "public",
    port: 25,
    sharesOurNetwork: false,
    tlsMode: "starttls",
    asked: { depth: "starttls", relay: "off", floor: false },
    replyTimeout: 60,
    connections: [
      {
        purpose: "dialog",
        at: 0,
        connect: { outcome: "connected", seconds: 0 },
        tls: { outcome: "done", hello: "full", seconds: 0, ...described },
        transcript: [],
      },
    ],
  };
  return endpoint;
}

interface Asked {
  readonly files?: Readonly<Record<string, readonly Buffer[]>>;
  readonly signal?: AbortSignal;
  readonly onFetch?: () => void;
}

/** The searches of a run over endpoints that serve these chains, in their order. */
async function searchesFor(chains: readonly (readonly Issued[])[], asked: Asked = {}) {
  const stores = storesOf({ "ca-file": [root] });
  const certificates: Record<string, CertificateFacts> = {};
  const endpoints = Object.fromEntries(
    chains.map((chain, index) => [String(index), endpointOf(chain, stores, certificates)]),
  );
  const done = await searchIssuers(endpoints, certificates, {
    trust: stores,
    turns: new Turns(),
    signal: asked.signal ?? new AbortController().signal,
    fetch: (url): Promise<FetchedIssuer> => {
      asked.onFetch?.();
      const files = asked.files?.[url] ?? [];
      const parsed = files.map((der) => new ParsedCertificate(der));
      const fact = {
        outcome: "fetched",
        certificates: parsed.map((each) => each.sha256()),
        seconds: 0,
      } as const;
      return Promise.resolve({ fact, certificates: files });
    },
  });
  return chains.map(
    (_, index): IssuerSearch | undefined => done.endpoints[String(index)]?.connections[0]?.tls?.issuerSearch,
  );
}

describe("the issuer that another server sends is found", () => {
  test("among a hundred impostors of its name", async () => {
    const behind = (from: number): Issued[] => impostors.slice(from, from + 19);
    const hostile = [0, 19, 38, 57, 76].map((from) => [leafOf(impostors[99] ?? root), ...behind(from)]);
    const searches = await searchesFor([...hostile, [leafOf(middle), middle], [leafOf(middle)]]);
    assert.deepEqual(
      searches.at(-1)?.steps.map(({ issuer }) => issuer),
      [middle.sha256],
    );
    assert.equal(searches.at(-1)?.paths.length, 1);
  });

  test("among impostors that bear its key identifier", async () => {
    const { keyIdentifier } = middle;
    const claiming = Array.from({ length: 19 }, () =>
      forge({
        subject: middle.name,
        extensions: [
          basicConstraints(true),
          extension(
            OID.subjectKeyIdentifier,
            Buffer.concat([Buffer.of(4, keyIdentifier.length), keyIdentifier]),
          ),
        ],
      }),
    );
    const searches = await searchesFor([
      [leafOf(impostors[0] ?? root), ...claiming],
      [leafOf(middle), middle],
      [leafOf(middle)],
    ]);
    assert.equal(searches.at(-1)?.paths.length, 1);
  });
});

describe("of the certificates of one name", () => {
  test("as many are kept as a bound says, and fewer are tried", () => {
    const namesakes = new Namesakes(new Set());
    const parsed = new Map(impostors.map((each) => [each.sha256, new ParsedCertificate(each.der)]));
    let looked = 0;
    for (const { sha256 } of impostors) namesakes.add(sha256, "CN=Middle");
    const leaf = new ParsedCertificate(leafOf(middle).der);
    const candidates = namesakes.issuersOf(leaf, "CN=Middle", (sha256) => {
      looked += 1;
      return parsed.get(sha256);
    });
    assert.deepEqual([looked, candidates.length], [MAX_ISSUER_NAMESAKES, MAX_ISSUER_CANDIDATES]);
  });

  test("those on a verified path come first, whenever they come", () => {
    const namesakes = new Namesakes(new Set([middle.sha256]));
    for (const { sha256 } of [...impostors, middle, ...impostors]) namesakes.add(sha256, "CN=Middle");
    const leaf = new ParsedCertificate(leafOf(middle).der);
    const all = new Map([...impostors, middle].map((each) => [each.sha256, new ParsedCertificate(each.der)]));
    const [first] = namesakes.issuersOf(leaf, "CN=Middle", (sha256) => all.get(sha256));
    assert.equal(first?.sha256(), middle.sha256);
  });
});

describe("the search ends", () => {
  test("when the run does, and what was found by then is kept", async () => {
    const ending = new AbortController();
    const [search] = await searchesFor([[leafOf(middle, "http://ca.test/1", "http://ca.test/2")]], {
      signal: ending.signal,
      onFetch: () => ending.abort(),
      files: { "http://ca.test/1": [middle.der] },
    });
    assert.deepEqual(search, { steps: [], paths: [] });
  });

  test("before it has begun, where the run is over", async () => {
    let fetched = 0;
    const [search] = await searchesFor([[leafOf(middle, "http://ca.test/1")]], {
      signal: AbortSignal.abort(),
      onFetch: () => fetched++,
    });
    assert.deepEqual([search, fetched], [{ steps: [], paths: [] }, 0]);
  });

  test("for a ladder whose rungs name each other", async () => {
    const one = issue({ subject: "One", ca: true });
    const two = issue({ subject: "Two", ca: true, issuer: one, caIssuers: ["http://ca.test/1"] });
    const oneByTwo = issue({
      subject: "One",
      ca: true,
      issuer: two,
      reuseKeyOf: one,
      caIssuers: ["http://ca.test/2"],
    });
    const [search] = await searchesFor([[leafOf(oneByTwo, "http://ca.test/1")]], {
      files: { "http://ca.test/1": [oneByTwo.der], "http://ca.test/2": [two.der] },
    });
    assert.ok((search?.steps.length ?? 0) <= 4, JSON.stringify(search?.steps));
    assert.deepEqual(search?.paths, []);
  });

  test("with the work that is left for the run: whoever comes later is judged as it was served", async () => {
    const dear = Array.from({ length: 8 }, () => issue({ subject: "Dear", ca: true, key: "p384" }));
    const spenders = Math.ceil(MAX_ISSUER_SEARCH_WORK / Math.min(MAX_SIGNATURE_WORK, 8 * 7)) + 1;
    assert.ok(spenders < 400, String(spenders));
    const [authority] = dear;
    const chains = Array.from({ length: spenders }, (_, index) => [
      issue({
        subject: `${String(index)}.own.test`,
        issuer: { ...middle, name: authority?.name ?? middle.name },
      }),
    ]);
    const strong = issue({ subject: "Strong", ca: true, issuer: root, key: "p384" });
    const sound = [leafOf(strong), strong];
    const searches = await searchesFor([sound, ...chains, dear, [leafOf(strong)]]);
    assert.deepEqual(searches.at(-1), { steps: [], paths: [] });
    const [, alone] = await searchesFor([sound, [leafOf(strong)]]);
    assert.equal(alone?.paths.length, 1);
  });
});

describe("a CA's file", () => {
  const cases: readonly [says: string, file: readonly Buffer[]][] = [
    ["with a root of the right name and another key", [issue({ subject: "Middle", ca: true }).der]],
    ["with the leaf itself", []],
    ["with eight certificates of others", impostors.slice(0, 8).map(({ der }) => der)],
    [
      "with an issuer that may not issue",
      [forge({ subject: name([OID.commonName, "Middle"]), key: middle.key }).der],
    ],
  ];
  for (const [says, file] of cases) {
    test(`${says} leads to no path`, async () => {
      const leaf = leafOf(middle, "http://ca.test/1");
      const [search] = await searchesFor([[leaf]], {
        files: { "http://ca.test/1": file.length === 0 ? [leaf.der] : file },
      });
      assert.deepEqual(search?.paths, []);
    });
  }
});
