import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readInputs } from "../../src/github/inputs.ts";

const NAMES = ["domains", "min-tls-version", "github-token"];

describe("inputs", () => {
  const cases: readonly {
    what: string;
    env: Record<string, string>;
    given: Record<string, string>;
    unknown: string[];
  }[] = [
    {
      what: "keep their hyphens",
      env: { "INPUT_MIN-TLS-VERSION": "1.3" },
      given: { "min-tls-version": "1.3" },
      unknown: [],
    },
    {
      what: "are unset where they are empty",
      env: { INPUT_DOMAINS: "", "INPUT_MIN-TLS-VERSION": " \n" },
      given: {},
      unknown: [],
    },
    {
      what: "are handed on as they are written",
      env: { INPUT_DOMAINS: " a.example\n# b\n" },
      given: { domains: " a.example\n# b\n" },
      unknown: [],
    },
    {
      what: "that are none of ours are named, even if empty",
      env: { "INPUT_MIN-TLS-VERSOIN": "1.3", INPUT_DOMAIN: "" },
      given: {},
      unknown: ["domain", "min-tls-versoin"],
    },
    {
      what: "with underscores are none of ours",
      env: { INPUT_MIN_TLS_VERSION: "1.3" },
      given: {},
      unknown: ["min_tls_version"],
    },
    {
      what: "are not everything that the environment holds",
      env: { PATH: "/bin", GITHUB_TOKEN: "x" },
      given: {},
      unknown: [],
    },
  ];
  for (const { what, env, given, unknown } of cases) {
    test(what, () => assert.deepEqual(readInputs(env, NAMES), { given, unknown }));
  }
});
