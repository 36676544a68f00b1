/** What an endpoint's certificates are compared with, and the handshake that names the TLSA base domain. */
import assert from "node:assert/strict";
import { createHash, createPublicKey } from "node:crypto";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import type { DaneLookUp } from "../../src/observe/dns/dane.ts";
import { daneServerName } from "../../src/observe/dane-comparison.ts";
import type { DnsAnswer, DnssecStatus, EndpointObservation } from "../../src/observe/observation.ts";
import { issue } from "../support/certificates/issue.ts";
import type { SmtpScript } from "../support/smtp/smtp-script.ts";
import { leaf, startServer } from "./smtp/conversing.ts";
import { endpointPlan, endpointTools, probe, purposes } from "./smtp/probing.ts";

const HOST = "mx.own.test";
const BASE = "mail.base.test";
const based = issue({ subject: BASE, dnsNames: [BASE] });

type Association = NonNullable<DnsAnswer["associations"]>[number];

function ee({ der }: { readonly der: Buffer }): Association {
  const data = createHash("sha256").update(der).digest("hex");
  return { usage: 3, selector: 0, matchingType: 1, data };
}

function lookUpAt(
  baseDomain: string,
  associations: Association[],
  dnssec: DnssecStatus = "secure",
): DaneLookUp {
  const tlsa: DnsAnswer = {
    name: `_25._tcp.${baseDomain}`,
    type: "TLSA",
    outcome: associations.length === 0 ? "nodata" : "answer",
    values: [],
    associations,
    aliases: [],
    authenticated: dnssec === "secure",
    dnssec,
    extendedErrors: [],
    seconds: 0,
  };
  return { addresses: "secure", lookUps: [{ baseDomain, tlsa }] };
}

async function probed(
  t: TestContext,
  dane: DaneLookUp | undefined,
  script: Partial<SmtpScript> = {},
): Promise<EndpointObservation> {
  const server = await startServer(t, script);
  const plan = endpointPlan(server, {}, { dane: dane && Promise.resolve(dane) });
  return probe(plan, endpointTools());
}

test("the records are compared with what the dialog was served, in no further connection", async (t) => {
  const dane = lookUpAt(HOST, [ee(based), ee(leaf)]);
  const observed = await probed(t, dane);
  assert.deepEqual(purposes(observed), ["dialog", "floor"]);
  const key = createPublicKey(leaf.key).export({ type: "spki", format: "der" });
  assert.deepEqual(observed.dane, {
    ...dane,
    matches: [{ matches: [] }, { matches: [leaf.sha256] }],
    publicKey: createHash("sha256").update(key).digest("hex"),
  });
});

test("nothing is kept where nobody asked", async (t) => {
  assert.equal((await probed(t, undefined)).dane, undefined);
});

test("without records, or without TLS, there is nothing to compare", async (t) => {
  const nothing = lookUpAt(HOST, []);
  assert.deepEqual((await probed(t, nothing)).dane, nothing);
  const some = lookUpAt(HOST, [ee(leaf)]);
  assert.deepEqual((await probed(t, some, { starttls: "missing" })).dane, some);
});

describe("where the base domain is another name than the host's,", () => {
  const tls = { chain: [leaf], chainByName: { [BASE]: [based] } } as const;

  test("one more handshake names it, and its certificate is the one that counts", async (t) => {
    const observed = await probed(t, lookUpAt(BASE, [ee(leaf), ee(based)]), { tls });
    assert.deepEqual(purposes(observed), ["dialog", "floor", "dane-name"]);
    const [dialog, , named] = observed.connections;
    assert.deepEqual([dialog?.tls?.serverName, named?.tls?.serverName], [HOST, BASE]);
    assert.deepEqual(named?.tls?.chain?.[0]?.sha256, based.sha256);
    assert.deepEqual([named.ehloInTls, named.relay, named.delivery], [undefined, undefined, undefined]);
    assert.deepEqual(observed.dane?.matches, [{ matches: [] }, { matches: [based.sha256] }]);
  });

  test("it is made where this run cannot see DNSSEC, too, and where only the handshake failed", async (t) => {
    const unseen = await probed(t, lookUpAt(BASE, [ee(based)], "unseen"), { tls });
    assert.deepEqual(purposes(unseen), ["dialog", "floor", "dane-name"]);
    const broken = await probed(t, lookUpAt(BASE, [ee(based)]), { tls, starttls: "garbage" });
    assert.equal(purposes(broken).at(-1), "dane-name");
    assert.equal(broken.dane?.matches, undefined);
  });

  test("it is left out where no sender would name it", async (t) => {
    const cases: readonly DaneLookUp[] = [
      lookUpAt(BASE, []),
      lookUpAt(BASE, [{ ...ee(based), usage: 1 }]),
      lookUpAt(BASE, [ee(based)], "insecure"),
      lookUpAt(BASE, [], "bogus"),
    ];
    for (const dane of cases) {
      const observed = await probed(t, dane, { tls });
      assert.deepEqual(purposes(observed), ["dialog", "floor"]);
    }
    const noTls = await probed(t, lookUpAt(BASE, [ee(based)]), { starttls: "missing" });
    assert.ok(!purposes(noTls).includes("dane-name"));
  });

  test("the name is the last one that was asked for", () => {
    const first = lookUpAt(BASE, []).lookUps;
    const dane = {
      ...lookUpAt(HOST, [ee(leaf)]),
      lookUps: [...first, ...lookUpAt(HOST, [ee(leaf)]).lookUps],
    };
    assert.equal(daneServerName(dane, { host: HOST, serverName: HOST }), undefined);
    assert.equal(daneServerName({ ...dane, lookUps: [] }, { host: HOST, serverName: HOST }), undefined);
  });
});
