/** The issuers that are not served: found among those of the run, or by their caIssuers names. */
import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { MAX_ISSUER_FETCHES, MAX_ISSUER_DEPTH } from "../../../src/observe/bounds.ts";
import { searchIssuers } from "../../../src/observe/trust/issuer-search.ts";
import type { FetchedIssuer } from "../../../src/observe/trust/issuer-fetch.ts";
import type {
  CertificateFacts,
  ConnectionObservation,
  EndpointObservation,
  IssuerFetch,
  IssuerSearch,
} from "../../../src/observe/observation.ts";
import type { ObservePlan } from "../../../src/observe/observe.ts";
import { readCertificate } from "../../../src/observe/x509/certificate.ts";
import { describeChain } from "../../../src/observe/trust/paths.ts";
import { createTrustStores } from "../../../src/observe/trust/stores.ts";
import { Turns } from "../../../src/system/turns.ts";
import { issue, type IssueOptions, type Issued } from "../../support/certificates/issue.ts";
import { tableResolver } from "../../support/dns/table-resolver.ts";
import { dialogTools, startServer } from "../smtp/conversing.ts";
import { observeTools, plan, run } from "../smtp/observing.ts";

const authority = (subject: string, issuer?: Issued, more: Partial<IssueOptions> = {}): Issued =>
  issue({ subject, ca: true, ...(issuer !== undefined && { issuer }), ...more });

const named = (file: string): Partial<IssueOptions> => ({ caIssuers: [`http://ca.test/${file}`] });

const root = authority("Root");
const upper = authority("Upper", root);
const lower = authority("Lower", upper, named("upper"));
const impostor = authority("Upper");
const privateRoot = authority("Private");
const privateUpper = authority("Private Upper", privateRoot, named("private"));

const otherRoot = authority("Other");
const otherUpper = authority("Other Upper", otherRoot, named("other"));

/** What a search takes that nobody ends. */
const unhurried = () => ({ turns: new Turns(), signal: new AbortController().signal });

const leafOf = (issuer: Issued, file?: string): Issued =>
  issue({ subject: "mx.own.test", issuer, ...(file !== undefined && named(file)) });

const FILES: Readonly<Record<string, readonly Issued[]>> = {
  upper: [upper],
  lower: [lower],
  impostor: [impostor],
  bundle: [impostor, lower, upper],
  private: [privateRoot],
  "private-upper": [privateUpper],
  other: [otherUpper, otherRoot],
  empty: [],
};

const NAMES = new Map<string, string>(
  Object.entries({ root, upper, lower, impostor, privateRoot, privateUpper, otherRoot, otherUpper }).map(
    ([name, { sha256 }]) => [sha256, name],
  ),
);

interface Sight {
  readonly search: IssuerSearch | undefined;
  /** `leaf: http://… -> lower`, by the names above. */
  readonly steps: readonly string[];
  readonly paths: readonly string[];
  readonly asked: readonly string[];
  readonly outcomes: Readonly<Record<string, string>>;
}

function endpointWith(chains: readonly (readonly Issued[])[], trusted: Issued) {
  const stores = createTrustStores([{ store: "ca-file", read: () => [trusted.pem] }]);
  const certificates: Record<string, CertificateFacts> = {};
  const connections = chains.map((chain): ConnectionObservation => {
    const { certificates: facts, ...described } = describeChain(
      chain.map(({ der }) => der),
      stores,
    );
    Object.assign(certificates, facts);
    const tls = { outcome: "done", hello: "full", seconds: 0, ...described } as const;
    return {
      purpose: "dialog",
      at: 0,
      connect: { outcome: "connected", seconds: 0 },
      tls,
      transcript: [],
    };
  });
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
    connections: [...connections],
  };
  return { endpoint, certificates, stores };
}

async function searchFor(
  chain: readonly Issued[],
  { met = [], online = true }: { met?: readonly Issued[]; online?: boolean } = {},
): Promise<Sight> {
  const { endpoint, certificates, stores } = endpointWith([chain], root);
  for (const each of met) certificates[each.sha256] = readCertificate(each.der);
  const asked: string[] = [];
  const fetch = (name: string): Promise<FetchedIssuer> => {
    asked.push(name);
    const files = FILES[name.replace("http://ca.test/", "")] ?? [];
    const outcome = files.length === 0 ? "no-certificate" : "fetched";
    const fact = { outcome, certificates: files.map(({ sha256 }) => sha256), seconds: 0 } as const;
    return Promise.resolve({ fact, certificates: files.map(({ der }) => der) });
  };
  const done = await searchIssuers({ a: endpoint, b: endpoint }, certificates, {
    trust: stores,
    ...unhurried(),
    ...(online && { fetch }),
  });
  const search = done.endpoints["a"]?.connections[0]?.tls?.issuerSearch;
  const nameOf = (sha256: string): string => NAMES.get(sha256) ?? "leaf";
  return {
    search,
    steps: (search?.steps ?? []).map(({ of, url = "at hand", issuer, anchor }) =>
      [
        nameOf(of),
        ": ",
        url,
        " -> ",
        issuer === undefined ? "nothing" : nameOf(issuer),
        anchor ? "!" : "",
      ].join(""),
    ),
    paths: (search?.paths ?? []).map((path) => path.certificates.map(nameOf).join(" ")),
    asked,
    outcomes: Object.fromEntries(Object.entries(done.issuers).map(([name, { outcome }]) => [name, outcome])),
  };
}

