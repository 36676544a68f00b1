/** Breaks every law of the house on purpose: what lint lets through unseen is no law. */
import assert from "node:assert/strict";
import { dirname } from "node:path";
import { describe, test } from "node:test";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";

const root = dirname(import.meta.dirname);

/** The project's own rules, without those that need types: the files that are broken here do not exist. */
const untyped = new ESLint({
  cwd: root,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    { languageOptions: { parserOptions: { projectService: false } } },
  ],
});

/** Rules that `code` breaks as the content of `file`. */
async function broken(file: string, code: string): Promise<string[]> {
  const [result] = await untyped.lintText(code, { filePath: file });
  assert.ok(result, `${file} is ignored by ESLint`);
  const unparsed = result.messages.find((message) => message.fatal === true);
  assert.equal(unparsed, undefined, unparsed?.message);
  return result.messages.map((message) => message.ruleId ?? "");
}

const IMPORTS = "@typescript-eslint/no-restricted-imports";

/** An import by value in each form that it can take, so that no form is a way round the laws. */
const valueForms = (specifier: string): readonly string[] => [
  `import { a } from "${specifier}"; export const b = a;`,
  `import a from "${specifier}"; export const b = a;`,
  `import * as a from "${specifier}"; export const b = a;`,
  `import "${specifier}";`,
  `export { a } from "${specifier}";`,
  `export * from "${specifier}";`,
];

/** An import of types only. */
const typeForm = (specifier: string): string => `import type { A } from "${specifier}"; export type B = A;`;

/** Modules that reach the network, files or processes. */
const impure = ["net", "tls", "dns", "dns/promises", "dgram", "http", "https", "http2", "fs", "fs/promises"];
impure.push(
  "child_process",
  "cluster",
  "worker_threads",
  "inspector",
  "module",
  "process",
  "os",
  "timers/promises",
);

interface Law {
  readonly law: string;
  readonly file: string;
  readonly forbidden: readonly string[];
  /** Types are forbidden, too. */
  readonly types: boolean;
}

