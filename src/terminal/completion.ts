/** `mx-gate completion SHELL`: what a shell needs to complete the command's words, from the list of settings. */
import { CODES } from "../judge/diagnostics/registry.ts";
import { CHECK_IDS } from "../judge/checks/all.ts";
import { isForActionOnly, SETTING_NAMES, settings, type Setting } from "../config/settings.ts";
import { REQUIREMENTS } from "../judge/policy.ts";
import { TLS_VERSIONS } from "../config/values.ts";
import { EXPLAINED } from "./explain.ts";
import { optionOf } from "./help.ts";
import { COMMANDS, OWN_OPTIONS, SHELLS, type Shell } from "./own-options.ts";

/** What may stand as the value of an option. */
interface Value {
  readonly words: readonly string[];
  /** Paths, besides the words. */
  readonly files: boolean;
  /** Several, by comma. */
  readonly list: boolean;
}

interface Option {
  readonly name: string;
  readonly short?: string;
  /** A few words, without quotes or anything else that a shell reads. */
  readonly meaning: string;
  /** A switch has none. */
  readonly value?: Value;
}

/** Words that stand for others in how a value is written. */
const STAND_FOR: Readonly<Record<string, readonly string[]>> = {
  CHECK: CHECK_IDS,
  VERSION: TLS_VERSIONS,
  "CODE:LEVEL": CODES.map((code) => `${code}:`),
  "dane|mta-sts|...": REQUIREMENTS,
};

/** Reads how a value is written: `basic|off`, `FILE|none`, `CHECK,...`. */
function valueOf(placeholder: string): Value {
  const list = placeholder.includes(",...");
  const written = placeholder.replace(/,\.\.\.(?=\||$)/, "");
  const words = STAND_FOR[written] ?? written.split("|").filter((word) => /^[a-z0-9][a-z0-9-]*$/.test(word));
  return { words, files: /FILE|GLOB/.test(written), list };
}

/** Cells of a meaning. */
const MEANING_LENGTH = 72;

/** The first sentence, in letters that no shell gives a meaning to. */
function inShort(meaning: string): string {
  const plain = meaning.replaceAll(/[^A-Za-z0-9 ,.:;/_()-]/g, "").replaceAll(/ +/g, " ");
  const sentence = /^.*?[.;:](?= |$)/.exec(plain)?.[0].slice(0, -1) ?? plain;
  return sentence.length <= MEANING_LENGTH
    ? sentence
    : `${sentence.slice(0, sentence.lastIndexOf(" ", MEANING_LENGTH)).replace(/[,.;:(]$/, "")} ...`;
}

/** Every option, switches in both forms. */
function options(): Option[] {
  const named = SETTING_NAMES.filter((name) => !isForActionOnly(name)).map((name): Option => {
    const { flag, placeholder }: Setting = settings[name];
    const { written, meaning } = optionOf(name);
    return {
      name: written,
      meaning: inShort(meaning.replace(/^Switch off: /, "Not: ")),
      ...(flag !== true && { value: valueOf(placeholder) }),
    };
  });
  const own = OWN_OPTIONS.map(({ name, short, placeholder, meaning }): Option => ({
    name: `--${name}`,
    ...(short !== undefined && { short }),
    meaning: inShort(meaning),
    ...(placeholder !== undefined && { value: { words: [], files: false, list: false } }),
  }));
  return [...named, ...own];
}

const quoted = (words: readonly string[]): string => words.join(" ");

/** A `case` of a shell: the options of each way to be completed, and what completes them. */
function casesOf(all: readonly Option[], write: (value: Value) => string): string {
  const ways = new Map<string, string[]>();
  for (const { name, value } of all) {
    if (value === undefined) continue;
    const way = write(value);
    ways.set(way, [...(ways.get(way) ?? []), name]);
  }
  return [...ways].map(([way, names]) => `    ${names.join("|")}) ${way} ;;`).join("\n");
}

