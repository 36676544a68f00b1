/** Recorded reports that somebody has edited: held to the bounds of a live run, and to what a run writes at all. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import { placedChecks, type Report } from "../../src/judge/report.ts";
import {
  MAX_CONNECTION_OCTETS,
  MAX_ELEMENTS,
  MAX_LINE_OCTETS,
  MAX_NAME_SERVERS,
  MAX_POLICY_HEADER_OCTETS,
  MAX_POLICY_OCTETS,
  MAX_REPLY_LINES,
  MAX_SERVED_CERTIFICATES,
  MAX_TLSA_RECORDS,
  MAX_REPORT_DESTINATIONS,
  MESSAGE_BYTES,
} from "../../src/observe/bounds.ts";
import type { Observations, Reply } from "../../src/observe/observation.ts";
import { renderJson } from "../../src/report/json.ts";
import { judgeRecorded, observationsOf, policyOf } from "./reports.ts";
import { parseReport } from "../../src/recorded/report.ts";

function written(): Report {
  const endpoints = [
    { domain: "a.test", host: "mx1.test", state: "open-relay" },
    { domain: "a.test", host: "mx2.test", state: "sound" },
  ] as const;
  const checks = ["mx", "connect", "banner", "ehlo", "starttls", "certificate", "relay"];
  return judgeRecorded(observationsOf({ minute: 0, checks, blocked: false, endpoints }), policyOf());
}

/** The report as it is read after somebody has changed it. */
function edited(change: (observations: Observations, report: Report) => void): Report {
  const report = written();
  change(report.observations, report);
  return parseReport([...renderJson(report)].join(""), "edited.json");
}

function first<Item>(items: Iterable<Item>): Item {
  for (const item of items) return item;
  return assert.fail("nothing is there");
}

function greetingOf({ endpoints }: Observations): Reply {
  return first(Object.values(endpoints)).connections[0]?.greeting?.reply ?? assert.fail("no greeting");
}

const connectionOf = ({ endpoints }: Observations) => first(first(Object.values(endpoints)).connections);

test("a report within the bounds stays as it is, byte for byte", () => {
  const text = [...renderJson(written())].join("");
  assert.equal([...renderJson(parseReport(text, "r.json"))].join(""), text);
});

