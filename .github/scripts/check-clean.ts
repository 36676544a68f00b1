/**
 * Fails where files differ from what is committed, new files included (`git diff` would not see those).
 *
 *     node .github/scripts/check-clean.ts PATH...
 *
 * Exit: 0 nothing differs; 1 something does, or git could not tell.
 */
import { execFileSync } from "node:child_process";

const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error("Usage: check-clean.ts PATH...");

// With -z names come as they are, unquoted; a rename has its former name as an entry of its own behind it.
const status = execFileSync(
  "git",
  ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", ...paths],
  {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  },
);
const files = status
  .split("\0")
  .filter((entry) => entry !== "")
  .map((entry) => entry.slice(3));

if (files.length > 0) {
  console.error(
    `${paths.join(", ")} differs from what is committed, in ${String(files.length)} file(s): ${files.join(", ")}.`,
  );
  process.exitCode = 1;
}
