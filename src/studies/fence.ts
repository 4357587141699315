import type { LinearProgram } from '../lp/linear-program.ts';

/** How far a fence lets a size move at a time; larger steps were slower (see `test/bench/README.md`). */
const STEP = { down: 0.97, up: 1.05 };

/**
 * Sizes are held within this share of themselves: they come out of solvers, so a power and an energy that depend on each
 * other may miss their law by a rounding error (seen: 1.2e-5 MWh, after which HiGHS cannot tell).
 */
const PLAY = 1e-6;

/**
 * Bounds on the sizes of a programme, narrower than its own. Sizes that a start has none of stay as free as they are.
 */
export class Fence {
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly given: LinearProgram;
  private readonly fenced: readonly number[];

  /**
   * @param sizes by column: where the fence stands at first, each size held as it is
   * @param play share of a size by which it is not quite held
   */
  constructor(given: LinearProgram, sizes: ReadonlyMap<number, number>, play = PLAY) {
    this.given = given;
    this.lower = given.columnLower.slice();
    this.upper = given.columnUpper.slice();
    const negligible = [...sizes.values()].reduce((most, size) => Math.max(most, size), 0) / 1000;
    this.fenced = [...sizes].filter(([, size]) => size > 0 && size >= negligible).map(([column]) => column);
    for (const column of this.fenced) {
      const size = Math.min(Math.max(sizes.get(column)!, given.columnLower[column]!), given.columnUpper[column]!);
      this.lower[column] = Math.max(given.columnLower[column]!, size * (1 - play));
      this.upper[column] = Math.min(given.columnUpper[column]!, size * (1 + play));
    }
  }

  program(): LinearProgram {
    return { ...this.given, columnLower: this.lower.slice(), columnUpper: this.upper.slice() };
  }

  /**
   * Moves the fence outward where a size leans on it.
   *
   * @param primal where the sizes are
   * @returns whether any size leant on the fence rather than on a bound of the programme's own
   */
  moveWhereLeaning(primal: Float64Array): boolean {
    let moved = false;
    for (const column of this.fenced) {
      const size = primal[column]!;
      const hair = 1e-7 * Math.max(1, size);
      const [least, most] = [this.given.columnLower[column]!, this.given.columnUpper[column]!];
      if (this.lower[column]! > least && size <= this.lower[column]! + hair) {
        this.lower[column] = Math.max(least, size * STEP.down);
        moved = true;
      }
      if (this.upper[column]! < most && size >= this.upper[column]! - hair) {
        this.upper[column] = Math.min(most, size * STEP.up);
        moved = true;
      }
    }
    return moved;
  }
}
