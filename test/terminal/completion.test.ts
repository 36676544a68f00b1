import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isForActionOnly, SETTING_NAMES, settings, type Setting } from "../../src/config/settings.ts";
import { completionScript } from "../../src/terminal/completion.ts";
import { SHELLS } from "../../src/terminal/own-options.ts";
import { parseCommandLine } from "../../src/terminal/arguments.ts";

// test/mta/shells.test.ts has the shells themselves complete words.
for (const shell of SHELLS) {
  describe(`the completion of ${shell}`, () => {
    const script = completionScript(shell);

    for (const name of SETTING_NAMES) {
      const { flag, default: standard }: Setting = settings[name];
      const written = flag === true && standard === true ? `no-${name}` : name;
      const option = shell === "fish" ? `-l ${written} ` : `--${written}`;
      if (isForActionOnly(name))
        test(`leaves ${name} out, which the command does not take`, () =>
          assert.ok(!script.includes(option)));
      else test(`has ${option}`, () => assert.ok(script.includes(option)));
    }

    test("runs nothing that a description says", () => {
      const told = script.split("\n").filter((line) => /'[^']*(?:\$\(|`)[^']*'/.test(line));
      assert.deepEqual(told, []);
    });

    test("is what the command prints", () => {
      assert.deepEqual(parseCommandLine(["completion", shell]), { name: "completion", shell });
    });
  });
}

for (const words of [["completion"], ["completion", "tcsh"], ["completion", "bash", "zsh"]]) {
  test(`${words.join(" ")} is told what it takes`, () => {
    assert.throws(() => parseCommandLine(words, "npx mx-gate"), {
      message: /completion takes a shell, bash, zsh or fish: npx mx-gate completion bash/,
    });
  });
}
