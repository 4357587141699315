import { describe, expect, test } from 'vitest';
import { FaultList } from '../../../src/profiles/faults.ts';
import { type NumberRules, numberReader } from '../../../src/profiles/table/numbers.ts';
import { cellsOfLine, firstLines, offsetOfLine } from '../../../src/profiles/table/rows.ts';
import { readTable, type TableRules } from '../../../src/profiles/table/table.ts';

const rules: TableRules = {
  firstLine: 2,
  delimiter: ',',
  width: 3,
  columns: [
    { name: 'wind', cell: 1 },
    { name: 'sun', cell: 2 },
  ],
  numbers: { decimal: 'point', missing: ['', 'n/e', '-999'] },
  stamp: {
    name: 'minute',
    column: 1,
    form: 'number of minutes',
    minutes: (row) => (/^\d+$/.test(row.cell(0)) ? Number(row.cell(0)) : Number.NaN),
    text: ([cell = '']) => cell,
  },
};

function read(text: string, changes: Partial<TableRules> = {}) {
  const faults = new FaultList('file.csv');
  const table = readTable(text, { ...rules, ...changes }, faults);
  const issues = faults.issues().map(({ code, line, column, problem }) => [code, line, column, problem]);
  return {
    rows: [...table.clockMinutes],
    lines: [...table.lines],
    values: table.values.map((v) => [...v]),
    issues,
    table,
  };
}

describe('a table', () => {
  test('begins below its header and gives stamps, lines and columns', () => {
    expect(read('minute,wind,sun\n0,1.5,2\n60,-3,4e2\n')).toMatchObject({
      rows: [0, 60],
      lines: [2, 3],
      values: [
        [1.5, -3],
        [2, 400],
      ],
      issues: [],
    });
  });

  test('takes only the marks it is told for missing, and numbers among them however they are written', () => {
    const { values, issues } = read('h\n0,,n/e\n60,-999,-999.00\n120,NaN,1\n');
    expect(values).toEqual([
      [Number.NaN, Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN, 1],
    ]);
    expect(issues).toEqual([
      ['profile.bad-number', 4, 2, '"NaN" is a mark for a missing value; a missing value must be found, not left out'],
    ]);
  });

  test('tells each fault with its line and goes on', () => {
    const { rows, issues } = read('h\n0,1,2\nx,1,2\n120,1\n180,1,=1+1\n240,1,2,\n300,"1,2\n360,1,2\n');
    expect(issues).toEqual([
      ['profile.bad-stamp', 3, 1, '"x" is no number of minutes'],
      ['profile.bad-row', 4, undefined, '2 cells, but the header has 3'],
      ['profile.bad-number', 5, 3, '"=1+1" is not a number'],
      ['profile.bad-row', 6, undefined, '4 cells, but the header has 3'],
      ['profile.bad-row', 7, undefined, '"300,\\"1,2" has quotes that do not pair up'],
    ]);
    expect(rows).toEqual([0, Number.NaN, 120, 180, 240, 360]);
  });

  test('may be padded with empty cells only where a format says so', () => {
    expect(read('h\n0,1,2,,,\n', { mayBePadded: true }).issues).toEqual([]);
    expect(read('h\n0,1,2,,3\n', { mayBePadded: true }).issues).toHaveLength(1);
  });

  test('ends at an empty line, padded or not; rows after it are never lost in silence', () => {
    expect(read('h\n0,1,2\n\nlegend: 1, 2\n', { footer: 'text' })).toMatchObject({ rows: [0], issues: [] });
    expect(read('h\n0,1,2\n,,\n')).toMatchObject({ rows: [0], issues: [] });
    expect(read('h\n0,1,2\n\nlegend\n').issues).toEqual([
      ['profile.bad-row', 4, undefined, '"legend" after an empty line'],
    ]);
    expect(read('h\n0,1,2\n\n60,1,2\n', { footer: 'text' }).issues).toEqual([
      ['profile.bad-row', 4, undefined, '"60,1,2" after an empty line'],
    ]);
    expect(read('h\n0,1,2\n\ntime\n60,1,2\n', { footer: 'unread' })).toMatchObject({ rows: [0], issues: [] });
  });

  test('without a row is refused: nothing else of it can be judged', () => {
    const issue = { code: 'profile.wrong-length', line: 1, problem: 'no rows after the header' };
    expect(() => read('h\n')).toThrow(expect.objectContaining({ issues: [expect.objectContaining(issue)] }));
  });

  test('that ends inside a row is warned of: its last number may be cut off', () => {
    expect(read('h\n0,1,2').table.warnings.map(({ code, line }) => [code, line])).toEqual([['no-line-end', 2]]);
    for (const whole of ['h\n0,1,2\n', 'h\n0,1,2\n\nlegend']) {
      expect(read(whole, { footer: 'text' }).table.warnings).toEqual([]);
    }
  });

  test('holds as many rows as the text has', () => {
    const text = `h\n${Array.from({ length: 5000 }, (_, row) => `${row},${row / 4},1`).join('\n')}`;
    const { rows, values } = read(text);
    expect(rows).toHaveLength(5000);
    expect([rows[4999], values[0]![4999], values[0]![1023], values[0]![1024]]).toEqual([4999, 1249.75, 255.75, 256]);
  });

  test('keeps no more numbers than the text has characters, however wide the header', () => {
    const width = 4001;
    const columns = Array.from({ length: 100 }, (_, index) => ({ name: `c${index}`, cell: index + 1 }));
    const { rows, issues } = read(`h\n${'0\n'.repeat(20_000)}`, { width, columns });
    expect(rows.length).toBeLessThanOrEqual(11);
    expect(issues.at(-1)).toEqual(['profile.more', undefined, undefined, '19900 more problems, not listed']);
  });
});

