/**
 * Every recipe of the documents, run as it stands there: commands in bash, the Action from dist/ with the inputs that
 * the document gives it. The world has the names of the documents (recipe-world.ts); what differs is listed here.
 */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { blockOf, blocksOf, EXAMPLES, jobsOf, stepsOf, textOf, untriedOf } from "./recipe-document.ts";
import type { StepResult } from "./recipe-runner.ts";
import { sceneOf } from "./reach-stage.ts";
import { PUBLISHER } from "../../.github/scripts/release/publisher.ts";

type Results = Readonly<Record<string, readonly StepResult[]>>;

const recipes = sceneOf<Results>("recipes");
const throughSsh = sceneOf<Results>("recipe through ssh");
const blockedRunners = sceneOf<Results>("the README's row for blocked runners");
const beforeDeploy = sceneOf<Results>("recipe before the deploy");
const renewal = sceneOf<Results>("recipe renewal with DANE");
const shards = sceneOf<Results>("recipe in shards");
const probing = sceneOf<Results>("recipe with a server that probes");

// Played at once: each has a network of its own.
before(() => {
  for (const scene of [recipes, throughSsh, blockedRunners, beforeDeploy, renewal, shards, probing])
    void scene.start();
});

/** What a recipe says that is something else here, and why. Everything else is taken from the documents. */
const REWRITTEN: readonly { in: string; says: string; here: string; why: string }[] = [
  {
    in: "docs/reach.md",
    says: "AAAA…",
    here: "the public key of the stage",
    why: "a document has no key of its own",
  },
  {
    in: "docs/reach.md",
    says: "198.51.100.7",
    here: "the address of a server of the stage",
    why: "addresses of documents are not tested",
  },
  {
    in: "docs/examples/before-deploy.yml",
    says: "docker run",
    here: "a command that runs the inside as a process",
    why: "no docker engine",
  },
  {
    in: "docs/examples/before-deploy.yml",
    says: "apt-get install",
    here: "a command that does nothing",
    why: "no network; Postfix is installed",
  },
  {
    in: "docs/examples/octodns.yml",
    says: "octodns-dump",
    here: "a command that copies a zone file; pip and octodns-sync look at their words",
    why: "octoDNS is no package of Debian",
  },
  {
    in: "docs/examples/dnscontrol.yml",
    says: "ghcr.io/stackexchange/dnscontrol",
    here: "a command that copies a zone file",
    why: "no docker engine",
  },
  {
    in: "docs/examples/issue.yml",
    says: "gh issue",
    here: "a command that writes down what it is asked",
    why: "no GitHub",
  },
  {
    in: "docs/examples/nightly-baseline.yml",
    says: "gh run",
    here: "a command that answers from a file",
    why: "no GitHub",
  },
  {
    in: "docs/examples/probe-elsewhere.yml",
    says: "node /opt/mx-gate/",
    here: "the bundle of dist/, and the Node that runs the tests",
    why: "nothing is installed below /opt",
  },
  {
    in: "docs/examples/probe-elsewhere.yml",
    says: "AAAA…",
    here: "the public key of the stage",
    why: "a document has no key of its own",
  },
  {
    in: "docs/examples/renew-with-dane.yml",
    says: "sleep 660",
    here: "a command that does not wait",
    why: "the resolver keeps nothing",
  },
  {
    in: "docs/examples/renew-with-dane.yml",
    says: "./renew.sh",
    here: "a script that copies a certificate of the stage",
    why: "no authority that answers by ACME",
  },
  {
    in: "docs/examples/renew-with-dane.yml",
    says: "./deploy.sh",
    here: "a script that copies key and chain to Postfix and reloads it",
    why: "a document has no deploy of its own",
  },
];

test("what is something else here still stands in the documents", () => {
  for (const { in: document, says } of REWRITTEN) assert.ok(textOf(document).includes(says), says);
});

