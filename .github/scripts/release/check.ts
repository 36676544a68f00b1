/**
 * Everything of a release but its publication: builds dist/ anew in its place, then holds the checkout to every rule.
 *
 *     node .github/scripts/release/check.ts [--tag vX.Y.Z]
 *
 * Exit: 0 every rule holds; 1 one does not, or the build failed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageTarball } from "./package-files.ts";
import { publisherOf } from "./publisher.ts";
import type { Checkout } from "./rule.ts";
import { faultsOf, RULES } from "./rules.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** `owner/name` of the repository on GitHub that this is, by the runner or by git. */
function repositoryHere(): string | undefined {
  const told = process.env["GITHUB_REPOSITORY"];
  if (told !== undefined && told !== "") return told;
  const { stdout } = spawnSync("git", ["remote", "get-url", "origin"], { cwd: ROOT, encoding: "utf8" });
  return /github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\s*$/.exec(stdout)?.[1];
}

const { tag } = parseArgs({ options: { tag: { type: "string" } } }).values;
const checkout: Checkout = { root: ROOT, tag, repository: tag === undefined ? undefined : repositoryHere() };

execFileSync(process.execPath, [join(ROOT, ".github/scripts/build-dist.ts")], { stdio: "inherit" });

const broken = RULES.map((rule) => ({ name: rule.name, faults: faultsOf(rule, checkout) })).filter(
  ({ faults }) => faults.length > 0,
);
for (const { name, faults } of broken) {
  console.error(`Not so: ${name}`);
  for (const fault of faults) console.error(`  ${fault}`);
}
const rules = String(RULES.length);
if (broken.length > 0) {
  console.error(`${String(broken.length)} of ${rules} rules of a release do not hold.`);
  process.exitCode = 1;
} else {
  const size = (packageTarball(ROOT).length / 1024).toFixed(0);
  const { version } = publisherOf(ROOT);
  console.log(`Version ${version} can be released: ${rules} rules hold, the npm package has ${size} KiB.`);
}
