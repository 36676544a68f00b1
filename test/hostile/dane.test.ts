/** TLSA records that mean harm, behind a resolver that validates: what is said of each host, and what comes out. */
import assert from "node:assert/strict";
import { createHash, createPublicKey } from "node:crypto";
import { before, describe, test } from "node:test";
import type { Report } from "../../src/judge/report.ts";
import { check } from "../../src/run/run.ts";
import { issue } from "../support/certificates/issue.ts";
import { startNameServer, type Answerer, type Query } from "../support/dns/name-server.ts";
import { FLAGS, rawReply, RCODES, reply } from "../support/dns/scripted-answers.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";
import { startScriptedServer } from "../support/smtp/scripted-server.ts";
import { onlyFor } from "../support/smtp/smtp-script.ts";
import { HARMLESS } from "../report/harmless.ts";
import { records as soundRecords, type Way } from "./dns-answers.ts";
import { openHandles } from "./meeting.ts";

const AD = FLAGS.RA | FLAGS.AD;
const leaf = issue({ subject: "mx.test", dnsNames: ["mx.test"] });
const right = Buffer.from([3, 0, 1, ...createHash("sha256").update(leaf.der).digest()]);
/** The bare key of a CA that nobody knows. */
const strangeAnchor = Buffer.concat([
  Buffer.from([2, 1, 0]),
  createPublicKey(issue({ subject: "Strange CA", ca: true }).key).export({ type: "spki", format: "der" }),
]);
const wrong = Buffer.from([3, 0, 1, ...Buffer.alloc(32, 7)]);

/** A reply that is said to be validated. */
function validated(message: Buffer): Buffer {
  const flagged = Buffer.from(message);
  flagged.writeUInt16BE(flagged.readUInt16BE(2) | AD, 2);
  return flagged;
}

/** TLSA records of the name in question, from their data. */
function tlsa(query: Query, datas: readonly Buffer[], count = datas.length): Buffer {
  const records = datas.map((data) => {
    const head = Buffer.from([0xc0, 12, 0, 52, 0, 1, 0, 0, 0, 60, 0, 0]);
    head.writeUInt16BE(data.length, 10);
    return Buffer.concat([head, data]);
  });
  return validated(rawReply(query, [count, 0, 0], Buffer.concat(records)));
}

/** Answers with these records, over TCP where they do not fit a datagram. */
function saying(datas: readonly Buffer[], count?: number): Way {
  return {
    udp(query, say) {
      const message = tlsa(query, datas, count);
      say(message.length > 1232 ? reply(query, { flags: FLAGS.RA | FLAGS.TC }) : message);
    },
    async tcp(query, wire) {
      const message = tlsa(query, datas, count);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(message.length);
      await wire.say(Buffer.concat([length, message]));
    },
  };
}

interface HostileHost {
  readonly name: string;
  readonly way: Way;
  /** Verdict and codes of the check `dane`. */
  readonly said: string;
}

const many = (count: number, data: Buffer): Buffer[] => Array.from({ length: count }, () => data);

const UNUSABLE = "warn dane-unusable";
const FAILED = "fail dane-lookup-failed";
/** Not all of the records are kept, and the others may be the ones that match. */
const CUT = "inconclusive dane-unseen";