/** Blocks that are no recipe to be run on their own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "docs/reach.md Through a server of yours, by SSH": "the scene `recipe through ssh`",
  "docs/reach.md Through a server of yours, by SSH (2)": "authorized_keys of that scene",
  "docs/reach.md A new server, before MX names it": "the zone file of the commands below it",
  "README.md MX Gate (2)": "the picture of a report",
  "README.md Port 25": "the steps of docs/reach.md, in the scene `recipe through ssh`",
  "README.md The policy": "a step of GitHub's, before the Action",
  "README.md The policy (2)": "the policy of the example issue.yml",
  "README.md Try it, change it": "the stages install, demo and test of .ci/run",
};

/** Reads as `how status gate codes` for each step. */
function lines(steps: readonly StepResult[]): string[] {
  return steps.map(({ how, status, outputs }) =>
    [how, String(status), outputs["gate"], outputs["codes"]].filter((part) => part !== undefined).join(" "),
  );
}

/** The lab's root is in the system's store only, which is said. */
const PASSES = 'action 0 open ["cert-root-not-everywhere"]';
const DNS_ONLY = "action 0 open []";
const GONE = 'action 1 closed ["domain-not-found"]';
const NO_HOST = 'action 1 closed ["mx-host-not-found"]';
const DONE = "run 0";
const NOT_TRIED = "not tried 0";
const NOT_DUE = "not due null";
const WITH_POLICY = 'action 0 open ["cert-root-not-everywhere","waiver-unused"]';

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "docs/reach.md Through a SOCKS5 or HTTP proxy": [PASSES],
  "docs/reach.md Through a SOCKS5 or HTTP proxy (2)": [PASSES],
  "docs/reach.md Without port 25": [DNS_ONLY],
  "docs/reach.md Without port 25 (2)": [DNS_ONLY],
  "docs/reach.md Before a deploy": [PASSES],
  "docs/reach.md A new server, before MX names it (2)": [DONE],
  "docs/reach.md A new server, before MX names it (3)": [DONE],
  "docs/reach.md After a deploy": [PASSES],
  "docs/reach.md After a deploy (2)": [PASSES],
  "docs/reach.md Other ports": [PASSES],
  "README.md before a deploy: connect-to: mx1.example.com:25:127.0.0.1:2525": [PASSES],
  "README.md after a deploy: wait: 300": [PASSES],
  "README.md after a deploy: dns-server: authoritative": [PASSES],
  "README.md MX Gate": [DNS_ONLY],
  "README.md Port 25 (2)": [PASSES],
  "README.md At the terminal": [DONE, DONE, DONE, DONE, DONE],
  "README.md A comment on the pull request": [PASSES],
  "README.md Findings in code scanning": [PASSES, NOT_TRIED],
  "docs/examples/after-deploy.yml deploy": [NOT_TRIED, DONE, PASSES, NOT_TRIED],
  "docs/examples/hosted-runner.yml mail": [DNS_ONLY],
  "docs/examples/mta-sts-pull-request.yml policy, sound": [NOT_TRIED, DNS_ONLY],
  "docs/examples/mta-sts-pull-request.yml policy, with another host": [
    NOT_TRIED,
    'action 1 closed ["mta-sts-mx-not-covered","mta-sts-pattern-unused"]',
  ],
  "docs/examples/nightly.yml mail": [PASSES, NOT_TRIED],
  "docs/examples/policy-from-base.yml records": [NOT_TRIED, NOT_TRIED, DNS_ONLY],
  "docs/examples/pull-request.yml records, sound": [NOT_TRIED, DNS_ONLY],
  "docs/examples/pull-request.yml servers, sound": [NOT_TRIED, PASSES],
  "docs/examples/pull-request.yml records, with a host that is not there": [NOT_TRIED, NO_HOST],
  "docs/examples/pull-request.yml servers, with a host that is not there": [NOT_TRIED, NO_HOST],
  "docs/examples/pull-request.yml records, without its MX record": [
    NOT_TRIED,
    'action 1 closed ["mx-implicit"]',
  ],
  "docs/examples/zone-files.yml records": [NOT_TRIED, DNS_ONLY],
  "docs/examples/octodns.yml records": [NOT_TRIED, DONE, DONE, DONE, DNS_ONLY],
  "docs/examples/dnscontrol.yml records": [NOT_TRIED, DONE, DONE, DNS_ONLY],
  "docs/examples/zone-files.yml servers": [NOT_TRIED, PASSES],
  "docs/examples/issue.yml mail, open": [NOT_TRIED, WITH_POLICY, DONE, NOT_DUE],
  "docs/examples/issue.yml mail, closed": [NOT_TRIED, GONE, DONE, "run 1"],
  "docs/examples/issue.yml mail, open again": [NOT_TRIED, WITH_POLICY, DONE, NOT_DUE],
  "docs/examples/nightly-baseline.yml mail, the first night": [NOT_TRIED, PASSES, DONE, DONE, NOT_TRIED],
  "docs/examples/nightly-baseline.yml mail, the next night": [NOT_TRIED, PASSES, DONE, DONE, NOT_TRIED],
  "docs/examples/nightly-baseline.yml mail, with a fault": [NOT_TRIED, GONE, DONE, DONE, NOT_TRIED],
  "docs/examples/nightly-baseline.yml mail, with the same fault": [NOT_TRIED, GONE, DONE, DONE, NOT_TRIED],
};