const URL = "http://ca.test/";

describe("the search for an issuer", () => {
  test("fetches the intermediate that the leaf names, once for all who serve it, and finds the path", async () => {
    const candidate = await searchFor([leafOf(upper, "upper")]);
    assert.deepEqual(candidate.steps, [`leaf: ${URL}upper -> upper`]);
    assert.deepEqual(candidate.paths, ["leaf upper root"]);
    assert.deepEqual(
      [candidate.asked, candidate.outcomes],
      [[`${URL}upper`], { [`${URL}upper`]: "fetched" }],
    );
  });

  const cases: readonly {
    says: string;
    chain: readonly Issued[];
    met?: readonly Issued[];
    online?: boolean;
    steps: readonly string[];
    paths?: readonly string[];
  }[] = [
    {
      says: "goes on from one to the next",
      chain: [leafOf(lower, "lower")],
      steps: [`leaf: ${URL}lower -> lower`, `lower: ${URL}upper -> upper`],
      paths: ["leaf lower upper root"],
    },
    {
      says: "begins where the served chain ends",
      chain: [leafOf(lower), lower],
      steps: [`lower: ${URL}upper -> upper`],
      paths: ["leaf lower upper root"],
    },
    {
      says: "takes what another server sends, and asks nobody",
      chain: [leafOf(upper, "upper")],
      met: [upper],
      steps: ["leaf: at hand -> upper"],
      paths: ["leaf upper root"],
    },
    {
      says: "asks where what another server sends does not suffice",
      chain: [leafOf(lower, "lower")],
      met: [lower],
      steps: ["leaf: at hand -> lower", `leaf: ${URL}lower -> lower`, `lower: ${URL}upper -> upper`],
      paths: ["leaf lower upper root"],
    },
    {
      says: "takes no certificate of the same name and another key",
      chain: [leafOf(upper, "impostor")],
      met: [impostor],
      steps: [`leaf: ${URL}impostor -> nothing`],
    },
    {
      says: "takes the right one out of several",
      chain: [leafOf(upper, "bundle")],
      steps: [`leaf: ${URL}bundle -> upper`],
      paths: ["leaf upper root"],
    },
    {
      says: "ends at a root that no store has",
      chain: [leafOf(privateUpper, "private-upper")],
      steps: [`leaf: ${URL}private-upper -> privateUpper`, `privateUpper: ${URL}private -> privateRoot`],
    },
    {
      says: "finds the whole ladder in one file",
      chain: [leafOf(otherUpper, "other")],
      steps: [`leaf: ${URL}other -> otherUpper`, `otherUpper: ${URL}other -> otherRoot`],
    },
    {
      says: "ends at a file without a certificate",
      chain: [leafOf(upper, "empty")],
      steps: [`leaf: ${URL}empty -> nothing`],
    },
    { says: "ends where the leaf names nobody", chain: [leafOf(upper)], steps: [] },
    {
      says: "knows a trust anchor that the chain misses for another reason",
      chain: [leafOf(issue({ subject: "No authority", issuer: root })), issue({ subject: "x" })],
      steps: [],
    },
    {
      says: "asks nobody where that is switched off",
      chain: [leafOf(upper, "upper")],
      online: false,
      steps: [],
    },
  ];
  for (const { says, chain, steps, paths = [], ...more } of cases) {
    test(says, async () => {
      const candidate = await searchFor(chain, more);
      assert.deepEqual([candidate.steps, candidate.paths], [steps, paths]);
    });
  }

  test("marks an issuer that is a trust anchor, though no path leads to it", async () => {
    const noAuthority = issue({ subject: "No authority", issuer: root });
    const candidate = await searchFor([leafOf(noAuthority), noAuthority], { met: [root] });
    assert.deepEqual([candidate.steps, candidate.paths], [["leaf: at hand -> root!"], []]);
  });

  test("records the path that OpenSSL refuses over what was found, and why", async () => {
    const single = authority("Single", root, { pathLength: 0 });
    const below = authority("Below", single);
    const { search } = await searchFor([leafOf(below), below], { met: [single] });
    const { refused, because } = search?.refusedPath ?? {};
    assert.deepEqual([search?.paths, refused, because], [[], single.sha256, "path-length"]);
  });

  test("ends after a few steps, however long the ladder is", async () => {
    const ladder = [authority("Rung 0")];
    for (let rung = 1; rung < 10; rung++) {
      ladder.push(authority(`Rung ${String(rung)}`, ladder.at(-1)));
    }
    const [, , ...upperRungs] = ladder;
    const candidate = await searchFor([leafOf(ladder.at(-1) ?? root)], { met: upperRungs });
    assert.equal(candidate.steps.length, MAX_ISSUER_DEPTH);
  });

  test("asks no more names in a run than a bound says", async () => {
    const chains = Array.from({ length: MAX_ISSUER_FETCHES + 20 }, (_, number) => [
      leafOf(upper, `file-${String(number)}`),
    ]);
    const { endpoint, certificates, stores } = endpointWith(chains, root);
    let asked = 0;
    const done = await searchIssuers({ a: endpoint }, certificates, {
      trust: stores,
      ...unhurried(),
      fetch: () => {
        asked++;
        return Promise.resolve({
          fact: { outcome: "timeout", certificates: [], seconds: 0 },
          certificates: [],
        });
      },
    });
    assert.deepEqual([asked, Object.keys(done.issuers).length], [MAX_ISSUER_FETCHES, MAX_ISSUER_FETCHES]);
  });

  test("takes what was fetched for another server", async () => {
    const alone = [leafOf(upper, "empty")];
    const { endpoint, certificates, stores } = endpointWith([alone, [leafOf(upper, "upper")]], root);
    const done = await searchIssuers({ a: endpoint }, certificates, {
      trust: stores,
      ...unhurried(),
      fetch: (name) => {
        const files = FILES[name.replace(URL, "")] ?? [];
        return Promise.resolve({
          fact: { outcome: "fetched", certificates: files.map(({ sha256 }) => sha256), seconds: 0 },
          certificates: files.map(({ der }) => der),
        });
      },
    });
    const search = done.endpoints["a"]?.connections[0]?.tls?.issuerSearch;
    const issuer = upper.sha256;
    assert.deepEqual(
      search?.steps.map((step) => [step.url, step.issuer]),
      [[`${URL}upper`, issuer]],
    );
    assert.equal(search.paths.length, 1);
  });

  test("asks no name again that was asked in an earlier round", async () => {
    const { endpoint, certificates, stores } = endpointWith([[leafOf(upper, "upper")]], root);
    certificates[upper.sha256] = readCertificate(upper.der);
    const asked: Record<string, IssuerFetch> = {
      [`${URL}upper`]: { outcome: "fetched", certificates: [upper.sha256], seconds: 0 },
    };
    const done = await searchIssuers({ a: endpoint }, certificates, {
      trust: stores,
      ...unhurried(),
      asked,
      fetch: () => assert.fail("asked again"),
    });
    const search = done.endpoints["a"]?.connections[0]?.tls?.issuerSearch;
    assert.deepEqual([search?.paths.length, search?.steps[0]?.url], [1, `${URL}upper`]);
    assert.deepEqual(done.issuers, asked);
  });

  const untouched: readonly [says: string, chain: readonly Issued[]][] = [
    ["that has a path", [leafOf(root)]],
    ["that is signed by itself", [issue({ subject: "mx.own.test" })]],
    ["without a certificate", []],
  ];
  for (const [says, chain] of untouched) {
    test(`leaves a chain alone ${says}`, async () => {
      assert.equal((await searchFor(chain)).search, undefined);
    });
  }
});

