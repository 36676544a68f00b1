/** What the lines of a recording have in common is one value in memory, and nothing reads differently for it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MAX_CONNECTION_OCTETS, MAX_TRANSCRIPT_OCTETS } from "../../src/observe/bounds.ts";
import type {
  DomainObservation,
  EndpointObservation,
  MxHost,
  Observations,
} from "../../src/observe/observation.ts";
import { readingRecording } from "../../src/recorded/reading.ts";
import { renderRecording } from "../../src/recorded/recording.ts";
import { Sharing } from "../../src/recorded/sharing.ts";
import { atOnce } from "../../src/system/steps.ts";
import { judgeRecorded, observationsOf, policyOf } from "./reports.ts";

const RUN = observationsOf({
  minute: 0,
  checks: ["mx", "connect", "banner", "ehlo", "starttls", "certificate", "relay"],
  blocked: false,
  endpoints: [
    { domain: "a.test", host: "mx1.test", state: "sound" },
    { domain: "b.test", host: "mx1.test", state: "sound" },
  ],
});

function copyOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function endpointOf({ endpoints }: Observations, at = 0): EndpointObservation {
  return Object.values(endpoints)[at] ?? assert.fail("no endpoint");
}

function hostOf({ mx }: DomainObservation): MxHost {
  return mx?.hosts[0] ?? assert.fail("no MX host");
}

function connectionOf({ connections }: EndpointObservation) {
  return connections[0] ?? assert.fail("no connection");
}

/** A domain with one MX host, the host changed. */
function domainWith(change: (host: MxHost) => MxHost): DomainObservation {
  const domain = copyOf(RUN.domains[0] ?? assert.fail("no domain"));
  return { ...domain, ...(domain.mx && { mx: { ...domain.mx, hosts: domain.mx.hosts.map(change) } }) };
}

describe("what reads alike is one value", () => {
  test("lines of transcripts, replies and extensions of endpoints", () => {
    const sharing = new Sharing();
    const [one, other] = [copyOf(endpointOf(RUN)), { ...copyOf(endpointOf(RUN)), address: "192.0.2.77" }];
    const texts = [one, other].map((each) => JSON.stringify(each));
    for (const each of [one, other]) sharing.endpoint(each);
    assert.deepEqual(
      [one, other].map((each) => JSON.stringify(each)),
      texts,
    );
    const [a, b] = [connectionOf(one), connectionOf(other)];
    assert.ok(a.transcript.length > 0 && a.ehlo?.reply !== undefined && a.ehlo.extensions.length > 0);
    assert.notEqual(a.transcript, b.transcript);
    for (const [index, line] of a.transcript.entries()) assert.equal(b.transcript[index], line);
    assert.equal(b.ehlo?.reply?.lines, a.ehlo.reply.lines);
    assert.equal(b.ehlo.extensions, a.ehlo.extensions);
    assert.equal(b.greeting?.reply?.lines, a.greeting?.reply?.lines);
  });

  test("the MX hosts of domains", () => {
    const sharing = new Sharing();
    const [one, other] = [domainWith((host) => host), domainWith((host) => host)];
    for (const each of [one, other]) sharing.domain(each);
    assert.equal(hostOf(one), hostOf(other));
  });
});

describe("what differs in anything stays apart", () => {
  test("a host that was asked for at another moment, or whose members stand in another order", () => {
    const changes: ((host: MxHost) => MxHost)[] = [
      (host) => ({ ...host, preference: 77 }),
      (host) => ({ ...host, addresses: [...host.addresses, ...host.addresses] }),
      (host) => ({ ...host, ...(host.a && { a: { ...host.a, seconds: 77 } }) }),
      ({ host, ...others }) => ({ ...others, host }),
      (host) => ({ ...host, addressesListed: 77 }),
    ];
    for (const change of changes) {
      const sharing = new Sharing();
      sharing.domain(domainWith((host) => host));
      const domain = domainWith(change);
      const text = JSON.stringify(domain);
      sharing.domain(domain);
      assert.equal(JSON.stringify(domain), text);
    }
  });

  test("replies that begin alike", () => {
    const sharing = new Sharing();
    for (const further of [["250 STARTTLS"], ["250-SIZE", "250 STARTTLS"], ["250 SIZE"], []]) {
      const endpoint = copyOf(endpointOf(RUN));
      const { ehlo } = connectionOf(endpoint);
      const reply = ehlo?.reply ?? assert.fail("no reply");
      const lines = ["250-mx1.test", ...further];
      reply.lines = [...lines];
      sharing.endpoint(endpoint);
      assert.deepEqual(reply.lines, lines);
    }
  });
});

test("what is cut of one endpoint because it has too much stays whole at others", () => {
  const long = "250 ".padEnd(2 * MAX_CONNECTION_OCTETS, "x");
  const read = (talkative: boolean): EndpointObservation => {
    const run = copyOf(RUN);
    const endpoints = [endpointOf(run), { ...copyOf(endpointOf(run)), host: "mx2.test" }] as const;
    const { greeting, transcript } = connectionOf(endpoints[0]);
    if (talkative) {
      // The reply takes all room of the connection, and the line that of the transcript.
      for (let many = 0; many < 40; many++) greeting?.reply?.lines.unshift(long);
      transcript.unshift({ at: 0, mark: "<", text: "x".repeat(MAX_TRANSCRIPT_OCTETS - 9) });
    }
    const key = (host: string): string => Object.keys(run.endpoints)[0]?.replace("mx1.test", host) ?? "";
    run.endpoints = { [key("mx1.test")]: endpoints[0], [key("mx2.test")]: endpoints[1] };
    run.domains = run.domains.map((domain, at) => ({
      ...domain,
      endpoints: [key(`mx${String(at + 1)}.test`)],
    }));
    const lines = renderRecording({ ...judgeRecorded(RUN, policyOf()), observations: run });
    const { observations } = atOnce(readingRecording(lines, "run.ndjson"));
    const [first, second] = [endpointOf(observations), endpointOf(observations, 1)];
    const kept = connectionOf(first).ehlo?.reply?.lines.join("") ?? "";
    assert.equal(kept === "", talkative);
    return second;
  };
  assert.deepEqual(read(true), read(false));
});
