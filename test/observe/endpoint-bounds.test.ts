import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MAX_FURTHER_CONNECTIONS, MAX_TRANSCRIPT_OCTETS, REPLIES_WAIT } from "../../src/observe/bounds.ts";
import { systemClock, type Clock } from "../../src/system/clock.ts";
import type { Moment, Trouble } from "../support/smtp/smtp-script.ts";
import { startServer } from "./smtp/conversing.ts";
import { startMiddlebox } from "./smtp/choking-middlebox.ts";
import { endpointPlan, endpointTools, probe, purposes, restlessClock, watchedRoute } from "./smtp/probing.ts";

const MOMENTS: readonly Moment[] = [
  "greeting",
  "EHLO",
  "STARTTLS",
  "EHLO in TLS",
  "MAIL",
  "RCPT",
  "RSET",
  "QUIT",
];
const ALLOWED = /^(?:EHLO|HELO|STARTTLS|MAIL|RCPT|RSET|QUIT)$/;

const troubles = MOMENTS.flatMap((at): Trouble[] => [
  { at, then: "close" },
  { at, then: "reset" },
  { at, reply: "421 4.7.0 enough" },
  { at, reply: "451 4.7.0 not now" },
  { at, reply: "550 5.7.0 no" },
  { at, reply: "nonsense" },
]);

for (const connections of [1, 2, Infinity]) {
  for (const trouble of troubles) {
    const what = `${trouble.reply ?? trouble.then ?? ""} at ${trouble.at}`;
    test(`at most six further connections, one at a time, one answer about the relay: ${what}, ${String(connections)} times`, async (t) => {
      const server = await startServer(t, { troubles: [{ ...trouble, connections }] });
      const device = await startMiddlebox(t, server, { longest: 1000, connections: 3, then: "reset" });
      const route = watchedRoute();
      const tools = endpointTools({ clock: restlessClock(), route });
      const observed = await probe(endpointPlan(device, {}, { retries: 2 }), tools);

      const further = purposes(observed).filter((purpose) => purpose !== "dialog" && purpose !== "floor");
      assert.ok(further.length <= 6, purposes(observed).join(", "));
      assert.equal(route.mostAtOnce, 1);
      const recipients = observed.connections
        .flatMap(({ relay }) => relay?.transactions ?? [])
        .flatMap((transaction) => transaction.recipients);
      const answers = recipients.filter(({ kind, reply }) => kind === "foreign" && reply !== undefined);
      assert.ok(answers.filter(({ reply }) => reply?.code !== 421).length <= 1);
      assert.deepEqual(
        [...server.verbs].filter((verb) => !ALLOWED.test(verb)),
        [],
      );
    });
  }
}

test("the transcripts of an endpoint stay within 16 KiB", () => {
  assert.ok((MAX_FURTHER_CONNECTIONS + 2) * MAX_TRANSCRIPT_OCTETS <= 16 * 1024);
});

describe("the time of all connections to one endpoint together", () => {
  test("ends the step that is under way, and every further look", async (t) => {
    const server = await startServer(t, { troubles: [{ at: "EHLO", then: "silence" }] });
    const repliesWait = endpointTools().replyTimeout * REPLIES_WAIT;
    const clock: Clock = {
      ...systemClock,
      sleep: (seconds, signal) => systemClock.sleep(seconds === repliesWait ? 0.2 : seconds, signal),
    };
    const observed = await probe(endpointPlan(server, {}, { retries: 2 }), endpointTools({ clock }));
    assert.deepEqual(purposes(observed), ["dialog"]);
    assert.equal(observed.connections[0]?.greeting?.reply?.code, 220);
    assert.equal(observed.connections[0].ehlo?.ended?.how, "aborted");
  });

  test("is not that of each one: the second has what the first has left", async (t) => {
    const server = await startServer(t);
    const repliesWait = endpointTools().replyTimeout * REPLIES_WAIT;
    const taken = repliesWait / 2;
    let offset = 0;
    const slept: number[] = [];
    const clock: Clock = {
      ...systemClock,
      monotonic: () => systemClock.monotonic() + offset,
      sleep: (seconds, signal) => {
        slept.push(seconds);
        return systemClock.sleep(seconds, signal);
      },
    };
    const onGreeting = (): void => {
      offset += offset === 0 ? taken : 0;
    };
    const observed = await probe(endpointPlan(server), endpointTools({ clock, onGreeting }));
    assert.deepEqual(purposes(observed), ["dialog", "floor"]);
    assert.ok(slept.includes(repliesWait));
    assert.ok(slept.some((seconds) => seconds > repliesWait - taken - 10 && seconds < repliesWait - taken));
  });
});
