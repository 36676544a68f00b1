/**
 * Dialogs of servers, recorded and spoilt, played through the probe and judged. What passes must have been seen:
 * the server keeps a record of its own, and reads it in a way of its own.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSecureContext } from "node:tls";
import fc from "fast-check";
import { makeReplayPolicy } from "../support/run/made-plan.ts";
import { ENDPOINT_CHECKS } from "../../src/judge/checks/all.ts";
import { judge } from "../../src/judge/judge.ts";
import type { CheckId, Report } from "../../src/judge/report.ts";
import type { Clock } from "../../src/system/clock.ts";
import { probeEndpoint } from "../../src/observe/endpoint.ts";
import { endpointKey, type EndpointObservation } from "../../src/observe/observation.ts";
import { endpointObservation } from "../../src/observe/schemas/observation.ts";
import type { CertificateFacts } from "../../src/observe/observation.ts";
import { issue } from "../support/certificates/issue.ts";
import { dialogTools, leaf } from "../observe/smtp/conversing.ts";
import { endpointPlan, endpointTools } from "../observe/smtp/probing.ts";
import { mishaps, recordedInClear, SOUND_DIALOG, recordedWithTls, spoilt, type Dialog } from "./dialogs.ts";
import { fuzz } from "./fuzzing.ts";
import { routeTo, type Player, type PlayOptions, type Side } from "./player.ts";

const NOW = Date.now();
const SOUND = createSecureContext({ key: leaf.keyPem, cert: leaf.pem });
const stranger = issue({ subject: "mx.own.test", dnsNames: ["mx.own.test"] });
const STRANGE = createSecureContext({ key: stranger.keyPem, cert: stranger.pem });
const FOREIGN = "RCPT TO:<probe@foreign.test>";
const { policy } = makeReplayPolicy([]);

/** Time stands still: pauses are over at once, and deadlines never come. */
const still: Clock = {
  now: () => NOW,
  monotonic: () => 0,
  sleep: (seconds, signal) =>
    seconds === 5 || seconds === 30
      ? Promise.resolve()
      : new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true })),
};

interface Play {
  readonly dialogs: readonly Dialog[];
  readonly options: PlayOptions;
}

interface Played {
  readonly endpoint: EndpointObservation;
  readonly certificates: Readonly<Record<string, CertificateFacts>>;
  readonly players: readonly Player[];
}

async function probe({ dialogs, options }: Play): Promise<Played> {
  const { route, players } = routeTo(dialogs, options);
  const { certificates, ...tools } = dialogTools({ route, clock: still, runStarted: 0 });
  const plan = endpointPlan({ host: "192.0.2.1", port: 25 }, { scope: "public", sharesOurNetwork: false });
  const endpoint = await probeEndpoint(plan, endpointTools(tools));
  return { endpoint, certificates, players };
}

function judged({ endpoint, certificates }: Played): Report {
  const key = endpointKey(endpoint);
  const moment = new Date(NOW).toISOString();
  return judge(
    {
      schema: "mx-gate/observations/v1",
      started: moment,
      finished: moment,
      environment: {
        heloName: "client.test",
        resolver: "none",
        route: "in memory",
        privateAddressesAllowed: false,
        trustStores: [{ store: "ca-file", certificates: 1 }],
      },
      checks: ENDPOINT_CHECKS.map(({ id }) => id),
      domains: [{ name: "own.test", kind: "domain", endpoints: [key] }],
      endpoints: { [key]: endpoint },
      certificates: { ...certificates },
    },
    { policy, now: NOW, tool: { name: "mx-gate", version: "0.0.0" } },
  );
}

/** Codes of the whole replies in what was said, up to the first thing that is none. */
function codesOf(said: string): number[] {
  const codes: number[] = [];
  for (const line of said.split("\n").slice(0, -1)) {
    const [, code, more] = /^([2-5][0-9]{2})(?:(-)| |\r?$)/.exec(line) ?? [];
    if (code === undefined) break;
    if (more === undefined) codes.push(Number(code));
  }
  return codes;
}

/** Each command with the code that answers it, in order; the greeting stands in front. */
function answered(
  side: Side,
  greeting: readonly string[],
): readonly (readonly [string, number | undefined])[] {
  const codes = codesOf(side.said);
  return [...greeting, ...side.commands].map((command, index) => [command, codes[index]]);
}

function conversations({ clear, inTls }: Player): readonly (readonly [string, number | undefined])[] {
  return [...answered(clear, ["greeting"]), ...answered(inTls, [])];
}

/** True where one connection took a sender, and the foreign recipient in the same transaction. */
function relays(all: ReturnType<typeof answered>): boolean {
  let hasSender = false;
  for (const [command, code = 0] of all) {
    const taken = code >= 200 && code < 300;
    if (command.startsWith("MAIL")) hasSender = taken;
    if (command === "RSET" && taken) hasSender = false;
    if (command.startsWith(FOREIGN) && taken && hasSender) return true;
  }
  return false;
}

