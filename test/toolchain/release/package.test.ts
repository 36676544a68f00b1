/** The npm package alone, in an empty folder without the repository and without a registry. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { filesOf } from "../../../.github/scripts/release/tarball.ts";
import { packageFiles, packageTarball } from "../../../.github/scripts/release/package-files.ts";
import { startLab, type Lab } from "../../support/lab/embedded-lab.ts";
import { installPackage, OFFLINE } from "../../support/run/installed-package.ts";
import { ROOT } from "../../support/run/locations.ts";

let folder = "";
let lab: Lab;
let options = "";
before(async () => {
  lab = await startLab({ only: ["healthy.test", "expired.test"] });
  folder = mkdtempSync(join(tmpdir(), "mx-gate-package-"));
  writeFileSync(join(folder, "package.json"), "{}");
  installPackage(folder);
  // The lab in place of the world: what a user has in a policy file or types behind it.
  const settings = Object.entries(lab.settings).map(([name, value]) => `--${name}='${value}'`);
  options = settings.join(" ");
});
after(async () => {
  await lab.close();
  rmSync(folder, { recursive: true });
});

interface Done {
  readonly status: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a line as a shell does, in the folder. */
function run(line: string): Promise<Done> {
  const env = { PATH: process.env["PATH"], HOME: folder, ...OFFLINE };
  return new Promise((resolve) => {
    execFile("sh", ["-c", line], { cwd: folder, env, maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      resolve({ status: error?.code ?? 0, stdout, stderr });
    });
  });
}

/** Lines of the README's block for a terminal, which start with `npx mx-gate@1`, without their comments. */
const LINES = readFileSync(join(ROOT, "README.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("npx mx-gate@1 "))
  .map((line) => line.replace(/\s+#.*$/, ""));

describe("the README's lines for a terminal", () => {
  test("are those that are run here", () => {
    assert.deepEqual(
      LINES.map((line) => line.split(" ")[2]),
      ["example.com", "example.com", "judge", "explain", "--domains-file"],
    );
  });

  test("say what they should, in this order", async () => {
    const [check = "", record = "", judge = "", explain = "", many = ""] = LINES;
    const inLab = (line: string, domain: string): string =>
      `${line.replace("example.com", domain)} ${options}`;

    const checked = await run(inLab(check, "healthy.test"));
    assert.equal(checked.status, 0, checked.stderr);
    assert.match(checked.stdout, /Gate open/);

    const recorded = await run(inLab(record, "expired.test"));
    assert.equal(recorded.status, 1, recorded.stderr);
    assert.match(recorded.stdout, /cert-expired/);
    assert.match(recorded.stdout, /What a code means: npx mx-gate explain cert-expired/);

    const judged = await run(judge);
    assert.equal(judged.status, 1, judged.stderr);
    assert.match(judged.stdout, /cert-expired/);

    const explained = await run(explain);
    assert.equal(explained.status, 0, explained.stderr);
    assert.equal(explained.stdout, readFileSync(join(ROOT, "docs/codes/cert-expired.md"), "utf8"));

    writeFileSync(join(folder, "domains.txt"), "healthy.test\nexpired.test\n");
    const page = await run(inLab(many, ""));
    assert.equal(page.status, 1, page.stderr);
    assert.match(readFileSync(join(folder, "all.html"), "utf8"), /expired\.test/);
  });
});

describe("the package", () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    test(`has completion for ${shell}`, async () => {
      const { status, stdout } = await run(`npx mx-gate completion ${shell}`);
      assert.equal(status, 0);
      assert.match(stdout, /min-tls-version/);
    });
  }

  test("has its manual page where npm puts it before man", () => {
    const place = join(folder, "node_modules/mx-gate");
    const { man } = JSON.parse(readFileSync(join(place, "package.json"), "utf8")) as { man: string[] };
    assert.deepEqual(man, ["man/mx-gate.1"]);
    assert.match(readFileSync(join(place, "man/mx-gate.1"), "utf8"), /^\.TH MX\\-GATE 1 /m);
  });

  test("brings nothing else along, and needs nothing", () => {
    const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
      packages: object;
    };
    assert.deepEqual(Object.keys(lock.packages), ["", "node_modules/mx-gate"]);
    assert.ok(!existsSync(join(folder, "node_modules/mx-gate/src")));
  });

  test("has no link in its README that leads into the repository's folders", () => {
    const readme = readFileSync(join(folder, "node_modules/mx-gate/README.md"), "utf8");
    assert.deepEqual(readme.match(/\]\((?![a-z]+:|#)[^)]*\)|(?:src|srcset)="(?!https:)[^"]*"/g), null);
  });

  test("has the same octets when it is packed in another folder", () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "mx-gate elsewhere-"));
    try {
      const parts = ["package.json", ".github/published.json"];
      const taken = packageFiles(ROOT).map(({ path }) => path.replace("package/", ""));
      for (const file of new Set([...parts, ...taken]))
        cpSync(join(ROOT, file), join(elsewhere, file), { recursive: true });
      assert.ok(Buffer.from(packageTarball(elsewhere)).equals(packageTarball(ROOT)));
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  });

  test("is read back as it was packed, the command alone executable", () => {
    const files = packageFiles(ROOT);
    assert.deepEqual(
      filesOf(packageTarball(ROOT)),
      files.map(({ path, content }) => ({ path, size: content.length })),
    );
    const executable = files.filter(({ executable }) => executable).map(({ path }) => path);
    assert.deepEqual(executable, ["package/dist/cli/index.js"]);
    assert.equal(dirname(files[0]?.path ?? ""), "package");
  });
});
