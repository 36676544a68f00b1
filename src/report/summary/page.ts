/** A page of Markdown under a budget of bytes. */

/** Sections of a page, and what of its budget they leave. */
export class Page {
  readonly sections: string[] = [];
  private left: number;

  constructor(budget: number) {
    // Between sections stand two line breaks, behind the last one.
    this.left = budget + 1;
  }

  /** Adds a section and says true, or leaves it away where it does not fit. */
  add(section: string): boolean {
    const bytes = Buffer.byteLength(section) + 2;
    if (bytes > this.left) return false;
    this.left -= bytes;
    this.sections.push(section);
    return true;
  }
}

/** Sections with a blank line between. */
export function markdownPage(sections: readonly string[]): string {
  return `${sections.join("\n\n")}\n`;
}
