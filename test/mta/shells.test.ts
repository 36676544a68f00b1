/** The shells complete the command's words, and the readers of manual pages show its page: each Debian's own. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { completionScript } from "../../src/terminal/completion.ts";
import { SHELLS } from "../../src/terminal/own-options.ts";
import { ROOT } from "./recipe-document.ts";

/** The beginning of a line, and the only way on: what the line is once the tabulator was pressed. */
const LINES: readonly (readonly [string, string])[] = [
  ["exp", "explain"],
  ["--min-tls", "--min-tls-version"],
  ["explain cert-root-n", "explain cert-root-not-everywhere"],
  ["completion f", "completion fish"],
  ["--checks mx,ban", "--checks mx,banner"],
  ["--relay-test th", "--relay-test thorough"],
  ["--no-tls", "--no-tls-floor-test"],
  ["judge /etc/hostn", "judge /etc/hostname"],
  ["--junit-file /etc/hostn", "--junit-file /etc/hostname"],
  ["--report-file non", "--report-file none"],
];

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "mx-gate-shells-"));
  for (const shell of SHELLS) writeFileSync(join(folder, shell), completionScript(shell));
});
after(() => rmSync(folder, { recursive: true }));

function run(command: string, ...words: readonly string[]): string {
  return execFileSync(command, words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

const BASH = `
source ./bash
read -ra COMP_WORDS <<<"mx-gate $1"
COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_mx_gate
printf '%s ' "\${COMP_WORDS[@]:1:COMP_CWORD-1}" "\${COMPREPLY[@]}"
`;

describe("bash completes", () => {
  for (const [line, whole] of LINES) {
    test(`mx-gate ${line}`, () => assert.equal(run("bash", "-uc", BASH, "bash", line).trim(), whole));
  }

  test("behind an equals sign, where it takes the option apart", () => {
    const script = `source ./bash; COMP_WORDS=(mx-gate --checks = mx,ban); COMP_CWORD=3; _mx_gate; echo "\${COMPREPLY[*]}"`;
    assert.equal(run("bash", "-uc", script), "mx,banner\n");
  });
});

describe("fish completes", () => {
  for (const [line, whole] of LINES) {
    test(`mx-gate ${line}`, () => {
      const said = run("fish", "--no-config", "-c", `source ./fish; complete -C'mx-gate ${line}'`);
      const words = said
        .trim()
        .split("\n")
        .map((each) => each.split("\t")[0] ?? "");
      const kept = line.split(" ").slice(0, -1);
      assert.deepEqual(
        words.map((word) => [...kept, word].join(" ")),
        [whole],
      );
    });
  }
});

/** A terminal with zsh in it, in which the command prints the words that it was given. */
const ZSH = `
zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner 'PROMPT= RPROMPT=; autoload -Uz compinit; compinit -u -D; mx-gate() { print -r -- "GIVEN:$*:" }; source ./zsh; print READY'
while zpty -r inner line; do [[ $line == *READY* && $line != *print* ]] && break; done
for words in "$@"; do
  zpty -w -n inner "mx-gate $words"$'\\t\\n'
  while zpty -r inner line; do [[ $line == *GIVEN:* ]] && { print -r -- "$line"; break }; done
done
zpty -d inner
`;

test("zsh completes every line", () => {
  const said = run("zsh", "-fc", ZSH, "zsh", ...LINES.map(([line]) => line));
  const given = [...said.matchAll(/GIVEN:(.*):/g)].map(([, words]) => words);
  assert.deepEqual(
    given,
    LINES.map(([, whole]) => whole),
  );
});

describe("the manual page", () => {
  const page = join(ROOT, "man/mx-gate.1");

  test("is shown by man without a warning", () => {
    const shown = spawnSync("man", ["--warnings", "-l", page], {
      encoding: "utf8",
      env: { ...process.env, MANWIDTH: "80", LC_ALL: "C.UTF-8" },
    });
    assert.deepEqual([shown.status, shown.stderr], [0, ""]);
    assert.match(shown.stdout, /^ {7}--min-tls-version VERSION$/m);
    assert.match(shown.stdout, /^EXIT STATUS$/m);
  });

  test("has nothing for mandoc's lint but its missing date, which a release does not know", () => {
    const { stdout } = spawnSync("mandoc", ["-T", "lint", "-W", "warning", page], { encoding: "utf8" });
    assert.deepEqual(
      stdout.split("\n").filter((line) => line !== "" && !line.includes("missing date")),
      [],
    );
  });
});
