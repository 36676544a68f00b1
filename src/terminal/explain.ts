/** `mx-gate explain CODE`: the page of a code. */
import { ConfigurationError, suggestion } from "../text/configuration-error.ts";
import { CODES, describe, isCode } from "../judge/diagnostics/registry.ts";
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
    throw new ConfigurationError([
      {
        message: `"${code}" is not a code.${suggestion(code, CODES)} See docs/codes/README.md for all of them.`,
      },
    ]);
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