describe('cells of a line', () => {
  test.each([
    ['1,2', ['1', '2']],
    ['"1","2 ""x"", y",3', ['1', '2 "x", y', '3']],
    ['"20200101:0010,0.5,1"', ['20200101:0010', '0.5', '1']],
    ['"a,""b,c"",d"', ['a', 'b,c', 'd']],
    ['"1', undefined],
    ['"1"2,3', undefined],
    ['', ['']],
  ])('%j', (line, cells) => {
    expect(cellsOfLine(line, ',')).toEqual(cells);
  });

  test('lines are found by number', () => {
    expect(offsetOfLine('ab\ncd\ne', 3)).toBe(6);
    expect(offsetOfLine('ab\n', 5)).toBe(3);
    expect(firstLines('ab\ncd\ne', 2)).toEqual(['ab', 'cd']);
  });
});

describe('numbers', () => {
  const point: NumberRules = { decimal: 'point', missing: [] };
  const comma: NumberRules = { decimal: 'comma', missing: [] };
  test.each([
    ['-0.0', point, 0],
    ['1e400', point, Number.NaN],
    ['1,5', point, Number.NaN],
    ['1,5', comma, 1.5],
    ['1.5', comma, Number.NaN],
    ['1.092', comma, Number.NaN],
    ['1,2,3', comma, Number.NaN],
    ['1,092.97', { ...point, thousands: ',' }, 1092.97],
    ['1,09.97', { ...point, thousands: ',' }, Number.NaN],
    ['-12 345 678,5', { ...comma, thousands: ' ' }, -12345678.5],
    ['1.092,97', { ...comma, thousands: '.' }, 1092.97],
    [' 1', point, Number.NaN],
  ])('%j with %j', (cell, numbers, value) => {
    expect(Object.is(numberReader(numbers).read(cell), value)).toBe(true);
  });

  test('a point among commas is named as such', () => {
    expect(numberReader(comma).fault('1.5')).toBe('written with a decimal point where commas are used');
  });
});
