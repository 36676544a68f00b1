/** What other endpoints of a run say of a proxy that hung up without a word. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hangUpMeantTarget } from "../../src/observe/egress-facts.ts";
import type { ConnectStep, EgressObservation, EndpointObservation } from "../../src/observe/observation.ts";

type Outcome = ConnectStep["outcome"];

function endpoint(family: 4 | 6, outcome: Outcome, port = 25): EndpointObservation {
  return {
    host: "mx.own.test",
    address: family === 4 ? "192.0.2.25" : "2001:db8::25",
    family,
    scope: "public",
    port,
    sharesOurNetwork: false,
    tlsMode: "starttls",
    asked: { depth: "starttls", relay: "off", floor: false },
    replyTimeout: 60,
    connections: [{ purpose: "dialog", at: 0, connect: { outcome, seconds: 0 }, transcript: [] }],
  };
}

function controlled(family: 4 | 6, outcome: Outcome): EgressObservation {
  const connect = { outcome, seconds: 0 } as const;
  const control = {
    host: "control.test",
    address: family === 4 ? "192.0.2.1" : "2001:db8::1",
    port: 25,
    connect,
  };
  return { port: 25, family, blocked: false, noRoute: false, controls: [control] };
}

describe("a proxy that hung up meant the target where it reached", () => {
  const target = endpoint(6, "unreachable");
  const cases: readonly {
    readonly others: readonly EndpointObservation[];
    readonly egress?: readonly EgressObservation[];
    readonly where: string;
    readonly meant: boolean;
  }[] = [
    { where: "another endpoint of its port and family", others: [endpoint(6, "connected")], meant: true },
    { where: "one of the other family alone: it may not", others: [endpoint(4, "connected")], meant: false },
    {
      where: "one of another port alone: it may not",
      others: [endpoint(6, "connected", 465)],
      meant: false,
    },
    { where: "none: it may not", others: [endpoint(6, "refused")], meant: false },
    { where: "a control host", others: [], egress: [controlled(6, "connected")], meant: true },
    {
      where: "no control host, whatever endpoint: it may not",
      others: [endpoint(6, "connected")],
      egress: [controlled(6, "timeout")],
      meant: false,
    },
    {
      where: "an endpoint of its family, and no control host of it was tried",
      others: [endpoint(6, "connected")],
      egress: [controlled(4, "timeout")],
      meant: true,
    },
  ];
  for (const { where, others, egress, meant } of cases) {
    test(where, () => assert.equal(hangUpMeantTarget(target, [target, ...others], egress), meant));
  }
});
