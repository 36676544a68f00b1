/** What a pull request from a fork brings along: links, paths, names and a policy. It reads, writes and forges nothing. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { startLab, type Lab } from "../support/lab/embedded-lab.ts";
import { openDoors } from "../support/run/doors.ts";
import { asOptions, codesOf, filesBelow, readReport, type FinishedAction } from "../support/run/product.ts";
import { newFolder } from "../support/run/folders.ts";

const SECRET = "extraheader-AUTHORIZATION-basic-c2VjcmV0";

const { runAction, runCommand } = openDoors();
let lab: Lab;
before(async () => {
  lab = await startLab({ only: ["healthy.test"] });
});
after(() => lab.close());

interface Checkout {
  /** The folder that the step runs in. */
  readonly workspace: string;
  /** A folder of the runner beside it, with a secret. */
  readonly outside: string;
}

/** A checkout with these files and links, beside a folder with a secret. */
function checkOut(
  files: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): Checkout {
  const machine = newFolder();
  const [workspace, outside] = [join(machine, "work"), join(machine, "outside")];
  mkdirSync(outside);
  writeFileSync(join(outside, "secret"), `${SECRET}\n`);
  writeFileSync(join(outside, "own.test.zone"), `@ 3600 IN MX 10 ${SECRET}\n${SECRET}: x\n`);
  const at = (name: string): string => {
    const path = join(workspace, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  };
  at(".git/config");
  writeFileSync(at(".git/config"), `${SECRET}\n`);
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, at(name));
  return { workspace, outside };
}

const POLICY = ".github/mx-gate.yml";

/** Inputs that leave what is tested to the policy where that names zone files. */
function inputsFor(files: Readonly<Record<string, string>>): Record<string, string> {
  const fromZones = files[POLICY]?.startsWith("zone-files") === true;
  return { ...lab.settings, ...(!fromZones && { domains: "healthy.test" }) };
}

/** Nothing of the runner's came out, and nothing was changed there. */
function assertHarmless({ outside, workspace }: Checkout, done: FinishedAction): void {
  const texts = [done.stdout, done.stderr, done.summary, ...Object.values(done.outputs)];
  assert.ok(!texts.join("\n").includes(SECRET), texts.join("\n"));
  assert.deepEqual(filesBelow(outside), ["own.test.zone", "secret"]);
  assert.equal(readFileSync(join(outside, "secret"), "utf8"), `${SECRET}\n`);
  assert.equal(readFileSync(join(workspace, ".git/config"), "utf8"), `${SECRET}\n`);
  assert.doesNotMatch(done.stdout, /this is a bug/);
}

