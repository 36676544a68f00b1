/** One picture out of several connections: a second look that was turned away undoes nothing. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { answerTo } from "../../src/judge/answers.ts";
import { viewDialog } from "../../src/judge/dialog-view.ts";
import type {
  ConnectionObservation,
  ConnectionPurpose,
  EhloStep,
  EndpointObservation,
  Reply,
  TlsHandshake,
} from "../../src/observe/observation.ts";

const reply = (code: number): { reply: Reply } => ({
  reply: { code, lines: [`${String(code)} so`], seconds: 0 },
});
const closed = { ended: { how: "closed" } } as const;
const hello = (code: number, verb: EhloStep["verb"] = "EHLO"): EhloStep => ({
  verb,
  name: "[127.0.0.1]",
  extensions: [],
  ...reply(code),
});
const starttls = (code: number) => ({ announced: true, sent: true, ...reply(code) });
const done = (version = "TLSv1.3", of: TlsHandshake["hello"] = "full"): TlsHandshake => ({
  outcome: "done",
  hello: of,
  version,
  seconds: 0,
});
const broken: TlsHandshake = { outcome: "failed", hello: "full", failure: { by: "peer-reset" }, seconds: 0 };

function relay(foreign: number | undefined, inTls = true): ConnectionObservation["relay"] {
  const answer = foreign === undefined ? closed : reply(foreign);
  const recipients = [{ kind: "foreign", address: "probe@example.com", ...answer } as const];
  return { inTls, pipelined: true, transactions: [{ sender: "", mail: reply(250), recipients }] };
}

type Seen = Partial<Omit<ConnectionObservation, "purpose">>;

function connection(purpose: ConnectionPurpose, seen: Seen): ConnectionObservation {
  return { purpose, at: 0, connect: { outcome: "connected", seconds: 0 }, transcript: [], ...seen };
}

function endpoint(...connections: ConnectionObservation[]): EndpointObservation {
  return {
    host: "mx.case.test",
    address: "127.0.0.1",
    family: 4,
    scope: "loopback",
    port: 25,
    sharesOurNetwork: true,
    tlsMode: "starttls",
    asked: { depth: "starttls", relay: "basic", floor: true },
    replyTimeout: 60,
    connections,
  };
}

const view = (...connections: ConnectionObservation[]) => viewDialog(endpoint(...connections), undefined);
const WHOLE: Seen = {
  greeting: reply(220),
  ehlo: hello(250),
  starttls: starttls(220),
  tls: done(),
  ehloInTls: hello(250),
  relay: relay(554),
};

describe("of each step, the sight that got furthest counts", () => {
  test("nothing at all", () => {
    assert.deepEqual(view(), {
      connect: undefined,
      greeting: undefined,
      hello: undefined,
      starttls: undefined,
      tls: undefined,
      helloInTls: undefined,
      attempts: { foreign: [], own: new Map(), everybody: undefined },
      nullSenderRefusal: undefined,
      relayForms: [],
      floor: undefined,
      daneName: undefined,
      flaky: false,
      lookedAgain: false,
      brokeOff: false,
      repeated: new Set(),
      proxyLost: undefined,
      smallHelloOnly: false,
    });
  });

  test("a retry makes up for a reset", () => {
    const reset = connection("dialog", { connect: { outcome: "reset", seconds: 0 } });
    assert.equal(view(reset, connection("retry", WHOLE)).connect?.outcome, "connected");
  });

  test("a retry makes up for a greeting that put us off", () => {
    const dialog = view(connection("dialog", { greeting: reply(421) }), connection("retry", WHOLE));
    assert.equal(dialog.greeting?.reply?.code, 220);
    assert.equal(dialog.tls?.outcome, "done");
    assert.equal(dialog.flaky, false);
  });

  test("a retry that was turned away undoes nothing", () => {
    const first = connection("dialog", { ...WHOLE, relay: relay(undefined) });
    const dialog = view(first, connection("retry", { greeting: reply(421) }));
    assert.equal(dialog.greeting?.reply?.code, 220);
    assert.equal(dialog.hello?.reply?.code, 250);
    assert.equal(dialog.helloInTls?.reply?.code, 250);
    assert.equal(dialog.tls?.outcome, "done");
  });

  test("of two sights that are both bad, the last one counts", () => {
    const dialog = view(
      connection("dialog", { greeting: reply(421) }),
      connection("retry", { greeting: reply(450) }),
    );
    assert.equal(dialog.greeting?.reply?.code, 450);
  });

  test("a relay test that was put off gives way to one that was answered for good", () => {
    const dialog = view(
      connection("dialog", { ...WHOLE, relay: relay(451) }),
      connection("retry", { ...WHOLE, relay: relay(554) }),
    );
    assert.equal(answerTo(dialog.attempts.foreign)?.step.reply?.code, 554);
  });

  test("an answered relay test stays answered", () => {
    const dialog = view(
      connection("dialog", { ...WHOLE, relay: relay(250) }),
      connection("retry", { ...WHOLE, relay: relay(undefined) }),
    );
    assert.equal(answerTo(dialog.attempts.foreign)?.step.reply?.code, 250);
  });

  test("the answer to HELO stands for EHLO where that was not understood", () => {
    const dialog = view(
      connection("dialog", { greeting: reply(220), ehlo: hello(502), helo: hello(250, "HELO") }),
    );
    assert.deepEqual([dialog.hello?.verb, dialog.hello?.reply?.code], ["HELO", 250]);
  });

  test("a handshake after which the server went on talking counts more than one after which it did not", () => {
    const silent = {
      ...WHOLE,
      tls: done("TLSv1.2"),
      ehloInTls: { ...hello(250), reply: undefined, ...closed },
    };
    const dialog = view(connection("dialog", silent), connection("retry", WHOLE));
    assert.equal(dialog.tls?.version, "TLSv1.3");
    assert.equal(dialog.helloInTls?.reply?.code, 250);
  });
});

describe("second looks", () => {
  test("STARTTLS that is refused for now and works on the retry is flaky", () => {
    const first = connection("dialog", { greeting: reply(220), ehlo: hello(250), starttls: starttls(454) });
    const dialog = view(first, connection("retry", WHOLE));
    assert.deepEqual([dialog.starttls?.reply?.code, dialog.flaky], [220, true]);
  });

  test("a 421 to STARTTLS is no failure of STARTTLS", () => {
    const first = connection("dialog", { greeting: reply(220), ehlo: hello(250), starttls: starttls(421) });
    assert.equal(view(first, connection("retry", WHOLE)).flaky, false);
  });

  test("a handshake that works with a small ClientHello only is told apart from one that broke by chance", () => {
    const first = connection("dialog", { ...WHOLE, tls: broken, ehloInTls: undefined, relay: undefined });
    const small = connection("small-hello", { ...WHOLE, tls: done("TLSv1.3", "small") });
    const again = (tls: TlsHandshake) =>
      connection("full-hello-again", { ...WHOLE, tls, ehloInTls: undefined, relay: undefined });
    const picky = view(first, small, again(broken));
    assert.deepEqual([picky.tls?.outcome, picky.flaky, picky.smallHelloOnly], ["done", false, true]);
    const chancy = view(first, small, again(done()));
    assert.deepEqual([chancy.tls?.outcome, chancy.flaky, chancy.smallHelloOnly], ["done", true, false]);
    assert.deepEqual([chancy.tls?.hello, chancy.helloInTls?.reply?.code], ["full", 250]);
    const hopeless = view(first, connection("small-hello", { ...WHOLE, tls: { ...broken, hello: "small" } }));
    assert.deepEqual(
      [hopeless.tls?.outcome, hopeless.flaky, hopeless.smallHelloOnly],
      ["failed", false, false],
    );
  });

  test("the relay test in the clear answers for the relay and for nothing of TLS", () => {
    const first = connection("dialog", { ...WHOLE, tls: broken, ehloInTls: undefined, relay: undefined });
    const dialog = view(
      first,
      connection("relay-in-clear", { greeting: reply(220), ehlo: hello(250), relay: relay(250, false) }),
    );
    assert.equal(dialog.tls?.outcome, "failed");
    const answered = answerTo(dialog.attempts.foreign);
    assert.deepEqual([answered?.attempt.inTls, answered?.step.reply?.code], [false, 250]);
  });

  test("the floor test is none of the dialog, and may be held by another host at the same address", () => {
    const floor = connection("floor", { greeting: reply(421), tls: done("TLSv1.1", "legacy") });
    const own = view(connection("dialog", WHOLE), floor);
    assert.deepEqual(
      [own.greeting?.reply?.code, own.tls?.version, own.floor?.tls?.version],
      [220, "TLSv1.3", "TLSv1.1"],
    );
    const holder = endpoint(connection("dialog", WHOLE), floor);
    const lent = viewDialog(endpoint(connection("dialog", WHOLE)), holder);
    assert.equal(lent.floor?.tls?.version, "TLSv1.1");
    assert.equal(view(connection("dialog", WHOLE)).floor, undefined);
  });
});
