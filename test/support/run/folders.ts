/** Folders of tests below the system's one for temporary files, removed when the process ends. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];
process.on("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new, empty folder. @param name a word of its name, for whoever looks at what a broken run left */
export function newFolder(name = "test"): string {
  const folder = mkdtempSync(join(tmpdir(), `mx-gate-${name}-`));
  folders.push(folder);
  return folder;
}
