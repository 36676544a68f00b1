/**
 * The second look at what differs from the truth. A machine with other work is late, and what is late can look like a
 * fault of a server or of the program. So whatever differs is asked once more, in a fresh lab with nothing else in it and
 * no lab beside it: what differs there again is a difference. Every one that is gone is printed, so that nothing is hidden.
 */

/** What a lab is asked, and what should come out. */
export interface Questions<Seen> {
  /**
   * Starts a lab and asks it.
   * @param only targets that it is asked about; all where absent, and then other labs may run beside it
   */
  ask(only?: readonly string[]): Promise<Seen>;
  /** What differs from the truth, by target. */
  differences(seen: Seen): ReadonlyMap<string, readonly string[]>;
  /** What the first lab said, but for these targets, of which the second lab says all. */
  replace(first: Seen, second: Seen, targets: ReadonlySet<string>): Seen;
}

/** Of two lists of answers the first one's, but for these targets. */
export function withThoseOf<Each extends { readonly name: string }>(
  second: readonly Each[],
  first: readonly Each[],
  targets: ReadonlySet<string>,
): Each[] {
  return [
    ...first.filter(({ name }) => !targets.has(name)),
    ...second.filter(({ name }) => targets.has(name)),
  ];
}

/** Differences of targets, each with its lines; those without lines are none. */
export function differing(
  targets: readonly { readonly name: string }[],
  linesOf: (name: string) => readonly string[],
): Map<string, readonly string[]> {
  const all = targets.map(({ name }) => [name, linesOf(name)] as const);
  return new Map(all.filter(([, lines]) => lines.length > 0));
}

/** Targets of one second lab: a crowd makes even an idle machine late. */
const AT_ONCE = 40;

/** Prints a line that no reporter of tests takes for one of its own. */
function note(line: string): void {
  process.stdout.write(`${line.replaceAll(/\s*\n\s*/g, " ").slice(0, 600)}\n`);
}

function noteDifference(target: string, said: string): void {
  note(`Differed in the first lab, and is asked again: ${target}: ${said}`);
}

/**
 * Asks all targets, and those that differ once more. Of a lab that broke off nothing is known: it is started anew.
 * @throws what the lab throws, where it breaks off again
 */
export async function askTwice<Seen>({ ask, differences, replace }: Questions<Seen>): Promise<Seen> {
  const first = await ask().catch((error: unknown) => {
    noteDifference("the whole lab", String(error));
    return ask();
  });
  const found = differences(first);
  if (found.size === 0) return first;
  for (const [target, lines] of found) noteDifference(target, lines.join("; "));
  const began = performance.now();
  const names = [...found.keys()];
  let settled: Seen = first;
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const some = names.slice(start, start + AT_ONCE);
    settled = replace(settled, await ask(some), new Set(some));
  }
  note(`Asking ${String(names.length)} again took ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  return settled;
}

/** A lab that is a whole: several tests look at what was seen in it, and any of them may have it set up once more. */
export class Scene<Seen> {
  readonly #name: string;
  readonly #play: (alone: boolean) => Promise<Seen>;
  #first: Promise<Seen> | undefined;
  #second: Promise<Seen> | undefined;

  /** @param play sets it up and looks; with `alone`, with no lab beside it */
  constructor(name: string, play: (alone: boolean) => Promise<Seen>) {
    this.#name = name;
    this.#play = play;
  }

  /** Starts it, where it is to be played before somebody looks. */
  start(): Promise<Seen> {
    if (this.#first === undefined) {
      this.#first = this.#play(false);
      // Whoever looks is told of a failure; until then it is nobody's.
      this.#first.catch(() => undefined);
    }
    return this.#first;
  }

  /** Looks at it, and where that throws, once more at a second one. @throws what the second look throws. */
  async holds(look: (seen: Seen) => void): Promise<void> {
    try {
      look(await this.start());
    } catch (error) {
      noteDifference(this.#name, error instanceof Error ? error.message : String(error));
      this.#second ??= this.#play(true);
      look(await this.#second);
    }
  }
}
