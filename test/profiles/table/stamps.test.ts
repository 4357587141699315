import { describe, expect, test } from 'vitest';
import {
  hasMixedYears,
  minutesOfClock,
  minutesOfCompactStamp,
  minutesOfDate,
  minutesOfStamp,
  minutesOfTime,
  minutesOfUtcStamp,
  stepOf,
} from '../../../src/profiles/table/stamps.ts';

/** As the clock reads, `2019-03-01T05:30`. */
const shown = (minutes: number) =>
  Number.isNaN(minutes) ? undefined : new Date(minutes * 60_000).toISOString().slice(0, 16);
const minutes = (stamp: string) => Date.parse(`${stamp}Z`) / 60_000;

describe('clock readings', () => {
  test.each([
    ['2019-03-01T05:30', 'year-first', '2019-03-01T05:30'],
    ['2019-03-01 05:30:00', 'year-first', '2019-03-01T05:30'],
    ['2019-03-01T05:30:00.000000000', 'year-first', '2019-03-01T05:30'],
    ['2019/3/1 5:30', 'year-first', '2019-03-01T05:30'],
    ['2019-12-31 24:00', 'year-first', '2020-01-01T00:00'],
    ['1/3/2019 5:30', 'day-first', '2019-03-01T05:30'],
    ['3/1/2019 5:30', 'month-first', '2019-03-01T05:30'],
    ['01.03.2019 05:30', 'day-first', '2019-03-01T05:30'],
    ['1/3/19 0:00', 'day-first', '2019-03-01T00:00'],
    ['1/3/85 0:00', 'day-first', '1985-03-01T00:00'],
    ['3/1/2019 12:05 AM', 'month-first', '2019-03-01T00:05'],
    ['3/1/2019 12:05 PM', 'month-first', '2019-03-01T12:05'],
    ['29.02.2020 24:00', 'day-first', '2020-03-01T00:00'],
    ['29.02.2019 00:00', 'day-first', undefined],
    ['31/4/2019 0:00', 'day-first', undefined],
    ['13/1/2019 0:00', 'month-first', undefined],
    ['1/3-2019 0:00', 'day-first', undefined],
    ['2019-03-01 24:01', 'year-first', undefined],
    ['2019-03-01 25:00', 'year-first', undefined],
    ['2019-03-01 05:60', 'year-first', undefined],
    ['2019-03-01 05:30:01', 'year-first', undefined],
    ['2019-03-01 05:30 ', 'year-first', undefined],
    ['2019-03-01  05:30', 'year-first', undefined],
    ['2019-03-01 13:00 PM', 'year-first', undefined],
    ['2019-03-01', 'year-first', undefined],
    ['0019-03-01 05:30', 'year-first', undefined],
    ['2019-03-01T05:30Z', 'year-first', undefined],
    ['', 'year-first', undefined],
  ] as const)('%j %s is %s', (text, order, stamp) => {
    expect(shown(minutesOfStamp(text, order))).toBe(stamp);
  });

  test('UTC may be named, any other offset is refused', () => {
    expect(shown(minutesOfUtcStamp('2017-01-01T01:00:00Z'))).toBe('2017-01-01T01:00');
    expect(shown(minutesOfUtcStamp('2017-01-01 01:00+00:00'))).toBe('2017-01-01T01:00');
    expect(minutesOfUtcStamp('2017-01-01T01:00+01:00')).toBeNaN();
  });

  test.each([
    ['20200229:0010', '2020-02-29T00:10'],
    ['20190229:0010', undefined],
    ['20200101:2400', '2020-01-02T00:00'],
    ['20200101:2410', undefined],
    ['20200101:001', undefined],
    ['20200101 0010', undefined],
  ])('compact %j', (text, stamp) => {
    expect(shown(minutesOfCompactStamp(text))).toBe(stamp);
  });

  test('days given as numbers must exist in their month', () => {
    expect(shown(minutesOfClock(2019, 1, 31, 24, 0))).toBe('2019-02-01T00:00');
    expect(minutesOfClock(2019, 1, 366, 0, 0)).toBeNaN();
    expect(minutesOfClock(2019, 1, 1.5, 0, 0)).toBeNaN();
  });

  test('dates and times also stand in cells of their own', () => {
    expect(minutesOfDate('01/01/2019', 'day-first')).toBe(minutes('2019-01-01T00:00'));
    expect([minutesOfTime('24:00:00'), minutesOfTime('1:00'), minutesOfTime('7')]).toEqual([1440, 60, Number.NaN]);
  });
});

describe('rows in time', () => {
  test('the step is what most neighbours have: gaps and repeated hours do not change it', () => {
    expect(stepOf(Float64Array.of(0, 30, 60, 180, 180, 150, 210, Number.NaN, 270))).toBe(30);
    expect(stepOf(Float64Array.of(0))).toBeUndefined();
    expect(stepOf(Float64Array.of(0, 1441))).toBeUndefined();
  });

  test('years are mixed where they change inside a year, not at its end', () => {
    const at = (...stamps: string[]) => Float64Array.from(stamps, minutes);
    expect(hasMixedYears(at('2007-12-31T23:00', '2008-01-01T00:00'))).toBe(false);
    expect(hasMixedYears(at('2007-11-30T23:00', '2008-01-01T00:00'))).toBe(false);
    expect(hasMixedYears(at('2018-01-31T23:00', '2007-02-01T00:00'))).toBe(true);
    expect(hasMixedYears(at('2018-03-31T23:00', '2019-04-01T00:00'))).toBe(true);
    expect(hasMixedYears(Float64Array.of(minutes('2018-03-01T00:00'), Number.NaN, minutes('2018-03-01T02:00')))).toBe(
      false,
    );
  });
});
