/** What name servers would refuse of a zone file that could be read: each reason once for each file. */
import type { ZoneTroubleReason } from "../dns/zone-troubles.ts";
import type { ZonePosition } from "./file/tokens.ts";

export interface ZoneTrouble {
  readonly reason: ZoneTroubleReason;
  readonly file: string;
  /** Of the first one. */
  readonly line: number;
  /** Name or type that the first one is about, as this product spells names. */
  readonly about?: string;
  /** How many there are. */
  readonly count: number;
}

/** Gathers the troubles of a zone; of each reason the first place in each file is kept, and the number. */
export class Troubles {
  readonly #found = new Map<string, ZoneTrouble>();

  note(reason: ZoneTroubleReason, file: string, { line }: Pick<ZonePosition, "line">, about?: string): void {
    const key = `${reason} ${file}`;
    const known = this.#found.get(key);
    const first = known ?? { reason, file, line, ...(about !== undefined && { about }) };
    this.#found.set(key, { ...first, count: (known?.count ?? 0) + 1 });
  }

  list(): ZoneTrouble[] {
    return [...this.#found.values()];
  }
}