function bash(all: readonly Option[]): string {
  const names = all.flatMap(({ name, short }) => [name, ...(short === undefined ? [] : [`-${short}`])]);
  const cases = casesOf(all, ({ words, files, list }) =>
    [`words="${quoted(words)}"`, ...(files ? ["files=1"] : []), ...(list ? ["list=1"] : [])].join("; "),
  );
  return `# Completion of mx-gate for bash: source <(mx-gate completion bash)
_mx_gate() {
  local current=\${COMP_WORDS[COMP_CWORD]} option="" command="" words="" files="" list="" before="" word index
  # Bash takes --name=value apart at the sign.
  if [[ $current == "=" ]]; then
    option=\${COMP_WORDS[COMP_CWORD - 1]} current=""
  elif ((COMP_CWORD > 1)) && [[ \${COMP_WORDS[COMP_CWORD - 1]} == "=" ]]; then
    option=\${COMP_WORDS[COMP_CWORD - 2]}
  elif ((COMP_CWORD > 0)); then
    option=\${COMP_WORDS[COMP_CWORD - 1]}
  fi
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    case $word in
    ${Object.keys(COMMANDS).join("|")}) command=$word && break ;;
    esac
  done
  COMPREPLY=()
  case $option in
${cases}
    *)
      if [[ $current == -* ]]; then
        words="${quoted(names)}"
      else
        case $command in
        judge) files=1 ;;
        explain) words="${quoted(EXPLAINED)}" ;;
        completion) words="${quoted(SHELLS)}" ;;
        "") words="${quoted(Object.keys(COMMANDS))}" ;;
        esac
      fi
      ;;
  esac
  if [[ -n $list && $current == *,* ]]; then
    before=\${current%,*},
    current=\${current##*,}
  fi
  if [[ -n $words ]]; then
    while read -r word; do COMPREPLY+=("$before$word"); done < <(compgen -W "$words" -- "$current")
  fi
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    while read -r word; do COMPREPLY+=("$before$word"); done < <(compgen -f -- "$current")
  fi
}
complete -F _mx_gate mx-gate
`;
}

/** What zsh's \`_arguments\` does with a value. */
function zshValue({ words, files, list }: Value): string {
  const spelt = words.map((word) => word.replaceAll(":", "\\\\:")).join(" ");
  if (files && words.length === 0) return "_files";
  if (files) return `_alternative "words\\:word\\:(${spelt})" "files\\:file\\:_files"`;
  if (words.length === 0) return " ";
  return list ? `_values -s , word ${words.map((word) => word.replace(/:$/, "")).join(" ")}` : `(${spelt})`;
}

function zsh(all: readonly Option[]): string {
  const specs = all.map(({ name, short, meaning, value }) => {
    const text = meaning.replaceAll(":", "\\:");
    const told = `[${text}]${value === undefined ? "" : `:value:${zshValue(value)}`}`;
    return short === undefined
      ? `    '${value?.list === true ? "*" : ""}${name}${value === undefined ? "" : "="}${told}'`
      : `    '(-${short} ${name})'{-${short},${name}}'${told}'`;
  });
  const commands = Object.entries(COMMANDS).map(([name, meaning]) => `      '${name}:${meaning}'`);
  return `#compdef mx-gate
# Completion of mx-gate for zsh: source <(mx-gate completion zsh)
_mx_gate_words() {
  local -a commands
  case \${words[(r)(judge|explain|completion)]} in
    judge) _files ;;
    explain) compadd -- ${quoted(EXPLAINED)} ;;
    completion) compadd -- ${quoted(SHELLS)} ;;
    *)
      commands=(
${commands.join("\n")}
      )
      _describe command commands
      ;;
  esac
}
_mx_gate() {
  _arguments -s \\
${specs.map((spec) => `${spec} \\`).join("\n")}
    '*:word:_mx_gate_words'
}
if [[ \${funcstack[1]} == _mx_gate ]]; then
  _mx_gate "$@"
else
  compdef _mx_gate mx-gate
fi
`;
}

function fish(all: readonly Option[]): string {
  const lines = all.map(({ name, short, meaning, value }) => {
    const parts = [
      `complete -c mx-gate -l ${name.slice(2)}`,
      ...(short === undefined ? [] : [`-s ${short}`]),
      ...(value === undefined ? [] : [value.files ? "-r -F" : "-x"]),
      ...(value === undefined || value.words.length === 0
        ? []
        : value.list
          ? [`-a '(__fish_append , ${quoted(value.words)})'`]
          : [`-a '${quoted(value.words)}'`]),
      `-d '${meaning}'`,
    ];
    return parts.join(" ");
  });
  const names = Object.keys(COMMANDS).join(" ");
  const commands = Object.entries(COMMANDS).map(
    ([name, meaning]) =>
      `complete -c mx-gate -n 'not __fish_seen_subcommand_from ${names}' -a ${name} -d '${meaning}'`,
  );
  return `# Completion of mx-gate for fish: mx-gate completion fish | source
complete -c mx-gate -f
${commands.join("\n")}
complete -c mx-gate -n '__fish_seen_subcommand_from judge' -F
complete -c mx-gate -n '__fish_seen_subcommand_from explain' -a '${quoted(EXPLAINED)}'
complete -c mx-gate -n '__fish_seen_subcommand_from completion' -a '${quoted(SHELLS)}'
${lines.join("\n")}
`;
}

const WRITERS: Readonly<Record<Shell, (all: readonly Option[]) => string>> = { bash, zsh, fish };

/** The script that teaches a shell to complete the command's words. */
export function completionScript(shell: Shell): string {
  return WRITERS[shell](options());
}
