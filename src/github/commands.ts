/** Workflow commands: lines of the step log that the runner obeys. */
import type { Annotation } from "../report/annotations.ts";
import { commandData, commandProperty } from "../text/escape.ts";

/** An annotation as a command. */
export function annotationCommand({ level, title, message, file, line, column }: Annotation): string {
  const properties = { title, file, line, col: column };
  const said = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${commandProperty(String(value))}`],
  );
  return `::${level} ${said.join(",")}::${commandData(message)}`;
}

/** Starts a part of the log that is folded below its title. */
export function groupCommand(title: string): string {
  return `::group::${commandData(title)}`;
}

export const END_GROUP = "::endgroup::";

/** Keeps a secret out of everything that is logged from here on. */
export function maskCommand(secret: string): string {
  return `::add-mask::${commandData(secret)}`;
}