describe("a run", () => {
  async function runWith(t: TestContext, differing: Partial<ObservePlan>) {
    const leaf = issue({
      subject: "mx.own.test",
      dnsNames: ["mx.own.test"],
      issuer: upper,
      ...named("upper"),
    });
    const server = await startServer(t, { tls: { chain: [leaf] } });
    const table = { "MX own.test": ["10 mx.own.test"], "A mx.own.test": ["127.0.0.1"] };
    const resolver = tableResolver(table);
    const { route } = dialogTools();
    const locations: string[] = [];
    const seen = await run(
      plan(["own.test"], server.port, differing),
      observeTools(table, {
        createResolver: () => resolver,
        route: {
          ...route,
          dial: (destination, options) => {
            locations.push(destination.host);
            return route.dial(destination, options);
          },
        },
      }),
    );
    return { seen, questions: resolver.asked.filter((question) => question.includes("ca.test")) };
  }

  test("asks the run's resolver where the name is, and records what came of it", async (t) => {
    const { seen, questions } = await runWith(t, { issuerTimeout: 5 });
    assert.deepEqual(questions.toSorted(), ["A ca.test", "AAAA ca.test"]);
    assert.equal(seen.issuers?.[`${URL}upper`]?.outcome, "no-address");
    const [endpoint] = Object.values(seen.endpoints);
    assert.equal(endpoint?.connections[0]?.tls?.issuerSearch?.steps.length, 1);
  });

  const quiet: readonly [says: string, differing: Partial<ObservePlan>][] = [
    ["that is not to fetch", {}],
    ["that is not to look for issuers", { searchesIssuers: false, issuerTimeout: 5 }],
  ];
  for (const [says, differing] of quiet) {
    test(`${says} asks nobody`, async (t) => {
      const { seen, questions } = await runWith(t, differing);
      assert.deepEqual([questions, seen.issuers], [[], undefined]);
    });
  }
});
