/** The recipes of the documents, each run as it stands in the world that the documents speak of. */
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import {
  blockOf,
  blocksOf,
  codeOfRow,
  inputsOf,
  jobsOf,
  policyOf,
  stepsOf,
  type Step,
} from "./recipe-document.ts";
import { Runner, type Contexts, type StepResult } from "./recipe-runner.ts";
import { AT, startWorld, type World } from "./recipe-world.ts";
import { renewals } from "./renewal-scene.ts";
import { runShards } from "./shards-scene.ts";
import { run, type Stage } from "./reach-stage.ts";
import { PUBLISHER } from "../../.github/scripts/release/publisher.ts";
import { installPackage } from "../support/run/installed-package.ts";

export type Results = Readonly<Record<string, readonly StepResult[]>>;

const action = (inputs: Readonly<Record<string, string>>): Step => ({
  uses: PUBLISHER.action.replace(/ #.*$/, ""),
  with: inputs,
  env: {},
  "continue-on-error": false,
});
const script = (run: string): Step => ({ run, with: {}, env: {}, "continue-on-error": false });

function contextsOf({ key, probeKey, knownHost }: World): Contexts {
  return {
    "secrets.PROBE_KEY": probeKey,
    "vars.PROBE_KNOWN_HOST": knownHost,
    "secrets.WAY_OUT_KEY": key,
    "vars.WAY_OUT_KNOWN_HOST": knownHost,
    "secrets.DNS_TOKEN": "token",
    "github.token": "token",
    "github.server_url": "https://github.example",
    "github.repository": "example/mail",
    "github.run_id": "42",
    "github.ref_name": "main",
    "github.workflow": "Mail",
    "github.event.pull_request.head.repo.full_name": "example/mail",
  };
}

function runnerOf(stage: Stage, world: World): Runner {
  return new Runner({
    folder: stage.folder,
    commands: world.commands,
    contexts: contextsOf(world),
    env: { GITHUB_API_URL: "http://127.0.0.1:1", GITHUB_EVENT_NAME: "push" },
  });
}

/** A fragment of inputs; what it tests is example.com where it does not say so itself. */
function runInputs(stage: Stage, world: World, text: string): Promise<StepResult[]> {
  const inputs = inputsOf(text);
  const target = "servers" in inputs ? {} : { domains: "example.com" };
  return runnerOf(stage, world).job({ steps: [action({ ...target, ...inputs })] });
}

/** Blocks of docs/reach.md that are inputs and nothing else. */
export function inputBlocks(): string[] {
  return blocksOf("docs/reach.md")
    .filter(({ language, text }) => language === "yaml" && !text.startsWith("- "))
    .map(({ name }) => name);
}

/** The lines of a block for the terminal, with the npm package installed from its tarball. */
function runCommands(
  stage: Stage,
  world: World,
  text: string,
  files: Readonly<Record<string, string>>,
): Promise<StepResult[]> {
  const runner = runnerOf(stage, world);
  installPackage(runner.workspace);
  for (const [name, content] of Object.entries(files)) runner.add(name, content);
  const lines = text.split("\n").filter((line) => line !== "");
  return runner.job({ steps: lines.map(script) });
}

/** The jobs of an example, or those of these names, by the words that they are to be known by. */
async function runExample(
  stage: Stage,
  world: World,
  file: string,
  {
    runner = runnerOf(stage, world),
    when = "",
    policy = policyOf(file),
    only,
  }: { runner?: Runner; when?: string; policy?: string | undefined; only?: readonly string[] } = {},
): Promise<Results> {
  if (policy !== undefined) runner.add(".github/mx-gate.yml", policy);
  const results: Record<string, readonly StepResult[]> = {};
  for (const [name, job] of Object.entries(jobsOf(file))) {
    if (only?.includes(name) !== false) results[`${file} ${name}${when}`] = await runner.job(job);
  }
  return results;
}

/** Two checkouts side by side, the pull request's with a policy that nobody could read. */
async function runFromBase(stage: Stage, world: World, file: string): Promise<Results> {
  const runner = runnerOf(stage, world);
  runner.add("base/.github/mx-gate.yml", policyOf(file) ?? "");
  runner.add("change/.github/mx-gate.yml", "severity: everything is fine\n");
  runner.add("change/dns/example.com.zone", ZONE);
  return runExample(stage, world, file, { runner });
}

/**
 * Its jobs on records and servers, twice: with a sound change, and with one that names an MX host which does not exist;
 * and its job on records with a change that leaves the domain an address, and no MX record.
 */
async function runPullRequest(stage: Stage, world: World): Promise<Results> {
  const results: Results[] = [];
  for (const [when, zone] of [
    [", sound", ZONE],
    [", with a host that is not there", ZONE.replace("MX 10 mx1", "MX 10 mx9")],
  ] as const) {
    const runner = runnerOf(stage, world);
    runner.add("dns/example.com.zone", zone);
    results.push(
      await runExample(stage, world, PULL_REQUEST, { runner, when, only: ["records", "servers"] }),
    );
  }
  const runner = runnerOf(stage, world);
  runner.add("dns/example.com.zone", ZONE.replace("MX 10 mx1", "A 11.0.1.1"));
  const when = ", without its MX record";
  results.push(await runExample(stage, world, PULL_REQUEST, { runner, when, only: ["records"] }));
  return Object.fromEntries(results.flatMap((each) => Object.entries(each)));
}

/** Twice: with a policy that lists the MX host of the zone file, and with one that lists another. */
async function runPolicy(stage: Stage, world: World, file: string): Promise<Results> {
  const records = `_mta-sts TXT "v=STSv1; id=1"\n_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@example.com"\n`;
  const results: Results[] = [];
  for (const [when, host] of [
    [", sound", "mx1.example.com"],
    [", with another host", "mx9.example.com"],
  ] as const) {
    const runner = runnerOf(stage, world);
    runner.add("dns/example.com.zone", ZONE + records);
    runner.add("mta-sts/mta-sts.txt", `version: STSv1\nmode: enforce\nmx: ${host}\nmax_age: 604800\n`);
    results.push(await runExample(stage, world, file, { runner, when }));
  }
  return Object.fromEntries(results.flatMap((each) => Object.entries(each)));
}

/** Three times: with a sound domain, with one that is gone, and with an issue that is open since. */
async function runIssue(stage: Stage, world: World, file: string): Promise<Results> {
  const runner = runnerOf(stage, world);
  const policy = blocksOf("README.md").find(({ text }) => text.includes("waivers:"))?.text ?? "";
  const results: Results[] = [];
  for (const [when, domains, issue] of [
    [", open", policy, ""],
    [", closed", "domains: gone.example.com\n", ""],
    [", open again", policy, "7\n"],
  ] as const) {
    runner.add(".github/mx-gate.yml", domains);
    runner.add("gh.issue", issue);
    results.push(await runExample(stage, world, file, { runner, when }));
  }
  return Object.fromEntries([...results, askedOf(file, runner)].flatMap((each) => Object.entries(each)));
}

/** Four nights, each with the report of the one before: two that are sound, two with a domain that is gone. */
async function runNightly(stage: Stage, world: World, file: string): Promise<Results> {
  const runner = runnerOf(stage, world);
  const gone = "domains: gone.example.com\nbaseline: mail/baseline.json\n";
  const nights: Results[] = [];
  for (const [when, policy] of [
    [", the first night", policyOf(file)],
    [", the next night", policyOf(file)],
    [", with a fault", gone],
    [", with the same fault", gone],
  ] as const) {
    nights.push(await runExample(stage, world, file, { runner, when, policy }));
    renameSync(join(runner.workspace, "mx-gate-report.json"), join(runner.workspace, "gh.report"));
  }
  return Object.fromEntries([...nights, askedOf(file, runner)].flatMap((each) => Object.entries(each)));
}

/** What GitHub was asked by its command, one line each. */
function askedOf(file: string, { workspace }: Runner): Results {
  const said = readFileSync(join(workspace, "gh.asked"), "utf8");
  return { [`${file} asked`]: [{ name: "gh", how: "not tried", status: 0, outputs: {}, said }] };
}

const ELSEWHERE = "docs/examples/probe-elsewhere.yml";
const PULL_REQUEST = "docs/examples/pull-request.yml";
/** The pull request that the job of that example tests, among those of before-deploy.yml. */
const WHOLE = "sound, beside zone files and a policy";

const ZONE = `$ORIGIN example.com.
$TTL 300
@ SOA ns hostmaster 1 3600 900 604800 60
@ NS ns
ns A 11.0.0.53
@ MX 10 mx1
mx1 A 11.0.1.1
`;

/** Runs at once, which the others do not notice: each has a runner of its own. */
const AT_ONCE = 4;

async function inParallel(plays: readonly (() => Promise<Results>)[]): Promise<Results> {
  const queue = plays.values();
  const results: Results[] = [];
  const worker = async (): Promise<void> => {
    for (const play of queue) results.push(await play());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return Object.fromEntries(results.flatMap((each) => Object.entries(each)));
}

/** Ends the Postfix of a container, whose processes are groups of their own. */
async function endContainer(stage: Stage): Promise<void> {
  const file = "/var/spool/postfix/pid/master.pid";
  if (existsSync(file)) await stage.end(Number(readFileSync(file, "utf8")));
  rmSync(file, { force: true });
}

export const recipeScenes = {
  recipes: async (stage: Stage) => {
    const world = await startWorld(stage, "staging");
    const recipes: [string, () => Promise<StepResult[]>][] = [];
    for (const name of inputBlocks()) {
      const { text } = blockOf("docs/reach.md", name);
      recipes.push([`docs/reach.md ${name}`, () => runInputs(stage, world, text)]);
    }
    for (const row of ["before a deploy", "after a deploy"]) {
      for (const code of codeOfRow("README.md", row))
        recipes.push([`README.md ${row}: ${code}`, () => runInputs(stage, world, code)]);
    }
    for (const { name, language, text } of blocksOf("README.md")) {
      // Its steps are those of docs/reach.md, and need the firewall of "recipe through ssh".
      if (text.includes("ssh -fN")) continue;
      if (language === "yaml" && text.includes(`uses: ${PUBLISHER.action}`))
        recipes.push([`README.md ${name}`, () => runnerOf(stage, world).job({ steps: stepsOf(text) })]);
      if (language === "sh" && text.startsWith("npx "))
        recipes.push([
          `README.md ${name}`,
          () => runCommands(stage, world, text, { "domains.txt": "example.com\nexample.org\n" }),
        ]);
    }
    const newServer = "A new server, before MX names it";
    for (const name of [`${newServer} (2)`, `${newServer} (3)`]) {
      const [zone, commands] = [newServer, name].map((each) =>
        blockOf("docs/reach.md", each).text.replace("198.51.100.7", AT.mail),
      );
      recipes.push([
        `docs/reach.md ${name}`,
        () => runCommands(stage, world, commands ?? "", { "mx3.zone": zone ?? "" }),
      ]);
    }
    const examples: (() => Promise<Results>)[] = recipes.map(([name, play]) => async () => ({
      [name]: await play(),
    }));
    const folder = "docs/examples/";
    for (const file of ["after-deploy", "nightly", "zone-files", "octodns", "dnscontrol"]) {
      const runner = runnerOf(stage, world);
      runner.add("deploy.sh", "#!/bin/sh\nexit 0\n", 0o755);
      runner.add("dns/example.com.zone", ZONE);
      examples.push(() => runExample(stage, world, `${folder}${file}.yml`, { runner }));
    }
    examples.push(() => runExample(stage, world, `${folder}hosted-runner.yml`));
    examples.push(() => runPullRequest(stage, world));
    examples.push(() => runPolicy(stage, world, `${folder}mta-sts-pull-request.yml`));
    examples.push(() => runFromBase(stage, world, `${folder}policy-from-base.yml`));
    examples.push(() => runIssue(stage, world, `${folder}issue.yml`));
    examples.push(() => runNightly(stage, world, `${folder}nightly-baseline.yml`));
    return inParallel(examples);
  },
  "recipe through ssh": async (stage: Stage) => {
    const world = await startWorld(stage, "staging");
    stage.firewall("meta skuid 0 tcp dport 25 drop");
    const runner = runnerOf(stage, world);
    const { text } = blockOf("docs/reach.md", "Through a server of yours, by SSH");
    return {
      blocked: await runInputs(stage, world, "timeout: 3"),
      mended: await runner.job({ steps: stepsOf(text) }),
    };
  },
  "the README's row for blocked runners": async (stage: Stage) => {
    const world = await startWorld(stage, "staging");
    stage.firewall("meta skuid 0 tcp dport 25 drop");
    const [tunnel = "", proxy = "", dns = ""] = codeOfRow("README.md", "hosted, egress");
    return {
      without: await runInputs(stage, world, "timeout: 3"),
      mended: await runnerOf(stage, world).job({
        steps: [script(tunnel), action({ domains: "example.com", ...inputsOf(proxy) })],
      }),
      dns: await runInputs(stage, world, dns),
    };
  },
  "recipe in shards": async (stage: Stage) => runShards(runnerOf(stage, await startWorld(stage, "staging"))),
  "recipe with a server that probes": async (stage: Stage) => {
    const world = await startWorld(stage, "staging");
    // The runner itself reaches no mail server.
    stage.firewall("meta skuid 0 tcp dport 25 drop");
    const runner = runnerOf(stage, world);
    const results: Record<string, readonly StepResult[]> = {};
    for (const [when, policy] of [
      ["", "min-tls-version: '1.2'\n"],
      [", with a policy that asks for more", "mx-hosts: [mx1.example.com]\n"],
    ] as const) {
      runner.add(".github/mx-gate.yml", policy);
      for (const [name, job] of Object.entries(jobsOf(ELSEWHERE)))
        results[`${ELSEWHERE} ${name}${when}`] = await runner.job(job);
    }
    return results;
  },
  "recipe renewal with DANE": renewals,
  "recipe before the deploy": async (stage: Stage) => {
    const world = await startWorld(stage, "container");
    const file = "docs/examples/before-deploy.yml";
    const debian = { main: "/usr/share/postfix/main.cf.debian", master: "/usr/share/postfix/master.cf.dist" };
    const results: Record<string, readonly StepResult[]> = {};
    const pullRequests: Readonly<Record<string, string>> = {
      sound: "smtpd_tls_security_level = may",
      [WHOLE]: "smtpd_tls_security_level = may",
      "open relay": "smtpd_tls_security_level = may\nrelay_domains = com",
      broken:
        "smtpd_relay_restrictions = no_such_restriction, reject_unauth_destination\nmail_owner = nobody-at-all",
    };
    for (const [name, lines] of Object.entries(pullRequests)) {
      const runner = runnerOf(stage, world);
      const main = [
        readFileSync(debian.main, "utf8"),
        "compatibility_level = 3.6",
        "myhostname = mx1.example.com",
        "mydestination = $myhostname",
        "mynetworks = 127.0.0.0/8",
        "smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination",
        lines,
        "",
      ];
      runner.add("postfix/main.cf", main.join("\n"));
      runner.add("postfix/master.cf", readFileSync(debian.master, "utf8"));
      const whole = name === WHOLE;
      // The zone files and the policy lie beside it, as in the other jobs of that example.
      if (whole) runner.add("dns/example.com.zone", ZONE);
      const example = whole
        ? runExample(stage, world, PULL_REQUEST, { runner, only: ["configuration"] })
        : runExample(stage, world, file, { runner });
      results[name] = Object.values(await example).flat();
      await endContainer(stage);
      run("umount", "--lazy", "/mnt");
    }
    return results;
  },
};
