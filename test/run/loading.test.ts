/** What a run reads before it probes keeps its deadline, and ends with its signal. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ConfigurationError } from "../../src/text/configuration-error.ts";
import type { Steps } from "../../src/system/steps.ts";
import type { FoundFiles } from "../../src/system/file-search.ts";
import { folderWorkspace, type Workspace } from "../../src/system/workspace.ts";
import type { Host } from "../../src/host.ts";
import { load } from "../../src/run/loading.ts";
import { systemClock } from "../../src/system/clock.ts";
import { check } from "../../src/run/run.ts";
import { given, RecordingHost } from "../support/run/recording-host.ts";

/** Work that has no end. */
function* endless(): Steps<FoundFiles> {
  for (;;) yield;
}

const only = (message: string) => (error: unknown) => {
  assert.ok(error instanceof ConfigurationError);
  assert.deepEqual(error.problems, [{ message }]);
  return true;
};

const INTERRUPTED = "The run was interrupted while it read its files. Nothing was probed.";
const LATE = "The run ran out of time while it read its files (deadline 1 s). Nothing was probed.";

/** A host in whose workspace the search for zone files has no end. */
class EndlessHost extends RecordingHost {
  readonly workspace: Workspace = { ...folderWorkspace("."), find: endless };
}

describe("a search without end", () => {
  test("ends with a signal, which is heard meanwhile", async () => {
    const controller = new AbortController();
    const host: Host = new EndlessHost({ interrupt: controller.signal });
    setTimeout(() => controller.abort(), 100);
    await assert.rejects(check(given({ "zone-files": "x" }), "command", host), only(INTERRUPTED));
  });

  test("ends with the deadline", async () => {
    const host: Host = new EndlessHost();
    const settings = { "zone-files": "x", deadline: "1" };
    await assert.rejects(check(given(settings), "command", host), only(LATE));
  });
});

test("the deadline counts from the start of the process", async () => {
  const host = { clock: systemClock, interrupt: new AbortController().signal };
  const started = systemClock.monotonic() - 5;
  await assert.rejects(load(endless(), { ...host, started }, 1), only(LATE));
});

test("work that is done in time gives its result", async () => {
  // eslint-disable-next-line require-yield -- it is done before anybody else would get a turn
  function* short(): Steps<number> {
    return 7;
  }
  assert.equal(await load(short(), new RecordingHost(), 1), 7);
});
