import { describe, expect, test } from 'vitest';
import { faultOfNumber, numberOfCell } from '../../../../src/profiles/table/plain-number.ts';
import { brief, faultsAfter, setCell } from '../../year-fixture.ts';

const time = 'time [UTC]';

describe('stamps', () => {
  const spreadsheet = 'has the form that spreadsheets rewrite dates to';
  test.each([
    ['1/1/2005 5:00', spreadsheet],
    ['01/01/2005 05:00', spreadsheet],
    ['01.01.2005 05:00', spreadsheet],
    ['2005-1-1 5:00', spreadsheet],
    ['2005-01-01 05:00', spreadsheet],
    ['2005-1-1T05:00Z', spreadsheet],
    ['1/1/05 5:00 AM', spreadsheet],
    ['38353.2083', 'is the day number of a spreadsheet'],
    ['2005-01-01T05:00', 'is in local time or names no zone: the Z of UTC is missing'],
    ['2005-01-01T05:00+01:00', 'carries an offset from UTC'],
    ['2005-01-01T05:00:00-05', 'carries an offset from UTC'],
    ['2005-01-01T24:00Z', 'is no hour of its day: midnight is 00:00 of the next day'],
    ['2005-01-01T05:00:00Z', 'has seconds'],
    ['2005-01-01T5:00Z', spreadsheet],
    ['2005-01-01t05:00z', 'is not a stamp'],
    ['20050101:0500', 'is not a stamp'],
    ['2005-01-01T0x:00Z', 'is not a stamp'],
    ['2005-04-31T05:00Z', 'does not exist in the calendar'],
    ['1900-02-29T05:00Z', 'does not exist: 1900 is no leap year and has no 29 February'],
    ['2005-00-01T05:00Z', 'does not exist in the calendar'],
    ['2005-13-01T05:00Z', 'does not exist in the calendar'],
    ['2005-01-00T05:00Z', 'does not exist in the calendar'],
    ['2005-01-01T25:00Z', 'does not exist in the calendar'],
    ['2005-01-01T05:60Z', 'does not exist in the calendar'],
    ['0005-01-01T05:00Z', 'is outside the years 1900…2199'],
    ['', 'is empty'],
    [' 2005-01-01T05:00Z', 'has space around it'],
    ['2005-01-01T05:00Z ', 'has space around it'],
    ['"2005-01-01T05:00Z"', 'is in quotes'],
    ['# 2005-01-01T05:00Z', 'is a comment, which may stand only before the header'],
  ])('%j %s', (stamp, reason) => {
    expect(brief(faultsAfter((lines) => setCell(lines, 10, 1, stamp)))).toEqual([
      ['profile.bad-stamp', time, 10, 1, `${JSON.stringify(stamp)} ${reason}`],
    ]);
  });

  test('a whole year rewritten by a spreadsheet is refused line by line, not guessed', () => {
    const issues = faultsAfter((lines) => {
      for (let at = 4; at < lines.length; at++) {
        lines[at] = lines[at]!.replace(/^(\d+)-0?(\d+)-0?(\d+)T0?(\d+):(\d\d)Z/, '$2/$3/$1 $4:$5');
      }
    });
    expect(issues).toHaveLength(101);
    expect(issues[0]).toMatchObject({ line: 5, problem: `"1/1/2005 0:00" ${spreadsheet}` });
    expect(issues[100]!.problem).toBe('8660 more problems, not listed');
  });
});