describe("each recipe, as it stands in the documents", () => {
  for (const [name, expected] of Object.entries(EXPECTED)) {
    test(`${name}: ${expected.join("; ")}`, () =>
      recipes.holds((results) => {
        const steps = results[name] ?? assert.fail("it was not run");
        assert.deepEqual(lines(steps), expected, steps.map(({ said }) => said).join("\n"));
      }));
  }

  test("nothing else was run", () =>
    recipes.holds((results) => {
      const asked = ["issue", "nightly-baseline"].map((name) => `docs/examples/${name}.yml asked`);
      assert.deepEqual(Object.keys(results).sort(), [...Object.keys(EXPECTED), ...asked].sort());
    }));

  test("every block of README.md and docs/reach.md is run, here or elsewhere", () => {
    for (const document of ["README.md", "docs/reach.md"]) {
      for (const { name } of blocksOf(document)) {
        const known = `${document} ${name}`;
        assert.ok(known in EXPECTED || known in ELSEWHERE, known);
      }
    }
  });

  test("every job of every example is run", () => {
    const elsewhere = [
      "docs/examples/before-deploy.yml mail",
      "docs/examples/pull-request.yml configuration",
      "docs/examples/renew-with-dane.yml renew",
      ...["plan", "probe", "gate"].map((job) => `docs/examples/sharded.yml ${job}`),
      "docs/examples/probe-elsewhere.yml mail",
    ];
    for (const file of EXAMPLES) {
      for (const job of Object.keys(jobsOf(file))) {
        const name = `${file} ${job}`;
        assert.ok(
          elsewhere.includes(name) || Object.keys(EXPECTED).some((known) => known.startsWith(name)),
          name,
        );
      }
    }
  });

  test("the issue is opened where the gate is closed, and closed with the gate open", () =>
    recipes.holds((results) => {
      const [asking] = results["docs/examples/issue.yml asked"] ?? [];
      const asked = (asking?.said ?? "").split("\n").filter((line) => !line.startsWith("issue list"));
      assert.deepEqual(asked, [
        'issue create --repo example/mail --title The mail gate is closed --body ["domain-not-found"] https://github.example/example/mail/actions/runs/42',
        "issue close --repo example/mail 7 --comment The gate is open again: https://github.example/example/mail/actions/runs/42",
        "",
      ]);
    }));

  test("a fault stays red on the nights after, and opens one issue, on the first", () =>
    recipes.holds((results) => {
      const [asking] = results["docs/examples/nightly-baseline.yml asked"] ?? [];
      const asked = (asking?.said ?? "").split("\n").filter((line) => line.startsWith("issue "));
      assert.deepEqual(asked, [
        "issue create --repo example/mail --title New mail faults --body domain-not-found gone.example.com - - https://github.example/example/mail/actions/runs/42",
      ]);
    }));
});

