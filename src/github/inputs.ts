/** Inputs as the runner hands them over. */

export interface Inputs {
  /** What was set, by name; an empty input is unset. */
  readonly given: Readonly<Record<string, string>>;
  /** Names that were set and are none of ours, in lower case. */
  readonly unknown: readonly string[];
}

const PREFIX = "INPUT_";

/** The variable in which the runner passes an input: upper case, spaces as underscores, hyphens kept. */
function variableOf(name: string): string {
  return PREFIX + name.replaceAll(" ", "_").toUpperCase();
}

/**
 * Reads the inputs of the given names. The runner only warns of an input that action.yml does not know and passes
 * it all the same, so that a misspelt one is found here.
 */
export function readInputs(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Inputs {
  const ours = new Map(names.map((name) => [variableOf(name), name]));
  const given: Record<string, string> = {};
  const unknown: string[] = [];
  for (const [variable, value] of Object.entries(env)) {
    if (!variable.startsWith(PREFIX) || value === undefined) continue;
    const name = ours.get(variable);
    if (name === undefined) unknown.push(variable.slice(PREFIX.length).toLowerCase());
    else if (value.trim() !== "") given[name] = value;
  }
  return { given, unknown: unknown.sort() };
}
