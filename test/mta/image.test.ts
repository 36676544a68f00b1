/**
 * The image, assembled by the steps of the Dockerfile without an engine: a root filesystem with Node, what it is linked
 * against, `env`, and what the step of the first stage makes of the package. There is no shell in it.
 */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { packageTarball } from "../../.github/scripts/release/package-files.ts";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { OFFLINE } from "../support/run/installed-package.ts";
import { asOptions } from "../support/run/product.ts";
import { ROOT } from "./recipe-document.ts";

/** Instructions of the Dockerfile, those of continued lines as one. */
const instructions = readFileSync(join(ROOT, "Dockerfile"), "utf8")
  .replaceAll("\\\n", "")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => ({ name: line.split(" ")[0] ?? "", words: line.replace(/^\S+\s+/, "") }));

function only(name: string): string {
  const found = instructions.filter((each) => each.name === name);
  assert.equal(found.length, 1, name);
  return found[0]?.words ?? "";
}

/** Files that a program is linked against, its loader included. */
function libraries(program: string): string[] {
  const said = execFileSync("ldd", [program], { encoding: "utf8" });
  return [...said.matchAll(/(\/\S+) \(0x/g)].map(([, path = ""]) => path);
}

let folder = "";
let root = "";
let lab: Lab;
before(async () => {
  lab = await startLab({ only: ["healthy.test"] });
  folder = mkdtempSync(join(tmpdir(), "mx-gate-image-"));
  root = join(folder, "root");
  const place = (from: string, to = from): void => {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    cpSync(realpathSync(from), join(root, to));
  };
  // What the base image has of it: Node in /usr/local/bin, env, certificates, a resolver's file.
  place(process.execPath, "/usr/local/bin/node");
  place("/usr/bin/env");
  for (const library of new Set([process.execPath, "/usr/bin/env"].flatMap(libraries))) place(library);
  mkdirSync(join(root, "etc"), { recursive: true });
  writeFileSync(join(root, "etc/resolv.conf"), "nameserver 127.0.0.1\n");

  const build = join(folder, "build");
  mkdirSync(join(build, "tmp"), { recursive: true });
  writeFileSync(join(build, "tmp/mx-gate-0.tgz"), packageTarball(ROOT));
  const step = only("RUN").replaceAll(/(?<= )\/(?=opt\/|tmp\/)/g, `${build}/`);
  execFileSync("sh", ["-c", step], {
    env: { ...process.env, ...OFFLINE },
    stdio: ["ignore", "ignore", "pipe"],
  });
  assert.ok(instructions.some(({ words }) => words === "--from=package /opt/mx-gate/ /usr/local/"));
  cpSync(join(build, "opt/mx-gate"), join(root, "usr/local"), { recursive: true, verbatimSymlinks: true });
  mkdirSync(join(root, only("WORKDIR")), { mode: 0o777 });
});
after(async () => {
  await lab.close();
  rmSync(folder, { recursive: true });
});

/** Runs the entry point as the Dockerfile's user. */
async function run(
  ...words: readonly string[]
): Promise<{ status: unknown; stdout: string; stderr: string }> {
  const entry = z.array(z.string()).parse(JSON.parse(only("ENTRYPOINT")));
  const path = "PATH=/usr/local/bin:/usr/bin";
  const within = ["/usr/bin/env", "-i", "-C", only("WORKDIR"), path, ...entry, ...words];
  const child = spawn("chroot", [`--userspec=${only("USER")}`, root, ...within], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = z.tuple([z.unknown(), z.unknown()]).parse(await ended);
  return { status, stdout, stderr };
}

describe("the image", () => {
  test("prints its help where nothing is asked", async () => {
    const done = await run(...z.array(z.string()).parse(JSON.parse(only("CMD"))));
    assert.equal(done.status, 0, done.stderr);
    assert.match(done.stdout, /^ {2}mx-gate example\.com/m);
  });

  test("tests a domain, and names the command that it has", async () => {
    const healthy = await run(
      "healthy.test",
      ...asOptions(lab.settings).filter((word) => !word.includes("ca-file")),
    );
    assert.match(healthy.stdout, /What a code means: mx-gate explain cert-/, healthy.stderr);
  });

  test("explains a code by its page", async () => {
    const done = await run("explain", "cert-expired");
    assert.equal(done.stdout, readFileSync(join(ROOT, "docs/codes/cert-expired.md"), "utf8"));
  });

  test("is not root, and has no shell", () => {
    assert.match(only("USER"), /^[1-9]\d*:[1-9]\d*$/);
    assert.throws(() => readFileSync(join(root, "bin/sh")), { code: "ENOENT" });
  });

  test("stands on an exact version of Node, the one that everything is tested with", () => {
    const version = readFileSync(join(ROOT, ".node-version"), "utf8").trim();
    assert.match(
      only("ARG"),
      new RegExp(`^NODE=node:${version.replaceAll(".", "\\.")}-bookworm-slim(?:@sha256:[0-9a-f]{64})?$`),
    );
  });
});
