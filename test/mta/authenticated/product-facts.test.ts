/** What the program sees of DNSSEC and DANE against unbound-host and openssl, at every target of the bed. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runIsolated } from "../namespace.ts";
import { fetchPackages } from "../packages.ts";
import type { EndpointFacts } from "./facts.ts";
import { factsTable, opensslKey, type FactsTable } from "./run-facts.ts";
import type { Target } from "./target.ts";
import { TARGETS } from "./targets.ts";

/** How long starting, observing twice and asking may take, in seconds. */
const PATIENCE = 280;

let table: FactsTable;
before(async () => {
  fetchPackages();
  const script = fileURLToPath(new URL("run-facts.ts", import.meta.url));
  table = factsTable.parse(JSON.parse(await runIsolated(script, [], PATIENCE)));
});

interface PlacedEndpoint extends EndpointFacts {
  readonly target: Target;
  /** As labels have it: `mx#2`. */
  readonly server: string;
}

function endpointsOf(facts: FactsTable["facts"]): PlacedEndpoint[] {
  return facts.flatMap(({ name, endpoints }) => {
    const target = TARGETS.find((each) => each.name === name) ?? assert.fail(name);
    return Object.entries(endpoints).map(([server, endpoint]) => ({ target, server, ...endpoint }));
  });
}

function outcomeOf({ target: { label }, server }: PlacedEndpoint): string {
  return label.dane?.[server] ?? label.dane?.[server.split("#")[0] ?? ""] ?? "skip";
}

function placeOf({ target, server }: PlacedEndpoint): string {
  return `${target.name} ${server}`;
}

describe("DNSSEC", () => {
  test("is seen with the resolver that validates, and not with the other one", () => {
    const { control, unseenControl } = table;
    assert.deepEqual([control.validates, control.asksBy, control.answers.length], [true, "ad", 1]);
    assert.deepEqual([unseenControl.validates, unseenControl.answers.length], [false, 4]);
  });

  test("has at every name the status that unbound-host says", () => {
    const compared = table.facts.flatMap(({ statuses }) =>
      Object.entries(statuses).flatMap(([question, status]) => {
        const said = table.unbound[question];
        return said === undefined
          ? []
          : [{ question, status, said: said.replace(/^failed none$/, "failed") }];
      }),
    );
    assert.deepEqual(
      compared.filter(({ status, said }) => status !== said),
      [],
    );
    assert.ok(compared.length > 500, String(compared.length));
    const seen = new Set(compared.map(({ status }) => status));
    const all = ["bogus", "failed", "insecure", "insecure none", "secure", "secure none"];
    assert.deepEqual([...seen].sort(), all);
  });

  test("is never said to be there, or not there, by a resolver that does not validate", () => {
    const statuses = new Set(table.unseen.flatMap((facts) => Object.values(facts.statuses)));
    assert.deepEqual([...statuses].sort(), ["failed", "unseen", "unseen none"]);
  });
});

