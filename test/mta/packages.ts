/**
 * Debian packages that cannot be installed beside each other, unpacked: exim4, opensmtpd and postfix are each
 * *the* mail transport agent of a machine. The libraries that they need are installed by .ci/run.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Survives as long as node_modules does, and is in nobody's way there. */
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/mx-gate-mta", import.meta.url));

const UNPACKED = ["exim4-daemon-heavy", "opensmtpd"] as const;
type Unpacked = (typeof UNPACKED)[number];

/** Path of a file of an unpacked package. */
export function fileOf(name: Unpacked, path: string): string {
  return join(CACHE, name, path);
}

function quietly(command: string, args: readonly string[], folder: string): void {
  execFileSync(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
}

function download(name: Unpacked, folder: string): void {
  const args = ["-o", "APT::Sandbox::User=root", "-o", "Acquire::Retries=3", "download", name];
  try {
    quietly("apt-get", args, folder);
  } catch {
    // A machine that has never looked for packages knows of none.
    quietly("apt-get", ["update", "--quiet"], folder);
    quietly("apt-get", args, folder);
  }
}

/**
 * Fetches and unpacks what is not there yet; needs Debian's package servers, so it runs outside the namespace.
 * @throws Error that says which package could not be had.
 */
export function fetchPackages(): void {
  for (const name of UNPACKED) {
    if (existsSync(join(CACHE, name))) continue;
    mkdirSync(CACHE, { recursive: true });
    const folder = mkdtempSync(join(CACHE, "new-"));
    try {
      download(name, folder);
      const archive = readdirSync(folder).find((file) => file.endsWith(".deb")) ?? "";
      quietly("dpkg", ["-x", join(folder, archive), join(folder, "unpacked")], folder);
      renameSync(join(folder, "unpacked"), join(CACHE, name));
    } catch (error) {
      // Another test file may have been faster: a rename is whole, so what is there is complete.
      if (existsSync(join(CACHE, name))) continue;
      throw new Error(`The Debian package ${name} cannot be fetched and unpacked.`, { cause: error });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
