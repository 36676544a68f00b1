/** Where compiled code is kept: whoever can write there decides what the next start does. */
import assert from "node:assert/strict";
import { chmodSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { newFolder } from "../support/run/folders.ts";
import { compileCacheFolder } from "../../src/system/compile-cache.ts";

const uid = process.getuid?.() ?? 0;
const newHome = (): string => newFolder("home");
const folderOf = (home: string, env = {}, owner = uid): string | undefined =>
  compileCacheFolder({ env, getuid: () => owner }, home);

describe("compiled code is kept", () => {
  test("in a folder below the user's home that nobody else may read", () => {
    const home = newHome();
    const folder = join(home, ".cache", "mx-gate");
    assert.equal(folderOf(home), folder);
    assert.equal(lstatSync(folder).mode & 0o777, 0o700);
    assert.equal(folderOf(home), folder, "and again where it is there");
  });

  test("where XDG_CACHE_HOME says, if that is an absolute path", () => {
    const home = newHome();
    const named = join(newHome(), "caches");
    assert.equal(folderOf(home, { XDG_CACHE_HOME: named }), join(named, "mx-gate"));
    assert.equal(folderOf(home, { XDG_CACHE_HOME: "caches" }), join(home, ".cache", "mx-gate"));
  });

  test("on a system without user numbers", () => {
    const home = newHome();
    assert.equal(compileCacheFolder({ env: {} }, home), join(home, ".cache", "mx-gate"));
  });
});

describe("compiled code is not kept", () => {
  const prepared: readonly { name: string; prepare(home: string): void }[] = [
    {
      name: "in a folder that others may write to",
      prepare: (home) => {
        mkdirSync(join(home, ".cache", "mx-gate"), { recursive: true });
        chmodSync(join(home, ".cache", "mx-gate"), 0o777);
      },
    },
    {
      name: "below a folder that others may write to: they could put another in its place",
      prepare: (home) => {
        mkdirSync(join(home, ".cache"));
        chmodSync(join(home, ".cache"), 0o1777);
      },
    },
    {
      name: "behind a symbolic link",
      prepare: (home) => {
        mkdirSync(join(home, ".cache"));
        symlinkSync(newHome(), join(home, ".cache", "mx-gate"));
      },
    },
    {
      name: "where a file stands in its place",
      prepare: (home) => writeFileSync(join(home, ".cache"), ""),
    },
  ];
  for (const { name, prepare } of prepared) {
    test(name, () => {
      const home = newHome();
      prepare(home);
      assert.equal(folderOf(home), undefined);
    });
  }

  test("in a folder of another user", () => {
    const home = newHome();
    folderOf(home);
    assert.equal(folderOf(home, {}, uid + 1), undefined);
  });

  test("in CI, where an earlier job may have been a stranger's; no folder is made", () => {
    const home = newHome();
    assert.equal(folderOf(home, { CI: "true" }), undefined);
    assert.equal(lstatSync(join(home, ".cache"), { throwIfNoEntry: false }), undefined);
  });

  test("where there is no home", () => {
    const home = newHome();
    rmSync(home, { recursive: true });
    writeFileSync(home, "");
    assert.equal(folderOf(home), undefined);
  });
});