describe("where port 25 is blocked", () => {
  const BLOCKED = 'action 1 closed ["egress-blocked"]';

  test("the steps of docs/reach.md, with a key that can do nothing else, make a gate that is open", async () => {
    await throughSsh.holds(({ blocked = [], mended = [] }) => {
      assert.deepEqual(lines(blocked), [BLOCKED]);
      assert.deepEqual(lines(mended), [DONE, PASSES], mended.map(({ said }) => said).join("\n"));
    });
  });

  test("the README's workflow takes those steps", () => {
    const { text } = blockOf("docs/reach.md", "Through a server of yours, by SSH");
    assert.deepEqual(stepsOf(blockOf("README.md", "Port 25").text), stepsOf(text));
  });

  test("the README's row does what it says: through a host that can, DNS only, or inconclusive", async () => {
    await blockedRunners.holds((results) => {
      assert.deepEqual(lines(results["without"] ?? []), [BLOCKED]);
      assert.deepEqual(lines(results["mended"] ?? []), [DONE, PASSES]);
      assert.deepEqual(lines(results["dns"] ?? []), [DNS_ONLY]);
    });
  });
});

describe("docs/examples/before-deploy.yml and pull-request.yml gate on the configuration of a pull request", () => {
  const started = [NOT_TRIED, DONE, DONE];
  const cases: readonly [pullRequest: string, steps: readonly string[]][] = [
    ["sound", [...started, 'action 0 open ["tls-legacy-accepted"]', NOT_DUE]],
    ["sound, beside zone files and a policy", [...started, 'action 0 open ["tls-legacy-accepted"]', NOT_DUE]],
    ["open relay", [...started, 'action 1 closed ["relay-open-to-us","tls-legacy-accepted"]', DONE]],
    ["broken", [NOT_TRIED, DONE, "run 1", NOT_DUE, DONE]],
  ];
  for (const [pullRequest, expected] of cases) {
    test(`${pullRequest}: ${expected.at(3) ?? ""}`, () =>
      beforeDeploy.holds((results) => {
        const steps = results[pullRequest] ?? assert.fail();
        assert.deepEqual(lines(steps), expected, steps.map(({ said }) => said).join("\n"));
      }));
  }

  test("the log of Postfix is shown where it fails", () =>
    beforeDeploy.holds((results) => {
      assert.match(results["broken"]?.at(-1)?.said ?? "", /nobody-at-all/);
      assert.match(results["open relay"]?.at(-1)?.said ?? "", /disconnect from .*\[172\.17\.0\.1\] ehlo=/);
    }));
});

describe("docs/examples/renew-with-dane.yml changes the key of a server that has DANE", () => {
  const JOB = "docs/examples/renew-with-dane.yml renew";
  const begun = [NOT_TRIED, DONE, DONE, DONE];
  const cases: readonly [how: string, steps: readonly string[]][] = [
    ["sound", [...begun, DNS_ONLY, DONE, PASSES, DONE, DONE]],
    ["update lost", [...begun, 'action 1 closed ["dane-key-unpublished"]', NOT_DUE, NOT_DUE, NOT_DUE, DONE]],
  ];
  for (const [how, expected] of cases) {
    test(`${how}: ${expected.join("; ")}`, () =>
      renewal.holds((results) => {
        const steps = results[`${JOB}, ${how}`] ?? assert.fail();
        assert.deepEqual(lines(steps), expected, steps.map(({ said }) => said).join("\n"));
      }));

    test(`${how}: one TLSA record is there in the end`, () =>
      renewal.holds((results) => {
        assert.deepEqual(lines(results[`${how}: one record`] ?? assert.fail()), [DONE]);
      }));
  }
});

