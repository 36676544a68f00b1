import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { z } from "zod";
import { actionYaml } from "../../.github/scripts/action-yaml.ts";
import { makePlan } from "../support/run/made-plan.ts";
import { SETTING_NAMES, settings } from "../../src/config/settings.ts";
import type { Setting } from "../../src/config/settings.ts";

const TOKEN = "ghs_0123456789";
const given = (token: string) =>
  makePlan(
    [
      { name: "domains", value: "example.com", label: "input domains" },
      { name: "github-token", value: token, label: "input github-token" },
    ],
    "action",
  );

describe("the token", () => {
  test("reaches the delivery without the spaces around it", () => {
    assert.equal(given(` ${TOKEN}\n`).settings["github-token"], TOKEN);
  });
  test("is in no report: only that it is set", () => {
    const { inForce } = given(TOKEN).policy;
    assert.ok(!JSON.stringify(inForce).includes(TOKEN));
    assert.deepEqual(inForce.settings["github-token"], { value: "set, not shown", from: "input" });
  });
  test("is unset where it is empty", () => {
    const { policy, settings: values } = given("");
    assert.equal(values["github-token"], null);
    assert.deepEqual(policy.inForce.settings["github-token"], { value: null, from: "default" });
  });
});

test("the token's is the only default in action.yml: any other would look like the user's own word", () => {
  const { inputs } = z
    .object({ inputs: z.record(z.string(), z.object({ default: z.string().optional() })) })
    .parse(parse(actionYaml()));
  const defaults = Object.entries(inputs).flatMap(([name, input]) =>
    input.default === undefined ? [] : [[name, input.default]],
  );
  assert.deepEqual(defaults, [["github-token", "${{ github.token }}"]]);
});

test("what has a default in action.yml is a secret or nothing", () => {
  const all: readonly Setting[] = SETTING_NAMES.map((name) => settings[name]);
  assert.equal(
    all.filter(({ actionYamlDefault, secret }) => actionYamlDefault !== undefined && secret !== true).length,
    0,
  );
});