describe("the Action reads nothing outside of the checkout", () => {
  const zones = (pattern: string): string => `zone-files: ["${pattern}"]\n`;
  const cases: readonly {
    name: string;
    files?: Record<string, string>;
    links?: Record<string, string>;
    says: RegExp;
  }[] = [
    {
      name: "the policy file is a link",
      links: { [POLICY]: "../../outside/secret" },
      says: /It cannot be read: a symbolic link leads out of the workspace/,
    },
    {
      name: "the policy file is an absolute link",
      links: { [POLICY]: "/etc/passwd" },
      says: /a symbolic link leads out of the workspace/,
    },
    {
      name: "the folder of the policy file is a link",
      links: { ".github": "../outside" },
      says: /a symbolic link leads out of the workspace/,
    },
    {
      name: "the policy file is a link to git's own files",
      links: { [POLICY]: "../.git/config" },
      says: /a symbolic link leads out of the workspace/,
    },
    {
      name: "zone files above",
      files: { [POLICY]: zones("../outside/*") },
      says: /leads out of the workspace/,
    },
    {
      name: "zone files in mid-path above",
      files: { [POLICY]: zones("x/../../outside/*") },
      says: /leads out/,
    },
    { name: "zone files by an absolute path", files: { [POLICY]: zones("/etc/pass*") }, says: /leads out/ },
    {
      name: "zone files by braces",
      files: { [POLICY]: zones("{..,x}/outside/secret") },
      says: /leads out|matches no file/,
    },
    { name: "zone files of git", files: { [POLICY]: zones(".git/config") }, says: /belongs to git/ },
    {
      name: "a zone file that is a link",
      files: { [POLICY]: zones("*.zone") },
      links: { "own.test.zone": "../outside/own.test.zone" },
      says: /own\.test\.zone leads out of the workspace/,
    },
    {
      name: "a folder of zone files that is a link",
      files: { [POLICY]: zones("zones/*.zone") },
      links: { zones: "../outside" },
      says: /leads out of the workspace/,
    },
    ...[
      "../outside/secret",
      "/etc/passwd",
      "link",
      "linked/secret",
      ".git/config",
      "a/../../outside/secret",
    ].map((target) => ({
      name: `$INCLUDE ${target}`,
      files: { [POLICY]: zones("own.test.zone"), "own.test.zone": `$INCLUDE ${target}\n` },
      links: { link: "../outside/secret", linked: "../outside" },
      says: /leads out of the workspace|is not there|belongs to git/,
    })),
    ...["../outside/secret", "/etc/passwd", "link", "linked/secret", ".git/config"].map((target) => ({
      name: `baseline: ${target}`,
      files: { [POLICY]: `baseline: ${target}\n` },
      links: { link: "../outside/secret", linked: "../outside" },
      says: /baseline: .* (?:leads out of the workspace|belongs to git)/,
    })),
  ];
  for (const { name, files = {}, links = {}, says } of cases) {
    test(name, async () => {
      const checkout = checkOut(files, links);
      const done = await runAction(inputsFor(files), { folder: checkout.workspace });
      assertHarmless(checkout, done);
      assert.match(done.stdout.replaceAll(/\s+/g, " "), says);
    });
  }
});

describe("what the owner names, and the pull request has made a link, is not read", () => {
  const inputs = [
    ["domains-file", "list.txt"],
    ["domains-file", "*.txt"],
    ["domains-file", "linked/secret"],
    ["zone-files", "list.txt"],
    ["zone-files", "own.test=list.txt"],
    ["zone-files", "linked/*.zone"],
    ["zone-files", "**/list.txt"],
    ["dane-keys", "list.txt"],
    ["mta-sts-file", "list.txt"],
    ["reports", "list.txt"],
    ["ca-file", "list.txt"],
  ] as const;
  const targets = ["../outside/secret", "../outside/own.test.zone", ".git/config", ".npmrc"];
  for (const [input, value] of inputs) {
    for (const target of value.startsWith("linked") ? ["../outside"] : targets) {
      test(`${input}: ${value}, a link to ${target}`, async () => {
        const link = value.startsWith("linked") ? "linked" : "list.txt";
        const checkout = checkOut({ ".npmrc": `${SECRET}\n` }, { [link]: target });
        const done = await runAction({ ...inputsFor({}), [input]: value }, { folder: checkout.workspace });
        assertHarmless(checkout, done);
        assert.match(
          done.stdout.replaceAll(/\s+/g, " "),
          /leads out of the workspace|belongs to git|is hidden/,
        );
      });
    }
  }
});

describe("the policy of the base branch rules (docs/examples/policy-from-base.yml)", () => {
  const BASE = "base/.github/mx-gate.yml";
  const strict = { [BASE]: "min-mx-hosts: 3\n" };
  const lenient = "severity: { mx-too-few-hosts: 'off' }\n";
  const run = async (files: Record<string, string>, links: Record<string, string> = {}) => {
    const checkout = checkOut(files, links);
    const inputs = { ...lab.settings, domains: "healthy.test", "config-file": BASE };
    const done = await runAction(inputs, { folder: checkout.workspace });
    assertHarmless(checkout, done);
    return { done, checkout };
  };

  test("whatever the pull request has beside it", async () => {
    const { done, checkout } = await run({ ...strict, [POLICY]: lenient, [`change/${POLICY}`]: lenient });
    assert.deepEqual([done.status, done.outputs["gate"]], [1, "closed"]);
    const report = readReport(checkout.workspace);
    assert.equal(report.policy.file, BASE);
    assert.ok(codesOf(report).includes("mx-too-few-hosts"));
  });

  test("and where the base branch has none, no other is taken in its place", async () => {
    const { done } = await run({ [POLICY]: lenient, [`change/${POLICY}`]: lenient });
    assert.equal(done.status, 1);
    assert.match(done.stdout, /base\/\.github\/mx-gate\.yml/);
    assert.deepEqual([done.outputs["gate"], done.outputs["result"]], ["closed", "skip"]);
  });
});

