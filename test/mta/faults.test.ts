/** Faults that only the kernel can make: full and closed disks, no ports; and that no packet leaves for a private address. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { FaultScenes } from "./faults-inside.ts";
import { runIsolated } from "./namespace.ts";
import { Scene } from "./second-lab.ts";

const scene = new Scene<FaultScenes>("faults of the kernel", async (alone) => {
  const script = join(import.meta.dirname, "faults-inside.ts");
  return JSON.parse(await runIsolated(script, [], { patience: 400, alone })) as FaultScenes;
});

describe("a report that cannot be written", () => {
  test("because the disk is full leaves the former one as it was, and nothing beside it", () =>
    scene.holds((scenes) => {
      const { status, stderr, files } = scenes.fullDisk;
      assert.deepEqual([status, files], [74, { "report.json": "former" }]);
      assert.match(
        stderr,
        /report-file full\/report\.json could not be written: no space left on device \(ENOSPC\)/,
      );
    }));
  test("because the folder is read-only", () =>
    scene.holds((scenes) => {
      const { status, stderr, files } = scenes.readOnlyFolder;
      assert.deepEqual([status, files], [74, { "report.json": "former" }]);
      assert.match(stderr, /could not be written: read-only file system \(EROFS\)/);
    }));
});

test("a single file that is mounted into a container is written in place", () =>
  scene.holds((scenes) => {
    const { status, stderr, files } = scenes.mountedFile;
    assert.deepEqual([status, stderr, Object.keys(files)], [0, "", ["report.json"]]);
    assert.match(files["report.json"] ?? "", /^\{"schema":"mx-gate\/report\/v1"/);
  }));

test("a machine without a free local port says so, and nothing of the server", () =>
  scene.holds((scenes) => {
    const { status, codes } = scenes.noPorts;
    assert.deepEqual([status, codes], [3, ["local-limit", "mx-private-address"]]);
  }));

test("no packet opens a connection to an address that is not public", () =>
  scene.holds((scenes) => {
    assert.equal(scenes.openings, 0);
    assert.ok(scenes.openingsAllowed > 50, String(scenes.openingsAllowed));
  }));
