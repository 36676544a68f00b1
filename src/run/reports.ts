/** The recorded reports that `reports` names: files by pattern, each once. */
import type { Steps } from "../system/steps.ts";
import { ConfigurationError } from "../text/configuration-error.ts";
import { findFiles } from "../zone/find.ts";
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
  const search = { workspace, anywhere: true, positionOf: () => undefined };
  const { files, problems } = yield* findFiles(SETTING, patterns, search);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return files.map(({ file }) => file);
}
