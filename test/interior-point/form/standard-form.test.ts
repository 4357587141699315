import { expect, test } from 'vitest';
import type { LinkedBlock } from '../../../src/lp/block-angular.ts';
import { Unserved } from '../../../src/solvers/interior-point/form/standard-columns.ts';
import {
  forgetPatterns,
  type StandardForm,
  standardForm,
} from '../../../src/solvers/interior-point/form/standard-form.ts';
import { type Column, none, type Row, write } from '../../conformance/programs.ts';
import { chanceOf } from '../../verify/random-plan.ts';
import { asTheyAre, denseColumns, randomBlock } from '../forms.ts';

/** One linking column, then these. */
function blockOf(columns: readonly Column[], rows: readonly Row[], constant = 0): LinkedBlock {
  const program = write([{ cost: 2, lower: -none }, ...columns], rows, constant);
  return { program, linkedTo: Int32Array.of(0) };
}

const formOf = (columns: readonly Column[], rows: readonly Row[], constant = 0) =>
  standardForm(blockOf(columns, rows, constant), asTheyAre);

/** The standard column of a column of the programme: what it costs, its upper bound, its entries. */
function columnOf(form: StandardForm, source: number) {
  const at = form.columnOf.indexOf(source);
  return { cost: form.cost[at], upper: form.upper[at] ?? none, entries: Array.from(denseColumns(form)[at]!) };
}

const slacksOf = (form: StandardForm) =>
  Array.from(form.columnOf, (source, at) => ({ source, at }))
    .filter(({ source }) => source < 0)
    .map(({ at }) => ({ upper: form.upper[at] ?? none, entries: Array.from(denseColumns(form)[at]!) }));

test('a column that begins elsewhere is moved to zero, and what that costs is remembered', () => {
  // x = 3 + x′, 0 ≤ x′ ≤ 4: 2x = 10 becomes 2x′ = 4, and 5x costs 15 + 5x′.
  const form = formOf([{ cost: 5, lower: 3, upper: 7 }], [{ of: [0, 2], lower: 10, upper: 10 }], 1);
  expect(columnOf(form, 1)).toEqual({ cost: 5, upper: 4, entries: [2] });
  expect([form.rhs[0], form.fixedCost]).toEqual([4, 16]);
});

test('a column that is bounded from above alone is turned round', () => {
  // x = 7 − x′: 2x = 10 becomes −2x′ = −4, and 5x costs 35 − 5x′.
  const form = formOf([{ cost: 5, lower: -none, upper: 7 }], [{ of: [0, 2], lower: 10, upper: 10 }]);
  expect(columnOf(form, 1)).toEqual({ cost: -5, upper: none, entries: [-2] });
  expect([form.rhs[0], form.fixedCost]).toEqual([-4, 35]);
});

test('a column that cannot move is no column, but counts where it stands', () => {
  const form = formOf([{ cost: 5, lower: 3, upper: 3 }, { cost: 1 }], [{ of: [0, 2, 1], lower: 10, upper: 10 }]);
  expect([form.columnCount, form.rhs[0], form.fixedCost]).toEqual([1, 4, 15]);
  expect(columnOf(form, 2)).toEqual({ cost: 1, upper: none, entries: [1] });
});

test('an inequality gets a slack on its own side, a range one of its width, an equation none', () => {
  const x = { cost: 1 };
  const slacks = (row: Row) => slacksOf(formOf([x], [row]));
  expect(slacks({ of: [0, 1], lower: 2 })).toEqual([{ upper: none, entries: [-1] }]);
  expect(slacks({ of: [0, 1], upper: 2 })).toEqual([{ upper: none, entries: [1] }]);
  expect(slacks({ of: [0, 1], lower: 2, upper: 5 })).toEqual([{ upper: 3, entries: [-1] }]);
  expect(slacks({ of: [0, 1], lower: 2, upper: 2 })).toEqual([]);
});

test('a row without limits falls away', () => {
  const form = formOf([{ cost: 1 }], [{ of: [1, 1] }, { of: [1, 2], lower: 3, upper: 3 }]);
  expect([form.rowCount, form.columnCount, ...form.rowOf]).toEqual([1, 1, 1]);
  expect(Array.from(form.linkValue)).toEqual([1]);
});

test('a row over many hours is made as light as a row of one', () => {
  const hours = 400;
  const columns = Array.from({ length: hours }, () => ({ cost: 1 }));
  const form = formOf(columns, [{ of: [3, ...columns.map(() => 1)], lower: 800, upper: 900 }]);
  // √(3² + 400) = 20.22 against 10
  const weight = 10 / Math.sqrt(409);
  expect(columnOf(form, 1).entries[0]).toBeCloseTo(weight, 12);
  expect(form.rhs[0]).toBeCloseTo(800 * weight, 9);
  expect(form.linkValue[0]).toBeCloseTo(3 * weight, 12);
  // The slack stays in the unit of the row.
  expect(slacksOf(form)[0]).toMatchObject({ upper: 100 });
  expect(slacksOf(form)[0]!.entries[0]).toBeCloseTo(-weight, 12);
});

test('sizes and money are divided by their scales', () => {
  const block = blockOf([{ cost: 6, lower: 1, upper: 9 }], [{ of: [1, 2], lower: 10, upper: 10 }], 4);
  const form = standardForm(block, { size: 4, cost: 3 });
  expect(columnOf(form, 1)).toEqual({ cost: 2, upper: 2, entries: [2] });
  // 10 − 2·1 = 8; the constant and the base cost 4 + 6 = 10; the linking column 2.
  expect([form.rhs[0], form.fixedCost, form.linkCost[0]]).toEqual([2, 10 / 12, 2 / 3]);
});