describe("the Action writes nothing outside of the checkout", () => {
  const cases: readonly { name: string; path: string; links: Record<string, string> }[] = [
    {
      name: "the report is a link",
      path: "mx-gate-report.json",
      links: { "mx-gate-report.json": "../outside/secret" },
    },
    { name: "its folder is a link", path: "reports/r.json", links: { reports: "../outside" } },
    { name: "a folder above is a link", path: "reports/new/r.json", links: { reports: "../outside" } },
    { name: "git's own files", path: "reports/config", links: { reports: ".git" } },
    { name: "a link to a link", path: "r.json", links: { "r.json": "b", b: "../outside/secret" } },
  ];
  for (const { name, path, links } of cases) {
    test(name, async () => {
      const checkout = checkOut({}, links);
      const inputs = { ...lab.settings, domains: "healthy.test", "report-file": path };
      const done = await runAction(inputs, { folder: checkout.workspace });
      assertHarmless(checkout, done);
      assert.equal(done.status, 1);
      assert.match(done.stdout, /could not be written: a symbolic link leads out of the workspace/);
      assert.deepEqual([done.outputs["gate"], done.outputs["report-file"]], ["open", ""]);
    });
  }
  test("a link that leads nowhere becomes the report, and nothing is made where it led", async () => {
    const checkout = checkOut({}, { "mx-gate-report.json": "../outside/new" });
    const done = await runAction(
      { ...lab.settings, domains: "healthy.test" },
      { folder: checkout.workspace },
    );
    assertHarmless(checkout, done);
    assert.equal(done.status, 0);
  });
  test("the one who starts it may name a place elsewhere", async () => {
    const checkout = checkOut({});
    const path = join(newFolder(), "report.json");
    const inputs = { ...lab.settings, domains: "healthy.test", "report-file": path };
    const done = await runAction(inputs, { folder: checkout.workspace });
    assert.deepEqual([done.status, done.outputs["report-file"]], [0, path]);
  });
});

describe("the command follows no link out of its folder either", () => {
  const run = async (
    files: Record<string, string>,
    links: Record<string, string>,
    words: readonly string[],
  ) => {
    const checkout = checkOut(files, links);
    const settings = asOptions(lab.settings);
    const done = await runCommand(["healthy.test", ...words, ...settings], { folder: checkout.workspace });
    assert.ok(!`${done.stdout}${done.stderr}`.includes(SECRET), done.stderr);
    assert.equal(readFileSync(join(checkout.outside, "secret"), "utf8"), `${SECRET}\n`);
    assert.deepEqual(filesBelow(checkout.outside), ["own.test.zone", "secret"]);
    return { status: done.status, stderr: done.stderr.replaceAll(/\s+/g, " ") };
  };
  test("for the policy file that it finds", async () => {
    const { status, stderr } = await run({}, { [POLICY]: "../../outside/secret" }, []);
    assert.match(stderr, /a symbolic link leads out of the workspace/);
    assert.equal(status, 2);
  });
  test("for one that is named", async () => {
    const { status, stderr } = await run({}, { p: "../outside/secret" }, ["--config-file=p"]);
    assert.match(stderr, /a symbolic link leads out of the workspace/);
    assert.equal(status, 2);
  });
  test("for a report", async () => {
    const { status, stderr } = await run({}, { r: "../outside/secret" }, ["--report-file=r"]);
    assert.match(stderr, /could not be written: a symbolic link leads out of the workspace/);
    assert.equal(status, 74);
  });
  test("and a link within it is taken, but none of what the policy names", async () => {
    const files = { "policy.yml": "baseline: link\n" };
    const links = { link: "../outside/secret", p: "policy.yml" };
    const { status, stderr } = await run(files, links, ["--config-file=p"]);
    assert.match(stderr, /baseline: link leads out of the workspace/);
    assert.equal(status, 2);
  });
  test("and says which folders it made", async () => {
    const { status, stderr } = await run({}, {}, ["--report-file=new/deep/r.json"]);
    assert.match(stderr, /report-file new\/deep\/r\.json: the folder \S*new did not exist and was created/);
    assert.equal(status, 0);
  });
});

