/** The fuzzers can fail: on a crash, a wrong output, a slow input. And what was found can be found again. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { feed, fuzzSettings, STEP_MILLISECONDS } from "./fuzzing.ts";

const numbers = fc.nat({ max: 1000 });
const SETTINGS = { runs: 2000, seed: 7 };

/** Keeps the CPU busy for so long. */
function burn(milliseconds: number): void {
  const { user, system } = process.cpuUsage();
  for (;;) {
    const now = process.cpuUsage();
    if (now.user + now.system - user - system > milliseconds * 1000) return;
  }
}

describe("a parser", () => {
  test("that takes everything is fed as often as is asked", async () => {
    const { inputs, refused } = await feed({ inputs: numbers, parse: (input) => input }, SETTINGS);
    assert.deepEqual([inputs, refused], [2000, 0]);
  });

  test("that is twenty times as dear is fed a twentieth", async () => {
    const { inputs } = await feed({ inputs: numbers, parse: (input) => input, weight: 20 }, SETTINGS);
    assert.equal(inputs, 100);
  });

  test("that throws is found out, with the smallest input that does it", async () => {
    const parse = (input: number): void => {
      if (input > 500) throw new TypeError("of no use");
    };
    await assert.rejects(feed({ inputs: numbers, parse }, SETTINGS), /Counterexample: \[501\]/);
  });

  test("may throw what it declares, and nothing else", async () => {
    const parse = (input: number): void => {
      throw input > 500 ? new TypeError("a bug") : new RangeError("declared");
    };
    const declared = (error: unknown): boolean => error instanceof RangeError;
    await assert.rejects(feed({ inputs: numbers, parse, declared }, SETTINGS), /\[501\]/);
    const { inputs, refused } = await feed({ inputs: fc.nat({ max: 500 }), parse, declared }, SETTINGS);
    assert.equal(refused, inputs);
  });

  test("whose output is wrong is found out", async () => {
    const check = (output: number, input: number): void => assert.equal(output, input);
    await assert.rejects(
      feed({ inputs: numbers, parse: (input) => input % 900, check }, SETTINGS),
      /Counterexample: \[900\]/,
    );
  });

  test("that takes too long over one input is found out", async () => {
    const parse = (input: number): void => {
      if (input === 0) burn(STEP_MILLISECONDS + 20);
    };
    await assert.rejects(feed({ inputs: fc.constantFrom(1, 0), parse }, SETTINGS), (error: Error) => {
      assert.match(String(error.cause), /one input took \d+\.\d ms of CPU/);
      return true;
    });
  });

  test("that waits is not one that works", async () => {
    const parse = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2 * STEP_MILLISECONDS));
    const { slowest } = await feed({ inputs: numbers, parse }, { runs: 1, seed: 7 });
    assert.ok(slowest < STEP_MILLISECONDS);
  });
});

describe("the environment", () => {
  test("sets inputs, seed, path and time", () => {
    const environment = {
      MX_GATE_FUZZ_RUNS: "5",
      MX_GATE_FUZZ_SEED: "-3",
      MX_GATE_FUZZ_PATH: "4:0",
      MX_GATE_FUZZ_SECONDS: "9",
    };
    assert.deepEqual(fuzzSettings(environment), { runs: 5, seed: -3, path: "4:0", seconds: 9 });
  });

  test("is not guessed at", () => {
    assert.throws(() => fuzzSettings({ MX_GATE_FUZZ_RUNS: "20k" }), /MX_GATE_FUZZ_RUNS is no number: 20k/);
    assert.equal(fuzzSettings({}).runs, 20_000);
  });

  test("with a seed gives the same inputs again", async () => {
    const inputsOf = async (): Promise<number[]> => {
      const seen: number[] = [];
      await feed(
        { inputs: numbers, parse: () => undefined, check: (_, input) => void seen.push(input) },
        SETTINGS,
      );
      return seen;
    };
    assert.deepEqual(await inputsOf(), await inputsOf());
  });
});
