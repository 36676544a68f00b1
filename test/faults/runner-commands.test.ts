/** What strangers say reaches the log of a CI job through the command, and no runner obeys it there. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { commandsOfRunners } from "../report/runner-commands.ts";
import { openDoors } from "../support/run/doors.ts";
import { runCommand } from "../support/run/product.ts";
import { newFolder } from "../support/run/folders.ts";

const doors = openDoors();

/** One line of a hostile server, in the languages of several runners. */
const EVIL =
  "::add-mask::mx ##[error]forged ##vso[task.complete result=Succeeded]x ##teamcity[x] \r::stop-commands::t\r section_start:1:a\r\x1b[0K";
const LINES = ["::add-mask::mx", " ::error::forged", "##[error]forged", "##vso[task.complete]x", EVIL];

/** A server that answers whatever it is asked with these lines, and greets with them. */
function says(lines: readonly string[], code: number): Server {
  const reply = lines
    .map((line, at) => `${String(code)}${at < lines.length - 1 ? "-" : " "}${line}\r\n`)
    .join("");
  return createServer((socket) => {
    socket.on("error", () => undefined);
    socket.write(reply, "latin1");
    socket.on("data", () => socket.write(reply.replaceAll(/^220/gm, "250"), "latin1"));
  });
}

const servers = {
  greeting: says(LINES, 220),
  refusing: says([EVIL], 554),
  proxy: createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => socket.end(`HTTP/1.1 403 ${EVIL}\r\n\r\n::error::forged\r\n`));
  }),
};
const at = (server: Server): string => `127.0.0.1:${String((server.address() as AddressInfo).port)}`;

before(async () => {
  for (const server of Object.values(servers)) {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }
});
after(() => {
  for (const server of Object.values(servers)) server.close();
});

const QUICK = [
  "--egress-control=off",
  "--dns-server=127.0.0.1:9",
  "--helo-name=[127.0.0.1]",
  "--timeout=2",
  "--reply-timeout=2",
  "--retries=0",
];
const WORDS = JSON.stringify(LINES.join("\n"));
/** Throws what a server may have said, as a bug would. */
const BUG = `Date.prototype.toISOString = () => { throw new Error(${WORDS}); };`;
const LATE_BUG = `process.on("newListener", (name) => {
  if (name === "SIGTERM") setImmediate(() => { throw new Error(${WORDS}); });
});`;

/** A folder with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = newFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

interface Case {
  readonly name: string;
  readonly words: () => readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly preload?: string;
  /** Shows that what was said is there, as text. */
  readonly quotes: RegExp;
  readonly status: number;
}

