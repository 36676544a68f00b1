/** The recorded reports that `reports` names: files by pattern, each once. */
import type { Steps } from "../system/steps.ts";
import { ConfigurationError, type ConfigurationProblem } from "../text/configuration-error.ts";
import { findByPattern, noFile } from "../zone/find.ts";
import type { Host } from "../host.ts";

const SETTING = "reports";

/**
 * Paths of the reports, in the order of the patterns.
 * @throws ConfigurationError where a pattern matches nothing: a gate that judges nothing must not be open
 */
export function* findingReports(
  patterns: readonly string[],
  { workspace }: Pick<Host, "workspace">,
): Steps<readonly string[]> {
  // An input or option names them: whoever runs this may read what it may read.
  const search = { anywhere: true, positionOf: () => undefined };
  const problems: ConfigurationProblem[] = [];
  const named = new Map<string, string>();
  for (const pattern of patterns) {
    if (workspace === undefined) {
      problems.push(noFile(SETTING, pattern, search));
      continue;
    }
    const found = yield* findByPattern(SETTING, { written: pattern, pattern }, workspace, search);
    problems.push(...found.problems);
    for (const { file, real } of found.files) if (!named.has(real)) named.set(real, file);
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return [...named.values()];
}
