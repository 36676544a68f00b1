import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TestContext } from "node:test";
import { FORMS_PER_CONNECTION, MAX_FURTHER_CONNECTIONS } from "../../src/observe/bounds.ts";
import type { EndpointPlan } from "../../src/observe/endpoint.ts";
import type { EndpointObservation } from "../../src/observe/observation.ts";
import { directRoute } from "../../src/observe/route/route.ts";
import type { Route } from "../../src/observe/route/route.ts";
import { relayForms } from "../../src/observe/smtp/relay-forms.ts";
import { commandsByPacket } from "../support/smtp/scripted-server.ts";
import type { ScriptedServer } from "../support/smtp/scripted-server.ts";
import type { Envelope, SmtpScript } from "../support/smtp/smtp-script.ts";
import { startServer } from "./smtp/conversing.ts";
import { startMiddlebox } from "./smtp/choking-middlebox.ts";
import { endpointPlan, endpointTools, probe, purposes, restlessClock, watchedRoute } from "./smtp/probing.ts";

const REFUSED = "554 5.7.1 Relay access denied";

const FORMS = relayForms({
  recipient: "probe@foreign.test",
  host: "mx.own.test",
  address: "127.0.0.1",
  domain: "own.test",
  random: () => 0,
});

function thorough(
  place: { readonly host: string; readonly port: number },
  plan: Partial<EndpointPlan> = {},
): EndpointPlan {
  const asked = { depth: "starttls", relay: "thorough", floor: true } as const;
  return endpointPlan(place, { asked }, { relayForms: FORMS, ...plan });
}

async function probed(
  t: TestContext,
  script: Partial<SmtpScript>,
): Promise<{ seen: EndpointObservation; server: ScriptedServer }> {
  const server = await startServer(t, { rcpt: () => REFUSED, ...script });
  const observed = await probe(thorough(server), endpointTools({ clock: restlessClock() }));
  return { seen: observed, server };
}

/** Names of the forms that were tried, in their order. */
function tried({ connections }: EndpointObservation): string[] {
  return connections
    .flatMap(({ relay }) => relay?.transactions ?? [])
    .flatMap(({ recipients }) => recipients)
    .flatMap(({ form }) => form ?? []);
}

const NAMES = FORMS.map(({ name }) => name);

