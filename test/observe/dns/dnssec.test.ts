import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dnssecStatusOf, withDnssec, withoutDnssec } from "../../../src/observe/dns/dnssec.ts";
import { memoised, type Resolver } from "../../../src/observe/dns/resolver.ts";
import type { DnssecStatus } from "../../../src/observe/observation.ts";
import { withZoneFiles } from "../../../src/zone/resolver.ts";
import { readingZone } from "../../../src/zone/file/file.ts";
import { ZoneBudget } from "../../../src/zone/budget.ts";
import { atOnce } from "../../../src/system/steps.ts";
import type { Query } from "../../support/dns/name-server.ts";
import { a } from "../../support/dns/records.ts";
import { FLAGS, RCODES, reply, startServer } from "../../support/dns/scripted-answers.ts";
import type { ReplyParts, ScriptedServer } from "../../support/dns/scripted-answers.ts";
import { tableResolver } from "../../support/dns/table-resolver.ts";
import { asking } from "./asking.ts";

function control(name: string): ReplyParts {
  return { answers: [{ type: "NS", name, data: "a.root.example" }] };
}
const ADDRESS: ReplyParts = { answers: [a("host.example.com", "192.0.2.1")] };
const AD = FLAGS.RA | FLAGS.AD;

function isDo({ packet }: Query): boolean {
  return packet.additionals?.some((extra) => extra.type === "OPT" && extra.flag_do) ?? false;
}

function isCd({ packet }: Query): boolean {
  return packet.flag_cd;
}

/** Says what a question is, as `. NS`, with `do` and `cd` behind it where it has them. */
function told(query: Query): string {
  const marks = [...(isDo(query) ? ["do"] : []), ...(isCd(query) ? ["cd"] : [])];
  return [query.name, query.type, ...marks].join(" ");
}

/** A server that validates so: what of the control, and of the addresses, it says with AD. */
async function serverSaying(
  isAuthenticated: (query: Query) => boolean,
  address: (query: Query) => ReplyParts = () => ADDRESS,
): Promise<{ server: ScriptedServer; resolver: Resolver }> {
  const server = await startServer((query) => {
    const parts = query.type === "NS" ? control(query.name) : address(query);
    return [reply(query, { ...parts, flags: isAuthenticated(query) ? AD : FLAGS.RA })];
  });
  return { server, resolver: withDnssec(asking([server])) };
}

async function statusOf(resolver: Resolver): Promise<DnssecStatus | undefined> {
  return (await resolver.query("host.example.com", "A")).dnssec;
}