test('columns with an upper bound stand first', () => {
  const form = standardForm(randomBlock({ seed: 5 }), asTheyAre);
  expect(form.boundedCount).toBe(9 + 1);
  expect(form.upper.length).toBe(form.boundedCount);
  form.columnOf.forEach((source, at) => {
    if (source >= 0) expect(source % 2 === 0).toBe(at < form.boundedCount);
  });
});

test('what keeps the rows of a programme keeps the equations of its form, at the same cost', () => {
  for (let seed = 0; seed < 20; seed++) {
    const block = randomBlock({ seed });
    const { program } = block;
    const form = standardForm(block, asTheyAre);
    const chance = chanceOf(seed);
    const point = Float64Array.from({ length: program.columnCount }, () => 5 * chance());
    const activity = Array.from({ length: program.rowCount }, (_, r) => {
      let sum = 0;
      for (let k = program.rowStart[r]!; k < program.rowStart[r + 1]!; k++) {
        sum += program.coefficient[k]! * point[program.columnIndex[k]!]!;
      }
      return sum;
    });
    const A = denseColumns(form);
    form.rowOf.forEach((row, r) => {
      let sum = 0;
      form.columnOf.forEach((source, j) => {
        // A slack is what the row has above its lower limit.
        const isOfRow = source < 0 && A[j]![r] !== 0;
        const value = source >= 0 ? point[source]! : isOfRow ? activity[row]! - program.rowLower[row]! : 0;
        sum += A[j]![r]! * value;
      });
      for (let l = 0; l < 2; l++) {
        for (let k = form.linkStart[l]!; k < form.linkStart[l + 1]!; k++) {
          if (form.linkRow[k] === r) sum += form.linkValue[k]! * point[l]!;
        }
      }
      const isEquation = program.rowLower[row] === program.rowUpper[row];
      expect(sum - form.rhs[r]!).toBeCloseTo(isEquation ? activity[row]! - program.rowLower[row]! : 0, 12);
    });
  }
});

test('a column without any bound is refused by its number', () => {
  expect(() => formOf([{ cost: 1 }, { cost: 1, lower: -none }], [])).toThrow(Unserved);
  expect(() => formOf([{ cost: 1 }, { cost: 1, lower: -none }], [])).toThrow('Column 2 has no bound on either side');
});

const alone = (block: LinkedBlock) => {
  forgetPatterns();
  return standardForm(block, asTheyAre);
};

/** Of forms that one thread makes one behind the other. */
const sharesPattern = (before: LinkedBlock, block: LinkedBlock) => {
  const { start, row, rowOf, columnOf, sign } = alone(before);
  const after = standardForm(block, asTheyAre);
  const shared = [after.start === start, after.row === row, after.rowOf === rowOf, after.columnOf === columnOf];
  expect(new Set([...shared, after.sign === sign]).size).toBe(1);
  // toEqual tells −0 from 0: the same to the bit.
  expect(after).toEqual(alone(block));
  return shared[0]!;
};

test('a block that differs in numbers alone shares the pattern of the one before, and has the form that it has alone', () => {
  for (let seed = 0; seed < 5; seed++) {
    const [block, other] = [randomBlock({ seed }), randomBlock({ seed, numbers: 77 })];
    expect(sharesPattern(block, other)).toBe(true);
    expect(alone(block).value).not.toEqual(alone(other).value);
  }
});

test('how rows depend on linking columns is no part of the pattern: a plant stands still in other hours of each year', () => {
  const equation = (of: readonly number[]) => ({ of, lower: 2, upper: 2 });
  const blockWith = (size: number) =>
    blockOf([{ cost: 1 }, { cost: 3, lower: -none, upper: 4 }], [equation([size, 2, 1])]);
  expect(sharesPattern(blockWith(5), blockWith(0))).toBe(true);
});

test('a block that differs in one entry, bound, limit or step has a pattern of its own', () => {
  const block = randomBlock({ seed: 3 });
  const { program } = block;
  const own = program.columnIndex.findIndex((column) => column >= 2);
  const entryRow = program.rowStart.findIndex((start) => start > own) - 1;
  const inRow = program.columnIndex.subarray(program.rowStart[entryRow]!, program.rowStart[entryRow + 1]!);
  const elsewhere = Array.from({ length: program.columnCount }, (_, j) => j).find((j) => j >= 2 && !inRow.includes(j))!;
  const changed = <Values extends Float64Array | Int32Array>(values: Values, at: number, value: number): Values => {
    const copy = values.slice() as Values;
    copy[at] = value;
    return copy;
  };
  const planted = [
    { columnIndex: changed(program.columnIndex, own, elsewhere) },
    // An entry that goes to the row after.
    { rowStart: changed(program.rowStart, 4, program.rowStart[4]! - 1) },
    { columnUpper: changed(program.columnUpper, 2, none) },
    { columnUpper: changed(program.columnUpper, 3, 7) },
    { columnUpper: changed(program.columnUpper, 5, program.columnLower[5]!) },
    { columnLower: changed(program.columnLower, 2, -none) },
    { rowUpper: changed(program.rowUpper, 0, none) },
    { rowUpper: changed(program.rowUpper, 2, program.rowLower[2]!) },
    { rowUpper: changed(program.rowUpper, 2, 3) },
    { rowLower: changed(program.rowLower, 2, -none) },
    { rowStep: changed(program.rowStep, 1, 5) },
  ];
  for (const change of planted) {
    const other = { ...block, program: { ...program, ...change } };
    expect([Object.keys(change), sharesPattern(block, other)]).toEqual([Object.keys(change), false]);
  }
  expect(sharesPattern(block, { ...block, linkedTo: Int32Array.of(0, 1) })).toBe(true);
});
