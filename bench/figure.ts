/** One figure of a bench program: what was measured, beside a bound or a peer of the same run. */
export interface Figure {
  readonly what: string;
  /** With its unit. */
  readonly measured: string;
  /** What it is held against, with its unit. */
  readonly beside: string;
  /** The measured value as a multiple of the other one. */
  readonly ratio: number;
  /** The ratio that it should not exceed; absent where the peer is there for comparison alone. */
  readonly bar?: number;
}

/** Whether a figure is within its bar. */
export function holds({ ratio, bar }: Figure): boolean {
  return bar === undefined || ratio <= bar;
}

/** Prints a figure, hands it to `bench/all.ts` where that started the program, and sets the exit status of a miss. */
export function tell(figure: Figure): void {
  const bar = figure.bar === undefined ? "" : ` (bar ${figure.bar.toFixed(2)})`;
  console.log(
    `${figure.what}: ${figure.measured}, beside ${figure.beside}: x ${figure.ratio.toFixed(2)}${bar}`,
  );
  process.send?.(figure);
  if (!holds(figure)) process.exitCode = 1;
}
