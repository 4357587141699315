import { expect, test } from 'vitest';
import type { Constraint, Row } from '../../src/lp/constraint.ts';
import { ProgramBuilder } from '../../src/lp/program-builder.ts';

const law = (count: number, write: (row: Row, index: number) => void): Constraint => ({
  name: 'law',
  of: ['site'],
  count,
  write,
});

test('blocks of variables follow each other, non-negative unless bounds say otherwise', () => {
  const lp = new ProgramBuilder();
  const flow = lp.variables('flow', ['site'], 2);
  const size = lp.variables('size', [], 2, { lower: -1, upper: Float64Array.of(5, 6) });
  const program = lp.build();
  expect([flow.at(0), flow.at(1), size.at(0), size.at(1)]).toEqual([0, 1, 2, 3]);
  expect([...program.columnLower]).toEqual([0, 0, -1, -1]);
  expect([...program.columnUpper]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 5, 6]);
  expect(program.columnBlocks).toEqual([
    { name: 'flow', of: ['site'], first: 0, length: 2 },
    { name: 'size', of: [], first: 2, length: 2 },
  ]);
});

test('in a row repeated columns add up and zeros vanish, and the next row begins afresh', () => {
  const lp = new ProgramBuilder();
  const x = lp.variables('x', [], 3);
  lp.require(
    law(2, (row, index) => row.plus(2, x.at(0)).plus(0, x.at(1)).minus(1, x.at(2)).plus(index, x.at(0)).atMost(index)),
  );
  const program = lp.build();
  expect([...program.rowStart]).toEqual([0, 2, 4]);
  expect([...program.columnIndex]).toEqual([0, 2, 0, 2]);
  expect([...program.coefficient]).toEqual([2, -1, 3, -1]);
});

test('each relation closes a row with its bounds', () => {
  const lp = new ProgramBuilder();
  const x = lp.variables('x', [], 1).at(0);
  lp.require(law(1, (row) => row.plus(1, x).equals(3)));
  lp.require(law(1, (row) => row.plus(1, x).atMost(4)));
  lp.require(law(1, (row) => row.plus(1, x).atLeast(2)));
  const block = lp.require(law(1, (row) => row.plus(1, x).between(-1, 5)));
  const { rowLower, rowUpper, rowCount } = lp.build();
  expect([...rowLower]).toEqual([3, Number.NEGATIVE_INFINITY, 2, -1]);
  expect([...rowUpper]).toEqual([3, 4, Number.POSITIVE_INFINITY, 5]);
  expect(rowCount).toBe(4);
  expect(block).toEqual({ name: 'law', of: ['site'], first: 3, length: 1 });
});

test('a law whose row closes never or twice is refused by name', () => {
  const x = (lp: ProgramBuilder) => lp.variables('x', [], 1).at(0);
  const open = new ProgramBuilder();
  expect(() => open.require(law(1, (row) => void row.plus(1, x(open))))).toThrow('law: row 0 closes with no relation');
  const twice = new ProgramBuilder();
  const write = (row: Row) => {
    row.plus(1, x(twice)).atMost(1);
    row.atLeast(0);
  };
  expect(() => twice.require(law(1, write))).toThrow('law: row 0 closes');
});

test('costs of several parts add up, constants too', () => {
  const lp = new ProgramBuilder();
  const x = lp.variables('x', [], 2);
  lp.minimise({ name: 'capital', of: [], write: (terms) => terms.plus(5, x.at(0)) });
  lp.minimise({
    name: 'wear',
    of: [],
    write: (terms) => {
      terms.plus(2, x.at(0));
      terms.plus(-1, x.at(1));
      terms.constant(7);
    },
  });
  lp.minimise({ name: 'sunk', of: [], write: (terms) => terms.constant(3) });
  const { objective, objectiveConstant } = lp.build();
  expect([...objective]).toEqual([7, -1]);
  expect(objectiveConstant).toBe(10);
});

test('a programme of many thousands of entries keeps each of them', () => {
  const lp = new ProgramBuilder();
  const hours = 5000;
  const x = lp.variables('x', [], hours);
  lp.require(
    law(hours, (row, h) =>
      row
        .plus(h + 1, x.at(h))
        .minus(1, x.at((h + 1) % hours))
        .atLeast(h),
    ),
  );
  const { columnIndex, coefficient, rowLower, rowStart } = lp.build();
  expect([rowStart.length, columnIndex.length]).toEqual([hours + 1, 2 * hours]);
  for (let h = 0; h < hours; h++) {
    expect([columnIndex[2 * h], coefficient[2 * h], rowLower[h]]).toEqual([h, h + 1, h]);
  }
});

test('rows of laws as long as the chain are its steps, chains follow one another, and other rows stand across', () => {
  const lp = new ProgramBuilder();
  const x = lp.variables('x', [], 1).at(0);
  const some = (count: number) => law(count, (row) => row.plus(1, x).atMost(1));
  lp.require(some(2));
  lp.beginChain(2);
  lp.require(some(2));
  lp.require(some(1));
  lp.require(some(2));
  lp.beginChain(3);
  lp.require(some(3));
  lp.require(some(2));
  expect([...lp.build().rowStep]).toEqual([-1, -1, 0, 1, -1, 0, 1, 2, 3, 4, -1, -1]);
});
