/**
 * The check `dane` against the labels of the bed of oracles (test/mta/authenticated), which real senders were asked about:
 * the chains and records of every target with one host, without a network.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { daneCheck } from "../../../../src/judge/checks/dane/dane.ts";
import { viewDialog } from "../../../../src/judge/dialog-view.ts";
import { ownSeverity, type EndpointSubject } from "../../../../src/judge/outcome.ts";
import type { ConnectionObservation, EndpointObservation } from "../../../../src/observe/observation.ts";
import { describeChain } from "../../../../src/observe/trust/paths.ts";
import { createTrustStores } from "../../../../src/observe/trust/stores.ts";
import { Authorities } from "../../../mta/certificates.ts";
import {
  place,
  tlsaData,
  type Placing,
  type Site,
  type SiteServer,
} from "../../../mta/authenticated/site.ts";
import { SET_TARGETS } from "../../../mta/authenticated/targets-sets.ts";
import { USAGE_TARGETS } from "../../../mta/authenticated/targets-usages.ts";
import { VALIDITY_TARGETS } from "../../../mta/authenticated/targets-validity.ts";
import { answer, matchesOf, tlsaRecord } from "../../dane-facts.ts";
import { planOf } from "../../scene.ts";

const authorities = new Authorities(new Date());
const placing: Placing = {
  authorities,
  other: authorities.selfSigned("other.test"),
  newAddress: () => "192.0.2.25",
};
const stores = createTrustStores([]);
const thresholds = planOf({}).policy.thresholdsFor("label.test", undefined);

/** The dialog with a server, as far as DANE goes by it. */
function connectionTo(server: SiteServer): {
  connection: ConnectionObservation;
  certificates: EndpointSubject["certificates"];
} {
  const { certificates, ...served } = describeChain(
    server.chain.map(({ der }) => der),
    stores,
  );
  const dialog = {
    purpose: "dialog",
    at: 0,
    connect: { outcome: "connected", seconds: 0 },
    transcript: [],
  } as const;
  if (server.plan.starttls === "missing") {
    return {
      connection: { ...dialog, starttls: { announced: false, sent: false }, transcript: [] },
      certificates: {},
    };
  }
  const tls = { outcome: "done", hello: "full", seconds: 0, ...served } as const;
  const starttls = { announced: true, sent: true, reply: { code: 220, lines: ["220 go"], seconds: 0 } };
  return { connection: { ...dialog, starttls, tls, transcript: [] }, certificates };
}

/** What the check says of the only server of a target. */
function judged(site: Site): string {
  const [host = assert.fail()] = site.hosts;
  const [server = assert.fail()] = host.servers;
  const records = (site.target.tlsa?.["mx"] ?? []).map((plan) =>
    tlsaRecord(tlsaData(plan, host.servers, placing)),
  );
  const { connection, certificates } = connectionTo(server);
  const endpoint: EndpointObservation = {
    host: host.name,
    address: server.address,
    family: 4,
    scope: "public",
    port: 25,
    sharesOurNetwork: false,
    tlsMode: "starttls",
    asked: { depth: "starttls", relay: "off", floor: false },
    replyTimeout: 60,
    connections: [connection],
    dane: {
      addresses: "secure",
      lookUps: [{ baseDomain: host.name, tlsa: answer(`_25._tcp.${host.name}`, { associations: records }) }],
      ...(connection.tls !== undefined && {
        matches: matchesOf(
          records,
          server.chain.map(({ der }) => der),
        ),
      }),
    },
  };
  const outcome = daneCheck.judge({
    domain: site.domain,
    kind: "domain",
    endpoint,
    dialog: viewDialog(endpoint, undefined),
    certificates,
    thresholds,
    now: Date.now(),
    observedAt: Date.now(),
    trustStores: [],
    otherFamily: "none",
    addressFaulted: false,
    hangUpMeantTarget: true,
    nextHop: { names: [site.domain], mx: answer(site.domain, { type: "MX" }) },
    daneKeys: [],
    matchedElsewhere: new Set(),
    enforcedByMtaSts: false,
  });
  if (outcome === undefined || outcome.skip !== undefined) return "skip";
  const severities = new Set(outcome.findings.map(ownSeverity));
  const verdict = severities.has("error")
    ? "fail"
    : severities.has("inconclusive")
      ? "inconclusive"
      : severities.has("warning")
        ? "warn"
        : "pass";
  const codes = [...new Set(outcome.findings.map(({ code }) => code))].toSorted().join(", ");
  return codes === "" ? verdict : `${verdict}: ${codes}`;
}

describe("the verdict is that of the label", () => {
  for (const target of [...USAGE_TARGETS, ...SET_TARGETS, ...VALIDITY_TARGETS]) {
    test(`${target.name}: ${target.rule}`, () => {
      assert.equal(judged(place(target, placing)), target.label.dane?.["mx"]);
    });
  }
});
