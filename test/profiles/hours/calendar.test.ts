import { describe, expect, test } from 'vitest';
import { checkCalendar } from '../../../src/profiles/hours/calendar.ts';
import { brief, FIRST_ROW_LINE, faultsAfter, linesOfYear } from '../year-fixture.ts';

const time = 'time [UTC]';
/** Drops rows by hour of the year. */
const drop = (hour: number, count: number) => (lines: string[]) => void lines.splice(FIRST_ROW_LINE - 1 + hour, count);

describe('the hours of a year', () => {
  test('a gap is named as a range, where its first hour should stand', () => {
    expect(brief(faultsAfter(drop(50, 3)))).toEqual([
      ['profile.gap', time, 55, 1, '2005-01-03T02:00Z..2005-01-03T04:00Z missing, 3 hours'],
      ['profile.wrong-length', time, 8761, 1, '8757 rows, but 2005 is a common year of 8760 hours'],
    ]);
  });

  test('gaps at both ends and in the middle are three gaps', () => {
    const issues = faultsAfter((lines) => {
      drop(8758, 2)(lines);
      drop(100, 1)(lines);
      drop(0, 4)(lines);
    });
    expect(brief(issues)).toEqual([
      ['profile.gap', time, 5, 1, '2005-01-01T00:00Z..2005-01-01T03:00Z missing, 4 hours'],
      ['profile.gap', time, 101, 1, '2005-01-05T04:00Z..2005-01-05T04:00Z missing, 1 hour'],
      ['profile.gap', time, 8758, 1, '2005-12-31T22:00Z..2005-12-31T23:00Z missing, 2 hours'],
      ['profile.wrong-length', time, 8757, 1, '8753 rows, but 2005 is a common year of 8760 hours'],
    ]);
  });

  test('an hour that stands twice names both lines', () => {
    const issues = faultsAfter((lines) => void lines.splice(10, 0, lines[9]!));
    expect(brief(issues)).toEqual([
      ['profile.duplicate', time, 11, 1, '2005-01-01T05:00Z stands twice, first in line 10'],
      ['profile.wrong-length', time, 8765, 1, '8761 rows, but 2005 is a common year of 8760 hours'],
    ]);
  });

  test('a duplicate in place of another hour keeps the length and is still found, with the gap', () => {
    const issues = faultsAfter((lines) => void lines.splice(10, 1, lines[9]!));
    expect(brief(issues)).toEqual([
      ['profile.duplicate', time, 11, 1, '2005-01-01T05:00Z stands twice, first in line 10'],
      ['profile.gap', time, 11, 1, '2005-01-01T06:00Z..2005-01-01T06:00Z missing, 1 hour'],
    ]);
  });

  test('two rows that changed places are one disorder', () => {
    const issues = faultsAfter((lines) => void lines.splice(20, 2, lines[21]!, lines[20]!));
    expect(brief(issues)).toEqual([
      ['profile.disorder', time, 22, 1, '2005-01-01T16:00Z stands after 2005-01-01T17:00Z'],
    ]);
  });

  test('a year backwards lists a hundred faults and counts the other 8,659', () => {
    const issues = faultsAfter((lines) => void lines.push(...lines.splice(4).reverse()));
    expect(issues).toHaveLength(101);
    expect(issues[99]).toMatchObject({ code: 'profile.disorder', line: 105 });
    expect(issues[100]).toMatchObject({ code: 'profile.more', problem: '8659 more problems, not listed' });
  });

  test('a leap year without 29 February is called that', () => {
    expect(brief(faultsAfter(drop(59 * 24, 24), 2008))).toEqual([
      ['profile.gap', time, 1421, 1, '2008-02-29T00:00Z..2008-02-29T23:00Z missing, 24 hours'],
      [
        'profile.wrong-length',
        time,
        8764,
        1,
        '8760 rows, but 2008 is a leap year of 8784 hours: 29 February is missing',
      ],
    ]);
  });

  test('a leap year without another day is not said to lack 29 February', () => {
    const problems = faultsAfter(drop(60 * 24, 24), 2008).map(({ problem }) => problem);
    expect(problems).toEqual([
      '2008-03-01T00:00Z..2008-03-01T23:00Z missing, 24 hours',
      '8760 rows, but 2008 is a leap year of 8784 hours',
    ]);
  });

  test('a leap year of 8,784 hours is accepted', () => {
    expect(faultsAfter(() => {}, 2008)).toEqual([]);
  });

  test('8,784 rows in a common year are called those of a leap year, each stamp of 29 February named', () => {
    const issues = faultsAfter((lines) => {
      lines.splice(0, lines.length, ...linesOfYear(2008).map((line) => line.replace(/^2008/, '2005')));
    });
    expect(issues).toHaveLength(25);
    expect(brief(issues.slice(0, 2))).toEqual([
      [
        'profile.wrong-length',
        time,
        8788,
        1,
        '8784 rows, but 2005 is a common year of 8760 hours: these are the hours of a leap year, with 29 February',
      ],
      [
        'profile.bad-stamp',
        time,
        1421,
        1,
        '"2005-02-29T00:00Z" does not exist: 2005 is no leap year and has no 29 February',
      ],
    ]);
  });

  test('1900 is a common year, 2000 a leap year', () => {
    expect(faultsAfter(() => {}, 1900)).toEqual([]);
    expect(faultsAfter(() => {}, 2000)).toEqual([]);
    expect(linesOfYear(1900)).toHaveLength(8764);
    expect(linesOfYear(2000)).toHaveLength(8788);
  });

  test('stamps an hour early, as local time with a Z gives them, put one row in the year before', () => {
    const issues = faultsAfter((lines) => {
      const stamps = ['2004-12-31T23:00Z', ...lines.slice(4, -1).map((line) => line.slice(0, 17))];
      for (const [row, stamp] of stamps.entries()) lines[4 + row] = stamp + lines[4 + row]!.slice(17);
    });
    expect(brief(issues)).toEqual([
      ['profile.wrong-length', time, 5, 1, '2004-12-31T23:00Z is not in 2005'],
      ['profile.gap', time, 8765, 1, '2005-12-31T23:00Z..2005-12-31T23:00Z missing, 1 hour'],
    ]);
  });

  test('two years in one file are refused by the second, as one run of rows', () => {
    const issues = faultsAfter((lines) => void lines.push(...linesOfYear(2006).slice(4)));
    expect(brief(issues)).toEqual([
      ['profile.wrong-length', time, 8765, 1, '2006-01-01T00:00Z..2006-12-31T23:00Z, 8760 rows, are not in 2005'],
      ['profile.wrong-length', time, 17524, 1, '17520 rows, but 2005 is a common year of 8760 hours'],
    ]);
  });

  test('a header without rows has no hours', () => {
    expect(brief(faultsAfter((lines) => void lines.splice(4)))).toEqual([
      ['profile.wrong-length', time, undefined, undefined, 'no rows'],
    ]);
  });

  test('an unreadable stamp stands in for its hour, so that one fault is not told twice', () => {
    const issues = faultsAfter((lines) => void lines.splice(9, 1, lines[9]!.replace('05:00Z', '05:00')));
    expect(issues.map(({ code, line }) => [code, line])).toEqual([['profile.bad-stamp', 10]]);
  });

  test('an unreadable stamp does not hide that a second hour is missing beside it', () => {
    const issues = faultsAfter((lines) => void lines.splice(9, 2, lines[9]!.replace('05:00Z', '05:00')));
    expect(issues.map(({ code }) => code)).toEqual(['profile.gap', 'profile.wrong-length', 'profile.bad-stamp']);
  });

  test('mid-hour stamps are not hours', () => {
    const issues = faultsAfter((lines) => void lines.splice(9, 1, lines[9]!.replace('05:00Z', '05:30Z')));
    expect(brief(issues)).toEqual([['profile.bad-stamp', time, 10, 1, '2005-01-01T05:30Z is not on the hour']]);
  });

  test('instants with seconds and milliseconds, which other formats have, are shown whole', () => {
    const instants = Float64Array.from({ length: 8760 }, (_, hour) => Date.UTC(2005, 0, 1, hour));
    instants[3] = Date.UTC(2005, 0, 1, 3, 0, 1);
    instants[4] = Date.UTC(2005, 0, 1, 4, 0, 0, 5);
    const lines = Array.from(instants, (_, row) => row + 1);
    const { year, faults } = checkCalendar({ file: 'a.csv', where: 'time', column: 1, instants, lines });
    expect(year).toBe(2005);
    expect(brief(faults.issues())).toEqual([
      ['profile.bad-stamp', 'time', 4, 1, '2005-01-01T03:00:01Z is not on the hour'],
      ['profile.bad-stamp', 'time', 5, 1, '2005-01-01T04:00:00.005Z is not on the hour'],
    ]);
  });
});