describe("the control", () => {
  test("is passed by a resolver that says AD for the root, and then the lack of it means something", async () => {
    const { server, resolver } = await serverSaying(({ name }) => name === "." || name === "signed.example");
    assert.equal(resolver.dnssec?.(), undefined);
    assert.equal(await statusOf(resolver), "insecure");
    assert.equal((await resolver.query("signed.example", "A")).dnssec, "secure");
    const { validates, asksBy, answers } = resolver.dnssec?.() ?? assert.fail("nothing was found");
    assert.deepEqual([validates, asksBy, answers.map(({ name }) => name)], [true, "ad", ["."]]);
    const asked = server.received.filter(({ type }) => type === "NS").map(told);
    assert.deepEqual(asked.sort(), [". NS", ". NS do", "com NS", "com NS do"]);
  });

  test("is passed with com where the root of a closed network is not signed", async () => {
    const { resolver } = await serverSaying(({ name }) => name === "com");
    assert.equal(await statusOf(resolver), "insecure");
    assert.deepEqual(
      resolver.dnssec?.()?.answers.map(({ name }) => name),
      [".", "com"],
    );
  });

  test("is passed with DO alone: then all questions are asked with it, those before it again", async () => {
    const { server, resolver } = await serverSaying(isDo);
    assert.equal(await statusOf(resolver), "secure");
    assert.equal((await resolver.query("other.example.com", "A")).dnssec, "secure");
    assert.equal(resolver.dnssec?.()?.asksBy, "do");
    assert.deepEqual(server.received.filter(({ type }) => type === "A").map(told), [
      "host.example.com A",
      "host.example.com A do",
      "other.example.com A do",
    ]);
  });

  test("is not passed without AD: nothing is called insecure then, and a stray AD proves nothing", async () => {
    const { resolver } = await serverSaying(({ name }) => name === "stray.example.com");
    assert.equal(await statusOf(resolver), "unseen");
    assert.equal((await resolver.query("stray.example.com", "A")).dnssec, "unseen");
    assert.equal(resolver.dnssec?.()?.validates, false);
    assert.equal(resolver.dnssec?.()?.answers.length, 4);
  });

  test("is not passed by AD on an error, or where nobody answers it", async () => {
    for (const rcode of [RCODES.SERVFAIL, RCODES.REFUSED]) {
      const server = await startServer((query) => [
        reply(query, query.type === "NS" ? { rcode, flags: AD } : { ...ADDRESS, flags: AD }),
      ]);
      assert.equal(await statusOf(withDnssec(asking([server]))), "unseen");
    }
    const silent = await startServer((query) => (query.type === "NS" ? [] : [reply(query, ADDRESS)]));
    assert.equal(await statusOf(withDnssec(asking([silent], { timeout: 1 }))), "unseen");
  });

  test("is asked beside the first question, which does not wait for it before it is put", async () => {
    const { promise: put, resolve: onPut } = Promise.withResolvers<undefined>();
    const table = tableResolver({ "NS .": { values: ["a.root.example"], authenticated: true } });
    const resolver = withDnssec({
      ...table,
      async query(name, type, manner) {
        if (type === "NS") await put;
        else onPut(undefined);
        return table.query(name, type, manner);
      },
    });
    assert.equal(await statusOf(resolver), "insecure");
  });

  test("is asked once, whatever is asked at once or later", async () => {
    const { server, resolver } = await serverSaying(() => true);
    const once = memoised(resolver);
    await Promise.all(["a", "b", "c"].map((label) => once.query(`${label}.example`, "A")));
    await once.query("d.example", "A");
    assert.equal(server.received.filter(({ type }) => type === "NS").length, 4);
    assert.equal(server.received.filter(({ type }) => type === "A").length, 4);
    assert.equal(once.dnssec?.()?.validates, true);
  });

  test("is asked again where another server answers, and speaks for it then", async () => {
    let server = "192.0.2.53:53";
    const validating = new Set([server, "192.0.2.54:53"]);
    const table = tableResolver({ "NS .": ["a.root.example"], "A host.example.com": ["192.0.2.1"] });
    const resolver = withDnssec({
      ...table,
      query: async (name, type) => ({
        ...(await table.query(name, type)),
        server,
        authenticated: validating.has(server),
      }),
    });
    const seen: unknown[] = [];
    for (const next of [
      "192.0.2.53:53",
      "192.0.2.54:53",
      "192.0.2.54:53",
      "192.0.2.55:53",
      "192.0.2.55:53",
    ]) {
      server = next;
      seen.push(await statusOf(resolver));
    }
    assert.deepEqual(seen, ["secure", "secure", "secure", "unseen", "unseen"]);
    // Of the one that does not validate all four questions are told, of the others the first.
    const servers = resolver.dnssec?.()?.answers.map((answer) => answer.server);
    const [first, second, ...third] = servers ?? [];
    assert.deepEqual([first, second], ["192.0.2.53:53", "192.0.2.54:53"]);
    assert.deepEqual(
      third,
      Array.from({ length: 4 }, () => "192.0.2.55:53"),
    );
    assert.equal(table.asked.filter((question) => question.startsWith("NS")).length, 12);
  });

  test("speaks for the server that passed it alone", async () => {
    const resolver = tableResolver({
      "NS .": { values: ["a.root.example"], authenticated: true, server: "192.0.2.53:53" },
      "A one.example": { values: ["192.0.2.1"], server: "192.0.2.53:53" },
      "A two.example": { values: ["192.0.2.1"], server: "192.0.2.54:53" },
      "A three.example": { values: ["192.0.2.1"], server: "192.0.2.54:53", authenticated: true },
    });
    const seeing = withDnssec(resolver);
    const statuses = ["one", "two", "three"].map(
      async (label) => (await seeing.query(`${label}.example`, "A")).dnssec,
    );
    assert.deepEqual(await Promise.all(statuses), ["insecure", "unseen", "unseen"]);
  });
});

