/** A sizing problem of any length: sun, wind and a battery for a constant need. Seeded, the same on every machine. */

import type { LinearProgram } from '../../src/lp/linear-program.ts';

const COLUMNS_PER_HOUR = 5;
const ROWS_PER_HOUR = 6;
/** Sizes stand first: sun and wind [MW], battery power [MW] and energy [MWh]. */
const SIZES = 4;
const costOfSizes = [60_000, 80_000, 15_000, 14_000];

/** Six rows an hour: two weather limits, balance, state of charge, power and energy limit of the battery. */
export function storageYear(hours: number): LinearProgram {
  const random = randomNumbers(1);
  const columnCount = SIZES + COLUMNS_PER_HOUR * hours;
  const rowCount = ROWS_PER_HOUR * hours;
  const objective = new Float64Array(columnCount);
  objective.set(costOfSizes);
  const rowLower = new Float64Array(rowCount).fill(Number.NEGATIVE_INFINITY);
  const rowUpper = new Float64Array(rowCount);
  const rowStart = new Int32Array(rowCount + 1);
  const columnIndex: number[] = [];
  const coefficient: number[] = [];
  let row = 0;
  const add = (lower: number, upper: number, ...entries: readonly (readonly [column: number, value: number])[]) => {
    for (const [column, value] of entries) {
      if (value === 0) continue;
      columnIndex.push(column);
      coefficient.push(value);
    }
    rowLower[row] = lower;
    rowUpper[row] = upper;
    row += 1;
    rowStart[row] = columnIndex.length;
  };
  let wind = 0.35;
  for (let hour = 0; hour < hours; hour++) {
    const sunUsed = SIZES + COLUMNS_PER_HOUR * hour;
    const [windUsed, charge, discharge, state] = [sunUsed + 1, sunUsed + 2, sunUsed + 3, sunUsed + 4];
    const stateBefore = hour === 0 ? SIZES + COLUMNS_PER_HOUR * (hours - 1) + 4 : sunUsed - 1;
    const sun = Math.max(0, 1 - ((hour % 24) - 12) ** 2 / 36) * (0.6 + 0.4 * random());
    wind = Math.min(1, Math.max(0, wind + 0.12 * (random() - 0.5) - 0.01 * (wind - 0.35)));
    const need = 100 + 10 * random();
    objective.set([0.01, 0.02, 0, 0.5, 0], sunUsed);
    add(Number.NEGATIVE_INFINITY, 0, [sunUsed, 1], [0, -sun]);
    add(Number.NEGATIVE_INFINITY, 0, [windUsed, 1], [1, -wind]);
    add(need, need, [sunUsed, 1], [windUsed, 1], [discharge, 1], [charge, -1]);
    if (stateBefore === state) add(0, 0, [charge, 0.95], [discharge, -1 / 0.95]);
    else add(0, 0, [stateBefore, 1], [charge, 0.95], [discharge, -1 / 0.95], [state, -1]);
    add(Number.NEGATIVE_INFINITY, 0, [charge, 1], [discharge, 1], [2, -1]);
    add(Number.NEGATIVE_INFINITY, 0, [state, 1], [3, -1]);
  }
  return {
    columnCount,
    rowCount,
    objective,
    objectiveConstant: 0,
    columnLower: new Float64Array(columnCount),
    columnUpper: new Float64Array(columnCount).fill(Number.POSITIVE_INFINITY),
    rowLower,
    rowUpper,
    rowStart,
    columnIndex: Int32Array.from(columnIndex),
    coefficient: Float64Array.from(coefficient),
    rowStep: new Int32Array(rowCount).fill(-1),
    columnBlocks: [{ name: 'everything', of: [], first: 0, length: columnCount }],
    rowBlocks: [{ name: 'everything', of: [], first: 0, length: rowCount }],
  };
}

/** A linear congruential generator (Numerical Recipes' constants), 0…1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
