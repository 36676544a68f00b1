/** Where a zone file stands while it is read, and what is told of single entries of it. */
import type { RecordData } from "../../dns/fields.ts";
import { isAtOrBelow, parentName } from "../../text/dns-name.ts";
import { ZONE_NAMES_BETWEEN } from "../bounds.ts";
import type { ZoneBudget } from "../budget.ts";
import { readHead } from "./record-head.ts";
import type { ZoneEntry, ZoneProblem, ZoneToken } from "./tokens.ts";
import { ZoneError } from "./values.ts";
import type { Zone } from "../zone.ts";

/** Where a file stands while it is read. */
export interface FileState {
  readonly file: string;
  /** The files that led here, this one last. */
  readonly way: readonly string[];
  origin: Zone["name"];
  owner: string | undefined;
  /** The last owner could not be read, which was said: the records that repeat it are left out. */
  unreadable: boolean;
}

/** Names without records that lie above the owners; those of reverse zones are never asked for. */
export class NamesBetween {
  readonly names = new Set<string>();
  readonly #budget: ZoneBudget;

  constructor(budget: ZoneBudget) {
    this.#budget = budget;
  }

  /**
   * Remembers the names above an owner.
   * @param at the owner's word
   * @throws ZoneError where the run has too many of them
   */
  enter(owner: string, at: ZoneToken): void {
    if (isAtOrBelow(owner, "arpa")) return;
    let name = parentName(owner);
    while (name !== undefined && !this.names.has(name)) {
      if (!this.#budget.spend("between", 1)) {
        const message = `The names of this run's zone files have more than ${String(ZONE_NAMES_BETWEEN)} names above them.`;
        throw new ZoneError(at, message, "run");
      }
      this.names.add(name);
      name = parentName(name);
    }
  }
}

/** What is said of an entry that cannot be read and has a space of another kind in a word. */
export function spacedOddly({ tokens }: ZoneEntry): ZoneProblem | undefined {
  const at = tokens.find(({ text, quoted }) => !quoted && /[\u00a0\u2000-\u200b\u202f\u3000]/.test(text));
  if (at === undefined) return undefined;
  const message = "A space in this word is not a plain space (U+0020). Replace it.";
  return { line: at.line, column: at.column, message };
}

/** Whether the data of a `$GENERATE`, which is one word, was written as several. */
export function isUnquoted(template: readonly ZoneToken[]): boolean {
  const [owner, ...rest] = template;
  return owner !== undefined && readHead(rest, owner).data.length > 1;
}

/** The TTL that an SOA gives to negative answers, which counts where no other one is given (RFC 2308 4). */
export function minimumOf(type: string, data: RecordData | undefined): number | undefined {
  return type === "SOA" && data !== undefined ? Number(data.at(-1)) : undefined;
}