describe("TLSA records", () => {
  test("are seen at every server whose label needs them, of all families and ports", () => {
    const seen = new Set(endpointsOf(table.facts).map(placeOf));
    const wanted = TARGETS.flatMap(({ name, label }) =>
      Object.entries(label.dane ?? {}).flatMap(([host, outcome]) => {
        const servers = host.includes("#") ? [host] : [`${host}#1`];
        return outcome === "skip" ? [] : servers.map((server) => `${name} ${server}`);
      }),
    );
    assert.deepEqual(
      wanted.filter((place) => !seen.has(place)),
      [],
    );
    assert.ok(wanted.length > 90, String(wanted.length));
  });

  test("are those of the base domain that the label names", () => {
    const judged = endpointsOf(table.facts).filter((endpoint) => outcomeOf(endpoint) !== "skip");
    const others = judged.flatMap((endpoint) => {
      const [host = ""] = endpoint.server.split("#");
      const key = endpoint.target.label.base?.[host] ?? host;
      const [label = "", zone = endpoint.target.zone ?? "dane"] = key.split(/(?<=.)@/);
      const domain = `${endpoint.target.name}.${zone}.test`;
      const base = label === "@" ? domain : `${label}.${domain}`;
      return base === endpoint.base ? [] : [[placeOf(endpoint), base, endpoint.base]];
    });
    assert.deepEqual(others, []);
  });

  test("match what openssl says they match, one by one", () => {
    let compared = 0;
    const differing = endpointsOf(table.facts).flatMap((endpoint) =>
      endpoint.records.flatMap(({ data, matches, signs, parses }) => {
        const said = table.openssl[opensslKey(endpoint, data)];
        if (said === undefined) return [];
        compared++;
        // Of a CA, openssl goes on to names and dates where it has found it, and to nothing where the path is broken.
        const agrees = data.startsWith("3")
          ? matches.includes(0) === (said === "verified")
          : !["verified", "name", "dates"].includes(said) || matches.length + signs.length > 0;
        return agrees ? [] : [{ place: placeOf(endpoint), data, matches, signs, parses, said }];
      }),
    );
    assert.deepEqual(differing, []);
    assert.ok(compared > 120, String(compared));
  });

  test("that match no certificate are refused by openssl", () => {
    const strays = endpointsOf(table.facts).flatMap((endpoint) =>
      endpoint.records
        .filter(({ matches, signs }) => matches.length + signs.length === 0)
        .flatMap(({ data }) => table.openssl[opensslKey(endpoint, data)] ?? []),
    );
    assert.ok(strays.length > 20, String(strays.length));
    assert.ok(!strays.includes("verified"));
  });

  test("are the same ones where DNSSEC is not seen, and the same certificates match", () => {
    const compared = (facts: FactsTable["facts"]): Map<string, unknown> =>
      new Map(
        endpointsOf(facts)
          .filter((endpoint) => endpoint.addresses !== "insecure" && endpoint.records.length > 0)
          .map((endpoint) => [placeOf(endpoint), recordsOf(endpoint)]),
      );
    const secure = compared(table.facts.filter(({ statuses }) => Object.values(statuses).every(isSecure)));
    const unseen = compared(table.unseen);
    for (const [place, records] of secure) assert.deepEqual(unseen.get(place), records, place);
    assert.ok(secure.size > 60, String(secure.size));
  });
});

/** In one order: name servers give them in any. */
function recordsOf({ base, records }: EndpointFacts): unknown {
  return [base, records.map(({ data, matches }) => `${data} ${matches.join()}`).sort()];
}

function isSecure(status: string): boolean {
  return status.startsWith("secure");
}

describe("a second handshake", () => {
  test("names the base domain where that is not the MX host, and comes nowhere else", () => {
    const all = endpointsOf(table.facts);
    const named = all.filter(({ purposes }) => purposes.includes("dane-name"));
    for (const endpoint of named) assert.notEqual(endpoint.target.label.base, undefined, placeOf(endpoint));
    const judged = all.filter(
      (endpoint) =>
        endpoint.target.label.base?.[endpoint.server.split("#")[0] ?? ""] !== undefined &&
        /^(?:pass|fail: dane-mismatch|fail: dane-name)/.test(outcomeOf(endpoint)),
    );
    assert.deepEqual(judged.filter(({ purposes }) => !purposes.includes("dane-name")).map(placeOf), []);
    assert.ok(judged.length > 3, String(judged.length));
  });

  test("is the only connection beside the dialog at sound servers", () => {
    const sound = endpointsOf(table.facts).filter((endpoint) => outcomeOf(endpoint) === "pass");
    const others = sound.filter(({ purposes }) =>
      purposes.some((each) => !["dialog", "dane-name"].includes(each)),
    );
    assert.deepEqual(others.map(placeOf), []);
  });
});