describe("an error", () => {
  test("is bogus where the answer comes with checking disabled, and the error again without", async () => {
    const { server, resolver } = await serverSaying(
      () => true,
      (query) => (isCd(query) ? ADDRESS : { rcode: RCODES.SERVFAIL }),
    );
    assert.equal(await statusOf(resolver), "bogus");
    const asked = server.received.filter(({ type }) => type === "A").map(told);
    assert.deepEqual(asked, ["host.example.com A", "host.example.com A cd", "host.example.com A"]);
  });

  test("is bogus in the same way where the answer to be had is that there is nothing", async () => {
    const { resolver } = await serverSaying(
      () => false,
      (query) => (isCd(query) ? { rcode: RCODES.NXDOMAIN } : { rcode: RCODES.SERVFAIL }),
    );
    assert.equal(await statusOf(resolver), "bogus");
  });

  test("has failed where checking has nothing to do with it", async () => {
    const { resolver } = await serverSaying(
      () => true,
      () => ({ rcode: RCODES.SERVFAIL }),
    );
    assert.equal(await statusOf(resolver), "failed");
  });

  test("that was gone at the second look counts for nothing, and neither does AD on the answer with CD", async () => {
    let asked = 0;
    const server = await startServer((query) => {
      if (query.type === "NS") return [reply(query, { ...control(query.name), flags: AD })];
      asked++;
      if (asked === 1) return [reply(query, { rcode: RCODES.SERVFAIL })];
      return [reply(query, { ...ADDRESS, flags: isCd(query) ? AD : FLAGS.RA })];
    });
    const answer = await withDnssec(asking([server])).query("host.example.com", "A");
    assert.deepEqual(
      [answer.dnssec, answer.authenticated, answer.firstOutcome],
      ["insecure", false, "servfail"],
    );
  });

  test("gets no second look where it is to be asked once", async () => {
    const { server, resolver } = await serverSaying(
      () => true,
      () => ({ rcode: RCODES.SERVFAIL }),
    );
    const answer = await resolver.query("host.example.com", "TLSA", { once: true });
    assert.deepEqual([answer.dnssec, answer.withCheckingDisabled], ["failed", undefined]);
    assert.equal(server.received.filter(({ type }) => type === "TLSA").length, 1);
  });

  test("of any other kind has failed", () => {
    const outcomes = ["refused", "timeout", "malformed", "unreachable", "local-limit", "aborted"] as const;
    const nothing = { values: [], aliases: [], authenticated: false, extendedErrors: [], seconds: 0 };
    for (const outcome of outcomes) {
      const answer = { name: "host.example.com", type: "A", outcome, ...nothing } as const;
      assert.equal(dnssecStatusOf(answer, { validates: true, answers: [] }), "failed", outcome);
      assert.equal(dnssecStatusOf(answer, { validates: false, answers: [] }), "failed", outcome);
    }
  });
});

describe("a resolver that cannot see DNSSEC", () => {
  test("is never asked for it: the domains' own name servers", async () => {
    const table = tableResolver({ "A host.example.com": { values: ["192.0.2.1"], authenticated: true } });
    const resolver = withoutDnssec(table);
    assert.equal(await statusOf(resolver), "unseen");
    assert.deepEqual(table.asked, ["A host.example.com"]);
    assert.deepEqual(resolver.dnssec?.(), { validates: false, answers: [] });
  });

  test("is a zone file, for which no control is asked; names elsewhere go to the live one", async () => {
    const { server, resolver } = await serverSaying(() => true);
    const text =
      "$ORIGIN example.com.\n$TTL 60\n@ SOA ns hm 1 2 3 4 5\n" +
      'host A 192.0.2.7\n_25._tcp.host TLSA 3 1 1 ( abcd\n ef )\n_mta-sts TXT "v=STSv1; " "id=1"\n' +
      "_smtp._tls TXT v=TLSRPTv1\nout CNAME host.example.net.\n";
    const { zone } = atOnce(
      readingZone("dns/example.com.zone", text, {
        origin: "example.com",
        originFrom: "file name",
        budget: new ZoneBudget(),
        include: () => ({ problem: "is not there." }),
      }),
    );
    const filed = memoised(withZoneFiles([zone], resolver));
    assert.equal(await statusOf(filed), "unseen");
    const tlsa = await filed.query("_25._tcp.host.example.com", "TLSA");
    assert.deepEqual(tlsa.associations, [{ usage: 3, selector: 1, matchingType: 1, data: "abcdef" }]);
    assert.deepEqual(
      [tlsa.dnssec, tlsa.zoneFile],
      ["unseen", { file: "dns/example.com.zone", server: "ns.example.com" }],
    );
    const sts = await filed.query("_mta-sts.example.com", "TXT");
    assert.deepEqual([sts.texts, sts.dnssec], [[["v=STSv1; ", "id=1"]], "unseen"]);
    assert.deepEqual((await filed.query("_smtp._tls.example.com", "TXT")).texts, [["v=TLSRPTv1"]]);
    assert.equal(filed.dnssec?.(), undefined);
    assert.deepEqual(server.received, []);
    const elsewhere = await filed.query("host.example.net", "A");
    assert.deepEqual([elsewhere.dnssec, elsewhere.zoneFile], ["secure", undefined]);
    const alias = await filed.query("out.example.com", "A");
    assert.deepEqual([alias.dnssec, alias.authenticated], ["unseen", false]);
    assert.equal(filed.dnssec?.()?.validates, true);
  });
});
