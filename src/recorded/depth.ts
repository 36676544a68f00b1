/** Values of any shape that were read from a file: nested too deeply, they would overflow the stack of whoever writes them. */

/** Nesting of the value of a setting in a report: the deepest that any setting needs is four. */
export const SETTING_DEPTH = 16;

/** Whether lists and objects stand in each other deeper than so many levels. */
export function nestedDeeper(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true;
    level = level.flatMap((each) =>
      typeof each === "object" && each !== null ? (Object.values(each) as unknown[]) : [],
    );
  }
  return false;
}
