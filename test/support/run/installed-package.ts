/** The npm package, packed as a release packs it, installed in a folder without a registry. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageTarball } from "../../../.github/scripts/release/package-files.ts";
import { ROOT } from "./locations.ts";

/** npm as it is on a machine that reaches no registry: whatever it asks for is an error. */
export const OFFLINE = { npm_config_offline: "true", npm_config_audit: "false", npm_config_fund: "false" };

/**
 * Installs the package.
 * @param words of npm besides: `--global`, `--prefix`
 */
export function installPackage(folder: string, ...words: readonly string[]): void {
  const place = mkdtempSync(join(tmpdir(), "mx-gate-tarball-"));
  try {
    const archive = join(place, "mx-gate.tgz");
    writeFileSync(archive, packageTarball(ROOT));
    execFileSync("npm", ["install", ...words, archive], {
      cwd: folder,
      env: { ...process.env, ...OFFLINE },
      stdio: ["ignore", "ignore", "pipe"],
    });
  } finally {
    rmSync(place, { recursive: true });
  }
}
