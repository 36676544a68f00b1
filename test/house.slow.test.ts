/** Breaks every law of the house on purpose: what lint lets through unseen is no law. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { ROOMS, roomOf } from "../.github/scripts/rooms.ts";

const root = dirname(import.meta.dirname);

/** The project's own rules, without those that need types: the files that are broken here do not exist. */
const untyped = new ESLint({
  cwd: root,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** Rules that each line breaks where together they are the content of `file`. */
async function brokenByLine(file: string, lines: readonly string[]): Promise<string[][]> {
  const [result] = await untyped.lintText(lines.join("\n"), { filePath: file });
  assert.ok(result, `${file} is ignored by ESLint`);
  const unparsed = result.messages.find((message) => message.fatal === true);
  assert.equal(unparsed, undefined, unparsed?.message);
  return lines.map((_, index) =>
    result.messages.filter(({ line }) => line === index + 1).map(({ ruleId }) => ruleId ?? ""),
  );
}

/** Rules that `code` breaks as the content of `file`. */
async function broken(file: string, code: string): Promise<string[]> {
  return (await brokenByLine(file, code.split("\n"))).flat();
}

const MODULES = "@typescript-eslint/no-restricted-imports";
const IMPORTS = [MODULES, "house/imports"];

/** Every folder of src/. */
const ALL_ROOMS = [
  "config",
  "dns",
  "github",
  "judge",
  "observe",
  "recorded",
  "report",
  "run",
  "sts",
  "system",
  "terminal",
  "text",
  "zone",
];

/** An import by value in each form that it can take, so that no form is a way round the laws. */
const valueForms = (specifier: string): readonly string[] => [
  `import { a } from "${specifier}"; export const aa = a;`,
  `import b from "${specifier}"; export const bb = b;`,
  `import * as c from "${specifier}"; export const cc = c;`,
  `import "${specifier}";`,
  `export { a } from "${specifier}";`,
  `export * from "${specifier}";`,
];

/** An import of types only. */
const typeForm = (specifier: string): string => `import type { D } from "${specifier}"; export type DD = D;`;

/** Modules that reach the network, files, processes, a clock or randomness. */
const impure = [
  ...["net", "tls", "dns", "dns/promises", "dgram", "http", "https", "http2", "fs", "fs/promises"],
  ...[
    "child_process",
    "cluster",
    "worker_threads",
    "inspector",
    "module",
    "process",
    "os",
    "timers/promises",
  ],
  ...["crypto", "perf_hooks", "vm", "v8", "async_hooks", "readline", "sqlite"],
];

interface Law {
  readonly law: string;
  readonly file: string;
  readonly forbidden: readonly string[];
  /** Types are forbidden, too. */
  readonly types: boolean;
}

const laws: readonly Law[] = [
  {
    law: "observe/ knows nothing of config, policy, verdicts and reports",
    file: "src/observe/smtp/dialog.ts",
    forbidden: [
      "../../judge/judge.ts",
      "../../judge/checks/mx.ts",
      "../../report/json.ts",
      "../../config/settings.ts",
      "../../zone/file.ts",
      "../../host.ts",
    ],
    types: true,
  },
  {
    law: "the rooms of observe/ import one way",
    file: "src/observe/route/route.ts",
    forbidden: ["../dns/resolver.ts", "../smtp/session.ts", "../trust/stores.ts", "../limiter.ts"],
    types: true,
  },
  {
    law: "the form of facts knows nobody who sees them",
    file: "src/observe/schemas/observation.ts",
    forbidden: ["../observation.ts", "../dns/resolver.ts", "../../judge/report.ts", "../../system/clock.ts"],
    types: true,
  },
  {
    law: "how the load is shared knows facts alone",
    file: "src/observe/load/owner.ts",
    forbidden: ["../limiter.ts", "../dns/resolver.ts", "../../judge/judge.ts"],
    types: true,
  },
  {
    law: "the rooms of observe/ do not know who runs them",
    file: "src/observe/x509/der.ts",
    forbidden: ["../observe.ts", "../endpoint.ts", "../trust/stores.ts", "../tls/handshake.ts"],
    types: true,
  },
  {
    law: "tls/ knows no other room of observe/",
    file: "src/observe/tls/handshake.ts",
    forbidden: ["../route/route.ts", "../dns/resolver.ts", "../x509/der.ts", "../limiter.ts"],
    types: true,
  },
  {
    law: "dns/ knows how to get there, and nothing of mail",
    file: "src/observe/dns/https.ts",
    forbidden: ["../smtp/dialog.ts", "../trust/stores.ts", "../x509/der.ts", "../endpoint.ts"],
    types: true,
  },
  {
    law: "trust/ fetches issuers, and knows nothing of dialogs",
    file: "src/observe/trust/issuer-fetch.ts",
    forbidden: ["../smtp/dialog.ts", "../tls/handshake.ts", "../endpoint.ts", "../observe.ts"],
    types: true,
  },
  {
    law: "sts/ fetches policies, and knows nothing of dialogs",
    file: "src/observe/sts/policy-fetch.ts",
    forbidden: ["../smtp/dialog.ts", "../endpoint.ts", "../egress.ts", "../observe.ts"],
    types: true,
  },
  {
    law: "the grammars of sts/ know text/",
    file: "src/sts/sts-policy.ts",
    forbidden: ["../system/clock.ts", "../observe/observation.ts", "../dns/answer.ts", "../judge/report.ts"],
    types: true,
  },
  {
    law: "smtp/ looks nothing up",
    file: "src/observe/smtp/dialog.ts",
    forbidden: ["../dns/resolver.ts", "../x509/der.ts", "../endpoint.ts", "../targets.ts"],
    types: true,
  },
  {
    law: "config/ takes only types of observe/",
    file: "src/config/plan.ts",
    forbidden: ["../observe/targets.ts", "../observe/dns/resolver.ts"],
    types: false,
  },
  {
    law: "zone/ knows text/, system/ and dns/",
    file: "src/zone/resolver.ts",
    forbidden: [
      "../config/settings.ts",
      "../judge/report.ts",
      "../observe/bounds.ts",
      "../observe/observation.ts",
      "../observe/dns/resolver.ts",
      "../host.ts",
    ],
    types: true,
  },
  {
    law: "dns/ knows text/",
    file: "src/dns/record-types.ts",
    forbidden: ["../system/clock.ts", "../observe/observation.ts", "../zone/zone.ts", "../host.ts"],
    types: true,
  },
  {
    law: "system/ knows nobody",
    file: "src/system/files.ts",
    forbidden: ["../text/quote.ts", "../host.ts", "../config/settings.ts", "../observe/observation.ts"],
    types: true,
  },
  ...[
    ...["src/judge/checks/mx.ts", "src/report/json.ts", "src/text/markdown.ts"],
    ...["src/dns/answer.ts", "src/sts/sts-policy.ts"],
  ].map((file) => ({
    law: "judge/, report/, text/, dns/ and sts/ are pure",
    file,
    forbidden: impure.flatMap((name) => [name, `node:${name}`]),
    types: true,
  })),
  {
    law: "judge/ reads no certificates",
    file: "src/judge/checks/trust-gap.ts",
    forbidden: ["node:crypto", "crypto"],
    types: true,
  },
  {
    law: "judge/ knows the facts and text/",
    file: "src/judge/judge.ts",
    forbidden: [
      "../system/clock.ts",
      "../system/files.ts",
      "../observe/bounds.ts",
      "../observe/dns/resolver.ts",
      "../config/settings.ts",
      "../zone/file.ts",
      "../run/network.ts",
      "../report/json.ts",
      "../host.ts",
      "../version.ts",
    ],
    types: true,
  },
  {
    law: "judge/checks/ knows the facts and text/",
    file: "src/judge/checks/relay.ts",
    forbidden: [
      "../../system/files.ts",
      "../../system/machine.ts",
      "../../recorded/merge.ts",
      "../../config/settings.ts",
      "../../report/json.ts",
      "../../host.ts",
    ],
    types: true,
  },
  {
    law: "report/ knows the judged report, the facts and text/",
    file: "src/report/summary/summary.ts",
    forbidden: [
      "../../config/settings.ts",
      "../../system/files.ts",
      "../../observe/bounds.ts",
      "../../host.ts",
      "../../run/run.ts",
    ],
    types: true,
  },
  {
    law: "text/ imports nothing of the house",
    file: "src/text/markdown.ts",
    forbidden: [
      "../judge/report.ts",
      "../config/values.ts",
      "../observe/observation.ts",
      "../system/files.ts",
      "../host.ts",
      "../run/run.ts",
    ],
    types: true,
  },
  {
    law: "recorded/ knows the facts, their bounds and the form of a report",
    file: "src/recorded/merge.ts",
    forbidden: [
      "../judge/judge.ts",
      "../judge/baseline.ts",
      "../judge/checks/mx.ts",
      "../observe/observe.ts",
      "../observe/dns/resolver.ts",
      "../config/settings.ts",
      "../system/files.ts",
      "../zone/file.ts",
      "../report/json.ts",
      "../run/run.ts",
      "../host.ts",
      "../version.ts",
    ],
    types: true,
  },
  {
    law: "run/ knows neither the runner nor the terminal",
    file: "src/run/run.ts",
    forbidden: ["../github/host.ts", "../terminal/host.ts", "../command.ts"],
    types: true,
  },
  {
    law: "github/ shows reports, and neither probes nor runs",
    file: "src/github/host.ts",
    forbidden: ["../observe/observe.ts", "../observe/observation.ts", "../run/run.ts", "../terminal/host.ts"],
    types: true,
  },
  {
    law: "github/ takes only types of config/",
    file: "src/github/host.ts",
    forbidden: ["../config/settings.ts", "../host.ts"],
    types: false,
  },
  {
    law: "terminal/ reads words and shows reports, and neither probes nor runs",
    file: "src/terminal/arguments.ts",
    forbidden: ["../observe/observe.ts", "../observe/observation.ts", "../run/run.ts", "../github/host.ts"],
    types: true,
  },
  {
    law: "config/ knows no renderer",
    file: "src/config/policy.ts",
    forbidden: ["../report/json.ts", "../github/host.ts", "../terminal/host.ts", "../host.ts"],
    types: true,
  },
  ...ALL_ROOMS.filter((room) => room !== "github").map((room) => ({
    law: "only github/ knows @actions/*",
    file: `src/${room}/x.ts`,
    forbidden: ["@actions/core", "@actions/github", "@actions/core/lib/summary"],
    types: true,
  })),
  ...["src/action.ts", "src/cli.ts", "src/command.ts", "src/host.ts"].map((file) => ({
    law: "only github/ knows @actions/*",
    file,
    forbidden: ["@actions/core"],
    types: true,
  })),
  ...ALL_ROOMS.map((room) => ({
    law: "no room knows the doors, nor the delivery of another one",
    file: `src/${room}/x.ts`,
    forbidden: [
      "../cli.ts",
      "../action.ts",
      "../command.ts",
      ...(room === "github" ? [] : ["../github/host.ts"]),
      ...(room === "terminal" ? [] : ["../terminal/host.ts"]),
      ...(room === "run" ? [] : ["../run/run.ts"]),
    ],
    types: true,
  })),
  {
    law: "only action.ts imports github/, only the command's files import terminal/",
    file: "src/host.ts",
    forbidden: ["./github/host.ts", "./terminal/host.ts", "./run/run.ts", "./observe/observe.ts"],
    types: true,
  },
  {
    law: "the command knows nothing of the runner",
    file: "src/command.ts",
    forbidden: ["./github/host.ts", "./action.ts", "./observe/observe.ts", "./judge/judge.ts"],
    types: true,
  },
  {
    law: "the Action knows nothing of the terminal",
    file: "src/action.ts",
    forbidden: ["./terminal/host.ts", "./command.ts", "./observe/observe.ts", "./judge/judge.ts"],
    types: true,
  },
  {
    law: "cli.ts only starts the command",
    file: "src/cli.ts",
    forbidden: ["./run/run.ts", "./github/host.ts", "./config/settings.ts", "./judge/judge.ts"],
    types: true,
  },
  {
    law: "version.ts imports nothing",
    file: "src/version.ts",
    forbidden: ["./host.ts", "./text/quote.ts"],
    types: true,
  },
  {
    law: "the host is known by its types",
    file: "src/run/x.ts",
    forbidden: ["../host.ts"],
    types: false,
  },
  {
    law: "every file stands in a room",
    file: "src/lost/x.ts",
    forbidden: ["./y.ts", "../text/quote.ts"],
    types: true,
  },
  {
    law: "the product takes its dependencies and nothing else",
    file: "src/observe/dns/resolver.ts",
    forbidden: ["smtp-server", "fast-check", "fs", "file:///x.js", "#x", "/x.ts"],
    types: true,
  },
  {
    law: "no law is walked around by a longer path",
    file: "src/observe/dns/resolver.ts",
    forbidden: [
      "../../config/../judge/judge.ts",
      "./../../judge/judge.ts",
      "../.././judge/judge.ts",
      "../../../src/judge/judge.ts",
    ],
    types: true,
  },
];

test("the list of every room is broken once at least", () => {
  const rooms = laws.map(({ file }) => roomOf(file.replace(/^src\//, "")));
  assert.deepEqual(
    Object.keys(ROOMS).filter((room) => !rooms.includes(room)),
    [],
  );
});

describe("a law of the house that is broken is an error of lint", () => {
  for (const { law, file, forbidden, types } of laws) {
    test(`${law}: ${file}`, async () => {
      for (const specifier of forbidden) {
        const lines = [...valueForms(specifier), ...(types ? [typeForm(specifier)] : [])];
        for (const [index, rules] of (await brokenByLine(file, lines)).entries()) {
          assert.ok(
            IMPORTS.some((rule) => rules.includes(rule)),
            `passed: ${lines[index] ?? ""}`,
          );
        }
      }
    });
  }

  const syntax: readonly { law: string; file: string; code: string; rule: string }[] = [
    {
      law: "no dynamic imports but those of cli.ts and late.ts",
      file: "src/observe/x.ts",
      code: `export const a = (): unknown => import("./observation.ts");`,
      rule: "no-restricted-syntax",
    },
    {
      law: "no dynamic imports in the door of the Action",
      file: "src/action.ts",
      code: `export const a = (): unknown => import("./run/run.ts");`,
      rule: "no-restricted-syntax",
    },
    {
      law: "a dynamic import is no way round the laws of the rooms",
      file: "src/run/late.ts",
      code: `export const a = (): unknown => import("../github/host.ts");`,
      rule: "house/imports",
    },
    {
      law: "no types by inline import",
      file: "src/observe/x.ts",
      code: `export type A = import("../judge/judge.ts").Verdict;`,
      rule: "@typescript-eslint/consistent-type-imports",
    },
    {
      law: "no module-level state",
      file: "src/judge/x.ts",
      code: "let seen = 0; export const next = (): number => ++seen;",
      rule: "no-restricted-syntax",
    },
    {
      law: "no module-level state that is exported",
      file: "src/text/x.ts",
      code: "export let seen = 0;",
      rule: "no-restricted-syntax",
    },
    {
      law: "no work at import",
      file: "src/run/x.ts",
      code: "run(); function run() {}",
      rule: "no-restricted-syntax",
    },
    {
      law: "time comes in as an argument",
      file: "src/judge/x.ts",
      code: "export const a = () => Date.now();",
      rule: "no-restricted-properties",
    },
    {
      law: "time comes in as an argument, as an object too",
      file: "src/observe/x.ts",
      code: "export const a = () => new Date();",
      rule: "no-restricted-syntax",
    },
    {
      law: "time comes in as an argument, to wait for, too",
      file: "src/observe/x.ts",
      code: "export const a = (b: () => void) => setTimeout(b, 1);",
      rule: "no-restricted-globals",
    },
    {
      law: "one deadline for all",
      file: "src/observe/x.ts",
      code: "export const a = () => new AbortController();",
      rule: "no-restricted-globals",
    },
    {
      law: "one deadline for all, whatever it hangs on",
      file: "src/observe/x.ts",
      code: "export const a = (b: AbortSignal[]) => AbortSignal.any(b);",
      rule: "no-restricted-properties",
    },
    {
      law: "randomness comes in as an argument",
      file: "src/observe/x.ts",
      code: "export const a = () => Math.random();",
      rule: "no-restricted-properties",
    },
    {
      law: "judge/ has no network by way of a global",
      file: "src/judge/x.ts",
      code: `export const a = () => fetch("https://example.com");`,
      rule: "no-restricted-globals",
    },
    {
      law: "only text/ makes SafeText",
      file: "src/report/x.ts",
      code: `import type { SafeText } from "../text/quote.ts"; export const a = "x" as SafeText;`,
      rule: "no-restricted-syntax",
    },
    {
      law: "no any",
      file: "src/report/x.ts",
      code: "export const a = (b: any): unknown => b;",
      rule: "@typescript-eslint/no-explicit-any",
    },
    {
      law: "no non-null assertion",
      file: "src/report/x.ts",
      code: "export const a = (b: string | undefined): string => b!;",
      rule: "@typescript-eslint/no-non-null-assertion",
    },
    {
      law: "no skipped test",
      file: "test/x.test.ts",
      code: `import { test } from "node:test"; test.skip("x", () => {});`,
      rule: "no-restricted-syntax",
    },
  ];
  for (const { law, file, code, rule } of syntax) {
    test(`${law}: ${file}`, async () => {
      assert.ok((await broken(file, code)).includes(rule), `passed: ${code}`);
    });
  }
});

describe("certificates and keys are read through one door:", () => {
  const HASHING = ["observe/x509", "observe/trust", "run", "system", "github"].map(
    (room) => `src/${room}/x.ts`,
  );
  const FILES = [...HASHING, "src/judge/x.ts", "src/report/x.ts", "src/text/x.ts", "src/host.ts"];
  const wrong: readonly string[] = [
    `import { X509Certificate } from "node:crypto"; export const a = new X509Certificate("");`,
    `import { X509Certificate as X } from "crypto"; export const a = new X("");`,
    `import * as crypto from "node:crypto"; export const a = new crypto.X509Certificate("");`,
    `import crypto from "node:crypto"; export const a = new crypto.X509Certificate("");`,
    `export { X509Certificate } from "node:crypto";`,
    `export * from "node:crypto";`,
    `import { createPublicKey } from "node:crypto"; export const a = createPublicKey("");`,
    `import { verify } from "node:crypto"; export const a = verify;`,
    `import { createSecureContext } from "node:tls"; export const a = createSecureContext({});`,
    `import * as tls from "node:tls"; export const a = tls.createSecureContext({});`,
  ];
  for (const file of FILES) {
    test(file, async () => {
      for (const code of wrong) assert.ok((await broken(file, code)).includes(MODULES), `passed: ${code}`);
    });
  }

  test("and trust anchors are no option of a connection", async () => {
    const code = `import { connect } from "node:tls"; export const a = (b: string) => connect({ ca: b });`;
    assert.deepEqual(await broken("src/observe/x.ts", code), ["no-restricted-syntax"]);
  });

  test("the door itself and hashes pass", async () => {
    const door = `import { X509Certificate } from "node:crypto"; export const a = (b: Buffer) => new X509Certificate(b);`;
    const context = `import { createSecureContext } from "node:tls"; export const a = () => createSecureContext({});`;
    const hash = `import { createHash, hash, randomBytes } from "node:crypto"; export const a = [createHash, hash, randomBytes];`;
    assert.deepEqual(await broken("src/observe/x509/openssl.ts", door), []);
    assert.deepEqual(await broken("src/observe/tls/contexts.ts", context), []);
    for (const file of HASHING) assert.deepEqual(await broken(file, hash), []);
  });
});

describe("what the house allows passes", () => {
  const allowed: readonly { file: string; specifiers: readonly string[]; types?: readonly string[] }[] = [
    {
      file: "src/observe/smtp/dialog.ts",
      specifiers: [
        "node:net",
        "../../text/quote.ts",
        "../../system/clock.ts",
        "../observation.ts",
        "../bounds.ts",
        "../tls/handshake.ts",
        "./reply.ts",
        "zod",
      ],
    },
    {
      file: "src/observe/observe.ts",
      specifiers: ["./dns/resolver.ts", "./limiter.ts", "../system/clock.ts"],
    },
    {
      file: "src/judge/checks/mx.ts",
      specifiers: ["../report.ts", "./endings.ts", "../../observe/observation.ts", "../../text/quote.ts"],
    },
    {
      file: "src/judge/judge.ts",
      specifiers: ["../observe/observation.ts", "./report.ts", "./checks/all.ts", "zod"],
    },
    {
      file: "src/report/junit/junit.ts",
      specifiers: [
        "../../judge/report.ts",
        "../../text/xml.ts",
        "../../observe/observation.ts",
        "../labels.ts",
        "junit-report-builder",
      ],
    },
    { file: "src/text/xml.ts", specifiers: ["./quote.ts", "zod", "node:url"] },
    {
      file: "src/zone/resolver.ts",
      specifiers: ["../text/dns-name.ts", "../system/workspace.ts", "../dns/record-types.ts", "./file.ts"],
    },
    { file: "src/system/streams.ts", specifiers: ["node:fs", "./files.ts"] },
    {
      file: "src/recorded/merge.ts",
      specifiers: [
        "../judge/report.ts",
        "../observe/observation.ts",
        "../observe/bounds.ts",
        "../text/quote.ts",
        "./bounds.ts",
        "zod",
      ],
    },
    {
      file: "src/config/policy.ts",
      specifiers: ["../judge/diagnostics/registry.ts", "../zone/set.ts", "./settings.ts", "zod"],
      types: ["../observe/targets.ts"],
    },
    {
      file: "src/github/host.ts",
      specifiers: ["@actions/core", "@actions/github", "../report/summary/summary.ts"],
      types: ["../host.ts", "../config/settings.ts"],
    },
    {
      file: "src/terminal/host.ts",
      specifiers: ["../report/terminal/terminal.ts", "../config/settings.ts", "node:fs"],
      types: ["../host.ts"],
    },
    { file: "src/action.ts", specifiers: ["./github/host.ts", "./run/run.ts"] },
    { file: "src/command.ts", specifiers: ["./terminal/host.ts", "./run/run.ts"] },
    {
      file: "src/run/run.ts",
      specifiers: ["../config/settings.ts", "../observe/observe.ts", "../report/json.ts"],
      types: ["../host.ts"],
    },
  ];
  for (const { file, specifiers, types = [] } of allowed) {
    test(`${file} imports ${[...specifiers, ...types].join(", ")}`, async () => {
      for (const specifier of specifiers) {
        assert.deepEqual(await broken(file, `export * from "${specifier}";`), [], specifier);
      }
      for (const specifier of types) assert.deepEqual(await broken(file, typeForm(specifier)), [], specifier);
    });
  }
});

test("a pure room may ask whether a text is an address, and nothing else of node:net", async () => {
  assert.deepEqual(await broken("src/text/x.ts", `export { isIPv6 } from "node:net";`), []);
  assert.ok((await broken("src/text/x.ts", `export { connect } from "node:net";`)).includes(MODULES));
});

test("a renderer may hash, and nothing else of node:crypto", async () => {
  assert.deepEqual(await broken("src/report/x.ts", `export { createHash } from "node:crypto";`), []);
  assert.ok(
    (await broken("src/report/x.ts", `export { randomBytes } from "node:crypto";`)).includes(MODULES),
  );
});

test("the laws name rooms that exist, and no two of them allow each other", () => {
  for (const [room, { values = [], types = [] }] of Object.entries(ROOMS)) {
    for (const path of [room, ...values, ...types]) assert.ok(existsSync(join(root, "src", path)), path);
    for (const other of [...values, ...types]) {
      const back = ROOMS[other];
      const returned = [...(back?.values ?? []), ...(back?.types ?? [])];
      assert.ok(!returned.includes(room), `${room} and ${other} import each other`);
    }
  }
});

test("the rules that need types are errors in the product and in its tests", async () => {
  const eslint = new ESLint({ cwd: root });
  for (const file of ["src/observe/observation.ts", "test/house.slow.test.ts"]) {
    const config: unknown = await eslint.calculateConfigForFile(file);
    assert.ok(typeof config === "object" && config !== null && "rules" in config);
    const rules = config.rules as Partial<Record<string, readonly unknown[]>>;
    for (const rule of [
      "no-floating-promises",
      "no-misused-promises",
      "switch-exhaustiveness-check",
      "no-unsafe-argument",
    ]) {
      assert.equal(rules[`@typescript-eslint/${rule}`]?.[0], 2, `${rule} in ${file}`);
    }
  }
});

test("a promise that nobody waits for is an error of lint, with types", async () => {
  const eslint = new ESLint({ cwd: root });
  const code = "export function start(): void {\n  Promise.reject(new Error());\n}\n";
  const [result] = await eslint.lintText(code, { filePath: "src/system/clock.ts" });
  assert.deepEqual(
    result?.messages.map((message) => message.ruleId),
    ["@typescript-eslint/no-floating-promises"],
  );
});