describe("what is longer than a run keeps is cut when it is read", () => {
  test("TLSA records, and what they match, are cut and counted", () => {
    const record = { usage: 3, selector: 1, matchingType: 1, data: "ab".repeat(32) };
    const { observations } = edited((all) => {
      const nothing = { values: [], aliases: [], authenticated: true, extendedErrors: [], seconds: 0 };
      const associations = Array.from({ length: 200 }, () => record);
      const tlsa = { name: "_25._tcp.mx1.test", type: "TLSA", outcome: "answer", ...nothing } as const;
      first(Object.values(all.endpoints)).dane = {
        addresses: "secure",
        lookUps: [{ baseDomain: "mx1.test", tlsa: { ...tlsa, associations } }],
        matches: associations.map(() => ({ matches: Array.from({ length: 100 }, () => "cd".repeat(32)) })),
      };
    });
    const { lookUps, matches } = first(Object.values(observations.endpoints)).dane ?? assert.fail("no DANE");
    const [lookUp] = lookUps;
    assert.deepEqual([lookUp?.tlsa.associations?.length, lookUp?.listed], [MAX_TLSA_RECORDS, 200]);
    assert.deepEqual(
      [matches?.length, matches?.[0]?.matches.length],
      [MAX_TLSA_RECORDS, MAX_SERVED_CERTIFICATES],
    );
  });

  test("a line", () => {
    const { observations } = edited((all) => {
      greetingOf(all).lines = [`220 ${"x".repeat(1_000_000)}`];
    });
    assert.equal(greetingOf(observations).lines[0]?.length, MAX_LINE_OCTETS);
  });

  test("texts and certificate associations of DNS", () => {
    const { observations } = edited(({ domains }) => {
      const question = domains[0]?.mx?.question ?? assert.fail("no question");
      question.texts = Array.from({ length: 5000 }, () => ["x".repeat(300), "y".repeat(300)]);
      question.associations = [{ usage: 3, selector: 1, matchingType: 0, data: "ab".repeat(1_000_000) }];
    });
    const { texts, associations } = observations.domains[0]?.mx?.question ?? {};
    assert.deepEqual(texts?.[0], ["x".repeat(255), "y".repeat(255)]);
    assert.equal(texts.flat().join("").length, MAX_NAME_SERVERS * MESSAGE_BYTES);
    assert.equal(associations?.[0]?.data, "");
  });

  test("a policy, its header, and the destinations of reports", () => {
    const { observations } = edited(({ domains }) => {
      const domain = first(domains);
      const record = domain.mx?.question ?? assert.fail("no question");
      const nowhere = { scheme: "mailto" as const, host: "nowhere.test" };
      domain.mtaSts = {
        record: { ...record },
        file: { file: "policy.txt", text: "x".repeat(1_000_000) },
        fetch: {
          host: "mta-sts.a.test",
          outcome: "answered",
          location: "y".repeat(1_000_000),
          body: "z".repeat(1_000_000),
          seconds: 1,
        },
        seconds: 1,
      };
      domain.tlsRpt = {
        record: { ...record },
        destinations: Array.from({ length: 1000 }, () => ({ ...nowhere })),
        seconds: 1,
      };
    });
    const { mtaSts, tlsRpt } = observations.domains[0] ?? {};
    assert.equal(mtaSts?.file?.text.length, MAX_POLICY_OCTETS);
    assert.equal(mtaSts.fetch?.body?.length, MAX_POLICY_OCTETS);
    assert.equal(mtaSts.fetch.location?.length, MAX_POLICY_HEADER_OCTETS);
    assert.equal(tlsRpt?.destinations.length, MAX_REPORT_DESTINATIONS);
  });

  test("a reply of many lines, and all of a connection together", () => {
    const { observations } = edited((all) => {
      greetingOf(all).lines = Array.from({ length: 2000 }, () => `220-${"x".repeat(4000)}`);
    });
    const { lines } = greetingOf(observations);
    assert.equal(lines.length, MAX_REPLY_LINES);
    assert.ok(lines.join("").length <= 2 * MAX_CONNECTION_OCTETS);
  });

  test("a transcript, a partial reply, bytes behind the 220, what a library says", () => {
    const long = "x".repeat(5000);
    const { observations } = edited((all) => {
      const connection = connectionOf(all);
      connection.transcript = Array.from({ length: 300 }, () => ({ at: 0, mark: "<", text: long }));
      connection.connect.detail = long;
      connection.ehlo = {
        verb: "EHLO",
        name: "x",
        ended: { how: "closed", partial: long },
        extensions: Array.from({ length: 300 }, () => ({ keyword: long, parameters: long })),
      };
      connection.starttls = { announced: true, sent: true, extraData: long };
      Object.assign(connection.tls ?? {}, { failure: { by: "local", message: long } });
    });
    const { transcript, ...connection } = connectionOf(observations);
    assert.ok(JSON.stringify(transcript).length < 4000);
    assert.equal(connection.ehlo?.ended?.partial?.length, 1024);
    assert.equal(connection.ehlo.extensions.length, MAX_REPLY_LINES);
    assert.equal(connection.starttls?.extraData?.length, 1024);
    assert.equal(connection.connect.detail?.length, 1024);
    assert.equal(connection.tls?.failure?.message?.length, 1024);
  });

  test("a list of MX hosts or addresses, and it is said, as in a live run", () => {
    const report = edited(({ domains }) => {
      const { mx } = first(domains);
      const host = mx?.hosts[0] ?? assert.fail();
      mx?.hosts.push(...Array.from({ length: 500 }, () => structuredClone(host)));
      host.addresses = Array.from({ length: 500 }, () => structuredClone(first(host.addresses)));
    });
    const { mx } = first(report.observations.domains);
    assert.deepEqual([mx?.hosts.length, mx?.listed], [100, 502]);
    assert.deepEqual([mx?.hosts[0]?.addresses.length, mx?.hosts[0]?.addressesListed], [64, 500]);
    const again = judgeRecorded(report.observations, policyOf());
    const codes = [...placedChecks(again.domains)].flatMap(({ check }) =>
      check.findings.map(({ code }) => code),
    );
    assert.ok(codes.includes("mx-truncated"));
  });

  test("a chain of certificates, and the lists of a certificate", () => {
    const { observations } = edited((all) => {
      const chain = connectionOf(all).tls?.chain ?? assert.fail();
      while (chain.length < 70) chain.push(first(chain));
      for (const facts of Object.values(all.certificates))
        facts.dnsNames = Array.from({ length: 2 * MAX_ELEMENTS }, (_, index) => `n${String(index)}.test`);
    });
    const { tls } = connectionOf(observations);
    assert.deepEqual([tls?.chain?.length, tls?.chainCut], [20, 50]);
    assert.equal(first(Object.values(observations.certificates)).dnsNames.length, MAX_ELEMENTS);
  });

  test("DNS answers, names and what a resolver remarks", () => {
    const long = "x".repeat(1100);
    const { observations } = edited(({ domains }) => {
      const question = first(domains).mx?.question ?? assert.fail();
      question.values = Array.from({ length: 4200 }, () => long);
      question.extendedErrors = Array.from({ length: 99 }, () => ({ code: 0, text: long }));
      question.detail = long;
    });
    const question = first(observations.domains).mx?.question;
    assert.deepEqual([question?.values.length, question?.values[0]?.length], [4095, 1020]);
    assert.deepEqual([question?.extendedErrors.length, question?.extendedErrors[0]?.text.length], [16, 512]);
    assert.equal(question?.detail?.length, 1024);
  });
});