const laws: readonly Law[] = [
  {
    law: "observe/ knows nothing of verdicts and reports",
    file: "src/observe/smtp/dialog.ts",
    forbidden: ["../../judge/judge.ts", "../../judge/checks/mx.ts", "../../report/json.ts"],
    types: true,
  },
  {
    law: "observe/ takes no values of config/",
    file: "src/observe/observe.ts",
    forbidden: ["../config/settings.ts", "../host.ts"],
    types: false,
  },
  {
    law: "judge/ is pure",
    file: "src/judge/checks/mx.ts",
    forbidden: impure.flatMap((name) => [name, `node:${name}`]),
    types: true,
  },
  {
    law: "judge/ reads no certificates",
    file: "src/judge/trust-gap.ts",
    forbidden: ["node:crypto", "crypto"],
    types: true,
  },
  {
    law: "judge/ knows the facts and nothing else of observe/",
    file: "src/judge/judge.ts",
    forbidden: ["../observe/clock.ts", "../observe/dns/resolver.ts", "../observe/dns/observation.ts"],
    types: true,
  },
  {
    law: "judge/ knows no renderer and no host",
    file: "src/judge/checks/relay.ts",
    forbidden: ["../../report/json.ts", "../../host.ts"],
    types: true,
  },
  {
    law: "report/ is pure",
    file: "src/report/json.ts",
    forbidden: impure.flatMap((name) => [name, `node:${name}`]),
    types: true,
  },
  {
    law: "report/ knows nothing of observe/ but the model of facts",
    file: "src/report/junit.ts",
    forbidden: ["../observe/clock.ts", "../observe/smtp/reply.ts"],
    types: true,
  },
  {
    law: "report/ takes no values of config/",
    file: "src/report/summary.ts",
    forbidden: ["../config/settings.ts", "../host.ts"],
    types: false,
  },
  {
    law: "text/ imports nothing of the house",
    file: "src/text/markdown.ts",
    forbidden: [
      "../judge/report.ts",
      "../config/values.ts",
      "../observe/observation.ts",
      "../host.ts",
      "../run.ts",
    ],
    types: true,
  },
  {
    law: "config/ knows no renderer",
    file: "src/config/policy.ts",
    forbidden: ["../report/json.ts", "../github/host.ts", "../terminal/host.ts"],
    types: true,
  },
  ...["config/x", "observe/x", "judge/x", "report/x", "text/x", "terminal/x"].map((room) => ({
    law: "only github/ knows @actions/*",
    file: `src/${room}.ts`,
    forbidden: ["@actions/core", "@actions/github", "@actions/core/lib/summary"],
    types: true,
  })),
  ...["src/run.ts", "src/action.ts", "src/cli.ts", "src/host.ts"].map((file) => ({
    law: "only github/ knows @actions/*",
    file,
    forbidden: ["@actions/core"],
    types: true,
  })),
  ...["config", "observe", "judge", "report", "text", "terminal"].map((room) => ({
    law: "only action.ts imports github/",
    file: `src/${room}/x.ts`,
    forbidden: ["../github/host.ts"],
    types: true,
  })),
  ...["src/run.ts", "src/cli.ts", "src/host.ts"].map((file) => ({
    law: "only action.ts imports github/",
    file,
    forbidden: ["./github/host.ts"],
    types: true,
  })),
  ...["config", "observe", "judge", "report", "text", "github"].map((room) => ({
    law: "only command.ts imports terminal/",
    file: `src/${room}/x.ts`,
    forbidden: ["../terminal/host.ts"],
    types: true,
  })),
  ...["src/action.ts", "src/host.ts"].map((file) => ({
    law: "only command.ts imports terminal/",
    file,
    forbidden: ["./terminal/host.ts"],
    types: true,
  })),
  ...["config", "observe", "judge", "report", "text", "github", "terminal"].map((room) => ({
    law: "no room knows the doors",
    file: `src/${room}/x.ts`,
    forbidden: ["../run.ts", "../cli.ts", "../action.ts"],
    types: true,
  })),
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

describe("a law of the house that is broken is an error of lint", () => {
  for (const { law, file, forbidden, types } of laws) {
    test(`${law}: ${file}`, async () => {
      for (const specifier of forbidden) {
        for (const code of [...valueForms(specifier), ...(types ? [typeForm(specifier)] : [])]) {
          const rules = await broken(file, code);
          assert.ok(rules.includes(IMPORTS), `passed: ${code}`);
        }
      }
    });
  }

  const syntax: readonly { law: string; file: string; code: string; rule: string }[] = [
    {
      law: "no dynamic imports",
      file: "src/observe/x.ts",
      code: `export const a = (): unknown => import("../judge/judge.ts");`,
      rule: "no-restricted-syntax",
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
      file: "src/run.ts",
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
  const ROOMS = ["src/observe/tls/parsed-certificate.ts", "src/observe/issuers/x.ts", "src/report/x.ts"];
  const FILES = [...ROOMS, "src/run.ts", "src/files.ts", "src/github/x.ts"];
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
      for (const code of wrong) assert.ok((await broken(file, code)).includes(IMPORTS), `passed: ${code}`);
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
    assert.deepEqual(await broken("src/observe/tls/openssl.ts", door), []);
    assert.deepEqual(await broken("src/observe/tls/contexts.ts", context), []);
    for (const file of FILES) assert.deepEqual(await broken(file, hash), []);
  });
});

describe("what the house allows passes", () => {
  const allowed: readonly { file: string; specifiers: readonly string[]; types?: readonly string[] }[] = [
    {
      file: "src/observe/smtp/dialog.ts",
      specifiers: ["node:net", "../../text/quote.ts", "../observation.ts", "./reply.ts", "zod"],
      types: ["../../config/settings.ts"],
    },
    {
      file: "src/judge/checks/mx.ts",
      specifiers: [
        "../report.ts",
        "../../observe/observation.ts",
        "../../text/quote.ts",
        "../../config/policy.ts",
      ],
    },
    {
      file: "src/judge/judge.ts",
      specifiers: ["../observe/observation.ts", "./report.ts", "node:url", "zod"],
    },
    {
      file: "src/report/junit.ts",
      specifiers: [
        "../judge/report.ts",
        "../text/xml.ts",
        "../observe/observation.ts",
        "junit-report-builder",
      ],
      types: ["../config/settings.ts"],
    },
    { file: "src/text/xml.ts", specifiers: ["./quote.ts", "zod", "node:url"] },
    { file: "src/config/policy.ts", specifiers: ["../judge/diagnostics.ts", "./settings.ts", "zod"] },
    { file: "src/github/host.ts", specifiers: ["@actions/core", "@actions/github", "../report/summary.ts"] },
    { file: "src/terminal/host.ts", specifiers: ["../report/terminal.ts", "node:fs"], types: ["../host.ts"] },
    { file: "src/action.ts", specifiers: ["./github/host.ts", "./run.ts"] },
    { file: "src/command.ts", specifiers: ["./terminal/host.ts", "./run.ts"] },
    { file: "src/run.ts", specifiers: ["./config/settings.ts", "./observe/observe.ts", "./report/json.ts"] },
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

test("the rules that need types are errors in the product and in its tests", async () => {
  const eslint = new ESLint({ cwd: root });
  for (const file of ["src/observe/observation.ts", "test/house.test.ts"]) {
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
  const [result] = await eslint.lintText(code, { filePath: "src/observe/clock.ts" });
  assert.deepEqual(
    result?.messages.map((message) => message.ruleId),
    ["@typescript-eslint/no-floating-promises"],
  );
});
