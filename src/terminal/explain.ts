/** `mx-gate explain WORD`: the page of a code, of a check, or of a setting. */
import { ConfigurationError, nearWords, shown } from "../text/configuration-error.ts";
import { SETTING_NAMES, settings } from "../config/settings.ts";
import { CHECK_IDS } from "../judge/checks/all.ts";
import { CODES, describe, isCode } from "../judge/diagnostics/registry.ts";
import { CODES_PAGE } from "../report/links.ts";
import { codePage } from "./code-page.ts";
import { checkPage, settingPage } from "./explain-pages.ts";
import { PROGRAM } from "./program.ts";

/** Words that are suggested at most. */
const SUGGESTED = 5;

/** Everything that has a page: codes, then checks, then settings, those of the policy file alone as well. */
export const EXPLAINED: readonly string[] = [
  ...new Set([...CODES, ...CHECK_IDS, ...SETTING_NAMES, ...Object.keys(settings)]),
];

/**
 * The page of a code, check or setting in Markdown. Where the pages of the codes are not at hand, because the command was
 * copied alone, what the registry knows.
 * @param folder the folder of the running script
 * @param program what the reader types to start the command
 * @throws ConfigurationError where there is no such word, with those that are near it
 */
export function explain(
  word: string,
  folder: string,
  readFile: (path: string) => string | undefined,
  program = PROGRAM,
): string {
  const name = word.replace(/^--(?:no-)?/, "");
  if (isCode(name)) return codePage(name, folder, readFile) ?? registryPage(name);
  const page = checkPage(name, program) ?? settingPage(name, program);
  if (page !== undefined) return page;
  const near = nearWords(name, EXPLAINED, SUGGESTED);
  const help =
    near.length === 0
      ? `\`${program} --help\` lists checks and settings, ${CODES_PAGE} the codes.`
      : `Did you mean ${orWords(near)}?`;
  throw new ConfigurationError([{ message: `${shown(word)} is not a code, check or setting. ${help}` }]);
}

/** `a, b or c` */
function orWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

function registryPage(code: Parameters<typeof describe>[0]): string {
  const { check, severity, remedy, reference, resultType } = describe(code);
  const facts = [
    `check: ${check}`,
    `severity: ${severity}`,
    reference,
    resultType === undefined ? undefined : `TLSRPT: ${resultType}`,
  ];
  return `# ${code}\n\n${facts.filter((fact) => fact !== undefined).join(" · ")}\n\n${remedy}\n`;
}
