/** The check `delivery` where there is no answer to judge, and what findings say of senders. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Observations } from "../../../src/observe/observation.ts";
import { mergeObservations } from "../../../src/recorded/merge.ts";
import type { Check, Finding, Report } from "../../../src/judge/report.ts";
import { factSentences } from "../../../src/report/terminal/facts.ts";
import { onlyFor, type RecipientRule } from "../../support/smtp/smtp-script.ts";
import { DOMAIN, judgeAgain, PATIENT, play, type Scene } from "../scene.ts";

function deliveryOf(report: Report, domain = DOMAIN): Check {
  const found = report.domains.find(({ name }) => name === domain);
  return found?.servers[0]?.endpoints[0]?.checks.find(({ check }) => check === "delivery") ?? assert.fail();
}

describe("delivery is skipped", () => {
  const others = Array.from({ length: 30 }, (_, index) => `d${String(index)}.test`);

  test("where it was switched off", async () => {
    const { report } = await play({ settings: { "delivery-test": "off" } });
    assert.deepEqual([deliveryOf(report).verdict, deliveryOf(report).summary], ["skip", "not asked for"]);
  });

  test("at a submission service, whose relay test passes with its refusal", async () => {
    const { report } = await play({
      script: { mail: () => "530 5.7.0 Authentication required" },
      change: (observations) => {
        for (const endpoint of Object.values(observations.endpoints)) endpoint.submission = true;
      },
    });
    assert.deepEqual([deliveryOf(report).verdict, deliveryOf(report).summary], ["skip", "does not apply"]);
    assert.equal(report.result, "pass");
  });

  test("for the domains outside a sample, which are told so", async () => {
    const { report } = await play({
      before: others,
      script: { rcpt: onlyFor([DOMAIN, ...others]) },
      settings: { "delivery-test": "sample" },
    });
    const summaries = report.domains.map(({ name }) => deliveryOf(report, name).summary);
    assert.equal(summaries.filter((each) => each === "accepted").length, 20);
    assert.equal(summaries.filter((each) => each === "not in the sample of 20 domains").length, 11);
  });

  test("in a report of a version that did not ask, and never passes there", async () => {
    const forget = (observations: Observations): void => {
      observations.checks = observations.checks.filter((check) => check !== "delivery");
      for (const { asked, connections } of Object.values(observations.endpoints)) {
        delete asked.delivery;
        for (const connection of connections) delete connection.delivery;
      }
    };
    const { report } = await play({ change: forget });
    assert.equal(deliveryOf(report).verdict, "skip");
    assert.deepEqual([report.result, report.domains[0]?.reach.accepting], ["pass", 0]);
  });

  test("nowhere because a later run met the server for its own domains", async () => {
    const { observations, policy } = await play({
      before: ["other.test"],
      script: { rcpt: onlyFor([DOMAIN, "other.test"]) },
    });
    const runOf = (name: string, finished: string): Observations => {
      const part = structuredClone({ ...observations, finished });
      part.domains = part.domains.filter((domain) => domain.name === name);
      for (const { delivery } of Object.values(part.endpoints).flatMap(({ connections }) => connections))
        if (delivery !== undefined)
          delivery.transactions = delivery.transactions.filter(({ domain }) => domain === name);
      return part;
    };
    const later = new Date(Date.parse(observations.finished) + 60_000).toISOString();
    const parts = [runOf(DOMAIN, observations.finished), runOf("other.test", later)];
    const report = judgeAgain(mergeObservations(parts), policy);
    assert.deepEqual(
      report.domains.map(({ name }) => deliveryOf(report, name).verdict),
      ["pass", "pass"],
    );
  });

  test("where another run met the server for its own domains", async () => {
    const { observations, policy } = await play({});
    const [domain] = observations.domains;
    assert.ok(domain);
    const report = judgeAgain({ ...observations, domains: [{ ...domain, name: "other.test" }] }, policy);
    assert.equal(deliveryOf(report, "other.test").verdict, "skip");
  });
});

describe("many domains on one server", () => {
  const others = Array.from({ length: 40 }, (_, index) => `d${String(index)}.test`);

  test("of which none is served: five fail, no other passes, and one finding counts them", async () => {
    const { report } = await play({ before: others, script: { rcpt: onlyFor([]) } });
    const verdicts = report.domains.map(({ name }) => deliveryOf(report, name).verdict);
    assert.equal(verdicts.filter((verdict) => verdict === "fail").length, 5);
    assert.equal(verdicts.filter((verdict) => verdict === "inconclusive").length, 36);
    const messages = report.domains.flatMap(({ name }) =>
      deliveryOf(report, name).findings.flatMap(({ code, message }) =>
        code === "delivery-not-asked" ? [message] : [],
      ),
    );
    assert.deepEqual([new Set(messages).size, messages[0]?.includes("36 of the domains")], [1, true]);
  });

  test("of which one is not served: that one fails, and the others pass", async () => {
    const served = [DOMAIN, ...others].filter((name) => name !== "d17.test");
    const { report } = await play({ before: others, script: { rcpt: onlyFor(served) } });
    const failing = report.domains.filter(({ name }) => deliveryOf(report, name).verdict !== "pass");
    assert.deepEqual(
      failing.map(({ name }) => name),
      ["d17.test"],
    );
  });
});

describe("a server of many domains that breaks off", () => {
  const others = Array.from({ length: 29 }, (_, index) => `d${String(index)}.test`);
  const verdicts = (report: Report): string[] =>
    report.domains.map(({ name }) => `${name} ${deliveryOf(report, name).verdict}`);

  for (const then of ["close", "silence"] as const) {
    test(`by ${then} at one of them fails for that one alone`, async () => {
      const rcpt = onlyFor([DOMAIN, ...others]);
      const script = { rcpt, troubles: [{ at: "RCPT", line: /@d17\.test>/, then } as const] };
      const { report } = await play({ before: others, script, settings: { ...PATIENT, retries: "1" } });
      assert.deepEqual(
        verdicts(report),
        [...others, DOMAIN].map((name) => `${name} ${name === "d17.test" ? "fail" : "pass"}`),
      );
      const [finding] = deliveryOf(report, "d17.test").findings;
      assert.match(finding?.confirm ?? "", /--to postmaster@d17\.test /);
    });

    test(`by ${then} at each of them fails for the two that were asked for, and is not told of the others`, async () => {
      const script = { troubles: [{ at: "RCPT", line: /postmaster@/, then } as const] };
      const { report } = await play({ before: others, script, settings: { ...PATIENT, retries: "1" } });
      const [first, second, ...rest] = verdicts(report);
      assert.deepEqual([first, second], ["d0.test fail", "d1.test fail"]);
      assert.ok(rest.every((each) => each.endsWith(" inconclusive")));
      const [finding] = deliveryOf(report).findings;
      assert.match(finding?.message ?? "", /28 of the domains .* hung up or did not answer at others before/);
    });
  }

  test("by a reset at one of them takes no other's answer away on the second look, nor the stranger's", async () => {
    const rcpt = onlyFor([DOMAIN, ...others]);
    const script = { rcpt, troubles: [{ at: "RCPT", line: /@d1\.test>/, then: "reset" } as const] };
    const { report } = await play({ before: others, script, settings: { retries: "1" } });
    assert.deepEqual(
      verdicts(report).filter((each) => !each.endsWith(" pass")),
      ["d1.test fail"],
    );
    const relay = report.domains[0]?.servers[0]?.endpoints[0]?.checks.find(({ check }) => check === "relay");
    assert.equal(relay?.verdict, "pass");
  });

  test("at its second MAIL of each connection fails for none, and is not told of those that nobody asked for", async () => {
    const rcpt = onlyFor([DOMAIN, ...others]);
    const script = { rcpt, troubles: [{ at: "MAIL", after: 1, then: "close" } as const] };
    const { report } = await play({ before: others, script, settings: { retries: "1" } });
    const seen = verdicts(report);
    assert.ok(seen.slice(0, 6).every((each) => each.endsWith(" pass")));
    assert.ok(seen.slice(6).every((each) => each.endsWith(" inconclusive")));
    assert.match(deliveryOf(report).findings[0]?.message ?? "", /did not ask the server about 24 of/);
  });

  test("behind the foreign recipient, without a second look, is told of each domain by its own name", async () => {
    const script = { troubles: [{ at: "MAIL", after: 1, then: "close" } as const] };
    const { report } = await play({ before: others, script });
    for (const { name } of report.domains) {
      const [finding] = deliveryOf(report, name).findings;
      assert.equal(finding?.code, "delivery-not-tested");
      assert.ok(finding.message.includes(` to ${name}: `));
      assert.match(finding.message, /closed the connection behind the foreign recipient/);
    }
  });

  test("behind others of a transaction, and is not asked again, is told of nobody that it never heard alone", async () => {
    const rcpt = onlyFor([DOMAIN, ...others]);
    const script = { rcpt, troubles: [{ at: "RCPT", line: /@d(5|12|15)\.test>/, then: "close" } as const] };
    const { report } = await play({ before: others.slice(0, 19), script });
    assert.deepEqual(
      verdicts(report).filter((each) => !each.endsWith(" pass")),
      ["d5.test fail", "d12.test fail", "d15.test inconclusive"],
    );
  });

  test("by silence until the run ends is told of nobody that was left, and the gate stays closed", async () => {
    const stop = new AbortController();
    const script = {
      rcpt: onlyFor([DOMAIN, ...others]),
      announce: [],
      troubles: [{ at: "RCPT", line: /@d5\.test>/, then: "silence" } as const],
      onSilence: () => stop.abort(),
    };
    const { report } = await play({ before: others, script, interrupt: stop.signal });
    assert.deepEqual(
      verdicts(report).map((each) => each.split(" ")[1]),
      [...Array.from({ length: 5 }, () => "pass"), ...Array.from({ length: 25 }, () => "inconclusive")],
    );
    assert.match(
      deliveryOf(report).findings[0]?.message ?? "",
      /the run, or the time for one endpoint, ended/,
    );
    assert.equal(report.gate, "closed");
  });

  test("is not told of domains that an old report does not count as not asked for", async () => {
    const script = { troubles: [{ at: "RCPT", line: /postmaster@/, then: "close" } as const] };
    const change = (observations: Observations): void => {
      for (const endpoint of Object.values(observations.endpoints)) delete endpoint.postmasters;
    };
    const { report } = await play({ before: others, script, settings: { retries: "1" }, change });
    assert.deepEqual([deliveryOf(report).verdict, deliveryOf(report).summary], ["skip", "not asked"]);
  });
});

describe("a server that breaks off at the foreign recipient", () => {
  for (const then of ["close", "reset", "silence"] as const) {
    test(`by ${then} is asked for its own domain first on the second look, and passes`, async () => {
      const script = { troubles: [{ at: "RCPT", line: /@example\.com>/, then } as const] };
      const { report } = await play({ script, settings: { ...PATIENT, retries: "1" } });
      assert.equal(deliveryOf(report).verdict, "pass");
      assert.equal(report.domains[0]?.reach.accepting, 1);
    });
  }

  test("is not called one that takes no mail where nobody asked for its own", async () => {
    const script = { troubles: [{ at: "RSET", then: "close" } as const], announce: [] };
    const { report } = await play({ script, settings: { retries: "0" } });
    assert.deepEqual(
      deliveryOf(report).findings.map(({ code }) => code),
      ["delivery-not-tested"],
    );
  });
});

describe("senders", () => {
  const refused = onlyFor(["moved.test"]);
  const cases: readonly { where: string; scene: Scene; code: string; says: RegExp }[] = [
    {
      where: "there is no STARTTLS, and mail is taken in the clear",
      scene: { script: { starttls: "missing" } },
      code: "starttls-not-offered",
      says: /deliver in the clear; senders that require TLS do not deliver$/,
    },
    {
      where: "there is no STARTTLS, and no mail is taken",
      scene: { script: { starttls: "missing", rcpt: refused } },
      code: "starttls-not-offered",
      says: /go on in the clear, where the server does not accept the mail/,
    },
    {
      where: "nobody asked whether mail is taken",
      scene: { script: { starttls: "missing" }, settings: { "delivery-test": "off" } },
      code: "starttls-not-offered",
      says: /go on in the clear; senders that require TLS do not deliver$/,
    },
    {
      where: "the handshake breaks",
      scene: { script: { starttls: "plaintext" } },
      code: "tls-handshake-failed",
      says: /deliver in the clear/,
    },
    {
      where: "STARTTLS is not answered",
      scene: { script: { troubles: [{ at: "STARTTLS", then: "close" }] } },
      code: "session-closed",
      says: /do not go on in the clear/,
    },
    {
      where: "nothing newer than TLS 1.1 is negotiated",
      scene: { tls: () => ({ minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" }) },
      code: "tls-version-too-low",
      says: /^Postfix accepts this version by default; senders that leave OpenSSL 3 .* refuse it/,
    },
    {
      where: "the domain is not served",
      scene: { script: { rcpt: refused } },
      code: "domain-not-served",
      says: /bounces the mail/,
    },
    {
      where: "the greeting refuses",
      scene: { script: { greeting: "554 no\r\n" } },
      code: "banner-refused",
      says: /Postfix.*Exim/,
    },
  ];
  for (const { where, scene, code, says } of cases) {
    test(`where ${where}: ${String(says)}`, async () => {
      const { report } = await play(scene);
      const findings: readonly Finding[] = report.domains.flatMap(({ servers }) =>
        servers.flatMap(({ endpoints }) =>
          endpoints.flatMap(({ checks }) => checks.flatMap((check) => check.findings)),
        ),
      );
      const finding = findings.find((each) => each.code === code) ?? assert.fail(code);
      assert.match(finding.senders ?? "", says);
      assert.doesNotMatch(finding.senders ?? "", /MTA-STS|DANE/);
    });
  }
});

test("mail to a postmaster that is refused for now is kept, and bounces later", async () => {
  for (const [reply, senders] of [
    ["452 4.2.2 <postmaster@case.test>: over quota", /^senders keep mail to postmaster, try again for days/],
    ["552 5.2.2 <postmaster@case.test>: over quota", /^mail to postmaster bounces;/],
  ] as const) {
    const rcpt: RecipientRule = (envelope) =>
      envelope.recipient === `postmaster@${DOMAIN}` ? reply : onlyFor([])(envelope);
    const [finding] = deliveryOf((await play({ script: { rcpt } })).report).findings;
    assert.equal(finding?.code, "postmaster-refused");
    assert.match(finding.senders ?? "", senders);
  }
});

describe("the null sender", () => {
  const refusing = {
    mail: (sender: string) => (sender === "" ? "550 5.7.1 No null sender" : "250 2.1.0 Ok"),
  };

  test("is told with its refusal where another one was accepted", async () => {
    const { report } = await play({ script: refusing, settings: { "helo-name": "ci.example.org" } });
    const { verdict, facts, findings } = deliveryOf(report);
    assert.deepEqual([verdict, facts?.["nullSender"]], ["warn", "550 5.7.1 No null sender"]);
    assert.deepEqual(
      findings.map(({ code, evidence }) => [code, evidence]),
      [["null-sender-refused", "550 5.7.1 No null sender"]],
    );
    // Ordinary mail arrives.
    assert.deepEqual([report.domains[0]?.reach.accepting, report.domains[0]?.score], [1, 89]);
    assert.match(
      factSentences(deliveryOf(report)),
      /The null sender <> was refused before: 550 5\.7\.1 No null sender\./,
    );
  });

  test("is found to be refused for domains that were asked about after that, too", async () => {
    const others = Array.from({ length: 9 }, (_, index) => `d${String(index)}.test`);
    const { report } = await play({
      before: others,
      script: { ...refusing, rcpt: onlyFor([DOMAIN, ...others]) },
    });
    const codes = report.domains.map(({ name }) => deliveryOf(report, name).findings.map(({ code }) => code));
    assert.deepEqual(
      codes,
      Array.from({ length: 10 }, () => ["null-sender-refused"]),
    );
  });

  test("is no finding where the refusal is for now, or speaks of something else", async () => {
    for (const reply of [
      "450 4.7.1 No null sender now",
      "550 5.7.1 Client host [127.0.0.1] blocked using zen.spamhaus.org",
      "550 5.7.23 SPF check of the sender failed",
      "503 5.5.1 Sender already specified",
      "550 xyzzy",
    ]) {
      const mail = (sender: string): string => (sender === "" ? reply : "250 2.1.0 Ok");
      const { verdict, findings } = deliveryOf((await play({ script: { mail } })).report);
      assert.deepEqual([reply, verdict, findings], [reply, "pass", []]);
    }
  });

  test("is no finding where it is refused at the recipient and no other sender gets further", async () => {
    const denied = "550 5.7.1 <>: Sender address rejected: Access denied";
    const rcpt: RecipientRule = ({ sender }) =>
      sender === "" ? denied : "550 5.7.1 Sender address rejected";
    const { findings } = deliveryOf((await play({ script: { rcpt } })).report);
    assert.ok(findings.length > 0 && findings.every(({ code }) => code !== "null-sender-refused"));
  });

  test("is not told of where it was accepted, or where nobody else was", async () => {
    for (const script of [{}, { mail: () => "550 5.7.1 No sender" }]) {
      const { report } = await play({ script });
      assert.equal(deliveryOf(report).facts?.["nullSender"], undefined);
    }
  });
});
