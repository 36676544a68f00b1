/** A recording on its way to the disk: it is there early, a full disk ends it and nothing else, a slow one is waited for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { openRecorder, Recorder, type RecordedRun } from "../../src/run/recorder.ts";
import type { OpenFile } from "../../src/system/files.ts";
import { observationsOf, policyOf } from "../recorded/reports.ts";

const RUN = observationsOf({
  minute: 0,
  checks: ["mx"],
  blocked: false,
  endpoints: [{ domain: "a.test", host: "mx1.test", state: "sound" }],
});
const { started, environment } = RUN;
const HEADER: RecordedRun = {
  tool: { name: "mx-gate", version: "0.0.0" },
  policy: policyOf().inForce,
  checks: ["mx"],
  subjects: 1,
};

/** A file in memory; what is written comes to it when `allow` says so. */
function fileOf(allow: () => Promise<void> = () => Promise.resolve()): OpenFile & { text: string } {
  const file = {
    made: undefined,
    text: "",
    async write(text: string) {
      await allow();
      file.text += text;
    },
    close: () => Promise.resolve(),
  };
  return file;
}

function recordsIn(text: string): string[] {
  return Array.from(text.matchAll(/^\{"record":"(\w+)"/gm), ([, record = ""]) => record);
}

test("the header is there at once, what follows after a second, and the end when it is over", async () => {
  const file = fileOf();
  let now = 0;
  const recorder = new Recorder(file, HEADER, { monotonic: () => now });
  recorder.begin({ started, environment });
  await turn();
  assert.deepEqual(recordsIn(file.text), ["header"]);
  const [endpoint] = Object.values(RUN.endpoints);
  const [domain] = RUN.domains;
  if (endpoint === undefined || domain === undefined) assert.fail("nothing recorded");
  recorder.endpoint(endpoint);
  await turn();
  assert.deepEqual(recordsIn(file.text), ["header"]);
  now = 1;
  recorder.domain(0, domain);
  await turn();
  assert.deepEqual(recordsIn(file.text), ["header", "endpoint", "domain"]);
  await recorder.end(RUN);
  assert.deepEqual(new Set(recordsIn(file.text).slice(3)), new Set(["certificate", "end"]));
});

test("a disk that is full is told at the end, and nothing is written behind what is missing", async () => {
  let full = false;
  const file = fileOf(() => (full ? Promise.reject(new Error("no space")) : Promise.resolve()));
  const recorder = new Recorder(file, HEADER, { monotonic: () => 0 });
  recorder.begin({ started, environment });
  await turn();
  full = true;
  recorder.certificates(RUN.certificates);
  for (let more = 0; more < 20; more++)
    recorder.domain(0, { ...RUN.domains[0], name: "x".repeat(9000) } as never);
  await recorder.ready();
  await turn();
  full = false;
  await assert.rejects(recorder.end(RUN), /no space/);
  assert.deepEqual(recordsIn(file.text), ["header"]);
});

test("a disk that is slow is waited for", async () => {
  const disk = Promise.withResolvers<undefined>();
  const file = fileOf(() => disk.promise);
  const recorder = new Recorder(file, HEADER, { monotonic: () => 0 });
  recorder.begin({ started, environment });
  await recorder.ready();
  for (let more = 0; more < 20; more++)
    recorder.domain(0, { ...RUN.domains[0], name: "x".repeat(1_000_000) } as never);
  let ready = false;
  const waiting = recorder.ready().then(() => (ready = true));
  await turn();
  assert.equal(ready, false);
  disk.resolve(undefined);
  await waiting;
  assert.equal(recordsIn(file.text).length, 21);
});

test("a file that cannot be opened is told at once, and the run goes on", async () => {
  const notes: string[] = [];
  const denied = Object.assign(new Error("denied"), { errno: -13, code: "EACCES" });
  const opened = await openRecorder("x.ndjson", "report-file x.ndjson", HEADER, {
    clock: { now: () => 0, monotonic: () => 0, sleep: () => Promise.resolve() },
    note: (text) => void notes.push(text),
    openFile: () => Promise.reject(denied),
  });
  assert.deepEqual(opened, { failure: denied });
  assert.deepEqual(notes, [
    "report-file x.ndjson cannot be written: permission denied (EACCES). The run goes on without it.",
  ]);
});
