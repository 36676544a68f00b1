/** Domains by standard input: read before the run, waited for in words, and never longer than the run may take. */
import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { standardInput } from "../../src/run/standard-input.ts";
import { systemClock } from "../../src/system/clock.ts";
import type { InputStream } from "../../src/system/streams.ts";
import type { ConfigurationError } from "../../src/text/configuration-error.ts";
import { given } from "../support/run/recording-host.ts";

const FROM_INPUT = given({ "domains-file": "-" });

function hostOf(stream: InputStream, interrupt = new AbortController().signal) {
  const notes: string[] = [];
  const started = systemClock.monotonic();
  const host = { clock: systemClock, started, interrupt, input: () => stream };
  return { ...host, notes, note: (text: string) => void notes.push(text) };
}

test("is read to its end, whatever the pieces", async () => {
  const stream = new PassThrough();
  const host = hostOf(stream);
  const reading = standardInput(FROM_INPUT, host, 60);
  stream.write("a.te");
  stream.end("st\nb.test");
  assert.deepEqual([...((await reading) ?? [])], ["a.test\n", "b.test"]);
  assert.deepEqual(host.notes, []);
});

test("from a terminal is waited for in words", async () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true });
  const host = hostOf(stream);
  stream.end("a.test\n");
  await standardInput(FROM_INPUT, host, 60);
  assert.deepEqual(host.notes, ["Waiting for domains on standard input, one a line. Ctrl-D ends the list."]);
});

test("is not touched where no setting names it", async () => {
  const stream = new PassThrough();
  assert.equal(await standardInput(given({ "domains-file": "list.txt" }), hostOf(stream), 60), undefined);
  assert.equal(stream.readableFlowing, null);
});

test("that does not end is given up with the signal of the run", async () => {
  const controller = new AbortController();
  const stream = new PassThrough();
  const reading = standardInput(FROM_INPUT, hostOf(stream, controller.signal), 60);
  controller.abort();
  await assert.rejects(reading, (error: ConfigurationError) => error.message.includes("was interrupted"));
  assert.equal(stream.destroyed, true);
});

test("that does not end is given up at the deadline", async () => {
  const stream = new PassThrough();
  const reading = standardInput(FROM_INPUT, hostOf(stream), 0.01);
  await assert.rejects(reading, (error: ConfigurationError) =>
    /ran out of time .* 0\.01 s/.test(error.message),
  );
  assert.equal(stream.destroyed, true);
});