describe("a thorough relay test", () => {
  test("tries every form once, a few on each connection, each in a transaction of its own", async (t) => {
    const { seen: observed, server } = await probed(t, {});
    const count = Math.ceil(FORMS.length / FORMS_PER_CONNECTION);
    assert.deepEqual(purposes(observed), [
      "dialog",
      "floor",
      ...Array.from({ length: count }, () => "relay-thorough"),
    ]);
    assert.deepEqual(tried(observed), NAMES);
    const [first] = server.sessions.slice(2).map(commandsByPacket);
    assert.deepEqual(first, [
      ["EHLO client.test"],
      ["STARTTLS"],
      ["EHLO client.test"],
      ...FORMS.slice(0, FORMS_PER_CONNECTION).map(({ sender, recipient }) => [
        `MAIL FROM:<${sender}>`,
        `RCPT TO:<${recipient}>`,
        "RSET",
      ]),
      ["QUIT"],
    ]);
    assert.ok(observed.connections.slice(2).every(({ relay }) => relay?.inTls === true));
  });

  test("goes one by one where PIPELINING is not offered, and in clear where there is no TLS", async (t) => {
    const { seen: observed, server } = await probed(t, { announce: [], starttls: "missing" });
    assert.deepEqual(tried(observed), NAMES);
    const last = server.sessions.at(-1);
    assert.ok(last !== undefined && commandsByPacket(last).every((packet) => packet.length === 1));
    assert.ok(!last.commands.some(({ verb }) => verb === "STARTTLS"));
  });

  test("goes by the small hello where that is the one which gets through", async (t) => {
    const server = await startServer(t, { rcpt: () => REFUSED });
    const device = await startMiddlebox(t, server, { longest: 1000, then: "reset" });
    const observed = await probe(thorough(device), endpointTools());
    const looks = observed.connections.filter(({ purpose }) => purpose === "relay-thorough");
    assert.deepEqual(
      looks.map(({ tls }) => `${tls?.hello ?? ""} ${tls?.outcome ?? ""}`),
      looks.map(() => "small done"),
    );
    assert.equal(looks.length, MAX_FURTHER_CONNECTIONS - 2);
  });

  const none: readonly [what: string, script: Partial<SmtpScript>][] = [
    ["the plain form is taken", { rcpt: () => "250 2.1.5 Ok" }],
    ["the plain form was never answered", { mail: () => "530 5.7.0 Authentication required" }],
    ["the server refuses this client", { greeting: "554 5.7.1 no\r\n" }],
  ];
  for (const [what, script] of none) {
    test(`is not begun where ${what}`, async (t) => {
      const { seen: observed } = await probed(t, script);
      assert.ok(!purposes(observed).includes("relay-thorough"));
    });
  }

  const ends: readonly [what: string, rcpt: (envelope: Envelope) => string, last: string][] = [
    [
      "a form with a foreign domain part is taken",
      ({ recipient }) => (recipient.startsWith("@mx.own.test:") ? "250 2.1.5 Ok" : REFUSED),
      "source route by name",
    ],
    [
      "a sender opens the door",
      ({ sender }) => (sender === "postmaster@own.test" ? "250 2.1.5 Ok" : REFUSED),
      "sender of the tested domain",
    ],
    [
      "the server says 421",
      ({ recipient }) => (recipient.includes("%") ? "421 4.7.0 too many errors" : REFUSED),
      "percent hack by address",
    ],
  ];
  for (const [what, rcpt, last] of ends) {
    test(`ends where ${what}`, async (t) => {
      const { seen: observed } = await probed(t, { rcpt });
      assert.deepEqual(tried(observed), NAMES.slice(0, NAMES.indexOf(last) + 1));
    });
  }

  test("goes on where an odd local part is taken, or a mailbox that nobody has", async (t) => {
    const rcpt = ({ recipient }: Envelope): string =>
      recipient.includes("%") || recipient.endsWith("@own.test") ? "250 2.1.5 Ok" : REFUSED;
    const { seen: observed } = await probed(t, { rcpt });
    assert.deepEqual(tried(observed), NAMES);
  });

  test("goes on where a sender is refused", async (t) => {
    const mail = (sender: string): string => (sender.includes("[") ? "550 5.1.7 Bad sender" : "250 2.1.0 Ok");
    const { server } = await probed(t, { mail });
    const senders = server.sessions
      .slice(2)
      .flatMap(({ commands }) => commands.filter(({ verb }) => verb === "MAIL"));
    assert.equal(senders.length, FORMS.length);
  });

  test("ends where the server takes no connection any more", async (t) => {
    const server = await startServer(t, { rcpt: () => REFUSED });
    let dialled = 0;
    const route: Route = {
      description: "soon refused",
      async dial(destination, options) {
        dialled += 1;
        if (dialled <= 3) return directRoute.dial(destination, options);
        return { step: { outcome: "refused", code: "ECONNREFUSED", seconds: 0 } };
      },
    };
    const observed = await probe(thorough(server), endpointTools({ route }));
    assert.deepEqual(purposes(observed), ["dialog", "floor", "relay-thorough", "relay-thorough"]);
    assert.deepEqual(tried(observed), NAMES.slice(0, FORMS_PER_CONNECTION));
  });

  test("keeps within six further connections, one at a time, after two second looks", async (t) => {
    const server = await startServer(t, {
      rcpt: () => REFUSED,
      troubles: [{ at: "greeting", reply: "421 4.3.2 busy", connections: 2 }],
    });
    const route = watchedRoute();
    const tools = endpointTools({ clock: restlessClock(), route });
    const observed = await probe(thorough(server, { retries: 2 }), tools);
    const further = purposes(observed).filter((purpose) => purpose !== "dialog" && purpose !== "floor");
    assert.deepEqual(further, ["retry", "retry", ...Array.from({ length: 4 }, () => "relay-thorough")]);
    assert.deepEqual([route.mostAtOnce, tried(observed).length], [1, 4 * FORMS_PER_CONNECTION]);
    const allowed = /^(?:EHLO|STARTTLS|MAIL|RCPT|RSET|QUIT)$/;
    assert.ok([...server.verbs].every((verb) => allowed.test(verb)));
  });

  test("ends with the run", async (t) => {
    const server = await startServer(t, { rcpt: () => REFUSED });
    const ending = new AbortController();
    const tools = endpointTools({
      signal: ending.signal,
      onConnection(_target, purpose) {
        if (purpose === "floor") ending.abort();
      },
    });
    const observed = await probe(thorough(server), tools);
    assert.deepEqual(purposes(observed), ["dialog", "floor"]);
  });
});