/** The checks that pass. */
function passedOf(played: Played): CheckId[] {
  const [endpoint = assert.fail("no endpoint")] = judged(played).domains[0]?.servers[0]?.endpoints ?? [];
  return endpoint.checks.filter(({ verdict }) => verdict === "pass").map(({ check }) => check);
}

/** Fails where a check passes whose fact was not in the dialog. */
function checkTruth(played: Played): void {
  const passed = passedOf(played);
  const all = played.players.flatMap(conversations);
  // Where nobody may send, nobody relays.
  const refused = (start: string): boolean => some(start, (code) => code >= 400 && code !== 421);
  const some = (start: string, fits: (code: number) => boolean): boolean =>
    all.some(([command, code]) => command.startsWith(start) && code !== undefined && fits(code));
  if (passed.includes("banner"))
    assert.ok(
      some("greeting", (code) => code === 220),
      "banner",
    );
  if (passed.includes("ehlo"))
    assert.ok(
      some("EHLO", (code) => code === 250),
      "ehlo",
    );
  if (passed.includes("starttls"))
    assert.ok(
      played.players.some(({ secured }) => secured),
      "starttls",
    );
  if (passed.includes("certificate"))
    assert.ok(
      played.players.some(({ secured }) => secured),
      "certificate",
    );
  if (passed.includes("relay")) assert.ok(refused(FOREIGN) || refused("MAIL"), "relay");
  if (passed.includes("delivery"))
    assert.ok(
      some("RCPT TO:<postmaster@", (code) => code < 300) || refused("RCPT TO:<postmaster@"),
      "delivery",
    );
  const taken = played.players.some(
    ({ clear, inTls }) => relays(answered(clear, ["greeting"])) || relays(answered(inTls, [])),
  );
  if (taken) assert.ok(!passed.includes("relay"), "relay, though the foreign recipient was taken");
}

test("a sound dialog passes in everything: else no dialog here could fail", async () => {
  const played = await probe({
    dialogs: [SOUND_DIALOG],
    options: { cuts: [], apart: false, ends: "close", secureContext: SOUND },
  });
  assert.deepEqual(passedOf(played), [
    "connect",
    "banner",
    "ehlo",
    "starttls",
    "certificate",
    "relay",
    "delivery",
  ]);
  checkTruth(played);
});

const options = (secureContext: fc.Arbitrary<PlayOptions["secureContext"]>): fc.Arbitrary<PlayOptions> =>
  fc.record({
    cuts: fc.array(fc.nat({ max: 200 }), { maxLength: 4 }),
    apart: fc.constant(false),
    ends: fc.constantFrom("close" as const, "reset" as const),
    secureContext,
  });

function plays(
  recorded: fc.Arbitrary<Dialog>,
  secure: fc.Arbitrary<PlayOptions["secureContext"]>,
): fc.Arbitrary<Play> {
  const dialog = fc.tuple(recorded, mishaps).map(([whole, all]) => spoilt(whole, all));
  return fc.record({ dialogs: fc.array(dialog, { minLength: 1, maxLength: 2 }), options: options(secure) });
}

fuzz("dialogs in the clear", {
  inputs: plays(
    fc.oneof({ weight: 4, arbitrary: recordedInClear }, { weight: 1, arbitrary: recordedWithTls }),
    fc.constant(undefined),
  ),
  parse: probe,
  check(played) {
    endpointObservation.parse(played.endpoint);
    checkTruth(played);
  },
});

fuzz("dialogs with TLS", {
  weight: 20,
  inputs: plays(recordedWithTls, fc.constantFrom(SOUND, SOUND, STRANGE)),
  parse: probe,
  check(played, { options: { secureContext } }) {
    endpointObservation.parse(played.endpoint);
    checkTruth(played);
    const trusted = judged(played).domains[0]?.reach.authenticated;
    if (secureContext === STRANGE) assert.equal(trusted, 0);
  },
});

/** Without moments, which are the only thing that may differ. */
function timeless(endpoint: EndpointObservation): unknown {
  return JSON.parse(
    JSON.stringify(endpoint, (key, value: unknown) =>
      ["at", "seconds", "firstLineSeconds"].includes(key) ? undefined : value,
    ),
  );
}

fuzz("dialogs in other packets", {
  inputs: plays(recordedInClear, fc.constant(undefined)),
  parse: probe,
  async check({ endpoint }, { dialogs, options: one }) {
    const whole = await probe({ dialogs, options: { ...one, cuts: [] } });
    assert.deepEqual(timeless(endpoint), timeless(whole.endpoint));
  },
});

fuzz("recorded dialogs, packet by packet", {
  inputs: fc.record({
    dialogs: fc.array(recordedInClear, { minLength: 1, maxLength: 2 }),
    options: options(fc.constant(undefined)).map((one) => ({ ...one, apart: true })),
  }),
  parse: probe,
  async check({ endpoint }, { dialogs, options: one }) {
    const whole = await probe({ dialogs, options: { ...one, cuts: [], apart: false } });
    assert.deepEqual(timeless(endpoint), timeless(whole.endpoint));
  },
});
