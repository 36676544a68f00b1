/** How much of a report a screen or a step log is given: beyond it nobody reads, and a log viewer gives up. */
import type { FindingGroup } from "../finding-groups.ts";
import { waivedWords } from "../finding-fields.ts";
import { wholeWords } from "../sentences.ts";
import type { WrittenFile } from "../outputs.ts";
import { plural } from "../../text/plural.ts";

export interface TerminalBudget {
  readonly lines: number;
  /** Bytes of UTF-8. */
  readonly bytes: number;
}

/** Findings and domains of a report; its head and its foot come on top. */
export const TERMINAL_BUDGET: TerminalBudget = { lines: 4_000, bytes: 500_000 };

/** What is left of a budget, and what had no room in it. */
export class Room {
  #lines: number;
  #bytes: number;
  #domains = 0;
  readonly #groups: FindingGroup[] = [];

  constructor({ lines, bytes }: TerminalBudget) {
    this.#lines = lines;
    this.#bytes = bytes;
  }

  /** The same room, to try something out. */
  copy(): Room {
    return new Room({ lines: this.#lines, bytes: this.#bytes });
  }

  /** Takes these lines and the blank one before them, or says false where they do not fit. */
  take(lines: readonly string[]): boolean {
    const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 1);
    if (lines.length + 1 > this.#lines || bytes > this.#bytes) return false;
    this.#lines -= lines.length + 1;
    this.#bytes -= bytes;
    return true;
  }

  /** Remembers findings that are not shown, and the number of domains whose section is not. */
  leaveOut(groups: readonly FindingGroup[], domains = 0): void {
    for (const group of groups) this.#groups.push(group);
    this.#domains += domains;
  }

  /** `Not shown: 1,890 errors, 30 warnings, the sections of 1,890 domains; all of it is in mx-gate-report.json.` */
  note(written: readonly WrittenFile[], more: string): string | undefined {
    const numbers = new Map<string, number>();
    for (const { finding, causes } of this.#groups) {
      const kind = waivedWords(finding) === undefined ? finding.severity : "excused";
      numbers.set(kind, (numbers.get(kind) ?? 0) + causes);
    }
    const count = (kind: string, one: string): string[] => {
      const number = numbers.get(kind) ?? 0;
      return number > 0 ? [plural(number, one)] : [];
    };
    const parts = [
      ...count("error", "error"),
      ...count("inconclusive", "inconclusive finding"),
      ...count("warning", "warning"),
      ...count("excused", "excused finding"),
      ...count("notice", "notice"),
      ...(this.#domains > 0
        ? [`the ${this.#domains === 1 ? "section" : "sections"} of ${plural(this.#domains, "domain")}`]
        : []),
    ];
    if (parts.length === 0) return undefined;
    return `Not shown: ${parts.join(", ")}; ${wholeWords(written)}${more}.`;
  }
}
