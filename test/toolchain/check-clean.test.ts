import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";

const script = join(dirname(dirname(import.meta.dirname)), ".github/scripts/check-clean.ts");

/** Changes a repository that holds dist/index.js and docs/a.md, and asks whether dist is as committed. */
function check(change: (folder: string) => void): { exitCode: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), "mx-gate-clean-"));
  try {
    const git = (...args: readonly string[]): void => {
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
        cwd: folder,
        stdio: "pipe",
      });
    };
    mkdirSync(join(folder, "dist"));
    mkdirSync(join(folder, "docs"));
    writeFileSync(join(folder, "dist/index.js"), "1\n");
    writeFileSync(join(folder, "docs/a.md"), "1\n");
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "--no-verify", "--message", "first");
    change(folder);
    const { status, stderr } = spawnSync(process.execPath, [script, "dist"], {
      cwd: folder,
      encoding: "utf8",
    });
    return { exitCode: status, said: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("check-clean", () => {
  const cases: readonly { name: string; change: (folder: string) => void; files: readonly string[] }[] = [
    { name: "nothing differs", change: () => {}, files: [] },
    {
      name: "what differs elsewhere does not count",
      change: (folder) => writeFileSync(join(folder, "docs/a.md"), "2\n"),
      files: [],
    },
    {
      name: "a changed file",
      change: (folder) => writeFileSync(join(folder, "dist/index.js"), "2\n"),
      files: ["dist/index.js"],
    },
    {
      name: "a missing file",
      change: (folder) => rmSync(join(folder, "dist/index.js")),
      files: ["dist/index.js"],
    },
    {
      name: "new files, each by its name",
      change: (folder) => {
        mkdirSync(join(folder, "dist/cli"));
        writeFileSync(join(folder, "dist/cli/a file.js"), "1\n");
        writeFileSync(join(folder, "dist/ü.js"), "1\n");
      },
      files: ["dist/cli/a file.js", "dist/ü.js"],
    },
  ];
  for (const { name, change, files } of cases) {
    test(name, () => {
      assert.deepEqual(check(change), {
        exitCode: files.length > 0 ? 1 : 0,
        said:
          files.length > 0
            ? `dist differs from what is committed, in ${files.length} file(s): ${files.join(", ")}.\n`
            : "",
      });
    });
  }
});