const HOSTS: readonly HostileHost[] = [
  { name: "right", way: saying([right]), said: "pass dane-fragile" },
  { name: "right-and-a-thousand-others", way: saying([right, ...many(1000, wrong)]), said: CUT },
  { name: "a-thousand-others", way: saying(many(1000, wrong)), said: CUT },
  { name: "four-thousand-unusable-ones", way: saying(many(4000, Buffer.from([3, 1, 1, 7]))), said: UNUSABLE },
  { name: "more-than-a-message-holds", way: saying([right], 10_000), said: FAILED },
  { name: "sixty-kib", way: saying([Buffer.alloc(60 * 1024, 3)]), said: UNUSABLE },
  {
    name: "sixty-kib-in-full",
    way: saying([Buffer.concat([Buffer.from([3, 0, 0]), Buffer.alloc(60 * 1024)])]),
    said: UNUSABLE,
  },
  { name: "one-octet", way: saying([Buffer.from([3])]), said: FAILED },
  { name: "no-data", way: saying([Buffer.from([3, 1, 1])]), said: UNUSABLE },
  { name: "short-digest", way: saying([right.subarray(0, 20)]), said: UNUSABLE },
  { name: "long-digest", way: saying([Buffer.concat([right, Buffer.alloc(9)])]), said: UNUSABLE },
  {
    name: "strange-fields",
    way: saying([Buffer.from([255, 255, 255, 1]), Buffer.from([3, 9, 9, 1])]),
    said: UNUSABLE,
  },
  {
    name: "certificates-in-place-of-keys",
    way: saying(many(20, Buffer.concat([Buffer.from([2, 1, 0]), leaf.der]))),
    said: UNUSABLE,
  },
  { name: "sixty-strange-anchors", way: saying(many(60, strangeAnchor)), said: "fail dane-mismatch" },
  {
    name: "circle",
    way: {
      udp: (query, say) =>
        say(validated(reply(query, { answers: [{ type: "CNAME", name: query.name, data: query.name }] }))),
    },
    said: FAILED,
  },
  {
    name: "of-another-name",
    way: {
      udp(query, say) {
        const data = { usage: 3, selector: 0, matchingType: 1, certificate: wrong.subarray(3) };
        say(validated(reply(query, { answers: [{ type: "TLSA", name: "elsewhere.test", data }] })));
      },
    },
    said: "skip",
  },
  {
    name: "servfail",
    way: { udp: (query, say) => say(reply(query, { rcode: RCODES.SERVFAIL })) },
    said: FAILED,
  },
  { name: "silent", way: { udp: () => undefined }, said: FAILED },
  {
    name: "drip",
    way: {
      udp: (query, say) => say(reply(query, { flags: FLAGS.RA | FLAGS.TC })),
      async tcp(_query, wire) {
        await wire.say(Buffer.from([0xff, 0xff, 0]));
        await new Promise<void>((resolve) => wire.socket.once("close", () => resolve()));
      },
    },
    said: FAILED,
  },
];

const answer: Answerer = async (query, back) => {
  const label = query.name.split(".").at(-2) ?? "";
  const host = HOSTS.find(({ name }) => name === label);
  if (query.type !== "TLSA" || host === undefined) {
    back.say(validated(reply(query, { answers: soundRecords(query) })));
    return;
  }
  if (back.wire === undefined) host.way.udp(query, back.say, back.sayFromElsewhere);
  else await host.way.tcp?.(query, back.wire);
};

const DEADLINE = 500;

let report: Report;
let atFirst: readonly string[];
let atLast: readonly string[];
before(async () => {
  atFirst = openHandles();
  const names = await startNameServer(answer);
  const mail = await startScriptedServer(
    { host: "127.0.0.1" },
    { name: "mx.test", tls: { chain: [leaf] }, rcpt: onlyFor(["test"]) },
  );
  report = await check(
    given({
      domains: HOSTS.map(({ name }) => `${name}.test`).join(),
      checks: "connect,starttls,dane",
      port: String(mail.port),
      "dns-server": names.address,
      "allow-private-addresses": "true",
      "egress-control": "off",
      timeout: "5",
      deadline: String(DEADLINE),
    }),
    "command",
    new RecordingHost(),
  );
  await Promise.all([names.close(), mail.close()]);
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  atLast = openHandles();
});

describe("what is said of a host whose TLSA records are", () => {
  for (const { name, said } of HOSTS) {
    test(name, () => {
      const [server] = report.domains.find((each) => each.name === `${name}.test`)?.servers ?? [];
      const dane = server?.endpoints[0]?.checks.find(({ check: id }) => id === "dane");
      const codes = new Set(dane?.findings.map(({ code }) => code));
      assert.equal([dane?.verdict, ...codes].join(" "), said);
    });
  }
});

describe("the run", () => {
  test("ends by itself, before its deadline, and leaves no socket and no timer behind", () => {
    assert.equal(report.observations.ended, undefined);
    assert.deepEqual(atLast, atFirst);
  });
});

describe("what comes out", () => {
  for (const { name, hold } of HARMLESS) test(name, () => hold(report));
});
