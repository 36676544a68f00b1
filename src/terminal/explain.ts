/** `mx-gate explain CODE`: the page of a code. */
import { ConfigurationError, shown, suggestion } from "../text/configuration-error.ts";
import { CODES, describe, isCode } from "../judge/diagnostics/registry.ts";
import { CODES_PAGE } from "../report/links.ts";
import { codePage } from "./code-page.ts";

/**
 * The page of a code in Markdown. Where the pages are not at hand, because the command was copied alone, what
 * the registry knows.
 * @param folder the folder of the running script
 * @throws ConfigurationError where there is no such code
 */
export function explain(
  code: string,
  folder: string,
  readFile: (path: string) => string | undefined,
): string {
  if (!isCode(code)) {
    const near = suggestion(code, CODES);
    const help = near === "" ? ` All codes: ${CODES_PAGE}` : near;
    throw new ConfigurationError([{ message: `${shown(code)} is not a code.${help}` }]);
  }
  const page = codePage(code, folder, readFile);
  if (page !== undefined) return page;
  const { check, severity, remedy, reference, resultType } = describe(code);
  const facts = [
    `check: ${check}`,
    `severity: ${severity}`,
    reference,
    resultType === undefined ? undefined : `TLSRPT: ${resultType}`,
  ];
  return `# ${code}\n\n${facts.filter((fact) => fact !== undefined).join(" · ")}\n\n${remedy}\n`;
}