describe('number cells', () => {
  test.each([
    ['0', 0],
    ['-0.5', -0.5],
    ['007', 7],
    ['1e3', 1000],
    ['1.25E-2', 0.0125],
    ['2e+1', 20],
    ['0.1234567890123456789', 0.12345678901234568],
  ])('%j is the number %d', (cell, value) => {
    expect(numberOfCell(cell)).toBe(value);
  });

  test.each([
    ['', 'an empty cell; a missing value must be found, not left out'],
    [' ', 'an empty cell; a missing value must be found, not left out'],
    ['NaN', 'a mark for a missing value; a missing value must be found, not left out'],
    ['-', 'a mark for a missing value; a missing value must be found, not left out'],
    ['Infinity', 'infinite'],
    ['-inf', 'infinite'],
    ['1e999', 'too large for a number'],
    ['0x1F', 'in another base than ten'],
    ['0b1', 'in another base than ten'],
    [' 0.5', 'a number with space around it'],
    ['0.5\t', 'a number with space around it'],
    ['0.5\r', 'a number with space around it'],
    ['"0.5"', 'in quotes; write the bare number'],
    ["'0.5", 'in quotes; write the bare number'],
    ['.5', 'written short; write digits on both sides of the point and no plus sign'],
    ['5.', 'written short; write digits on both sides of the point and no plus sign'],
    ['+0.5', 'written short; write digits on both sides of the point and no plus sign'],
    ['50%', 'a percentage; write the fraction'],
    ['0.5 MW', 'not a number'],
    ['1_000', 'not a number'],
    ['1.2.3', 'not a number'],
    ['1e', 'not a number'],
    ['--1', 'not a number'],
    ['٣', 'not a number'],
    ['true', 'not a number'],
  ])('%j is refused with its line, column and value', (cell, reason) => {
    expect(brief(faultsAfter((lines) => setCell(lines, 4000, 4, cell)))).toEqual([
      ['profile.bad-number', 'inference', 4000, 4, `${JSON.stringify(cell)} is ${reason}`],
    ]);
  });

  test('a decimal comma is named where the delimiter leaves it whole', () => {
    expect(numberOfCell('1,5')).toBeNaN();
    expect(faultOfNumber('1,5')).toBe('written with a decimal comma; write a point');
  });

  test('a decimal comma makes a row too long, and the message says so', () => {
    const [issue, ...others] = faultsAfter((lines) => setCell(lines, 300, 3, '1,5'));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'profile.bad-row', line: 300, column: 6 });
    expect(issue).toMatchObject({ problem: '6 cells, but the header has 5' });
    expect(issue!.expected).toContain('a decimal comma');
  });

  test.each([
    ['wind', 2, '1.0001', 'capacityFactor'],
    ['wind', 2, '-0.0001', 'capacityFactor'],
    ['cooling', 3, '0.99', 'pue'],
    ['cooling', 3, '121', 'pue'],
    ['inference', 4, '-0.1', 'relative'],
    ['air', 5, '70.1', 'temperatureC'],
    ['air', 5, '-60.1', 'temperatureC'],
    ['air', 5, '290.15', 'temperatureC'],
  ])('%s in column %d cannot be %s', (name, column, cell, unit) => {
    expect(brief(faultsAfter((lines) => setCell(lines, 8764, column, cell)))).toEqual([
      ['profile.out-of-range', name, 8764, column, `${cell} is outside the range of ${unit}`],
    ]);
  });

  test('the ends of every range are in it', () => {
    const issues = faultsAfter((lines) => {
      for (const [line, cells] of [
        [5, ['0', '1', '0', '-60']],
        [6, ['1', '10', '1e6', '70']],
      ] as const) {
        for (const [index, cell] of cells.entries()) setCell(lines, line, index + 2, cell);
      }
    });
    expect(issues).toEqual([]);
  });

  test('a price may be below zero', () => {
    const issues = faultsAfter((lines) => {
      lines[3] = lines[3]!.replace('[relative]', '[pricePerMWh]');
      setCell(lines, 9, 4, '-500.25');
    });
    expect(issues).toEqual([]);
  });
});

describe('rows', () => {
  test.each([
    ['too short', (line: string) => line.slice(0, line.lastIndexOf(',')), 5, '4 cells, but the header has 5'],
    ['only a stamp', (line: string) => line.slice(0, 17), 2, '1 cell, but the header has 5'],
    ['too long', (line: string) => `${line},1`, 6, '6 cells, but the header has 5'],
    ['ended by a comma', (line: string) => `${line},`, 6, '6 cells, but the header has 5'],
  ])('a row %s is named', (_, spoil, column, problem) => {
    const issues = faultsAfter((lines) => void lines.splice(99, 1, spoil(lines[99]!)));
    expect(brief(issues)).toEqual([['profile.bad-row', 'row', 100, column, problem]]);
  });

  test('empty lines are named, between rows and after the last', () => {
    const issues = faultsAfter((lines) => {
      lines.splice(99, 0, '');
      lines.push('');
    });
    expect(brief(issues)).toEqual([
      ['profile.bad-row', 'row', 100, 1, 'an empty line'],
      ['profile.bad-row', 'row', 8766, 1, 'an empty line'],
    ]);
  });

  test('a quote that is never closed costs one row, not the rest of the file', () => {
    const issues = faultsAfter((lines) => setCell(lines, 10, 2, '"0.5'));
    expect(issues.map(({ line, column }) => [line, column])).toEqual([[10, 2]]);
  });

  test('faults of every kind come together', () => {
    const issues = faultsAfter((lines) => {
      setCell(lines, 4, 3, 'cooling [PUE]');
      setCell(lines, 50, 2, '2');
      setCell(lines, 50, 4, 'x');
      setCell(lines, 60, 1, '2005-01-03');
      lines.splice(79, 1);
      lines[1] = '# author: someone';
    });
    expect(issues.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['profile.bad-header', 4, 1],
      ['profile.wrong-unit', 4, 3],
      ['profile.gap', 80, 1],
      ['profile.wrong-length', 8763, 1],
      ['profile.out-of-range', 50, 2],
      ['profile.bad-number', 50, 4],
      ['profile.bad-stamp', 60, 1],
    ]);
    expect(issues.every(({ file }) => file === 'year.csv')).toBe(true);
  });
});