const check = (...more: string[]): string[] => [`--servers=${at(servers.greeting)}`, ...QUICK, ...more];
const cases: readonly Case[] = [
  { name: "the report", words: () => check(), quotes: /add-mask/, status: 1 },
  { name: "with transcripts", words: () => check("--verbose"), quotes: /##\\\[error\]forged/, status: 1 },
  { name: "the last lines only", words: () => check("--quiet"), quotes: /Gate closed/, status: 1 },
  { name: "JSON", words: () => check("--json"), quotes: /\\u0023\[error\]forged/, status: 1 },
  {
    name: "a refusing server",
    words: () => [`--servers=${at(servers.refusing)}`, ...QUICK],
    quotes: /add-mask/,
    status: 3,
  },
  {
    name: "a proxy",
    words: () => check(`--proxy=http://${at(servers.proxy)}`, "--allow-private-addresses"),
    quotes: /403/,
    status: 3,
  },
  {
    name: "a key of the policy file",
    words: () => check(),
    files: { ".github/mx-gate.yml": `${WORDS}: 1\n` },
    quotes: /add-mask/,
    status: 2,
  },
  {
    name: "a policy file that is no YAML",
    words: () => check(),
    files: { ".github/mx-gate.yml": `a: [${LINES.join("\n")}` },
    quotes: /mx-gate\.yml/,
    status: 2,
  },
  {
    name: "a report that is none",
    words: () => ["judge", "report.json"],
    files: { "report.json": LINES.join("\n") },
    quotes: /report\.json/,
    status: 2,
  },
  { name: "a word that is no command", words: () => ["::judge::x"], quotes: /judge/, status: 2 },
  { name: "a code that is none", words: () => ["explain", LINES.join("\n")], quotes: /add-mask/, status: 2 },
  { name: "an option that is none", words: () => [`--${LINES.join("\n")}`], quotes: /add-mask/, status: 2 },
  {
    name: "a report that cannot be written",
    words: () => check(`--report-file=report.json/::add-mask::x\n##[error]y`),
    files: { "report.json": "" },
    quotes: /could not be written/,
    status: 1,
  },
  { name: "a bug", words: () => check(), preload: BUG, quotes: /this is a bug/, status: 70 },
  { name: "a bug nobody waits for", words: () => check(), preload: LATE_BUG, quotes: /a bug/, status: 70 },
  { name: "the help", words: () => ["--help"], quotes: /Exit status/, status: 0 },
  { name: "a page of a code", words: () => ["explain", "cert-expired"], quotes: /cert-expired/, status: 0 },
];

describe("no line of the command is a command to a CI runner", () => {
  for (const { name, words, files = {}, preload, quotes, status } of cases) {
    test(name, async () => {
      const options = { folder: folderWith(files), env: { GITHUB_ACTIONS: "true" } };
      const done = await (preload === undefined
        ? doors.runCommand(words(), options)
        : runCommand(words(), { ...options, preload }));
      assert.deepEqual(commandsOfRunners(done.stdout), []);
      assert.deepEqual(commandsOfRunners(done.stderr), []);
      assert.doesNotMatch(done.stdout + done.stderr, /[\r\x1b]/);
      assert.match(done.stdout + done.stderr, quotes);
      assert.equal(done.status, status, done.stderr);
    });
  }
});

/** The files by which a step talks to those after it, which no server writes to. */
const CHANNELS = ["GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE"];

for (const debug of ["0", "1"]) {
  test(`the Action's log holds its own commands alone, with RUNNER_DEBUG=${debug}`, async () => {
    const folder = folderWith(Object.fromEntries(CHANNELS.map((name) => [name, ""])));
    const channels = Object.fromEntries(CHANNELS.map((name) => [name, join(folder, name)]));
    const settings = Object.fromEntries(
      check("--sarif-file=mail.sarif").map((option) => /^--([^=]+)=(.*)$/.exec(option)?.slice(1) ?? []),
    ) as Record<string, string>;
    const done = await doors.runAction(settings, { folder, env: { RUNNER_DEBUG: debug, ...channels } });
    const commands = commandsOfRunners(done.stdout).map((line) => /^::[a-z-]+/.exec(line)?.[0] ?? line);
    const ours = ["::group", "::endgroup", "::error", "::warning", "::notice"];
    assert.deepEqual(
      commands.filter((command) => !ours.includes(command)),
      [],
    );
    for (const line of commandsOfRunners(done.stdout)) assert.doesNotMatch(line, /^::error::|forged$/);
    for (const name of CHANNELS) assert.equal(readFileSync(join(folder, name), "utf8"), "");
    assert.match(done.outputs["codes"] ?? "", /^\["[a-z0-9.-]+"(?:,"[a-z0-9.-]+")*\]$/);
    for (const file of ["mx-gate-report.json", "mx-gate-junit.xml", "mail.sarif"]) {
      assert.deepEqual(commandsOfRunners(readFileSync(join(folder, file), "utf8")), [], file);
    }
    assert.deepEqual(commandsOfRunners(done.summary), []);
    assert.deepEqual([done.status, done.stderr], [1, ""]);
  });
}

test("words that are names of what every object has are no options, codes or inputs", async () => {
  for (const words of [
    ["--__proto__=x"],
    ["--constructor"],
    ["--no-toString", "a.test"],
    ["explain", "__proto__"],
    ["explain", "hasOwnProperty"],
    ["explain", "../../README"],
    ["explain", "/etc/passwd"],
  ]) {
    const { status, stdout, stderr } = await doors.runCommand(words);
    assert.deepEqual([status, stdout], [2, ""], words.join(" "));
    assert.match(stderr, /^Unknown option --|is not a code, check or setting\./);
  }
  const done = await doors.runAction({
    domains: "a.test",
    __proto__x: "1",
    constructor: "1",
    "::add-mask::x": "1",
  });
  assert.equal(done.status, 1);
  assert.match(done.stdout, /input ::add-mask::x is not a setting\.\ninput __proto__x is not a setting/);
});

test("a recorded report is printed as harmlessly when it is judged again", async () => {
  const { folder } = await doors.runCommand(check("--report-file=report.json"));
  for (const mode of ["--verbose", "--json"]) {
    const done = await doors.runCommand(["judge", "report.json", mode], { folder });
    assert.deepEqual(commandsOfRunners(done.stdout + done.stderr), []);
    assert.match(done.stdout, /add-mask/);
    assert.equal(done.status, 1);
  }
});
