import { expect, test } from 'vitest';
import type { Block } from '../../src/lp/linear-program.ts';
import { eliminationOrder } from '../../src/solvers/interior-point/elimination-order.ts';
import { standardForm } from '../../src/solvers/interior-point/standard-form.ts';
import { none, type Row, write } from '../conformance/programs.ts';
import { asTheyAre } from './forms.ts';

/** Names of the rows in the order in which they are eliminated. */
function orderOf(blocks: readonly (Omit<Block, 'first'> & { readonly rows: readonly (readonly number[])[] })[]) {
  const laws = blocks.flatMap(({ rows }) => rows.map((of): Row => ({ of, lower: 1, upper: 1 })));
  const places = blocks.map(({ name, of, length }, b) => {
    const first = blocks.slice(0, b).reduce((sum, before) => sum + before.length, 0);
    return { name, of, first, length };
  });
  const columns = laws[0]!.of.map(() => ({ cost: 1, upper: none }));
  const program = { ...write(columns, laws), rowBlocks: places };
  const names = places.flatMap(({ name, of, length }) =>
    Array.from({ length }, (_, h) => `${name} ${of[1]}${length > 1 ? ` ${h}` : ''}`),
  );
  const { rowOf } = standardForm({ program, linkedTo: Int32Array.of() }, asTheyAre);
  return Array.from(rowOf, (row) => names[row]);
}

test('hours follow one another, the rows with the fewest neighbours first, and single rows last', () => {
  const year = ['first', '2005'];
  const order = orderOf([
    { name: 'total', of: year, length: 1, rows: [[1, 1, 1, 0, 0]] },
    // Column 0 in hour 0, 1 in hour 1; 3 joins both hours' stores.
    {
      name: 'store',
      of: [...year, 'battery'],
      length: 2,
      rows: [
        [1, 0, 0, 1, 1],
        [0, 1, 0, 1, 1],
      ],
    },
    {
      name: 'balance',
      of: year,
      length: 2,
      rows: [
        [1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
      ],
    },
  ]);
  expect(order).toEqual(['balance 2005 0', 'store 2005 0', 'balance 2005 1', 'store 2005 1', 'total 2005']);
});

test('weather years in one block follow one another, whatever their lengths', () => {
  const chain = (name: string, year: string, length: number) => ({
    ...{ name, of: ['first', year], length },
    rows: Array.from({ length }, () => [1]),
  });
  const order = orderOf([
    ...[chain('a', '2005', 2), chain('b', '2005', 2), chain('month', '2005', 1)],
    ...[chain('a', '2006', 3), chain('b', '2006', 3)],
    ...[chain('a', '2007', 2), chain('b', '2007', 2)],
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
  const program = {
    ...write([], []),
    rowCount: hours + 1,
    rowBlocks: [
      { name: 'total', of: ['first', '2005'], first: 0, length: 1 },
      { name: 'hourly', of: ['first', '2005'], first: 1, length: hours },
    ],
  };
  // A column an hour, which also stands in the row over all of them.
  const start = Int32Array.from({ length: hours + 1 }, (_, j) => 2 * j);
  const row = Int32Array.from({ length: 2 * hours }, (_, k) => (k % 2 === 0 ? 0 : (k + 1) / 2));
  const rank = eliminationOrder(
    program,
    Int32Array.from({ length: hours + 1 }, (_, r) => r),
    hours + 1,
    start,
    row,
  );
  expect(rank[0]).toBe(hours);
  expect(rank.subarray(1).every((place, hour) => place === hour)).toBe(true);
});
