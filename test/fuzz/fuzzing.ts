/**
 * Many inputs for one parser. Each input has to end without an exception that was not declared, and to cost less
 * than {@link STEP_MILLISECONDS} of CPU.
 *
 *     MX_GATE_FUZZ_RUNS     inputs of each parser; 20,000 where absent
 *     MX_GATE_FUZZ_SEED     the seed that an earlier run has printed: the same inputs again
 *     MX_GATE_FUZZ_PATH     the path that fast-check prints with a failure: that one input again
 *     MX_GATE_FUZZ_SECONDS  seconds after which a parser gets no further inputs; no limit where absent
 */
import { randomInt } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { test } from "node:test";
import fc from "fast-check";

/** CPU that one input may cost, in milliseconds: a run has thousands of endpoints and one thread. */
export const STEP_MILLISECONDS = 50;

/** A slow input is measured so many times: a pause for garbage or for a compiler is not its cost. */
const MEASUREMENTS = 5;

/** Inputs after which the process gets its breath: what it has put off, such as freeing native memory, is done. */
const BREATH = 500;

export interface FuzzSettings {
  readonly runs: number;
  readonly seed: number;
  readonly path?: string | undefined;
  readonly seconds?: number | undefined;
}

/** The environment of a run; numbers that are none are errors, and not defaults. */
export function fuzzSettings(environment: NodeJS.ProcessEnv): FuzzSettings {
  const numberOf = (name: string): number | undefined => {
    const written = environment[name];
    if (written === undefined || written === "") return undefined;
    if (!/^-?\d+$/.test(written)) throw new Error(`${name} is no number: ${written}`);
    return Number(written);
  };
  return {
    runs: numberOf("MX_GATE_FUZZ_RUNS") ?? 20_000,
    seed: numberOf("MX_GATE_FUZZ_SEED") ?? randomInt(2 ** 31),
    path: environment["MX_GATE_FUZZ_PATH"],
    seconds: numberOf("MX_GATE_FUZZ_SECONDS"),
  };
}

export interface Parser<Input, Output> {
  readonly inputs: fc.Arbitrary<Input>;
  /** What is measured. Throws for nothing, unless {@link declared} says so. */
  parse(input: Input): Output | Promise<Output>;
  /** Throws where the output is wrong for the input; not measured. */
  check?(output: Output, input: Input): void | Promise<void>;
  /** An input costs as much as so many of another parser, and it gets so many times fewer. */
  readonly weight?: number;
  /** True for an exception that the parser declares. */
  declared?(error: unknown): boolean;
}

/** CPU time of this process in milliseconds: what other processes do meanwhile does not count. */
function cpuMilliseconds(): number {
  // That of the thread alone would be nearer, but Linux counts it in ticks of several milliseconds.
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs a parser; the exception that it declares is told as `refused`. */
async function taken<Input, Output>(
  { parse, declared }: Parser<Input, Output>,
  input: Input,
): Promise<{ readonly output: Output } | "refused"> {
  try {
    const parsing = parse(input);
    return { output: parsing instanceof Promise ? await parsing : parsing };
  } catch (error) {
    if (declared?.(error) !== true) throw error;
    return "refused";
  }
}

/** CPU that an input costs, in milliseconds: the least of several measurements. */
async function costOf<Input, Output>(parser: Parser<Input, Output>, input: Input): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let measurement = 0; measurement < MEASUREMENTS; measurement++) {
    const began = cpuMilliseconds();
    await taken(parser, input);
    least = Math.min(least, cpuMilliseconds() - began);
  }
  return least;
}

export interface Fed {
  readonly inputs: number;
  /** Inputs that ended in an exception that the parser declares. */
  readonly refused: number;
  readonly seconds: number;
  /** CPU that the slowest input cost, in milliseconds. */
  readonly slowest: number;
}

/**
 * Feeds a parser.
 * @throws where an input is met with an exception, a wrong output, or too much CPU; the error names the input, smaller
 * than it was found, and the seed and path to it
 */
export async function feed<Input, Output>(
  parser: Parser<Input, Output>,
  { runs, seed, path, seconds }: FuzzSettings,
): Promise<Fed> {
  let slowest = 0;
  let refused = 0;
  let inputs = 0;
  const property = fc.asyncProperty(parser.inputs, async (input) => {
    inputs += 1;
    if (inputs % BREATH === 0) await setImmediate();
    const came = performance.now();
    const result = await taken(parser, input);
    // What took less time than the slowest did CPU is no slower: the dear look at the CPU is for the others.
    if (performance.now() - came > slowest) {
      const cost = await costOf(parser, input);
      if (cost > STEP_MILLISECONDS) throw new Error(`one input took ${cost.toFixed(1)} ms of CPU`);
      slowest = Math.max(slowest, cost);
    }
    if (result === "refused") refused += 1;
    else await parser.check?.(result.output, input);
  });
  const began = performance.now();
  await fc.assert(property, {
    numRuns: Math.ceil(runs / (parser.weight ?? 1)),
    seed,
    ...(path !== undefined && { path }),
    ...(seconds !== undefined && { interruptAfterTimeLimit: seconds * 1000 }),
  });
  return { inputs, refused, seconds: (performance.now() - began) / 1000, slowest };
}

/** A test that feeds a parser, and prints a row of the table in docs/fuzzing.md. */
export function fuzz<Input, Output>(name: string, parser: Parser<Input, Output>): void {
  test(name, async (t) => {
    const settings = fuzzSettings(process.env);
    const { inputs, refused, seconds, slowest } = await feed(parser, settings);
    const cells = [name, inputs.toLocaleString("en"), refused.toLocaleString("en"), seconds.toFixed(1)];
    t.diagnostic(`| ${[...cells, slowest.toFixed(1), settings.seed].join(" | ")} |`);
  });
}

/** Octets as text, cut and glued: pieces of a language, and now and then anything else. */
export function gluedText(pieces: readonly string[], maxLength: number): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8, unit: "binary" }) },
  );
  return fc.array(piece, { maxLength, size: "max" }).map((parts) => parts.join(""));
}