/** Files with secrets that a policy names, or that a link makes the policy: what they say is not shown. */
describe("what a policy file can name shows nothing of a secret", () => {
  const NPMRC = `//registry.npmjs.org/:_authToken=${SECRET}\n${SECRET} ${SECRET} MX\n`;
  const zones = (pattern: string): string => `zone-files: ["${pattern}"]\n`;
  const cases: readonly {
    name: string;
    files: Record<string, string>;
    links?: Record<string, string>;
    says: RegExp;
  }[] = [
    { name: ".npmrc", files: { [POLICY]: zones(".npmrc"), ".npmrc": NPMRC }, says: /\.npmrc is hidden/ },
    { name: "by a star", files: { [POLICY]: zones(".n*"), ".npmrc": NPMRC }, says: /\.npmrc is hidden/ },
    {
      name: "all files",
      files: { [POLICY]: zones("**"), ".npmrc": NPMRC, "a.zone": "$ORIGIN a.test.\nx" },
      says: /a\.zone:2/,
    },
    {
      name: "a hidden folder",
      files: { [POLICY]: zones("a/.docker/*"), "a/.docker/config.json": NPMRC },
      says: /a\/\.docker is hidden/,
    },
    {
      name: "$INCLUDE .npmrc",
      files: { [POLICY]: zones("a.zone"), "a.zone": "$INCLUDE .npmrc\n", ".npmrc": NPMRC },
      says: /a\.zone:1:10 The file is hidden/,
    },
    {
      name: "a link to .npmrc",
      files: { [POLICY]: zones("a.zone"), ".npmrc": NPMRC },
      links: { "a.zone": ".npmrc" },
      says: /a\.zone is hidden/,
    },
    {
      name: "baseline",
      files: { [POLICY]: "baseline: .npmrc\n", ".npmrc": NPMRC },
      says: /\.npmrc is hidden/,
    },
    ...["sub/.git/config", "sub/.GIT/config", "sub/.git/modules/x/config"].map((file) => ({
      name: file,
      files: { [POLICY]: zones(file), [file]: NPMRC },
      says: /belongs to git/,
    })),
    {
      name: "a bare repository",
      files: {
        [POLICY]: zones("sub.repo/config"),
        "sub.repo/config": NPMRC,
        "sub.repo/HEAD": "",
        "sub.repo/objects/x": "",
        "sub.repo/refs/x": "",
      },
      says: /sub\.repo belongs to git/,
    },
    {
      name: "a policy that is a link to .npmrc",
      files: { ".npmrc": NPMRC },
      links: { [POLICY]: "../.npmrc" },
      says: /leads out of the workspace, or to a hidden file/,
    },
    {
      name: "a policy that is a link to credentials",
      files: { "credentials.json": `["${SECRET}"]`, key: SECRET },
      links: { [POLICY]: "../credentials.json" },
      says: /This is not a policy/,
    },
    {
      name: "a policy that is a link to a key",
      files: { key: `${SECRET}\n` },
      links: { [POLICY]: "../key" },
      says: /This is not a policy/,
    },
    {
      name: "credentials as a zone",
      files: {
        [POLICY]: zones("c*.json"),
        "creds.json": `"private_key": "${SECRET}"\n${SECRET}\n$${SECRET}\n${SECRET} IN ${SECRET}\na ${SECRET} MX 1 ${SECRET}\na. 1 MX ${SECRET} a\na. 1 A ${SECRET}\n$TTL ${SECRET}\n$GENERATE ${SECRET} a A 1.2.3.4\n`,
      },
      says: /creds\.json:1/,
    },
    {
      name: "credentials in JSON as a zone",
      files: { [POLICY]: zones("c*.json"), "creds.json": `{\n"private_key": "${SECRET}"\n}\n` },
      says: /creds\.json:1 This is JSON, not a zone file/,
    },
    {
      name: "credentials as a baseline",
      files: { [POLICY]: "baseline: c.json\n", "c.json": SECRET },
      says: /This is not valid JSON/,
    },
  ];
  for (const { name, files, links = {}, says } of cases) {
    test(name, async () => {
      const checkout = checkOut(files, links);
      const done = await runAction(inputsFor(files), { folder: checkout.workspace });
      assertHarmless(checkout, done);
      assert.equal(done.status, 1);
      assert.match(done.stdout.replaceAll(/\s+/g, " "), says);
    });
  }
});