describe("what no run writes is refused, and nothing is judged", () => {
  const cases: readonly {
    readonly what: string;
    readonly change: Parameters<typeof edited>[0];
    readonly says: RegExp;
  }[] = [
    {
      what: "an endpoint under the name of another",
      change: ({ endpoints }) => {
        const [bad = "", good = ""] = Object.keys(endpoints);
        endpoints[bad] = structuredClone(endpoints[good] ?? assert.fail());
      },
      says: /it is another endpoint/,
    },
    {
      what: "a domain whose endpoint was taken out",
      change: ({ endpoints }) => {
        Reflect.deleteProperty(endpoints, Object.keys(endpoints)[0] ?? "");
      },
      says: /At observations\.domains\[0\]\.endpoints\[0\]: there is no such endpoint/,
    },
    {
      what: "a certificate under the digest of another",
      change: ({ certificates }) => {
        certificates["0".repeat(64)] = structuredClone(first(Object.values(certificates)));
      },
      says: /it is another certificate/,
    },
    {
      what: "an endpoint of a run that is not there",
      change: ({ endpoints }) => {
        first(Object.values(endpoints)).run = 7;
      },
      says: /does not name a run/,
    },
    {
      what: "a merged report with a domain of no run",
      change: (observations) => {
        const { started, finished, environment, checks } = observations;
        observations.runs = [{ started, finished, environment, checks }];
        observations.endpoints = {};
      },
      says: /At observations\.domains\[0\]: it does not name a run/,
    },
    {
      what: "more connections than an endpoint is ever visited by",
      change: (all) => {
        const { connections } = first(Object.values(all.endpoints));
        while (connections.length < 9) connections.unshift(structuredClone(first(connections)));
      },
      says: /9 connections to one endpoint; a run has 8 at most/,
    },
    {
      what: "more recipients than a relay test asks for",
      change: (all) => {
        const recipients = connectionOf(all).relay?.transactions[0]?.recipients ?? assert.fail();
        while (recipients.length < 5000) recipients.push(structuredClone(first(recipients)));
      },
      says: /recipients of one relay test/,
    },
  ];
  for (const { what, change, says } of cases) {
    test(what, () => {
      assert.throws(
        () => edited(change),
        (error) => {
          assert.ok(error instanceof ConfigurationError);
          assert.match(error.message, says);
          return true;
        },
      );
    });
  }
});

describe("what a report says of itself rules nothing", () => {
  test("its verdicts, findings, score and gate", () => {
    const report = edited((_, all) => {
      Object.assign(all, { gate: "open", result: "pass", score: 100, findings: [] });
      for (const { check } of placedChecks(all.domains))
        Object.assign(check, { verdict: "pass", findings: [] });
    });
    const again = judgeRecorded(report.observations, policyOf());
    assert.deepEqual([again.gate, again.score], ["closed", 0]);
  });

  test("the settings that it was judged under", () => {
    const report = edited((_, all) => {
      all.policy.settings["fail-on"] = { value: "never", from: "input" };
      all.policy.settings["severity"] = { value: { "relay-open": "off" }, from: "file", line: 1 };
    });
    const again = judgeRecorded(report.observations, policyOf());
    assert.equal(again.gate, "closed");
    assert.equal(again.policy.settings["fail-on"]?.value, "error");
  });
});
