/** Sections of CHANGELOG.md, in the form of Keep a Changelog. */

export interface Section {
  /** What stands behind the version in its heading: a day, or that there is none yet. */
  readonly date: string;
  readonly text: string;
}

/** The section of a version, or of `Unreleased`; undefined where there is none. */
export function sectionOf(changelog: string, version: string): Section | undefined {
  for (const part of changelog.split(/^(?=## )/m)) {
    const [, name, date = ""] = /^## \[([^\]]+)\](?: - (.+))?$/m.exec(part) ?? [];
    if (name === version) return { date, text: part.slice(part.indexOf("\n") + 1).trim() };
  }
  return undefined;
}