/** Lines that the runner obeys (actions/runner ActionCommand.cs), by their command. */
function commandsIn(log: string): string[] {
  return log.split(/\r\n|[\r\n]/).flatMap((line) => {
    const command = /^\s*::([\w-]+)(?: .*?)?::/.exec(line)?.[1];
    const old = line.includes("##[") ? ["##["] : [];
    return command === undefined ? old : [command, ...old];
  });
}

describe("names and words of a fork forge nothing", () => {
  const EVIL =
    "x%0A::set-env name=A::b\u2028##[error]y<img src=x>`@all` <!-- mx-gate -->](http://evil.example)";
  const json = JSON.stringify(EVIL);
  const policies: readonly [string, Record<string, string>][] = [
    ["a key", { [POLICY]: `${json}: 1\n` }],
    ["a domain", { [POLICY]: `domains: [${json}]\n` }],
    [
      "a waiver's reason",
      {
        [POLICY]: `waivers: [{ code: mx-private-address, until: 2026-12-31, reason: ${json} }, { code: cert-expired, until: 2026-12-31, reason: ${json} }]\n`,
      },
    ],
    ["a severity", { [POLICY]: `severity: { ${json}: error }\n` }],
    ["YAML that breaks off", { [POLICY]: `a: [${EVIL}\n::error::forged\n##[error]forged\n` }],
    [
      "the name of a zone file",
      { [POLICY]: "zone-files: ['zones/*']\n", "zones/\n::error::forged\n.zone": "@ MX ::\n" },
    ],
    [
      "a zone file",
      {
        [POLICY]: "zone-files: [own.test.zone]\n",
        "own.test.zone": `@ MX 10 "::error::x\n::error::forged\n##[error]x`,
      },
    ],
    [
      "a baseline",
      { [POLICY]: "baseline: former.json\n", "former.json": "::error::forged\n##[error]forged" },
    ],
    ["a path", { [POLICY]: `baseline: ${json}\n` }],
  ];
  for (const [name, files] of policies) {
    test(name, async () => {
      const checkout = checkOut(files);
      const done = await runAction(inputsFor(files), { folder: checkout.workspace });
      assertHarmless(checkout, done);
      const known = ["error", "warning", "notice", "group", "endgroup", "add-mask"];
      assert.deepEqual(
        commandsIn(done.stdout).filter((command) => !known.includes(command)),
        [],
        done.stdout,
      );
      assert.doesNotMatch(done.stdout, /^\s*::error::forged/m);
      assert.doesNotMatch(done.summary, /<img|<!-- mx-gate|\]\(http:\/\/evil/);
    });
  }
});