describe("docs/examples/sharded.yml makes one gate of four jobs", () => {
  const FILE = "docs/examples/sharded.yml";

  test("numbers the shards", () =>
    shards.holds((results) => {
      const [step] = results[`${FILE} plan`] ?? [];
      assert.deepEqual(step?.outputs, { shards: "[1,2,3,4]", of: "4" }, step?.said);
    }));

  test("each shard says which part it is, and closes nothing", () =>
    shards.holds((results) => {
      for (const shard of ["1", "2", "3", "4"]) {
        const steps = results[`${FILE} probe ${shard}`] ?? assert.fail();
        assert.deepEqual(
          steps.map(({ how, status }) => `${how} ${String(status)}`),
          [NOT_TRIED, "action 0", NOT_TRIED],
          steps.map(({ said }) => said).join("\n"),
        );
        assert.match(steps[1]?.said ?? "", new RegExp(`Shard ${shard} of 4: \\d of 3 domains`));
      }
    }));

  const cases: readonly [how: string, gate: string][] = [
    ["gate", PASSES],
    ["gate, without a shard", 'action 1 closed ["shard-missing","cert-root-not-everywhere"]'],
  ];
  for (const [how, gate] of cases) {
    test(`${how}: ${gate}`, () =>
      shards.holds((results) => {
        const steps = results[`${FILE} ${how}`] ?? assert.fail();
        assert.deepEqual(
          lines(steps),
          [NOT_TRIED, NOT_TRIED, gate, NOT_TRIED],
          steps.map(({ said }) => said).join("\n"),
        );
      }));
  }
});

describe("docs/examples/probe-elsewhere.yml judges here what a server of ours saw", () => {
  const JOB = "docs/examples/probe-elsewhere.yml mail";
  const cases: readonly [when: string, gate: string][] = [
    ["", PASSES],
    [
      ", with a policy that asks for more",
      'action 1 closed ["mx-unexpected-host","cert-root-not-everywhere"]',
    ],
  ];
  for (const [when, gate] of cases) {
    test(`the gate is the policy's${when}: ${gate}`, () =>
      probing.holds((results) => {
        const steps = results[`${JOB}${when}`] ?? assert.fail();
        assert.deepEqual(lines(steps), [NOT_TRIED, DONE, gate], steps.map(({ said }) => said).join("\n"));
      }));
  }
});

describe("what could not be tried is marked next to it", () => {
  for (const file of EXAMPLES) {
    test(file, () => {
      const untried = untriedOf(file);
      const jobs = Object.values(jobsOf(file));
      for (const { uses, run } of jobs.flatMap(({ steps }) => steps)) {
        const action = /^[^@]+/.exec(uses ?? "")?.[0] ?? "";
        if (action !== PUBLISHER.repository) assert.ok(untried.includes(action), action);
        if (/\bdocker run\b/.test(run ?? "")) assert.match(untried, /docker/);
        if (/\bgh (?:issue|run)\b/.test(run ?? "")) assert.match(untried, /gh with GitHub itself/);
      }
      for (const { "runs-on": where, steps } of jobs) {
        assert.match(untried, where === "ubuntu-latest" ? /a GitHub-hosted runner/ : /a self-hosted runner/);
        if (steps.some((each) => each.with["comment-summary-in-pr"] !== undefined))
          assert.match(untried, /the comment on GitHub itself/);
      }
    });
  }

  test("README.md: GitHub's API, and the action that takes SARIF", () => {
    assert.match(untriedOf("README.md"), /GitHub itself.*github\/codeql-action\/upload-sarif/);
  });

  test("docs/reach.md: Tailscale, WireGuard, docker, a GitHub-hosted runner", () => {
    for (const what of ["Tailscale", "WireGuard", "docker", "a GitHub-hosted runner", "dante"])
      assert.ok(untriedOf("docs/reach.md").includes(what), what);
  });
});
