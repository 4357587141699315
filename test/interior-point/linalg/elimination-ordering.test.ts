import { expect, test } from 'vitest';
import { standardForm } from '../../../src/solvers/interior-point/form/standard-form.ts';
import { eliminationOrder } from '../../../src/solvers/interior-point/linalg/elimination-ordering.ts';
import { none, type Row, write } from '../../conformance/programs.ts';
import { asTheyAre } from '../forms.ts';

interface Law {
  readonly name: string;
  /** Of its first row; the others follow. Absent for rows across the steps. */
  readonly firstStep?: number;
  readonly rows: readonly (readonly number[])[];
}

/** Names of the rows in the order in which they are eliminated. */
function orderOf(laws: readonly Law[]) {
  const rows = laws.flatMap((law) => law.rows.map((of): Row => ({ of, lower: 1, upper: 1 })));
  const steps = laws.flatMap(({ firstStep, rows: own }) =>
    own.map((_, h) => (firstStep === undefined ? -1 : firstStep + h)),
  );
  const columns = rows[0]!.of.map(() => ({ cost: 1, upper: none }));
  const program = { ...write(columns, rows), rowStep: Int32Array.from(steps) };
  const names = laws.flatMap(({ name, firstStep, rows: own }) =>
    own.map((_, h) => (firstStep === undefined ? name : `${name} ${h}`)),
  );
  const { rowOf } = standardForm({ program, linkedTo: Int32Array.of() }, asTheyAre);
  return Array.from(rowOf, (row) => names[row]);
}

test('steps follow one another, the rows with the fewest neighbours first, and rows across them last', () => {
  const order = orderOf([
    { name: 'total', rows: [[1, 1, 1, 0, 0]] },
    // Column 0 in hour 0, 1 in hour 1; 3 joins both hours' stores.
    {
      name: 'store',
      firstStep: 0,
      rows: [
        [1, 0, 0, 1, 1],
        [0, 1, 0, 1, 1],
      ],
    },
    {
      name: 'balance',
      firstStep: 0,
      rows: [
        [1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
      ],
    },
  ]);
  expect(order).toEqual(['balance 0', 'store 0', 'balance 1', 'store 1', 'total']);
});

test('weather years in one block follow one another, whatever their lengths', () => {
  const chain = (name: string, firstStep: number, length: number): Law => ({
    name,
    firstStep,
    rows: Array.from({ length }, () => [1]),
  });
  const order = orderOf([
    ...[chain('a 2005', 0, 2), chain('b 2005', 0, 2), { name: 'month 2005', rows: [[1]] }],
    ...[chain('a 2006', 2, 3), chain('b 2006', 2, 3)],
    ...[chain('a 2007', 5, 2), chain('b 2007', 5, 2)],
  ]);
  expect(order).toEqual([
    ...['a 2005 0', 'b 2005 0', 'a 2005 1', 'b 2005 1'],
    ...['a 2006 0', 'b 2006 0', 'a 2006 1', 'b 2006 1', 'a 2006 2', 'b 2006 2'],
    ...['a 2007 0', 'b 2007 0', 'a 2007 1', 'b 2007 1'],
    'month 2005',
  ]);
});

/** 300,000³ is more than a float counts exactly: hour, neighbours and row do not fit one number. */
test('every row of many years has a place of its own', () => {
  const hours = 300_000;
  const rowStep = Int32Array.from({ length: hours + 1 }, (_, r) => r - 1);
  // A column an hour, which also stands in the row over all of them.
  const start = Int32Array.from({ length: hours + 1 }, (_, j) => 2 * j);
  const row = Int32Array.from({ length: 2 * hours }, (_, k) => (k % 2 === 0 ? 0 : (k + 1) / 2));
  const rank = eliminationOrder(
    rowStep,
    Int32Array.from({ length: hours + 1 }, (_, r) => r),
    hours + 1,
    start,
    row,
  );
  expect(rank[0]).toBe(hours);
  expect(rank.subarray(1).every((place, hour) => place === hour)).toBe(true);
});
