import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberOfCell } from '../../../src/profiles/table/plain-number.ts';
import { Row } from '../../../src/profiles/table/row.ts';
import { cellsOfLine } from '../../../src/profiles/table/rows.ts';

const piece = fc.constantFrom(...['1', '0.5', '-12.25', '1e3', '-', '.', ';', ';', ';', '"', '""', ' ', 'é', '0,5']);
const line = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const POINT = '.'.charCodeAt(0);
const COMMA = ','.charCodeAt(0);

test('the cells of a line are the same whether they are cut out or read where they stand', () => {
  let [numbers, quoted, torn] = [0, 0, 0];
  const property = fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
    const text = lines.join('\n');
    const row = new Row(text, ';', 4, 'around-cells');
    let from = 0;
    for (const one of lines) {
      const cells = cellsOfLine(one, ';');
      expect(row.take(from, from + one.length)).toBe(cells !== undefined);
      from += one.length + 1;
      torn += cells === undefined ? 1 : 0;
      if (cells === undefined) continue;
      quoted += one.includes('"') ? 1 : 0;
      expect(row.length).toBe(cells.length);
      expect(row.cells()).toEqual(cells);
      expect(Array.from({ length: cells.length + 1 }, (_, index) => row.cell(index))).toEqual([...cells, '']);
      expect(row.cell(-1)).toBe('');
      cells.slice(0, 4).forEach((cell, index) => {
        const value = row.shortDecimal(index, POINT);
        if (!Number.isNaN(value)) expect(Object.is(value, numberOfCell(cell))).toBe(true);
        numbers += Number.isNaN(value) ? 0 : 1;
        if (cell === '0,5') expect(row.shortDecimal(index, COMMA)).toBe(0.5);
      });
    }
  });
  fc.assert(property, { numRuns: 2000 });
  expect(Math.min(numbers, quoted, torn)).toBeGreaterThan(500);
});

test('where quotes are signs as any, as in the native format, they part nothing', () => {
  const row = new Row('"1;2";3', ';', 3, 'none');
  expect(row.take(0, 7)).toBe(true);
  expect(row.cells()).toEqual(['"1', '2"', '3']);
  expect(row.cell(1)).toBe('2"');
});
